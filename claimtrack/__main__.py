"""``python -m claimtrack``: the command line."""

from claimtrack.cli.main import run

if __name__ == "__main__":
    run()
