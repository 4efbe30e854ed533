//! The table of participants.

use super::column::kind_name;
use super::{RecordRow, integer, word_count};
use crate::model::Participant;
use crate::span::CharIndex;
use crate::write::{Document, Part};

crate::table_row! {
    /// A participant.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    ParticipantRow in "participants" {
        /// The record.
        document_id: String,
        /// The participant within the record: `p1`.
        participant_id: String,
        /// The name as most fully written, without honorific and office.
        name: String,
        /// `Mr.`, `Cde.`, `General`.
        honorific: Option<String>,
        /// Offices held, as written.
        roles: Vec<String>,
        /// The institution or country named beside the person.
        affiliation: Option<String>,
        /// The side or agency under whose heading the person is listed.
        delegation: Option<String>,
        /// In what capacities the person took part: `principal`, `interpreter`.
        capacities: Vec<String>,
        /// Which parts of the document name the person: `list`, `title`, `label`.
        carriers: Vec<String>,
        /// How many turns the person speaks, joint ones included.
        turns: i64,
        /// How many words those turns have.
        words: i64,
        /// Where the person is first named, in code points of the text.
        char_start: Option<i64>,
        /// Where that ends.
        char_end: Option<i64>,
        /// When the person was there, where that was not all the time, as written.
        presence: Vec<String>,
        /// The surname with its particles.
        family_name: Option<String>,
        /// The key to sort and to compare by: surname, comma, given names, in small Latin letters.
        sort_name: Option<String>,
        /// The name in the roster that was given, where the person stands there.
        known_as: Option<String>,
        /// Ids elsewhere by that roster: `wikidata:Q42`.
        ids: Vec<String>,
        /// Ids by which the file's markup names the person.
        refs: Vec<String>,
    }
}

impl RecordRow for ParticipantRow {
    const CARRIES: &'static [Part] = &[
        Part::Places,
        Part::SilentPeople,
        Part::Honorifics,
        Part::Offices,
        Part::Sides,
        Part::Capacities,
        Part::Presence,
        Part::Identities,
    ];

    fn of(document: &Document<'_>) -> Vec<Self> {
        participants(document)
    }
}

/// Gives a row for each participant, silent ones included.
pub fn participants(document: &Document<'_>) -> Vec<ParticipantRow> {
    let memorandum = &document.parsed().memorandum;
    let index = CharIndex::new(&memorandum.text);
    let mut spoken = vec![(0, 0); memorandum.participants.len()];
    for turn in &memorandum.turns {
        let words = word_count(&turn.text);
        for id in &turn.speakers {
            if let Some((turns, said)) = spoken.get_mut(id.index()) {
                *turns += 1;
                *said += words;
            }
        }
    }
    let row = |(person, (turns, words)): (&Participant, (usize, usize))| {
        let known = person.identity.as_ref();
        let ids = known.iter().flat_map(|it| &it.ids).map(|(whose, id)| format!("{whose}:{id}"));
        let first = person.mentions.iter().map(|mention| mention.span).min();
        let first = first.map(|span| index.chars(span));
        ParticipantRow {
            document_id: document.id().to_owned(),
            participant_id: person.id.to_string(),
            name: person.name.clone(),
            honorific: person.honorific.clone(),
            roles: person.roles.iter().map(|role| role.text.clone()).collect(),
            affiliation: person.affiliation.clone(),
            delegation: person.delegation.clone(),
            capacities: person.capacities.iter().map(kind_name).collect(),
            carriers: carriers(person),
            turns: integer(turns),
            words: integer(words),
            char_start: first.map(|span| integer(span.start)),
            char_end: first.map(|span| integer(span.end)),
            presence: person.presence.iter().map(|it| it.text.clone()).collect(),
            family_name: person.name_parts.as_ref().map(|it| it.family.clone()),
            sort_name: person.name_parts.as_ref().map(|it| it.sort.clone()),
            known_as: known.map(|it| it.name.clone()),
            ids: ids.collect(),
            refs: person.refs.clone(),
        }
    };
    memorandum.participants.iter().zip(spoken).map(row).collect()
}

/// Gives the parts of the document that name a person, each once.
fn carriers(person: &Participant) -> Vec<String> {
    let mut carriers: Vec<_> = person.mentions.iter().map(|mention| mention.carrier).collect();
    carriers.sort_unstable();
    carriers.dedup();
    carriers.iter().map(kind_name).collect()
}
