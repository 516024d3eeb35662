"""The proper names of an article: where they stand, what they name, and which belong together.

``runs`` of capitalised words are cut into titles and ``names`` (``scanning``), each place weighs
what its name names, and ``gathering`` lets full names, surnames and acronyms find together.
"""
