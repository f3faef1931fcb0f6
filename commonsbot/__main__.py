"""`python -m commonsbot` and the `commonsbot` command."""

import sys

from commonsbot.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
