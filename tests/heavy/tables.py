"""Holds the tables of every document, invented and real, before polars, pandas and DuckDB.

    tables.py

Each takes them as streams of Arrow, as Parquet, as CSV and as TSV, and must find the same rows.
The real documents are those of `MEMCON_CORPUS`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars

import memcon

# The tables, each with the column that has the longest and wildest words.
TABLES: dict[Any, str] = {
    "documents": "text",
    "participants": "name",
    "turns": "text",
    "notes": "text",
    "diagnostics": "message",
}
ROOT = Path(__file__).parent.parent.parent


# What a sheet cannot hold, and what some readers of sheets take for a line end.
REPLACED = dict.fromkeys([*range(32), *range(127, 160), 65533, 65534, 65535])


def plain(cells: Any) -> list[str]:
    """Gives cells as text, without what makes them inert in a sheet; an empty cell is none."""
    given = ("" if cell is None or cell != cell else str(cell) for cell in cells)
    return [cell.removeprefix("'").translate(REPLACED) for cell in given]


def same(name: str, expected: list[str], found: dict[str, Any]) -> None:
    """Compares the cells of one column, as each reader gives them."""
    for reader, cells in found.items():
        assert plain(cells) == expected, f"{name}: {reader} reads otherwise"


def check(corpus: memcon.Corpus, folder: Path) -> int:
    """Compares every table in every form; gives how many rows they have."""
    corpus.to_parquet(folder)
    total = 0
    for name, column in TABLES.items():
        stream = polars.DataFrame(corpus.table(name))
        if name == "documents":
            # A file that could not be read is a row of the collection, and of nothing written.
            stream = stream.filter(polars.col("error").is_null())
        expected = plain(stream[column])
        total += len(expected)
        held = stream.to_arrow()
        place = folder / f"{name}.parquet"
        query = f'select "{column}" from'
        same(
            f"{name} as Arrow and Parquet",
            expected,
            {
                "pandas of Arrow": held.to_pandas()[column],
                "DuckDB of Arrow": [cell for (cell,) in duckdb.sql(f"{query} held").fetchall()],
                "polars": polars.read_parquet(place)[column],
                "pandas": pandas.read_parquet(place)[column],
                "DuckDB": [cell for (cell,) in duckdb.sql(f"{query} '{place}'").fetchall()],
            },
        )
        for write, letter in ((corpus.to_csv, ","), (corpus.to_tsv, "\t")):
            place = folder / f"{name}.sheet"
            write(name).save(place)
            scan = f"read_csv('{place}', delim='{letter}', header=true, all_varchar=true)"
            same(
                f"{name} with {letter!r}",
                expected,
                {
                    "polars": polars.read_csv(place, separator=letter, infer_schema=False)[column],
                    "pandas": pandas.read_csv(place, sep=letter, dtype=str)[column],
                    "DuckDB": [cell for (cell,) in duckdb.sql(f"{query} {scan}").fetchall()],
                },
            )
    return total


def main() -> int:
    """Checks the invented documents, and the real ones where they are."""
    warnings.simplefilter("error")
    corpora = {"invented": memcon.Corpus(ROOT / "tests" / "corpus")}
    if real := os.environ.get("MEMCON_CORPUS"):
        folders = ["seed", "frus/web", "frus/plain", "frus/typescript"]
        corpora["real"] = memcon.Corpus(*(Path(real) / folder for folder in folders))
    else:
        print("*** MEMCON_CORPUS is not set: no real table is read ***", file=sys.stderr)
    for name, corpus in corpora.items():
        with tempfile.TemporaryDirectory() as folder:
            total = check(corpus, Path(folder))
        assert total > 1000, total
        print(f"{name}: polars, pandas and DuckDB read {total} rows in four forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
