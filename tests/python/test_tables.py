"""Tables go to whoever speaks Arrow, without a copy and as often as asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import memcon

TABLES = ["documents", "participants", "turns", "notes", "diagnostics"]


def rows(memo: memcon.Memorandum, name: str) -> int:
    """Counts the rows that a table must have."""
    return 1 if name == "documents" else len(getattr(memo, name))


@pytest.fixture(params=TABLES)
def name(request: pytest.FixtureRequest) -> str:
    """Gives the name of each table in turn."""
    return str(request.param)


def test_pyarrow_takes_every_table(memo: memcon.Memorandum, name: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = memo.table(name)
    first, again = pyarrow.table(table), table.to_arrow()
    first.validate(full=True)
    assert first.num_rows == rows(memo, name) > 0
    assert first.equals(again)
    assert tuple(first.column_names) == table.columns
    assert first.schema == pyarrow.schema(table)
    assert pyarrow.RecordBatchReader.from_stream(table).read_all() == first


def test_polars_takes_every_table(memo: memcon.Memorandum, name: str) -> None:
    polars = pytest.importorskip("polars")
    frame = memo.table(name).to_polars()
    assert isinstance(frame, polars.DataFrame)
    assert frame.height == rows(memo, name)
    assert frame.equals(polars.DataFrame(memo.table(name)))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pandas_takes_every_table(memo: memcon.Memorandum, name: str) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    assert len(memo.table(name).to_pandas()) == rows(memo, name)


def test_duckdb_takes_every_table(memo: memcon.Memorandum, name: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    held = memo.table(name)
    for _ in range(2):
        counted = duckdb.sql("select count(*) from held").fetchall()
        assert counted == [(rows(memo, name),)]
    assert held.name == name


def test_columns_say_what_the_record_says(memo: memcon.Memorandum) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    turns: list[dict[str, Any]] = pyarrow.table(memo.table("turns", "talk")).to_pylist()
    assert {row["document_id"] for row in turns} == {"talk"}
    for row, turn in zip(turns, memo.turns, strict=True):
        assert memo.text[row["char_start"] : row["char_end"]] == turn.raw
        assert row["text"] == turn.text
        assert row["speaker_name"] == (turn.speaker.name if turn.speaker else None)
        assert row["quotations"] == [words.text for words in turn.quotations]
    (document,) = pyarrow.table(memo.table("documents")).to_pylist()
    assert memo.date is not None
    assert document["began"] == memo.date.start
    assert document["text"] == memo.text


def test_parquet_is_written_whole(memo: memcon.Memorandum, name: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "table.parquet"
    memo.table(name).to_parquet(path)
    assert parquet.read_table(path).equals(memo.table(name).to_arrow())
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FileNotFoundError, match="missing"):
        memo.table(name).to_parquet(tmp_path / "missing" / "table.parquet")


def test_an_unknown_table_is_a_key_error(memo: memcon.Memorandum) -> None:
    with pytest.raises(KeyError, match="no table is named"):
        memo.table("speeches")


def test_a_capsule_that_nobody_takes_is_released(memo: memcon.Memorandum) -> None:
    for _ in range(1000):
        memo.table("turns").__arrow_c_stream__()
        memo.table("turns").__arrow_c_schema__()
