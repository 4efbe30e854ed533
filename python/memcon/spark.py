"""Records on Apache Spark: `pip install 'memcon[spark]'`, and Java.

The tables are those of one machine, by the same native code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon import Roster, batch


def parse(
    df: Any,
    *,
    content: str = "text",
    id: str | None = None,  # noqa: A002
    table: str = "turns",
    layout: str | None = None,
    roster: Roster | None = None,
) -> Any:
    """Reads the documents of a DataFrame of Spark, a row a document, on its workers.

    Args:
        df: A `pyspark.sql.DataFrame`: of texts, or of files as `spark.read.format("binaryFile")`
            gives them (then `content="content"`).
        content: The column of texts, or of the bytes of files.
        id: The column of ids; if None, the first of `document_id`, `id` and `path` that is there,
            else ids are made of the texts.
        table: Which table to give: `documents`, `participants`, `turns`, `notes`, `diagnostics`.
        layout: The name of the archive's layout; None to recognise it.
        roster: People whom you know, with their offices by date and their ids.

    Returns:
        A DataFrame with the columns of that table and `error` at the end. A document that cannot
        be read is a row in which only `document_id` and `error` have values.

    Example:
        >>> turns = memcon.spark.parse(spark.read.parquet("records"))  # doctest: +SKIP
        >>> turns.where("error is null").groupBy("speaker_name").sum("words")  # doctest: +SKIP
    """
    key = id or batch.key_of(df.columns)

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        for rows in batches:
            read = batch.parse(
                rows, content=content, id=key, table=table, layout=layout, roster=roster
            )
            yield from read.to_batches()

    wanted = [content] if key is None else [content, key]
    return df.select(*wanted).mapInArrow(read, batch.ddl(table))
