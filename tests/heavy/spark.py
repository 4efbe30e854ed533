"""Reads records on a real local Spark and compares with what one machine gives.

Needs Java and `pip install 'memcon[spark]'`. Run it as `python tests/heavy/spark.py [local[2]]`;
without an argument it runs on `local[2]` and on a `local-cluster` of two workers.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MASTERS = ["local[2]", "local-cluster[2,1,1024]"]
TABLES = ["documents", "participants", "turns", "notes", "diagnostics"]


def session(master: str) -> Any:
    """Starts Spark; its workers run this very Python."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("memcon")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "40",
        "spark.executorEnv.PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def texts() -> list[tuple[str, str | None]]:
    """Gives every invented record, and two rows that cannot be read."""
    paths = sorted(CORPUS.rglob("*.txt"))
    read = [(path.relative_to(CORPUS).as_posix(), path.read_text("utf-8")) for path in paths]
    assert len(read) > 20, f"only {len(read)} records"
    return [*read, ("nothing-1", None), ("nothing-2", None)]


def check_tables(spark: Any) -> None:
    """Every table is what one machine gives, row for row."""
    import pyarrow

    from memcon import batch
    from memcon import spark as on_spark

    rows = texts()
    local = pyarrow.table({"id": [key for key, _ in rows], "text": [text for _, text in rows]})
    df = spark.createDataFrame(rows, "id string, text string").repartition(5)
    for table in TABLES:
        expected = batch.parse(local, table=table)
        got = on_spark.parse(df, table=table).toArrow()
        assert got.column_names == expected.column_names, table
        order = [("document_id", "ascending")]
        order += [
            (key, "ascending")
            for key in ("index", "participant_id", "char_start", "code", "message")
            if key in got.column_names
        ]
        one, other = (it.sort_by(order).to_pylist() for it in (got, expected))
        assert len(one) == len(other) > 2, (table, len(one), len(other))
        for mine, theirs in zip(one, other, strict=True):
            assert mine == theirs, (table, mine, theirs)
        bad = [row["document_id"] for row in one if row["error"]]
        assert sorted(bad) == ["nothing-1", "nothing-2"], (table, bad)
        print(f"  {table}: {len(one)} rows alike")


def check_files(spark: Any, folder: Path) -> None:
    """Files are read by their bytes; a binary one is a row with its error."""
    from memcon import spark as on_spark

    (folder / "good.txt").write_text("Orlo: Yes.\n\nVey: No.\n\nOrlo: Well?\n\nVey: No.\n", "utf-8")
    (folder / "torn.txt").write_bytes(b"Orlo: \0")
    document = '<div type="document" xml:id="d{}">{}</div>'
    said = "<p>Orlo: Yes.</p><p>Vey: No.</p>" * 2
    body = document.format(1, said) + document.format(2, said)
    (folder / "volume.xml").write_text(f"<TEI><text><body>{body}</body></text></TEI>", "utf-8")
    df = spark.read.format("binaryFile").load(str(folder))
    read = on_spark.parse(df, content="content", table="documents").collect()
    told = {Path(row["document_id"]).name: (row["turns"], row["error"]) for row in read}
    assert sorted(told) == ["good.txt", "torn.txt", "volume.xml#d1", "volume.xml#d2"], told
    assert told["good.txt"] == (4, None), told
    assert told["volume.xml#d2"] == (4, None), told
    assert told["torn.txt"][0] is None, told
    assert "NUL" in told["torn.txt"][1], told
    print("  files: a good one, a bad one, and a volume of two documents, each a row")


def check_roster(spark: Any, folder: Path) -> None:
    """A roster goes to the workers, and tells there who held an office."""
    import memcon
    from memcon import spark as on_spark

    roster = memcon.Roster.from_csv("name,office,from\nMarta Orlo,Secretary of State,1961\n")
    said = "The Secretary: Good day.\n\nMr. Rivel: Good day.\n\nThe Secretary: Sit down.\n"
    text = f"Memorandum of Conversation\n\nTaver, May 3, 1962.\n\n{said}"
    df = spark.createDataFrame([("a", text)], "id string, text string")
    read = on_spark.parse(df, table="participants", roster=roster).collect()
    (secretary,) = [row for row in read if row["name"] == "Secretary"]
    assert "Marta Orlo" in str(secretary.asDict()), secretary
    print("  roster: an office is known on the workers")


def check_output(spark: Any, folder: Path) -> None:
    """Spark reads what `Corpus.save` wrote."""
    import memcon

    read = memcon.Corpus(CORPUS).save(folder)["read"]
    documents = spark.read.parquet(f"{folder}/documents")
    assert documents.count() == read > 20, (documents.count(), read)
    turns = spark.read.parquet(f"{folder}/turns")
    joined = turns.join(documents, "document_id").groupBy("year").count()
    assert joined.count() > 1
    print(f"  output: {read} documents, {turns.count()} turns read")


def main(masters: list[str]) -> int:
    """Checks each master in a process of its own: a process has one Spark."""
    if len(masters) > 1:
        command = [sys.executable, __file__]
        return max(subprocess.run([*command, master], check=False).returncode for master in masters)
    (master,) = masters
    print(master)
    spark = session(master)
    try:
        check_tables(spark)
        for check in (check_files, check_roster, check_output):
            with tempfile.TemporaryDirectory() as folder:
                check(spark, Path(folder))
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or MASTERS))
