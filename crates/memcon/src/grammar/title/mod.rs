//! The title of a document: number, kind of record, parties, drafter, place and date.

mod diary;
mod foreign;
mod foreign_parties;
mod kind;
mod parties;

pub(crate) use self::foreign::is_french;
pub(crate) use self::kind::kind;

use crate::grammar::lexicon::is_country;
use crate::grammar::name::is_name_word;
use crate::grammar::words::{bare, place, without_callout, words};
use crate::model::RecordKind;

/// A title, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TitleParts<'t> {
    /// The number in the edition: `159`, `600`.
    pub(crate) number: Option<&'t str>,
    /// The words, without number and callout.
    pub(crate) text: &'t str,
    /// The kind of record that it names; none where it names a letter, a telegram, a paper.
    pub(crate) kind: Option<RecordKind>,
    /// The parties between whom the conversation was, in order.
    pub(crate) parties: Vec<&'t str>,
    /// In whose presence they spoke.
    pub(crate) present: Vec<&'t str>,
    /// Who drafted the record: `the First Secretary in Rivel (Orlo)`.
    pub(crate) drafter: Option<&'t str>,
    /// What stands after the parties and the drafter: where place and date are written.
    pub(crate) rest: Option<&'t str>,
}

/// Takes a title apart. It may be broken over lines.
///
/// ```text
/// title = [number] record [between parties] [by drafter] [", " place ", " date] [callout]
/// ```
pub(crate) fn title(input: &str) -> TitleParts<'_> {
    let (number, text) = number(input.trim());
    let text = without_callout(text);
    let mut parts = TitleParts { number, text, kind: kind(text), ..TitleParts::default() };
    if parts.kind.is_none() && !begins_between(text) {
        return parts;
    }
    let (parties, after) = match foreign::kind(text) {
        Some(_) => foreign_parties::parties(text),
        None => parties::parties(text),
    };
    parts.parties = parties;
    parts.present = parties::present(text);
    let (drafter, after) = parties::drafter(after);
    let diary = parts.kind == Some(RecordKind::Diary);
    parts.drafter = drafter.or_else(|| diary.then(|| diary::diarist(text)).flatten());
    let mut after = after.trim_start_matches([',', ' ', '.', '\n', ';']);
    if parts.kind == Some(RecordKind::TelephoneConversation) {
        after = with_town(text, after);
    }
    parts.rest = Some(after).filter(|rest| !rest.is_empty());
    parts
}

/// `… and the President in Port Orla, Vesta, May 3, 1962`: the state is the town's, to which the
/// call went.
fn with_town<'t>(text: &'t str, rest: &'t str) -> &'t str {
    if rest.is_empty() {
        return rest;
    }
    let before = text[..place(text, rest)].trim_end().strip_suffix(',');
    let town = before.and_then(|before| before.rfind(" in ").map(|at| &before[at + 4..]));
    let named = |town: &&str| {
        let names = |part: &str| words(part).all(|word| is_name_word(word) && !is_counted(word));
        let state = rest.split(',').next().unwrap_or("");
        words(town).nth(3).is_none() && names(town) && names(state) && !is_country(town)
    };
    town.filter(|town| !town.is_empty())
        .filter(named)
        .map_or(rest, |town| &text[place(text, town)..])
}

/// Tells whether a number stands before a title.
pub(crate) fn is_numbered(input: &str) -> bool {
    number(input.trim()).0.is_some()
}

/// A document's own title whose head word is lost: `Between Cde. …`.
pub(crate) fn begins_between(text: &str) -> bool {
    words(text).next().is_some_and(|word| word.eq_ignore_ascii_case("between"))
}

/// The number before a title.
///
/// ```text
/// number = ("No. " digits | digits ".") white-space
/// ```
fn number(input: &str) -> (Option<&str>, &str) {
    let Some(first) = words(input).next() else { return (None, input) };
    let rest = &input[first.len()..];
    if matches!(first, "No." | "Nr." | "No" | "№") {
        let Some(second) = words(rest).next() else { return (None, input) };
        let digits = second.trim_end_matches(['.', ':']);
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            let after = &rest[place(rest, second) + second.len()..];
            return (Some(digits), after.trim_start());
        }
        return (None, input);
    }
    let digits = first.trim_end_matches('.');
    let numbered = !digits.is_empty()
        && digits.len() <= 4
        && digits.len() < first.len()
        && digits.bytes().all(|b| b.is_ascii_digit());
    if numbered && !rest.trim().is_empty() {
        return (Some(digits), rest.trim_start());
    }
    (None, input)
}

/// Words that a number follows; the months first.
const COUNTED: [&str; 27] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Session",
    "Meeting",
    "Part",
    "No",
    "Number",
    "Item",
    "Document",
    "Volume",
    "Section",
    "Point",
    "Agenda",
    "Tape",
    "Annex",
    "Room",
    "Plenary",
];

/// Tells whether a word counts what the number after it numbers: `May 5`, `Session 2`.
pub(crate) fn is_counted(word: &str) -> bool {
    let word = bare(word).trim_end_matches('.');
    COUNTED.iter().any(|counted| word.eq_ignore_ascii_case(counted))
        || (word.len() == 3
            && COUNTED[..12].iter().any(|month| month[..3].eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        written: &str,
        number: Option<&str>,
        parties: &[&str],
        drafter: Option<&str>,
        rest: &str,
    ) {
        let parts = title(written);
        assert!(parts.kind.is_some() || begins_between(written), "{written}");
        assert_eq!(parts.number, number, "{written}");
        assert_eq!(parts.parties, parties, "{written}");
        assert_eq!(parts.drafter, drafter, "{written}");
        assert_eq!(parts.rest.unwrap_or(""), rest, "{written}");
    }

    #[test]
    fn titles_are_taken_apart() {
        check(
            "159. Memorandum of a Conversation, Taver, March 16, 1956, 9:30 p.m.1",
            Some("159"),
            &[],
            None,
            "Taver, March 16, 1956, 9:30 p.m.",
        );
        check(
            "Memorandum of Conversation, by the First Secretary of the Mission in Vesta (Orlo)",
            None,
            &[],
            Some("the First Secretary of the Mission in Vesta (Orlo)"),
            "",
        );
        check(
            "145. Memorandum of a Telephone Conversation Between the Secretary of State in Taver and the Envoy to the League (Orlo) in Port Rivel, May 2, 1957, 7:02 p.m.",
            Some("145"),
            &["the Secretary of State in Taver", "the Envoy to the League (Orlo) in Port Rivel"],
            None,
            "May 2, 1957, 7:02 p.m.",
        );
        check(
            "Memorandum of a Telephone Conversation Between the Secretary of State in Taver and the President in Port Orla, Vesta, May 2, 1957, 2:45 p.m.",
            None,
            &["the Secretary of State in Taver", "the President in Port Orla"],
            None,
            "Port Orla, Vesta, May 2, 1957, 2:45 p.m.",
        );
        check(
            "No. 12 Memorandum of a Conversation Between the Minister of the Vestan Embassy (Rivel) and the Deputy Under Secretary for Near Northern, South Vestan, and Lake Affairs (Orlo), Department of State, Taver, March 1, 1957",
            Some("12"),
            &[
                "the Minister of the Vestan Embassy (Rivel)",
                "the Deputy Under Secretary for Near Northern, South Vestan, and Lake Affairs (Orlo)",
            ],
            None,
            "Department of State, Taver, March 1, 1957",
        );
        check(
            "102. Conversation Among President Orlo, Secretary of Defense Rivel, the President’s Assistant (Marn), and Others",
            Some("102"),
            &["President Orlo", "Secretary of Defense Rivel", "the President’s Assistant (Marn)"],
            None,
            "",
        );
        check(
            "Memorandum of a Telephone Conversation Between the Secretary of State and Henry R. Orlo, Taver, May 2, 1957",
            None,
            &["the Secretary of State", "Henry R. Orlo"],
            None,
            "Taver, May 2, 1957",
        );
        check(
            "Between cde. M. S. Orlo and General Secretary of the CC of Vesta, Chairman of the Council B. Rivel.",
            None,
            &[
                "cde. M. S. Orlo",
                "General Secretary of the CC of Vesta, Chairman of the Council B. Rivel",
            ],
            None,
            "",
        );
        check(
            "128. Personal Notes of a Meeting With President Orlo 1",
            Some("128"),
            &["President Orlo"],
            None,
            "",
        );
        check(
            "MEMORANDUM OF CONVERSATION, BY MR. MARNE ORLO\n      OF THE DIVISION OF LAKE AFFAIRS 1",
            None,
            &[],
            Some("MR. MARNE ORLO\n      OF THE DIVISION OF LAKE AFFAIRS"),
            "",
        );
    }
}
