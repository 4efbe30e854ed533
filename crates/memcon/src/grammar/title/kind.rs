//! Which kind of record a title names, if any.

use super::foreign;
use crate::grammar::fold::{Folded, same};
use crate::grammar::is_capitals;
use crate::grammar::words::{bare, words};
use crate::model::RecordKind;

/// How many words may stand before the head word: `Uncleared Summary Minutes`,
/// `United States Delegation Record`.
const BEFORE: usize = 7;
/// How many words may stand between `of` and what was recorded: `of a private luncheon conversation`.
const BETWEEN: usize = 12;

/// Names the kind of record, or none where the title names a letter, a telegram, a paper.
///
/// ```text
/// record = {qualifier} ( "memorandum" ["of" [a] topic | "for the record"]
///        | ("minutes" | "notes" | "record" | "transcript" | "summary") "of" {word} topic
///        | ["telephone"] "conversation" "between" | "from the diary of" | … )
/// ```
pub(crate) fn kind(title: &str) -> Option<RecordKind> {
    if let Some(kind) = foreign::kind(title) {
        return Some(kind);
    }
    if is_meeting_in_capitals(title) {
        return Some(RecordKind::Meeting);
    }
    let mut telephone = false;
    for (i, word) in words(title).enumerate().take(BEFORE + 1) {
        let after = || words(title).skip(i + 1).map(bare);
        let word = bare(word);
        // `At the third meeting …` begins a sentence.
        let sentence = ["at", "during", "in", "on", "after", "before"];
        if i == 0 && sentence.iter().any(|small| same(small, word)) {
            return None;
        }
        match head(word)? {
            Head::Word if is_telephone(word) => telephone = true,
            Head::Word if telephone && is_call(word) => {
                return talk(after(), RecordKind::TelephoneConversation);
            }
            // `CALL BY PRESIDENT ORLO`, in a letter that tells of it.
            Head::Word
                if i == 0 && is_call(word) && after().next().is_some_and(|w| same(w, "by")) =>
            {
                return Some(RecordKind::Meeting);
            }
            Head::Word => {}
            Head::Memorandum => return memorandum(after()),
            Head::Told(kind) => {
                // `Summary Minutes`, `Record Notes`: the later word is the head.
                if after().next().is_some_and(|next| matches!(head(next), Some(Head::Told(_)))) {
                    continue;
                }
                let told = told(after(), kind)?;
                return Some(if telephone { RecordKind::TelephoneConversation } else { told });
            }
            Head::Talk(kind) => {
                return talk(
                    after(),
                    if telephone { RecordKind::TelephoneConversation } else { kind },
                );
            }
            Head::Diary => return Some(RecordKind::Diary),
        }
        if word.ends_with('.') && word.len() > 5 {
            return None;
        }
    }
    None
}

/// `SECOND PLENARY MEETING, FEBRUARY 5, 1945`, `NATIONAL COUNCIL MEETING`.
fn is_meeting_in_capitals(title: &str) -> bool {
    const ORDINALS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let head = title.split(',').next().unwrap_or(title);
    let last = words(head).next_back().unwrap_or("");
    let numbered = || {
        words(head).any(|word| {
            let word = word.rsplit('-').next().unwrap_or(word);
            let figures = word.starts_with(|c: char| c.is_ascii_digit());
            let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
            let th = ["st", "nd", "rd", "th", "d"].iter().any(|th| same(th, end));
            ORDINALS.iter().any(|ordinal| same(ordinal, word)) || figures && th
        })
    };
    is_capitals(head)
        && words(head).count() <= 10
        && (same(last, "meeting") || same(last, "session"))
        && (numbered() || words(head).any(is_body))
}

/// A body that meets: `NATIONAL SECURITY COUNCIL MEETING`.
fn is_body(word: &str) -> bool {
    ["council", "cabinet", "committee", "politburo"].iter().any(|body| same(body, word))
}

/// What a word before or at the head of a title does.
enum Head {
    Memorandum,
    /// Minutes, notes, a record: of something that is named.
    Told(RecordKind),
    /// The talk itself: `Conversation between …`.
    Talk(RecordKind),
    Diary,
    Word,
}

/// Reads a head word; none where it is the head of something that is no record.
fn head(word: &str) -> Option<Head> {
    let head = match Folded::of(word).as_bytes() {
        b"address" | b"agenda" | b"aide-memoire" | b"airgram" | b"article" | b"briefing"
        | b"cable" | b"circular" | b"communique" | b"decision" | b"despatch" | b"directive"
        | b"dispatch" | b"draft-treaty" | b"editorial" | b"estimate" | b"instruction"
        | b"instructions" | b"letter" | b"message" | b"paper" | b"prepared" | b"proclamation"
        | b"release" | b"remarks" | b"resolution" | b"speech" | b"statement" | b"study"
        | b"submitted" | b"telegram" | b"to" => return None,
        b"memorandum" | b"memoranda" | b"memorandums" => Head::Memorandum,
        b"memcon" => Head::Talk(RecordKind::MemorandumOfConversation),
        b"telcon" => Head::Talk(RecordKind::TelephoneConversation),
        b"minutes" | b"minute" => Head::Told(RecordKind::Minutes),
        b"protocol" | b"record" | b"records" | b"report" | b"information" | b"account" => {
            Head::Told(RecordKind::Record)
        }
        b"notes" | b"note" => Head::Told(RecordKind::Notes),
        b"transcript" | b"stenogram" => Head::Told(RecordKind::Transcript),
        b"summary" => Head::Told(RecordKind::Summary),
        b"substance" => Head::Told(RecordKind::Discussion),
        b"conversation" | b"conversations" | b"talk" | b"talks" => {
            Head::Talk(RecordKind::Conversation)
        }
        b"discussion" => Head::Talk(RecordKind::Discussion),
        b"meeting" => Head::Talk(RecordKind::Meeting),
        b"diary" | b"journal" => Head::Diary,
        _ => Head::Word,
    };
    Some(head)
}

/// What follows `memorandum`.
fn memorandum<'t>(mut after: impl Iterator<Item = &'t str>) -> Option<RecordKind> {
    let joint = after.next()?;
    if same(joint, "for") {
        let of_record = after
            .take(2)
            .any(|w| ["record", "file", "files", "records"].iter().any(|file| same(file, w)));
        return of_record.then_some(RecordKind::MemorandumForTheRecord);
    }
    // `Memorandum by the Envoy of a Conversation With …`: the drafter may come first.
    let by = same(joint, "by");
    if !by && !["of", "on", "regarding", "concerning", "about"].iter().any(|of| same(of, joint)) {
        return None;
    }
    let mut telephone = false;
    let mut of = !by;
    for word in after.take(if by { 30 } else { BETWEEN }) {
        if by && same(word, "to") || same(word, "understanding") || same(word, "from") {
            return None;
        }
        telephone |= is_telephone(word);
        match topic(word) {
            Some(RecordKind::TelephoneConversation) if of => {
                return Some(RecordKind::TelephoneConversation);
            }
            Some(_) if of && telephone => return Some(RecordKind::TelephoneConversation),
            Some(RecordKind::Conversation) if of => {
                return Some(RecordKind::MemorandumOfConversation);
            }
            Some(kind) if of => return Some(kind),
            Some(_) | None => {}
        }
        if by {
            of = same(word, "of")
                || of && (same(word, "a") || same(word, "the") || is_telephone(word));
        }
    }
    None
}

/// What follows `minutes`, `notes`, `record`: the talk that was recorded.
fn told<'t>(after: impl Iterator<Item = &'t str>, kind: RecordKind) -> Option<RecordKind> {
    let mut any = false;
    let mut from = false;
    let mut telephone = false;
    for (i, word) in after.take(BETWEEN).enumerate() {
        if i == 0 && ["to", "by", "prepared", "for"].iter().any(|other| same(other, word)) {
            return None;
        }
        // `Note From the Embassy` is none, `Note From the Conversation With …` is one.
        from |= i == 0 && same(word, "from");
        if from && i > 0 && topic(word).is_none() && !matches!(word, "the" | "a" | "an" | "this") {
            return None;
        }
        any = true;
        telephone |= is_telephone(word);
        if let Some(topic) = topic(word) {
            let telephone = telephone || topic == RecordKind::TelephoneConversation;
            return Some(if telephone { RecordKind::TelephoneConversation } else { kind });
        }
        // `Summary of Conclusions`, `Record of Actions`: of a meeting, if that follows.
    }
    match kind {
        // `Minutes of the Council`, and `Minutes` alone.
        RecordKind::Minutes => Some(kind),
        RecordKind::Transcript if !any => Some(kind),
        _ => None,
    }
}

/// What follows `conversation`, `meeting` at the head of a title.
fn talk<'t>(mut after: impl Iterator<Item = &'t str>, kind: RecordKind) -> Option<RecordKind> {
    let Some(joint) = after.next() else {
        let alone = matches!(
            kind,
            RecordKind::MemorandumOfConversation | RecordKind::TelephoneConversation
        );
        return alone.then_some(kind);
    };
    // `Telephone Call to the Envoy`.
    let to = kind == RecordKind::TelephoneConversation && same(joint, "to");
    let with = ["between", "among", "with", "of", "from", "at"].iter().any(|it| same(it, joint));
    (to || with).then_some(kind)
}

/// What a word says was held.
fn topic(word: &str) -> Option<RecordKind> {
    // A meal may be the place of a conversation: `of a luncheon conversation`; both are records.
    match Folded::of(word).as_bytes() {
        b"conversation" | b"conversations" | b"coversation" | b"talk" | b"talks" | b"interview"
        | b"audience" | b"exchange" | b"call" | b"calls" => Some(RecordKind::Conversation),
        b"telcon" | b"teleconference" => Some(RecordKind::TelephoneConversation),
        b"discussion" | b"discussions" | b"consultation" | b"consultations" | b"negotiations" => {
            Some(RecordKind::Discussion)
        }
        b"conference" | b"conferences" | b"meeting" | b"meetings" | b"session" | b"luncheon"
        | b"lunch" | b"dinner" | b"breakfast" | b"reception" | b"plenary" | b"encounter" => {
            Some(RecordKind::Meeting)
        }
        _ => None,
    }
}

/// `Telephone Call`.
pub(super) fn is_call(word: &str) -> bool {
    same(word, "call") || same(word, "calls")
}

fn is_telephone(word: &str) -> bool {
    ["telephone", "telephonic", "phone"].iter().any(|phone| same(phone, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use RecordKind::*;

    #[test]
    fn titles_that_name_a_record() {
        for (title, expected) in [
            ("Memorandum of Conversation", MemorandumOfConversation),
            ("MEMORANDUM\n  OF A PRIVATE CONVERSATION", MemorandumOfConversation),
            ("Memoranda of Conversations Between Orlo and Rivel", MemorandumOfConversation),
            (
                "Memorandum by the Envoy (Orlo) of a Conversation With the King",
                MemorandumOfConversation,
            ),
            ("Memorandum of a Telephone Conversation", TelephoneConversation),
            ("Transcript of a Telephone Conversation Between A and B", TelephoneConversation),
            ("Telephone Conversation Between A and B", TelephoneConversation),
            ("TELEPHONE CALL TO SENATOR ORLO", TelephoneConversation),
            ("Telephone Call From the Envoy", TelephoneConversation),
            ("CALL BY PRESIDENT ORLO", Meeting),
            ("Memorandum of Discussion at the 3d Meeting of the Council", Discussion),
            ("Memorandum of the Substance of Discussion at a Meeting", Discussion),
            ("Memorandum of Conference With the President", Meeting),
            ("Draft Minutes of a Council Meeting", Minutes),
            ("Summary Minutes of Meeting", Minutes),
            ("Summary Notes of the 550th Meeting of the Council", Notes),
            ("Notes of the President’s Meeting With Marn Orlo", Notes),
            ("United States Delegation Record of Conversation", Record),
            ("Transcript of a Teletype Conference", Transcript),
            ("Conversation Among President Orlo and Others", Conversation),
            ("Note from the conversation with Comrade Orlo", Notes),
            ("Memorandum for the Record", MemorandumForTheRecord),
            ("From the Diary of M. Orlo", Diary),
            ("Summary of Conclusions of a Committee Meeting", Summary),
            ("Запись беседы с послом", Record),
            ("Niederschrift über das Gespräch des Ministers", Record),
        ] {
            assert_eq!(kind(title), Some(expected), "{title}");
        }
    }

    #[test]
    fn titles_that_do_not() {
        for title in [
            "Telegram From the Embassy: Record of Conversation",
            "Memorandum From the Envoy (Orlo) to the Secretary of State",
            "Action Memorandum From the Envoy to the Secretary",
            "Memorandum Prepared in the Ministry",
            "Memorandum for Director Orlo",
            "Call to Arms",
            "Telephone Call Books",
            "Memorandum of Understanding",
            "Editorial Note",
            "Record of Actions by the Council",
            "Notes Prepared by the Envoy",
            "Note From the Embassy on the Conversation",
            "National Security Decision Memorandum 12",
            "The Envoy in Vesta ( Orlo ) to the Secretary of State",
            "Paper Prepared by the Council",
            "Field Information Report",
            "At the 7th meeting of the Council the Envoy spoke",
            "Letter From Orlo on the Conversation",
            "",
        ] {
            assert_eq!(kind(title), None, "{title}");
        }
    }
}
