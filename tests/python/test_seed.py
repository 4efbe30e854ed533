"""The facts of one real record, which stays outside the project: counts, labels, offsets."""

from __future__ import annotations

import datetime
import hashlib
import os
from pathlib import Path

import pytest

import memcon

HASH = "a179eabff9a807820ba5195e09e1ab436c5fa6253008a4dcbf0b2b291d4ace87"
GORBACHEV, KARMAL, GROMYKO = "M. S. GORBACHEV", "B. KARMAL", "A. A. GROMYKO"
CORPUS = os.environ.get("MEMCON_CORPUS")

pytestmark = pytest.mark.skipif(
    CORPUS is None, reason="MEMCON_CORPUS is not set: the real records are not read"
)


@pytest.fixture(scope="module")
def path() -> Path:
    """Gives the file, found by what it holds."""
    assert CORPUS is not None
    for found in sorted(Path(CORPUS, "seed").glob("*.txt")):
        if hashlib.sha256(found.read_bytes()).hexdigest() == HASH:
            return found
    return pytest.fail(f"no file under {CORPUS}/seed has the hash {HASH}")


@pytest.fixture(scope="module")
def seed(path: Path) -> memcon.Memorandum:
    """Gives the record."""
    return memcon.read(path)


def test_the_seed_has_seven_turns_by_three_speakers(seed: memcon.Memorandum) -> None:
    labels = [str(turn.label) for turn in seed.turns]
    order = [GORBACHEV, KARMAL, GORBACHEV, KARMAL, GROMYKO, GORBACHEV, KARMAL]
    assert labels == order
    assert len({turn.speaker for turn in seed.turns}) == 3
    assert all(turn.speaker for turn in seed.turns)


def test_the_seed_has_five_participants(seed: memcon.Memorandum) -> None:
    surnames = ["Gorbachev", "Karmal", "Gromyko", "Alexandrov", "Pashkov"]
    names = [person.name.casefold() for person in seed.participants]
    assert len(names) == 5
    for surname in surnames:
        assert any(surname.casefold() in name for name in names), surname


def test_two_participants_of_the_seed_keep_silent(seed: memcon.Memorandum) -> None:
    assert sum(not person.turns for person in seed.participants) == 2


def test_the_seed_is_dated_and_placed(seed: memcon.Memorandum) -> None:
    assert seed.form == "verbatim"
    assert seed.date is not None
    assert seed.date.start == datetime.date(1985, 3, 14)
    assert seed.place is not None
    assert seed.place.name == "Kremlin"
    assert seed.number is not None
    assert "P440" in seed.number.text


def test_no_character_of_the_seed_is_lost(seed: memcon.Memorandum, path: Path) -> None:
    assert seed.rebuild() == seed.text == path.read_bytes().decode()


def test_spans_of_the_seed_index_its_text(seed: memcon.Memorandum) -> None:
    paragraphs = [p for turn in seed.turns for p in turn.paragraphs]
    assert len(paragraphs) >= 7
    for p in paragraphs:
        assert seed.text[p.span.start : p.span.stop] == p.text
