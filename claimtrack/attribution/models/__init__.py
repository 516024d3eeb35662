"""What is learned: labels of words, what a word is to a cue, whether a draft stands.

From the words to readings: a ``view`` of the document as arrays, ``token_templates`` and the
labels of an engine, ``candidates`` for cues, ``anchor_templates`` for words and cues together,
``decoding`` into drafts, ``draft_templates``, and the ``selection`` of those that stand.
"""
