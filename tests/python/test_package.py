"""The package is what it says."""

from __future__ import annotations

import ast
import doctest
from importlib import metadata
from pathlib import Path

import memcon
from memcon import _errors, _export, _memcon, batch


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


def test_the_examples_run() -> None:
    for module in (memcon, _errors, _export, batch):
        assert doctest.testmod(module).failed == 0


def test_the_examples_of_the_stub_run() -> None:
    stub = Path(memcon.__file__).with_name("_memcon.pyi").read_text(encoding="utf-8")
    runner = doctest.DocTestRunner()
    for node in ast.walk(ast.parse(stub)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (told := ast.get_docstring(node)):
            runner.run(doctest.DocTestParser().get_doctest(told, {}, node.name, None, 0))
    assert runner.tries > 5
    assert runner.failures == 0
