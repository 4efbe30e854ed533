"""The text of PDF and Word documents, taken out by libraries that know these formats.

What is taken out is read by the core; nothing is read into it here.
"""

from __future__ import annotations

import io
import logging
import zipfile
from importlib import import_module
from typing import Any

MOST_UNPACKED = 256 << 20
"""No document of Word unpacks to more bytes."""

MOST_PAGES = 20_000
"""No PDF has more pages."""


def pages(data: bytes) -> list[tuple[str, str]]:
    """Gives the pages of a PDF, each with its number and its text as it stands on the page.

    Raises:
        ValueError: It cannot be read, with the reason.
    """
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        raise ValueError("pypdf takes it out: pip install 'memcon[pdf]'") from None
    log = logging.getLogger("pypdf")
    if log.level == logging.NOTSET:
        log.setLevel(logging.CRITICAL)
    try:
        found = _pages(pypdf, data)
    except ValueError:
        raise
    except pypdf.errors.DependencyError:
        raise ValueError("it is encrypted with AES: pip install 'memcon[pdf]'") from None
    except Exception as error:
        raise ValueError(f"it is damaged: {_told(error)}") from error
    if not found:
        raise ValueError("it is damaged: it has no pages")
    if not any(text.strip() for _, text in found):
        count = (
            "its page has no text"
            if len(found) == 1
            else f"none of its {len(found)} pages has text"
        )
        raise ValueError(
            f"{count}: it is a scan; recognise its text first (with OCRmyPDF, for one)"
        )
    return found


def page(data: bytes) -> str:
    """Gives a document of Word as a page of HTML.

    Raises:
        ValueError: It cannot be read, with the reason.
    """
    try:
        mammoth = import_module("mammoth")
    except ImportError:
        raise ValueError("mammoth takes it out: pip install 'memcon[docx]'") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(member.file_size for member in packed.infolist())
    except zipfile.BadZipFile as error:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise ValueError(
                "it is encrypted, or of Word before 2007: save it anew without a password"
            ) from None
        raise ValueError(f"it is damaged: {_told(error)}") from error
    if unpacked > MOST_UNPACKED:
        raise ValueError(f"it unpacks to more than {MOST_UNPACKED} bytes")
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map="u => u\nbr[type='page'] => hr.page-break",
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except Exception as error:
        raise ValueError(f"it is damaged: {_told(error)}") from error
    return str(made.value)


def _pages(pypdf: Any, data: bytes) -> list[tuple[str, str]]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    # Many a file is encrypted with an empty password, only to forbid changes.
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("it is encrypted with a password: take the password off first")
    if len(reader.pages) > MOST_PAGES:
        raise ValueError(f"it has more than {MOST_PAGES} pages")
    numbers = _numbers(reader)
    return [(number, _text(page)) for number, page in zip(numbers, reader.pages, strict=True)]


def _numbers(reader: Any) -> list[str]:
    """Gives by what the file calls its pages; where it says nothing of use, they are counted."""
    count = len(reader.pages)
    try:
        called = [str(number) for number in reader.page_labels]
    except Exception:
        called = []
    sound = len(called) == count and all(
        number.isascii() and number.isalnum() and len(number) <= 8 for number in called
    )
    return called if sound else [str(number) for number in range(1, count + 1)]


def _text(page: Any) -> str:
    """Gives the text of a page in its columns, if they hold all of its words."""
    box = page.mediabox
    wide = 2 * max(abs(float(edge)) for edge in (*box.lower_left, *box.upper_right)) + 100
    sound = True

    def look(words: str, _: list[float], matrix: list[float], _font: Any, size: float) -> None:
        nonlocal sound
        scale = max(abs(part) for part in matrix[:4])
        # Columns are made of spaces: letters too small, or far off the page, would take millions.
        inside = abs(matrix[4]) <= wide and abs(matrix[5]) <= wide
        sound = sound and (not words.strip() or (inside and size * scale >= 1))

    plain = str(page.extract_text(visitor_text=look))
    if not sound:
        return plain
    try:
        typed = str(page.extract_text(extraction_mode="layout"))
    except Exception:
        return plain
    # What is set across the page stands in no column.
    return typed if _letters(typed) >= _letters(plain) else plain


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _told(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
