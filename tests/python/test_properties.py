"""What holds of any text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import invented
import memcon

LINES = st.sampled_from(
    [
        *invented.TEXT.splitlines(),
        "ORLOV: Good day.",
        "Orlov (laughing) — Yes.",
        "The Secretary said that it rained.",
        "PARTICIPANTS",
        "DATE: 3 May 1971",
        "[Page 79]",
        "[",
        "",
        "\t",
        "\r",
        "\N{NULL}",
        "1. Footnote.",
    ]
)
RECORDS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=20))).map("\n".join))


@given(RECORDS)
def test_any_text_gives_a_memorandum(text: str) -> None:
    memo = memcon.parse(text)
    assert memo.text == text
    assert memo == memcon.parse(text)
    assert hash(memo) == hash(memcon.parse(text))


@given(RECORDS)
def test_nothing_is_lost(text: str) -> None:
    assert memcon.parse(text).rebuild() == text


@given(RECORDS)
def test_spans_stand_in_the_text(text: str) -> None:
    memo = memcon.parse(text)
    written = [p for turn in memo.turns for p in turn.paragraphs]
    labels = [turn.label for turn in memo.turns if turn.label]
    spans = [w.span for w in [*written, *labels]] + [piece.span for piece in memo.pieces]
    spans += [d.span for d in memo.diagnostics] + [note.span for note in memo.notes]
    for span in spans:
        assert 0 <= span.start <= span.stop <= len(text)
        assert len(text[: span.start].encode()) == span.bytes[0]
    for p in written:
        assert text[p.span.start : p.span.stop] == p.text


@given(RECORDS)
def test_json_brings_everything_back(text: str) -> None:
    memo = memcon.parse(text)
    assert memcon.from_json(memo.to_json()) == memo
    assert memo.to_dict() == json.loads(memo.to_json(indent=1))


@given(RECORDS)
def test_everything_can_be_shown(text: str) -> None:
    memo = memcon.parse(text)
    for face in (memo, memo.turns, memo.participants, *memo.turns, *memo.diagnostics):
        assert "\n" not in repr(face)
        str(face)
    assert memo._repr_html_()


@settings(max_examples=300)
@given(st.text())
def test_what_is_not_a_document_is_refused(text: str) -> None:
    with pytest.raises(memcon.MemconError, match="memcon/1"):
        memcon.from_json(text)


@given(st.text(max_size=40), st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_spans_of_any_document_do_no_harm(text: str, ends: list[int]) -> None:
    record = invented.document(text=text)
    record["turns"][0] |= {"span": ends[:2], "paragraphs": [ends[2:], ends[1:3]]}
    memo = memcon.from_json(json.dumps(record))
    for turn in memo.turns:
        assert turn.raw in text
        assert all(p.text in text for p in turn.paragraphs)
    assert memo.rebuild() is not None
    assert memo._repr_html_()
