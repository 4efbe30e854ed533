"""Offsets are code points, as Python's are."""

from __future__ import annotations

import json

import invented
import memcon


def test_spans_index_python_strings(memo: memcon.Memorandum) -> None:
    paragraphs = [p for turn in memo.turns for p in turn.paragraphs]
    assert len(paragraphs) == 4
    for p in paragraphs:
        assert memo.text[p.span.start : p.span.stop] == p.text


def test_labels_in_any_script_stand_where_their_spans_say(memo: memcon.Memorandum) -> None:
    labels = [turn.label for turn in memo.turns if turn.label]
    assert [memo.text[label.span.slice] for label in labels] == [label.text for label in labels]
    assert "\N{COMBINING ACUTE ACCENT}" in labels[1].text


def test_bytes_are_bytes_of_utf_8(memo: memcon.Memorandum) -> None:
    encoded = memo.text.encode()
    for piece in memo.pieces:
        start, stop = piece.span.bytes
        assert encoded[start:stop].decode() == piece.text
    assert memo.pieces[-1].span.bytes != tuple(memo.pieces[-1].span)


def test_a_span_unpacks_and_has_a_length(memo: memcon.Memorandum) -> None:
    span = memo.turns[0].span
    start, stop = span
    assert [start, stop] == invented.document()["turns"][0]["span"]
    assert len(span) == stop - start == len(memo.turns[0].raw)
    assert span.slice == slice(start, stop, 1)


def test_spans_order_as_they_stand(memo: memcon.Memorandum) -> None:
    spans = [piece.span for piece in memo.pieces]
    assert sorted(set(spans)) == spans
    assert spans[0] < spans[1] <= spans[1]
    assert spans[2] > spans[1] >= spans[1]


def test_long_texts_count_as_short_ones_do() -> None:
    filler = "Ёлка — 𝔸 e\N{COMBINING ACUTE ACCENT} " * 500
    text = filler + "end"
    place = {"name": "end", "supplied": False, "span": [len(filler), len(text)]}
    record = invented.document(text=text, place=place, turns=[], participants=[], notes=[])
    record |= {"title": None, "date": None, "dates": [], "markings": [], "glossary": []}
    record |= {"number": None, "diagnostics": [], "label_readings": [], "pieces": []}
    record["provenance"] |= {"collection": None, "abstract": None}
    memo = memcon.from_json(json.dumps(record))
    assert memo.place is not None
    assert memo.text[memo.place.span.slice] == "end"
    assert memo.place.span.bytes == (len(filler.encode()), len(text.encode()))
