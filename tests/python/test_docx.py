"""Word documents, made in the test."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import memcon

pytest.importorskip("mammoth")
docx = pytest.importorskip("docx")

FOOTNOTES = """<?xml version="1.0" encoding="UTF-8"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="2"><w:p><w:r><w:t>The dam was built by both states.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def said(document: Any, label: str, words: str) -> Any:
    """Adds a paragraph of speech."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}:").bold = True
    paragraph.add_run(f" {words}")
    return paragraph


def record() -> Any:
    """Makes a record of conversation as people type them."""
    document = docx.Document()
    document.add_heading("Memorandum of Conversation", 1)
    document.add_paragraph("Date: May 3, 1972")
    document.add_paragraph("Participants:")
    table = document.add_table(rows=2, cols=2)
    for column, (side, person) in enumerate(
        [("Orlan", "Anton Orlo, Minister of Works"), ("Rivel", "Ada Vey, Ambassador")]
    ):
        table.cell(0, column).paragraphs[0].add_run(side).bold = True
        table.cell(1, column).text = person
    said(document, "Mr. Orlo", "The dam stands.")
    said(document, "Mrs. Vey", "So we hear.\nIt leaks.")
    document.add_paragraph().add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    said(document, "Mr. Orlo", "It does two things:")
    document.add_paragraph("it stands,", style="List Bullet")
    document.add_paragraph("it leaks.", style="List Bullet")
    said(document, "Mrs. Vey", "Then we agree.")
    return document


def written(document: Any, path: Path) -> Path:
    """Writes a document."""
    document.save(str(path))
    return path


def test_a_word_document_is_read(tmp_path: Path) -> None:
    memo = memcon.read(written(record(), tmp_path / "talk.docx"))
    assert memo.form == "verbatim"
    assert [person.name for person in memo.participants] == ["Anton Orlo", "Ada Vey"]
    speakers = [turn.speaker.name if turn.speaker else None for turn in memo.turns]
    assert speakers == ["Anton Orlo", "Ada Vey", "Anton Orlo", "Ada Vey"]
    assert memo.turns[1].text.split() == ["So", "we", "hear.", "It", "leaks."]
    assert "it leaks." in memo.turns[2].text
    assert [memo.text[note.span.slice] for note in memo.notes] == ["[end page]"]
    assert memo.origin(memo.turns[0].span) is None


def test_a_footnote_is_no_part_of_the_speech(tmp_path: Path) -> None:
    document = record()
    reference = docx.oxml.parse_xml(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnoteReference w:id="2"/></w:r>'
    )
    document.paragraphs[3]._p.append(reference)
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        FOOTNOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, docx.opc.constants.RELATIONSHIP_TYPE.FOOTNOTES)
    memo = memcon.read(written(document, tmp_path / "talk.docx"))
    assert memo.turns[0].text == "The dam stands."
    footnotes = [note for note in memo.notes if note.kind == "footnote"]
    assert [note.text for note in footnotes] == ["1. The dam was built by both states."]


def test_a_word_document_by_any_name_and_in_a_zip(tmp_path: Path) -> None:
    path = written(record(), tmp_path / "talk.docx")
    plain = memcon.read(path)
    other = path.with_suffix("")
    other.write_bytes(path.read_bytes())
    assert memcon.read(other) == plain
    with zipfile.ZipFile(tmp_path / "talks.zip", "w") as packed:
        packed.write(path, "talk.docx")
    again = memcon.read(tmp_path / "talks.zip")
    assert (again.id, again.text) == ("talk.docx", plain.text)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"torn", "it is damaged"),
        (b"PK\x03\x04torn", "cannot be unpacked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted, or of Word before 2007"),
    ],
)
def test_what_is_no_word_document_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "talk.docx"
    path.write_bytes(content)
    with pytest.raises(memcon.MemconError, match=why):
        memcon.read(path)


def packed(document_xml: str) -> bytes:
    """Makes a Word document by hand."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document_xml)
    return made.getvalue()


WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "'
        + "&a;" * 99
        + '"><!ENTITY c "'
        + "&b;" * 99
        + '"><!ENTITY d "'
        + "&c;" * 99
        + '"><!ENTITY e "'
        + "&d;" * 99
        + f'">]><w:document {WORDS}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>'
        "</w:document>",
        "<w:document",
        "",
    ],
    ids=["entities", "torn", "empty"],
)
def test_hostile_word_documents_are_told(tmp_path: Path, document: str) -> None:
    path = tmp_path / "talk.docx"
    path.write_bytes(packed(document))
    with pytest.raises(memcon.MemconError, match="it is damaged"):
        memcon.read(path)


def test_entities_of_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Orlo keeps the key.")
    path = tmp_path / "talk.docx"
    path.write_bytes(
        packed(
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {WORDS}><w:body>'
            "<w:p><w:r><w:t>Talk &x;</w:t></w:r></w:p></w:body></w:document>"
        )
    )
    try:
        text = memcon.read(path).text
    except memcon.MemconError:
        text = ""
    assert "key" not in text


def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(record(), tmp_path / "talk.docx")
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(memcon.MemconError, match=r"pip install 'memcon\[docx\]'"):
        memcon.read(path)
