//! The labels of a document taken apart, each wording once: a record has a thousand turns and a
//! handful of labels.

use rustc_hash::FxHashMap;

use crate::model::{PersonId, Rule};
use crate::resolve::label_words::{LabelWords, label_words};
use crate::resolve::speakers::Speakers;

/// The words of labels, in order.
#[derive(Debug, Default)]
pub(crate) struct Wordings<'t> {
    distinct: Vec<LabelWords<'t>>,
    /// By the label as written, its place among the distinct ones.
    known: FxHashMap<&'t str, usize>,
    places: Vec<usize>,
}

impl<'t> Wordings<'t> {
    /// Adds a label.
    pub(crate) fn push_label(&mut self, core: &'t str) {
        if let Some(place) = self.known.get(core) {
            self.places.push(*place);
            return;
        }
        let words = label_words(core);
        // Where an addressee stands is asked, and stands in this label.
        if words.addressees.is_empty() {
            self.known.insert(core, self.distinct.len());
        }
        self.push(words);
    }

    /// Adds the words of a label that stand for this one alone.
    pub(crate) fn push(&mut self, words: LabelWords<'t>) {
        self.places.push(self.distinct.len());
        self.distinct.push(words);
    }

    /// Gives the words of every label.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &LabelWords<'t>> {
        self.places.iter().map(|place| &self.distinct[*place])
    }

    /// Gives every wording once.
    pub(crate) fn distinct(&self) -> impl Iterator<Item = &LabelWords<'t>> {
        self.distinct.iter()
    }

    /// Gives of every label its place among the distinct wordings.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().copied()
    }
}

/// Who speaks under a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Voices {
    pub(crate) speakers: Vec<PersonId>,
    pub(crate) candidates: Vec<PersonId>,
    pub(crate) rule: Option<Rule>,
}

impl Voices {
    /// Gives whom the words of a linked label mean.
    pub(crate) fn of(words: &LabelWords<'_>, speakers: &Speakers) -> Self {
        let found: Vec<_> = words.speakers.iter().map(|name| speakers.resolve(name)).collect();
        Self {
            speakers: found.iter().filter_map(|resolution| resolution.person).collect(),
            rule: found.first().and_then(|resolution| resolution.rule),
            candidates: found.into_iter().flat_map(|resolution| resolution.candidates).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_is_read_once_and_an_aside_stands_alone() {
        let mut words = Wordings::default();
        words.push_label("Orlo and Vey");
        words.push_label("Vey");
        words.push(LabelWords { speakers: vec!["Rivel"], addressees: Vec::new() });
        words.push_label("Orlo and Vey");
        words.push_label("Orlo to Vey");
        words.push_label("Orlo to Vey");
        assert_eq!(words.distinct().count(), 5);
        assert_eq!(words.places().collect::<Vec<_>>(), [0, 1, 2, 0, 3, 4]);
        let speakers: Vec<_> = words.iter().map(|words| words.speakers.join("+")).collect();
        assert_eq!(speakers, ["Orlo+Vey", "Vey", "Rivel", "Orlo+Vey", "Orlo", "Orlo"]);
    }
}
