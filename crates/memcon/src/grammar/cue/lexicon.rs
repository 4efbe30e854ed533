//! The words of reporting clauses, from `data/verbs` and `data/words/cues.toml`, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::grammar::cue::data;
use crate::grammar::cue::table::Table;
use crate::grammar::packed::Packed;
use crate::model::SpeechAct;

/// What a word does in a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Class {
    /// A word in lower case that is in no list.
    #[default]
    Lower,
    /// A capitalised word that is in no list.
    Name,
    Number,
    Honorific,
    Office,
    Pronoun(Person),
    ObjectPronoun,
    Determiner,
    Everyone,
    Adverb,
    /// A noun that makes an adverb with a preposition: "in reply".
    TurnOfPhrase,
    Perfect,
    Be,
    Do,
    Modal,
    Negation,
    To,
    By,
    That,
    Whether,
    Relative,
    When,
    Whereupon,
    Subordinator,
    And,
    But,
    Preposition,
    Cause,
    Collective,
    /// A bracket at the head of a sentence, for words that were withheld.
    Withheld,
    Particle,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Quote,
}

/// Which person a pronoun in the subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Person {
    He,
    She,
    They,
    I,
    We,
    It,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Past,
    Present,
    Participle,
}

/// Whether a verb reports by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Force {
    Strong,
    /// Only with "that", an infinitive or a quotation after it, or between commas.
    Weak,
    /// Only with the words of one of its phrases after it.
    Phrase,
}

/// One form of a verb of reporting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub(crate) act: SpeechAct,
    pub(crate) form: Form,
    pub(crate) force: Force,
    /// Whether the verb is of another language than English: others set the subject after it
    /// more freely, and tell the past with an auxiliary.
    pub(crate) foreign: bool,
    /// The phrases of the verb, as a place in [`Lexicon::phrases`].
    pub(crate) phrases: Option<u16>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Word {
    pub(crate) class: Class,
    pub(crate) verb: Option<Verb>,
    pub(crate) nominal: Option<SpeechAct>,
    pub(crate) predicate: Option<SpeechAct>,
    pub(crate) joint: Option<SpeechAct>,
    pub(crate) talk: bool,
    pub(crate) doing: bool,
    pub(crate) description: bool,
    pub(crate) manner: bool,
    pub(crate) existence: bool,
    pub(crate) ensuing: bool,
    pub(crate) both: bool,
    pub(crate) agreement: bool,
    pub(crate) according: bool,
    /// Begins sentences rather than going on with one.
    pub(crate) starter: bool,
    pub(crate) stop: Stop,
    /// Whether the word may be the chief one of a reporting clause.
    pub(crate) reports: bool,
    /// Whether the word may tell of an event.
    pub(crate) tells: bool,
    /// What people do who come and go, as a place in [`Lexicon::deeds`].
    pub(crate) deed: Option<u8>,
}

impl Word {
    /// A word in no list.
    pub(crate) const UNKNOWN: Self = Self {
        class: Class::Lower,
        verb: None,
        nominal: None,
        predicate: None,
        joint: None,
        talk: false,
        doing: false,
        description: false,
        manner: false,
        existence: false,
        ensuing: false,
        both: false,
        agreement: false,
        according: false,
        starter: false,
        stop: Stop::Ends,
        reports: false,
        tells: false,
        deed: None,
    };
}

/// A verb that reports with the words after it: "took the position".
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) act: SpeechAct,
    pub(crate) next: Vec<Vec<String>>,
    pub(crate) near: FxHashSet<String>,
}

/// A verb that tells of coming and going, with the words that make it so.
#[derive(Debug)]
pub(crate) struct Deed {
    pub(crate) near: FxHashSet<String>,
    pub(crate) unless: FxHashSet<String>,
}

/// Every word that the reading of clauses knows.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: Table,
    pub(crate) phrases: Vec<Vec<Phrase>>,
    pub(crate) deeds: Vec<Deed>,
}

/// The words while they are read from the files.
#[derive(Debug, Default)]
struct Draft {
    words: FxHashMap<String, Word>,
    /// Whether the verbs that are added are of another language than English.
    foreign: bool,
    phrases: Vec<Vec<Phrase>>,
}

/// What a stop after a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Ends the sentence.
    Ends,
    /// Ends it where a word follows with which sentences begin: "the U.S. The Minister".
    Abbreviates,
    /// Never ends it: "Mr."
    Leads,
}

/// Tells whether a stop between two words ends a sentence.
pub(crate) fn ends(before: &str, after: &str) -> bool {
    let stop = if before.is_ascii() {
        LEXICON.word(before).map_or(Stop::Ends, |word| word.stop)
    } else {
        LEXICON.word(&lower(before)).map_or(Stop::Ends, |word| word.stop)
    };
    let initial = before.len() == 1 || (!before.is_ascii() && before.chars().count() == 1);
    match stop {
        Stop::Leads => false,
        Stop::Abbreviates => is_starter(after),
        Stop::Ends if initial && before.starts_with(char::is_alphabetic) => is_starter(after),
        Stop::Ends if before.contains('.') => is_starter(after),
        Stop::Ends => true,
    }
}

/// Tells whether a word begins a sentence rather than going on with one.
pub(crate) fn is_starter(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && LEXICON.word(word).is_some_and(|known| known.starter)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// Gives the lexicon.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Gives a word in lower case.
pub(crate) fn lower(word: &str) -> String {
    let mut lowered = String::with_capacity(word.len());
    lower_into(word, &mut lowered);
    lowered
}

/// Writes a word in lower case over a buffer.
pub(super) fn lower_into(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(
            word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase),
        );
    }
}

impl Lexicon {
    /// Gives what is known of a word; letters beyond ASCII must be in lower case.
    pub(crate) fn word(&self, word: &str) -> Option<&Word> {
        self.words.get(word)
    }

    /// Gives what is known of a short word.
    pub(super) fn packed(&self, word: Packed) -> Option<&Word> {
        self.words.get_packed(word)
    }

    fn load() -> Self {
        let mut draft = Draft::default();
        let words = data::words();
        for (class, list) in words.classes() {
            draft.classify(list, class);
        }
        let event = &words.event;
        event.talks.iter().for_each(|word| draft.entry(word).talk = true);
        event.doings.iter().for_each(|word| draft.entry(word).doing = true);
        event.descriptions.iter().for_each(|word| draft.entry(word).description = true);
        event.manners.iter().for_each(|word| draft.entry(word).manner = true);
        event.existence.iter().for_each(|word| draft.entry(word).existence = true);
        event.ensuing.iter().for_each(|word| draft.entry(word).ensuing = true);
        words.both.iter().for_each(|word| draft.entry(word).both = true);
        words.agreements.iter().for_each(|word| draft.entry(word).agreement = true);
        words.according.iter().for_each(|word| draft.entry(word).according = true);
        let set = |words: &[String]| words.iter().cloned().collect();
        let mut deeds = Vec::new();
        for deed in &event.deed {
            let place = u8::try_from(deeds.len()).ok();
            deed.verbs.iter().for_each(|verb| draft.entry(verb).deed = place);
            deeds.push(Deed { near: set(&deed.near), unless: set(&deed.unless) });
        }
        let sentence = &words.sentence;
        sentence.starters.iter().for_each(|word| draft.entry(word).starter = true);
        sentence.abbreviations.iter().for_each(|w| draft.entry(w).stop = Stop::Abbreviates);
        sentence.before_names.iter().for_each(|word| draft.entry(word).stop = Stop::Leads);
        for (language, acts) in data::verbs().enumerate() {
            draft.foreign = language > 0;
            draft.add_verbs(&acts);
        }
        let words = draft.words.into_iter().map(|(word, mut known)| {
            known.tells = known.talk || known.manner || known.deed.is_some();
            known.reports = known.verb.is_some()
                || known.nominal.is_some()
                || known.predicate.is_some()
                || known.joint.is_some()
                || known.agreement
                || known.according;
            (word, known)
        });
        Self { words: Table::new(words), phrases: draft.phrases, deeds }
    }
}

impl Draft {
    fn entry(&mut self, word: &str) -> &mut Word {
        self.words.entry(word.to_owned()).or_insert(Word::UNKNOWN)
    }

    fn classify(&mut self, words: &[String], class: Class) {
        for word in words {
            let entry = self.entry(word);
            if entry.class == Class::Lower {
                entry.class = class;
            }
        }
    }

    fn add_verbs(&mut self, acts: &BTreeMap<SpeechAct, data::Act>) {
        for (act, data) in acts {
            for forms in &data.strong {
                self.add_forms(forms, *act, Force::Strong);
            }
            for word in &data.nominal {
                self.entry(word).nominal.get_or_insert(*act);
            }
            for word in &data.predicate {
                self.entry(word).predicate.get_or_insert(*act);
            }
            for word in &data.joint {
                self.entry(word).joint.get_or_insert(*act);
            }
        }
        for (act, data) in acts {
            for forms in &data.weak {
                self.add_forms(forms, *act, Force::Weak);
            }
        }
        for (act, data) in acts {
            for phrase in &data.phrase {
                self.add_phrase(*act, phrase);
            }
        }
    }

    /// Adds the forms of a verb; the first reading of a word stays.
    fn add_forms(&mut self, forms: &[String], act: SpeechAct, force: Force) {
        // The past comes first: "read", "put", "said" as past and base are one word.
        let order = [(1, Form::Past), (0, Form::Base), (2, Form::Present), (3, Form::Participle)];
        let foreign = self.foreign;
        let mut add = |word: &str, form| {
            let verb = Verb { act, form, force, foreign, phrases: None };
            self.entry(word).verb.get_or_insert(verb);
        };
        for (i, form) in order {
            forms.get(i).into_iter().for_each(|word| add(word, form));
        }
        // Further forms tell of the past: "legte … dar", "a déclaré".
        forms.iter().skip(4).for_each(|word| add(word, Form::Past));
    }

    fn add_phrase(&mut self, act: SpeechAct, phrase: &data::Phrase) {
        self.add_forms(&phrase.verb, act, Force::Phrase);
        let known = phrase.verb.first().and_then(|base| self.entry(base).verb?.phrases);
        let place = known.unwrap_or_else(|| {
            self.phrases.push(Vec::new());
            u16::try_from(self.phrases.len() - 1).unwrap_or(0)
        });
        for form in &phrase.verb {
            if let Some(verb) = &mut self.entry(form).verb {
                verb.phrases = Some(place);
            }
        }
        let next = phrase.next.iter().map(|p| p.split(' ').map(str::to_owned).collect()).collect();
        let near = phrase.near.iter().cloned().collect();
        self.phrases[usize::from(place)].push(Phrase { act, next, near });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(word: &str) -> Option<(SpeechAct, Form, Force)> {
        lexicon().word(word)?.verb.map(|verb| (verb.act, verb.form, verb.force))
    }

    #[test]
    fn the_data_is_read() {
        assert_eq!(verb("said"), Some((SpeechAct::Say, Form::Past, Force::Strong)));
        assert_eq!(verb("replies"), Some((SpeechAct::Answer, Form::Present, Force::Strong)));
        assert_eq!(verb("took"), Some((SpeechAct::Say, Form::Past, Force::Phrase)));
        assert_eq!(verb("сказал"), Some((SpeechAct::Say, Form::Past, Force::Strong)));
        assert_eq!(verb("sagte"), Some((SpeechAct::Say, Form::Past, Force::Strong)));
        assert_eq!(verb("répondit"), Some((SpeechAct::Answer, Form::Past, Force::Strong)));
        assert_eq!(verb("manifestó"), Some((SpeechAct::Say, Form::Past, Force::Strong)));
        assert_eq!(verb("walked"), None);
    }
}
