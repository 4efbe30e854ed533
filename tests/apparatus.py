"""Compare the marks that memcon types with those that a plain search of the same texts finds.

usage: apparatus.py [--raise] [--missed N] FOLDER

FOLDER holds documents in the styles `web`, `plain` and `typescript`, of one name each. The search
knows phrases only; it knows nothing of how memcon reads. A share of found marks below its floor in
`apparatus.toml`, or more marks left in the words of turns than there, ends with status 1.
`--raise` lifts the floor; nothing lowers it. `--missed N` names N marks that were not typed.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import memcon

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

FLOOR = Path(__file__).with_name("apparatus.toml")
STYLES = ("web", "plain", "typescript")
PLACES = 4

OMITTED = r"here follows?\b|omitted here|omission in|\bmissing\b"
# What each kind of mark looks like, and which kinds of note it may be.
SEARCHES: dict[str, tuple[re.Pattern[str], set[str]]] = {
    "page marks": (re.compile(r"\[Page \w+\]|\[end page\]"), {"page-mark"}),
    "excisions": (
        # A note on what brackets mean withholds nothing.
        re.compile(r"(?<!indicating material )\bnot\s+declas\w*fied|\bnames?\s+deleted|\b25X\d\w*"),
        {"excision"},
    ),
    "omissions": (
        re.compile(rf"\[[^\[\]]*(?:{OMITTED})[^\[\]]*\]", re.IGNORECASE),
        {"omission"},
    ),
    "unheard words": (
        re.compile(
            r"[\[(][^\[\]()]*(?:unclear|inaudible|unintelligible|garble|illegible)[^\[\]()]*[\])]"
        ),
        {"unclear"},
    ),
    "laughter": (
        re.compile(r"[\[(][^\[\]()]{0,30}laugh(?:s|ter|ing)?\b[^\[\]()]{0,30}[\])]", re.IGNORECASE),
        {"stage"},
    ),
}
# A footnote of the page: a number that opens a line, its stop, words, an arrow back.
FOOTNOTE = re.compile(r"^ (\d{1,3})\. [^↩\n]*↩?", re.MULTILINE)
# Where the footnotes begin: after two blank lines, numbered.
FOOT = re.compile(r"\n\n\n ?[1-9]\d{0,2}\.? (?!.*\n\n\n ?\d{1,3}\.? )", re.DOTALL)
# What a footnote's number is glued to: two letters, or a mark after a word.
GLUED = (
    r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_][.,;:?!\u201d\u2019\")\]])|(?<=[.,?!][\u201d\u2019\")\]]))"
)
# What may come after it.
AFTER = r"(?=$|[\s.,;:?!\u201d\u2019\")\]—])"


def footnotes(page: str) -> set[str]:
    """Give the numbers of the footnotes of a web page."""
    foot = FOOT.search(page)
    return {found[1] for found in FOOTNOTE.finditer(page, foot.start() + 2)} if foot else set()


def hits(text: str, page: str) -> Iterator[tuple[str, int, int]]:
    """Give what the search finds: the kind of mark, and from where to where it stands.

    PAGE is the document as its web page reads; the footnotes' numbers are taken from there.
    """
    for kind, (pattern, _) in SEARCHES.items():
        for found in pattern.finditer(text):
            yield kind, found.start(), found.end()
    numbers = footnotes(page)
    foot = FOOT.search(text)
    body = text[: foot.start()] if foot else text
    for number in sorted(numbers):
        for found in re.finditer(GLUED + number + AFTER, body):
            yield "callouts", found.start(), found.end()


def left(turn: memcon.Turn, numbers: set[str]) -> Iterator[tuple[str, str]]:
    """Give the marks that the words of a turn still hold."""
    for kind in ("page marks", "excisions", "omissions", "laughter"):
        for found in SEARCHES[kind][0].finditer(turn.text):
            yield kind, found[0]
    for found in re.finditer(GLUED + r"(\d{1,3})" + AFTER, turn.text):
        if found[1] in numbers:
            yield "callouts", turn.text[max(0, found.start() - 20) : found.end() + 10]


def typed(memo: memcon.Memorandum, kind: str, start: int, end: int) -> bool:
    """Tell whether a note of the right kind covers the place."""
    kinds = {"callout"} if kind == "callouts" else SEARCHES[kind][1]
    return any(
        note.kind in kinds and note.span.start <= start and end <= note.span.stop
        for note in memo.notes
    )


class Tally:
    """What was sought, found, and left in words, by style and kind."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.sought: dict[tuple[str, str], int] = defaultdict(int)
        self.found: dict[tuple[str, str], int] = defaultdict(int)
        self.left: dict[tuple[str, str], int] = defaultdict(int)
        self.missed: list[str] = []

    def count(self, style: str, path: Path, page: str) -> None:
        """Count one document."""
        text = path.read_text(encoding="utf-8")
        memo = memcon.parse(text)
        for kind, start, end in hits(memo.text, page):
            self.sought[style, kind] += 1
            if typed(memo, kind, start, end):
                self.found[style, kind] += 1
            else:
                words = memo.text[max(0, start - 30) : end + 15]
                self.missed.append(f"{style} {path.stem} {kind}: {words!r}")
        numbers = footnotes(page)
        for turn in memo.turns:
            for kind, words in left(turn, numbers):
                self.left[style, kind] += 1
                self.missed.append(f"{style} {path.stem} {kind} left in turn: {words!r}")

    def share(self, key: tuple[str, str]) -> float:
        """Give the share of marks that were typed."""
        return self.found[key] / self.sought[key]


def compare(tally: Tally, floor: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """Print every count beside its floor; give what fell."""
    fallen = []
    for style, kind in sorted(tally.sought):
        key = (style, kind)
        known = floor.get(style, {}).get(kind, {})
        least, most = known.get("typed", 0.0), known.get("left", math.inf)
        share, still = tally.share(key), tally.left[key]
        print(
            f"{style:<11} {kind:<14} search {tally.sought[key]:5}  typed {tally.found[key]:5}"
            f"  {share:.4f} floor {least}  left in words {still} at most {most}"
        )
        if share < least or still > most:
            fallen.append(f"{style} {kind}: {share:.4f} typed, {still} left in words")
    for style, kinds in floor.items():
        fallen += [f"{style} {k}: nothing sought" for k in kinds if not tally.sought[style, k]]
    return fallen


def lift(tally: Tally, floor: dict[str, dict[str, dict[str, float]]]) -> None:
    """Write the floor anew, no figure of it worse than before."""
    lines = [line for line in FLOOR.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    for style, kind in sorted(tally.sought):
        key = (style, kind)
        known = floor.get(style, {}).get(kind, {})
        share = math.floor(tally.share(key) * 10**PLACES) / 10**PLACES
        most = min(tally.left[key], known.get("left", math.inf))
        lines += ["", f'[{style}."{kind}"]', f"typed = {max(share, known.get('typed', 0.0))}"]
        lines += [f"left = {int(most)}"]
    FLOOR.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Count, compare, and lift if asked."""
    parser = argparse.ArgumentParser(description="Compare typed marks with a plain search.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floor")
    parser.add_argument("--missed", type=int, default=0, help="name so many that were missed")
    asked = parser.parse_args()
    tally = Tally()
    for style in STYLES:
        for path in sorted((asked.folder / style).glob("*.txt")):
            page = (asked.folder / "web" / path.name).read_text(encoding="utf-8")
            tally.count(style, path, page)
    if not tally.sought:
        print("no marks found in", asked.folder, file=sys.stderr)
        return 1
    floor = tomllib.loads(FLOOR.read_text(encoding="utf-8"))
    trouble = compare(tally, floor)
    if asked.lift:
        lift(tally, floor)
    for line in tally.missed[: asked.missed]:
        print("   ", line)
    for line in trouble:
        print("***", line, file=sys.stderr)
    print(f"apparatus: {len(tally.sought)} counts, {len(trouble)} below the floor")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
