//! What could be a speaker's label at the head of a paragraph.
//!
//! ```text
//! candidate = lead* core aside* digits? separator
//! lead      = page mark | portion mark | bullet | opening quote | opening bracket
//! core      = word (space (word | joiner))*          ; at most nine, no word in lower case
//! aside     = "(" … ")" | "[" … "]"                  ; how it was said, to whom, by whom
//! separator = ":" | "：" | "—" | " - " | " = " | "." | end of line
//! ```

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::{delimited, terminated};
use nom::{Offset, Parser};

use crate::grammar::PResult;
use crate::grammar::label_end::{asides, callout_digits, mark};
use crate::grammar::label_stop::stopped;
use crate::grammar::label_voice;
use crate::grammar::label_word::{joiner, word};
use crate::grammar::portion;
use crate::model::Separator;

/// A string at the head of a paragraph that could be a speaker's label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate<'t> {
    /// Opening quotes and brackets that belong to the label.
    pub(crate) opening: Opening,
    /// The label as written, from its opening mark to the separator.
    pub(crate) label: &'t str,
    /// The label without opening mark, parentheses and callout digits.
    pub(crate) core: &'t str,
    /// What stands in the first parenthesis or bracket between name and separator.
    pub(crate) aside: Option<&'t str>,
    /// What stands after the label.
    pub(crate) separator: Separator,
    /// The paragraph after the separator.
    pub(crate) rest: &'t str,
    /// Whether a paragraph's number stands before it.
    pub(crate) numbering: Numbering,
}

/// Whether a paragraph with a label is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbering {
    Plain,
    /// `4. Orlo:`, or a page's number glued to the line: `3 Orlo:`.
    Numbered,
}

/// What opens before a label's first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Nothing.
    None,
    /// A quotation mark: `“P:`.
    Quote,
    /// A bracket that closes with the label: `[MO]:`, `[Orlo:]`.
    Supplied,
    /// A bracket that stays open: `[Secretary: … ]` around several turns.
    Bracket,
}

/// The most words that a label has.
const WORDS: usize = 9;
/// The most bytes that a label has, parentheses apart.
const LONGEST: usize = 110;

/// Recognises what could be a label at the head of a paragraph.
pub(crate) fn candidate(paragraph: &str) -> Option<Candidate<'_>> {
    let found = plain(paragraph).or_else(|| numbered(paragraph))?;
    if found.core == GENERIC
        && found.separator == Separator::Dash
        && let Some(named) = plain(found.rest)
        && named.separator == Separator::Dash
    {
        let end = paragraph.len() - named.rest.len();
        let start = paragraph.offset(found.label);
        let separator = paragraph[..end].trim_end_matches(['—', '–', '-', ' ']).len();
        return Some(Candidate { label: &paragraph[start..separator], ..named });
    }
    Some(found)
}

/// Recognises a label that ends in a full stop where a later mark could end a longer one:
/// `ORLO. Yes: we …`.
pub(crate) fn before_stop(paragraph: &str) -> Option<Candidate<'_>> {
    let (after_lead, _) = leads(paragraph).ok()?;
    let (after_opening, opening) = opening(after_lead).ok()?;
    let (_, core) = core(after_opening)?;
    let (core, rest) = stopped(after_opening, core)?;
    let end = after_opening.len() - core.len();
    Some(Candidate {
        opening,
        label: without_digits(after_lead[..after_lead.len() - end].trim_end()),
        core: without_digits(core),
        aside: None,
        separator: Separator::Stop,
        rest,
        numbering: Numbering::Plain,
    })
}

/// The word that stands before a speaker's name in some notes: `Speaker—Mr. Orlo—`.
const GENERIC: &str = "Speaker";

/// A label after the paragraph's number, before a colon.
fn numbered(paragraph: &str) -> Option<Candidate<'_>> {
    let rest = paragraph.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = paragraph.len() - rest.len();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let words = rest.strip_prefix('.').unwrap_or(rest).strip_prefix(is_gap)?;
    let found = plain(words)?;
    (found.separator == Separator::Colon && found.opening == Opening::None)
        .then_some(Candidate { numbering: Numbering::Numbered, ..found })
}

fn plain(paragraph: &str) -> Option<Candidate<'_>> {
    let (after_lead, _) = leads(paragraph).ok()?;
    let (after_opening, opening) = opening(after_lead).ok()?;
    let (after_core, core) = core(after_opening)?;
    let (after_core, core) =
        label_voice::whole(after_opening, after_core).unwrap_or((after_core, core));
    let (after_aside, aside) = match label_voice::manner(after_core) {
        Some((rest, how)) => (rest, Some(how)),
        None => asides(after_core).ok()?,
    };
    let (after_core, after_aside, aside) = match aside {
        // A page's mark before the separator is no remark.
        Some(inside) if inside.starts_with("Page ") => (after_core, after_aside, None),
        _ => (after_aside, after_aside, aside),
    };
    let (before_mark, _) = callout_digits(after_aside).ok()?;
    let found = |label_end: &str, core, separator, rest, opening| Candidate {
        opening,
        label: without_digits(after_lead[..after_lead.len() - label_end.len()].trim_end()),
        core: without_digits(core),
        aside,
        separator,
        rest,
        numbering: Numbering::Plain,
    };
    if let Ok((rest, (separator, closing))) = mark(before_mark) {
        let clock = separator == Separator::Colon
            && core.ends_with(|c: char| c.is_ascii_digit())
            && rest.starts_with(|c: char| c.is_ascii_digit());
        if clock {
            return None;
        }
        let opening = match (opening, closing, core_is_bracketed(after_lead, core)) {
            (Opening::Bracket, true, _) | (Opening::None, _, true) => Opening::Supplied,
            (opening, ..) => opening,
        };
        return Some(found(after_core, core, separator, rest, opening));
    }
    if aside.is_some()
        && let Some(rest) = before_mark.strip_prefix('.')
        && rest.starts_with(is_gap)
    {
        return Some(found(after_core, core, Separator::Stop, rest, opening));
    }
    if let Some((core, rest)) = stopped(after_opening, core) {
        let end = &after_opening[core.len()..];
        return Some(Candidate { aside: None, ..found(end, core, Separator::Stop, rest, opening) });
    }
    if before_mark.is_empty() && !core.is_empty() {
        // Nothing, but of this text: whoever asks where it stands gets an answer.
        let end = before_mark;
        return Some(found(end, core, Separator::LineEnd, end, opening));
    }
    None
}

/// Page marks, portion marks and bullets that stand before a label and are no part of it.
fn leads(input: &str) -> PResult<'_, &str> {
    if input.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return Ok((input, ""));
    }
    let page = (tag("[Page "), take_while_m_n(1, 12, |c| c != ']' && c != '\n'), tag("]"));
    let bullet = satisfy(|c| matches!(c, '•' | '▲' | '△' | '●' | '■' | '○' | '*'));
    let class = take_while_m_n(1, 12, |c: char| c.is_uppercase() || c == '/');
    let portion = delimited(char('('), verify(class, portion::is_portion), char(')'));
    recognize(many0_count(terminated(
        alt((recognize(page), recognize(bullet), recognize(portion))),
        take_while(char::is_whitespace),
    )))
    .parse(input)
}

fn opening(input: &str) -> PResult<'_, Opening> {
    if input.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return Ok((input, Opening::None));
    }
    let quote = alt((char('“'), char('"'), char('«'), char('„')));
    let (rest, quoted) = opt(quote).parse(input)?;
    if quoted.is_some() {
        return Ok((rest, Opening::Quote));
    }
    if let Ok((rest, _)) = char::<_, nom::error::Error<&str>>('[').parse(input) {
        let closes = rest.find([']', ':']).is_some_and(|at| rest[at..].starts_with(']'));
        if !closes {
            return Ok((rest, Opening::Bracket));
        }
    }
    Ok((input, Opening::None))
}

fn core_is_bracketed(from_label: &str, core: &str) -> bool {
    from_label.starts_with('[') && core.ends_with(']') && core.starts_with('[')
}

/// The words of a label: capitalised, joined by particles and joiners.
fn core(input: &str) -> Option<(&str, &str)> {
    let mut rest = input;
    let mut end = input;
    for count in 0..WORDS {
        let gap = rest.trim_start_matches(is_gap);
        if count > 0 && gap.len() == rest.len() {
            break;
        }
        let office = if count == 0 { gap.strip_prefix("the ").unwrap_or(gap) } else { gap };
        if let Ok((after, _)) = word(office) {
            rest = after;
            end = after;
        } else if count > 0 {
            let Ok((after, _)) = joiner(gap) else { break };
            rest = after;
        } else {
            return None;
        }
        if input.len() - end.len() > LONGEST {
            return None;
        }
        if let Some(after) = rest.strip_prefix(',') {
            if word(after.trim_start_matches(is_gap)).is_err() {
                break;
            }
            rest = after;
        }
    }
    Some((end, &input[..input.len() - end.len()]))
}

/// A gap between words of a label: spaces, or the end of a wrapped line.
pub(crate) fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\n' | '\r' | '\t')
}

/// A label without the callout digits glued to it.
fn without_digits(core: &str) -> &str {
    let bare = core.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = core.len() - bare.len();
    let glued = bare.ends_with(|c: char| c.is_alphabetic() || c == ']' || c == '.');
    if digits <= 2 && glued { bare } else { core }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: Option<(&str, &str, Separator)>) {
        let found = candidate(paragraph).map(|c| (c.label, c.core, c.separator));
        assert_eq!(found, expected, "{paragraph:?}");
    }

    #[test]
    fn forms_that_could_be_labels() {
        use Separator::{Colon, Dash, Equals, FullwidthColon, LineEnd, SpacedHyphen, Stop};
        for (paragraph, label, core, separator) in [
            ("Rivel: Yes.", "Rivel", "Rivel", Colon),
            ("Rivel : Yes.", "Rivel", "Rivel", Colon),
            ("Le Président\u{a0}: Oui.", "Le Président", "Le Président", Colon),
            ("The Minister (Orlo): Yes.", "The Minister (Orlo)", "The Minister", Colon),
            ("Orlo [looking around]: Yes.", "Orlo [looking around]", "Orlo", Colon),
            ("Orlo [to Rivel:] Yes.", "Orlo [to Rivel", "Orlo", Colon),
            ("[Page 12] Orlo: Yes.", "Orlo", "Orlo", Colon),
            ("“Orlo: Yes.”", "“Orlo", "Orlo", Colon),
            ("[Orlo]: Yes.", "[Orlo]", "[Orlo]", Colon),
            ("[Orlo:] Yes.", "[Orlo", "Orlo", Colon),
            ("Orlo1: Yes.", "Orlo", "Orlo", Colon),
            ("Orlo [Page 4]: Yes.", "Orlo", "Orlo", Colon),
            ("RSM[illo]: Yes.", "RSM[illo]", "RSM[illo]", Colon),
            ("P[resident]: Yes.", "P[resident]", "P[resident]", Colon),
            ("Q. Mr. Orlo: Why?", "Q. Mr. Orlo", "Q. Mr. Orlo", Colon),
            ("Orlo, Rivel: Yes.", "Orlo, Rivel", "Orlo, Rivel", Colon),
            (
                "General Orlo and Secretary Vey: No.",
                "General Orlo and Secretary Vey",
                "General Orlo and Secretary Vey",
                Colon,
            ),
            ("Orlo from Vey: OK", "Orlo from Vey", "Orlo from Vey", Colon),
            ("‘Amir: Yes.", "‘Amir", "‘Amir", Colon),
            ("毛主席：好", "毛主席", "毛主席", FullwidthColon),
            ("RN—The point", "RN", "RN", Dash),
            ("the President: Yes", "the President", "the President", Colon),
            ("Speaker—Mr. Orlo—Said no", "Speaker—Mr. Orlo", "Mr. Orlo", Dash),
            ("4. Orlo: Yes", "Orlo", "Orlo", Colon),
            ("3 Orlo: Yes", "Orlo", "Orlo", Colon),
            ("[Name deleted]: Yes", "[Name deleted]", "[Name deleted]", Colon),
            ("A______: Yes", "A______", "A______", Colon),
            ("A.I. ORLOV. Yes", "A.I. ORLOV", "A.I. ORLOV", Stop),
            ("Orlo - The point", "Orlo", "Orlo", SpacedHyphen),
            ("김 위원장 = 그래요", "김 위원장", "김 위원장", Equals),
            ("M. S. ORLOV. First of all", "M. S. ORLOV", "M. S. ORLOV", Stop),
            ("ОРЛОВ (кратко). Здесь", "ОРЛОВ (кратко)", "ОРЛОВ", Stop),
            ("The President. We", "The President", "The President", Stop),
            ("Q. What", "Q", "Q", Stop),
            ("Comrade Ilie Vasar", "Comrade Ilie Vasar", "Comrade Ilie Vasar", LineEnd),
        ] {
            check(paragraph, Some((label, core, separator)));
        }
    }

    #[test]
    fn forms_that_could_not() {
        for paragraph in [
            "",
            "The Secretary said that: yes",
            "A. M. Orlov was present.",
            "A.I. ORLOV expressed his sympathy.",
            "4. The mine is closed.",
            "M. Couve said",
            "At 4:30 the talk ended.",
            "One other point, Mr. Secretary: no",
            "Dear Mikhail, I would like",
            "yes: no",
        ] {
            check(paragraph, None);
        }
    }
}
