import json

from click.testing import CliRunner

from claimtrack.cli.main import main
from claimtrack.rendering import named
from tests.provenance.marking import document
from tests.rendering.newsroom import SETTING


def written(name):
    from claimtrack.provenance import report

    return "".join(named(name).render([report(document("It rained."), [], [])], SETTING))


def test_a_valid_report_is_valid(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(written("json"))
    ran = CliRunner().invoke(main, ["validate", str(path)])
    assert (ran.exit_code, ran.output) == (0, f"{path}: valid\n")


def test_lines_from_standard_input():
    ran = CliRunner().invoke(main, ["validate", "-"], input=written("jsonl"))
    assert (ran.exit_code, ran.output) == (0, "-: valid\n")


def test_every_file_is_checked_and_what_is_wrong_is_said(tmp_path):
    good, bad, none = (tmp_path / name for name in ("good.json", "bad.json", "none.json"))
    good.write_text(written("json"))
    broken = json.loads(written("json"))
    broken["articles"][0]["statements"][0]["status"] = "true"
    bad.write_text(json.dumps(broken))
    ran = CliRunner().invoke(main, ["validate", str(bad), str(none), str(good)])
    assert ran.exit_code == 1
    assert "$.articles[0].statements[0].status" in ran.stdout
    assert f"{good}: valid" in ran.stdout
    assert "none.json" in ran.stderr


def test_no_file_is_a_usage_error():
    assert CliRunner().invoke(main, ["validate"]).exit_code == 2
