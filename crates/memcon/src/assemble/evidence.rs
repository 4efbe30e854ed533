//! What speaks for and against one candidate label, before the document is looked at whole.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::grammar::fold::begin_apart;
use crate::grammar::label::{Candidate, Opening};
use crate::grammar::lexicon;
use crate::grammar::person::{self, is_undivided, without_title};
use crate::grammar::words::parts as words;
use crate::model::{Evidence, Separator};

/// What the head of the document tells of people and kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// Folded words of names and roles among the participants.
    pub(crate) listed: FxHashSet<String>,
    /// What holders of the listed offices are called, folded.
    pub(crate) offices: FxHashSet<String>,
    /// Folded words of the title.
    pub(crate) title: FxHashSet<String>,
    /// Whether the title names a record of a conversation.
    pub(crate) conversation: bool,
    /// Whether the title names a paper of another kind: a study, a letter, an estimate.
    pub(crate) paper: bool,
}

/// A longer list is compared word for word only, so that reading stays linear.
const MOST_LISTED: usize = 200;

/// The words of `data/not-labels.toml`, folded.
struct NotLabels {
    fields: FxHashSet<String>,
    bodies: FxHashSet<String>,
    /// Each as its folded words.
    vocatives: Vec<Vec<String>>,
    openers: FxHashSet<String>,
    /// Each as its folded words.
    papers: Vec<Vec<String>>,
}

/// The labels of `data/nobody.toml`, folded.
struct Nobody {
    collective: FxHashSet<String>,
    anonymous: FxHashSet<String>,
    opening: Vec<String>,
}

static NOBODY: LazyLock<Nobody> = LazyLock::new(|| {
    #[derive(Deserialize, Default)]
    struct Data {
        collective: Vec<String>,
        anonymous: Vec<String>,
        opening: Vec<String>,
    }
    let data: Data =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/nobody.json")))
            .unwrap_or_default();
    let set = |words: Vec<String>| words.iter().map(|word| fold(word)).collect();
    Nobody {
        collective: set(data.collective),
        anonymous: set(data.anonymous),
        opening: data.opening.iter().map(|word| fold(word)).collect(),
    }
});

/// Tells whether a label names several who speak as one: `Both`, `Members of the Bureau`.
pub(crate) fn is_collective(core: &str) -> bool {
    let folded = fold(core);
    NOBODY.collective.contains(&folded)
        || NOBODY.opening.iter().any(|start| folded.starts_with(start.as_str()))
}

/// Tells whether a label names somebody whom nobody identified: `Question`, `UM`.
pub(crate) fn is_anonymous(core: &str) -> bool {
    NOBODY.anonymous.contains(&fold(core)) && !core.ends_with(|c: char| c.is_ascii_digit())
}

/// Tells whether a label withholds who speaks: `A______`, `[name not declassified]`.
pub(crate) fn is_redacted(core: &str) -> bool {
    core.contains("___") || core.contains("declassified") || core.contains("deleted]")
}

static NOT_LABELS: LazyLock<NotLabels> = LazyLock::new(|| {
    #[derive(Deserialize, Default)]
    struct Data {
        fields: Vec<String>,
        bodies: Vec<String>,
        vocatives: Vec<String>,
        openers: Vec<String>,
        papers: Vec<String>,
    }
    let data: Data =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/not-labels.json")))
            .unwrap_or_default();
    let set = |words: Vec<String>| words.iter().map(|word| fold(word)).collect();
    NotLabels {
        fields: set(data.fields),
        bodies: set(data.bodies),
        vocatives: data.vocatives.iter().map(|v| words(v).map(fold).collect()).collect(),
        openers: set(data.openers),
        papers: data.papers.iter().map(|v| words(v).map(fold).collect()).collect(),
    }
});

/// Gives a label without case, white space, marks and callout digits, so that its recurrences
/// meet.
pub(crate) fn fold(label: &str) -> String {
    let label = label.trim_end_matches(|c: char| c.is_ascii_digit());
    if label.is_ascii() {
        let mut folded = label.to_ascii_lowercase();
        if !folded.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            folded.retain(|c| c.is_ascii_alphanumeric());
        }
        return folded;
    }
    let mut folded = String::with_capacity(label.len());
    for c in label.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}

/// Gives a label folded without what brackets put into it, so that `K[essler]` meets `K`.
pub(crate) fn key(core: &str) -> String {
    match core.find('[') {
        Some(open) if open > 0 => {
            let mut bare = String::with_capacity(core.len());
            let mut rest = core;
            while let Some((before, after)) = rest.split_once('[') {
                bare.push_str(before);
                rest = after.split_once(']').map_or("", |(_, after)| after);
            }
            bare.push_str(rest);
            fold(&bare)
        }
        _ => fold(core),
    }
}

/// Gives the words of a text, each folded, those of one letter left out.
pub(crate) fn folded_words(text: &str) -> impl Iterator<Item = String> + '_ {
    words(text).map(fold).filter(|word| word.chars().count() > 1)
}

/// What the words of a label tell against it, wherever it stands.
pub(crate) fn against_words(core: &str, known: &Known) -> Option<Evidence> {
    let folded = fold(core);
    let lists = &*NOT_LABELS;
    // A field word that is also a listed name ("Note", "Present", "Place") stays possible.
    let listed = known.listed.contains(&folded);
    if folded.is_empty() || (lists.fields.contains(&folded) && !listed) {
        return Some(Evidence::FieldWord);
    }
    if lists.bodies.contains(&folded) {
        return Some(Evidence::Body);
    }
    let mut each = words(core);
    let (Some(first), second) = (each.next(), each.next()) else {
        return Some(Evidence::Enumerator);
    };
    if is_vocative(core) || ends_in_address(core) {
        return Some(Evidence::Vocative);
    }
    let alone = second.is_none() && (listed || is_collective(core));
    (lists.openers.contains(&fold(first)) && !alone).then_some(Evidence::Prose)
}

/// What a candidate's separator and the words after it tell against it.
pub(crate) fn against_rest(candidate: &Candidate<'_>) -> Option<Evidence> {
    if names_only(candidate.rest) {
        return Some(Evidence::InHeader);
    }
    is_enumerator(candidate.core, candidate.separator).then_some(Evidence::Enumerator)
}

/// `Mines: Mr. Marn Orlo`: a title and a name without a sentence, as lists of people have them.
fn names_only(rest: &str) -> bool {
    let rest = rest.trim();
    // `President: Mr. M. Orlo (Vesta)`.
    let rest = rest.split_once(" (").map_or(
        rest,
        |(name, state)| {
            if state.ends_with(')') { name } else { rest }
        },
    );
    let mut each = words(rest);
    rest.len() <= 60
        && !rest.ends_with(['.', '?', '!', '—', '…', '”', '"', ')', ']', '-'])
        && each.next().is_some_and(lexicon::is_title_word)
        && each.clone().count() >= 2
        && each.all(|word| word.starts_with(char::is_uppercase))
}

/// Tells whether a title, without its number, names a paper that gives no talk: "Paper
/// Prepared by …", "Letter From …".
pub(crate) fn names_paper(title: &str) -> bool {
    let bare = title.trim_start_matches(|c: char| !c.is_alphabetic());
    NOT_LABELS.papers.iter().any(|paper| {
        let mut theirs = words(bare);
        paper.iter().all(|word| theirs.next().is_some_and(|their| fold(their) == *word))
    })
}

/// `Dear Mr. President:` opens with words of address.
fn is_vocative(core: &str) -> bool {
    let first = words(core).next().and_then(|word| word.as_bytes().first());
    let opening = |vocative: &&Vec<String>| {
        !begin_apart(first, vocative.first().and_then(|word| word.as_bytes().first()))
    };
    NOT_LABELS.vocatives.iter().filter(opening).any(|vocative| {
        let mut theirs = words(core);
        vocative.iter().all(|word| {
            theirs.next().is_some_and(|their| {
                !begin_apart(their.as_bytes().first(), word.as_bytes().first())
                    && fold(their) == *word
            })
        })
    })
}

/// `One other point, Mr. Secretary:` ends in an address.
fn ends_in_address(core: &str) -> bool {
    core.rsplit_once(',').is_some_and(|(before, last)| {
        let mut last = words(last);
        let honorific = matches!(last.next(), Some("Mr" | "Madam" | "Madame" | "Mme" | "Mrs"));
        honorific
            && last.next().is_some_and(lexicon::is_role_word)
            && last.next().is_none()
            && !lexicon::is_title_word(words(before).next().unwrap_or(""))
    })
}

/// Roman numerals, `A.` before a heading, `(b)`, numbers.
fn is_enumerator(core: &str, separator: Separator) -> bool {
    let mut each = words(core);
    let Some(first) = each.next() else { return true };
    let stopped = || core.strip_prefix(first).is_some_and(|rest| rest.starts_with('.'));
    let roman = first.len() > 1
        && first.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
        && stopped();
    if roman && (separator == Separator::Stop || each.clone().next().is_some()) {
        return true;
    }
    if first.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let mut letters = first.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if !single {
        return false;
    }
    if separator == Separator::Stop && each.clone().next().is_none() {
        return !matches!(first, "Q" | "A");
    }
    // `A. First Alternative:`: a letter before words that are no surname.
    stopped() && each.count() > 2 && !matches!(first, "Q" | "A")
}

/// Gives what the words of a label tell for it, wherever it stands.
pub(crate) fn for_words(core: &str, known: &Known) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    let last = words(core).last().unwrap_or("");
    let folded_last = fold(last);
    let listed = known.listed.contains(&folded_last) || known.listed.contains(&fold(core));
    if listed || is_of_a_listed_name(core, known) {
        evidence.push(Evidence::Listed);
    }
    if known.title.contains(&folded_last) {
        evidence.push(Evidence::InTitle);
    }
    if is_titled(core) {
        evidence.push(Evidence::Titled);
    }
    if core.starts_with("From ") || core.contains(" from ") && !core.contains(" from the ") {
        evidence.push(Evidence::Sender);
    }
    if person::is_role_phrase(core) {
        evidence.push(Evidence::Role);
    }
    if is_initials(core) {
        evidence.push(Evidence::Initials);
    }
    if is_capitals(core) {
        evidence.push(Evidence::Capitals);
    }
    if known.conversation {
        evidence.push(Evidence::ConversationTitle);
    }
    evidence
}

/// `林主席`, `林`, where a list has `林道正`: scripts that do not divide words begin a label with
/// the surname.
fn is_of_a_listed_name(core: &str, known: &Known) -> bool {
    is_undivided(core) && known.listed.len() <= MOST_LISTED && {
        let name = without_title(core);
        known.listed.iter().any(|listed| listed.starts_with(name) && is_undivided(listed))
    }
}

/// Gives what the brackets of a candidate tell for it.
pub(crate) fn for_brackets(candidate: &Candidate<'_>) -> Option<Evidence> {
    let bracketed = || candidate.core.contains('[') && !candidate.core.starts_with('[');
    (candidate.aside.is_some() || candidate.opening == Opening::Supplied || bracketed())
        .then_some(Evidence::SpokenParenthesis)
}

/// `Mr. Orlo`, `Mines Director Orlo`: a title or an office before a name.
fn is_titled(core: &str) -> bool {
    let mut each = words(core).peekable();
    while let Some(word) = each.next() {
        if lexicon::is_title_word(word) {
            return each.any(|next| !lexicon::is_title_word(next));
        }
    }
    false
}

/// `K`, `RN`, `LBJ`, `McGB`: one to four capitals.
fn is_initials(core: &str) -> bool {
    let bare = core.trim_matches(|c| matches!(c, '[' | ']' | '“' | '"'));
    let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
    let others = bare.chars().filter(|c| c.is_lowercase()).count();
    (1..=4).contains(&capitals)
        && others <= 1
        && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '&'))
}

/// `M. S. ORLOV`, `SECRETARY ORLO`: a word of at least three capitals, no word in lower case.
fn is_capitals(core: &str) -> bool {
    let mut long = false;
    for word in words(core) {
        if word.chars().any(char::is_lowercase) && !word.starts_with("Mc") {
            return false;
        }
        long |= word.chars().filter(|c| c.is_uppercase()).count() >= 3;
    }
    long
}

/// Tells whether a label has the shape of a name: few words, no offices joined by "of".
pub(crate) fn is_name_shaped(core: &str) -> bool {
    let count = words(core).count();
    (1..=4).contains(&count)
        && !words(core)
            .any(|word| matches!(word, "of" | "for" | "to" | "in" | "or" | "the" | "from"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::label::candidate;

    fn check(paragraph: &str, expected: Option<Evidence>) {
        let candidate = candidate(paragraph).expect(paragraph);
        let against = against_words(candidate.core, &Known::default());
        assert_eq!(against.or_else(|| against_rest(&candidate)), expected, "{paragraph}");
    }

    #[test]
    fn what_is_never_a_label() {
        check("DATE: 4 May", Some(Evidence::FieldWord));
        check("Members Present: Orlo", Some(Evidence::FieldWord));
        check("The National Security Council:", Some(Evidence::Body));
        check("Mines: Deputy Secretary Marn Orlo", Some(Evidence::InHeader));
        check("President: Mr. M. ORLO (Vesta)", Some(Evidence::InHeader));
        check("Dear Mr. Orlo: Thank you", Some(Evidence::Vocative));
        check("A Point, Mr. Secretary: we", Some(Evidence::Vocative));
        check("II. Mines: the coast", Some(Evidence::Enumerator));
        check("On Valdoria: the coast", Some(Evidence::Prose));
    }

    #[test]
    fn what_may_be_one() {
        for paragraph in [
            "Orlo: Yes",
            "Q. What now?",
            "W. Orlo: Yes",
            "M. S. ORLOV. Yes",
            "Mr. Orlo, Mr. Vey: Yes",
            "Both: Yes",
        ] {
            check(paragraph, None);
        }
    }
}
