"""What was withheld: on the notes, and added up."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon

pyarrow = pytest.importorskip("pyarrow")

TEXT = """\
227. Memorandum of Conversation1

Taver, March 4, 1971, 10 a.m.

PARTICIPANTS
  • President Orlo
  • Minister Rivel

Orlo: I have read the paper.2 It says [less than 1 line not declassified] of it.

Rivel: I was told by [name not declassified]. [4 paragraphs (16 lines) not declassified]
That is all.

Orlo: By whom? We paid 25X1 for it.


 1. Source: Taver Library. Secret. ↩
 2. Not found. ↩
"""


def test_excisions_say_what_and_how_much() -> None:
    told = [(note.withheld, note.measures) for note in memcon.parse(TEXT).excisions]
    assert told == [
        ("text", ((1.0, "line", "less-than"),)),
        ("name", ()),
        ("text", ((4.0, "paragraph", "exact"), (16.0, "line", "exact"))),
        ("text", ()),
    ]


def test_an_exemption_is_kept() -> None:
    assert [note.exemption for note in memcon.parse(TEXT).excisions] == [None, None, None, "25X1"]


def test_the_ledger_adds_up() -> None:
    ledger = memcon.parse(TEXT).ledger
    assert (ledger["year"], ledger["cuts"], ledger["unmeasured"]) == (1971, 4, 2)
    assert ledger["what"] == {"text": 3, "name": 1}
    assert ledger["much"] == {"line": 17.0, "paragraph": 4.0}
    assert {person: row["cuts"] for person, row in ledger["by_person"].items()} == {
        "p1": 2,
        "p2": 2,
    }


def test_callouts_and_footnotes_are_joined() -> None:
    memo = memcon.parse(TEXT)
    callouts = [note for note in memo.notes if note.kind == "callout"]
    assert [note.joined and note.joined.text for note in callouts] == [
        "1. Source: Taver Library. Secret.",
        "2. Not found.",
    ]
    assert all(note.joined and note.joined.joined == note for note in callouts)


def test_marks_are_an_editors_or_the_sources() -> None:
    memo = memcon.parse("ORLO. Yes [indeed]. (Laughter)\n\nVESTA. No.\n")
    assert [(note.kind, note.hand) for note in memo.notes] == [
        ("supplied", "editor"),
        ("stage", "source"),
    ]


def test_the_ledger_has_its_entries() -> None:
    told = [
        (entry["text"], entry["withheld"], entry["measures"], entry["turn"], entry["speaker"])
        for entry in memcon.parse(TEXT).ledger["entries"]
    ]
    assert told == [
        ("less than 1 line not declassified", "text", ["less than 1 line"], 0, "p1"),
        ("name not declassified", "name", [], 1, "p2"),
        ("4 paragraphs (16 lines) not declassified", "text", ["4 paragraphs", "16 lines"], 1, "p2"),
        ("25X1", "text", [], 2, "p1"),
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> memcon.Corpus:
    """Gives two records, of 1971 and of 1974, with their full names."""
    named = TEXT.replace("President Orlo", "President Marn Orlo")
    (tmp_path / "a.txt").write_text(named, encoding="utf-8")
    (tmp_path / "b.txt").write_text(named.replace("1971", "1974"), encoding="utf-8")
    (tmp_path / "c.txt").write_text("Orlo: Yes.\n\nVey: No.\n", encoding="utf-8")
    return memcon.Corpus(tmp_path)


def test_excisions_of_a_collection(corpus: memcon.Corpus) -> None:
    rows = pyarrow.table(corpus.excisions()).to_pylist()
    assert [row["document_id"] for row in rows] == ["a.txt"] * 4 + ["b.txt"] * 4
    assert (rows[0]["speaker_name"], rows[0]["measures"]) == ("Marn Orlo", ["less than 1 line"])
    assert rows[0]["person_id"] == rows[4]["person_id"] != rows[1]["person_id"]
    memo = memcon.parse(TEXT.replace("President Orlo", "President Marn Orlo"))
    first = memo.excisions[0].span
    assert (rows[0]["char_start"], rows[0]["char_end"]) == (first.start, first.stop)


def test_totals_of_a_collection(corpus: memcon.Corpus) -> None:
    (all_of_it,) = pyarrow.table(corpus.withheld()).to_pylist()
    assert (all_of_it["documents"], all_of_it["cuts"], all_of_it["unmeasured"]) == (2, 8, 4)
    assert (all_of_it["of_text"], all_of_it["of_names"], all_of_it["lines"]) == (6, 2, 34.0)
    by_year = pyarrow.table(corpus.withheld("year")).to_pylist()
    assert [(row["year"], row["cuts"]) for row in by_year] == [(1971, 4), (1974, 4)]
    by_document = pyarrow.table(corpus.withheld("document")).to_pylist()
    assert [row["document_id"] for row in by_document] == ["a.txt", "b.txt"]
    by_person = pyarrow.table(corpus.withheld("person")).to_pylist()
    assert [(row["person"], row["cuts"], row["documents"]) for row in by_person] == [
        ("Marn Orlo", 4, 2),
        ("Rivel", 2, 1),
        ("Rivel", 2, 1),
    ]
    with pytest.raises(KeyError, match="mood"):
        corpus.withheld("mood")  # type: ignore[arg-type]
