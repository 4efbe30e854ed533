//! Who said what where the talk is told in prose.
//!
//! Every sentence is read for its reporting clauses. A clause whose subject is at the table opens
//! a turn; sentences without one go on with it; what the record tells without anybody speaking
//! belongs to nobody. Somebody unlisted who opens paragraphs with verbs of speaking is at the
//! table too; everybody else who is said to have spoken is quoted by the speaker.

mod admit;
mod attribute;
mod entry;
mod known;
mod narration;
mod opening;
mod pronoun;
mod quoted;
mod roster;
mod runon;
mod script;
mod turns;

use crate::model::{Participant, PersonId, Turn};
use crate::span::Span;

pub(crate) use self::known::in_full;
pub(crate) use self::quoted::in_speech;

use self::attribute::Attribution;
use self::script::Script;

/// What is asked: the prose of a record, and who is known to have been there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prose<'t> {
    pub(crate) text: &'t str,
    /// The paragraphs of prose, in order; those under a label are left out.
    pub(crate) paragraphs: &'t [Span],
    pub(crate) people: &'t [Participant],
    /// Who wrote "I".
    pub(crate) drafter: Option<PersonId>,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Reported {
    /// The turns, in order of the text, without index, text and notes.
    pub(crate) turns: Vec<Turn>,
    /// Those whom only reporting clauses name; their ids go on from the list's.
    pub(crate) people: Vec<Participant>,
    /// Those of the list whom the title names by an office alone and the prose by name, as places,
    /// with what the prose calls them.
    pub(crate) called: Vec<(usize, Participant)>,
    /// Those of the list who are one person: the office of the title, and the name.
    pub(crate) same: Vec<(usize, usize)>,
}

/// Finds the turns that are told in prose.
pub(crate) fn reported(prose: Prose<'_>) -> Reported {
    let mut script = Script::read(prose);
    let people = script.admit(prose);
    script.settle_latter(prose.text);
    let drafter = prose.drafter.map(PersonId::index).or_else(|| script.drafter());
    let attribution = Attribution::new(prose.text, &script, drafter);
    let turns = turns::turns(prose, &script, attribution.run());
    let same = script.one_by_two_names(prose);
    Reported { turns, people, called: script.called, same }
}

#[cfg(test)]
mod tests;
