"""A collection is read whole, in order, whatever is in it."""

from __future__ import annotations

import contextlib
import datetime
import os
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest

import memcon

TALK = """\
Memorandum of Conversation

Taver, May {day}, 19{year}, 9 a.m.

PARTICIPANTS

Marn Orlo, Minister of Lakes
Tarn Rivel, Envoy of Vesta

Orlo: The dam will stand.

Rivel: My government asks when the dam is built.

Orlo: Next year.

Rivel: We thank you.
"""


def talk(day: int, year: int = 57) -> str:
    """Gives an invented record."""
    return TALK.format(day=day, year=year)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gives a folder of invented records, one of them binary."""
    folder = tmp_path / "talks"
    (folder / "more").mkdir(parents=True)
    for day in range(1, 10):
        (folder / f"day-{day}.txt").write_text(talk(day), encoding="utf-8")
    (folder / "more" / "late.txt").write_text(talk(3, 61), encoding="utf-8")
    (folder / "more" / "torn.txt").write_bytes(b"Orlo: \0")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    (folder / ".hidden.txt").write_text(talk(1), encoding="utf-8")
    return folder


def ids(corpus: memcon.Corpus) -> list[str]:
    """Gives the ids of the records."""
    return [record.id for record in corpus]


def frame(table: memcon.Table) -> Any:
    """Gives the rows of a table as dictionaries."""
    return pytest.importorskip("pyarrow").table(table).to_pylist()


def test_a_folder_is_read_in_order_and_a_bad_file_is_a_record(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    assert len(corpus) == 11
    expected = [*(f"day-{day}.txt" for day in range(1, 10)), "more/late.txt", "more/torn.txt"]
    for threads in (1, 2, 7):
        assert ids(memcon.Corpus(folder, threads=threads)) == expected
    *good, bad = corpus
    assert all(record.memorandum is not None and record.error is None for record in good)
    assert bad.memorandum is None
    assert bad.error is not None
    assert "NUL" in bad.error
    assert bad.path.name == "torn.txt"
    assert bad.sha256 is not None
    assert len(bad.sha256) == 64


def test_files_and_patterns_are_sources(folder: Path) -> None:
    corpus = memcon.Corpus(folder / "day-*.txt", folder / "more" / "late.txt", folder / "day-1.txt")
    assert ids(corpus) == [*(f"day-{day}.txt" for day in range(1, 10)), "more/late.txt"]
    with pytest.raises(FileNotFoundError):
        memcon.Corpus(folder / "missing")
    with pytest.raises(memcon.MemconError, match="no file fits"):
        memcon.Corpus(folder / "*.docx")
    with pytest.raises(memcon.MemconError, match="no layout"):
        memcon.Corpus(folder, layout="wilsn")
    with pytest.raises(ValueError, match="no source"):
        memcon.Corpus()


def test_a_zip_is_read_as_its_files(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.txt")):
            archive.write(path, path.relative_to(folder).as_posix())
    read = list(memcon.Corpus(packed))
    plain = list(memcon.Corpus(folder))
    assert [r.id.removeprefix("packed.zip/") for r in read] == [r.id for r in plain]
    assert [r.memorandum for r in read] == [r.memorandum for r in plain]
    torn = tmp_path / "torn.zip"
    torn.write_bytes(packed.read_bytes()[:200])
    (failure,) = memcon.Corpus(torn)
    assert failure.error


def test_of_a_zip_documents_are_read_and_the_rest_is_told(tmp_path: Path) -> None:
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.txt", "Orlo: Good day.\n\nVey: Good day.\n")
    packed = tmp_path / "packed.zip"
    volume = "<TEI><text><body>{}</body></text></TEI>".format(
        "".join(f'<div type="document" xml:id="d{n}"><p>Good day.</p></div>' for n in (1, 2))
    )
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Orlo: Good day.\n\nVey: Good day.\n")
        archive.writestr("a/style.css", "p { margin: 0 }")
        archive.writestr("b.txt", inner.read_bytes())
        archive.writestr("c.txt", b"Orlo: \0")
        archive.writestr("d.txt", bytes(5 << 20))
        archive.writestr("e.xml", volume)
    named = tmp_path / "packed"
    named.write_bytes(packed.read_bytes())
    for source in (packed, named):
        records = {r.id.removeprefix(f"{source.name}/"): r for r in memcon.Corpus(source)}
        assert sorted(records) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.xml#d1", "e.xml#d2"]
        errors = {name: record.error for name, record in records.items() if record.error}
        assert sorted(errors) == ["b.txt", "c.txt", "d.txt"]
        assert "it is a zip within a zip" in errors["b.txt"]
        assert "is binary" in errors["c.txt"]
        assert "unpacks to more than" in errors["d.txt"]
        second = records["e.xml#d2"].memorandum
        assert second is not None
        assert second.id == "d2"


def test_a_collection_that_is_left_in_the_middle_stops(folder: Path) -> None:
    before = threading.active_count()
    for _ in range(20):
        assert next(iter(memcon.Corpus(folder))).id == "day-1.txt"
    assert threading.active_count() == before


def test_tables_hold_every_record(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    documents = frame(corpus.table("documents"))
    assert [row["document_id"] for row in documents] == ids(corpus)
    assert [row["document_id"] for row in documents if row["error"]] == ["more/torn.txt"]
    turns = frame(corpus.table("turns"))
    assert len(turns) == sum(len(r.memorandum.turns) for r in corpus if r.memorandum) == 40
    assert corpus.table("turns").to_polars().height == 40


def test_filters_choose_records_and_keep_failures(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    assert ids(corpus.where(years=(1960, 1970))) == ["more/late.txt", "more/torn.txt"]
    assert len(ids(corpus.where(person="RIVEL"))) == 11
    assert ids(corpus.where(person="Nobody")) == ["more/torn.txt"]
    assert ids(corpus.where(words="may 3").where(years=(1950, 1959))) == [
        "day-3.txt",
        "more/torn.txt",
    ]
    assert len(ids(corpus.where(form="verbatim"))) == 11
    assert ids(corpus.where(since="1960")) == ["more/late.txt", "more/torn.txt"]
    first = datetime.date(1957, 5, 3)
    assert ids(corpus.where(since=first, until="1957-05-04")) == [
        "day-3.txt",
        "day-4.txt",
        "more/torn.txt",
    ]
    assert len(ids(corpus.where(place="TAVER"))) == 11
    assert ids(corpus.where(place="Lorne")) == ["more/torn.txt"]
    with pytest.raises(ValueError, match="not a moment"):
        corpus.where(since="May 1957")
    with pytest.raises(ValueError, match="no form"):
        corpus.where(form="spoken")


def test_a_roster_tells_who_held_an_office_in_a_collection(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from memcon import batch

    said = "The Secretary: Good day.\n\nMr. Rivel: Good day.\n\nThe Secretary: Sit down.\n"
    text = f"Memorandum of Conversation\n\nTaver, May 3, 1962.\n\n{said}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    roster = memcon.Roster.from_csv("name,office,from\nMarta Orlo,Secretary of State,1961\n")
    (record,) = memcon.Corpus(tmp_path, roster=roster)
    assert record.memorandum == memcon.parse(text, roster=roster) != memcon.parse(text)
    rows = pyarrow.table({"id": ["a"], "text": [text]})
    with_roster = batch.parse(rows, table="participants", roster=roster)
    assert with_roster.num_rows == len(record.memorandum.participants)
    assert with_roster != batch.parse(rows, table="participants")


def test_an_encoding_is_insisted_on_for_a_collection(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Орло: Да.\n\nВей: Нет.\n".encode("cp866"))
    (record,) = memcon.Corpus(tmp_path, encoding="cp866")
    assert record.memorandum is not None
    assert record.memorandum.text.startswith("Орло: Да.")
    (record,) = memcon.Corpus(tmp_path, encoding="latin1")
    assert record.memorandum is not None
    assert not record.memorandum.text.startswith("Орло")
    with pytest.raises(memcon.MemconError, match="no encoding"):
        memcon.Corpus(tmp_path, encoding="latin-99")


def test_words_are_found_in_their_context(folder: Path) -> None:
    rows = frame(memcon.Corpus(folder).kwic("DAM", width=4))
    assert len(rows) == 20
    assert rows[0]["left"] + rows[0]["keyword"] + rows[0]["right"] == "The dam wil"
    assert rows[0]["speaker_name"] == "Marn Orlo"
    assert frame(memcon.Corpus(folder).kwic("da")) == []


def test_triage_puts_failures_first(folder: Path) -> None:
    (folder / "x.txt").write_text("Orlo: Yes.\n\nVey: No.\n" * 9, encoding="utf-8")
    rows = frame(memcon.Corpus(folder).triage())
    assert rows[0]["document_id"] == "more/torn.txt"
    assert len(rows) == 12
    assert all(0 <= row["unattributed"] <= 1 for row in rows)
    assert isinstance(frame(memcon.Corpus(folder).unresolved()), list)


def test_people_meet_and_answer_across_records(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    people = frame(corpus.people())
    assert {row["person"] for row in people} == {"Marn Orlo", "Tarn Rivel"}
    assert {row["evidence"] for row in people} == {"same-name"}
    (met,) = frame(corpus.ties("met"))
    assert (met["from_name"], met["to_name"]) == ("Marn Orlo", "Tarn Rivel")
    assert (met["times"], met["first_year"], met["last_year"]) == (10, 1957, 1961)
    answered = {(r["from_name"], r["to_name"]): r["times"] for r in frame(corpus.ties("answered"))}
    assert answered == {("Tarn Rivel", "Marn Orlo"): 20, ("Marn Orlo", "Tarn Rivel"): 10}
    with pytest.raises(KeyError, match="no tie"):
        corpus.ties("liked")  # type: ignore[arg-type]


def test_ties_are_a_graph(folder: Path) -> None:
    networkx = pytest.importorskip("networkx")
    met = memcon.Corpus(folder).graph("met")
    assert (met.number_of_nodes(), met.number_of_edges()) == (2, 1)
    assert {name for _, name in met.nodes(data="name")} == {"Marn Orlo", "Tarn Rivel"}
    answered = memcon.Corpus(folder).graph("answered")
    assert networkx.is_directed(answered)
    assert sorted(weight for *_, weight in answered.edges(data="weight")) == [10, 20]


def test_shares_sum_to_one(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    by_person = frame(corpus.shares("person"))
    assert {row["person"] for row in by_person} == {"Marn Orlo", "Tarn Rivel"}
    assert sum(row["share"] for row in by_person) == pytest.approx(1)
    by_year = frame(corpus.shares("year", "person"))
    for year in (1957, 1961):
        of_year = [row["share_of_year"] for row in by_year if row["year"] == year]
        assert sum(of_year) == pytest.approx(1)
    assert len(frame(corpus.shares())) == 1
    with pytest.raises(KeyError, match="nothing to count by"):
        corpus.shares("mood")  # type: ignore[arg-type]


def test_an_output_is_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    out = tmp_path / "out"

    def save() -> tuple[int, int, int]:
        told = memcon.Corpus(folder).save(out)
        return told["read"], told["unchanged"], told["removed"]

    def known() -> dict[str, int]:
        turns = polars.read_parquet(out / "turns" / "*.parquet")
        counted = turns.group_by("document_id").len().iter_rows()
        return dict(sorted(counted))

    assert save() == (10, 0, 0)
    assert known() == {name: 4 for name in ids(memcon.Corpus(folder)) if name != "more/torn.txt"}
    documents = polars.read_parquet(out / "documents" / "*.parquet")
    assert documents.filter(polars.col("error").is_not_null()).height == 1
    assert save() == (0, 11, 0)
    longer = talk(2) + "\nOrlo: Stay.\n\nRivel: No.\n"
    (folder / "day-2.txt").write_text(longer, encoding="utf-8")
    (folder / "day-4.txt").unlink()
    (folder / "new.txt").write_text(talk(8), encoding="utf-8")
    assert save() == (2, 9, 2)
    assert known()["day-2.txt"] == 6
    assert "day-4.txt" not in known()
    assert set(known()) == set(ids(memcon.Corpus(folder))) - {"more/torn.txt"}
    assert save() == (0, 11, 0)
    assert not list(out.rglob("*.part"))
    assert len(memcon.Corpus(folder).save(out)["failures"]) == 0


def test_what_a_broken_run_left_is_cleared(folder: Path, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    out = tmp_path / "out"
    memcon.Corpus(folder).save(out)
    (out / "turns" / "part-00007.parquet").write_bytes(b"torn")
    (out / "turns" / ".part-00008.parquet.1-1.part").write_bytes(b"torn")
    memcon.Corpus(folder).save(out)
    assert polars.read_parquet(out / "turns" / "*.parquet").height == 40
    assert [path.name for path in (out / "turns").iterdir()] == ["part-00000.parquet"]


def test_progress_is_told_and_may_break_off(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, int, int]] = []
    memcon.Corpus(folder).save(tmp_path / "out", progress=lambda *counts: told.append(counts))
    assert told[-1] == (11, 11, 10, 1)

    def refuse(*counts: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        memcon.Corpus(folder).save(tmp_path / "other", progress=refuse)
    assert not [path for path in (tmp_path / "other").rglob("*") if path.is_file()]
    assert memcon.Corpus(folder).save(tmp_path / "other")["read"] == 10


def test_duckdb_reads_an_output(folder: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    out = tmp_path / "out"
    memcon.Corpus(folder).save(out)
    query = f"""
        select d.year, t.speaker_name, sum(t.words)::bigint
        from '{out}/turns/*.parquet' t join '{out}/documents/*.parquet' d using (document_id)
        group by all order by all
    """
    assert len(duckdb.sql(query).fetchall()) == 4


def test_lines_whose_speaker_changed_are_told(tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    memo = memcon.parse(talk(1))
    old.write_text(memo.to_json() + "\n", encoding="utf-8")
    assert memo.turns[1].speaker is not None
    changed = memo.to_dict()
    changed["turns"][1]["speaker"] = changed["turns"][0]["speaker"]
    changed["turns"][1]["speakers"] = changed["turns"][0]["speakers"]
    import json

    new.write_text(json.dumps(changed) + "\n", encoding="utf-8")
    assert frame(memcon.diff(old, old)) == []
    (row,) = frame(memcon.diff(old, new))
    assert (row["old"], row["new"]) == ("Tarn Rivel", "Marn Orlo")
    assert row["words"] == "Rivel: My government asks when the dam is built."
    assert memo.text[row["char_start"] : row["char_end"]].strip() == row["words"]
    assert memo.text.split("\n")[row["line"] - 1] == row["words"]


def test_outputs_and_folders_are_compared(folder: Path, tmp_path: Path) -> None:
    memcon.Corpus(folder).save(tmp_path / "out")
    assert frame(memcon.diff(tmp_path / "out", folder)) == []
    (folder / "day-1.txt").unlink()
    (folder / "new.txt").write_text(talk(8), encoding="utf-8")
    (folder / "day-2.txt").write_text(talk(7), encoding="utf-8")
    told = {
        (row["document_id"], row["change"]) for row in frame(memcon.diff(tmp_path / "out", folder))
    }
    assert told == {("day-1.txt", "removed"), ("new.txt", "added"), ("day-2.txt", "text")}


def test_batches_give_bad_rows_as_rows() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from memcon import batch

    rows = pyarrow.table({"id": ["a.txt", "b", "c"], "text": [talk(1), None, "Nobody speaks."]})
    turns = batch.parse(rows)
    assert turns.num_rows == 5
    assert turns.column_names[-1] == "error"
    (bad,) = [row for row in turns.to_pylist() if row["error"]]
    assert bad["document_id"] == "b"
    assert {value for name, value in bad.items() if name not in {"document_id", "error"}} == {None}
    data = pyarrow.table({"path": ["x/a.txt", "b.txt"], "content": [talk(1).encode(), b"\0"]})
    documents = batch.parse(data, content="content", table="documents")
    assert [row["error"] is None for row in documents.to_pylist()] == [True, False]
    assert documents.schema.names == list(memcon.parse("").table("documents").columns)
    assert batch.ddl("documents").split(", ")[0] == "document_id STRING NOT NULL"


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_control_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder, out = tmp_path / "talks", tmp_path / "out"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(talk(1) + TALK * 400, encoding="utf-8")
    command = [sys.executable, "-m", "memcon", "corpus", str(folder), "-o", str(out)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(out.rglob("*.part")):
        assert run.poll() is None, run.stderr and run.stderr.read()
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"interrupted" in errors
    assert not list(out.rglob("*.part"))


@pytest.mark.skipif(os.name != "posix", reason="a terminal is had as POSIX has it")
def test_a_run_in_a_terminal_draws_a_bar_and_ends(tmp_path: Path) -> None:
    import pty

    folder, out = tmp_path / "talks", tmp_path / "out"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(talk(1) + TALK * 200, encoding="utf-8")
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "memcon", "corpus", str(folder), "-o", str(out)]
    terminal = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, env=terminal) as run:
        os.close(slave)
        drawn = bytearray()

        def listen() -> None:
            # Linux tells the end of a terminal as an error.
            with contextlib.suppress(OSError):
                while heard := os.read(master, 4096):
                    drawn.extend(heard)

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        try:
            told, _ = run.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            run.kill()
            raise
        listener.join(10)
    os.close(master)
    assert run.returncode == 0
    assert told.startswith(b"40 records read")
    assert b"/40 files" in drawn
