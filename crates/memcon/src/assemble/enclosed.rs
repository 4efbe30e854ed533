//! Brackets, parentheses and the like: which open, which close, and which belong together.

use memchr::memchr3;

use crate::grammar::mark::{self, Extent};
use crate::model::NoteKind;

/// What kind of sign encloses words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// `[ ]`, `［ ］`, `〔 〕`, `【 】`.
    Square,
    /// `( )`, `（ ）`.
    Round,
    /// `< >`.
    Angle,
    /// `/ /`.
    Slash,
}

/// Words enclosed, the signs included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Enclosed {
    pub(crate) sign: Sign,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a stretch of text encloses.
#[derive(Debug, Default)]
pub(crate) struct Enclosures {
    /// By where they open, outer ones first.
    pub(crate) pairs: Vec<Enclosed>,
    /// Square brackets that open and do not close.
    pub(crate) unclosed: Vec<usize>,
    /// Where a square bracket closes that did not open, if one does.
    pub(crate) unopened: Option<usize>,
}

/// The farthest that a bracket may close, in bytes.
const FARTHEST: usize = 4000;
/// The farthest that an angle bracket or a slash may close.
const NEAR: usize = 240;

/// Tells whether a stretch may hold a sign that opens; most do not.
pub(crate) fn may_enclose(stretch: &str) -> bool {
    let bytes = stretch.as_bytes();
    memchr3(b'[', b'(', b'<', bytes).or_else(|| memchr3(b'/', 0xe3, 0xef, bytes)).is_some()
}

/// Bytes with which a sign may begin.
static MAY_BEGIN: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"[]()<>/\xe3\xef";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// A sign: what it encloses with, whether it opens, how long it is.
fn sign(rest: &str) -> Option<(Sign, Side, usize)> {
    let c = rest.chars().next()?;
    let (sign, side) = match c {
        '[' | '［' | '〔' | '【' => (Sign::Square, Side::Opens),
        ']' | '］' | '〕' | '】' => (Sign::Square, Side::Closes),
        '(' | '（' => (Sign::Round, Side::Opens),
        ')' | '）' => (Sign::Round, Side::Closes),
        '<' => (Sign::Angle, Side::Opens),
        '>' => (Sign::Angle, Side::Closes),
        '/' => (Sign::Slash, Side::Opens),
        _ => return None,
    };
    Some((sign, side, c.len_utf8()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// Pairs the signs of a stretch, in one pass.
pub(crate) fn enclosures(stretch: &str) -> Enclosures {
    let bytes = stretch.as_bytes();
    let mut found = Enclosures::default();
    let (mut square, mut round): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut angle, mut slash) = (None, None);
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| MAY_BEGIN[usize::from(*b)]) {
        at += step;
        let Some((kind, side, len)) = sign(&stretch[at..]) else {
            at += stretch[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let end = at + len;
        let mut pair = |sign, start| found.pairs.push(Enclosed { sign, start, end });
        match (kind, side) {
            (Sign::Square, Side::Opens) => square.push(at),
            (Sign::Round, Side::Opens) => round.push(at),
            (Sign::Angle, Side::Opens) => angle = Some(at),
            (Sign::Square, Side::Closes) => match square.pop() {
                Some(start) if at - start < FARTHEST => pair(Sign::Square, start),
                Some(start) => found.unclosed.push(start),
                None => match mistyped(stretch, &mut round, end) {
                    Some(start) => pair(Sign::Square, start),
                    None if found.unopened.is_none() && round.is_empty() => {
                        found.unopened = Some(at);
                    }
                    None => {}
                },
            },
            (Sign::Round, Side::Closes) => match round.pop() {
                Some(start) if at - start < FARTHEST => pair(Sign::Round, start),
                Some(_) => {}
                None => {
                    if let Some(start) = mistyped(stretch, &mut square, end) {
                        pair(Sign::Square, start);
                    }
                }
            },
            (Sign::Angle, Side::Closes) => {
                if let Some(start) = angle.take()
                    && at - start < NEAR
                    && !stretch[start..at].contains('\n')
                {
                    pair(Sign::Angle, start);
                }
            }
            (Sign::Slash, _) => {
                let opens = stretch[..at].chars().next_back().is_none_or(char::is_whitespace)
                    && stretch[end..].starts_with(char::is_alphabetic);
                let closes = slash.is_some_and(|start| at - start < NEAR)
                    && stretch[..at].ends_with(|c: char| !c.is_whitespace())
                    && stretch[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
                match slash.take() {
                    Some(start) if closes => pair(Sign::Slash, start),
                    Some(_) | None => slash = opens.then_some(at),
                }
            }
        }
        at = end;
    }
    found.unclosed.append(&mut square);
    found.unclosed.sort_unstable();
    found.pairs.sort_unstable_by_key(|pair| (pair.start, usize::MAX - pair.end));
    found
}

/// The last open bracket of the other kind, where a typist closed a mark of editors with the
/// wrong sign: `[2 lines not declassified)`.
fn mistyped(stretch: &str, open: &mut Vec<usize>, end: usize) -> Option<usize> {
    let start = *open.last()?;
    if end - start > NEAR {
        return None;
    }
    let found = mark::bracket(mark::inside(&stretch[start..end]), "", Extent::Whole);
    if !matches!(found.kind, NoteKind::Excision | NoteKind::Omission) {
        return None;
    }
    open.pop();
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_paired() {
        for (stretch, expected) in [
            ("a [b (c) d] e", vec!["[b (c) d]", "(c)"]),
            ("（笑）yes ［略］", vec!["（笑）", "［略］"]),
            ("Yes. <laughter> /The mine./ No.", vec!["<laughter>", "/The mine./"]),
            ("and/or either/or 3/4 /s/ x", vec!["/s/"]),
            ("[2 lines not declassified) yes", vec!["[2 lines not declassified)"]),
            ("a) the mine b) the dam [c", vec![]),
            ("a < b", vec![]),
        ] {
            let found = enclosures(stretch);
            let told: Vec<&str> =
                found.pairs.iter().map(|pair| &stretch[pair.start..pair.end]).collect();
            assert_eq!(told, expected, "{stretch}");
        }
        assert_eq!(enclosures("a [b").unclosed, [2]);
        assert_eq!(enclosures("a] b").unopened, Some(1));
    }
}
