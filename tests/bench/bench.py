"""How fast records are read, as ratios measured in one run on one machine.

    python tests/bench/bench.py [--check] [--quick] [--json FILE] [--only PART ...]

Against a bare scan for line ends (the most that a machine could do), against regular expressions
that find labels and nothing else (`baseline.py` beside the real documents, where `MEMCON_CORPUS`
tells where they are), and against lxml on the same bytes. Single-threaded figures count CPU time,
so that a busy machine does not spoil them; two cores against one count the clock, and mean nothing
on a busy machine. `--check` fails if a promise is broken. It needs Linux.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import memcon

HEAD = """\
Memorandum of Conversation

Taver, May 2, 1957, 9 a.m.

PARTICIPANTS

Marn Orlo, Minister of Lakes
Tarn Rivel, Envoy of Vesta

"""
LABELLED = """\
Orlo: The dam will stand for another year, and we shall see to the lakes.

Rivel: My government (I say so gladly) has heard of it [laughter].

"""
REPORTED = """\
The Minister said that the dam would stand for another year. He added that the lakes were high.

Mr. Rivel replied that his government had heard of it, and asked whether the railway would be built.

"""
MEGABYTE = 1_000_000


def record(paragraphs: str, size: int) -> str:
    """Gives an invented record of about so many bytes."""
    return HEAD + paragraphs * max(1, (size - len(HEAD)) // len(paragraphs))


def tei(size: int) -> str:
    """Gives an invented volume in TEI of about so many bytes."""
    said = "".join(f"<p>{line}</p>" for line in LABELLED.splitlines() if line)
    one = (
        '<div type="document" xml:id="d{n}"><head>{n}. Memorandum of Conversation</head>'
        '<opener><dateline><placeName>Taver</placeName>, <date when="1957-05-02">May 2, 1957'
        "</date></dateline></opener>" + said * 40 + "</div>"
    )
    body = "".join(one.format(n=number) for number in range(1, max(2, size // len(one))))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0">'
        "<teiHeader><fileDesc><titleStmt><title>Lakes</title></titleStmt></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    )


def html(size: int) -> str:
    """Gives an invented page in HTML of about so many bytes."""
    lines = [f"<p>{line}</p>\n" for line in LABELLED.splitlines() if line]
    said = "".join(lines) * max(1, size // sum(map(len, lines)))
    head = "".join(f"<p>{line}</p>\n" for line in HEAD.splitlines() if line)
    return f"<!DOCTYPE html><html><head><title>Talk</title></head><body>{head}{said}</body></html>"


def seconds(what: Callable[[], object], least: float) -> float:
    """Gives the CPU seconds of the quickest of several runs."""
    best, spent = float("inf"), 0.0
    while spent < least:
        start = time.process_time()
        what()
        took = time.process_time() - start
        best, spent = min(best, took), spent + max(took, 1e-6)
    return best


def baseline() -> ModuleType | None:
    """Gives the regular expressions to compare with, where the real documents are."""
    corpus = os.environ.get("MEMCON_CORPUS")
    path = Path(corpus or ".").parent / "bench" / "baseline.py"
    if corpus is None or not path.exists():
        print("*** MEMCON_CORPUS is not set: nothing is compared with baseline.py ***")
        return None
    spec = importlib.util.spec_from_file_location("baseline", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts() -> dict[str, list[str]]:
    """Gives what is read, by kind: invented records, and the real ones where they are."""
    kinds = {
        "label-dense": [record(LABELLED, 20_000)] * 20,
        "reported": [record(REPORTED, 20_000)] * 20,
    }
    corpus = os.environ.get("MEMCON_CORPUS")
    for style in ("web", "plain", "typescript"):
        paths = sorted(Path(corpus).joinpath("frus", style).rglob("*.txt")) if corpus else []
        if paths:
            kinds[f"real, {style}"] = [path.read_text("utf-8") for path in paths]
    return kinds


def throughput(least: float) -> dict[str, Any]:
    """Measures the full parse from Python against the scan and the regular expressions."""
    peer = baseline()
    told = {}
    for kind, read in texts().items():
        size = sum(len(text.encode()) for text in read)
        data = [text.encode() for text in read]
        ours = size / seconds(lambda read=read: [memcon.parse(text) for text in read], least)
        scan = size / seconds(lambda data=data: [text.count(b"\n") for text in data], least / 4)
        row: dict[str, Any] = {"bytes": size, "memcon MB/s": ours / 1e6, "scan MB/s": scan / 1e6}
        if peer is not None:
            theirs = size / seconds(lambda read=read: [peer.parse(text) for text in read], least)
            row["baseline MB/s"] = theirs / 1e6
            row["times the baseline"] = ours / theirs
        told[kind] = row
    return told


def markup(least: float) -> dict[str, Any]:
    """Measures TEI and HTML as files, against lxml's tree and text of the same bytes."""
    told = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind, ending, made in (("TEI", "xml", tei(MEGABYTE)), ("HTML", "html", html(100_000))):
            path = Path(folder, f"made.{ending}")
            path.write_text(made, "utf-8")
            size, data = path.stat().st_size, made.encode()
            corpus = memcon.Corpus(path, threads=1)

            def read(corpus: memcon.Corpus = corpus) -> None:
                for record in corpus:
                    assert record.memorandum is not None, record.error

            row: dict[str, Any] = {"bytes": size, "memcon MB/s": size / seconds(read, least) / 1e6}
            scan = size / seconds(lambda data=data: data.count(b"\n"), least / 4)
            row["scan MB/s"] = scan / 1e6
            try:
                from lxml import etree
                from lxml import html as lxml_html
            except ImportError:
                print("*** lxml is not there: nothing is compared with it ***")
            else:
                parsers: dict[str, Callable[[bytes], Any]] = {
                    "TEI": etree.fromstring,
                    "HTML": lxml_html.fromstring,
                }
                tree = parsers[kind]

                def walk(tree: Callable[[bytes], Any] = tree, data: bytes = data) -> None:
                    "".join(tree(data).itertext())

                row["lxml MB/s"] = size / seconds(walk, least) / 1e6
                row["times lxml"] = row["memcon MB/s"] / row["lxml MB/s"]
            told[kind] = row
    return told


def sizes(largest: int, least: float) -> dict[str, Any]:
    """Measures the time for each byte of records of 1 kB and more."""
    told: dict[str, Any] = {}
    size = 1000
    while size <= largest:
        for kind, paragraphs in (("label-dense", LABELLED), ("reported", REPORTED)):
            text = record(paragraphs, size)
            took = seconds(lambda text=text: memcon.parse(text), min(least, 1))
            told.setdefault(kind, {})[f"{size:,}"] = took / len(text) * 1e9
        size *= 10
    return told


def peak(code: str, *arguments: str) -> int:
    """Gives the most memory of a Python that runs some code, in bytes; on Linux only.

    `ru_maxrss` would do elsewhere, but on Linux a process begins with that of its parent.
    """
    ending = "\nprint(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    command = [sys.executable, "-c", code + ending, *arguments]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(out.split()[-1]) * 1024


def memory(largest: int) -> dict[str, float]:
    """Gives the bytes of memory for each byte of records of 1 MB and more."""
    made = "import sys, memcon; n = int(sys.argv[1]); "
    made += f"t = {HEAD!r} + {LABELLED!r} * (n // {len(LABELLED)})"
    read = made + "\nm = memcon.parse(t)"
    told, size = {}, MEGABYTE
    while size <= largest:
        told[f"{size:,}"] = (peak(read, str(size)) - peak(made, str(size))) / size
        size *= 10
    return told


SAVE = "import sys, memcon; memcon.Corpus(sys.argv[1]).save(sys.argv[2])"


def collections(few: int, many: int) -> dict[str, Any]:
    """Measures the memory of a run over few and over many files."""
    told: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (few, many):
            files = records(Path(folder, str(count)), count, 20_000)
            told[f"peak MB, {count} files"] = peak(SAVE, str(files), f"{folder}/out-{count}") / 1e6
    return told


def records(folder: Path, count: int, size: int) -> Path:
    """Writes so many invented records of about so many bytes."""
    folder.mkdir()
    for number in range(count):
        text = record(LABELLED if number % 2 else REPORTED, size)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
    return folder


# Reads on as many of the machine's cores as are asked for, and tells the seconds of the clock, of
# all processors, and of the thread that takes the results.
ON_CORES = """
import os, sys, time
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(sys.argv[1])])
import memcon
memcon.parse("Orlo: Good day.")
clock, all, own = time.perf_counter(), time.process_time(), time.thread_time()
if sys.argv[3] == "save":
    read = memcon.Corpus(sys.argv[2]).save(sys.argv[4])["read"]
else:
    read = sum(record.memorandum is not None for record in memcon.Corpus(sys.argv[2]))
clock, all = time.perf_counter() - clock, time.process_time() - all
print(read, clock, all, time.thread_time() - own)
"""


def cores(count: int) -> dict[str, Any]:
    """Measures two cores against one: records as values of Python, and as Parquet files."""
    told: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        files = records(Path(folder, "files"), count, 20_000)
        for way in ("values", "save"):
            best: dict[int, float] = {}
            for run, given in enumerate((1, 2) * 3):
                out = f"{folder}/{way}-{run}"
                command = [sys.executable, "-c", ON_CORES, str(given), str(files), way, out]
                ran = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                read, clock, everything, own = ran.split()
                assert int(read) == count, ran
                best[given] = min(float(clock), best.get(given, float("inf")))
            told[way] = {
                "seconds on one core": best[1],
                "seconds on two cores": best[2],
                "two cores against one": best[1] / best[2],
                "share of the thread that takes the results": float(own) / float(everything),
            }
    told["load"] = os.getloadavg()[0]
    return told


def rounded(told: Any) -> Any:
    """Gives figures with as many digits as they are good for."""
    if isinstance(told, dict):
        return {key: rounded(value) for key, value in told.items()}
    return float(f"{told:.3g}") if isinstance(told, float) else told


def promises(told: dict[str, Any]) -> list[str]:
    """Tells which promises are broken."""
    broken = []
    for kind, row in told.get("throughput", {}).items():
        if row.get("times the baseline", 10) < 10:
            broken.append(f"{kind}: {row['times the baseline']:.1f} times the baseline, not 10")
    for kind, row in told.get("ns a byte", {}).items():
        small, large = row.get("1,000,000"), list(row.values())[-1]
        if small is not None and large > 1.5 * small:
            broken.append(f"{kind}: {large / small:.2f} times the time a byte at 1 MB, not 1.5")
    if "collections" in told:
        few, many = told["collections"].values()
        if many > few * 1.25 + 20:
            broken.append(f"{many:.0f} MB for many files, {few:.0f} MB for few")
    for way in ("values", "save") if "cores" in told else ():
        times = told["cores"][way]["two cores against one"]
        if times < 1.7:
            broken.append(f"{way}: two cores are {times:.2f} times one, not 1.7")
    return broken


def main() -> int:
    """Measures, tells, and checks if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail if a promise is broken")
    parser.add_argument("--quick", action="store_true", help="10 MB instead of 100, few files")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--only", action="append", metavar="PART", help="this part only")
    asked = parser.parse_args()
    least, largest = (0.5, 10 * MEGABYTE) if asked.quick else (3, 100 * MEGABYTE)
    parts: dict[str, Callable[[], Any]] = {
        "throughput": lambda: throughput(least),
        "markup": lambda: markup(least),
        "ns a byte": lambda: sizes(largest, least),
        "memory a byte": lambda: memory(largest),
        "collections": lambda: collections(*((200, 2000) if asked.quick else (200, 10_000))),
        "cores": lambda: cores(200 if asked.quick else 1000),
    }
    unknown = set(asked.only or ()) - set(parts)
    if unknown:
        parser.error(f"there are {', '.join(parts)}, and not {', '.join(sorted(unknown))}")
    told = {part: measure() for part, measure in parts.items() if part in (asked.only or parts)}
    print(json.dumps(rounded(told), indent=2))
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    broken = promises(told)
    for line in broken:
        print(f"*** {line}")
    return int(bool(broken) and asked.check)


if __name__ == "__main__":
    sys.exit(main())
