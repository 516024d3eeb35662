import subprocess
import sys

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli.main import COMMANDS, main

LIGHT = [["--help"], ["--version"], ["schema"], ["report", "--help"], ["corpus", "--help"]]


def test_every_command_is_there_and_helps():
    for name, (_, line) in COMMANDS.items():
        ran = CliRunner().invoke(main, [name, "--help"])
        assert ran.exit_code == 0, (name, ran.output)
        assert line.endswith(".")


def test_help_lists_the_commands_and_shows_examples():
    ran = CliRunner().invoke(main, ["--help"])
    assert all(f"  {name} " in ran.output for name in COMMANDS)
    assert "Examples:" in ran.output


def test_the_version_is_the_packages():
    ran = CliRunner().invoke(main, ["--version"])
    assert ran.output == f"claimtrack, version {claimtrack.__version__}\n"


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_light_commands_import_no_numbers(arguments):
    code = (
        "import sys\n"
        "from claimtrack.cli.main import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "heavy = {'numpy', 'scipy', 'sklearn', 'nltk', 'tabulate'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("arguments", [["verdict"], ["report", "--format", "xyz"], ["--nonsense"]])
def test_what_is_not_understood_is_a_usage_error(arguments):
    ran = subprocess.run(
        [sys.executable, "-m", "claimtrack", *arguments], capture_output=True, text=True
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Error" in ran.stderr and "Traceback" not in ran.stderr
