"""The `memcon` command."""

from __future__ import annotations

import signal
import sys

from memcon._memcon import _main


def main() -> int:
    """Runs the command with the arguments of this process and gives its exit status."""
    # Python would only note an interrupt and wait for the native code to come back.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _main(["memcon", *sys.argv[1:]])
