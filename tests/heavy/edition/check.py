"""Looks at the reading edition in Chromium: by day, at night, on a telephone, on paper, by ear.

    check.py PAGE AXE PLACE [--update]

PAGE is the edition of the record beside this file, AXE a copy of axe-core, PLACE a folder for what
was seen. `--update` keeps what was seen as what is to be seen; look at it before you commit it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from browser import Browser
from PIL import Image, ImageChops

HERE = Path(__file__).parent
LOOKS = {
    "day": (1100, "light", "screen"),
    "night": (1100, "dark", "screen"),
    "telephone": (390, "light", "screen"),
    "paper": (794, "light", "print"),
}
# Versions of Chromium draw letters a little differently; a word that moves changes its square by
# far more. A square is SQUARE pixels wide, and differs where its mean differs by so many of 255.
SQUARE = 16
DIFFERENT = 10
# The share of squares that may differ, and that of the height: the frame of one mark is more.
SHARE = 0.0005
HEIGHT = 0.002
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>{cache}</cachedir>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
"""


def squares(picture: Image.Image) -> Image.Image:
    """Gives a picture whose pixels are the means of its squares."""
    size = (picture.width // SQUARE, picture.height // SQUARE)
    return picture.convert("RGB").resize(size, Image.Resampling.BOX)


def difference(seen: Path, expected: Path) -> str | None:
    """Tells how a picture differs from what it should be, if it does."""
    if not expected.exists():
        return "there is nothing to compare it with"
    with Image.open(seen) as one, Image.open(expected) as other:
        if one.width != other.width:
            return f"{one.width} pixels wide, not {other.width}"
        if abs(one.height - other.height) > HEIGHT * other.height:
            return f"{one.height} pixels high, not {other.height}"
        box = (0, 0, one.width, min(one.height, other.height))
        apart = ImageChops.difference(squares(one.crop(box)), squares(other.crop(box)))
        most = [
            max(pixel) for pixel in zip(*(band.tobytes() for band in apart.split()), strict=True)
        ]
    differ = sum(value > DIFFERENT for value in most)
    if differ > SHARE * len(most):
        return f"{differ} of {len(most)} squares differ"
    return None


def keep(picture: bytes, place: Path) -> None:
    """Keeps a picture with few colours, which is a quarter of its bytes."""
    place.write_bytes(picture)
    with Image.open(place) as whole:
        whole.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(place, optimize=True)


def axe(browser: Browser, script: str) -> list[str]:
    """Gives what axe-core finds wrong."""
    browser.evaluate(script)
    found = browser.evaluate("axe.run().then(it => JSON.stringify(it.violations))")
    violations = json.loads(found)
    return [f"axe: {it['id']}: {it['help']}: {it['nodes'][0]['html'][:120]}" for it in violations]


def keyboard(browser: Browser) -> list[str]:
    """Goes through the page by the keyboard: first the way past the card; every stop is seen."""
    wrong = []
    stops = []
    for _ in range(12):
        for kind in ("rawKeyDown", "keyUp"):
            browser.ask(
                "Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9
            )
        stop = browser.evaluate(
            "(() => { const it = document.activeElement, style = getComputedStyle(it);"
            " return [it.className, it.getAttribute('href'), style.outlineStyle,"
            " it.getBoundingClientRect().left >= 0]; })()"
        )
        stops.append(stop)
    if stops[0][:2] != ["skip", "#record"]:
        wrong.append(f"the first stop is {stops[0]}, not the way to the record")
    for name, to, outline, seen in stops:
        if to is None or outline == "none" or not seen:
            wrong.append(f"a stop of the keyboard cannot be seen: {name} {to}")
    if len({to for _, to, _, _ in stops}) < 10:
        wrong.append(f"the keyboard stops at {stops}")
    return wrong


def main(page: Path, script: Path, place: Path, update: bool) -> int:
    """Looks at the page in every way and says what is wrong."""
    wrong: list[str] = []
    place.mkdir(parents=True, exist_ok=True)
    look_at = (HERE / "page.js").read_text("utf-8")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        fonts = Path(home) / "fonts.conf"
        fonts.write_text(FONTS.format(cache=Path(home) / "fonts"), encoding="utf-8")
        with Browser("chromium", Path(home) / "profile", fonts) as browser:
            browser.open(page)
            for name, (width, scheme, media) in LOOKS.items():
                browser.look(width, scheme=scheme, media=media)
                found = browser.evaluate(look_at)
                wrong += [f"{name}: {what}" for what in found["wrong"]]
                if (found["turns"], found["callouts"], found["back"]) != (12, 3, 3):
                    wrong.append(f"{name}: {found}")
                keep(browser.picture(), place / f"{name}.png")
            browser.look(1100)
            wrong += keyboard(browser)
            paper = browser.paper()
            (place / "paper.pdf").write_bytes(paper)
            pages = paper.count(b"/Type /Page\n") or paper.count(b"/Type/Page/")
            if not (paper.startswith(b"%PDF") and 1 < pages < 5):
                wrong.append(f"{pages} pages of paper")
            if browser.requests != [page.as_uri()]:
                wrong.append(f"the page asks the network for {browser.requests[1:]}")
            for scheme in ("light", "dark"):
                browser.look(1100, scheme=scheme)
                wrong += [f"{scheme}: {what}" for what in axe(browser, script.read_text("utf-8"))]
    for name in LOOKS:
        seen, expected = place / f"{name}.png", HERE / f"{name}.png"
        if update:
            expected.write_bytes(seen.read_bytes())
        elif told := difference(seen, expected):
            wrong.append(f"{name}: {told}; compare {seen} with {expected}")
    for what in wrong:
        print(what, file=sys.stderr)
    if not wrong:
        print(f"the edition looks as it should in {len(LOOKS)} ways; axe-core finds nothing")
    return 1 if wrong else 0


if __name__ == "__main__":
    paths = [Path(it).resolve() for it in sys.argv[1:4]]
    sys.exit(main(*paths, update="--update" in sys.argv[4:]))
