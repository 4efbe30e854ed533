"""The native half of memcon: reading, and the values that reading gives.

Every class is frozen, hashable, comparable and picklable. None can be made by calling it: they
come from `parse`, `read` and `from_json`. Every offset counts code points of `Memorandum.text`,
as Python's own slices do; `Span.bytes` counts bytes of the same text as UTF-8.

Kinds are plain strings, the same as in JSON: `"verbatim"`, `"page-mark"`.
"""

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, Literal, TypeAlias, TypeVar, final, overload

from memcon._export import Export

__all__ = [
    "Addressee",
    "Corpus",
    "Cue",
    "Diagnostic",
    "Gloss",
    "Identity",
    "LabelReading",
    "Loss",
    "Marking",
    "MeetingDate",
    "Memorandum",
    "Mention",
    "Movement",
    "NameParts",
    "Note",
    "Participant",
    "Parts",
    "Piece",
    "Place",
    "Provenance",
    "Quoted",
    "Record",
    "Records",
    "Roster",
    "Span",
    "StatedDate",
    "Table",
    "Title",
    "Turn",
    "Written",
    "__version__",
    "_main",
    "_parse_batch",
    "_restore",
    "_restore_view",
    "_write_text",
    "diff",
    "from_json",
    "json_schema",
    "layouts",
    "parse",
    "read",
    "read_all",
]

_T_co = TypeVar("_T_co", covariant=True)
_Tables: TypeAlias = Literal["documents", "participants", "turns", "notes", "diagnostics"]
_Style: TypeAlias = Literal["footnote", "bibtex", "csl-json"]

__version__: str

def parse(text: str, *, layout: str | None = None, roster: Roster | None = None) -> Memorandum:
    r"""Reads a record of conversation from its text.

    Any text gives a memorandum; what is doubtful is told in `Memorandum.diagnostics`. Other
    threads run meanwhile.

    Args:
        text: The text of one document.
        layout: The name of the archive's layout, one of `layouts()`; None to recognise it.
        roster: People whom you know: offices are resolved by the date of the meeting, and
            participants get ids (`Participant.identity`). What the document says stays.

    Returns:
        The record.

    Raises:
        MemconError: No layout has that name.
        UnicodeEncodeError: The string holds a lone surrogate and so is not text.

    Example:
        >>> import memcon
        >>> memcon.parse("ORLOV. Good day.\n").text
        'ORLOV. Good day.\n'
    """

def read(
    path: str | os.PathLike[str],
    *,
    layout: str | None = None,
    encoding: str | None = None,
    id: str | None = None,  # noqa: A002 (the word that TEI and the command use)
    roster: Roster | None = None,
) -> Memorandum:
    """Reads a record of conversation from a file.

    Text in any encoding, a saved page of HTML, TEI, or JSON that memcon wrote; packed with gzip or
    zip or not; PDF with `memcon[pdf]`, DOCX with `memcon[docx]`. Nothing that a file refers to is
    fetched.

    Args:
        path: The file.
        layout: The name of the archive's layout, one of `layouts()`; None to recognise it.
        encoding: The file's encoding (`windows-1251`, `cp437`, `utf-16`); None to find it.
        id: Which document of a file that holds several: `d5`, in a zip `talks/a.txt`.
        roster: People whom you know: offices are resolved by the date of the meeting, and
            participants get ids (`Participant.identity`). What the document says stays.

    Returns:
        The record.

    Raises:
        OSError: The file cannot be read: `FileNotFoundError`, `IsADirectoryError`,
            `PermissionError`; `filename` is set.
        MemconError: The file is binary or broken markup (`offset` is the first byte that is
            wrong), holds several documents and no id was given, or none with the id; its text
            cannot be taken out (a scan, a password, a library that is not there); no layout or
            encoding has that name.

    Example:
        >>> memo = memcon.read("border-talks.txt", layout="wilson-center")  # doctest: +SKIP
    """

def read_all(
    path: str | os.PathLike[str],
    *,
    layout: str | None = None,
    encoding: str | None = None,
    roster: Roster | None = None,
) -> Records:
    """Reads every document of a file as a record of conversation, one after the other.

    A TEI volume and a zip hold many; any other file is one. Of a volume only the document at hand
    is in memory. `Memorandum.id` tells which document it is. Where a file breaks off, the
    documents before the break are given first.

    Args:
        path: The file.
        layout: The name of the archive's layout, one of `layouts()`; None to recognise it.
        encoding: The file's encoding; None to find it.
        roster: People whom you know, as in `read`.

    Returns:
        An iterator of records.

    Raises:
        OSError: The file cannot be read.
        MemconError: As of `read`; also while iterating.

    Example:
        >>> for memo in memcon.read_all("volume.xml"):  # doctest: +SKIP
        ...     print(memo.id, len(memo.turns))
    """

def from_json(text: str, /) -> Memorandum:
    r"""Reads back what `Memorandum.to_json` wrote.

    Args:
        text: A document of the contract `memcon/1`.

    Returns:
        The record, equal to the one that was written.

    Raises:
        MemconError: The text is not such a document.

    Example:
        >>> import memcon
        >>> memo = memcon.parse("ORLOV. Good day.\n")
        >>> memcon.from_json(memo.to_json()) == memo
        True
    """

def diff(old: str | os.PathLike[str], new: str | os.PathLike[str], /) -> Table:
    """Tells every line whose speaker changed between two readings of the same documents.

    Args:
        old: A folder that `Corpus.save` wrote, a file that `memcon parse --to jsonl` wrote, or a
            folder of records, which is then read.
        new: The same, of the new reading.

    Returns:
        A table with a row for each line, or part of one, that another speaks; and for each record
        that is in one reading only, or whose text is another.

    Raises:
        OSError: A reading cannot be read.
        MemconError: It is none of these.

    Example:
        >>> memcon.diff("before", "after").to_polars()  # doctest: +SKIP
    """

def _parse_batch(
    table: str,
    ids: list[str | None],
    contents: list[str | bytes | None],
    layout: str | None = None,
    roster: Roster | None = None,
) -> Table:
    """Reads documents, and gives the rows of a table with a column `error`: see `memcon.batch`."""

def json_schema() -> dict[str, Any]:
    """Gives the JSON Schema (draft 2020-12) of `Memorandum.to_dict`.

    Example:
        >>> import memcon
        >>> memcon.json_schema()["title"]
        'memcon/1'
    """

def layouts() -> tuple[str, ...]:
    """Lists the names of the layouts.

    Example:
        >>> import memcon
        >>> "plain" in memcon.layouts()
        True
    """

def _main(argv: list[str]) -> int: ...
def _write_text(path: str | os.PathLike[str], text: str) -> None: ...
def _restore(class_: str, version: int, payload: bytes) -> Any: ...
def _restore_view(class_: str, version: int, memo: Memorandum, places: list[int]) -> Any: ...

@final
class Records(Iterator[Memorandum]):
    """The records of a file, each read when it is asked for.

    Example:
        >>> records = memcon.read_all("volume.xml")  # doctest: +SKIP
        >>> next(records).id  # doctest: +SKIP
        'd1'
    """

    def __iter__(self) -> Records: ...
    def __next__(self) -> Memorandum: ...

@final
class Span:
    """A half-open place in a text, in code points.

    It unpacks into its two ends, and orders as they do.

    Example:
        >>> start, stop = paragraph.span  # doctest: +SKIP
        >>> memo.text[start:stop] == memo.text[paragraph.span.slice]  # doctest: +SKIP
        True
    """

    @property
    def start(self) -> int:
        """The first code point, from 0."""
    @property
    def stop(self) -> int:
        """The code point after the last one."""
    @property
    def bytes(self) -> tuple[int, int]:
        """The same place in bytes of the text as UTF-8: `(start, stop)`."""
    @property
    def slice(self) -> slice[int, int, int]:
        """The span as a slice, for `memo.text[span.slice]`."""
    def __len__(self) -> int:
        """The number of code points."""
    def __iter__(self) -> Iterator[int]:
        """The two ends: `start, stop = span`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Span, /) -> bool: ...
    def __le__(self, other: Span, /) -> bool: ...
    def __gt__(self, other: Span, /) -> bool: ...
    def __ge__(self, other: Span, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Written:
    """Words as they are written, and where.

    Example:
        >>> str(memo.number)  # doctest: +SKIP
        'P440'
    """

    @property
    def text(self) -> str:
        """The words; where a value is broken over lines, joined by single spaces."""
    @property
    def span(self) -> Span:
        """Where they stand."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Parts(Sequence[_T_co], Generic[_T_co]):
    """An immutable sequence of parts of a memorandum.

    The parts are made as they are asked for; a slice is a sequence again. Two sequences are equal
    when they show the same places of equal memoranda.

    Example:
        >>> [turn.text for turn in memo.turns[-3:]]  # doctest: +SKIP
    """

    def __class_getitem__(cls, item: Any) -> Any: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: int, /) -> _T_co: ...
    @overload
    def __getitem__(self, key: slice[Any, Any, Any], /) -> Parts[_T_co]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def __reversed__(self) -> Iterator[_T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def index(self, value: Any, start: int = 0, stop: int = ..., /) -> int:
        """Gives the place of the first entry equal to `value`.

        Raises:
            ValueError: There is none between `start` and `stop`.
        """
    def count(self, value: Any) -> int:
        """Counts the entries equal to `value`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def _repr_html_(self) -> str: ...

@final
class Memorandum:
    """A record of conversation, read.

    Example:
        >>> memo = memcon.read("border-talks.txt")  # doctest: +SKIP
        >>> [(turn.speaker, turn.text) for turn in memo.turns]  # doctest: +SKIP
    """

    @property
    def text(self) -> str:
        """The reading text; every span counts code points of it."""
    @property
    def id(self) -> str | None:
        """The id that the file gives the document, where it holds several: `d5`."""
    @property
    def encoding(self) -> str:
        """The name of the encoding that the file is in: `UTF-8`, `windows-1251`."""
    @property
    def layout(self) -> str:
        """The layout that was recognised: `wilson-center`, `plain`, …."""
    @property
    def form(self) -> Literal["verbatim", "mixed", "reported", "none"]:
        """How the conversation is told; `none` if this is not a record of one."""
    @property
    def kind(self) -> str | None:
        """What kind of record the document says it is: `memorandum-of-conversation`, …."""
    @property
    def number(self) -> Written | None:
        """The number of the record or of the document in its edition."""
    @property
    def title(self) -> Title | None:
        """The title at the head of the page or of the catalogue entry."""
    @property
    def own_title(self) -> Title | None:
        """The document's own title, where the page carries a second one below the catalogue's."""
    @property
    def date(self) -> MeetingDate | None:
        """When the conversation took place."""
    @property
    def dates(self) -> tuple[StatedDate, ...]:
        """Every date that the document states for the conversation, in order of the text."""
    @property
    def dates_agree(self) -> Literal["single", "agree", "conflict"]:
        """Whether the stated dates agree; `single` if fewer than two are stated."""
    @property
    def place(self) -> Place | None:
        """Where the conversation took place."""
    @property
    def subjects(self) -> tuple[Written, ...]:
        """What the conversation was about, one entry a subject line."""
    @property
    def markings(self) -> tuple[Marking, ...]:
        """Classification, handling, distribution, registry numbers."""
    @property
    def participants(self) -> Parts[Participant]:
        """Who took part, silent people included, in order of first mention."""
    @property
    def turns(self) -> Parts[Turn]:
        """What was said, in order of the text."""
    @property
    def movements(self) -> tuple[Movement, ...]:
        """Who came in and who left meanwhile, in order of the text."""
    @property
    def notes(self) -> Parts[Note]:
        """Editors' and typists' marks, in order of the text."""
    @property
    def excisions(self) -> Parts[Note]:
        """The notes that say that something was withheld, in order of the text."""
    @property
    def ledger(self) -> dict[str, Any]:
        """What was withheld, added up.

        `cuts` counts the excisions and `unmeasured` those that do not say how much; `what` counts
        them by sort, `much` adds up their measures by unit (a bound counts as its number);
        `by_person` holds the same for each speaker's id, `None` for nobody's; `year` is that of the
        conversation. `entries` holds every excision in order: `text` as written, `withheld`,
        `measures` as normalised, `exemption`, the `turn` that it interrupts (its index) and the
        `speaker`'s id. `memcon.Corpus.withheld` adds up several records.

        Example:
            >>> memo.ledger["much"]  # doctest: +SKIP
            {'line': 4.5}
        """
    @property
    def glossary(self) -> tuple[Gloss, ...]:
        """Abbreviations that the text itself explains."""
    @property
    def provenance(self) -> Provenance:
        """Where the record comes from."""
    @property
    def pieces(self) -> Parts[Piece]:
        """The partition of the text: every character in exactly one piece."""
    @property
    def label_readings(self) -> Parts[LabelReading]:
        """Every string that could have been a speaker's label, and why it is or is not one."""
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Doubts about the reading, in order of the text."""
    def participant(self, person: str, /) -> Participant:
        """Gives the participant with an id.

        Args:
            person: The id within this memorandum: `p1`, `p2`, ….

        Raises:
            KeyError: There is no such participant.

        Example:
            >>> memo.participant("p1").name  # doctest: +SKIP
            'Orlov'
        """
    def turns_by(self, person: Participant | str, /) -> Parts[Turn]:
        """Gives the turns of one person, in order; joint ones included.

        Args:
            person: A participant of this memorandum, or an id.

        Raises:
            KeyError: No participant has that id.
            ValueError: The participant is of another memorandum.

        Example:
            >>> len(memo.turns_by("p1"))  # doctest: +SKIP
            4
        """
    def origin(self, span: Span, /) -> slice | None:
        """Gives the bytes of the file that a span of the text was read from.

        Of plain UTF-8 the text is the file. Of markup and of other encodings the slice leads to
        the bytes as they stand in the file; a character reference counts whole.

        Args:
            span: A span of this memorandum.

        Returns:
            A slice of the bytes of the file, or None if nothing in the span stands there.

        Example:
            >>> import memcon
            >>> memo = memcon.parse("Kremlin, 3 May 1971, 10:15 a.m.")
            >>> memo.origin(memo.pieces[0].span)
            slice(0, 31, 1)
        """
    def rebuild(self) -> str:
        """Puts the text together again from its pieces; equal to `text`.

        Example:
            >>> memo.rebuild() == memo.text  # doctest: +SKIP
            True
        """
    def table(self, name: str, /, document: str = "") -> Table:
        r"""Gives one of the record's tables.

        Args:
            name: `documents`, `participants`, `turns`, `notes` or `diagnostics`.
            document: What the column `document_id` says, the key that joins the tables; if it is
                empty, an id made of the text.

        Returns:
            The table, for polars, pandas, pyarrow, DuckDB and whoever else speaks Arrow.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> import memcon
            >>> memo = memcon.parse("ORLOV. Good day.\n\nVESTA. Good day to you.\n")
            >>> memo.table("turns").columns[:3]
            ('document_id', 'turn_id', 'index')
        """
    def outline(self) -> str:
        """Gives a readable outline: head, people, turns, doubts.

        Example:
            >>> print(memo.outline())  # doctest: +SKIP
        """
    def to_dict(self) -> dict[str, Any]:
        """Gives the document of the contract `memcon/1` in Python's own values.

        It equals `json.loads(memo.to_json())`, and is described by `json_schema()`. Spans are
        lists `[start, stop]` in code points.

        Example:
            >>> memo.to_dict()["turns"][0]["speaker"]  # doctest: +SKIP
            'p1'
        """
    def to_json(self, *, indent: int | None = None) -> str:
        """Gives the document of the contract `memcon/1` as JSON.

        Args:
            indent: Spaces a level, 0 or more; None for a single line.

        Raises:
            OverflowError: The indent is negative.

        Example:
            >>> memcon.from_json(memo.to_json()) == memo  # doctest: +SKIP
            True
        """
    @property
    def document_id(self) -> str:
        """The id by which tables, corpora and citations know the record: `m0f1c…`.

        It is made of the letters and digits of the text, so that the same document has one id
        wherever it lies.
        """
    def selector(self, span: Span, /) -> list[dict[str, Any]]:
        """Gives a place in the text as selectors of the W3C Web Annotation model.

        A `TextQuoteSelector` holds the words and 32 characters before and after them, a
        `TextPositionSelector` the place in characters. Together they find the place again in a
        text that was changed a little.

        Args:
            span: The place.

        Example:
            >>> [part["type"] for part in memo.selector(memo.title.span)]  # doctest: +SKIP
            ['TextQuoteSelector', 'TextPositionSelector']
        """
    def cite(self, style: _Style = "footnote", *, document: str = "") -> str:
        """Gives a ready citation of the record.

        Args:
            style: `footnote` (as historians write it), `bibtex` or `csl-json` (for Zotero,
                Pandoc and citeproc).
            document: The id of the record, which is the key of the entry; one made of its
                words, unless you give another.

        Raises:
            ValueError: No style has that name.

        Example:
            >>> print(memo.cite("bibtex"))  # doctest: +SKIP
            @misc{m0f1c…,
              title = {Record of Conversation},
            …
        """
    def to_tei(self, *, document: str = "") -> Export:
        """Gives the record as TEI P5 with the drama module: `sp`, `said`, `note`, `pb`.

        It is valid against the schema `tei_all`. `read` reads it back turn for turn.

        Args:
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: what TEI has no words for, as
                the reasons for and against labels.

        Example:
            >>> memo.to_tei(document="talk-7").save("talk-7.xml")  # doctest: +SKIP
        """
    def to_parlaclarin(self, *, document: str = "") -> Export:
        """Gives the record as TEI by the rules of Parla-CLARIN: `u`, `seg`.

        It is valid against the schema of Parla-CLARIN. Reported speech is `said`, not `u`.

        Args:
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: as of TEI.

        Example:
            >>> memo.to_parlaclarin().save("talk.xml")  # doctest: +SKIP
        """
    def to_markdown(self, *, document: str = "") -> Export:
        """Gives the record as a reading text in Markdown.

        Nothing that the record says acts as markup.

        Args:
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: what a reading text does not tell, as ids and rules.

        Example:
            >>> memo.to_markdown().save("talk.md")  # doctest: +SKIP
        """
    def to_html(self, *, document: str = "") -> Export:
        """Gives the record as a reading edition: one page, without script and network.

        It has a card, the people by their sides, an anchor for every turn (`Turn.id`), marks in the
        margin, footnotes that lead there and back, and the doubts. It is legible on a telephone,
        at night and on paper, and with a keyboard or a screen reader.

        Args:
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: what the page does not tell, as the rules of attribution.

        Example:
            >>> memo.to_html().save("talk.html")  # doctest: +SKIP
        """
    def to_gexf(self, *, document: str = "") -> Export:
        """Gives the network of who met and who answered whom, for Gephi and networkx.

        `Corpus.to_gexf` gives that of a collection.

        Args:
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: nearly everything: a network is people and counts.

        Example:
            >>> memo.to_gexf().save("talk.gexf")  # doctest: +SKIP
        """
    def to_jsonl(self) -> Export:
        """Gives the record as a line of JSON of the contract `memcon/1`. Nothing is lost.

        Example:
            >>> memcon.from_json(memo.to_jsonl()) == memo  # doctest: +SKIP
            True
        """
    def to_csv(self, table: _Tables = "turns", *, document: str = "") -> Export:
        """Gives one of the record's tables as CSV, with a line of names.

        A list is one cell, its entries apart by a bar. A cell that a spreadsheet would
        calculate begins with an apostrophe, and is told as a loss.

        Args:
            table: `documents`, `participants`, `turns`, `notes` or `diagnostics`.
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: what the other tables carry, too.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> memo.to_csv("notes").save("notes.csv")  # doctest: +SKIP
        """
    def to_tsv(self, table: _Tables = "turns", *, document: str = "") -> Export:
        """Gives one of the record's tables as TSV, with a line of names.

        A list is one cell, its entries apart by a bar. A cell that a spreadsheet would
        calculate begins with an apostrophe, and is told as a loss.

        Args:
            table: `documents`, `participants`, `turns`, `notes` or `diagnostics`.
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            The text, with its `losses`: what the other tables carry, too.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> memo.to_tsv("notes").save("notes.tsv")  # doctest: +SKIP
        """
    def to_convokit(
        self, folder: str | os.PathLike[str], /, *, document: str = ""
    ) -> tuple[Loss, ...]:
        """Writes the record as a corpus folder of ConvoKit.

        `convokit.Corpus(filename=folder)` loads it: turns are utterances, each replying to the one
        before. `Corpus.to_convokit` writes many records.

        Args:
            folder: The folder, made if it is not there. No file takes its place before all are
                written.
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            What the files do not carry.

        Raises:
            OSError: A file cannot be written.

        Example:
            >>> memo.to_convokit("out")  # doctest: +SKIP
            (Loss('notes', 4), …)
        """
    def to_parquet(
        self, folder: str | os.PathLike[str], /, *, document: str = ""
    ) -> tuple[Loss, ...]:
        """Writes the five tables as Parquet files into a folder: `turns.parquet`.

        `Corpus.to_parquet` writes those of many records.

        Args:
            folder: The folder, made if it is not there. No file takes its place before all are
                written.
            document: The id of the record in what is written; one made of its words, unless
                you give another (`document_id`).

        Returns:
            What the files do not carry.

        Raises:
            OSError: A file cannot be written.

        Example:
            >>> memo.to_parquet("out")  # doctest: +SKIP
            (Loss('notes', 4), …)
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def _repr_html_(self) -> str: ...

@final
class Turn:
    """What one speaker says until another does.

    Example:
        >>> turn = memo.turns[0]  # doctest: +SKIP
        >>> turn.speaker.name, turn.label.text, turn.text  # doctest: +SKIP
        ('Orlov', 'ORLOV', 'Good day.')
    """

    @property
    def memorandum(self) -> Memorandum:
        """The memorandum of which this is a turn."""
    @property
    def index(self) -> int:
        """The place in the sequence of turns, from 0."""
    @property
    def id(self) -> str:
        """The id, made of the label and the words: `t5be2…`.

        It is the same in every format, and when the text is read again, when turns are added
        elsewhere, lines wrapped otherwise or the speaker resolved otherwise. It changes when the
        turn's own words do.
        """
    @property
    def selector(self) -> list[dict[str, Any]]:
        """The turn's place as selectors of the W3C Web Annotation model.

        They are the value of `target.selector` in an annotation (`Memorandum.selector`).
        """
    def cite(self, style: _Style = "footnote", *, document: str = "") -> str:
        """Gives a ready citation of the turn: the record, the speaker, the id and the place.

        Args:
            style: `footnote`, `bibtex` or `csl-json`.
            document: The id of the record; one made of its words, unless you give another.

        Raises:
            ValueError: No style has that name.

        Example:
            >>> print(memo.turns[1].cite())  # doctest: +SKIP
            “Record of Conversation,” Villa Adra, 3 May 1971; turn 2 (Orlov), …
        """
    @property
    def mode(self) -> Literal["verbatim", "reported"]:
        """Whether the turn gives the words or tells them."""
    @property
    def speaker(self) -> Participant | None:
        """Who speaks; the first of several who speak jointly; None if nobody or several fit."""
    @property
    def speakers(self) -> tuple[Participant, ...]:
        """Everybody who speaks the turn jointly."""
    @property
    def candidates(self) -> tuple[Participant, ...]:
        """Who could be meant, where several could."""
    @property
    def rule(self) -> str | None:
        """By which rule the speaker was found: `full-name`, `surname`, `role`, …."""
    @property
    def label(self) -> Written | None:
        """How the turn is marked in a labelled record, without separator."""
    @property
    def cue(self) -> Cue | None:
        """The reporting clause of a turn told in prose."""
    @property
    def addressee(self) -> Addressee | None:
        """To whom it is said, where that is told."""
    @property
    def voiced_by(self) -> Written | None:
        """Who gave it voice for the speaker: `(via interpreter)`."""
    @property
    def speech_act(self) -> str | None:
        """What the speaker of a reported turn does in speaking: `ask`, `answer`, `agree`."""
    @property
    def confidence(self) -> float | None:
        """How sure the attribution of a reported turn is, from 0 to 1."""
    @property
    def quotations(self) -> tuple[Written, ...]:
        """Words given verbatim within a reported turn, without their quotation marks."""
    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """Whom the speaker quotes, in order of the text; they are no speakers of the turn."""
    @property
    def resumes(self) -> Turn | None:
        """The earlier turn that this one resumes after an interruption."""
    @property
    def span(self) -> Span:
        """From the first character of the label to the last word."""
    @property
    def text(self) -> str:
        """The speech alone.

        No label, page marks, callouts or stage directions; lines joined, paragraphs apart by a
        blank line.
        """
    @property
    def words(self) -> int:
        """How many words `text` has; every ideograph counts as one."""
    @property
    def raw(self) -> str:
        """The turn as written, label and marks included: `memo.text[turn.span.slice]`."""
    @property
    def paragraphs(self) -> tuple[Written, ...]:
        """The paragraphs as written; the first begins after the label.

        For each, `memo.text[p.span.start:p.span.stop] == p.text`.
        """
    @property
    def notes(self) -> Parts[Note]:
        """The notes inside."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def _repr_html_(self) -> str: ...

@final
class Cue:
    """The reporting clause of a turn told in prose.

    Example:
        >>> str(turn.cue)  # doctest: +SKIP
        'The Secretary said'
    """

    @property
    def subject(self) -> Written:
        """Who speaks, as written."""
    @property
    def verb(self) -> Written:
        """The verb of speaking."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Addressee:
    """To whom a turn is addressed.

    Example:
        >>> turn.addressee.text  # doctest: +SKIP
        'Vesta'
    """

    @property
    def text(self) -> str:
        """The words."""
    @property
    def span(self) -> Span:
        """Where they stand."""
    @property
    def person(self) -> Participant | None:
        """The participant, where one fits."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Quoted:
    """What somebody else said, as the speaker of a turn tells it.

    Example:
        >>> turn.quoted[0].subject.text  # doctest: +SKIP
        'the King'
    """

    @property
    def subject(self) -> Written:
        """Who is quoted, as written."""
    @property
    def verb(self) -> Written | None:
        """The verb of speaking; None where only a label stands before the words."""
    @property
    def person(self) -> Participant | None:
        """The participant, where somebody at the table is quoted."""
    @property
    def words(self) -> Written | None:
        """The words in quotation marks, where they are given, without the marks."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Participant:
    """Somebody who took part in the conversation.

    Example:
        >>> [person.name for person in memo.participants if not person.turns]  # doctest: +SKIP
        ['Anna Weiss']
    """

    @property
    def memorandum(self) -> Memorandum:
        """The memorandum in which the person takes part."""
    @property
    def id(self) -> str:
        """The id within the memorandum: `p1`, `p2`, … in order of first mention."""
    @property
    def name(self) -> str:
        """The name as most fully written, without honorific and office; else the role."""
    @property
    def name_parts(self) -> NameParts | None:
        """The name taken apart and normalised; None where the person is called by an office."""
    @property
    def honorific(self) -> str | None:
        """`Mr.`, `Cde.`, `General`."""
    @property
    def roles(self) -> tuple[Written, ...]:
        """Offices held, as written."""
    @property
    def affiliation(self) -> str | None:
        """The institution or country named beside the person."""
    @property
    def delegation(self) -> str | None:
        """The side or agency under whose heading the person is listed."""
    @property
    def refs(self) -> tuple[str, ...]:
        """Ids by which the file's markup names the person, as written there: `p_OM1`."""
    @property
    def capacities(self) -> tuple[str, ...]:
        """In what capacities the person took part, in fixed order: `principal`, `drafter`, …."""
    @property
    def presence(self) -> tuple[Written, ...]:
        """When the person was there, where not all the time: `part-time`, `for Item 2`."""
    @property
    def identity(self) -> Identity | None:
        """Who the person is, by the roster that was given; None without one."""
    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place that names the person in header, title, closing or label."""
    @property
    def turns(self) -> Parts[Turn]:
        """The turns of this person, in order; none for those who keep silent."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Identity:
    """Who a participant is, by a roster; the document need not say it.

    Example:
        >>> memo.participants[0].identity.ids["wikidata"]  # doctest: +SKIP
        'Q1'
    """

    @property
    def name(self) -> str:
        """The name as the roster has it."""
    @property
    def office(self) -> str | None:
        """The office by which the person was found, or the only one held on the day."""
    @property
    def ids(self) -> dict[str, str]:
        """Ids elsewhere, by the name of the authority: `wikidata`, `viaf`."""
    @property
    def rule(self) -> Literal["name", "initials", "surname-and-office", "office"]:
        """By which rule the roster knows the person."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class NameParts:
    """A name taken apart: what stands beside the written form, never in its place.

    Example:
        >>> memo.participants[0].name_parts.sort  # doctest: +SKIP
        'orlo, marta s'
    """

    @property
    def family(self) -> str:
        """The surname with its particles, in small letters where the record has capitals."""
    @property
    def given(self) -> str | None:
        """Given names and initials, in the order written."""
    @property
    def suffix(self) -> str | None:
        """`Jr.`, `III`."""
    @property
    def family_first(self) -> bool:
        """Whether the surname is written first."""
    @property
    def sort(self) -> str:
        """The key to sort and compare by: small Latin letters without accents."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Movement:
    """An entrance or an exit that the record tells.

    Example:
        >>> [(move.kind, str(move.subject)) for move in memo.movements]  # doctest: +SKIP
        [('leave', 'The Minister')]
    """

    @property
    def kind(self) -> Literal["enter", "leave"]:
        """Whether the people come or go."""
    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the people, as far as they are participants: `p1`."""
    @property
    def subject(self) -> Written:
        """The words that name them."""
    @property
    def time(self) -> Written | None:
        """The clock time as written, where one is told."""
    @property
    def span(self) -> Span:
        """The sentence that tells it."""
    @property
    def next_turn(self) -> int:
        """How many turns begin before it: the place of the turn that comes next."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Roster:
    r"""People, their names, offices and ids, as you know them.

    A file of TOML has one `[[person]]` each, with `name`, and as you know them `aliases`, `ids`
    and one `[[person.office]]` an office, with `title`, `of`, `from` and `to` (`YYYY-MM-DD`,
    `YYYY-MM` or `YYYY`). A file of CSV has the columns `name`, `aliases` (between semicolons),
    `office`, `of`, `from` and `to`, one row an office; every other column is an id by its name.

    Example:
        >>> import memcon
        >>> roster = memcon.Roster.from_csv("name,office,from\nMarta Orlo,Envoy,1961\n")
        >>> roster.names
        ('Marta Orlo',)
    """

    @staticmethod
    def read(path: str | os.PathLike[str], /) -> Roster:
        """Reads a roster from a file; its ending, `.toml` or `.csv`, tells which it is.

        Raises:
            OSError: The file cannot be read.
            MemconError: The file is no roster; the message tells the line and what was expected.

        Example:
            >>> people = memcon.Roster.read("people.toml")  # doctest: +SKIP
            >>> memo = memcon.read("talk.txt", roster=people)  # doctest: +SKIP
        """
    @staticmethod
    def from_toml(text: str, /) -> Roster:
        r"""Reads a roster from TOML.

        Raises:
            MemconError: The text is no roster; the message tells the line.

        Example:
            >>> import memcon
            >>> memcon.Roster.from_toml('[[person]]\nname = "Marta Orlo"\n').names
            ('Marta Orlo',)
        """
    @staticmethod
    def from_csv(text: str, /) -> Roster:
        r"""Reads a roster from CSV.

        Raises:
            MemconError: The text is no roster; the message tells the line.

        Example:
            >>> import memcon
            >>> len(memcon.Roster.from_csv("name,viaf\nMarta Orlo,900001\nJan Vey,\n"))
            2
        """
    @property
    def names(self) -> tuple[str, ...]:
        """The names of the people, in the order of the file."""
    def __len__(self) -> int:
        """The number of people."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Mention:
    """One place where a participant is named.

    Example:
        >>> {mention.carrier for mention in person.mentions}  # doctest: +SKIP
        {'list', 'label'}
    """

    @property
    def text(self) -> str:
        """The words, title and office included."""
    @property
    def span(self) -> Span:
        """Where they stand."""
    @property
    def carrier(self) -> str:
        """Which part of the document it is: `list`, `title`, `label`, …."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Note:
    """A mark of an editor, translator or typist.

    Example:
        >>> [note.text for note in memo.notes if note.kind == "stage"]  # doctest: +SKIP
        ['Laughter']
    """

    @property
    def memorandum(self) -> Memorandum:
        """The memorandum in which the note stands."""
    @property
    def index(self) -> int:
        """The place in the sequence of notes, from 0."""
    @property
    def kind(self) -> str:
        """What the mark is: `supplied`, `sic`, `excision`, `stage`, `page-mark`, …."""
    @property
    def span(self) -> Span:
        """The mark whole, brackets included."""
    @property
    def text(self) -> str:
        """What stands inside the brackets, or the footnote's words."""
    @property
    def raw(self) -> str:
        """The mark as written, brackets included."""
    @property
    def of(self) -> Written | None:
        """The words it explains, corrects or questions, where they are told apart."""
    @property
    def turn(self) -> Turn | None:
        """The turn it stands in."""
    @property
    def hand(self) -> Literal["editor", "source"]:
        """Whose mark it is: brackets are an editor's where nothing says otherwise."""
    @property
    def withheld(self) -> str | None:
        """What was withheld, where the mark is an excision: `text`, `name`, `amount`, …."""
    @property
    def measures(self) -> tuple[tuple[float, str, str], ...]:
        """How much was withheld: number, unit and bound of each measure.

        `less than 1 line` is `(1.0, "line", "less-than")`; `4 paragraphs (16 lines)` has two.
        """
    @property
    def exemption(self) -> str | None:
        """The code of the exemption that is given for an excision: `25X1A`."""
    @property
    def joined(self) -> Note | None:
        """The footnote of a callout, or the callout of a footnote."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Title:
    """A title as printed, with what it tells.

    Example:
        >>> [str(party) for party in memo.title.parties]  # doctest: +SKIP
        ['Orlov', 'Vesta']
    """

    @property
    def text(self) -> str:
        """The words, without the document's number and footnote callouts."""
    @property
    def span(self) -> Span:
        """Where it stands, number and callouts included."""
    @property
    def kind(self) -> str | None:
        """What kind of record it names: `memorandum-of-conversation`, …."""
    @property
    def parties(self) -> tuple[Written, ...]:
        """The people between whom the conversation was, as written."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Marking:
    """A marking of secrecy, handling or registry.

    Example:
        >>> [str(mark) for mark in memo.markings if mark.kind == "classification"]  # doctest: +SKIP
        ['Secret']
    """

    @property
    def kind(self) -> str:
        """What the marking does: `classification`, `handling`, `distribution`, `number`, …."""
    @property
    def text(self) -> str:
        """The words; the parts of a list that other markings break are joined by spaces."""
    @property
    def spans(self) -> tuple[Span, ...]:
        """Where each part stands."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class MeetingDate:
    """When the conversation took place.

    Example:
        >>> memo.date.start, memo.date.start_text  # doctest: +SKIP
        (datetime.date(1971, 5, 3), '1971-05-03')
    """

    @property
    def start(self) -> datetime.date | None:
        """When it began: a `date`, or a `datetime` without zone where the minute is written.

        None where the day is not written or is in no calendar.
        """
    @property
    def end(self) -> datetime.date | None:
        """When it ended, likewise; None also where no end is written."""
    @property
    def start_text(self) -> str | None:
        """When it began, as precise as it is written, from a year to a minute."""
    @property
    def end_text(self) -> str | None:
        """When it ended, as precise as it is written."""
    @property
    def edtf(self) -> str | None:
        """The date as an EDTF string (ISO 8601-2): `1951-01-06/1951-01-07`."""
    @property
    def text(self) -> str:
        """The words of the date."""
    @property
    def span(self) -> Span:
        """Where they stand."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class StatedDate:
    """A date that the document states for the conversation.

    Example:
        >>> {stated.carrier: str(stated.date) for stated in memo.dates}  # doctest: +SKIP
        {'title': '1971-05-03', 'dateline': '1971-05-03'}
    """

    @property
    def carrier(self) -> str:
        """Which part of the document states it: `catalogue`, `title`, `dateline`, `field`."""
    @property
    def date(self) -> MeetingDate:
        """The date."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Place:
    """Where the conversation took place.

    Example:
        >>> memo.place.name  # doctest: +SKIP
        'Zurich'
    """

    @property
    def name(self) -> str:
        """The place as named, without brackets and stops."""
    @property
    def supplied(self) -> bool:
        """Whether editors supplied it in brackets."""
    @property
    def span(self) -> Span:
        """Where it stands."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Gloss:
    """An abbreviation and what it stands for.

    Example:
        >>> {gloss.abbreviation: gloss.expansion for gloss in memo.glossary}  # doctest: +SKIP
        {'FRV': 'Free Republic of Vesta'}
    """

    @property
    def abbreviation(self) -> str:
        """The abbreviation as written."""
    @property
    def expansion(self) -> str:
        """The expansion as written, right or wrong."""
    @property
    def by(self) -> str:
        """Who explains it: an editor's `bracket`, or a `parenthesis` of the text itself."""
    @property
    def span(self) -> Span:
        """Abbreviation and expansion, in the text."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Provenance:
    """Where a record comes from, as its page tells it; what is not told is None.

    Example:
        >>> str(memo.provenance.collection)  # doctest: +SKIP
        'Papers of A. Weiss'
    """

    @property
    def repository(self) -> Written | None:
        """The archive or library."""
    @property
    def division(self) -> Written | None:
        """Its division."""
    @property
    def collection(self) -> Written | None:
        """The papers, fonds or record group."""
    @property
    def shelfmark(self) -> Written | None:
        """The shelfmark."""
    @property
    def reel(self) -> Written | None:
        """The microfilm reel."""
    @property
    def container(self) -> Written | None:
        """The container or box."""
    @property
    def original_archive(self) -> Written | None:
        """The archive that holds the original, where a field names it."""
    @property
    def translator(self) -> Written | None:
        """Who translated it."""
    @property
    def abstract(self) -> Written | None:
        """The archive's summary."""
    @property
    def rights(self) -> tuple[Written, ...]:
        """What may be done with it."""
    @property
    def uploaded(self) -> Written | None:
        """When the page was put up."""
    @property
    def url(self) -> Written | None:
        """Where the page or the edition is published."""
    @property
    def record_id(self) -> Written | None:
        """The archive's id of the record."""
    @property
    def drafted(self) -> Written | None:
        """Who drafted the record, and when, as written."""
    @property
    def approved(self) -> Written | None:
        """Who approved it, and when, as written; a field may tell who cleared it."""
    @property
    def cleared(self) -> Written | None:
        """Who cleared it, and when, as written."""
    @property
    def venue(self) -> Written | None:
        """The building or room where the source note says that the meeting was held."""
    @property
    def source_note(self) -> Written | None:
        """The editors' note on the source, whole."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Piece:
    """A piece of the text; the pieces of a memorandum partition it.

    Example:
        >>> "".join(piece.text for piece in memo.pieces) == memo.text  # doctest: +SKIP
        True
    """

    @property
    def kind(self) -> str:
        """What it is: `title`, `label`, `speech`, `space`, …."""
    @property
    def text(self) -> str:
        """The words, as written."""
    @property
    def span(self) -> Span:
        """Where it stands."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class LabelReading:
    """A string that could have been a speaker's label, and how it was read.

    Example:
        >>> for reading in memo.label_readings:  # doctest: +SKIP
        ...     print(reading.text, reading.verdict, *reading.evidence)
    """

    @property
    def text(self) -> str:
        """The string as written, without separator."""
    @property
    def span(self) -> Span:
        """Where it stands."""
    @property
    def separator(self) -> str:
        """What stands after it: `colon`, `stop`, `dash`, `line-end`, …."""
    @property
    def verdict(self) -> Literal["label", "not-a-label"]:
        """Whether it was taken for a label."""
    @property
    def evidence(self) -> tuple[str, ...]:
        """The reasons that decided: `recurs`, `listed`, `prose`, …."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Diagnostic:
    """A doubt about one place in the text.

    Example:
        >>> [str(doubt) for doubt in memo.diagnostics]  # doctest: +SKIP
        ['warning [unlisted-speaker] "Orlov" speaks but is not among the participants']
    """

    @property
    def code(self) -> str:
        """The stable code: `unlisted-speaker`, `date-conflict`, …."""
    @property
    def severity(self) -> Literal["note", "warning"]:
        """How grave it is."""
    @property
    def message(self) -> str:
        """What is doubtful, in a sentence."""
    @property
    def span(self) -> Span:
        """Where."""
    @property
    def elsewhere(self) -> Span | None:
        """The other place, where the doubt is between two."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Loss:
    """A part of a record that a format could not carry.

    Example:
        >>> str(memo.to_gexf().losses[0])  # doctest: +SKIP
        '12 places in the source text'
    """

    @property
    def part(self) -> str:
        """Which part: `silent-people`, `notes`; the names are stable."""
    @property
    def count(self) -> int:
        """How many of it there are in the record, all of them lost."""
    @property
    def words(self) -> str:
        """The part in plain words, in the plural."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Table:
    """A table of records, for whoever speaks Arrow: polars, pandas, pyarrow, DuckDB.

    Nothing is copied on the way, and none of them is needed to make one. The rows can be had as
    often as they are asked for. The schema is the same for every record and every collection.

    Example:
        >>> import polars  # doctest: +SKIP
        >>> polars.DataFrame(memo.table("turns"))  # doctest: +SKIP
    """

    @property
    def name(self) -> str:
        """The table's name."""
    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
    @property
    def ddl(self) -> str:
        """The columns in the words of Spark's DDL."""
    def to_arrow(self) -> Any:
        """Gives the rows as a `pyarrow.Table`; needs pyarrow.

        Example:
            >>> memo.table("turns").to_arrow().num_rows  # doctest: +SKIP
        """
    def to_polars(self) -> Any:
        """Gives the rows as a `polars.DataFrame`; needs polars.

        Example:
            >>> memo.table("notes").to_polars().group_by("kind").len()  # doctest: +SKIP
        """
    def to_pandas(self) -> Any:
        """Gives the rows as a `pandas.DataFrame` with columns of Arrow; needs pandas, pyarrow.

        Example:
            >>> memo.table("turns").to_pandas()["words"].sum()  # doctest: +SKIP
        """
    def to_parquet(self, path: str | os.PathLike[str], /) -> tuple[Loss, ...]:
        """Writes the rows as a Parquet file, whole or not at all; needs nothing.

        Returns:
            What the table does not carry of the records that it is made of; empty for a table of
            what was counted or sought, such as `Corpus.shares` gives.

        Raises:
            OSError: The file cannot be written (`FileNotFoundError`, `PermissionError`, …).

        Example:
            >>> memo.table("turns").to_parquet("turns.parquet")  # doctest: +SKIP
        """
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Corpus:
    """A collection of records: files of text, pages, TEI volumes, PDF, Word, and zips of them.

    It holds the names of its files and nothing of what is in them. Whatever is asked of it reads
    them anew, in parallel, without the GIL, and holds only what is at hand; Ctrl-C stops it. A file
    that cannot be read stops nothing: it is a record with its `error`.

    Args:
        sources: Files, folders with all that is below them, and patterns: `talks/**/*.txt`. Of a
            folder the files are taken whose ending tells text, HTML, TEI, PDF, DOCX, gzip or zip;
            what is hidden is not.
        layout: The name of the archive's layout, one of `layouts()`; None to recognise it.
        encoding: The encoding of every file; None to have it found.
        roster: People whom you know, with their offices by date and their ids.
        threads: How many threads read; None for one a core.

    Raises:
        ValueError: There is no source.
        OSError: A source is not there.
        MemconError: A pattern fits no file, or no layout has that name.

    Example:
        >>> corpus = memcon.Corpus("talks", "more/*.xml")  # doctest: +SKIP
        >>> for record in corpus:  # doctest: +SKIP
        ...     print(record.id, record.error or len(record.memorandum.turns))
    """

    def __new__(
        cls,
        *sources: str | os.PathLike[str],
        layout: str | None = None,
        encoding: str | None = None,
        roster: Roster | None = None,
        threads: int | None = None,
    ) -> Corpus: ...
    @property
    def sources(self) -> tuple[Path, ...]:
        """What the collection was made of."""
    def where(
        self,
        *,
        years: tuple[int, int] | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        form: str | None = None,
        person: str | None = None,
        place: str | None = None,
        words: str | None = None,
    ) -> Corpus:
        """Gives those records only that fit all that is said, here and before.

        Those that could not be read stay: nobody knows what they are.

        Args:
            years: The first and the last year in which a conversation may begin.
            since: The first day, month or year in which it may begin: `1969-05`.
            until: The last.
            form: `verbatim`, `mixed`, `reported` or `none`.
            person: What stands in the name of a participant, in any case.
            place: What stands in the name of the place, in any case.
            words: What stands in the text, in any case.

        Returns:
            A collection of the same files.

        Raises:
            ValueError: No form has that name, or a date is none.

        Example:
            >>> corpus.where(years=(1969, 1974), person="Orlo")  # doctest: +SKIP
        """
    def table(self, name: str, /) -> Table:
        """Gives one of the collection's tables; its rows are made while they are taken.

        Args:
            name: `documents`, `participants`, `turns`, `notes` or `diagnostics`.

        Returns:
            The table. Of a record that could not be read, `documents` has a row with its `error`.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> corpus.table("turns").to_polars()  # doctest: +SKIP
        """
    def save(
        self,
        folder: str | os.PathLike[str],
        /,
        *,
        progress: bool | Callable[[int, int, int, int], object] | None = None,
    ) -> dict[str, Any]:
        """Brings a folder of Parquet files up to date with the collection.

        What is done and unchanged, by the SHA-256 of the file and the version of memcon, is not
        read again; what is gone is taken out. `folder/turns/*.parquet` is then the table of turns,
        for DuckDB, polars and Spark. Interrupted, it leaves nothing half-written, and the next run
        goes on from there.

        Args:
            folder: The folder; it is made if it is not there.
            progress: True for a bar, if tqdm is there to draw it; or what is called several times
                a second with the number of files done, of all files, of records read and of
                records that could not be read.

        Returns:
            `files`, `unchanged`, `removed`, `read`; `failures`: pairs of an id and why; `losses`:
            what of the records of this run is in none of the tables.

        Raises:
            OSError: The folder cannot be written.
            MemconError: It holds what memcon did not write.

        Example:
            >>> corpus.save("out", progress=True)  # doctest: +SKIP
        """
    def kwic(self, words: str, /, *, width: int = 60) -> Table:
        """Looks for words in what is said and gives them in their context.

        Args:
            words: What is sought: whole words, in any case; it stands for itself.
            width: How many characters of context to give on each side.

        Returns:
            A table, one row a place.

        Example:
            >>> corpus.kwic("cease-fire").to_polars()  # doctest: +SKIP
        """
    def triage(self) -> Table:
        """Tells how well each record is read; those that need a look stand first.

        Returns:
            A table, one row a record.

        Example:
            >>> corpus.triage().to_polars().head()  # doctest: +SKIP
        """
    def unresolved(self) -> Table:
        """Lists the labels that stand for nobody known, the most frequent first.

        Returns:
            A table, one row a label.

        Example:
            >>> corpus.unresolved().to_polars()  # doctest: +SKIP
        """
    def people(self) -> Table:
        """Finds the people of the collection, and by what each is known.

        Only full names join participants of several records, and initials that fit one person
        alone. A surname or an office alone joins nobody: who could be meant stands beside it.

        Returns:
            A table, one row a participant of each record.

        Example:
            >>> corpus.people().to_polars()  # doctest: +SKIP
        """
    def ties(self, tie: Literal["met", "answered"] = "met") -> Table:
        """Tells who is tied to whom.

        Args:
            tie: `met`: both took part in a conversation. `answered`: one spoke next after the
                other, or to the other by name.

        Returns:
            A table, one row a pair, with how often and in which records.

        Raises:
            KeyError: No tie has that name.

        Example:
            >>> corpus.ties("answered").to_polars()  # doctest: +SKIP
        """
    def graph(self, tie: Literal["met", "answered"] = "met") -> Any:
        """Gives the same as a graph of networkx: `Graph` of `met`, `DiGraph` of `answered`.

        Args:
            tie: As of `ties`.

        Returns:
            The graph.

        Raises:
            KeyError: No tie has that name.
            ImportError: networkx is not there.

        Example:
            >>> corpus.graph("met").degree(weight="weight")  # doctest: +SKIP
        """
    def shares(self, *by: Literal["year", "side", "person", "mode"]) -> Table:
        """Tells who has how much of the talk.

        Args:
            by: What to count by.

        Returns:
            A table with turns, words, and their share of all words and of the year's.

        Raises:
            KeyError: There is nothing of that name to count by.

        Example:
            >>> corpus.shares("year", "side").to_polars()  # doctest: +SKIP
        """
    def to_jsonl(self) -> Export:
        """Gives every record as a line of JSON of the contract `memcon/1`.

        The records are in memory all at once, here and in the other formats that hold many in
        one file; `save` keeps large collections. What could not be read is told as the loss
        `unread`.

        Example:
            >>> corpus.to_jsonl().save("talks.jsonl")  # doctest: +SKIP
        """
    def to_gexf(self) -> Export:
        """Gives the network of who met and who answered whom, for Gephi and networkx.

        A node is everybody of one name, or one who has only an office or a withheld name;
        `people` and `graph` tell more people apart.

        Example:
            >>> corpus.to_gexf().save("talks.gexf")  # doctest: +SKIP
        """
    def to_csv(self, table: _Tables = "turns") -> Export:
        """Gives one of the collection's tables as CSV, with a line of names.

        Args:
            table: `documents`, `participants`, `turns`, `notes` or `diagnostics`.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> corpus.to_csv("participants").save("people.csv")  # doctest: +SKIP
        """
    def to_tsv(self, table: _Tables = "turns") -> Export:
        """Gives one of the collection's tables as TSV, with a line of names.

        Args:
            table: `documents`, `participants`, `turns`, `notes` or `diagnostics`.

        Raises:
            KeyError: No table has that name.

        Example:
            >>> corpus.to_tsv("participants").save("people.tsv")  # doctest: +SKIP
        """
    def to_convokit(self, folder: str | os.PathLike[str], /) -> tuple[Loss, ...]:
        """Writes every record into one corpus folder of ConvoKit.

        Args:
            folder: The folder, made if it is not there.

        Returns:
            What the files do not carry.

        Raises:
            OSError: A file cannot be written.

        Example:
            >>> corpus.to_convokit("out")  # doctest: +SKIP
            (Loss('notes', 4), …)
        """
    def to_parquet(self, folder: str | os.PathLike[str], /) -> tuple[Loss, ...]:
        """Writes the five tables as Parquet files into a folder: `turns.parquet`.

        `save` keeps a collection that grows, and does not hold it in memory.

        Args:
            folder: The folder, made if it is not there.

        Returns:
            What the files do not carry.

        Raises:
            OSError: A file cannot be written.

        Example:
            >>> corpus.to_parquet("out")  # doctest: +SKIP
            (Loss('notes', 4), …)
        """
    def excisions(self) -> Table:
        """Lists what was withheld, one mark a row: what, how much, whose words it interrupts.

        Example:
            >>> corpus.excisions().to_polars()  # doctest: +SKIP
        """
    def withheld(self, *by: Literal["document", "year", "person"]) -> Table:
        """Adds up what was withheld.

        Args:
            by: What to add up by; nothing gives one total.

        Returns:
            A table with the number of excisions by sort, and their measures by unit. A bound
            counts as its number: `less than 1 line` adds 1.

        Raises:
            KeyError: There is nothing of that name to add up by.

        Example:
            >>> corpus.withheld("year", "person").to_polars()  # doctest: +SKIP
        """
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Record]: ...

@final
class Record:
    """A document of a collection: a record of conversation, or why it could not be read.

    Example:
        >>> {record.id: record.error for record in corpus if record.error}  # doctest: +SKIP
    """

    @property
    def id(self) -> str:
        """The id, unique in the collection.

        The path below the folder that holds all, and after `#` the document's id in a volume.
        """
    @property
    def path(self) -> Path:
        """The file; a zip's for what is in a zip."""
    @property
    def sha256(self) -> str | None:
        """The SHA-256 of the file's bytes; None where it could not be read."""
    @property
    def memorandum(self) -> Memorandum | None:
        """The record of conversation; None where it could not be read."""
    @property
    def error(self) -> str | None:
        """Why it could not be read; None where it could."""
