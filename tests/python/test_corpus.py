"""The same corpus and the same goldens as in Rust."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*.txt") if path.with_suffix(".golden").exists())


def reading(path: Path) -> memcon.Memorandum:
    """Reads a document with the roster that stands beside it."""
    rosters = [path.with_suffix(ending) for ending in (".roster.toml", ".roster.csv")]
    roster = next((memcon.Roster.read(file) for file in rosters if file.exists()), None)
    return memcon.read(path, roster=roster)


@pytest.mark.skipif(not FILES, reason="tests/corpus holds no record with a golden yet")
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_an_outline_is_the_golden(path: Path) -> None:
    golden = path.with_suffix(".golden").read_bytes().decode()
    assert reading(path).outline() == golden


@pytest.mark.skipif(not FILES, reason="tests/corpus holds no record with a golden yet")
@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_record_survives_json(path: Path) -> None:
    memo = reading(path)
    assert memcon.from_json(memo.to_json()) == memo
    assert memo.rebuild() == memo.text
    for turn in memo.turns:
        for p in turn.paragraphs:
            assert memo.text[p.span.start : p.span.stop] == p.text
