//! Fields of the head: `DATE & TIME:`, `PARTICIPANTS`, `Lugar:`, `参加者：`.

use nom::Offset;

use crate::grammar::field_head::known;
use crate::grammar::field_names::{FieldName, unspaced};
use crate::grammar::words::boundary;
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

/// Gives the part of a line in which its head, the first field's name, must end.
fn front(line: &str) -> &str {
    let end = (LONGEST + 4..line.len()).find(|at| line.is_char_boundary(*at));
    end.map_or(line, |end| &line[..end])
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
        let when = before.name.says_when_or_where();
        let next = later(rest).or_else(|| when.then(|| when_or_where(rest)).flatten());
        let Some(next) = next else { break };
        before.value = rest.get(..rest.offset(next.head)).unwrap_or(rest).trim_end();
        found.push(next);
    }
    found
}

fn with_colon(line: &str) -> Option<Field<'_>> {
    let at = front(line).find([':', '：', '='])?;
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
    if head.len() > LONGEST || !head.starts_with(char::is_uppercase) {
        return None;
    }
    // "Re" and "Data" alone are words of other things.
    let long = head.chars().count() > 4 || is_capitals(head);
    let found = made(head, "").filter(|_| long)?;
    // In a list of participants "Interpreter" alone is a role broken off its line.
    let role = matches!(found.name, FieldName::Interpreter | FieldName::Notetaker);
    (!role || is_capitals(head)).then_some(found)
}

fn in_columns(line: &str) -> Option<Field<'_>> {
    let gap = front(line);
    let gap = gap.find('\t').into_iter().chain(gap.find("  ")).min()?;
    let head = line.get(..gap).filter(|head| head.len() <= LONGEST && is_capitals(head))?;
    made(head, line.get(gap..)?)
}

fn in_capitals(line: &str) -> Option<Field<'_>> {
    let mut found = None;
    for (at, _) in front(line).match_indices(' ').take(6).filter(|(at, _)| *at <= LONGEST) {
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
        let from = boundary(line, at.saturating_sub(LONGEST)).min(at);
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

/// Finds a field in small letters in a line that says when: `3 May 1971 Time: 1500 Place: Taver`.
fn when_or_where(line: &str) -> Option<Field<'_>> {
    line.match_indices([':', '：']).find_map(|(at, colon)| {
        let words = line.get(..at)?.trim_end();
        let head = words.get(words.rfind(char::is_whitespace)? + 1..)?;
        let value = line.get(at + colon.len()..).filter(|value| value.starts_with(' '))?;
        head.starts_with(char::is_uppercase)
            .then(|| made(head, value))?
            .filter(|found| found.name.says_when_or_where() && found.side.is_none())
    })
}

fn made<'a>(head: &'a str, value: &'a str) -> Option<Field<'a>> {
    let head = head.trim();
    let (name, side) = known(head)?;
    Some(Field { name, head, side, value: value.trim() })
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
