//! Sides that head columns of people: `UNITED STATES          RIVELIA`.

use super::looks::Looks;
use super::roster::names_side;
use crate::grammar::name::is_name_word;
use crate::grammar::person::side_name;
use crate::grammar::words::{place, words};
use crate::span::Span;

/// So many columns a typed page has room for.
const MOST: usize = 4;
/// What stands between two columns, at least.
const GAP: &str = "   ";
/// How far from its head a column may begin.
const ASIDE: usize = 12;

/// The heads of columns, and at which column of the page each begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Abreast<'t>([Option<(usize, &'t str)>; MOST]);

impl<'t> Abreast<'t> {
    /// Reads a line that has the heads of two columns or more, and nobody's name.
    ///
    /// A state that no table has is known by the row below: everybody in it has a title or an
    /// office.
    pub(super) fn read(
        text: &'t str,
        line: Span,
        below: Option<&'t str>,
        looks: &Looks<'t>,
    ) -> Option<Self> {
        let parts = parts(text, line);
        if !(2..=MOST).contains(&parts.len()) {
            return None;
        }
        let known = |part: &Span| {
            let part = part.of(text);
            looks.entry(part).people.is_empty() && names_side(part)
        };
        let bare = |part: &Span| words(part.of(text)).count() == 1 && is_name_word(part.of(text));
        let told_below = || below.is_some_and(titled);
        let heads = parts.iter().all(known)
            || parts.iter().all(|part| known(part) || bare(part)) && told_below();
        if !heads {
            return None;
        }
        let mut heads = Self::default();
        for (slot, part) in heads.0.iter_mut().zip(&parts) {
            *slot = Some((column(text, part.start), side_name(part.of(text))));
        }
        Some(heads)
    }

    /// Gives the side under whose head a person stands.
    pub(super) fn above(&self, text: &str, at: usize) -> Option<&'t str> {
        let at = column(text, at);
        let near = self.0.iter().flatten().map(|(head, side)| (head.abs_diff(at), *side));
        near.min_by_key(|(far, _)| *far).filter(|(far, _)| *far <= ASIDE).map(|(_, side)| side)
    }
}

/// Divides a line at wide gaps.
pub(super) fn parts(text: &str, line: Span) -> Vec<Span> {
    let parts = line.of(text).split(GAP).map(str::trim).filter(|part| !part.is_empty());
    let span = |part: &str| {
        let start = place(text, part);
        Span::new(start, start + part.len())
    };
    parts.map(span).collect()
}

/// A row of several people, each with a title or an office.
fn titled(row: &str) -> bool {
    let line = Span::new(0, row.len());
    let parts = parts(row, line);
    parts.len() >= 2
        && parts.iter().all(|part| {
            let people = &crate::grammar::person::entry(part.of(row)).people;
            matches!(&people[..], [one] if one.honorific.is_some() || !one.roles.is_empty())
        })
}

/// Gives how far into its line a byte stands, in characters.
fn column(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> Vec<Option<&str>> {
        let (first, row) = text.split_once('\n').unwrap();
        let looks = Looks::default();
        let heads = Abreast::read(text, Span::new(0, first.len()), Some(row), &looks);
        let row = Span::new(first.len() + 1, text.len());
        let Some(heads) = heads else { return Vec::new() };
        parts(text, row).iter().map(|part| heads.above(text, part.start)).collect()
    }

    #[test]
    fn people_stand_under_the_heads_of_their_columns() {
        let known = "UNITED STATES            FRANCE\nThe Secretary            Minister Rivel";
        assert_eq!(sides(known), [Some("UNITED STATES"), Some("FRANCE")]);
        let unknown = "For Vesta                Rivelia\nMr. Orlo                 Mr. Ulan";
        assert_eq!(sides(unknown), Vec::new(), "two words of no table");
        let unknown = "Vesta                Rivelia\nMr. Orlo             Mr. Ulan";
        assert_eq!(sides(unknown), [Some("Vesta"), Some("Rivelia")]);
        let second = "UNITED STATES            FRANCE\n                         Minister Rivel";
        assert_eq!(sides(second), [Some("FRANCE")]);
    }

    #[test]
    fn people_in_columns_are_no_heads() {
        for text in [
            "Orlo                     Rivel\nTarn                     Varn",
            "Mr. Orlo                 Mr. Rivel\nMr. Tarn                 Mr. Varn",
            "United States\nThe Secretary            Minister Rivel",
        ] {
            assert_eq!(sides(text), Vec::new(), "{text}");
        }
    }
}
