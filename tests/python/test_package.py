"""The package is what it says."""

from __future__ import annotations

import ast
import doctest
import re
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

import memcon
from memcon import _errors, _export, _memcon, batch

ROOT = Path(__file__).parents[2]


def test_the_version_is_the_package_s() -> None:
    assert memcon.__version__ == metadata.version("memcon")


def test_the_module_and_the_package_name_the_same() -> None:
    native = {name for name in _memcon.__all__ if name == "__version__" or not name.startswith("_")}
    assert native | {"Export", "MemconError"} == set(memcon.__all__)


def test_everything_public_is_documented() -> None:
    for name in memcon.__all__:
        value = getattr(memcon, name)
        if name != "__version__":
            assert value.__doc__, name
        if isinstance(value, type):
            for key, attribute in vars(value).items():
                assert key.startswith("_") or attribute.__doc__, f"{name}.{key}"


@pytest.mark.parametrize("module", [memcon, _errors, _export, batch])
def test_the_examples_run(module: ModuleType) -> None:
    if module is batch:
        pytest.importorskip("pyarrow")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("page", ["README.md", "python/README.md"])
def test_the_examples_of_the_pages_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = Path(page).read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), {})


def test_the_tutorial_leads_to_a_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("matplotlib", "networkx", "polars"):
        pytest.importorskip(name)
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MPLBACKEND", "agg")
    known: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(block, "docs/tutorial.md", "exec"), known)
    assert (tmp_path / "shares.svg").stat().st_size > 1000


def test_the_examples_of_the_stub_run() -> None:
    stub = Path(memcon.__file__).with_name("_memcon.pyi").read_text(encoding="utf-8")
    runner = doctest.DocTestRunner()
    for node in ast.walk(ast.parse(stub)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (told := ast.get_docstring(node)):
            runner.run(doctest.DocTestParser().get_doctest(told, {}, node.name, None, 0))
    assert runner.tries > 5
    assert runner.failures == 0


def test_the_citation_is_of_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {memcon.__version__}\n" in citation
