//! Head words of titles in languages other than English.

use crate::grammar::fold::fold;
use crate::model::RecordKind;

/// Head phrases, folded; a title that begins with one, or says it early, is a record.
const HEADS: [(&str, RecordKind); 62] = [
    ("запись телефонного разговора", RecordKind::TelephoneConversation),
    ("запись телефонной беседы", RecordKind::TelephoneConversation),
    ("запись беседы", RecordKind::Record),
    ("запись основного содержания беседы", RecordKind::Record),
    ("запись переговоров", RecordKind::Record),
    ("запись разговора", RecordKind::Record),
    ("записи бесед", RecordKind::Record),
    ("беседа ", RecordKind::Conversation),
    ("стенограмма", RecordKind::Transcript),
    ("стенографическая запись", RecordKind::Transcript),
    ("протокол беседы", RecordKind::Record),
    ("протокол заседания", RecordKind::Minutes),
    ("из дневника", RecordKind::Diary),
    ("дневник", RecordKind::Diary),
    ("niederschrift", RecordKind::Record),
    ("vermerk uber", RecordKind::Record),
    ("aktenvermerk", RecordKind::Record),
    ("aktennotiz", RecordKind::Record),
    ("gesprachsvermerk", RecordKind::Record),
    ("gesprachsaufzeichnung", RecordKind::Record),
    ("gesprachsprotokoll", RecordKind::Record),
    ("aufzeichnung uber", RecordKind::Record),
    ("aufzeichnung des gesprach", RecordKind::Record),
    ("protokoll", RecordKind::Minutes),
    ("stenografische niederschrift", RecordKind::Transcript),
    ("stenographische niederschrift", RecordKind::Transcript),
    ("gesprach ", RecordKind::Conversation),
    ("compte rendu", RecordKind::Record),
    ("compte-rendu", RecordKind::Record),
    ("proces-verbal", RecordKind::Minutes),
    ("proces verbal", RecordKind::Minutes),
    ("entretien ", RecordKind::Conversation),
    ("memorandum de conversacion", RecordKind::MemorandumOfConversation),
    ("memorandum de conversation", RecordKind::MemorandumOfConversation),
    ("acta de la conversacion", RecordKind::Record),
    ("acta de la reunion", RecordKind::Minutes),
    ("conversacion entre", RecordKind::Conversation),
    ("memorando de conversa", RecordKind::MemorandumOfConversation),
    ("zaznam o rozhovoru", RecordKind::Record),
    ("zapis o rozhovoru", RecordKind::Record),
    ("zapis z rozmowy", RecordKind::Record),
    ("notatka z rozmowy", RecordKind::Notes),
    ("protokol z rozmowy", RecordKind::Record),
    ("stenograma", RecordKind::Transcript),
    ("feljegyzes", RecordKind::Notes),
    ("zabeleska", RecordKind::Notes),
    ("会谈备忘录", RecordKind::MemorandumOfConversation),
    ("會談備忘錄", RecordKind::MemorandumOfConversation),
    ("会谈侧记", RecordKind::Notes),
    ("запись заседания", RecordKind::Minutes),
    ("会谈纪要", RecordKind::Record),
    ("會談紀要", RecordKind::Record),
    ("会谈记录", RecordKind::Record),
    ("會談紀錄", RecordKind::Record),
    ("谈话记录", RecordKind::Record),
    ("談話記錄", RecordKind::Record),
    ("谈话纪要", RecordKind::Record),
    ("会談録", RecordKind::Record),
    ("会谈录", RecordKind::Record),
    ("대화록", RecordKind::Transcript),
    ("회담록", RecordKind::Record),
    ("회의록", RecordKind::Minutes),
];

/// How many letters of a title in an alphabet may stand before the head phrase.
const BEFORE: usize = 24;
/// How many letters may, where words are not divided: `毛泽东主席会见…谈话记录`.
const BEFORE_UNDIVIDED: usize = 60;

/// Names the kind of a title that is not in English.
pub(super) fn kind(title: &str) -> Option<RecordKind> {
    if !may_say(title.as_bytes()) {
        return None;
    }
    let mut letters: Vec<char> = Vec::with_capacity(BEFORE_UNDIVIDED + 40);
    for c in fold(title).take(BEFORE_UNDIVIDED + 40) {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || letters.last() != Some(&' ') {
            letters.push(c);
        }
    }
    HEADS.iter().find(|(phrase, _)| says(&letters, phrase)).map(|(_, kind)| *kind)
}

/// Tells whether a title is a French one: there `M.` is Monsieur.
pub(crate) fn is_french(title: &str) -> bool {
    let head: String = fold(title).take(BEFORE).collect();
    ["compte rendu", "compte-rendu", "proces-verbal", "proces verbal", "entretien "]
        .iter()
        .any(|phrase| head.starts_with(phrase))
}

/// Tells in one pass over the bytes whether a head phrase may stand near the beginning; in most
/// titles none can.
fn may_say(title: &[u8]) -> bool {
    let mut inside_word = false;
    let mut letters = 0;
    for (at, byte) in title.iter().enumerate() {
        match *byte {
            // Dashes and quotes, of three bytes.
            0xE2 | 0x80..=0xBF => inside_word = false,
            0xC0.. => return true,
            letter => {
                let alphabetic = letter.is_ascii_alphabetic();
                if alphabetic && !inside_word && may_begin(letter, &title[at + 1..]) {
                    return true;
                }
                inside_word = alphabetic || inside_word && is_silent(letter);
                letters += usize::from(!is_silent(letter));
                if letters > BEFORE_UNDIVIDED + 40 {
                    return false;
                }
            }
        }
    }
    false
}

/// Tells whether a letter and what follows may begin a head phrase, by its first four letters.
fn may_begin(first: u8, after: &[u8]) -> bool {
    if !matches!(
        first.to_ascii_lowercase(),
        b'n' | b'v' | b'a' | b'g' | b'p' | b's' | b'c' | b'e' | b'm' | b'z' | b'f'
    ) {
        return false;
    }
    let mut word = [first.to_ascii_lowercase(), 0, 0, 0];
    let mut letters = after.iter().filter(|byte| !is_silent(**byte));
    for room in &mut word[1..] {
        match letters.next() {
            Some(byte) if byte.is_ascii() => *room = byte.to_ascii_lowercase(),
            Some(_) => return true,
            None => return false,
        }
    }
    match &word {
        b"nied" | b"verm" | b"akte" | b"gesp" | b"aufz" | b"prot" | b"sten" | b"comp" | b"proc"
        | b"entr" | b"acta" | b"zazn" | b"zapi" | b"nota" | b"felj" | b"zabe" => true,
        // `Conversation` and `Memorandum of` are English.
        b"conv" => letters.nth(4).is_none_or(|byte| !matches!(byte, b't' | b'T')),
        b"memo" => says_de(after),
        _ => false,
    }
}

/// Tells whether `de` follows the first word.
fn says_de(after: &[u8]) -> bool {
    let space = after.iter().position(u8::is_ascii_whitespace).unwrap_or(after.len());
    let next = after[space..].trim_ascii_start();
    !next.is_ascii()
        || next.iter().take(1).any(|byte| matches!(byte, b'd' | b'D' | b'.' | b'\'' | b'`'))
}

/// Marks that folding leaves out.
fn is_silent(byte: u8) -> bool {
    matches!(byte, b'.' | b'\'' | b'`')
}

/// Tells whether a phrase stands at a word's beginning near the beginning.
fn says(letters: &[char], phrase: &str) -> bool {
    let undivided =
        phrase.starts_with(|c| matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'));
    let last = if undivided { BEFORE_UNDIVIDED } else { BEFORE };
    (0..=last.min(letters.len())).any(|from| {
        let begins_word = undivided || from == 0 || !letters[from - 1].is_alphabetic();
        begins_word
            && phrase
                .chars()
                .zip(letters[from..].iter().map(Some).chain(std::iter::repeat(None)))
                .all(|(a, b)| Some(&a) == b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_head_phrase_is_passed_over() {
        for (phrase, _) in HEADS {
            assert!(may_say(phrase.as_bytes()), "{phrase}");
        }
    }
}
