"""Who is timed: claimtrack, and the peers that are installed.

The peer is spaCy with an untrained pipeline of the size of its smallest English model: the same
layers and as many labels, the numbers in them drawn by chance, as nothing is downloaded here. How
long it takes hardly depends on the numbers (two steps of the parser a word, whatever they say);
what it says means nothing. textacy's extraction of quotations runs on top of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Run = Callable[[Sequence[str]], Iterator[Any]]
"""Goes through texts and gives what it makes of each, one after the other."""

WIDTH = 96
DEPTH = 4
HIDDEN = 64
BATCH = 16
"""Articles that the peers read at once: more takes more memory and is hardly faster."""

TAGS = (
    "NN IN NNP DT JJ NNS , . VBD RB PRP VB CC VBZ TO VBG VBN VBP '' CD PRP$ `` MD POS : WP WDT "
    "NNPS WRB RP JJR JJS RBR -RRB- -LRB- EX $ RBS PDT UH WP$ FW LS SYM AFX ADD HYPH NFP XX _SP"
).split()
RELATIONS = (
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj "
    "csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod "
    "oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
).split()


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way through a text: what it is called, what it gives, and what it needs.

    ``load`` imports and sets up what ``packages`` hold, and returns what runs over texts.
    """

    name: str
    gives: str
    packages: tuple[str, ...]
    load: Callable[[], Run]


def _alone() -> Run:
    import claimtrack

    def run(texts: Sequence[str]) -> Iterator[object]:
        yield from map(claimtrack.analyze, texts)

    return run


def _reports() -> Run:
    from claimtrack.analysis import results
    from claimtrack.model import ArticleReport
    from claimtrack.reading import read_text

    def run(texts: Sequence[str]) -> Iterator[ArticleReport]:
        for result in results(map(read_text, texts)):
            if not isinstance(result, ArticleReport):
                raise RuntimeError(f"no report to time: {result.message}")
            yield result

    return run


def _json() -> Run:
    from claimtrack.analysis import generator
    from claimtrack.rendering import Setting, named

    reports, form, setting = _reports(), named("jsonl"), Setting(generator())

    def run(texts: Sequence[str]) -> Iterator[object]:
        for piece in form.render(reports(texts), setting):
            yield piece.encode()

    return run


def _spacy() -> Run:
    pipeline = untrained()

    def run(texts: Sequence[str]) -> Iterator[object]:
        yield from pipeline.pipe(texts, batch_size=BATCH)

    return run


def _textacy() -> Run:
    from textacy.extract import direct_quotations

    pipeline = untrained()

    def run(texts: Sequence[str]) -> Iterator[object]:
        for document in pipeline.pipe(texts, batch_size=BATCH):
            try:
                yield list(direct_quotations(document))
            except ValueError:  # it gives up on texts whose quotation marks do not pair
                yield []

    return run


CONTESTANTS: tuple[Contestant, ...] = (
    Contestant("claimtrack", "reports, as objects", ("claimtrack",), _reports),
    Contestant("claimtrack, JSON", "reports, as bytes of JSON", ("claimtrack",), _json),
    Contestant("claimtrack, one by one", "reports, as objects", ("claimtrack",), _alone),
    Contestant("spaCy", "sentences, tags, dependencies", ("spacy",), _spacy),
    Contestant("spaCy, textacy", "the same, and direct quotations", ("spacy", "textacy"), _textacy),
)


def contestant(name: str) -> Contestant:
    """Return the contestant of this name."""
    return next(item for item in CONTESTANTS if item.name == name)


def untrained() -> Any:
    """Return a spaCy pipeline of the size of ``en_core_web_sm``, its numbers drawn by chance.

    The output layers, which spaCy starts at zero, are filled too: else every word would get the
    same label, and every sentence have one word.
    """
    import numpy as np
    import spacy
    from thinc.api import fix_random_seed

    fix_random_seed(0)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec", config={"model": _vectors()})
    tagger = pipeline.add_pipe("tagger", config={"model": _model("Tagger.v2")})
    for tag in TAGS:
        tagger.add_label(tag)
    shape = {"state_type": "parser", "extra_state_tokens": False, "use_upper": True}
    model = _model("TransitionBasedParser.v2", **shape, hidden_width=HIDDEN, maxout_pieces=2)
    parser = pipeline.add_pipe("parser", config={"model": model})
    arcs = dict.fromkeys(RELATIONS, 1)
    parser.moves.initialize_actions({0: {"": 1}, 1: {"": 1}, 2: arcs, 3: arcs, 4: {"ROOT": 1}})
    pipeline.initialize()
    draws = np.random.default_rng(0)
    for part in (tagger, parser):
        for node in part.model.walk():
            for name in node.param_names:
                values = node.get_param(name)
                if not values.any():
                    node.set_param(name, draws.normal(0, 0.3, values.shape).astype("f"))
    return pipeline


def save(folder: Path) -> None:
    """Write the untrained pipeline to a folder, from which spaCy loads it as any other."""
    untrained().to_disk(folder)


def _vectors() -> dict[str, Any]:
    return {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": WIDTH,
        "depth": DEPTH,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }


def _model(architecture: str, **settings: object) -> dict[str, Any]:
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    return {
        "@architectures": f"spacy.{architecture}",
        "nO": None,
        "tok2vec": listener,
        **settings,
    }
