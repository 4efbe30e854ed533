"""Reads records on Dask and on Daft, and on Ray Data where it is there, as the documentation tells.

Run it as `python tests/heavy/engines.py`. Each gives the rows of one machine, bad ones too.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas
import pyarrow
import pyarrow.parquet

from memcon import batch

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def texts() -> Any:
    """Gives every invented record, and a row that cannot be read."""
    paths = sorted(CORPUS.rglob("*.txt"))
    ids = [path.relative_to(CORPUS).as_posix() for path in paths]
    read = [path.read_text("utf-8") for path in paths]
    assert len(read) > 20, f"only {len(read)} records"
    return pyarrow.table({"id": [*ids, "nothing"], "text": [*read, None]})


def turns_of(frame: Any) -> Any:
    """Reads a partition of Dask."""
    read = batch.parse(pyarrow.Table.from_pandas(frame))
    return read.to_pandas(types_mapper=pandas.ArrowDtype)


def on_dask(source: Path, out: Path) -> None:
    """Reads as the documentation tells for Dask, on two processes."""
    import dask.dataframe as dd
    from distributed import Client

    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None):
        read = dd.read_parquet(source)
        meta = turns_of(read.head(0, npartitions=-1))
        read.map_partitions(turns_of, meta=meta).to_parquet(out)


def on_daft(source: Path, out: Path) -> None:
    """Reads as the documentation tells for Daft."""
    import daft

    read = daft.read_parquet(str(source))
    for part in read.to_arrow_iter():
        daft.from_arrow(batch.parse(part)).write_parquet(str(out))


def on_ray(source: Path, out: Path) -> None:
    """Reads as the documentation tells for Ray Data."""
    import ray

    read = ray.data.read_parquet(str(source))
    turns = read.map_batches(batch.parse, batch_format="pyarrow", fn_kwargs={"table": "turns"})
    turns.write_parquet(str(out))


ENGINES: dict[str, Callable[[Path, Path], None]] = {
    "dask": on_dask,
    "daft": on_daft,
    "ray": on_ray,
}


def check(name: str, folder: Path) -> None:
    """Compares what an engine gives with what one machine gives."""
    rows = texts()
    source, out = folder / "texts", folder / "turns"
    source.mkdir()
    half = rows.num_rows // 2
    for number, part in enumerate((rows.slice(0, half), rows.slice(half))):
        pyarrow.parquet.write_table(part, source / f"{number}.parquet")
    ENGINES[name](source, out)
    read = pyarrow.concat_tables(
        [pyarrow.parquet.read_table(path) for path in sorted(out.rglob("*.parquet"))],
        promote_options="permissive",
    )
    expected = batch.parse(rows)
    order = [("document_id", "ascending"), ("index", "ascending")]
    columns = expected.column_names
    one, other = (it.select(columns).sort_by(order).to_pylist() for it in (read, expected))
    assert len(one) == len(other) > 20, (name, len(one), len(other))
    for mine, theirs in zip(one, other, strict=True):
        assert mine == theirs, (name, mine, theirs)
    bad = [row["document_id"] for row in one if row["error"]]
    assert bad == ["nothing"], (name, bad)
    print(f"{name}: {len(one)} rows alike")


def main() -> int:
    """Checks each engine that is there; that none is there is a failure."""
    there = [name for name in ENGINES if find_spec(name) is not None]
    assert there, "neither dask nor daft nor ray is installed"
    for name in there:
        with tempfile.TemporaryDirectory() as folder:
            check(name, Path(folder))
    print(f"read on {', '.join(there)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
