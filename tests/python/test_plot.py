"""Figures: what is drawn is what the record says, on the axes that were given."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

import memcon

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import colors, pyplot  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402

from memcon import plot  # noqa: E402

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TALK = """\
Memorandum of Conversation

Taver, March 4, 1971, 10 a.m.

PARTICIPANTS
  • President Orlo
  • Minister Rivel

Orlo: I have read the paper. It says [less than 1 line not declassified] of it.

Rivel: I was told by [name not declassified].

Orlo: By whom?

Rivel: By them.
"""
CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    pyplot.close("all")


def bars(axes: Axes) -> list[Rectangle]:
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def places(points: Any) -> list[float]:
    return [x for x, _ in points.get_offsets()]


def labels(axes: Axes) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def test_a_timeline_has_a_bar_for_each_turn() -> None:
    memo = memcon.parse(TALK)
    axes = plot.timeline(memo)
    assert labels(axes) == ["Orlo", "Rivel", "notes"]
    drawn = [(bar.get_x(), bar.get_width()) for bar in bars(axes)]
    assert drawn == [(turn.span.start, len(turn.span)) for turn in memo.turns]
    assert axes.get_title(loc="left") == "Memorandum of Conversation"


def test_a_timeline_marks_what_is_withheld_apart() -> None:
    memo = memcon.parse(TALK)
    plain, withheld = plot.timeline(memo).collections
    assert places(withheld) == [note.span.start for note in memo.excisions]
    assert len(places(plain)) == len(memo.notes) - 2


def test_told_words_are_hatched_and_speakers_nobody_knows_have_a_row() -> None:
    memo = memcon.read(CORPUS / "frus" / "attribution-patterns.txt")
    axes = plot.timeline(memo)
    assert plot.NOBODY in labels(axes)
    assert {bar.get_hatch() for bar in axes.patches} == {"////"}


def test_shares_add_up_words() -> None:
    memo = memcon.parse(TALK)
    axes = plot.shares(memo)
    words = {turn.speaker.name: 0 for turn in memo.turns if turn.speaker}
    for turn in memo.turns:
        assert turn.speaker
        words[turn.speaker.name] += turn.words
    drawn = dict(zip(labels(axes), (bar.get_width() for bar in bars(axes)), strict=True))
    assert drawn == words
    assert axes.texts[0].get_text() == f"{100 * words['Orlo'] / sum(words.values()):.0f} %"


@pytest.mark.parametrize(
    ("by", "expected"), [("side", ["no side told"]), ("mode", ["in their words"])]
)
def test_shares_by_side_and_mode(by: Literal["side", "mode"], expected: list[str]) -> None:
    assert labels(plot.shares(memcon.parse(TALK), by=by)) == expected


def test_words_of_no_side_are_as_plain_as_those_of_nobody() -> None:
    plain = colors.to_rgba(plot.PLAIN)
    assert bars(plot.shares(memcon.parse(TALK), by="side"))[0].get_facecolor() == plain


def test_shares_of_a_corpus_leave_out_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    one = bars(plot.shares(memcon.parse(TALK)))[0].get_width()
    assert bars(plot.shares(memcon.Corpus(tmp_path)))[0].get_width() == 2 * one


def test_shares_by_what_is_not_known_are_refused() -> None:
    with pytest.raises(ValueError, match="'office'; expected person, side or mode"):
        plot.shares(memcon.parse(TALK), by="office")  # type: ignore[arg-type]


def test_a_network_draws_each_pair_and_names_everybody(tmp_path: Path) -> None:
    pytest.importorskip("networkx")
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    axes = plot.network(memcon.Corpus(tmp_path).graph("met"))
    assert len(axes.lines) == 1
    assert sorted(text.get_text() for text in axes.texts) == ["Orlo", "Rivel"]


def test_a_network_of_many_draws_the_most_tied_and_says_so() -> None:
    networkx = pytest.importorskip("networkx")
    axes = plot.network(networkx.star_graph(99))
    assert len(axes.texts) == plot.MOST_PEOPLE
    assert axes.get_title(loc="left") == "Who met whom (30 of 100 people)"


def test_excisions_are_counted_by_year_and_kind() -> None:
    later = memcon.parse(TALK.replace("1971", "1973"))
    undated = memcon.parse(TALK.replace("March 4, 1971, 10 a.m.", ""))
    axes = plot.excisions([memcon.parse(TALK), later, later, undated])
    assert [label.get_text() for label in axes.get_xticklabels()] == [
        "1971",
        "1972",
        "1973",
        "undated",
    ]
    drawn = {(round(it.get_x() + it.get_width() / 2), it.get_height()) for it in bars(axes)}
    assert drawn == {(1971, 1), (1973, 2), (1975, 1)}
    legend = axes.get_legend()
    assert legend
    assert [text.get_text() for text in legend.get_texts()] == ["name", "text"]


def test_nothing_to_draw_is_an_empty_figure() -> None:
    networkx = pytest.importorskip("networkx")
    nothing = memcon.parse("")
    for axes in (
        plot.timeline(nothing),
        plot.shares(nothing),
        plot.excisions(nothing),
        plot.network(networkx.Graph()),
    ):
        figure = axes.get_figure(root=True)
        assert figure
        figure.savefig(io.BytesIO(), format="png")
        assert not axes.patches


def test_figures_are_drawn_on_the_axes_given() -> None:
    networkx = pytest.importorskip("networkx")
    memo = memcon.parse(TALK)
    _, (first, second, third, fourth) = pyplot.subplots(4)
    assert plot.timeline(memo, ax=first) is first
    assert plot.shares(memo, ax=second) is second
    assert plot.excisions(memo, ax=third) is third
    assert plot.network(networkx.path_graph(3), ax=fourth) is fourth
    assert len(pyplot.get_fignums()) == 1


def contrast(one: str, other: str) -> float:
    """Gives the contrast of two colours as WCAG 2 counts it, from 1 to 21."""

    def light(colour: str) -> float:
        parts = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colors.to_rgb(colour)
        )
        red, green, blue = parts
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [*plot.COLOURS, plot.PLAIN, plot.WITHHELD])
def test_colours_stand_out_on_light_and_on_dark(colour: str) -> None:
    assert contrast(colour, "white") > 2
    assert contrast(colour, "black") > 3
