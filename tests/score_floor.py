"""Compare the figures of the scorer with the least that is accepted.

usage: score_floor.py [--raise] SCORES

SCORES holds one line of JSON a style, as the scorer prints them. A figure below its floor in
`floor.toml` ends with status 1. `--raise` lifts floors to the figures; nothing lowers them.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

FLOOR = Path(__file__).with_name("floor.toml")
# Figures that say how much there was, or how fast the machine is.
NOT_SCORES = {"style", "documents", "turns_gold", "crashed", "MB_per_s"}
# Floors are kept to so many places, rounded down.
PLACES = 4

Figures = dict[str, dict[str, float]]


def read_scores(path: Path) -> tuple[Figures, int]:
    """Give the figures of each style, and how many documents could not be read."""
    figures: Figures = {}
    crashed = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        crashed += row["crashed"]
        scores = {name: value for name, value in row.items() if name not in NOT_SCORES}
        figures[row["style"]] = {n: value for n, value in scores.items() if value is not None}
    return figures, crashed


def compare(figures: Figures, floor: Figures) -> list[str]:
    """Print every figure beside its floor; give those that fell, and floors without figure."""
    fallen = []
    for style, floors in floor.items():
        for name in floors.keys() - figures.get(style, {}).keys():
            fallen.append(f"{style} {name}: no figure, the floor is {floors[name]}")
    for style, scores in figures.items():
        for name, value in scores.items():
            least = floor.get(style, {}).get(name)
            print(f"{style:<12} {name:<28} {value:.4f}  floor {'-' if least is None else least}")
            if least is not None and value < least:
                fallen.append(f"{style} {name}: {value:.4f} is below {least}")
    return fallen


def lift(figures: Figures, floor: Figures) -> None:
    """Write the floor anew, no figure of it lower than before."""
    lines = [line for line in FLOOR.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    for style in sorted(floor.keys() | figures.keys()):
        lines += ["", f"[{style}]"]
        known, found = floor.get(style, {}), figures.get(style, {})
        for name in sorted(known.keys() | found.keys()):
            least = math.floor(found.get(name, 0.0) * 10**PLACES) / 10**PLACES
            lines.append(f"{name} = {max(least, float(known.get(name, 0.0)))}")
    FLOOR.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Compare, or compare and lift."""
    parser = argparse.ArgumentParser(description="Compare the scorer's figures with the floor.")
    parser.add_argument("scores", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floor")
    asked = parser.parse_args()
    figures, crashed = read_scores(asked.scores)
    if not figures:
        print("no figures in", asked.scores, file=sys.stderr)
        return 1
    floor: Figures = tomllib.loads(FLOOR.read_text(encoding="utf-8"))
    trouble = compare(figures, floor)
    if crashed:
        trouble.append(f"{crashed} documents could not be read")
    if asked.lift:
        lift(figures, floor)
    for line in trouble:
        print("***", line, file=sys.stderr)
    print(f"score: {sum(map(len, figures.values()))} figures, {len(trouble)} below the floor")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
