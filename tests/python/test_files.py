"""Files of many kinds."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import memcon

CORPUS = Path(__file__).parents[1] / "corpus"
LAKE = CORPUS / "tei" / "lake-talks.xml"


def test_a_volume_gives_its_documents_with_their_ids() -> None:
    records = memcon.read_all(LAKE)
    assert iter(records) is records
    assert [memo.id for memo in records] == ["d41"]
    assert list(records) == []


def test_a_document_of_a_volume_is_read_by_its_id() -> None:
    assert memcon.read(LAKE, id="d41") == memcon.read(LAKE)
    with pytest.raises(memcon.MemconError, match='no document with the id "d7"'):
        memcon.read(LAKE, id="d7")


def test_the_origin_leads_to_the_bytes_of_the_markup() -> None:
    memo = memcon.read(LAKE)
    file = LAKE.read_bytes()
    label = memo.turns[1].label
    assert label is not None
    found = memo.origin(label.span)
    assert found is not None
    assert file[found] == b"President Vey"
    assert memo.participants[0].refs == ("p_OM1",)


def test_the_origin_survives_json() -> None:
    memo = memcon.read(LAKE)
    again = memcon.from_json(memo.to_json())
    assert again == memo
    assert again.origin(again.turns[2].span) == memo.origin(memo.turns[2].span)


def test_a_packed_file_is_read_as_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "lake-talks.xml.gz"
    path.write_bytes(gzip.compress(LAKE.read_bytes()))
    assert memcon.read(path) == memcon.read(LAKE)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "windows-1251"), ("cp866", "cp866"), ("utf-16", "UTF-16LE"), ("utf-8", "UTF-8")],
)
def test_an_encoding_can_be_insisted_on(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes("ОРЛО. Добрый день.\n\nВЕЙ. Да.\n".encode(encoding))
    memo = memcon.read(path, encoding=encoding)
    assert memo.text == "ОРЛО. Добрый день.\n\nВЕЙ. Да.\n"
    assert memo.encoding == name
    found = memo.origin(memo.turns[-1].span if memo.turns else memo.pieces[-1].span)
    assert found is not None
    assert path.read_bytes()[found].decode(encoding.replace("16", "16-le")).strip() in memo.text


def test_an_unknown_encoding_is_a_memcon_error() -> None:
    with pytest.raises(memcon.MemconError, match='no encoding is named "klingon"'):
        memcon.read(LAKE, encoding="klingon")


def test_documents_before_a_break_are_given_and_then_the_error(tmp_path: Path) -> None:
    path = tmp_path / "torn.xml"
    document = '<div type="document" xml:id="d{}"><head>Talk</head><p>Good day.</p></div>'
    path.write_text(
        "<TEI><text><body>" + document.format(1) + document.format(2) + '<div type="document">'
    )
    records = memcon.read_all(path)
    assert [next(records).id, next(records).id] == ["d1", "d2"]
    with pytest.raises(memcon.MemconError, match="ends before its elements"):
        next(records)
    with pytest.raises(memcon.MemconError, match="several documents"):
        memcon.read(path)
