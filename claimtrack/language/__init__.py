"""What is language about an article: tokens, sentences, tags, entities, relations, quotations."""

from claimtrack.language.document import Document, Sentence, parse, parse_all
from claimtrack.language.labels import CLASSES, ENTITIES, RELATIONS, TAGS
from claimtrack.language.quotations import Quotation

__all__ = [
    "CLASSES",
    "ENTITIES",
    "RELATIONS",
    "TAGS",
    "Document",
    "Quotation",
    "Sentence",
    "parse",
    "parse_all",
]
