//! One participant for everything that names the same person.

mod bodies;
mod listed;
mod named;
pub(crate) mod same;

use rustc_hash::FxHashMap;

use crate::assemble::header::{Header, Listed, attending};
use crate::grammar::attendance::attendance;
use crate::grammar::fold::fold;
use crate::grammar::name::{is_caps, is_initial, surname};
use crate::grammar::person::{Person, party, presence};
use crate::grammar::sentence;
use crate::grammar::source_note::source_note;
use crate::grammar::title::is_french;
use crate::grammar::words::{bare, place, squeeze, words};
use crate::model::{Capacity, Carrier, Mention, Participant, PersonId, Written};
use crate::resolve::label_names::in_small_letters;
use crate::span::Span;

/// How many people of one surname or office are compared with a mention; a document has few.
const COMPARED: usize = 32;

/// How many sentences of the source note are searched for who was there.
const SENTENCES: usize = 24;

/// The participants of a document while they are gathered.
#[derive(Debug, Default)]
pub(crate) struct People {
    participants: Vec<Participant>,
    /// Participants by the key of a surname or an office.
    by_key: FxHashMap<String, Vec<usize>>,
}

/// Gathers the participants whom the head of a document, its sentences of attendance and its
/// source note name, with ids in order of first mention.
pub(crate) fn people(
    text: &str,
    header: &Header<'_>,
    sentences: &[Listed<'_>],
    note: Option<Span>,
) -> People {
    let mut found = People::default();
    let mut mentions: Vec<Listed<'_>> = parties(text, header);
    mentions.extend(listed::under_sides(text, &header.listed));
    mentions.extend(sentences.iter().cloned());
    let noted = note.into_iter().flat_map(|note| sentence::sentences(text, note).take(SENTENCES));
    for found in noted.filter_map(|sentence| attendance(sentence.of(text))) {
        let listed = attending(text, found);
        mentions.extend(listed.map(|listed| Listed { carrier: Carrier::SourceNote, ..listed }));
    }
    let french = header.titles.iter().any(|title| is_french(title.parts.text));
    if french || listed::says_monsieur(text) {
        listed::without_monsieur(&mut mentions);
    }
    mentions.sort_by_key(|mention| mention.span.start);
    // Lists and sentences first, so that a title's surname finds the full name; ids follow the text.
    for mention in mentions.iter().filter(|mention| mention.carrier == Carrier::List) {
        found.add(text, mention);
    }
    for mention in mentions.iter().filter(|mention| mention.carrier != Carrier::List) {
        found.add(text, mention);
    }
    for mention in named::named(text, &mentions) {
        if found.known(&mention, &keys(&mention.person)).is_none() {
            found.add(text, &mention);
        }
    }
    if let Some(note) = note {
        found.drafters(text, note);
    }
    bodies::call_by_whole_office(text, &mut found.participants);
    found.number();
    found
}

/// The parties and the drafter of the titles.
fn parties<'t>(text: &'t str, header: &Header<'t>) -> Vec<Listed<'t>> {
    let mut found = Vec::new();
    for title in &header.titles {
        let principals = title.parts.parties.iter().map(|written| (*written, Capacity::Principal));
        let drafter = title.parts.drafter.map(|written| (written, Capacity::Drafter));
        let present = title.parts.present.iter().map(|written| (*written, Capacity::Present));
        for (written, capacity) in principals.chain(present).chain(drafter) {
            let Some(mut person) = party(written) else { continue };
            person.capacities.insert(0, capacity);
            let start = place(text, written);
            let span = Span::new(start, start + written.len());
            found.push(Listed { person, span, side: None, carrier: Carrier::Title });
        }
    }
    found
}

impl People {
    /// Gives up the participants.
    pub(crate) fn into_participants(self) -> Vec<Participant> {
        self.participants
    }

    /// Adds a mention: to the participant whom it names, else to a new one.
    pub(crate) fn add(&mut self, text: &str, mention: &Listed<'_>) -> PersonId {
        let keys = keys(&mention.person);
        let known = self.known(mention, &keys);
        let at = known.unwrap_or_else(|| {
            self.participants.push(fresh(mention));
            self.participants.len() - 1
        });
        merge(&mut self.participants[at], text, mention);
        for key in keys {
            let list = self.by_key.entry(key).or_default();
            if !list.contains(&at) && list.len() < COMPARED {
                list.push(at);
            }
        }
        PersonId::from_index(at)
    }

    /// Finds the one participant whom a mention can mean.
    fn known(&self, mention: &Listed<'_>, keys: &[String]) -> Option<usize> {
        let mut fits: Vec<usize> = Vec::new();
        for key in keys {
            for at in self.by_key.get(key).into_iter().flatten() {
                if same::is_same(&self.participants[*at], mention) && !fits.contains(at) {
                    fits.push(*at);
                }
            }
        }
        match fits[..] {
            [] => None,
            [one] => Some(one),
            // Several of one surname: the office decides, else the mention stands alone.
            _ => {
                let mut titled = fits
                    .iter()
                    .filter(|at| same::shares_office(&self.participants[**at], &mention.person));
                titled.next().filter(|_| titled.next().is_none()).copied()
            }
        }
    }

    /// Marks those of the participants whom the source note names as drafters.
    fn drafters(&mut self, text: &str, note: Span) {
        let Some(list) = source_note(note.of(text)).and_then(|note| note.drafted) else { return };
        for word in words(list) {
            let name = bare(word).trim_end_matches('.');
            let listed: Vec<usize> = self.by_key.get(&key(name)).cloned().unwrap_or_default();
            if let [one] = listed[..] {
                let participant = &mut self.participants[one];
                let start = place(text, name);
                let span = Span::new(start, start + name.len());
                participant.mentions.push(Mention {
                    text: name.to_owned(),
                    span,
                    carrier: Carrier::SourceNote,
                });
                note_capacity(participant, Capacity::Drafter);
            }
        }
    }

    /// Numbers the participants in order of first mention.
    fn number(&mut self) {
        let first =
            |p: &Participant| p.mentions.iter().map(|m| m.span.start).min().unwrap_or(usize::MAX);
        let mut order: Vec<usize> = (0..self.participants.len()).collect();
        order.sort_by_key(|at| first(&self.participants[*at]));
        let mut place_of = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place_of[*old] = new;
        }
        for at in self.by_key.values_mut().flatten() {
            *at = place_of[*at];
        }
        self.participants.sort_by_key(first);
        for (at, participant) in self.participants.iter_mut().enumerate() {
            participant.id = PersonId::from_index(at);
            participant.mentions.sort_by_key(|mention| mention.span.start);
        }
    }
}

fn fresh(mention: &Listed<'_>) -> Participant {
    let name = squeeze(match mention.person.name {
        Some(name) => name,
        None => without_article(mention.person.called()),
    });
    Participant::new(PersonId::from_index(0), of_small_letters(name))
}

/// Adds what a mention tells.
fn merge(participant: &mut Participant, text: &str, mention: &Listed<'_>) {
    let person = &mention.person;
    if let Some(name) = person.name {
        let name = of_small_letters(squeeze(name));
        let had = participant.mentions.iter().any(|_| true) && is_name(participant);
        if !had || fullness(&name) > fullness(&participant.name) {
            participant.name = name;
        }
    }
    if participant.honorific.is_none() {
        participant.honorific = person.honorific.map(squeeze);
    }
    for role in &person.roles {
        let role = without_article(role);
        let written = Written { text: joined(role), span: span_of(text, role) };
        if !participant
            .roles
            .iter()
            .any(|known| crate::grammar::fold::same(&known.text, &written.text))
        {
            participant.roles.push(written);
        }
    }
    if participant.affiliation.is_none() {
        participant.affiliation = person.affiliation.map(joined);
    }
    if participant.delegation.is_none() {
        participant.delegation = mention.side.map(squeeze);
    }
    for capacity in &person.capacities {
        note_capacity(participant, *capacity);
    }
    for mark in presence(mention.span.of(text)) {
        let written = Written { text: squeeze(mark), span: span_of(text, mark) };
        if !participant.presence.contains(&written) {
            participant.presence.push(written);
        }
    }
    let text = squeeze(mention.span.of(text));
    participant.mentions.push(Mention { text, span: mention.span, carrier: mention.carrier });
}

/// An office on one line, without the bullets of the items over which it was broken.
fn joined(office: &str) -> String {
    let bullet = |c: char| c.is_whitespace() || matches!(c, '•' | '·' | '▪' | '●' | '*' | '-');
    let lines = office.split('\n').enumerate();
    let lines = lines.map(|(i, line)| if i == 0 { line } else { line.trim_start_matches(bullet) });
    squeeze(&lines.collect::<Vec<_>>().join("\n"))
}

/// A name that a heading has in capitals, as it is written elsewhere; `LEE Mun-rak` stays.
fn of_small_letters(name: String) -> String {
    if name.contains(char::is_lowercase) { name } else { in_small_letters(&name) }
}

/// Tells whether a participant is called by a name and not by an office.
fn is_name(participant: &Participant) -> bool {
    !participant.roles.iter().any(|role| role.text == participant.name)
}

/// How fully a name is written: whole words before initials, small letters before capitals.
fn fullness(name: &str) -> (usize, bool, usize) {
    let whole = words(name).filter(|word| !is_initial(word)).count();
    let initials = words(name).count() - whole;
    (whole, !words(name).any(is_caps), initials)
}

fn note_capacity(participant: &mut Participant, capacity: Capacity) {
    if let Err(at) = participant.capacities.binary_search(&capacity) {
        participant.capacities.insert(at, capacity);
    }
}

/// `The Secretary` holds the office of Secretary.
fn without_article(office: &str) -> &str {
    let Some((first, rest)) = office.split_once(char::is_whitespace) else { return office };
    if ["the", "an"].iter().any(|article| crate::grammar::fold::same(first, article)) {
        rest.trim_start()
    } else {
        office
    }
}

fn span_of(text: &str, slice: &str) -> Span {
    let start = place(text, slice);
    Span::new(start, start + slice.len())
}

/// The keys under which a person is found: the surname, or the offices.
fn keys(person: &Person<'_>) -> Vec<String> {
    let mut keys: Vec<String> = person.name.map(|name| key(surname(name))).into_iter().collect();
    keys.extend(person.roles.iter().map(|role| key(same::short_office(role))));
    keys.retain(|key| !key.is_empty());
    keys
}

fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    key.extend(fold(word).filter(|c| !c.is_whitespace()));
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::header::{Marked, header};
    use crate::{block, source};

    fn read(text: &str) -> Vec<Participant> {
        let lines = source::lines(text);
        let blocks = block::blocks(&lines, block::setting(text, &lines));
        let header = header(text, &lines, &blocks, 0, Marked::default());
        let closing: Vec<_> = blocks[header.body..]
            .iter()
            .filter_map(|block| attendance(block.span.of(text)))
            .flat_map(|found| attending(text, found))
            .collect();
        people(text, &header, &closing, None).into_participants()
    }

    fn names(people: &[Participant]) -> Vec<&str> {
        people.iter().map(|person| person.name.as_str()).collect()
    }

    #[test]
    fn title_sentence_and_closing_are_united() {
        let people = read(
            "Memorandum of Conversation Between M. S. Orlo and General Secretary of the CC VP [Vestan Party], Chairman of the Council of DRV [Democratic Republic of Vesta] B. Rivel.\n\nBetween cde. M. S. Orlo and General Secretary of the CC VP, Chairman of the Council of DRV B. Rivel.\n\nTaver, 14 March 1985\n\nCde. A. A. Marn took part in the conversation.\n\nM. S. ORLO. First of all, welcome.\n\nA. M. Tarn was present at the conversation.\n\nThird Secretary of the Lake Department of the Ministry cde. P. P. Varn translated and recorded the conversation.\n",
        );
        assert_eq!(
            names(&people),
            ["M. S. Orlo", "B. Rivel", "A. A. Marn", "A. M. Tarn", "P. P. Varn"]
        );
        assert_eq!(
            people[1].roles.iter().map(|r| r.text.as_str()).collect::<Vec<_>>(),
            ["General Secretary of the CC VP", "Chairman of the Council of DRV"]
        );
        assert_eq!(people[0].capacities, [Capacity::Principal]);
        assert_eq!(people[0].mentions.len(), 2);
        assert_eq!(people[2].honorific.as_deref(), Some("Cde."));
        assert_eq!(people[3].capacities, [Capacity::Present]);
        assert_eq!(people[4].capacities, [Capacity::Interpreter, Capacity::Recorder]);
        assert_eq!(
            people[4].roles[0].text,
            "Third Secretary of the Lake Department of the Ministry"
        );
    }

    #[test]
    fn a_title_and_a_list_are_united_and_namesakes_stay_apart() {
        let people = read(
            "Memorandum of Conversation Between President Orlo and the Envoy (Rivel)\n\nPARTICIPANTS\n\n  • The President\n\n  • Marn B. Rivel, Envoy to the League\n\n  • Mr. Tarn—FE\n\n  • Mr. Tarn—The White House\n\nOrlo: Good day.\n",
        );
        assert_eq!(names(&people), ["Orlo", "Marn B. Rivel", "Tarn", "Tarn"]);
        assert_eq!(people[0].mentions.len(), 2);
    }

    #[test]
    fn nobody_is_nobody() {
        assert_eq!(read(""), []);
        assert_eq!(read("It rained all day, and they said so."), []);
    }
}
