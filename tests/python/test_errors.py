"""Exceptions say the Python thing."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path

import pytest

import invented
import memcon


def test_a_file_is_read_by_path_or_string(tmp_path: Path) -> None:
    path = tmp_path / "Орлов.txt"
    path.write_text(invented.TEXT, encoding="utf-8", newline="")
    assert memcon.read(path) == memcon.read(str(path))
    assert memcon.read(path).text == invented.TEXT


def test_a_missing_file_is_a_file_not_found_error(tmp_path: Path) -> None:
    path = tmp_path / "missing.txt"
    with pytest.raises(FileNotFoundError) as caught:
        memcon.read(path)
    assert caught.value.filename == str(path)
    assert caught.value.errno == errno.ENOENT


def test_a_folder_is_an_is_a_directory_error(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        memcon.read(tmp_path)
    assert caught.value.filename == str(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_locked_file_is_a_permission_error(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.touch(mode=0o000)
    with pytest.raises(PermissionError) as caught:
        memcon.read(path)
    assert caught.value.filename == str(path)


def test_a_file_under_a_file_is_a_not_a_directory_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        memcon.read(tmp_path / "file" / "inner.txt")


@pytest.mark.parametrize(("content", "offset"), [(b"<TEI><p>Good", 12), (b"Good\0day", 4)])
def test_what_is_not_text_is_a_memcon_error(tmp_path: Path, content: bytes, offset: int) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(content)
    with pytest.raises(memcon.MemconError, match=f"byte {offset}") as caught:
        memcon.read(path)
    assert (caught.value.offset, caught.value.layout) == (offset, None)


def test_an_unknown_layout_is_named_beside_the_known_ones() -> None:
    with pytest.raises(
        memcon.MemconError, match=r'named "wilsn"; known layouts: .*plain'
    ) as caught:
        memcon.parse("Good day.", layout="wilsn")
    assert (caught.value.layout, caught.value.offset) == ("wilsn", None)


def test_a_memcon_error_is_a_value_error_and_survives_a_pickle() -> None:
    error = memcon.MemconError("no", layout="wilsn", offset=3)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is memcon.MemconError
    assert (str(again), again.layout, again.offset) == ("no", "wilsn", 3)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"schema": 1}', invented.as_json(schema="memcon/9"), "[" * 10_000],
)
def test_what_is_not_the_contract_is_a_memcon_error(text: str) -> None:
    with pytest.raises(memcon.MemconError, match=r'not JSON of the contract "memcon/1": \w'):
        memcon.from_json(text)


def test_what_is_not_text_is_not_read() -> None:
    with pytest.raises(TypeError):
        memcon.parse(b"Good day.")  # type: ignore[arg-type]
    with pytest.raises(UnicodeEncodeError):
        memcon.parse("\ud800")


def test_options_are_keywords() -> None:
    with pytest.raises(TypeError):
        memcon.parse("Good day.", "plain")  # type: ignore[call-arg]


@pytest.mark.parametrize("who", ["p4", "p0", "", "Orlov", "p", "p-1", "p99999999999"])
def test_an_unknown_participant_is_a_key_error(memo: memcon.Memorandum, who: str) -> None:
    with pytest.raises(KeyError, match="no participant"):
        memo.participant(who)
    with pytest.raises(KeyError, match="no participant"):
        memo.turns_by(who)


def test_a_stranger_has_no_turns_here(memo: memcon.Memorandum) -> None:
    other = memcon.from_json(invented.as_json(layout="frus"))
    with pytest.raises(ValueError, match="of another memorandum"):
        memo.turns_by(other.participants[0])
    with pytest.raises(TypeError, match="expected a Participant or an id, found int"):
        memo.turns_by(1)  # type: ignore[arg-type]
