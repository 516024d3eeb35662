import json

from click.testing import CliRunner

from claimtrack.cli.main import main
from claimtrack.contract import schema_text


def test_the_schema_is_printed():
    ran = CliRunner().invoke(main, ["schema"])
    assert ran.output == schema_text("report")
    assert json.loads(ran.output)["title"] == "claimtrack report"


def test_an_unknown_schema_is_a_usage_error():
    assert CliRunner().invoke(main, ["schema", "verdict"]).exit_code == 2
