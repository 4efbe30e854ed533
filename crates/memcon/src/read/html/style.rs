//! How words are set: by tag, by class, by style.

use super::roles::{Role, Rules};
use super::tree::{NodeId, Tree};
use crate::source::MarkKind;

/// Gives how an element sets its words, besides what is around it.
pub(super) fn of(tree: &Tree, id: NodeId, tag: &str, rules: &Rules<'_>) -> Vec<MarkKind> {
    let css = tree.attribute(id, "style").map(squeezed).unwrap_or_default();
    let has = |property: &str| css.split(';').any(|found| found == property);
    let mut weights = css.split(';').filter_map(|found| found.strip_prefix("font-weight:"));
    let heavy = weights.any(|weight| {
        weight.starts_with("bold") || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
    });
    let bold = matches!(tag, "b" | "strong") || heavy;
    let italic = matches!(tag, "i" | "em" | "cite" | "var" | "dfn") || has("font-style:italic");
    let small = css.contains("small-caps");
    let under = matches!(tag, "u" | "ins") || css.contains("text-decoration:underline");
    let mut set = Vec::new();
    for (is_so, kind) in [
        (bold || rules.say(id, Role::Bold), MarkKind::Bold),
        (italic || rules.say(id, Role::Italic), MarkKind::Italic),
        (small || rules.say(id, Role::SmallCaps), MarkKind::SmallCaps),
        (under || rules.say(id, Role::Underlined), MarkKind::Underlined),
    ] {
        if is_so {
            set.push(kind);
        }
    }
    set
}

/// Tells whether line ends of the file show in an element.
pub(super) fn keeps_lines(tree: &Tree, id: NodeId) -> bool {
    tree.attribute(id, "style").map(squeezed).is_some_and(|css| css.contains("white-space:pre"))
}

/// How many characters of what is hidden are no document.
const HIDDEN: usize = 400;

/// Tells whether a browser does not show an element, and what is inside is not so much that it
/// would be lost.
pub(super) fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let css = tree.attribute(id, "style").map(squeezed).unwrap_or_default();
    let hidden = css.contains("display:none")
        || css.contains("visibility:hidden")
        || tree.attribute(id, "hidden").is_some();
    hidden && tree.words(id, HIDDEN).len() <= HIDDEN
}

/// A style's declarations, in lower case and without white space.
fn squeezed(style: &str) -> String {
    style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
}
