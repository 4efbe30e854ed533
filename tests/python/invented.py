"""An invented record, told in the contract: it needs no parser, and everything in it is set."""

from __future__ import annotations

import copy
import json
from typing import Any

TEXT = """\
Memorandum of conversation, A. Orlov and Vesta\N{COMBINING ACUTE ACCENT} 🕊 (Vestan party)
No. Q17 SECRET
Zürich, 3 May 1971, 10:15 a.m.

Present: Cde. A. Орлов, Minister; Vesta\N{COMBINING ACUTE ACCENT}; Anna Weiss (interpreter)

ОРЛОВ (to Vesta\N{COMBINING ACUTE ACCENT}). Good day <b>to you</b> & yours. 🕊 [dove]

I had hoped for rain 𝔸𝔹 (Laughter) but not for so much.

VESTA\N{COMBINING ACUTE ACCENT}. Good day. The FRV [Free Republic of Vesta] is dry.

The Minister said that he was glad.
"""


def at(words: str, after: str = "") -> list[int]:
    """Gives where words stand, in code points, the first time after others."""
    start = TEXT.index(words, TEXT.index(after))
    return [start, start + len(words)]


def written(words: str, after: str = "") -> dict[str, Any]:
    """Gives words and where they stand."""
    return {"text": words, "span": at(words, after)}


def turn(index: int, text: str, first: str, last: str, **facts: Any) -> dict[str, Any]:
    """Gives a turn from its first words to its last."""
    start, stop = at(first)[0], at(last, first)[1]
    empty: dict[str, Any] = {
        "speaker": None,
        "speakers": [],
        "candidates": [],
        "rule": None,
        "label": None,
        "cue": None,
        "addressee": None,
        "speech_act": None,
        "confidence": None,
        "quotations": [],
        "quoted": [],
        "voiced_by": None,
        "resumes": None,
        "paragraphs": [],
        "notes": [],
    }
    own = {"index": index, "mode": "verbatim", "span": [start, stop], "text": text}
    return {**empty, **own, **facts}


def person(key: str, name: str, label: str, **facts: Any) -> dict[str, Any]:
    """Gives a participant who is named in the list."""
    empty: dict[str, Any] = {
        "honorific": None,
        "roles": [],
        "affiliation": None,
        "delegation": None,
        "capacities": ["attendee"],
        "name_parts": None,
        "presence": [],
        "identity": None,
        "refs": [],
    }
    mention = {**written(label, "Present"), "carrier": "list"}
    return {**empty, "id": key, "name": name, "mentions": [mention], **facts}


def pieces() -> list[dict[str, Any]]:
    """Gives a partition of the text: a piece a line, a piece a line's end."""
    found: list[dict[str, Any]] = []
    start = 0
    for line in TEXT.splitlines(keepends=True):
        end = start + len(line) - 1
        if end > start:
            found.append({"kind": "narration", "span": [start, end]})
        found.append({"kind": "space", "span": [end, end + 1]})
        start = end + 1
    return found


def note(kind: str, mark: str, **more: Any) -> dict[str, Any]:
    """Give a note that says nothing of itself but its kind and words, and what is told more."""
    told = {"kind": kind, "span": at(mark), "text": mark[1:-1], "of": None, "turn": None}
    return told | {"hand": "editor", "excision": None, "joined": None} | more


VESTA = "Vesta\N{COMBINING ACUTE ACCENT}"
TITLE = TEXT.splitlines()[0]
DATE = {
    "start": "1971-05-03T10:15",
    "end": None,
    "edtf": "1971-05-03T10:15",
    **written("3 May 1971, 10:15 a.m."),
}
FIRST = ["Good day <b>to you</b> & yours. 🕊 [dove]", "I had hoped for rain 𝔸𝔹 but not for so much."]

_DOCUMENT: dict[str, Any] = {
    "schema": "memcon/1",
    "offsets": "code points",
    "form": "mixed",
    "kind": "memorandum-of-conversation",
    "number": written("Q17"),
    "title": {
        **written(TITLE),
        "kind": "memorandum-of-conversation",
        "parties": [written("A. Orlov"), written(VESTA)],
    },
    "own_title": None,
    "date": DATE,
    "dates": [{"carrier": "dateline", "date": DATE}],
    "dates_agree": "single",
    "place": {"name": "Zürich", "supplied": False, "span": at("Zürich")},
    "subjects": [],
    "markings": [{"kind": "classification", "text": "SECRET", "spans": [at("SECRET")]}],
    "participants": [
        person("p1", "A. Орлов", "Cde. A. Орлов", honorific="Cde.", roles=[written("Minister")]),
        person("p2", VESTA, VESTA, delegation="Vestan party"),
        person(
            "p3",
            "Anna Weiss",
            "Anna Weiss",
            capacities=["interpreter"],
            presence=[written("interpreter")],
            name_parts={
                "family": "Weiss",
                "given": "Anna",
                "suffix": None,
                "family_first": False,
                "sort": "weiss, anna",
            },
            identity={
                "name": "Anna Weiss",
                "office": None,
                "ids": {"viaf": "12", "wikidata": "Q7"},
                "rule": "name",
            },
        ),
    ],
    "turns": [
        turn(
            0,
            "\n\n".join(FIRST),
            "ОРЛОВ (to",
            "so much.",
            speaker="p1",
            speakers=["p1"],
            rule="surname",
            label=written("ОРЛОВ"),
            addressee={**written(VESTA, "ОРЛОВ"), "person": "p2"},
            paragraphs=[
                at(FIRST[0]),
                at("I had hoped for rain 𝔸𝔹 (Laughter) but not for so much."),
            ],
            notes=[0, 1],
        ),
        turn(
            1,
            "Good day. The FRV [Free Republic of Vesta] is dry.",
            "VESTA",
            "is dry.",
            speaker="p2",
            speakers=["p2"],
            rule="surname",
            label=written("VESTA\N{COMBINING ACUTE ACCENT}"),
            paragraphs=[at("Good day. The FRV [Free Republic of Vesta] is dry.")],
            notes=[2],
        ),
        turn(
            2,
            "The Minister said that he was glad.",
            "The Minister",
            "glad.",
            mode="reported",
            candidates=["p1", "p2"],
            cue={"subject": written("The Minister"), "verb": written("said")},
            quoted=[
                {
                    "subject": written("The Minister"),
                    "verb": written("said"),
                    "person": "p1",
                    "words": None,
                }
            ],
            paragraphs=[at("The Minister said that he was glad.")],
        ),
    ],
    "movements": [
        {
            "kind": "leave",
            "people": ["p1"],
            "subject": written("The Minister"),
            "time": None,
            "span": at("The Minister said that he was glad."),
            "next_turn": 2,
        }
    ],
    "notes": [
        note("editorial", "[dove]", turn=0),
        note("stage", "(Laughter)", turn=0),
        note("expansion", "[Free Republic of Vesta]", turn=1, of=written("FRV")),
    ],
    "glossary": [
        {
            "abbreviation": "FRV",
            "expansion": "Free Republic of Vesta",
            "by": "bracket",
            "span": at("FRV [Free Republic of Vesta]"),
        }
    ],
    "provenance": {
        "repository": None,
        "division": None,
        "collection": written("No. Q17"),
        "shelfmark": None,
        "reel": None,
        "container": None,
        "original_archive": None,
        "translator": None,
        "abstract": written("SECRET"),
        "rights": [],
        "uploaded": None,
        "url": None,
        "record_id": None,
        "drafted": None,
        "approved": None,
        "cleared": None,
        "venue": None,
        "source_note": None,
    },
    "diagnostics": [
        {
            "code": "ambiguous-speaker",
            "name": "The Minister",
            "among": ["A. Орлов", VESTA],
            "severity": "warning",
            "message": f'"The Minister" could be A. Орлов or {VESTA}',
            "span": at("The Minister"),
        },
        {
            "code": "date-conflict",
            "other": "3 May 1971",
            "at": at("3 May 1971"),
            "severity": "warning",
            "message": 'this date does not agree with "3 May 1971"',
            "span": at("3 May 1971, 10:15 a.m."),
        },
    ],
    "label_readings": [
        {
            "span": at("ОРЛОВ"),
            "separator": "stop",
            "verdict": "label",
            "evidence": ["listed", "capitals"],
        }
    ],
    "pieces": pieces(),
    "layout": "plain",
    "id": "d7",
    "origin": {
        "encoding": "UTF-8",
        "runs": [
            {"text": [0, 60], "file": [100, 163]},
            {"text": [60, 61], "file": [163, 168]},
        ],
    },
    "text": TEXT,
}


def document(**other: Any) -> dict[str, Any]:
    """Gives the record, with other values where some are given."""
    return {**copy.deepcopy(_DOCUMENT), **other}


def as_json(**other: Any) -> str:
    """Gives the record as JSON."""
    return json.dumps(document(**other), ensure_ascii=False)
