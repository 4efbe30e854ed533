"""The wheel installs the `memcon` command."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import memcon

SCRIPT = shutil.which("memcon", path=sysconfig.get_path("scripts"))
COMMANDS = [[sys.executable, "-m", "memcon"], [SCRIPT or "memcon"]]


def run(command: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command as a process."""
    return subprocess.run(
        [*command, *arguments], capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@pytest.mark.parametrize("command", COMMANDS, ids=["module", "script"])
def test_the_command_is_installed(command: list[str]) -> None:
    told = run(command, "--version")
    assert told.returncode == 0
    assert memcon.__version__ in told.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=["module", "script"])
def test_the_command_writes_what_to_dict_gives(command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("ОРЛОВ: Good day.\n", encoding="utf-8")
    told = run(command, "parse", "--to", "json", str(path))
    assert told.returncode == 0, told.stderr
    assert memcon.from_json(told.stdout) == memcon.read(path)


def test_trouble_is_an_exit_status_and_not_a_traceback(tmp_path: Path) -> None:
    told = run(COMMANDS[0], "parse", str(tmp_path / "missing.txt"))
    assert told.returncode != 0
    assert "missing.txt" in told.stderr
    assert "Traceback" not in told.stderr
