//! Items of a typed column: those that were broken over lines are joined.

use super::abreast::parts;
use super::stamp::{is_page_mark, marking};
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_country, is_joint, is_title_word};
use crate::grammar::name::{is_initial, is_name_word};
use crate::grammar::person::entry;
use crate::grammar::words::{bare, words};
use crate::source::Line;
use crate::span::Span;

/// How many lines tell the typist's width.
const SAMPLE: usize = 400;
/// How far the tail of an item may stand in from its column.
const HANGING: usize = 4;
/// So wide most typed pages are, where a running line is wider than the rest.
pub(super) const USUAL: usize = 72;
/// No typist's line is wider.
const WIDEST: usize = 110;

/// Gives the width of the typed page in columns.
pub(super) fn width(text: &str, lines: &[Line]) -> usize {
    let mut widest = 0;
    for line in lines.iter().take(SAMPLE) {
        // A character has one byte at least and four at most.
        if line.indent + line.span.len() > widest && line.span.len() <= 4 * WIDEST {
            let width = line.indent + line.span.of(text).chars().count();
            if width <= WIDEST {
                widest = widest.max(width);
            }
        }
    }
    widest
}

/// Gives the lines after a field's first that stand in its column; a page's foot and head between
/// them does not end it.
pub(super) fn run(text: &str, lines: &[Line], at: usize, column: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut skipped = 0;
    for (i, line) in lines.iter().enumerate().skip(at + 1) {
        let words_ = line.span.of(text);
        let hangs = line.indent > column + 1 && line.indent <= column + HANGING && skipped == 0;
        if !line.is_blank() && (line.indent.abs_diff(column) <= 1 || hangs) {
            found.push(i);
            skipped = 0;
            continue;
        }
        let foot = line.is_blank()
            || is_page_mark(words_)
            || line.indent > column + 4 && marking(words_).is_some();
        skipped += 1;
        if !foot || skipped > 6 {
            break;
        }
    }
    found
}

/// Divides a line of two columns of people: `The Envoy          Mr. Orlo`.
pub(super) fn side_by_side(text: &str, line: Span) -> Vec<Span> {
    let parts = parts(text, line);
    let people = |part: &Span| !entry(part.of(text)).people.is_empty();
    if (2..=4).contains(&parts.len()) && !line.of(text).contains('\n') && parts.iter().all(people) {
        parts
    } else {
        vec![line]
    }
}

/// Joins the lines of a column into items.
pub(super) fn items(
    text: &str,
    lines: &[Line],
    first: Span,
    run: &[usize],
    column: usize,
    width: usize,
) -> Vec<Span> {
    let mut items: Vec<Span> = vec![first];
    let mut before = first.of(text);
    for i in run {
        let span = lines[*i].span;
        let this = span.of(text);
        let room = width.saturating_sub(column + before.chars().count());
        let word = words(this).next().map_or(0, |word| word.chars().count());
        let adjoins = lines[..*i].last().is_some_and(|line| !line.is_blank());
        let whole = items.last().map_or("", |item| item.of(text));
        let hangs = lines[*i].indent > column + 1;
        if !hangs && (word < room || !adjoins && !is_incomplete(whole) || !goes_on(whole, this)) {
            items.push(span);
        } else if let Some(item) = items.last_mut() {
            item.end = span.end;
        }
        before = this;
    }
    items
}

/// Tells whether a line that would not have fitted goes on with the item before it.
fn goes_on(before: &str, this: &str) -> bool {
    if is_incomplete(before) {
        return true;
    }
    let first = words(this).next().map_or("", bare);
    if this.starts_with(['(', '/']) || first.starts_with(|c: char| c.is_lowercase()) {
        return true;
    }
    // `G—Mr. Orlo`.
    if words(this)
        .next()
        .is_some_and(|word| word.contains('—') && word.split('—').all(|part| !part.is_empty()))
    {
        return false;
    }
    if is_title_word(first) && words(this).count() > 1 && !is_office_tail(this)
        || same(first, "the")
    {
        return false;
    }
    if words(this).all(|word| is_country(bare(word))) && words(this).count() > 1 {
        return false;
    }
    !begins_name(this)
}

/// Tells whether words end in a comma, a small word or an open bracket.
fn is_incomplete(before: &str) -> bool {
    let open = before.matches('(').count() > before.matches(')').count();
    open || before.ends_with([',', '—', '/', '-', '&'])
        || words(before).next_back().is_some_and(|word| {
            word.starts_with(char::is_lowercase) && is_joint(word)
                || matches!(word, "Mr." | "Dr." | "Gen." | "Amb.")
        })
        || words(before).next_back().is_some_and(is_initial)
}

/// `Secretary of State for Lakes` after a full line is the tail of an office more often than a
/// person, unless a name follows.
fn is_office_tail(this: &str) -> bool {
    let small = words(this).any(is_joint);
    let name = words(this).next_back().is_some_and(is_name_word);
    small && !name
}

/// Tells whether a line begins with a name of two words or more and an office after a comma.
fn begins_name(this: &str) -> bool {
    let head = this.split([',', '(', '—']).next().unwrap_or("");
    let count = words(head).count();
    let names = words(head).all(|word| is_name_word(word) && !is_country(bare(word)));
    (2..=5).contains(&count)
        && names
        && (head.len() < this.len() || words(head).any(is_initial) || entry(head).people.len() == 1)
}
