import subprocess
import sys

import pytest

import claimtrack

PUBLIC = [
    "Article",
    "ArticleReport",
    "Attribution",
    "ClaimtrackError",
    "CorpusProblem",
    "Evidence",
    "Generator",
    "InputError",
    "InputProblem",
    "Metrics",
    "MissingExtra",
    "Notice",
    "Paragraph",
    "Report",
    "Source",
    "Span",
    "Statement",
    "WeightsProblem",
    "__version__",
    "analyze",
    "analyze_article",
    "analyze_articles",
    "analyze_file",
    "read",
]
"""What claimtrack promises to keep; a change here is a change for its users."""


def test_the_public_surface_is_this():
    assert sorted(claimtrack.__all__) == PUBLIC
    assert dir(claimtrack) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_described(name):
    value = getattr(claimtrack, name)
    assert isinstance(value, str) or value.__doc__


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        claimtrack.verdict  # noqa: B018  # the access is what is tested


def test_importing_the_package_imports_no_numbers():
    heavy = {"numpy", "scipy", "sklearn", "nltk", "click", "jsonschema"}
    code = f"import sys, claimtrack; print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
