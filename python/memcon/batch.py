"""Reading a batch of documents at a time: what the workers of a cluster call.

The same function serves Spark (`memcon.spark`), Ray Data, Dask and Daft.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from memcon._memcon import Roster, _parse_batch


def parse(
    rows: Any,
    *,
    content: str = "text",
    id: str | None = None,  # noqa: A002
    table: str = "turns",
    layout: str | None = None,
    roster: Roster | None = None,
) -> Any:
    r"""Reads the documents of a `pyarrow.Table` or `RecordBatch`; needs pyarrow.

    Args:
        rows: One row a document.
        content: The column of texts, or of the bytes of files.
        id: The column of ids; if None, the first of `document_id`, `id` and `path` that is there,
            else ids are made of the texts. The ending of an id tells the format of bytes.
        table: Which table to give: `documents`, `participants`, `turns`, `notes`, `diagnostics`.
        layout: The name of the archive's layout; None to recognise it.
        roster: People whom you know, with their offices by date and their ids.

    Returns:
        A `pyarrow.Table` with the columns of that table and `error` at the end. A document that
        cannot be read is a row in which only `document_id` and `error` have values.

    Example:
        >>> import pyarrow
        >>> talk = "Orlo: Good.\n\nVey: Yes.\n\nOrlo: Well?\n\nVey: No.\n"
        >>> rows = pyarrow.table({"id": ["a", "b"], "text": [talk, None]})
        >>> parse(rows).select(["document_id", "speaker_name", "error"]).to_pylist()[-2]
        {'document_id': 'a', 'speaker_name': 'Vey', 'error': None}
    """
    # By its name: it has no types, and is needed only here.
    pyarrow = import_module("pyarrow")
    key = id or key_of(rows.schema.names)
    contents = rows.column(content).to_pylist()
    given = [None] * len(contents) if key is None else rows.column(key).to_pylist()
    ids = [None if name is None else str(name) for name in given]
    return pyarrow.table(_parse_batch(table, ids, contents, layout, roster))


def key_of(columns: Iterable[str]) -> str | None:
    """Gives the column of ids of rows that have these columns, if one is known by its name.

    Example:
        >>> key_of(["path", "content"])
        'path'
    """
    there = set(columns)
    return next((name for name in ("document_id", "id", "path") if name in there), None)


def ddl(table: str) -> str:
    """Gives the columns that `parse` gives, in the words of Spark's DDL.

    Example:
        >>> ddl("notes")[:29]
        'document_id STRING NOT NULL, '
    """
    return _parse_batch(table, [], []).ddl
