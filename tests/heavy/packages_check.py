"""Tries an installed memcon: the examples of its page, and each way in that needs nothing else."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import tempfile
from importlib import metadata, resources
from pathlib import Path

import memcon

TALK = "Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit down.\n\nVey: Gladly.\n"


def main(readme: Path) -> None:
    """Fails by an assertion, or says what was tried."""
    place = Path(memcon.__file__).parent
    assert Path(sys.prefix) in place.parents, f"another memcon: {place}"
    assert resources.files("memcon").joinpath("py.typed").is_file()
    assert metadata.version("memcon") == memcon.__version__

    blocks = re.findall(r"```python\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks, readme
    for block in blocks:
        exec(compile(block, str(readme), "exec"), {})

    with tempfile.TemporaryDirectory() as folder:
        talk = Path(folder, "talk.txt")
        talk.write_text(TALK, encoding="utf-8")
        memo = memcon.read(talk)
        assert [turn.speaker.name for turn in memo.turns] == ["Orlo", "Vey", "Orlo", "Vey"]
        assert memcon.from_json(memo.to_json()) == memo == pickle.loads(pickle.dumps(memo))
        assert memcon.Corpus(folder).save(Path(folder, "out"))["read"] == 1
        installed = str(Path(sys.executable).with_name("memcon"))
        for command in ([installed], [sys.executable, "-m", "memcon"]):
            page = subprocess.run([*command, "show", talk], capture_output=True, text=True)
            assert page.returncode == 0, page.stderr
            assert "Sit down." in page.stdout
    python = sys.version.split()[0]
    print(f"memcon {memcon.__version__} on Python {python} works where it is installed")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
