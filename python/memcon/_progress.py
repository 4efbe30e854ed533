"""A progress bar, where tqdm is there to draw it: in a terminal or in a notebook."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib import import_module


def bar() -> Callable[[int, int, int, int], None] | None:
    """Gives what `Corpus.save` tells its progress to; None without tqdm."""
    with warnings.catch_warnings():
        # Without ipywidgets the bar of a notebook is drawn as text, and nobody need be warned.
        warnings.simplefilter("ignore")
        try:
            tqdm = import_module("tqdm.auto").tqdm
        except ImportError:
            return None
        drawn = tqdm(unit="file")

    def told(done: int, files: int, read: int, failed: int) -> None:
        drawn.total = files
        drawn.set_postfix(read=read, failed=failed, refresh=False)
        drawn.update(done - drawn.n)
        if done == files:
            drawn.close()

    return told
