"""Runs the `memcon` command: `python -m memcon`."""

import sys

from memcon._cli import main

if __name__ == "__main__":
    sys.exit(main())
