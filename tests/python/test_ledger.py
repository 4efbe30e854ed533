"""What was withheld: on the notes, and added up."""

from __future__ import annotations

import memcon

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
