r"""Diplomatic memoranda of conversation as structured dialogue.

Example:
    >>> import memcon
    >>> memo = memcon.parse("ORLOV. Good day.\n\nVESTA. Good day to you.\n")
    >>> memo.rebuild() == memo.text
    True
"""

from memcon._errors import MemconError
from memcon._memcon import (
    Addressee,
    Cue,
    Diagnostic,
    Gloss,
    LabelReading,
    Marking,
    MeetingDate,
    Memorandum,
    Mention,
    Note,
    Participant,
    Parts,
    Piece,
    Place,
    Provenance,
    Records,
    Span,
    StatedDate,
    Title,
    Turn,
    Written,
    __version__,
    from_json,
    json_schema,
    layouts,
    parse,
    read,
    read_all,
)

__all__ = [
    "Addressee",
    "Cue",
    "Diagnostic",
    "Gloss",
    "LabelReading",
    "Marking",
    "MeetingDate",
    "MemconError",
    "Memorandum",
    "Mention",
    "Note",
    "Participant",
    "Parts",
    "Piece",
    "Place",
    "Provenance",
    "Records",
    "Span",
    "StatedDate",
    "Title",
    "Turn",
    "Written",
    "__version__",
    "from_json",
    "json_schema",
    "layouts",
    "parse",
    "read",
    "read_all",
]
