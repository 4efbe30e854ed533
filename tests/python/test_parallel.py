"""Records are read in threads and sent between processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import invented
import memcon


def first_words(turn: memcon.Turn) -> str:
    """Gives the beginning of a turn, in another process."""
    return turn.text[:8]


def same(memo: memcon.Memorandum) -> memcon.Memorandum:
    """Gives back what came, from another process."""
    return memo


def test_threads_read_in_parallel() -> None:
    texts = [invented.TEXT + str(number) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        memos = list(threads.map(memcon.parse, texts))
    assert [memo.text for memo in memos] == texts


def test_threads_share_one_memorandum() -> None:
    memo = memcon.from_json(invented.as_json())
    with ThreadPoolExecutor(8) as threads:
        told = set(threads.map(lambda _: (memo.text, memo.turns[0].text), range(200)))
    assert len(told) == 1


def test_processes_pass_records_and_turns(memo: memcon.Memorandum) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as processes:
        assert list(processes.map(first_words, memo.turns)) == [t.text[:8] for t in memo.turns]
        assert processes.submit(same, memo).result() == memo
