//! Sentences with which a record ends, or with which its narrator takes over.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::assemble::closing::words;
use crate::grammar::first_person::speaks_of_self;
use crate::grammar::fold;
use crate::grammar::meeting_clock;
use crate::grammar::openings::Openings;
use crate::grammar::packed::Packed;
use crate::grammar::sentence::sentences;
use crate::grammar::words::boundary;
use crate::span::Span;

/// The lists as the data file gives them.
#[derive(Deserialize, Default)]
struct Lists {
    talks: Vec<String>,
    ended: Vec<String>,
    served: Vec<String>,
    starts: Openings,
    starts_alone: Openings,
    hung_up: Vec<String>,
    inside: Vec<String>,
    telling: Openings,
    elsewhere: Vec<String>,
    operators: Vec<String>,
    over_notes: Vec<String>,
    salutations: Openings,
    paused: Vec<String>,
    reasons: Vec<String>,
}

/// What a word tells of the end of a talk, as bits.
#[derive(Clone, Copy, Default)]
struct Tells(u8);

impl Tells {
    /// Names the talk.
    const TALK: u8 = 1;
    const ENDED: u8 = 2;
    const SERVED: u8 = 4;
    /// Tells of a pause.
    const PAUSED: u8 = 8;
    /// What a pause is for.
    const REASON: u8 = 16;

    fn has(self, what: u8) -> bool {
        self.0 & what != 0
    }
}

/// The lists, each word asked once.
struct Endings {
    words: FxHashMap<Packed, Tells>,
    starts: Openings,
    starts_alone: Openings,
    hung_up: Vec<String>,
    inside: Option<AhoCorasick>,
    telling: Openings,
    elsewhere: Vec<String>,
    operators: Vec<String>,
    over_notes: Vec<String>,
    salutations: Openings,
}

impl Endings {
    /// Gives what a word tells; only the case of letters of ASCII does not count.
    fn of(&self, word: &str) -> Tells {
        let known = Packed::of(word.as_bytes()).and_then(|word| self.words.get(&word));
        known.copied().unwrap_or_default()
    }
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    let lists: Lists =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/endings.json")))
            .unwrap_or_default();
    let mut words: FxHashMap<Packed, Tells> = FxHashMap::default();
    let mut tell = |list: &[String], what: u8| {
        for word in list.iter().filter_map(|word| Packed::of(word.as_bytes())) {
            words.entry(word).or_default().0 |= what;
        }
    };
    tell(&lists.talks, Tells::TALK);
    tell(&lists.ended, Tells::ENDED);
    tell(&lists.served, Tells::SERVED);
    tell(&lists.paused, Tells::PAUSED);
    tell(&lists.reasons, Tells::REASON);
    let Lists {
        starts,
        starts_alone,
        hung_up,
        inside,
        telling,
        elsewhere,
        operators,
        over_notes,
        salutations,
        ..
    } = lists;
    let inside = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(inside)
        .ok();
    Endings {
        words,
        starts,
        starts_alone,
        hung_up,
        inside,
        telling,
        elsewhere,
        operators,
        over_notes,
        salutations,
    }
});

/// How many words of a paragraph are looked at.
const OPENING: usize = 16;

/// "The meeting ended at 12:30." "At 4:00 the talk was adjourned." "Recorded by …"
pub(crate) fn is_ending(paragraph: &str) -> bool {
    // `11. End text.` closes what a telegram carries.
    let bare = without_number(paragraph).trim_start_matches(['-', '—', '–', '[', '(', ' ']);
    if ENDINGS.starts.start(bare) || closes_alone(bare) {
        return true;
    }
    let inside = || ENDINGS.inside.as_ref().is_some_and(|inside| inside.is_match(paragraph));
    if paragraph.len() < 200 && inside() {
        return true;
    }
    let mut talk = false;
    for tells in words(paragraph).take(OPENING).map(|word| ENDINGS.of(word)) {
        talk |= tells.has(Tells::TALK);
        if talk && tells.has(Tells::ENDED) {
            return !speaks_of_self(paragraph);
        }
    }
    is_operators(paragraph) || hangs_up(paragraph)
}

/// "The conversation was recorded by Miss Rohn.", and nothing after it: a paragraph that goes on
/// goes on with the talk.
fn closes_alone(bare: &str) -> bool {
    ENDINGS.starts_alone.start(bare) && sentences(bare, Span::new(0, bare.len())).nth(1).is_none()
}

/// The longest sentence that tells only that somebody hung up, in bytes.
const HUNG_UP: usize = 80;

/// "He put down the receiver." "The President hung up." First a sentence of that, of a person and
/// no pronoun of a speaker; a narrator may go on.
fn hangs_up(paragraph: &str) -> bool {
    if !paragraph.starts_with(char::is_uppercase) {
        return false;
    }
    let near = &paragraph[..boundary(paragraph, paragraph.len().min(HUNG_UP))];
    // A title's stop ends no sentence, and no verb stands before it.
    near.match_indices('.').any(|(stop, _)| {
        let sentence = &near[..stop];
        ENDINGS.hung_up.iter().filter_map(|done| sentence.strip_suffix(done.as_str())).any(|who| {
            let named = |word: &str| {
                word.starts_with(char::is_uppercase) || matches!(word, "the" | "of" | "then")
            };
            who.ends_with(' ') && words(who).all(named) && !speaks_of_self(who)
        })
    })
}

/// Tells whether an ending is one by its form, whoever may speak below it: "The meeting ended at
/// 12:30.", "The meeting recessed for lunch.", "Recorded by A. Vey.", "End of conversation."
/// "Approved by parliament, it gave the lake away." and "The talk lasted a day." may be said.
pub(crate) fn ends_surely(paragraph: &str) -> bool {
    let bare = without_number(paragraph).trim_start_matches(['-', '—', '–', '[', '(', ' ']);
    let alone = closes_alone(bare).then(|| ENDINGS.starts_alone.of(bare));
    let mut starts = ENDINGS.starts.of(bare).chain(alone.into_iter().flatten());
    if let Some(rest) = starts.find_map(|start| bare.strip_prefix(start)) {
        let small = |word: &str| word.starts_with(char::is_lowercase);
        return !words(rest)
            .any(|word| small(word) && !matches!(word, "the" | "of" | "and" | "by"));
    }
    if meeting_clock::clock(paragraph).is_some() || hangs_up(paragraph) || is_operators(paragraph) {
        return true;
    }
    // "The conversation ended." and no more.
    let first = paragraph.split('.').next().unwrap_or_default();
    if words(first).nth(SHORTEST).is_none()
        && words(first).any(|word| ENDINGS.of(word).has(Tells::TALK))
        && words(first).last().is_some_and(|last| ENDINGS.of(last).has(Tells::ENDED))
    {
        return true;
    }
    // A pause is told with what it is made for: "for lunch", "until tomorrow".
    let (mut talk, mut paused) = (false, false);
    words(paragraph).take(OPENING).any(|word| {
        let tells = ENDINGS.of(word);
        talk |= tells.has(Tells::TALK) && !paused;
        paused |= talk && tells.has(Tells::PAUSED);
        paused && tells.has(Tells::REASON)
    })
}

/// The words of the shortest sentence that tells an end: "The conversation ended."
const SHORTEST: usize = 3;

/// Tells whether a line greets whom a letter is for: `“Dear Mr. President:`.
pub(crate) fn is_salutation(line: &str) -> bool {
    let bare = line.trim_start_matches(['“', '"', '«', '„']);
    line.ends_with([':', ',', '!']) && ENDINGS.salutations.start(bare)
}

/// Tells whether a paragraph of a record told in prose is of the one who wrote it down:
/// "Recorded by …", "На беседе присутствовал …".
pub(crate) fn signs(paragraph: &str) -> bool {
    paragraph.len() < 200 && (ENDINGS.starts.start(paragraph) || closes_alone(paragraph))
}

/// Tells whether a line is a site's, and only other documents come after it.
pub(crate) fn leads_elsewhere(line: &str) -> bool {
    let line = line.trim_end_matches([':', ' ']);
    ENDINGS.elsewhere.iter().any(|words| words.eq_ignore_ascii_case(line))
}

/// Tells whether a line stands over footnotes: `Notes:`, or a rule.
pub(crate) fn over_notes(line: &str) -> bool {
    let rule =
        line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '_' | '*' | '—' | '–' | ' '));
    let line = line.trim_end_matches([':', '.', ' ']);
    rule || ENDINGS.over_notes.iter().any(|words| fold::same(words, line))
}

/// "V. I. Orlov was present at the conversation." "Orlo recorded the conversation."
fn is_service(paragraph: &str) -> bool {
    let mut served = false;
    paragraph.len() < 240
        && words(paragraph).map(|word| ENDINGS.of(word)).any(|tells| {
            served |= tells.has(Tells::SERVED);
            served && tells.has(Tells::TALK)
        })
}

/// `Roger.`: operators, not speakers.
fn is_operators(paragraph: &str) -> bool {
    paragraph.len() <= 16 && paragraph != "OK." && {
        let said = paragraph.trim_end_matches('.');
        ENDINGS.operators.iter().any(|operator| operator.eq_ignore_ascii_case(said))
    }
}

/// Tells whether the paragraph after a record's last label is a narrator's, by its first words:
/// "It was agreed that …", "The meeting then turned to …", "Orlo recorded the conversation."
pub(crate) fn tells(paragraph: &str) -> bool {
    if speaks_of_self(paragraph) {
        return false;
    }
    let bare = without_number(paragraph);
    let about = {
        let mut first = words(bare).take(4);
        matches!(first.next(), Some("The" | "This"))
            && first.any(|word| ENDINGS.of(word).has(Tells::TALK))
    };
    about
        || ENDINGS.telling.of(bare).any(|start| {
            bare.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                && (!is_open(start)
                    || words(bare).take(8).any(|word| ENDINGS.of(word).has(Tells::TALK)))
        })
        || is_service(bare)
}

/// Openings that tell nothing unless a conversation is named after them.
fn is_open(start: &str) -> bool {
    matches!(start.rsplit(' ').next(), Some("the" | "next"))
}

pub(crate) fn without_number(paragraph: &str) -> &str {
    let rest = paragraph.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == paragraph.len() { paragraph } else { rest.trim_start_matches(['.', ')', ' ']) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_narrator_writes() {
        for told in [
            "It was agreed that the mines stay closed.",
            "3. The meeting then turned to the railways.",
            "At the end of the talks a photograph was taken.",
            "V. I. Orlov was present at the conversation.",
            "Second Secretary Vey translated and recorded the conversation.",
        ] {
            assert!(tells(told), "{told}");
        }
        for spoken in [
            "The next thing is the mine.",
            "It was agreed that we stay.",
            "The mine is closed.",
            "I recorded the conversation.",
        ] {
            assert!(!tells(spoken), "{spoken}");
        }
    }

    #[test]
    fn what_ends_a_record() {
        for ending in [
            "The meeting ended at 12:30.",
            "The meeting recessed at 11:40 for lunch.",
            "-- End of Conversation --",
            "M. Vey a pris les notes. L’entretien a pris fin à 11 h 15.",
            "Беседу записал Г. Л. Орлов.",
            "Roger.",
            "He put down the receiver. In the evening I was told of it.",
            "Mr. Orlo hung up.",
            "The President of Vesta then put the telephone down.",
        ] {
            assert!(is_ending(ending), "{ending}");
        }
        for near in [
            "I think the meeting ended too soon.",
            "OK.",
            "Source of it all is the mine.",
            "I hung up.",
            "He hung up the picture.",
            "He hung up because of the mine.",
            "When he hung up. We wept.",
            "Put down the receiver.",
        ] {
            assert!(!is_ending(near), "{near}");
        }
    }
}
