"""A roster tells who held an office on the day, and brings ids."""

from __future__ import annotations

from pathlib import Path

import pytest

import memcon

TALK = """\
Record of Conversation

Lake House, 3 May 1962

The President: Good day.

Mr. Rivel: Good day.

The President: Sit down.
"""
ROSTER = """\
name,office,from,to,wikidata
Anton Vey,President,1960,1963,Q5
Hanna Tarn,President,1964,,Q6
"""


def identities(memo: memcon.Memorandum) -> dict[str, str]:
    """Gives the names of the roster by those of the record."""
    return {p.name: p.identity.name for p in memo.participants if p.identity is not None}


def test_an_office_is_resolved_by_the_date() -> None:
    roster = memcon.Roster.from_csv(ROSTER)
    memo = memcon.parse(TALK, roster=roster)
    assert identities(memo) == {"President": "Anton Vey"}
    later = memcon.parse(TALK.replace("1962", "1970"), roster=roster)
    assert identities(later) == {"President": "Hanna Tarn"}
    assert identities(memcon.parse(TALK.replace("1962", "1950"), roster=roster)) == {}


def test_what_the_document_says_stays() -> None:
    plain, known = memcon.parse(TALK), memcon.parse(TALK, roster=memcon.Roster.from_csv(ROSTER))
    assert [turn.text for turn in plain.turns] == [turn.text for turn in known.turns]
    assert [p.name for p in plain.participants] == [p.name for p in known.participants]
    assert all(p.identity is None for p in plain.participants)


def test_ids_and_rule_are_told() -> None:
    memo = memcon.parse(TALK, roster=memcon.Roster.from_csv(ROSTER))
    (identity,) = [p.identity for p in memo.participants if p.identity is not None]
    assert identity.ids == {"wikidata": "Q5"}
    assert (identity.rule, identity.office) == ("office", "President")
    assert memcon.from_json(memo.to_json()) == memo


def test_a_roster_is_read_from_files(tmp_path: Path) -> None:
    table, tree = tmp_path / "people.csv", tmp_path / "people.toml"
    table.write_text("name\nAnton Vey\n", encoding="utf-8")
    tree.write_text('[[person]]\nname = "Anton Vey"\n', encoding="utf-8")
    assert memcon.Roster.read(table) == memcon.Roster.read(str(tree))
    assert len(memcon.Roster.read(table)) == 1
    with pytest.raises(FileNotFoundError):
        memcon.Roster.read(tmp_path / "missing.csv")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name,from\nVey,May\n", 'line 2: found from "May"; expected YYYY-MM-DD'),
        ("a.toml", "[[person]]\nnane = 1\n", "line 2: unknown field `nane`, expected"),
        ("a.xlsx", "", "ends in neither .toml nor .csv"),
    ],
)
def test_mistakes_name_file_line_and_what_was_expected(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(memcon.MemconError) as caught:
        memcon.Roster.read(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_movements_and_presence_are_values() -> None:
    text = TALK + "\n(At this point Mr. Rivel left the room.)\n\nThe President: He is gone.\n"
    memo = memcon.parse(text)
    (move,) = memo.movements
    assert (move.kind, str(move.subject), move.next_turn) == ("leave", "Mr. Rivel", 3)
    assert [memo.participant(person).name for person in move.people] == ["Rivel"]
    listed = TALK.replace(
        "The President: Good", "PARTICIPANTS\n\n  • Mr. Vey (part-time)\n\nThe President: Good"
    )
    assert [str(mark) for p in memcon.parse(listed).participants for mark in p.presence] == [
        "part-time"
    ]
