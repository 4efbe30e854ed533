"""Sequences of parts are sequences."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import invented
import memcon

SLICES = [
    slice(None),
    slice(1, None),
    slice(None, -1),
    slice(None, None, -1),
    slice(-1, None, -2),
    slice(5, 9),
    slice(2, 0, -1),
    slice(-99, 99, 2),
]


def test_parts_are_a_sequence(memo: memcon.Memorandum) -> None:
    for parts in (memo.turns, memo.participants, memo.notes, memo.pieces, memo.label_readings):
        assert isinstance(parts, Sequence)
        assert len(list(parts)) == len(parts)


@pytest.mark.parametrize("slice_", SLICES, ids=str)
def test_slices_are_those_of_a_list(memo: memcon.Memorandum, slice_: slice) -> None:
    pieces = memo.pieces
    assert isinstance(pieces[slice_], memcon.Parts)
    assert list(pieces[slice_]) == list(pieces)[slice_]


def test_entries_are_counted_from_both_ends(memo: memcon.Memorandum) -> None:
    turns = memo.turns
    assert [turns[i] for i in range(-3, 0)] == list(turns)
    assert list(reversed(turns)) == list(turns)[::-1]
    for place in (3, -4, 2**70):
        with pytest.raises((IndexError, TypeError)):
            turns[place]


def test_a_place_that_is_not_there_is_told() -> None:
    memo = memcon.parse("")
    with pytest.raises(IndexError, match="there is no turn at 0; there are 0"):
        memo.turns[0]


def test_a_key_of_another_type_is_refused(memo: memcon.Memorandum) -> None:
    with pytest.raises(TypeError, match="expected an int or a slice, found str"):
        memo.turns["first"]  # type: ignore[call-overload]


def test_entries_are_found(memo: memcon.Memorandum) -> None:
    again = memcon.from_json(invented.as_json())
    assert again.turns[1] in memo.turns
    assert memo.turns.index(again.turns[1]) == 1
    assert memo.turns.count(again.turns[1]) == 1
    assert "turn" not in memo.turns
    assert memo.participants[0] not in memo.turns
    with pytest.raises(ValueError, match="not among these turns"):
        memo.turns.index(memo.turns[0], 1)


def test_parts_are_told_apart(memo: memcon.Memorandum) -> None:
    assert memo.turns == memo.turns[:]
    assert memo.turns != memo.turns[1:]
    assert memo.turns != memo.notes
    assert memo.turns != list(memo.turns)
    assert len({memo.turns, memo.turns[:], memo.turns[1:]}) == 2


def test_an_empty_sequence_is_false(memo: memcon.Memorandum) -> None:
    assert not memo.participants[2].turns
    assert memo.participants[0].turns


def test_sequences_match_patterns(memo: memcon.Memorandum) -> None:
    match memo.turns:
        case [first, *rest]:
            assert first == memo.turns[0]
            assert len(rest) == 2
        case _:
            pytest.fail("a sequence pattern does not match")


def test_parts_name_their_type_at_run_time() -> None:
    assert str(memcon.Parts[memcon.Turn]) == "memcon.Parts[memcon.Turn]"
