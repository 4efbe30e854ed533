"""A memorandum shows everything that the contract holds."""

from __future__ import annotations

import datetime
import json

import pytest

import invented
import memcon


def test_a_memorandum_tells_its_head(memo: memcon.Memorandum) -> None:
    assert memo.form == "mixed"
    assert memo.kind == "memorandum-of-conversation"
    assert memo.layout == "plain"
    assert str(memo.number) == "Q17"
    assert memo.title is not None
    assert [str(party) for party in memo.title.parties] == ["A. Orlov", invented.VESTA]
    assert memo.own_title is None
    assert memo.place is not None
    assert (memo.place.name, memo.place.supplied) == ("Zürich", False)
    assert [(mark.kind, str(mark)) for mark in memo.markings] == [("classification", "SECRET")]
    assert memo.dates_agree == "single"
    assert memo.subjects == ()


def test_a_date_is_a_datetime_where_the_minute_is_written(memo: memcon.Memorandum) -> None:
    assert memo.date is not None
    assert memo.date.start == datetime.datetime(1971, 5, 3, 10, 15)
    assert memo.date.start_text == memo.date.edtf == "1971-05-03T10:15"
    assert memo.date.end is None
    assert [stated.date for stated in memo.dates] == [memo.date]


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("1971-05-03", datetime.date(1971, 5, 3)),
        ("1971-05", None),
        ("1971", None),
        ("1971-02-30", None),
        (None, None),
    ],
)
def test_a_date_is_a_date_only_when_it_is_complete(
    told: str | None, start: datetime.date | None
) -> None:
    date = {**invented.DATE, "start": told}
    memo = memcon.from_json(invented.as_json(date=date))
    assert memo.date is not None
    assert memo.date.start == start
    assert type(memo.date.start) is type(start)
    assert memo.date.start_text == told


def test_people_are_linked_to_their_turns(memo: memcon.Memorandum) -> None:
    orlov, vesta, weiss = memo.participants
    assert [turn.index for turn in orlov.turns] == [0]
    assert vesta.turns == memo.turns_by(vesta) == memo.turns_by("p2") == memo.turns[1:2]
    assert len(weiss.turns) == 0
    assert memo.turns[0].speaker == orlov == memo.participant("p1")
    assert orlov.memorandum is memo
    assert (orlov.id, orlov.honorific, str(orlov.roles[0])) == ("p1", "Cde.", "Minister")
    assert weiss.capacities == ("interpreter",)
    assert vesta.delegation == "Vestan party"
    assert orlov.mentions[0].carrier == "list"


def test_a_turn_tells_its_label_or_its_cue(memo: memcon.Memorandum) -> None:
    first, _, last = memo.turns
    assert first.label is not None
    assert (first.mode, first.rule, first.label.text) == ("verbatim", "surname", "ОРЛОВ")
    assert first.cue is None
    assert first.addressee is not None
    assert first.addressee.person == memo.participant("p2")
    assert last.mode == "reported"
    assert last.label is None
    assert str(last.cue) == "The Minister said"
    assert last.speaker is None
    assert last.candidates == (memo.participant("p1"), memo.participant("p2"))


def test_text_is_the_speech_and_raw_is_as_written(memo: memcon.Memorandum) -> None:
    turn = memo.turns[0]
    assert "(Laughter)" not in turn.text
    assert "(Laughter)" in turn.raw
    assert turn.raw == memo.text[turn.span.slice]


def test_notes_and_turns_lead_to_each_other(memo: memcon.Memorandum) -> None:
    assert [note.kind for note in memo.turns[0].notes] == ["editorial", "stage"]
    assert [note.turn for note in memo.turns[0].notes] == [memo.turns[0]] * 2
    assert memo.notes[1].raw == "(Laughter)"
    assert str(memo.notes[2].of) == "FRV"


def test_a_gloss_and_a_label_reading_are_shown(memo: memcon.Memorandum) -> None:
    assert str(memo.glossary[0]) == "FRV: Free Republic of Vesta"
    reading = memo.label_readings[0]
    assert (reading.text, reading.verdict) == ("ОРЛОВ", "label")
    assert reading.evidence == ("listed", "capitals")


def test_diagnostics_carry_code_severity_sentence_and_place(memo: memcon.Memorandum) -> None:
    doubt, conflict = memo.diagnostics
    assert (doubt.code, doubt.severity) == ("ambiguous-speaker", "warning")
    assert memo.text[doubt.span.slice] == "The Minister"
    assert doubt.elsewhere is None
    assert conflict.elsewhere is not None
    assert memo.text[conflict.elsewhere.slice] == "3 May 1971"


def test_provenance_tells_what_is_told(memo: memcon.Memorandum) -> None:
    assert str(memo.provenance.abstract) == "SECRET"
    assert memo.provenance.reel is None
    assert memo.provenance.rights == ()
    assert str(memo.provenance) == "collection: No. Q17\nabstract: SECRET"


def test_the_pieces_put_the_text_together_again(memo: memcon.Memorandum) -> None:
    assert memo.rebuild() == memo.text
    assert "".join(piece.text for piece in memo.pieces) == memo.text


def test_to_dict_is_what_to_json_writes(memo: memcon.Memorandum) -> None:
    assert memo.to_dict() == json.loads(memo.to_json()) == invented.document()
    assert list(memo.to_dict()) == list(json.loads(memo.to_json()))


def test_to_json_indents_when_asked(memo: memcon.Memorandum) -> None:
    assert "\n" not in memo.to_json()
    assert memo.to_json(indent=2).startswith('{\n  "schema": "memcon/1"')
    assert json.loads(memo.to_json(indent=2)) == memo.to_dict()


def test_json_is_read_back(memo: memcon.Memorandum) -> None:
    assert memcon.from_json(memo.to_json()) == memo


def test_places_that_a_document_only_claims_are_left_out() -> None:
    turns = invented.document()["turns"]
    turns[0] |= {"speaker": "p9", "speakers": ["p1", "p9"], "notes": [1, 99], "resumes": 77}
    turns[0] |= {"span": [5, 10**9], "paragraphs": [[9, 3]]}
    memo = memcon.from_json(invented.as_json(turns=turns))
    turn = memo.turns[0]
    assert turn.speaker is None
    assert turn.speakers == (memo.participant("p1"),)
    assert [note.index for note in turn.notes] == [1]
    assert turn.resumes is None
    assert turn.span.stop == len(memo.text)
    assert [p.text for p in turn.paragraphs] == [""]


def test_the_schema_is_a_schema_of_the_contract() -> None:
    schema = memcon.json_schema()
    assert schema["title"] == "memcon/1"
    assert "turns" in schema["properties"]


def test_layouts_are_named() -> None:
    assert "plain" in memcon.layouts()
    for name in memcon.layouts():
        assert memcon.parse("Good day.", layout=name).text == "Good day."


def test_the_origin_leads_to_bytes_of_the_file(memo: memcon.Memorandum) -> None:
    assert memo.id == "d7"
    assert memo.origin(memo.pieces[0].span) == slice(100, 168, 1)
    assert memo.origin(memo.turns[0].span) is None


def test_the_origin_of_plain_text_is_the_text() -> None:
    memo = memcon.parse("Kremlin, 3 May 1971\n\nÖRLO: Good day.\n\nVESTA: Good day.\n")
    span = memo.pieces[-1].span
    found = memo.origin(span)
    assert found is not None
    assert memo.text.encode()[found] == memo.text[span.slice].encode()
