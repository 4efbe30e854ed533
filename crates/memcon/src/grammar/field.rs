//! Fields of the head: `DATE & TIME:`, `PARTICIPANTS`, `Lugar:`, `参加者：`.

use nom::bytes::complete::take_while;
use nom::{Offset, Parser};

use crate::grammar::field_names::{
    FieldName, OF_DATE, OF_MEETING, OF_PLACE, OF_TIME, misspelled, named, unspaced,
};
use crate::grammar::lexicon::{is_country, is_group_word};
use crate::grammar::spelling::is_word;
use crate::grammar::{is_capitals, is_dash, same_word};

/// A field: its name, and what follows on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    pub(crate) name: FieldName,
    /// The words of the head as written, without colon: `PARTICIPANTS FOR PAKISTAN`.
    pub(crate) head: &'a str,
    /// The side that the head names: `U.S.`, `PAKISTAN`.
    pub(crate) side: Option<&'a str>,
    /// The rest of the line, trimmed; the value may go on below.
    pub(crate) value: &'a str,
}

/// No head is longer than this, in bytes.
const LONGEST: usize = 100;
/// No line in which two fields stand is longer than this, in bytes.
const LONGEST_LINE: usize = 600;

/// Recognises a field at the beginning of a line.
///
/// ```text
/// field = head [SP] ":" value             ; in any case
///       | head NL                         ; alone on its line, "[PARTICIPANTS]" too
///       | HEAD ( 2SP | TAB ) value        ; in columns
///       | HEAD SP value                   ; in capitals, before words that are not
/// ```
pub(crate) fn field(line: &str) -> Option<Field<'_>> {
    let line = line.trim();
    with_colon(line)
        .or_else(|| alone(line))
        .or_else(|| in_columns(line))
        .or_else(|| in_capitals(line))
}

/// Finds every field of a line that begins with one: two may share it, the later in capitals or
/// Chinese and Korean.
pub(crate) fn fields(line: &str) -> Vec<Field<'_>> {
    let mut found: Vec<Field<'_>> = field(line).into_iter().collect();
    if line.len() > LONGEST_LINE {
        return found;
    }
    while let Some(before) = found.last_mut() {
        let rest = before.value;
        let Some(next) = later(rest) else { break };
        before.value = rest.get(..rest.offset(next.head)).unwrap_or(rest).trim_end();
        found.push(next);
    }
    found
}

fn with_colon(line: &str) -> Option<Field<'_>> {
    let at = line.find([':', '：', '='])?;
    let head = line.get(..at).filter(|head| head.len() <= LONGEST)?;
    let after = line.get(at..)?;
    let head = head.trim_start_matches(['[', '(']).trim();
    // A sentence may go on with "purpose:"; a head begins with a capital.
    let begins = !head.starts_with(char::is_lowercase) || same_word(head, "subject");
    if !begins || (after.starts_with('=') && head.is_ascii()) {
        return None;
    }
    made(head, after.trim_start_matches([':', '：', '=']))
}

fn alone(line: &str) -> Option<Field<'_>> {
    let head = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')).unwrap_or(line);
    // A stop, a dash or the callout of a note may follow.
    let head =
        head.trim_end_matches(|c: char| is_dash(c) || c == '.' || c == '*' || c.is_ascii_digit());
    let few = head.len() <= LONGEST && head.starts_with(char::is_uppercase);
    // "Re" and "Data" alone are words of other things.
    let long = head.chars().count() > 4 || is_capitals(head);
    let found = made(head, "").filter(|_| few && long)?;
    // In a list of participants "Interpreter" alone is a role broken off its line.
    let role = matches!(found.name, FieldName::Interpreter | FieldName::Notetaker);
    (!role || is_capitals(head)).then_some(found)
}

fn in_columns(line: &str) -> Option<Field<'_>> {
    let gap = line.find('\t').into_iter().chain(line.find("  ")).min()?;
    let head = line.get(..gap).filter(|head| head.len() <= LONGEST && is_capitals(head))?;
    made(head, line.get(gap..)?)
}

fn in_capitals(line: &str) -> Option<Field<'_>> {
    let mut found = None;
    for (at, _) in line.match_indices(' ').take(6).filter(|(at, _)| *at <= LONGEST) {
        let (head, value) = line.split_at(at);
        if !is_capitals(head) {
            break;
        }
        let first = value.split_whitespace().next().unwrap_or("");
        let capitals =
            is_capitals(first) && first.chars().filter(|c| c.is_alphabetic()).count() > 2;
        if !capitals
            && head.len() > 4
            && first.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        {
            found = made(head, value).or(found);
        }
    }
    found
}

/// Finds a field within a line: its head in capitals and its colon.
fn later(line: &str) -> Option<Field<'_>> {
    for (at, colon) in line.match_indices([':', '：']) {
        // Only the words just before the colon count, lest many colons be slow.
        let from =
            (at.saturating_sub(LONGEST)..at).find(|at| line.is_char_boundary(*at)).unwrap_or(at);
        let (words, value) = (line.get(from..at)?.trim_end(), line.get(at + colon.len()..)?);
        let starts = words.rmatch_indices(char::is_whitespace).map(|(at, white)| at + white.len());
        let mut found = None;
        for start in starts.take(5) {
            let head = words.get(start..).filter(|head| is_capitals(head) && head.len() > 2);
            found = head.and_then(|head| made(head, value)).or(found);
        }
        let found = found.or_else(|| {
            let (name, head) = unspaced(words)?;
            Some(Field { name, head, side: None, value: value.trim() })
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

fn made<'a>(head: &'a str, value: &'a str) -> Option<Field<'a>> {
    let head = head.trim();
    let (name, side) = known(head)?;
    Some(Field { name, head, side, value: value.trim() })
}

/// Gives the name of the field that a head stands for, and the side that it names.
fn known(head: &str) -> Option<(FieldName, Option<&str>)> {
    let words: Vec<&str> = words(head);
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    spaced_letters(&words)
        .or_else(|| named(&words))
        .or_else(|| when_and_where(&words))
        .or_else(|| misspelled(&words))
        .map(|name| (name, None))
        .or_else(|| of_a_side(head))
        .or_else(|| attendance(head, &words).map(|name| (name, None)))
}

fn words(head: &str) -> Vec<&str> {
    // "Notetaker(s)" is one word.
    let words = head.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty() && *word != "s").take(10).collect()
}

/// `S U B J E C T`.
fn spaced_letters(words: &[&str]) -> Option<FieldName> {
    let single = words.len() > 3 && words.iter().all(|word| word.chars().count() == 1);
    if single { named(&[words.concat().as_str()]) } else { None }
}

/// A heading in capitals that tells who was there: `PARTICIPANTS IN TAVER`, `PRESENT FOR PART OF
/// CONVERSATION`, `ALSO ATTENDING THE TALKS`.
fn attendance(head: &str, words: &[&str]) -> Option<FieldName> {
    const TOLD: [&str; 7] = [
        "participants",
        "participation",
        "attending",
        "attended",
        "attendance",
        "attendees",
        "present",
    ];
    const LINKS: [&str; 6] = ["for", "from", "in", "at", "were", "during"];
    let is = |list: &[&str], word: &str| list.iter().any(|known| same_word(known, word));
    let at = words.iter().position(|word| is(&TOLD, word))?;
    let goes_on = words.get(at + 1).is_none_or(|next| is(&LINKS, next));
    let told = !same_word("present", words.get(at)?) || goes_on;
    (told && is_capitals(head) && !head.contains('.')).then_some(FieldName::Participants)
}

/// Reads heads that say when and where, in any order: `DATE, TIME & PLACE`, `Date of Meeting`.
///
/// ```text
/// when-and-where = ["and"] thing *( ("and" | "&" | "," | "/") thing ) ["of" ["the"] meeting]
/// ```
fn when_and_where(words: &[&str]) -> Option<FieldName> {
    let one_of = |list: &[&str], word: &str| list.iter().any(|known| same_word(known, word));
    let (mut date, mut time, mut place) = (false, false, false);
    let mut rest = words.iter();
    let mut of = false;
    for word in rest.by_ref() {
        if one_of(OF_DATE, word) {
            date = true;
        } else if one_of(OF_TIME, word) {
            time = true;
        } else if one_of(OF_PLACE, word) {
            place = true;
        } else if same_word(word, "of") && (date || time || place) {
            of = true;
            break;
        } else if !same_word(word, "and") {
            return None;
        }
    }
    let of_meeting = rest.all(|word| same_word(word, "the") || one_of(OF_MEETING, word));
    match (date, time, place) {
        _ if of && !of_meeting => None,
        (true, true, true) => Some(FieldName::DateTimeAndPlace),
        (true, true, false) => Some(FieldName::DateAndTime),
        (true, false, true) => Some(FieldName::DateAndPlace),
        (false, true, true) => Some(FieldName::TimeAndPlace),
        (true, false, false) => Some(FieldName::Date),
        (false, true, false) => Some(FieldName::Time),
        (false, false, true) => Some(FieldName::Place),
        (false, false, false) => None,
    }
}

/// Reads heads that name a side: `U.S. PARTICIPANTS`, `PARTICIPANTS FOR PAKISTAN`, `Present from
/// the Polish side`.
///
/// ```text
/// of-a-side = side "participants" | ("participants" | "present") ("for" | "from" | …) side
/// ```
fn of_a_side(head: &str) -> Option<(FieldName, Option<&str>)> {
    const LINKS: [&str; 6] = ["for", "from", "in", "on", "of", "at"];
    let (first, rest) = head.split_once(char::is_whitespace)?;
    let linked = rest.trim_start().split_once(char::is_whitespace);
    let people = |word: &str| is_word(word, "participants") || same_word(word, "present");
    if let Some((link, side)) = linked
        && people(first)
        && LINKS.iter().any(|known| same_word(known, link))
    {
        // "Present from the beginning" is no side; a side is a name.
        let named = side.contains(char::is_uppercase);
        return named.then_some((FieldName::Participants, Some(side.trim())));
    }
    if let Some(side) = rest.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && people(first)
        && is_side(side)
    {
        return Some((FieldName::Participants, Some(side)));
    }
    let (side, last) = head.rsplit_once(char::is_whitespace)?;
    let (_, word) =
        take_while::<_, _, nom::error::Error<&str>>(char::is_alphabetic).parse(last).ok()?;
    let side = side.trim();
    let short = words(side).len() <= 4 && side.starts_with(char::is_uppercase);
    let told = is_word(word, "participants")
        || ["present", "attendees"].iter().any(|list| same_word(list, word)) && is_side(side);
    (short && told).then_some((FieldName::Participants, Some(side)))
}

/// Tells whether words name a country or a group of people: `Vestan Side`, `U.S.`.
fn is_side(words: &str) -> bool {
    !words.is_empty()
        && words.split_whitespace().all(|word| is_country(word) || is_group_word(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        use FieldName::{
            Copies, Date, DateAndPlace, DateAndTime, DateTimeAndPlace, Interpreter, Notetaker,
            Participants, Place, Reference, Source, Subject, Time, TimeAndPlace,
        };
        for (line, name, value) in [
            ("PARTICIPANTS", Participants, ""),
            ("PARTICIPANTS:", Participants, ""),
            ("[PARTICIPANTS]", Participants, ""),
            ("Participants: Orlov", Participants, "Orlov"),
            ("PARTICPANTS:", Participants, ""),
            ("PARTICIPANTS2", Participants, ""),
            ("SUBJECT 3", Subject, ""),
            ("[Source: the files]", Source, "the files]"),
            ("PARTICIPANTS:     The President", Participants, "The President"),
            ("PARTICIPANTS      The President", Participants, "The President"),
            ("PARTICIPANTS The President", Participants, "The President"),
            ("PARTICIPANTS FOR PAKISTAN:", Participants, ""),
            ("PARTICIPANTS IN SAIGON", Participants, ""),
            ("U.S. PARTICIPANTS", Participants, ""),
            ("OTHERS PRESENT", Participants, ""),
            ("THOSE IN ATTENDANCE WERE", Participants, ""),
            ("Present from the Polish side: Cds. A", Participants, "Cds. A"),
            ("SUBJECT", Subject, ""),
            ("SUBJECTS:", Subject, ""),
            ("SUBJBCT: Grain", Subject, "Grain"),
            ("SUBJECT : Grain", Subject, "Grain"),
            ("S U B J E C T: Grain", Subject, "Grain"),
            ("GENERAL SUBJECT:", Subject, ""),
            ("DATE:", Date, ""),
            ("Date of Meeting: May 3, 1962", Date, "May 3, 1962"),
            ("TIME: 3:30 p.m.", Time, "3:30 p.m."),
            ("PLACE: The Oval Office", Place, "The Oval Office"),
            ("AND PLACE:", Place, ""),
            ("Location: Tripoli", Place, "Tripoli"),
            ("DATE & TIME: May 3", DateAndTime, "May 3"),
            ("TIME & DATE:", DateAndTime, ""),
            ("DATE, TIME", DateAndTime, ""),
            ("DATE AND PLACE:   Tripoli", DateAndPlace, "Tripoli"),
            ("Time and Place:", TimeAndPlace, ""),
            ("DATE, TIME & PLACE:", DateTimeAndPlace, ""),
            ("DATE/TIME/PLACE:", DateTimeAndPlace, ""),
            ("COPIES TO: S/S", Copies, "S/S"),
            ("DISTRIBUTION:", Copies, ""),
            ("REF: 4 May", Reference, "4 May"),
            ("INTERPRETED BY", Interpreter, ""),
            ("PRESENT FOR PART OF CONVERSATION", Participants, ""),
            ("Participants (U.S.):", Participants, ""),
            ("Notetaker(s): Orlov", Notetaker, "Orlov"),
            ("Fecha: 8 de junio", Date, "8 de junio"),
            ("Lugar:", Place, ""),
            ("Asunto:", Subject, ""),
            ("Teilnehmer:", Participants, ""),
            ("Participantes:", Participants, ""),
            ("参加者：甲", Participants, "甲"),
            ("日期与时间：1972年", DateAndTime, "1972年"),
            ("地点：", Place, ""),
            ("일시 : 10.3(목)", DateAndTime, "10.3(목)"),
            ("Присутствовали: Орлов", Participants, "Орлов"),
        ] {
            let found = field(line).map(|f| (f.name, f.value));
            assert_eq!(found, Some((name, value)), "{line:?}");
        }
    }

    #[test]
    fn near_forms() {
        for line in [
            "Present relations between the two states",
            "Present relations: none",
            "Subject to approval: yes",
            "Subject to this, he agreed.",
            "The date: it is not known",
            "At the time: nothing",
            "Date of birth: 1920",
            "Reference was made to it",
            "Participants were told: no",
            "TIME MAGAZINE",
            "PRESENT POLICY OF THE STATE",
            "SUBJECTIVE: no",
            "Orlov: Present.",
            "Timer:",
            "purpose: do we wait",
            "Approve3",
            "Interpreter",
            ": x",
            "",
        ] {
            assert_eq!(field(line), None, "{line:?}");
        }
    }

    #[test]
    fn several_fields_share_a_line() {
        for (line, expected) in [
            (
                "SUBJECT: Grain PARTICIPANTS: See list",
                vec![(FieldName::Subject, "Grain"), (FieldName::Participants, "See list")],
            ),
            (
                "일시 : 10.3(목) 09:34~11:45장소 : 정원",
                vec![(FieldName::DateAndTime, "10.3(목) 09:34~11:45"), (FieldName::Place, "정원")],
            ),
            ("TIME: 3:30 p.m.", vec![(FieldName::Time, "3:30 p.m.")]),
            ("nothing here: no", vec![]),
        ] {
            let found: Vec<_> = fields(line).iter().map(|f| (f.name, f.value)).collect();
            assert_eq!(found, expected, "{line:?}");
        }
    }

    #[test]
    fn sides() {
        for (line, side) in [
            ("U.S. PARTICIPANTS", Some("U.S.")),
            ("PARTICIPANTS FOR PAKISTAN:", Some("PAKISTAN")),
            ("PARTICIPANTS:", None),
        ] {
            assert_eq!(field(line).and_then(|f| f.side), side, "{line:?}");
        }
    }
}
