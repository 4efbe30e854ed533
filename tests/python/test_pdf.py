"""PDF and Word documents, made in the test and read by `memcon.read`, `Corpus` and the command."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

import memcon

pypdf = pytest.importorskip("pypdf")
canvas = pytest.importorskip("reportlab.pdfgen.canvas")

FIRST = [
    "                  MEMORANDUM OF CONVERSATION",
    "",
    "DATE: May 3, 1972",
    "PLACE: Taver",
    "",
    "PARTICIPANTS:      Anton Orlo, Minister of Works",
    "                   Ada Vey, Ambassador of Rivel",
    "",
    "     Mr. Orlo: The dam on the upper lake stands, as it has stood",
    "since the first of the treaties was signed, and we see no reason",
    "to ask anybody who has never seen it whether it should.",
    "",
    "     Mrs. Vey: So we hear. The League will ask, as it has asked",
    "before, which of the two states is to pay for the upkeep of the",
]
SECOND = [
    "road that leads to it.",
    "",
    "     Mr. Orlo: The road is in no treaty. What is in no treaty is",
    "nobody's.",
    "",
    "     Mrs. Vey: Then nobody pays.",
]


def pdf(*pages: list[str], labels: bool = False) -> bytes:
    """Makes a PDF of typed pages."""
    made = io.BytesIO()
    paper = canvas.Canvas(made, pagesize=(612, 792))
    for number, page in enumerate(pages, 1):
        paper.setFont("Courier", 10)
        for line, words in enumerate(page):
            paper.drawString(72, 720 - 12 * line, words)
        if page and number > 1:
            paper.drawString(300, 40, f"- {number} -")
        paper.showPage()
    paper.save()
    if not labels:
        return made.getvalue()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.getvalue()))
    writer.set_page_label(0, 0, style="/r")
    writer.set_page_label(1, 1, style="/D", start=41)
    named = io.BytesIO()
    writer.write(named)
    return named.getvalue()


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """Gives a PDF of two typed pages."""
    path = tmp_path / "talk.pdf"
    path.write_bytes(pdf(FIRST, SECOND))
    return path


def test_a_pdf_is_read_as_the_page_that_was_typed(talk: Path) -> None:
    memo = memcon.read(talk)
    assert memo.form == "verbatim"
    assert [person.name for person in memo.participants] == ["Anton Orlo", "Ada Vey"]
    assert [turn.speaker.name for turn in memo.turns if turn.speaker] == [
        "Anton Orlo",
        "Ada Vey",
        "Anton Orlo",
        "Ada Vey",
    ]
    # The page ends within the sentence.
    assert " ".join(memo.turns[1].text.split()).endswith(
        "to pay for the upkeep of the road that leads to it."
    )
    assert memo.date is not None
    assert memo.date.text == "May 3, 1972"


def test_pages_are_told_by_the_numbers_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.pdf"
    path.write_bytes(pdf(FIRST, SECOND, labels=True))
    memo = memcon.read(path)
    marks = [memo.text[note.span.slice] for note in memo.notes if note.kind == "page-mark"]
    assert marks == ["[Page i]", "[Page 41]"]
    # The words stand nowhere in the file as bytes.
    assert memo.origin(memo.turns[0].span) is None
    assert memcon.from_json(memo.to_json()) == memo


def test_a_scan_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([], [], []))
    with pytest.raises(memcon.MemconError, match="none of its 3 pages has text: it is a scan"):
        memcon.read(path)


def test_a_page_without_text_is_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "talk.pdf"
    path.write_bytes(pdf(FIRST, [], SECOND))
    doubts = [doubt for doubt in memcon.read(path).diagnostics if doubt.code == "page-without-text"]
    assert [doubt.message for doubt in doubts] == ["page 2 of the file has no text"]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_an_encrypted_pdf_is_told_and_one_without_a_password_is_read(
    tmp_path: Path, algorithm: str
) -> None:
    path = tmp_path / "talk.pdf"
    for password in ["ferry", ""]:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(FIRST, SECOND)))
        writer.encrypt(password, "owner", algorithm=algorithm)
        writer.write(path)
        if password:
            with pytest.raises(memcon.MemconError, match="encrypted with a password"):
                memcon.read(path)
        else:
            assert len(memcon.read(path).turns) == 4


@pytest.mark.parametrize("length", [9, 400, -200])
def test_a_damaged_pdf_is_told_or_read(tmp_path: Path, length: int) -> None:
    path = tmp_path / "torn.pdf"
    path.write_bytes(pdf(FIRST, SECOND)[:length])
    try:
        memo = memcon.read(path)
    except memcon.MemconError as error:
        assert "torn.pdf, which is PDF, cannot be had: it" in str(error)  # noqa: PT017
    else:
        assert memo.rebuild() == memo.text


def by_hand(content: bytes, box: str = "0 0 612 792") -> bytes:
    """Makes a PDF whose only page has this content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources "
        "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(content)
        + content
        + b"\nendstream",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n"
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize(
    "drawn",
    [
        b"BT /F1 10 Tf 900000000 700 Td (Orlo) Tj ET",
        b"BT /F1 10 Tf 72 -900000000 Td (Orlo) Tj ET",
        b"BT /F1 0.000001 Tf 72 700 Td (Orlo) Tj 300 0 Td (Vey) Tj ET",
    ],
)
def test_words_far_off_the_page_take_no_space(tmp_path: Path, drawn: bytes) -> None:
    path = tmp_path / "far.pdf"
    path.write_bytes(by_hand(zlib.compress(b"BT /F1 10 Tf 72 700 Td (Here) Tj ET\n" + drawn)))
    memo = memcon.read(path)
    assert "Orlo" in memo.text
    assert len(memo.text) < 10_000


def test_a_bomb_in_a_pdf_is_refused_or_empty(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(by_hand(zlib.compress(b" " * (200 << 20), 9)))
    with pytest.raises(memcon.MemconError, match="cannot be had"):
        memcon.read(path)


def test_words_across_the_page_are_not_lost(tmp_path: Path) -> None:
    made = io.BytesIO()
    paper = canvas.Canvas(made, pagesize=(612, 792))
    paper.rotate(90)
    paper.drawString(72, -72, "Orlo: Good day.")
    paper.showPage()
    paper.save()
    path = tmp_path / "across.pdf"
    path.write_bytes(made.getvalue())
    assert "Orlo: Good day." in memcon.read(path).text


def test_a_collection_and_a_zip_hold_pdfs(talk: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "talks.zip", "w") as packed:
        packed.write(talk, "papers/talk.pdf")
        packed.writestr("note.txt", "Orlo: Good day.\n")
    expected = memcon.read(talk)
    packed_talk = memcon.read(tmp_path / "talks.zip", id="papers/talk.pdf")
    assert packed_talk.id == "papers/talk.pdf"
    assert [turn.text for turn in packed_talk.turns] == [turn.text for turn in expected.turns]
    records = {record.id: record for record in memcon.Corpus(tmp_path, threads=2)}
    assert sorted(records) == ["talk.pdf", "talks.zip/note.txt", "talks.zip/papers/talk.pdf"]
    for name in ["talk.pdf", "talks.zip/papers/talk.pdf"]:
        memo = records[name].memorandum
        assert memo is not None, records[name].error
        assert [turn.text for turn in memo.turns] == [turn.text for turn in expected.turns]
    saved = memcon.Corpus(talk).save(tmp_path / "out")
    assert (saved["read"], saved["failures"]) == (1, [])


def test_the_command_of_the_package_reads_pdf(talk: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "memcon", *arguments]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, timeout=60
        )

    told = run("parse", str(talk))
    assert told.returncode == 0, told.stderr
    assert memcon.from_json(told.stdout) == memcon.read(talk)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pdf([]))
    told = run("show", str(scan))
    assert told.returncode == 2
    assert (
        "scan.pdf, which is PDF, cannot be had: its page has no text: it is a scan" in told.stderr
    )
    assert "Traceback" not in told.stderr


def test_a_library_that_is_not_there_is_named(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(memcon.MemconError, match=r"pip install 'memcon\[pdf\]'"):
        memcon.read(talk)
