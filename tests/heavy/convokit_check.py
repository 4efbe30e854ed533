"""Loads a corpus folder with ConvoKit and checks that all of it is there."""

import importlib
import json
import sys
import types
from pathlib import Path
from typing import Any


class Stub(types.ModuleType):
    """A module that is there, and in which everything is."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def corpus_class() -> Any:
    """Gives ConvoKit's `Corpus`; what other parts of ConvoKit import need not be installed."""
    for _ in range(40):
        try:
            return importlib.import_module("convokit.model").Corpus
        except ModuleNotFoundError as error:
            if error.name is None or error.name.startswith("convokit"):
                raise
            sys.modules[error.name] = Stub(error.name)
            for loaded in [name for name in sys.modules if name.startswith("convokit")]:
                del sys.modules[loaded]
    raise RuntimeError("ConvoKit cannot be imported")


def main(folder: Path) -> None:
    """Loads the folder as ConvoKit does and compares it with what was written."""
    corpus = corpus_class()(filename=str(folder))
    lines = [json.loads(line) for line in (folder / "utterances.jsonl").read_text().splitlines()]
    conversations = json.loads((folder / "conversations.json").read_text())
    assert lines, "no utterance"
    assert len(list(corpus.iter_utterances())) == len(lines)
    spoken = {line["conversation_id"] for line in lines}
    assert {it.id for it in corpus.iter_conversations()} == spoken
    for line in lines:
        utterance = corpus.get_utterance(line["id"])
        assert utterance.text == line["text"]
        assert utterance.reply_to == line["reply-to"]
        assert utterance.speaker.id == line["speaker"]
        assert utterance.meta["char_start"] == line["meta"]["char_start"]
        assert utterance.meta["mode"] in {"verbatim", "reported"}
    for name in spoken:
        conversation = corpus.get_conversation(name)
        assert conversation.check_integrity(verbose=False)
        assert conversation.meta["people"] == conversations[name]["meta"]["people"]
    again = folder.parent / f"{folder.name}-again"
    corpus.dump(again.name, base_path=str(again.parent))
    assert (again / "utterances.jsonl").exists()
    print(f"{folder.name}: ConvoKit loads {len(lines)} utterances of {len(spoken)} conversations")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
