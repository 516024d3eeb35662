"""The label inventories of the tagger; the order is part of the weights' format."""

from __future__ import annotations

TAGS: tuple[str, ...] = (
    *("NN", "IN", "NNP", "DT", "JJ", "NNS", ",", ".", "VBD", "RB", "PRP", "VB", "CC", "VBZ", "TO"),
    *("VBG", "VBN", "VBP", "''", "CD", "PRP$", "``", "MD", "POS", ":", "WP", "WDT", "NNPS", "WRB"),
    *("RP", "JJR", "JJS", "RBR", "-RRB-", "-LRB-", "EX", "$", "RBS", "PDT", "UH", "WP$", "FW"),
    *("LS", "SYM", "#"),
)
"""Penn Treebank tags; ``Document.tags`` holds indexes into this table."""

ENTITY_CLASSES: tuple[str, ...] = (
    "PERSON",
    "ORGANIZATION",
    "LOCATION",
    "MISC",
    "DATE",
    "NUMBER",
)
"""Kinds of entity. DATE covers dates, times and durations; NUMBER money and percentages too."""

ENTITIES: tuple[str, ...] = (
    "O",
    *(f"{edge}-{name}" for name in ENTITY_CLASSES for edge in ("B", "I")),
)
"""Entity labels (BIO); ``Document.entities`` holds indexes into this table."""

CLASSES: tuple[str, ...] = tuple(label[2:] for label in ENTITIES)
"""For each of ``ENTITIES`` its class without its edge; "" for none."""

RELATIONS: tuple[str, ...] = (
    *("punct", "case", "nmod", "nsubj", "det", "compound", "amod", "dobj", "root", "advmod"),
    *("mark", "aux", "cc", "conj", "nmod:poss", "ccomp", "xcomp", "advcl", "cop", "dep"),
    *("acl:relcl", "nummod", "acl", "neg", "appos", "auxpass", "nsubjpass", "nmod:tmod"),
    *("compound:prt", "parataxis", "mwe", "expl", "nmod:npmod", "csubj", "iobj"),
)
"""Dependency labels of a token; ``Document.relations`` holds indexes into this table."""
