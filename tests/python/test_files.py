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


TALK = "Orlo: Café.\n\nVey: Déjà.\n\nOrlo: Bien.\n\nVey: Très bien.\n"
ROAD = "Орло: Да.\n\nВей: Нет.\n\nОрло: Почему?\n\nВей: Так.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(TALK, name) for name in ["latin-1", "cp1252", "cp437", "cp850", "mac-roman"]],
        *[(ROAD, name) for name in ["cp1251", "cp866", "koi8-r", "iso8859-5", "cp855"]],
        *[(ROAD, name) for name in ["gb18030", "utf-16-be", "utf-16-le", "utf-32", "utf-8"]],
    ],
)
def test_an_encoding_that_is_insisted_on_gives_its_text(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(text.encode(encoding))
    memo = memcon.read(path, encoding=encoding)
    assert memo.text == text
    assert len(memo.turns) == 4
    for turn in memo.turns:
        found = memo.origin(turn.span)
        assert found is not None
        wide = "utf-32-le" if encoding == "utf-32" else encoding
        assert path.read_bytes()[found].decode(wide) == memo.text[turn.span.slice]


@pytest.mark.parametrize(
    "encoding", ["cp1251", "cp866", "koi8-r", "utf-16", "utf-16-be", "utf-8-sig"]
)
def test_an_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "talk.txt"
    words = "Мы должны были начать разговор о дороге, сказал он, и о плотине. "
    path.write_bytes((ROAD + words * 3).encode(encoding))
    memo = memcon.read(path)
    assert memo.text.lstrip("\ufeff") == ROAD + words * 3
    assert len(memo.turns) == 4


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(tmp_path: Path, end: str) -> None:
    sources = sorted(CORPUS.glob("wilson-center/*.txt"))
    assert sources
    for source in sources:
        text = source.read_text(encoding="utf-8").replace("\r\n", "\n")
        path = tmp_path / "talk.txt"
        path.write_bytes(text.replace("\n", end).encode())
        plain, ended = memcon.parse(text), memcon.read(path)
        said = [(turn.label.text if turn.label else None) for turn in plain.turns]
        assert [(turn.label.text if turn.label else None) for turn in ended.turns] == said
        assert [turn.text.split() for turn in ended.turns] == [
            turn.text.split() for turn in plain.turns
        ], source.name


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


def test_json_lines_are_read_back(tmp_path: Path) -> None:
    talks = ["ORLO: Good day.\n\nVEY: Yes.\n\nORLO: Sit.\n\nVEY: No.\n", "VEY: Well?\n"]
    memos = [memcon.parse(talk) for talk in talks]
    path = tmp_path / "talks.jsonl"
    path.write_text("".join(memo.to_jsonl() for memo in memos), encoding="utf-8")
    assert list(memcon.read_all(path)) == memos
    assert memcon.read(path, id="record-2").text == talks[1]
    ids = [record.id for record in memcon.Corpus(path)]
    assert ids == ["talks.jsonl#record-1", "talks.jsonl#record-2"]
    with pytest.raises(memcon.MemconError, match="record-1"):
        memcon.read(path)
