"""What memcon raises."""

from __future__ import annotations


class MemconError(ValueError):
    """No memorandum could be made, and no file is to blame for it.

    Attributes:
        layout: The layout that is unknown or not valid, if a layout is the matter.
        offset: The byte of the file from which it cannot be read, if that is the matter.

    Example:
        >>> import memcon
        >>> try:
        ...     memcon.parse("", layout="wilsn")
        ... except memcon.MemconError as error:
        ...     error.layout
        'wilsn'
    """

    layout: str | None
    offset: int | None

    def __init__(
        self, message: str, *, layout: str | None = None, offset: int | None = None
    ) -> None:
        super().__init__(message)
        self.layout = layout
        self.offset = offset


MemconError.__module__ = "memcon"
