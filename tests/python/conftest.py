"""What the tests share: an invented record."""

from __future__ import annotations

import pytest

import invented
import memcon


@pytest.fixture(scope="session")
def memo() -> memcon.Memorandum:
    """Gives the invented record."""
    return memcon.from_json(invented.as_json())


@pytest.fixture(scope="session")
def everything(memo: memcon.Memorandum) -> dict[str, object]:
    """Gives one value of every class, by the name of its class."""
    turn = memo.turns[0]
    values: list[object] = [
        memo,
        memo.turns,
        turn,
        turn.addressee,
        memo.turns[2].cue,
        memo.turns[2].quoted[0],
        memo.participants[0],
        memo.participants[0].mentions[0],
        memo.participants[2].identity,
        memo.participants[2].name_parts,
        memo.movements[0],
        memcon.Roster.from_csv("name,office,from\nMarta Orlo,Envoy,1961\n"),
        memo.notes[1],
        memo.title,
        memo.markings[0],
        memo.date,
        memo.dates[0],
        memo.place,
        memo.number,
        turn.span,
        memo.glossary[0],
        memo.provenance,
        memo.pieces[0],
        memo.label_readings[0],
        memo.diagnostics[0],
        memo.table("turns"),
        memo.to_gexf().losses[0],
    ]
    return {type(value).__name__: value for value in values}


CLASSES = [
    name
    for name in memcon.__all__
    if isinstance(getattr(memcon, name), type)
    and name not in {"Corpus", "Export", "MemconError", "Record", "Records"}
]


@pytest.fixture(params=CLASSES)
def value(request: pytest.FixtureRequest, everything: dict[str, object]) -> object:
    """Gives one value of each class in turn."""
    return everything[request.param]
