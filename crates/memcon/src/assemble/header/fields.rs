//! Names of fields at the head of a form: `PARTICIPANTS`, `SUBJECT:`, `DATE AND PLACE`.

use crate::grammar::fold::{fold, same};
use crate::grammar::lexicon::{is_country, is_group_word};
use crate::grammar::person::capacity;
use crate::grammar::words::{bare, words};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Participants,
    Subject,
    /// A date, a time, a place, or several of them.
    When,
    Distribution,
    Reference,
}

/// Field names, folded, and what the fields hold.
const NAMES: [(&str, Field); 89] = [
    ("participants", Field::Participants),
    ("participant", Field::Participants),
    ("particpants", Field::Participants),
    ("partcipants", Field::Participants),
    ("participants list", Field::Participants),
    ("list of participants", Field::Participants),
    ("principal participants", Field::Participants),
    ("other participants", Field::Participants),
    ("participating", Field::Participants),
    ("participation", Field::Participants),
    ("principals", Field::Participants),
    ("list of those present", Field::Participants),
    ("present", Field::Participants),
    ("others present", Field::Participants),
    ("other present", Field::Participants),
    ("others", Field::Participants),
    ("also present", Field::Participants),
    ("persons present", Field::Participants),
    ("those present", Field::Participants),
    ("people present", Field::Participants),
    ("members present", Field::Participants),
    ("attendance", Field::Participants),
    ("in attendance", Field::Participants),
    ("also in attendance", Field::Participants),
    ("attendees", Field::Participants),
    ("attending", Field::Participants),
    ("attended by", Field::Participants),
    ("list of attendees", Field::Participants),
    ("attendance list", Field::Participants),
    ("teilnehmer", Field::Participants),
    ("anwesend", Field::Participants),
    ("anwesende", Field::Participants),
    ("участники", Field::Participants),
    ("присутствовали", Field::Participants),
    ("присутствуют", Field::Participants),
    ("participantes", Field::Participants),
    ("asistentes", Field::Participants),
    ("presents", Field::Participants),
    ("参加者", Field::Participants),
    ("参加人员", Field::Participants),
    ("參加者", Field::Participants),
    ("배석자", Field::Participants),
    ("참석자", Field::Participants),
    ("subject", Field::Subject),
    ("subjects", Field::Subject),
    ("subj", Field::Subject),
    ("general subject", Field::Subject),
    ("re", Field::Subject),
    ("topic", Field::Subject),
    ("topics", Field::Subject),
    ("asunto", Field::Subject),
    ("betreff", Field::Subject),
    ("betr", Field::Subject),
    ("objet", Field::Subject),
    ("тема", Field::Subject),
    ("主题", Field::Subject),
    ("date", Field::When),
    ("time", Field::When),
    ("place", Field::When),
    ("location", Field::When),
    ("date and place", Field::When),
    ("date and time", Field::When),
    ("date and location", Field::When),
    ("date time and place", Field::When),
    ("date and time and place", Field::When),
    ("time and date", Field::When),
    ("time and place", Field::When),
    ("place and date", Field::When),
    ("place and time", Field::When),
    ("time place and date", Field::When),
    ("time date and place", Field::When),
    ("date of meeting", Field::When),
    ("date of conversation", Field::When),
    ("meeting date", Field::When),
    ("fecha", Field::When),
    ("hora", Field::When),
    ("lugar", Field::When),
    ("datum", Field::When),
    ("ort", Field::When),
    ("zeit", Field::When),
    ("日期", Field::When),
    ("地点", Field::When),
    ("时间", Field::When),
    ("日期与时间", Field::When),
    ("copies to", Field::Distribution),
    ("copy to", Field::Distribution),
    ("distribution", Field::Distribution),
    ("ref", Field::Reference),
    ("reference", Field::Reference),
];

/// A line that opens a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldLine<'t> {
    pub(crate) field: Field,
    /// The name, with its colon.
    pub(crate) name: &'t str,
    /// The side, where the name tells one: `U.S. Participants`.
    pub(crate) side: Option<&'t str>,
    /// What stands after the name in the same line.
    pub(crate) value: &'t str,
}

/// Reads a line that opens a field.
///
/// ```text
/// field = name (":" | "：" | two spaces | end) [value]
/// ```
pub(crate) fn field(line: &str) -> Option<FieldLine<'_>> {
    let whole = line.trim();
    if let Some((left, width)) = colon(whole) {
        let (name, value) = (&whole[..left + width], whole[left + width..].trim());
        return named(&whole[..left]).map(|(field, side)| FieldLine { field, name, side, value });
    }
    if let Some(gap) = whole.find("  ") {
        let left = &whole[..gap];
        let capital = !left.contains(char::is_lowercase);
        if capital && let Some((field, side)) = named(left) {
            return Some(FieldLine { field, name: left, side, value: whole[gap..].trim() });
        }
    }
    let capital = !whole.contains(char::is_lowercase) || words(whole).count() <= 2;
    let (field, side) = if capital { named(whole)? } else { return None };
    Some(FieldLine { field, name: whole, side, value: "" })
}

/// The first colon that can end a field's name.
fn colon(line: &str) -> Option<(usize, usize)> {
    line.char_indices()
        .take(48)
        .find(|(_, c)| matches!(c, ':' | '：'))
        .map(|(at, c)| (at, c.len_utf8()))
}

/// Tells what a name stands for; `&`, `,` and `and` do not count as different.
fn named(name: &str) -> Option<(Field, Option<&str>)> {
    let name = name
        .trim()
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '(' | ')' | ' '));
    if name.is_empty() || name.len() > 60 {
        return None;
    }
    let first = fold(name).next()?;
    let mut known = NAMES.iter().filter(|(known, _)| known.starts_with(first));
    if let Some((_, field)) = known.find(|(known, _)| equal(known, name)) {
        return Some((*field, None));
    }
    // `U.S. Participants`, `Vestan Side Present`, `PARTICIPANTS (U.S.)`.
    let last = words(name).next_back()?;
    let side = name[..name.len() - last.len()].trim();
    let listed = ["participants", "present", "attendees"].iter().any(|list| same(list, bare(last)));
    let sided = !side.is_empty()
        && words(side).all(|word| is_country(bare(word)) || is_group_word(bare(word)));
    if listed && sided {
        return Some((Field::Participants, Some(side)));
    }
    is_attendance(name).then_some((Field::Participants, None))
}

/// A heading in capitals that tells who was there: `THOSE ATTENDING THE MEETING WERE`,
/// `PARTICIPANTS IN TAVER`, `INTERPRETED BY`.
fn is_attendance(name: &str) -> bool {
    let capital = !name.contains(char::is_lowercase) && words(name).count() <= 8;
    if !capital {
        return false;
    }
    let told = words(name).any(|word| {
        [
            "participants",
            "participation",
            "present",
            "attending",
            "attended",
            "attendance",
            "attendees",
        ]
        .iter()
        .any(|w| same(w, bare(word)))
    });
    let by =
        words(name).next_back().is_some_and(|word| same(word, "by")) && words(name).count() == 2;
    told && !name.contains('.') || by && capacity(name).is_some()
}

fn equal(known: &str, name: &str) -> bool {
    let mut left = words(name)
        .map(bare)
        .map(|word| if matches!(word, "&" | "/" | "und") { "and" } else { word })
        .filter(|w| !w.is_empty());
    let exact = words(known).all(|word| left.next().is_some_and(|other| same(word, other)));
    exact && left.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known() {
        for (line, field_, value) in [
            ("PARTICIPANTS", Field::Participants, ""),
            ("PARTICIPANTS:     The Secretary", Field::Participants, "The Secretary"),
            ("Present: Mr. Orlo", Field::Participants, "Mr. Orlo"),
            ("OTHERS PRESENT", Field::Participants, ""),
            ("U.S. Participants:", Field::Participants, ""),
            ("SUBJECT : Lakes", Field::Subject, "Lakes"),
            ("DATE & TIME: May 2", Field::When, "May 2"),
            ("DATE, TIME & PLACE:", Field::When, ""),
            ("参加者：毛泽东", Field::Participants, "毛泽东"),
            ("THOSE ATTENDING THE MEETING WERE", Field::Participants, ""),
            ("RECORDED BY", Field::Participants, ""),
        ] {
            let found = field(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.field, found.value), (field_, value), "{line}");
        }
        for line in [
            "Present at the meeting were Orlo and Rivel.",
            "Orlo: Present.",
            "The subject was lakes",
            "Subject matters are many",
            "Mr. Present: No.",
        ] {
            assert_eq!(field(line), None, "{line}");
        }
    }
}
