"""What the writers give."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from memcon._memcon import _write_text

if TYPE_CHECKING:
    from memcon._memcon import Loss


class Export(str):
    r"""A record in another format: the text itself, which knows what it could not carry.

    It is a `str` and can be used as one. What its methods give (`upper`, a slice) are plain
    strings.

    Example:
        >>> import memcon
        >>> memo = memcon.parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: No.\n")
        >>> page = memo.to_markdown()
        >>> page.splitlines()[0]
        '# Record of conversation'
        >>> isinstance(page.losses, tuple)
        True
    """

    __slots__ = ("_losses",)
    _losses: tuple[Loss, ...]

    def __new__(cls, text: str, losses: tuple[Loss, ...] = ()) -> Export:
        made = super().__new__(cls, text)
        object.__setattr__(made, "_losses", losses)
        return made

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What of the record is not in the text; empty where everything is."""
        return self._losses

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the text to a file in UTF-8, whole or not at all.

        Args:
            path: The file. One that is there is replaced once the new one is whole.

        Raises:
            OSError: The file cannot be written (`FileNotFoundError`, `PermissionError`, …).

        Example:
            >>> memo.to_tei().save("talk.xml")  # doctest: +SKIP
        """
        _write_text(path, self)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"an Export is frozen; {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an Export is frozen; {name!r} cannot be deleted")

    def __reduce__(self) -> tuple[Any, ...]:
        return Export, (str(self), self._losses)


Export.__module__ = "memcon"
