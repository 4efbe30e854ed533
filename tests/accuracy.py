"""Measures how well each family of records is read, for `docs/accuracy.md`.

    python tests/accuracy.py CORPUS SCORER OUT

CORPUS is a folder of real documents with their truth (`gold/`, and one folder a style), SCORER the
script that scores a parser against it. OUT is a JSON file: for each style and family the figures of
the scorer, with how many documents there were. A family is what the title calls the record.
"""

import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

STYLES = ("web", "plain", "typescript")

# What the words of a title say, by the first that fits.
FAMILIES = (
    ("telephone", "telephone conversations"),
    ("memorandum of discussion", "discussions of a council"),
    ("minutes", "minutes"),
    ("notes", "notes"),
    ("conversation", "memoranda of conversation"),
    ("", "other records"),
)


def family(truth: dict[str, Any]) -> str:
    """Gives the family of a document by its truth."""
    if not truth["conversation"]:
        return "titles that name no conversation"
    kind = truth["kind"] or ""
    return next(name for words, name in FAMILIES if words in kind)


def scorer(path: Path) -> ModuleType:
    """Loads the scorer."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is not a Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def part(corpus: Path, names: list[str], folder: str) -> None:
    """Makes a corpus of some documents of another, by links."""
    for kind, ending in (("gold", "json"), *((style, "txt") for style in STYLES)):
        place = Path(folder, kind)
        place.mkdir()
        for name in names:
            file = f"{name}.{ending}"
            (place / file).symlink_to(corpus / kind / file)


def main(corpus: Path, script: Path, out: Path) -> None:
    """Scores every family in every style."""
    import memcon

    score = scorer(script)
    families: dict[str, list[str]] = {"all documents": []}
    for gold in sorted((corpus / "gold").glob("*.json")):
        truth = json.loads(gold.read_text(encoding="utf-8"))
        families["all documents"].append(gold.stem)
        families.setdefault(family(truth), []).append(gold.stem)
    if not families["all documents"]:
        sys.exit(f"no truth in {corpus / 'gold'}")
    measured: dict[str, Any] = {"version": memcon.__version__, "styles": {}}
    for style in STYLES:
        rows = measured["styles"][style] = {}
        for name, documents in families.items():
            with tempfile.TemporaryDirectory() as folder:
                part(corpus.resolve(), documents, folder)
                figures = score.score(folder, style, lambda text: memcon.parse(text).to_dict())
            figures.pop("MB_per_s")
            figures.pop("style")
            rows[name] = {
                key: round(value, 4) if isinstance(value, float) else value
                for key, value in figures.items()
            }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
