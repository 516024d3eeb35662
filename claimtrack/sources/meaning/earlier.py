"""The organisation spoken of before that a description means: "the ministry", "the airline"."""

from __future__ import annotations

from claimtrack.sources import lexicon
from claimtrack.sources.entities import Entity
from claimtrack.sources.meaning.called import (
    AGENCIES,
    TRADE,
    bears,
    is_another,
    is_headed,
    is_office,
    is_word,
    modifiers,
    nouns,
)
from claimtrack.sources.meaning.coreference import Discourse
from claimtrack.sources.meaning.mentions import Mention, analyse
from claimtrack.sources.meaning.ranking import Trace
from claimtrack.sources.phrases import Index
from claimtrack.sources.profile.outlets import is_outlet
from claimtrack.sources.text import Text

_MAX_SENTENCES = 6
_FEW = 50
_REPORTED = 4.0
"""How much likelier "the paper" is whom something was reported by than whom somebody told."""
_REPORTING = frozenset({"reported", "reports", "wrote", "writes", "published", "revealed"})
_SPOKE = 2.0
"""How much likelier a description means an organisation that has spoken before."""
_TOPIC, _FIRM, _CAPTION = 2.0, 2.0, 0.2
"""How much likelier "the company" is the subject of the sentence before, a name with "Inc." in it,
and what only a caption names."""
LOOSE_BODIES = frozenset(
    "company firm group initiative organization organisation nonprofit non-profit charity startup"
    " start-up"
    " utility manufacturer maker retailer carrier airline automaker carmaker bank supplier provider"
    " conglomerate corporation business lender insurer institution association alliance coalition"
    " foundation trust union think-tank body movement team club brand chain platform".split()
)
"""What any named organisation may be called later on."""
_SYNONYMS = {
    "lender": {"bank", "bancorp"},
    "carrier": {"airlines", "airways", "air", "aviation"},
    "airline": {"airlines", "airways", "air", "aviation"},
    "insurer": {"insurance", "assurance"},
    "automaker": {"motors", "motor"},
    "carmaker": {"motors", "motor"},
    "utility": {"energy", "electric", "power", "gas", "water"},
}
"""What a firm has in its name that is called so."""
_CIVIC = frozenset(
    "nonprofit non-profit charity association alliance coalition foundation union think-tank"
    " movement".split()
)
"""What no company is called."""
_SITES = frozenset(
    "hall school church hospital court courthouse park museum library stadium airport university"
    " college city town county village district council ministry department bureau office agency"
    " authority police center centers centre centres commission administration institute"
    " states kingdom nations".split()
)
"""What is in the name of a place or an authority, and of no company."""
STATE_HEADS = frozenset(
    "ministry department senate congress house parliament court council committee commission"
    " government police university college school party board assembly treasury".split()
)
"""What only a body is called that has the word in its name."""
_ASKING = frozenset({"polled", "surveyed", "compiled", "interviewed", "tracked", "collected"})
"""What somebody does who only passes on figures: "analysts polled by FactSet"."""
_OPENING = 3
"""In how many sentences an article says what it is about."""
_PLACE = 7
"""How many words "the Boston, Massachusetts-based" may be."""
_LATELY = 8
_RESEARCHERS = frozenset(
    "researcher scientist author astronomer archaeologist biologist physicist investigator engineer"
    " doctor psychologist economist historian chemist geologist ecologist".split()
)


def body(
    document: Text, index: Index, discourse: Discourse, noun: str, mention: Mention
) -> Entity | None:
    """Return the organisation last spoken of that "the ministry" can mean."""
    if noun == "team":
        people = _people_before(discourse)
        if people is not None:
            return people
    last, best = None, 0.0
    medium = lexicon.noun(noun)
    is_medium = medium is not None and medium.group == "medium"
    sentence = document.sentence_of[mention.head]
    said = modifiers(document, mention)
    kept = set() if is_medium or noun in TRADE else nouns(said)
    for trace in discourse.speakers_first():
        entity = trace.entity
        if entity.kind not in ("organization", "place", "body"):
            continue
        if is_another(document, entity, noun, kept) or (noun == "union" and is_word(entity)):
            continue
        if noun in STATE_HEADS and not bears(document, entity, said):
            continue
        if noun in entity.roles or any(is_headed(form, noun) for form in entity.forms):
            return entity
        weight = (1.0 + trace.count) / (1.0 + sentence - trace.sentence)
        weight *= _SPOKE if trace.spoke >= 0 else 1.0
        if noun in TRADE:
            weight *= _as_firm(document, trace, sentence, noun)
        if sentence - trace.sentence > _MAX_SENTENCES or (weight <= best and not is_medium):
            continue
        if entity.kind != "organization" or _only_employs(document, index, trace):
            continue
        if any(is_office(form) for form in entity.forms):
            continue
        own = {word.lower() for form in entity.forms for word in form}
        if is_medium:
            reported = trace.spoke >= 0 and _has_reported(document, trace)
            if reported:
                weight *= _REPORTED
            if (reported or is_outlet(entity)) and weight > best:
                last, best = entity, weight
        elif (noun in LOOSE_BODIES and _fits(noun, own) and not is_outlet(entity)) or (
            noun in AGENCIES
            and (
                own & AGENCIES or any(len(form) == 1 and form[0].isupper() for form in entity.forms)
            )
        ):
            last, best = entity, weight
    if last is not None:
        return last
    if noun in TRADE and not said:
        return topic(document, discourse)
    for entity in discourse.registry.bodies.get(noun, ())[:_FEW]:
        headed = any(is_headed(form, noun) for form in entity.forms)
        if headed and entity.names and bears(document, entity, said):
            return entity
    return None


def based(
    document: Text, index: Index, discourse: Discourse, noun: str, mention: Mention
) -> Entity | None:
    """Return whom "the Boston, Massachusetts-based company" means, which was spoken of before."""
    words, head = document.words, mention.head
    if not head or not words[head - 1].endswith("-based"):
        return None
    home = document.sentence(head).first
    before = [word.lower() for word in words[max(home, head - _PLACE) : head]]
    if "the" not in before or "a" in before[before.index("the") :]:
        return None
    return body(document, index, discourse, noun, analyse(document, index, head, head + 1))


def topic(document: Text, discourse: Discourse) -> Entity | None:
    """Return the firm that the article is about: named at its opening, and again and again."""
    if discourse.firm is None:
        opening = document.sentences[min(_OPENING, len(document.sentences)) - 1].last
        named = [
            entity
            for entity in discourse.registry.entities
            if entity.kind == "organization"
            and len(entity.names) > 1
            and entity.names[0].first < opening
            and _fits("company", {word.lower() for form in entity.forms for word in form})
            and not is_outlet(entity)
        ]
        most = max(named, key=lambda entity: (len(entity.names), -entity.order), default=None)
        discourse.firm = (most,)
    return discourse.firm[0]


def member(
    document: Text, discourse: Discourse, umbrella: Entity, mention: Mention
) -> Entity | None:
    """Return the organisation last spoken of that "the U.N. agency" can mean."""
    sentence = document.sentence_of[mention.head]
    for trace in discourse.speakers_first():
        entity = trace.entity
        if sentence - trace.sentence > _MAX_SENTENCES or entity is umbrella:
            continue
        if entity.kind == "organization" and not is_outlet(entity):
            return entity
    return None


def _has_reported(document: Text, trace: Trace) -> bool:
    """Tell whether an organisation does what a paper does: "La Nación reported"."""
    after = document.words[trace.token + 1 : trace.token + 2]
    return after != () and after[0] in _REPORTING


def _fits(noun: str, own: set[str]) -> bool:
    """Tell whether nothing in an organisation's name speaks against calling it so."""
    if own & STATE_HEADS or (noun in _CIVIC and own & lexicon.TRADING):
        return False
    return not (noun in TRADE and own & (_CIVIC | _SITES))


def _as_firm(document: Text, trace: Trace, sentence: int, noun: str) -> float:
    """Return how much likelier an organisation is "the company" for its name and its place.

    A company is known by its "Inc.", and by being what the sentence before is about; a caption
    introduces nobody.
    """
    forms = trace.entity.forms
    if any(" ".join(form) in lexicon.places() for form in forms):
        return 0.0
    traded = any(form[-1].lower() in lexicon.TRADING for form in forms)
    weight = _FIRM if traded else 1.0
    meant = _SYNONYMS.get(noun)
    if meant is not None and any(word.lower() in meant for form in forms for word in form):
        weight *= _TOPIC * _FIRM
    if trace.role == 0 and sentence - trace.sentence == 1:
        weight *= _TOPIC
    if trace.count == 1 and document.sentences[trace.sentence].section == "caption":
        weight *= _CAPTION
    return weight


def _only_employs(document: Text, index: Index, trace: Trace) -> bool:
    """Tell whether an organisation is only where somebody works: "analysts at Quill & Co"."""
    name = index.covering(trace.token)
    if trace.count > 1 or trace.spoke >= 0 or name is None or name.first < 2:
        return False
    words = document.words[name.first - 2 : name.first]
    if words[1] == "by" and words[0] in _ASKING:
        return True
    noun = lexicon.noun(words[0])
    return words[1] in ("at", "of", "from") and noun is not None and noun.group == "role"


def _people_before(discourse: Discourse) -> Entity | None:
    """Return the researchers whom "the team" means, if any were spoken of lately."""
    for trace in discourse.recent[:_LATELY]:
        if trace.entity.plural and trace.entity.roles.keys() & _RESEARCHERS:
            return trace.entity
    return None
