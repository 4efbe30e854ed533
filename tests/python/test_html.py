"""What notebooks show is safe, valid and short."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

import invented
import memcon

HOSTILE = "<script>alert('1')</script> \"& <img src=x onerror=alert(1)>"
ALLOWED = {"article", "br", "div", "li", "p", "span", "strong", "ul"}


class Checker(HTMLParser):
    """Reads HTML and insists that it is what memcon writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes a tag."""
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= {"class", "dir", "style"}
        assert not (tag in {"p", "div", "ul", "article"} and "p" in self.open)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag, the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Takes words."""
        self.words.append(data)


def read(html: str) -> str:
    """Gives the words that a reader sees."""
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []
    return "".join(checker.words)


def hostile() -> memcon.Memorandum:
    """Gives the record with markup in every name and word."""
    record = invented.document()
    record["title"]["text"] = HOSTILE
    record["place"]["name"] = HOSTILE
    record["number"]["text"] = HOSTILE
    record["date"]["text"] = HOSTILE
    for person in record["participants"]:
        person |= {"name": HOSTILE, "delegation": HOSTILE}
        person["roles"] = [{"text": HOSTILE, "span": [0, 1]}]
    for turn in record["turns"]:
        turn["text"] = HOSTILE
        turn["label"] = {"text": HOSTILE, "span": [0, 1]}
    for note in record["notes"]:
        note["text"] = HOSTILE
    return memcon.from_json(json.dumps(record))


def shown(memo: memcon.Memorandum) -> list[str]:
    """Gives everything that has a face in a notebook."""
    faces: list[Any] = [memo, memo.turns, memo.turns[0], memo.participants, memo.notes, memo.pieces]
    return [face._repr_html_() for face in faces]


@pytest.mark.parametrize("place", range(6))
def test_markup_in_a_record_is_inert(place: int) -> None:
    html = shown(hostile())[place]
    assert "<script" not in html
    assert "<img" not in html
    read(html)


def test_words_are_shown_as_they_are() -> None:
    assert HOSTILE in read(hostile().turns[0]._repr_html_())


def test_html_is_well_formed_and_tells_the_record(memo: memcon.Memorandum) -> None:
    words = read(memo._repr_html_())
    for told in ("Zürich", "Q17", "3 turns", "Anna Weiss", "silent", "so much"):
        assert told in words


def test_html_names_no_colour_and_no_address(memo: memcon.Memorandum) -> None:
    for html in shown(memo):
        assert not re.search(r"#[0-9a-fA-F]{3}|rgb|white|black|https?:|url\(", html)


def test_a_long_record_is_cut_and_says_so() -> None:
    turns = [{**invented.document()["turns"][1], "index": i, "notes": []} for i in range(500)]
    turns[0]["text"] = "long " * 10_000
    memo = memcon.from_json(invented.as_json(turns=turns, notes=[]))
    html = memo._repr_html_()
    assert len(html) < 20_000
    assert "470 turns more" in read(html)


def test_an_empty_record_has_a_face() -> None:
    assert "0 turns" in read(memcon.parse("")._repr_html_())
    assert read(memcon.parse("").turns._repr_html_()) == ""
