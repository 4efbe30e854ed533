"""A record as a page on which every piece is marked by its kind: the pictures of `model.md`."""

import html

import memcon

# A colour a group of kinds; each is legible under black and under white text.
TINTS = {
    "title": "#d4a01766",
    "dateline": "#d4a01766",
    "participants": "#3b82f655",
    "marking": "#a855f755",
    "subject": "#a855f755",
    "label": "#16a34a88",
    "speech": "#16a34a33",
    "reported": "#0d948844",
    "narration": "#64748b44",
    "note": "#ef444466",
    "footnote": "#ef444433",
    "heading": "#d4a01733",
    "field-name": "#64748b66",
    "closing": "#64748b44",
    "catalogue": "#f9731655",
    "abstract": "#f9731633",
    "provenance": "#f9731655",
    "furniture": "#94a3b833",
    "rights": "#94a3b833",
}


class Page:
    """Shows a stretch of a record as a marked page, with the kinds that occur in it."""

    def __init__(self, memo: memcon.Memorandum, start: int = 0, stop: int | None = None) -> None:
        self.memo = memo
        self.start = start
        self.stop = len(memo.text) if stop is None else stop

    def _repr_html_(self) -> str:
        parts, kinds = [], []
        for piece in self.memo.pieces:
            start, stop = max(piece.span.start, self.start), min(piece.span.stop, self.stop)
            if start >= stop:
                continue
            words = html.escape(self.memo.text[start:stop])
            tint = TINTS.get(piece.kind)
            if tint is None:
                parts.append(words)
                continue
            if piece.kind not in kinds:
                kinds.append(piece.kind)
            parts.append(f'<span title="{piece.kind}" style="background:{tint}">{words}</span>')
        legend = " ".join(
            f'<span style="background:{TINTS[kind]};padding:0 .4em">{kind}</span>' for kind in kinds
        )
        return (
            '<figure style="margin:1em 0">'
            '<div style="white-space:pre-wrap;font-family:monospace;font-size:.8em;'
            f'border:1px solid #8886;padding:1em;line-height:1.5">{"".join(parts)}</div>'
            f'<figcaption style="font-size:.85em;line-height:2">{legend}</figcaption></figure>'
        )
