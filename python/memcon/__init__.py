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
    Corpus,
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
    Record,
    Span,
    StatedDate,
    Table,
    Title,
    Turn,
    Written,
    __version__,
    diff,
    from_json,
    json_schema,
    layouts,
    parse,
    read,
)

__all__ = [
    "Addressee",
    "Corpus",
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
    "Record",
    "Span",
    "StatedDate",
    "Table",
    "Title",
    "Turn",
    "Written",
    "__version__",
    "diff",
    "from_json",
    "json_schema",
    "layouts",
    "parse",
    "read",
]
