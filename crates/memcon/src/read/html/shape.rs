//! What the elements of HTML are: which have no end tag, which end others, which part words.

use super::tree::Name;

/// The names that rules speak of, each at the place that is its number.
pub(super) const NAMES: &[&str] = &[
    "", "p", "td", "th", "tr", "table", "caption", "object", "button", "li", "ul", "ol", "menu",
    "dt", "dd", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "thead",
    "tbody", "tfoot", "option", "select", "br", "class", "id",
];

/// The number of a name of [`NAMES`].
const fn name(written: &str) -> Name {
    let mut number = 0;
    while number < NAMES.len() {
        if is_same(NAMES[number].as_bytes(), written.as_bytes()) {
            #[allow(clippy::cast_possible_truncation, reason = "there are few")]
            return Name(number as u16);
        }
        number += 1;
    }
    panic!("a rule speaks of a name that is not listed")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn names<const N: usize>(written: [&str; N]) -> [Name; N] {
    let mut names = [Name(0); N];
    let mut at = 0;
    while at < N {
        names[at] = name(written[at]);
        at += 1;
    }
    names
}

/// What an element is for the reader.
#[derive(Debug)]
pub(crate) struct Shape {
    /// It has no end tag and nothing inside.
    pub(crate) is_void: bool,
    /// What is inside it is not for readers.
    pub(crate) is_silent: bool,
    /// It stands within a line.
    pub(crate) is_inline: bool,
    /// What its start tag ends.
    pub(crate) closes: &'static [Closing],
    /// What its end tag cannot reach over.
    pub(crate) stops: &'static [Name],
}

/// Elements that a start tag ends, unless something stands between.
#[derive(Debug)]
pub(crate) struct Closing {
    pub(crate) names: &'static [Name],
    pub(crate) within: &'static [Name],
}

const PARAGRAPH: Closing = Closing {
    names: &names(["p"]),
    within: &names(["td", "th", "table", "caption", "object", "button"]),
};
const CELLS: &[Name] = &names(["td", "th", "caption", "table"]);

const fn block(closes: &'static [Closing], stops: &'static [Name]) -> Shape {
    Shape { is_void: false, is_silent: false, is_inline: false, closes, stops }
}

const INLINE: Shape =
    Shape { is_void: false, is_silent: false, is_inline: true, closes: &[], stops: CELLS };
const VOID: Shape =
    Shape { is_void: true, is_silent: false, is_inline: true, closes: &[], stops: &[] };
const RULE: Shape =
    Shape { is_void: true, is_silent: false, is_inline: false, closes: &[PARAGRAPH], stops: &[] };
const SILENT: Shape =
    Shape { is_void: false, is_silent: true, is_inline: true, closes: &[], stops: &[] };
const BLOCK: Shape = block(&[PARAGRAPH], CELLS);
/// Blocks that leave an open paragraph open.
const LOOSE: Shape = block(&[], &[]);
const ITEM: Shape = block(
    &[
        PARAGRAPH,
        Closing {
            names: &names(["li"]),
            within: &names(["ul", "ol", "menu", "td", "th", "table"]),
        },
    ],
    &names(["ul", "ol", "menu", "td", "th", "table"]),
);
const TERM: Shape = block(
    &[
        PARAGRAPH,
        Closing { names: &names(["dt", "dd"]), within: &names(["dl", "td", "th", "table"]) },
    ],
    &names(["dl", "td", "th", "table"]),
);
const HEADING: Shape = block(
    &[
        PARAGRAPH,
        Closing { names: &names(["h1", "h2", "h3", "h4", "h5", "h6"]), within: NOT_IN_HEADING },
    ],
    CELLS,
);
const NOT_IN_HEADING: &[Name] =
    &names(["td", "th", "table", "div", "section", "article", "li", "dd"]);
const ROW: Shape =
    block(&[Closing { names: &names(["tr"]), within: &names(["table"]) }], &names(["table"]));
const CELL: Shape = block(
    &[Closing { names: &names(["td", "th"]), within: &names(["tr", "table"]) }],
    &names(["tr", "table"]),
);
const GROUP: Shape = block(
    &[Closing { names: &names(["thead", "tbody", "tfoot"]), within: &names(["table"]) }],
    &names(["table"]),
);
const CHOICE: Shape =
    block(&[Closing { names: &names(["option"]), within: &names(["select"]) }], &names(["select"]));
/// What stands outside every cell ends only with what holds it.
const TABLE: Shape = block(&[PARAGRAPH], &[]);

/// Gives the shape of the elements of a name; of one that is unknown, that of a `span`.
pub(crate) fn shape(tag: &str) -> &'static Shape {
    match tag {
        "area" | "base" | "basefont" | "bgsound" | "br" | "col" | "embed" | "frame" | "img"
        | "input" | "link" | "meta" | "param" | "source" | "track" | "wbr" => &VOID,
        "hr" => &RULE,
        "script" | "style" | "noscript" | "iframe" | "noembed" | "noframes" | "textarea" => &SILENT,
        "address" | "article" | "aside" | "blockquote" | "center" | "details" | "dialog"
        | "dir" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "header" | "hgroup" | "main" | "menu" | "nav" | "ol" | "p" | "pre" | "search"
        | "section" | "summary" | "ul" | "listing" | "xmp" | "plaintext" => &BLOCK,
        "html" | "head" | "body" | "frameset" | "title" | "object" | "template" | "svg"
        | "select" | "button" => &LOOSE,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &HEADING,
        "li" => &ITEM,
        "dt" | "dd" => &TERM,
        "table" => &TABLE,
        "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => &GROUP,
        "tr" => &ROW,
        "td" | "th" => &CELL,
        "option" | "optgroup" => &CHOICE,
        _ => &INLINE,
    }
}
