//! The files of words, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::grammar::cue::lexicon::{Class, Person};
use crate::model::SpeechAct;

/// The verbs of one language, by what is done with them.
const VERBS: &[&str] = &[
    include_str!(concat!(env!("OUT_DIR"), "/data/verbs/en.json")),
    include_str!(concat!(env!("OUT_DIR"), "/data/verbs/ru.json")),
    include_str!(concat!(env!("OUT_DIR"), "/data/verbs/de.json")),
    include_str!(concat!(env!("OUT_DIR"), "/data/verbs/fr.json")),
    include_str!(concat!(env!("OUT_DIR"), "/data/verbs/es.json")),
];
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/data/words/cues.json"));

/// One speech act in a file of verbs.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Act {
    pub(super) strong: Vec<Vec<String>>,
    pub(super) weak: Vec<Vec<String>>,
    pub(super) nominal: Vec<String>,
    pub(super) predicate: Vec<String>,
    pub(super) joint: Vec<String>,
    pub(super) phrase: Vec<Phrase>,
}

/// A verb that reports with the words after it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Phrase {
    pub(super) verb: Vec<String>,
    pub(super) next: Vec<String>,
    pub(super) near: Vec<String>,
}

/// Reads the verbs of every language, English first.
pub(super) fn verbs() -> impl Iterator<Item = BTreeMap<SpeechAct, Act>> {
    VERBS.iter().map(|file| serde_json::from_str(file).unwrap_or_default())
}

/// Reads the small words.
pub(super) fn words() -> Words {
    serde_json::from_str(WORDS).unwrap_or_default()
}

/// The file of small words.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Words {
    subject_pronouns: Pronouns,
    object_pronouns: Vec<String>,
    determiners: Vec<String>,
    everyone: Vec<String>,
    pub(super) both: Vec<String>,
    adverbs: Vec<String>,
    turns_of_phrase: Vec<String>,
    perfect: Vec<String>,
    be: Vec<String>,
    r#do: Vec<String>,
    modals: Vec<String>,
    negations: Vec<String>,
    to: Vec<String>,
    by: Vec<String>,
    that: Vec<String>,
    whether: Vec<String>,
    relatives: Vec<String>,
    when: Vec<String>,
    whereupon: Vec<String>,
    subordinators: Vec<String>,
    and: Vec<String>,
    but: Vec<String>,
    prepositions: Vec<String>,
    causes: Vec<String>,
    honorifics: Vec<String>,
    offices: Vec<String>,
    collectives: Vec<String>,
    particles: Vec<String>,
    pub(super) agreements: Vec<String>,
    pub(super) according: Vec<String>,
    pub(super) sentence: Sentence,
    pub(super) event: Event,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Pronouns {
    he: Vec<String>,
    she: Vec<String>,
    they: Vec<String>,
    i: Vec<String>,
    we: Vec<String>,
    it: Vec<String>,
}

/// The words about stops.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Sentence {
    pub(super) starters: Vec<String>,
    pub(super) before_names: Vec<String>,
    pub(super) abbreviations: Vec<String>,
}

/// The words about coming and going.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Event {
    pub(super) talks: Vec<String>,
    pub(super) doings: Vec<String>,
    pub(super) descriptions: Vec<String>,
    pub(super) manners: Vec<String>,
    pub(super) existence: Vec<String>,
    pub(super) ensuing: Vec<String>,
    pub(super) deed: Vec<Deed>,
}

/// A verb of coming and going.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Deed {
    pub(super) verbs: Vec<String>,
    pub(super) near: Vec<String>,
    pub(super) unless: Vec<String>,
}

impl Words {
    /// Gives the lists with their classes; where a word is in several, the first counts.
    pub(super) fn classes(&self) -> [(Class, &[String]); 33] {
        let pronouns = &self.subject_pronouns;
        [
            (Class::Pronoun(Person::He), &pronouns.he),
            (Class::Pronoun(Person::She), &pronouns.she),
            (Class::Pronoun(Person::They), &pronouns.they),
            (Class::Pronoun(Person::I), &pronouns.i),
            (Class::Pronoun(Person::We), &pronouns.we),
            (Class::Pronoun(Person::It), &pronouns.it),
            (Class::ObjectPronoun, &self.object_pronouns),
            (Class::Determiner, &self.determiners),
            (Class::Everyone, &self.everyone),
            (Class::Perfect, &self.perfect),
            (Class::Be, &self.be),
            (Class::Do, &self.r#do),
            (Class::Modal, &self.modals),
            (Class::Negation, &self.negations),
            (Class::To, &self.to),
            (Class::By, &self.by),
            (Class::That, &self.that),
            (Class::Whether, &self.whether),
            (Class::Relative, &self.relatives),
            (Class::When, &self.when),
            (Class::Whereupon, &self.whereupon),
            (Class::Subordinator, &self.subordinators),
            (Class::And, &self.and),
            (Class::But, &self.but),
            (Class::Preposition, &self.prepositions),
            (Class::Cause, &self.causes),
            (Class::Adverb, &self.adverbs),
            (Class::TurnOfPhrase, &self.turns_of_phrase),
            (Class::Honorific, &self.honorifics),
            (Class::Office, &self.offices),
            (Class::Collective, &self.collectives),
            (Class::Particle, &self.particles),
            (Class::Lower, &[]),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_well_formed() {
        for file in VERBS {
            let read: Result<BTreeMap<SpeechAct, Act>, _> = serde_json::from_str(file);
            assert!(read.is_ok_and(|acts| acts.len() > 10), "{}", &file[..60]);
        }
        assert!(serde_json::from_str::<Words>(WORDS).is_ok());
    }
}
