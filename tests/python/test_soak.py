"""A collection read while everything goes wrong: nothing is lost, nothing is half-written.

`MEMCON_SOAK=20000` makes of these a soak run with so many files.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pq = pytest.importorskip("pyarrow.parquet")
resource = pytest.importorskip("resource")

if sys.platform == "win32":
    pytest.skip("signals and limits of POSIX", allow_module_level=True)

FILES = int(os.environ.get("MEMCON_SOAK", "1000"))
TALK = """\
Memorandum of Conversation

Taver, March {day}, 1971, 10 a.m.

ORLO: I have read paper {number}.

RIVEL: Which of them?

ORLO: That one.

RIVEL: I see.
"""
TABLES = ("documents", "participants", "turns", "notes", "diagnostics")


@pytest.fixture
def talks() -> Iterator[Path]:
    # Not pytest's folder, into which another user may not look.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        talks = Path(folder, "talks")
        talks.mkdir()
        for number in range(FILES):
            text = TALK.format(day=1 + number % 28, number=number)
            (talks / f"{number:06}.txt").write_text(text, encoding="utf-8")
        yield talks


def begin(
    talks: Path, out: Path, *, prepare: Callable[[], None] | None = None, user: int | None = None
) -> subprocess.Popen[str]:
    """Begins a run of the command."""
    command = [sys.executable, "-m", "memcon", "corpus", str(talks), "-o", str(out)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=prepare,
        user=user,
    )


def finish(run: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Waits for a run; gives its status and what it said."""
    told, complaints = run.communicate(timeout=600)
    # Before it is memcon's turn, the signal ends Python itself, which says so in its way.
    if run.returncode != -signal.SIGINT:
        assert "Traceback" not in complaints, complaints
    assert "panicked" not in complaints, complaints
    return run.returncode, told, complaints


def check_whole(out: Path) -> dict[str, list[str]]:
    """Reads all that is there; gives the ids of each table's rows. Nothing is half-written."""
    ids: dict[str, list[str]] = {}
    for table in TABLES:
        ids[table] = []
        for part in sorted((out / table).glob("*.parquet")):
            column = pq.read_table(part, columns=["document_id"])["document_id"]
            ids[table] += column.to_pylist()
    return ids


def check_finished(out: Path, expected: set[str], turns: int = 4) -> None:
    """Checks an output after a run that came to its end: every record once, no more."""
    left = [path for path in out.rglob("*") if path.name.endswith(".part")]
    assert left == []
    ids = check_whole(out)
    assert len(ids["documents"]) == len(set(ids["documents"]))
    assert set(ids["documents"]) == expected
    assert len(ids["turns"]) % turns == 0


def names(talks: Path) -> set[str]:
    return {path.name for path in talks.iterdir()}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_broken_off_again_and_again_comes_to_its_end(
    talks: Path, how: signal.Signals
) -> None:
    out = talks.parent / "out"
    chance = random.Random(7)
    started = time.monotonic()
    finish(begin(talks, talks.parent / "undisturbed"))
    whole = time.monotonic() - started
    broken = 0
    for _ in range(6):
        run = begin(talks, out)
        time.sleep(whole * chance.uniform(0.1, 0.6))
        run.send_signal(how)
        status, _, complaints = finish(run)
        broken += status != 0
        if how is signal.SIGINT:
            assert status in (0, 130, -signal.SIGINT), complaints
            # What was whole stays, and no draft lies about.
            assert not out.exists() or not list(out.rglob("*.part"))
        if out.exists():
            check_whole(out)
    assert broken
    status, _, complaints = finish(begin(talks, out))
    assert status == 0, complaints
    check_finished(out, names(talks))
    assert len(check_whole(out)["turns"]) == 4 * FILES


def test_files_that_vanish_while_a_run_is_under_way(talks: Path) -> None:
    out = talks.parent / "out"
    all_names = names(talks)
    run = begin(talks, out)
    while run.poll() is None and not list(talks.parent.glob("out/*/.*.part")):
        time.sleep(0.005)
    for number in range(FILES - 1, FILES // 3, -2):
        (talks / f"{number:06}.txt").unlink()
    status, _, complaints = finish(run)
    rows = check_whole(out)["documents"]
    assert set(rows) == all_names, "a file that was listed has no row"
    assert status == (2 if "could not be read" in complaints or complaints else 0)
    assert len(complaints.splitlines()) < FILES
    # The next run takes out what is gone.
    status, _, complaints = finish(begin(talks, out))
    assert status == 0, complaints
    check_finished(out, names(talks))


def test_what_cannot_be_opened_is_a_row_and_stops_nothing(talks: Path) -> None:
    out = talks.parent / "out"
    (talks / "away.txt").symlink_to(talks / "nowhere.txt")
    (talks / "round.txt").symlink_to(talks / "round.txt")
    (talks / "folder.txt").mkdir()
    os.mkfifo(talks / "pipe.txt")
    (talks / "zero.txt").symlink_to("/dev/zero")
    (talks / "torn.zip").write_bytes(b"PK\x03\x04 and no more")
    (talks / "torn.txt.gz").write_bytes(b"\x1f\x8b\x08\x00 and no more")
    (talks / "binary.txt").write_bytes(bytes(range(256)) * 40)
    status, _, complaints = finish(begin(talks, out))
    assert status == 2
    bad = {"away.txt", "round.txt", "pipe.txt", "zero.txt", "torn.zip", "torn.txt.gz", "binary.txt"}
    told = {line.split(": ")[1] for line in complaints.splitlines()}
    assert told - {"not carried"} == bad
    check_finished(out, names(talks) - {"folder.txt"})
    errors = pq.read_table(out / "documents", columns=["document_id", "error"]).to_pylist()
    assert {row["document_id"] for row in errors if row["error"]} == bad


def test_files_that_may_not_be_read_are_rows(talks: Path) -> None:
    """Run as nobody, since root may read everything."""
    user: int | None = None
    if os.geteuid() == 0:
        nobody = 65534
        try:
            subprocess.run(
                [sys.executable, "-m", "memcon", "--version"], user=nobody, check=True, cwd="/"
            )
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("nobody may not run this Python")
        os.chown(talks.parent, nobody, nobody)
        user = nobody
    secret, locked = talks / "000001.txt", talks / "locked"
    secret.chmod(0)
    locked.mkdir()
    (locked / "talk.txt").write_text(TALK, encoding="utf-8")
    locked.chmod(0)
    out = talks.parent / "out"
    status, _, complaints = finish(begin(talks, out, user=user))
    assert status == 2
    assert "000001.txt: Permission denied" in complaints
    assert "locked: Permission denied" in complaints
    check_finished(out, {*names(talks)})
    # Once they may be read, the next run reads them, and only them.
    secret.chmod(0o644)
    locked.chmod(0o755)
    status, told, complaints = finish(begin(talks, out, user=user))
    assert status == 0, complaints
    assert told.startswith(f"2 records read, 0 could not be read; {FILES - 1} files unchanged")
    check_finished(out, names(talks) - {"locked"} | {"locked/talk.txt"})


def test_a_file_that_may_grow_no_longer_leaves_nothing_behind(talks: Path) -> None:
    out = talks.parent / "out"
    limit = 8_000

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    status, _, complaints = finish(begin(talks, out, prepare=small))
    assert status == 2
    assert "too large" in complaints.lower()
    assert not list(out.rglob("*.part"))
    assert check_whole(out)["documents"] == []
    status, _, complaints = finish(begin(talks, out))
    assert status == 0, complaints
    check_finished(out, names(talks))


def test_a_full_disk_leaves_nothing_behind(talks: Path) -> None:
    """On a disk of its own, which only root can have."""
    disk = talks.parent / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    size = "size=96k"
    if mount is None:
        pytest.skip("nothing can be mounted here")
    command = [mount, "-t", "tmpfs", "-o", size, "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be had here")
    try:
        out = disk / "out"
        status, _, complaints = finish(begin(talks, out))
        assert status == 2
        assert "space" in complaints.lower()
        assert not list(out.rglob("*.part"))
        assert check_whole(out)["documents"] == []
        subprocess.run([mount, "-o", "remount,size=64m", str(disk)], check=True)
        status, _, complaints = finish(begin(talks, out))
        assert status == 0, complaints
        check_finished(out, names(talks))
    finally:
        subprocess.run(["umount", str(disk)], check=True)
