"""Figures of records, drawn with matplotlib (`pip install 'memcon[plot]'`).

Each function draws on the axes that it is given, or on new ones, and returns them, so that titles,
sizes and files are matplotlib's own matter. Colours are legible on light and on dark grounds, and
to the colour-blind; words take the colours of matplotlib's style in use.

Example:
    >>> from memcon import plot
    >>> axes = plot.timeline(memo)  # doctest: +SKIP
    >>> axes.figure.savefig("timeline.svg")  # doctest: +SKIP
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from memcon._memcon import Memorandum, Note, Record, Turn

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["excisions", "network", "shares", "timeline"]

# After Okabe and Ito (https://jfly.uni-koeln.de/color/), their black and yellow left out: one is
# lost on a dark ground, the other on a light one.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C8C00")
WITHHELD = "#D55E00"
PLAIN = "#7A7A7A"
NOBODY = "nobody known"
NO_SIDE = "no side told"
# More names than this nobody reads in one figure.
MOST_BARS = 20
MOST_PEOPLE = 30

Records = Memorandum | Iterable[Memorandum | Record]


def timeline(memo: Memorandum, *, ax: Axes | None = None) -> Axes:
    """Draws a conversation from left to right: one row a speaker, one bar a turn.

    Bars are as long as the turn, in characters of the record's text. Words that the record gives
    are filled, those that it tells hatched. Below stand the notes; what was withheld stands out.

    Args:
        memo: The record.
        ax: Where to draw; None for new axes.

    Returns:
        The axes.

    Example:
        >>> plot.timeline(memo)  # doctest: +SKIP
    """
    rows: dict[str, int] = {}
    for turn in memo.turns:
        for name in _names(turn):
            rows.setdefault(name, len(rows))
    axes = _axes(ax, height=1.9 + 0.36 * len(rows))
    for turn in memo.turns:
        told = turn.mode == "reported"
        for name in _names(turn):
            colour = PLAIN if name == NOBODY else _colour(rows[name])
            axes.barh(
                rows[name],
                len(turn.span),
                left=turn.span.start,
                height=0.66,
                color="none" if told else colour,
                edgecolor=colour,
                hatch="////" if told else None,
                linewidth=0.8,
            )
    _notes(axes, memo.notes, row=len(rows))
    axes.set_yticks([*rows.values(), len(rows)], [*map(_short, rows), "notes"])
    axes.set_ylim(len(rows) + 0.6, -0.6)
    axes.set_xlim(0, max(len(memo.text), 1))
    axes.set_xlabel("place in the text (characters)", loc="left")
    axes.set_title(_title(memo), loc="left")
    _legend(axes, memo)
    return axes


def shares(
    records: Records,
    *,
    by: Literal["person", "side", "mode"] = "person",
    ax: Axes | None = None,
) -> Axes:
    """Draws how the words spoken are shared, as bars, the largest on top.

    What is spoken jointly counts for the first speaker. People of several records are one if they
    are written alike; `Corpus.shares` weighs the evidence.

    Args:
        records: One record, or several: a `Corpus`, a list.
        by: Whose words are added up: those of each `person`, each `side` (the delegation or, where
            none is told, the affiliation), or each `mode` of speech.
        ax: Where to draw; None for new axes.

    Returns:
        The axes.

    Raises:
        ValueError: Words are not added up by that.

    Example:
        >>> plot.shares(memo, by="side")  # doctest: +SKIP
    """
    owner = {"person": _person, "side": _side, "mode": _mode}.get(by)
    if owner is None:
        raise ValueError(f"words are not added up by {by!r}; expected person, side or mode")
    words: Counter[str] = Counter()
    for memo in _several(records):
        for turn in memo.turns:
            words[owner(turn)] += turn.words
    total = max(words.total(), 1)
    ranked = words.most_common(MOST_BARS)
    axes = _axes(ax, height=1.2 + 0.36 * max(len(ranked), 1))
    bars = axes.barh(
        [_short(name) for name, _ in ranked],
        [count for _, count in ranked],
        color=[PLAIN if name in {NOBODY, NO_SIDE} else COLOURS[0] for name, _ in ranked],
        height=0.66,
    )
    axes.bar_label(bars, [f"{100 * count / total:.0f} %" for _, count in ranked], padding=3)
    axes.set_ylim(max(len(ranked), 2) - 0.4, -0.6)
    axes.margins(x=0.12)
    axes.set_xlabel("words")
    left_out = f", {len(ranked)} of {len(words)}" if len(ranked) < len(words) else ""
    axes.set_title(f"Words by {by}{left_out}", loc="left")
    return axes


def network(met: Any, *, ax: Axes | None = None) -> Axes:
    """Draws who met whom: a line for each pair who took part in the same records.

    Lines are as wide as the pair's meetings are many, circles as large as somebody's meetings.

    Args:
        met: A graph of networkx whose edges may have a `weight`, as `Corpus.graph("met")` gives.
        ax: Where to draw; None for new axes.

    Returns:
        The axes. Of very many people those with most meetings are drawn, and the title says so.

    Example:
        >>> plot.network(corpus.graph("met"))  # doctest: +SKIP
    """
    from math import cos, pi, sin

    ties = dict(met.degree(weight="weight"))
    # Those who met stand beside each other where the order of the graph allows it.
    ranked = set(sorted(ties, key=lambda node: (-ties[node], str(node)))[:MOST_PEOPLE])
    people = [node for node in met.nodes if node in ranked]
    angle = {node: 2 * pi * place / len(people) for place, node in enumerate(people)}
    axes = _axes(ax, height=6)
    pairs = [it for it in met.edges(data="weight", default=1) if it[0] in angle and it[1] in angle]
    widest = max((weight for _, _, weight in pairs), default=1)
    for one, other, weight in pairs:
        ends = angle[one], angle[other]
        axes.plot(
            [cos(it) for it in ends],
            [sin(it) for it in ends],
            color=PLAIN,
            alpha=0.55,
            linewidth=0.6 + 4 * weight / widest,
            solid_capstyle="round",
        )
    most = max((ties[node] for node in people), default=1) or 1
    for node in people:
        x, y = cos(angle[node]), sin(angle[node])
        size = 30 + 270 * ties[node] / most
        axes.scatter([x], [y], s=size, color=COLOURS[0], zorder=3)
        turned = angle[node] * 180 / pi
        axes.annotate(
            _short(str(met.nodes[node].get("name", node))),
            (1.12 * x, 1.12 * y),
            ha="left" if x >= 0 else "right",
            va="center",
            rotation=turned if x >= 0 else turned - 180,
            rotation_mode="anchor",
            fontsize="small",
            annotation_clip=False,
        )
    axes.set_xlim(-1.9, 1.9)
    axes.set_ylim(-1.9, 1.9)
    axes.set_aspect("equal")
    axes.set_axis_off()
    left_out = f" ({len(people)} of {len(ties)} people)" if len(people) < len(ties) else ""
    axes.set_title(f"Who met whom{left_out}", loc="left")
    return axes


def excisions(records: Records, *, ax: Axes | None = None) -> Axes:
    """Draws how many passages were withheld, a bar a year, divided by what was withheld.

    Args:
        records: One record, or several: a `Corpus`, a list.
        ax: Where to draw; None for new axes.

    Returns:
        The axes; records without a year stand under "undated", at the end.

    Example:
        >>> plot.excisions(corpus)  # doctest: +SKIP
    """
    withheld: dict[str, Counter[int | None]] = {}
    for memo in _several(records):
        for note in memo.excisions:
            kind = note.withheld or "not told"
            withheld.setdefault(kind, Counter())[_year(memo)] += 1
    known = [year for counts in withheld.values() for year in counts if year is not None]
    # Years in which nothing was withheld are years as well.
    places: dict[int | None, int] = {}
    if known:
        places = {year: year for year in range(min(known), max(known) + 1)}
    if any(None in counts for counts in withheld.values()):
        places[None] = max(known, default=0) + 2 if known else 0
    axes = _axes(ax, height=3.4)
    bottoms = dict.fromkeys(places, 0)
    for row, kind in enumerate(sorted(withheld)):
        counts = withheld[kind]
        axes.bar(
            [places[year] for year in counts],
            [counts[year] for year in counts],
            bottom=[bottoms[year] for year in counts],
            color=_colour(row),
            label=kind,
            width=0.7,
        )
        for year, count in counts.items():
            bottoms[year] += count
    step = 1 + len(places) // 16
    first = min(known, default=0)
    told = {year: at for year, at in places.items() if year is not None}
    shown = [(at, str(year)) for year, at in told.items() if (year - first) % step == 0]
    shown += [(places[None], "undated")] if None in places else []
    axes.set_xticks([at for at, _ in shown], [words for _, words in shown])
    axes.set_ylabel("passages withheld")
    axes.set_ylim(bottom=0)
    axes.locator_params(axis="y", integer=True)
    axes.set_title("What was withheld, by year", loc="left")
    if withheld:
        axes.legend(frameon=False, fontsize="small", title="withheld", alignment="left")
    return axes


def _several(records: Records) -> Iterator[Memorandum]:
    """Gives the records; those that could not be read have nothing to draw."""
    for record in [records] if isinstance(records, Memorandum) else records:
        memo = record.memorandum if isinstance(record, Record) else record
        if memo is not None:
            yield memo


def _axes(ax: Axes | None, *, height: float) -> Axes:
    if ax is not None:
        return ax
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, height))
    figure.set_layout_engine("constrained", w_pad=0.12, h_pad=0.1)
    axes.spines[["top", "right"]].set_visible(False)
    return axes


def _colour(row: int) -> str:
    return COLOURS[row % len(COLOURS)]


def _short(name: str, most: int = 32) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _title(memo: Memorandum) -> str:
    title = memo.title.text if memo.title else "Record of conversation"
    return _short(" ".join(title.split()), 70)


def _year(memo: Memorandum) -> int | None:
    start = memo.date.start_text if memo.date else None
    return int(start[:4]) if start else None


def _names(turn: Turn) -> list[str]:
    return [person.name for person in turn.speakers] or [NOBODY]


def _person(turn: Turn) -> str:
    return _names(turn)[0]


def _side(turn: Turn) -> str:
    if turn.speaker is None:
        return NOBODY
    return turn.speaker.delegation or turn.speaker.affiliation or NO_SIDE


def _mode(turn: Turn) -> str:
    return {"verbatim": "in their words", "reported": "told"}[turn.mode]


def _notes(axes: Axes, notes: Iterable[Note], *, row: int) -> None:
    """Marks each note under the turns; what was withheld stands out."""
    for withheld, colour, mark in ((False, PLAIN, "|"), (True, WITHHELD, "v")):
        places = [n.span.start for n in notes if (n.kind == "excision") is withheld]
        axes.scatter(places, [row] * len(places), color=colour, marker=mark, s=40, zorder=3)


def _legend(axes: Axes, memo: Memorandum) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    shown: list[Patch | Line2D] = []
    modes = {turn.mode for turn in memo.turns}
    if "verbatim" in modes:
        shown.append(Patch(facecolor=PLAIN, edgecolor=PLAIN, label="in their words"))
    if "reported" in modes:
        shown.append(Patch(facecolor="none", edgecolor=PLAIN, hatch="////", label="told"))
    if any(note.kind != "excision" for note in memo.notes):
        shown.append(Line2D([], [], color=PLAIN, marker="|", ls="", label="note"))
    if any(note.kind == "excision" for note in memo.notes):
        shown.append(Line2D([], [], color=WITHHELD, marker="v", ls="", label="withheld"))
    if len(shown) > 1:
        axes.legend(
            handles=shown,
            frameon=False,
            fontsize="small",
            ncols=len(shown),
            loc="upper right",
            bbox_to_anchor=(1, 0),
            borderaxespad=2.2,
        )
