"""Records in the formats of others, each with what it could not carry."""

from __future__ import annotations

import csv
import io
import json
import pickle
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import memcon

TABLES = ["documents", "participants", "turns", "notes", "diagnostics"]

HOSTILE = (
    "ORLO: </p><script>alert(1)</script> ]]> &lt;\n\nVEY: =HYPERLINK(1)\n\n"
    "ORLO: \x1b[2J \x07 \ufffe \x85 \u2028 a\n\nVEY: @SUM(A1)\n\n"
    "ORLO: [x](javascript:alert(1)) <img src=x onerror=y>\n\nVEY: \\input{x} %\n"
)

Writer = Callable[[memcon.Memorandum], memcon.Export]

TEXTS: dict[str, Writer] = {
    "tei": lambda memo: memo.to_tei(document="talk"),
    "parlaclarin": lambda memo: memo.to_parlaclarin(document="talk"),
    "gexf": lambda memo: memo.to_gexf(),
    "html": lambda memo: memo.to_html(document="talk"),
    "markdown": lambda memo: memo.to_markdown(document="talk"),
    "jsonl": lambda memo: memo.to_jsonl(),
    "csv": lambda memo: memo.to_csv(document="talk"),
    "tsv": lambda memo: memo.to_tsv(document="talk"),
}


@pytest.fixture(params=TEXTS)
def written(request: pytest.FixtureRequest, memo: memcon.Memorandum) -> memcon.Export:
    """Gives the invented record in each format of text in turn."""
    return TEXTS[request.param](memo)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gives a collection: two records, and a file that is none."""
    source = tmp_path / "talks"
    source.mkdir()
    talk = "ORLO: Good day, {}.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n"
    for name in ("one", "two"):
        (source / f"{name}.txt").write_text(talk.format(name), encoding="utf-8")
    (source / "torn.txt").write_bytes(b"ORLO: \0")
    return source


def test_an_export_is_a_string(written: memcon.Export) -> None:
    assert isinstance(written, str)
    assert written == str(written)
    assert type(str(written)) is str
    assert len(written) > 100


def test_an_export_is_saved_whole(written: memcon.Export, tmp_path: Path) -> None:
    path = tmp_path / "talk"
    path.write_text("what was there", encoding="utf-8")
    written.save(path)
    written.save(str(path))
    assert path.read_bytes() == written.encode()
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_that_cannot_be_saved_leaves_nothing(
    written: memcon.Export, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="missing"):
        written.save(tmp_path / "missing" / "talk")
    with pytest.raises(IsADirectoryError):
        written.save(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_export_is_frozen_and_pickled(written: memcon.Export) -> None:
    again = pickle.loads(pickle.dumps(written))
    assert type(again) is memcon.Export
    assert (again, again.losses) == (written, written.losses)
    with pytest.raises(AttributeError, match="frozen"):
        written.losses = ()  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del written.losses


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"jsonl"}))
def test_losses_are_counted_and_named(memo: memcon.Memorandum, name: str) -> None:
    losses = TEXTS[name](memo).losses
    assert losses
    for loss in losses:
        assert loss.count > 0
        assert str(loss) == f"{loss.count} {loss.words}"
    assert len({loss.part for loss in losses}) == len(losses)


def test_json_lines_lose_nothing(memo: memcon.Memorandum) -> None:
    line = memo.to_jsonl()
    assert line.losses == ()
    assert line.count("\n") == 1
    assert memcon.from_json(line) == memo


@pytest.mark.parametrize("name", ["tei", "parlaclarin", "gexf"])
def test_xml_is_read_by_others(memo: memcon.Memorandum, name: str) -> None:
    root = ET.fromstring(TEXTS[name](memo).encode())
    names = {element.tag.split("}")[-1] for element in root.iter()}
    assert names >= {"tei": {"sp", "said"}, "parlaclarin": {"u", "said"}, "gexf": {"node"}}[name]


def test_networkx_reads_the_network(memo: memcon.Memorandum) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_gexf(io.BytesIO(memo.to_gexf().encode()))
    assert graph.is_directed()
    assert graph.number_of_nodes() == len(memo.participants)
    met = [(a, b) for a, b, kind in graph.edges(data="label") if kind == "met"]
    assert len(met) == len(memo.participants) * (len(memo.participants) - 1)
    answered = [data for _, _, data in graph.edges(data=True) if data["label"] == "answered"]
    assert answered
    assert all(data["weight"] >= 1 for data in answered)


def test_turns_have_the_same_ids_everywhere(memo: memcon.Memorandum) -> None:
    ids = [turn.id for turn in memo.turns]
    assert len(set(ids)) == len(ids)
    rows = list(csv.DictReader(io.StringIO(memo.to_csv())))
    assert [row["turn_id"] for row in rows] == ids
    assert {row["document_id"] for row in rows} == {memo.document_id}
    page = memo.to_html()
    tei = memo.to_tei()
    for turn in ids:
        assert f'id="{turn}"' in page
        assert f'xml:id="{turn}' in tei


def test_turn_ids_outlive_a_new_reading() -> None:
    talk = "ORLO: Good day.\n\nVEY: Yes.\n\nORLO: Shall we?\n\nVEY: Yes.\n"
    before = [turn.id for turn in memcon.parse(talk).turns]
    after = [turn.id for turn in memcon.parse("ORLO: Sit.\n\nVEY: No.\n\n" + talk).turns]
    assert len(before) == 4
    assert after[2:] == before


@pytest.mark.parametrize("name", TABLES)
def test_sheets_are_what_the_tables_are(memo: memcon.Memorandum, name: Any) -> None:
    comma = list(csv.reader(io.StringIO(memo.to_csv(name))))
    tab = list(csv.reader(io.StringIO(memo.to_tsv(name)), delimiter="\t"))
    assert comma == tab
    columns = memo.table(name).columns
    assert comma[0] == list(columns[: len(comma[0])])
    assert len(comma) - 1 == (1 if name == "documents" else len(getattr(memo, name)))


def test_polars_pandas_and_duckdb_read_the_sheets(memo: memcon.Memorandum, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    duckdb = pytest.importorskip("duckdb")
    for name in ("participants", "turns", "notes"):
        path = tmp_path / f"{name}.csv"
        memo.to_csv(name).save(path)
        count = len(getattr(memo, name))
        assert polars.read_csv(path, infer_schema=False).height == count
        assert len(pandas.read_csv(path)) == count
        assert duckdb.sql(f"select count(*) from read_csv('{path}')").fetchall() == [(count,)]


def test_polars_pandas_and_duckdb_read_the_parquet_files(
    memo: memcon.Memorandum, tmp_path: Path
) -> None:
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    duckdb = pytest.importorskip("duckdb")
    losses = memo.to_parquet(tmp_path / "out", document="talk")
    assert {loss.part for loss in losses} <= {
        "mentions",
        "stated-dates",
        "movements",
        "further-measures",
        "glossary",
        "label-readings",
    }
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"{it}.parquet" for it in TABLES
    }
    for name in TABLES:
        path = tmp_path / "out" / f"{name}.parquet"
        count = 1 if name == "documents" else len(getattr(memo, name))
        assert polars.read_parquet(path).equals(memo.table(name, "talk").to_polars())
        assert len(pandas.read_parquet(path)) == count
        assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(count,)]


def test_an_unknown_table_is_a_key_error(memo: memcon.Memorandum) -> None:
    with pytest.raises(KeyError, match="no table is named"):
        memo.to_csv("speeches")  # type: ignore[arg-type]


def test_a_convokit_folder_replies_turn_to_turn(memo: memcon.Memorandum, tmp_path: Path) -> None:
    losses = memo.to_convokit(tmp_path / "corpus", document="talk")
    assert "notes" in {loss.part for loss in losses}
    names = {path.name for path in (tmp_path / "corpus").iterdir()}
    assert names == {
        "utterances.jsonl",
        "speakers.json",
        "conversations.json",
        "corpus.json",
        "index.json",
    }
    lines = (tmp_path / "corpus" / "utterances.jsonl").read_text("utf-8").splitlines()
    utterances = [json.loads(line) for line in lines]
    assert [it["id"] for it in utterances] == [f"talk.{turn.id}" for turn in memo.turns]
    assert [it["reply-to"] for it in utterances] == [None, *(it["id"] for it in utterances[:-1])]


def test_a_folder_that_cannot_be_made_is_an_os_error(
    memo: memcon.Memorandum, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for write in (memo.to_convokit, memo.to_parquet):
        with pytest.raises(OSError, match="file"):
            write(tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_hostile_words_are_inert_in_every_format(tmp_path: Path) -> None:
    memo = memcon.parse(HOSTILE)
    assert len(memo.turns) == 6
    for name, write in TEXTS.items():
        text = write(memo)
        assert "<script" not in text or name in {"csv", "tsv", "jsonl"}, name
        assert not any(control in text for control in "\x1b\x07"), name
    assert len(memo.to_jsonl().splitlines()) == 1
    for table in ("turns", "documents"):
        for row in csv.reader(io.StringIO(memo.to_csv(table))):
            assert not any(cell.lstrip().startswith(("=", "@", "+")) for cell in row)
    page = memo.to_html()
    assert "<img" not in page
    assert "Content-Security-Policy" in page
    assert "](javascript" not in memo.to_markdown()
    assert "\\input" not in memo.turns[5].cite("bibtex")
    memo.to_convokit(tmp_path)
    assert [loss.part for loss in memo.to_tei().losses].count("characters") == 1


@pytest.mark.parametrize("style", ["footnote", "bibtex", "csl-json"])
def test_turns_and_records_are_cited(memo: memcon.Memorandum, style: Any) -> None:
    whole = memo.cite(style, document="talk7")
    turn = memo.turns[1]
    part = turn.cite(style, document="talk7")
    assert turn.id in part
    assert turn.id not in whole
    assert memo.place is not None
    for told in (whole, part):
        assert "talk7" in told or style == "footnote"
        assert memo.place.name in told
        assert memo.date is not None
        assert memo.date.text in told or "1971" in told
    if style == "csl-json":
        (item,) = json.loads(part)
        assert (item["type"], item["id"]) == ("manuscript", f"talk7#{turn.id}")


def test_an_unknown_style_is_told(memo: memcon.Memorandum) -> None:
    for cite in (memo.cite, memo.turns[0].cite):
        with pytest.raises(ValueError, match="footnote, bibtex, csl-json"):
            cite("apa")  # type: ignore[arg-type]


def test_selectors_find_the_turn_again(memo: memcon.Memorandum) -> None:
    for turn in memo.turns:
        quote, position = turn.selector
        assert memo.text[position["start"] : position["end"]] == quote["exact"] == turn.raw
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert memo.text.count(around) == 1
        assert turn.selector == memo.selector(turn.span)
    assert [it["type"] for it in memo.turns[0].selector] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]


def test_a_collection_goes_into_one_file(folder: Path) -> None:
    corpus = memcon.Corpus(folder)
    assert [json.loads(line)["schema"] for line in corpus.to_jsonl().splitlines()] == [
        "memcon/1"
    ] * 2
    rows = list(csv.DictReader(io.StringIO(corpus.to_csv())))
    assert [row["document_id"] for row in rows] == ["one.txt"] * 4 + ["two.txt"] * 4
    assert len(list(csv.reader(io.StringIO(corpus.to_tsv("participants")), delimiter="\t"))) == 5
    assert 'kind="met" weight="2"' in corpus.to_gexf()


def test_what_a_collection_could_not_read_is_a_loss(folder: Path, tmp_path: Path) -> None:
    corpus = memcon.Corpus(folder)
    reports = [
        corpus.to_jsonl().losses,
        corpus.to_gexf().losses,
        corpus.to_csv().losses,
        corpus.to_tsv().losses,
        corpus.to_convokit(tmp_path / "convokit"),
        corpus.to_parquet(tmp_path / "parquet"),
    ]
    for losses in reports:
        assert [loss.count for loss in losses if loss.part == "unread"] == [1]


def test_a_table_of_a_collection_tells_its_losses(folder: Path, tmp_path: Path) -> None:
    corpus = memcon.Corpus(folder)

    def lost(table: memcon.Table) -> dict[str, int]:
        losses = table.to_parquet(tmp_path / "table.parquet")
        return {loss.part: loss.count for loss in losses}

    turns = lost(corpus.table("turns"))
    assert (turns["unread"], turns["mentions"]) == (1, 4)
    assert "labels" not in turns
    documents = lost(corpus.table("documents"))
    assert documents["labels"] == 8
    assert "unread" not in documents, "what could not be read is a row with its error"
    assert lost(corpus.shares()) == {}, "what is counted stands for no record"


def test_a_table_of_a_record_loses_what_its_csv_loses(
    memo: memcon.Memorandum, tmp_path: Path
) -> None:
    for name in TABLES:
        losses = memo.table(name, "talk").to_parquet(tmp_path / f"{name}.parquet")
        text = memo.to_csv(name, document="talk").losses  # type: ignore[arg-type]
        assert losses == tuple(it for it in text if it.part not in {"formulas", "characters"})


def test_a_kept_collection_tells_its_losses(folder: Path, tmp_path: Path) -> None:
    corpus = memcon.Corpus(folder)
    losses = corpus.save(tmp_path / "kept")["losses"]
    (path,) = folder.glob("one.txt")
    whole = memcon.read(path).to_parquet(tmp_path / "one")
    assert whole, "the record has something that no table carries"
    assert [(it.part, it.count) for it in losses] == [(it.part, 2 * it.count) for it in whole]
    assert corpus.save(tmp_path / "kept")["losses"] == (), "nothing is read, nothing is lost"


def test_a_collection_goes_into_folders(folder: Path, tmp_path: Path) -> None:
    corpus = memcon.Corpus(folder)
    corpus.to_convokit(tmp_path / "convokit")
    lines = (tmp_path / "convokit" / "utterances.jsonl").read_text("utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 8
    parquet = pytest.importorskip("pyarrow.parquet")
    corpus.to_parquet(tmp_path / "parquet")
    assert parquet.read_table(tmp_path / "parquet" / "turns.parquet").num_rows == 8
    with pytest.raises(KeyError, match="no table is named"):
        corpus.to_csv("speeches")  # type: ignore[arg-type]
