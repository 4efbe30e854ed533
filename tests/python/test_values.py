"""Every class is a value: frozen, compared, hashed, pickled, shown."""

from __future__ import annotations

import copy
import pickle

import pytest

import invented
import memcon


def test_every_class_says_where_it_lives(value: object) -> None:
    assert type(value).__module__ == "memcon"
    assert getattr(memcon, type(value).__name__) is type(value)


def test_nothing_can_be_set_or_deleted(value: object) -> None:
    name = next(name for name in dir(value) if not name.startswith("_"))
    with pytest.raises(AttributeError):
        setattr(value, name, None)
    with pytest.raises(AttributeError):
        delattr(value, name)
    with pytest.raises(AttributeError):
        value.remark = "mine"  # type: ignore[attr-defined]


def test_no_value_can_be_made_by_hand(value: object) -> None:
    with pytest.raises(TypeError, match="cannot create"):
        type(value)()


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_gives_an_equal_value(value: object, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(value, protocol))
    assert again == value
    assert hash(again) == hash(value)
    assert repr(again) == repr(value)


def test_copies_are_equal(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value


def test_values_do_not_equal_other_things(value: object) -> None:
    assert value != "value"
    assert value is not None
    assert value != object()


def test_values_of_two_readings_are_equal(value: object, everything: dict[str, object]) -> None:
    again = memcon.from_json(invented.as_json())
    assert memcon.from_json(invented.as_json()).turns == again.turns
    assert {value} == {everything[type(value).__name__]}


def test_a_repr_is_one_line(value: object) -> None:
    assert "\n" not in repr(value)
    assert type(value).__name__ in repr(value)


def test_a_str_is_readable(value: object) -> None:
    assert isinstance(str(value), str)
    assert "memcon." not in str(value)


def test_values_of_different_texts_differ() -> None:
    one = memcon.from_json(invented.as_json())
    other = memcon.from_json(invented.as_json(text=invented.TEXT.replace("dry", "wet")))
    assert one != other
    assert one.turns != other.turns
    assert one.turns[0] != other.turns[0]
    assert one.participants[0] != other.participants[0]
    assert one.place == other.place


def test_views_of_one_pickle_share_their_memorandum(memo: memcon.Memorandum) -> None:
    turns = pickle.loads(pickle.dumps([*memo.turns, *memo.participants]))
    assert len({id(turn.memorandum) for turn in turns}) == 1
    assert len(pickle.dumps(list(memo.turns))) < 2 * len(pickle.dumps(memo))


def test_a_pickle_of_another_version_is_refused() -> None:
    from memcon._memcon import _restore

    with pytest.raises(memcon.MemconError, match="version 99; expected version 1"):
        _restore("Span", 99, b"{}")
    with pytest.raises(memcon.MemconError, match='of "Spam"'):
        _restore("Spam", 1, b"{}")
    with pytest.raises(memcon.MemconError, match="not a pickle of memcon"):
        _restore("Span", 1, b"{}")


def test_a_pickle_of_a_place_that_is_not_there_is_refused(memo: memcon.Memorandum) -> None:
    from memcon._memcon import _restore_view

    for places in ([], [99]):
        with pytest.raises(memcon.MemconError, match="and its place"):
            _restore_view("Turn", 1, memo, places)
