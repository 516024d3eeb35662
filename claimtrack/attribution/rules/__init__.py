"""What is written down: rules that complete, cut, strike and add to what the models read.

Each takes a document and its readings, and gives the readings as they are after it; the order in
which they come is in ``claimtrack.attribution.attributing``. What each says to a reader, and its
examples, is in the ``catalogue``.
"""
