//! Who is unlisted and yet at the table.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Prose;
use super::entry::Words;
use super::roster::Match;
use super::script::Script;
use crate::grammar::cue::{Clause, Level, SubjectKind, Tense};
use crate::grammar::lexicon::is_country;
use crate::grammar::words::bare;
use crate::model::{Capacity, Carrier, Mention, Participant, PersonId};
use crate::resolve::label_names::{in_small_letters, is_article, without_article};
use crate::span::Span;

impl Script<'_> {
    /// Admits to the table whoever is unlisted and yet speaks there.
    pub(super) fn admit(&mut self, prose: Prose<'_>) -> Vec<Participant> {
        let namesakes = Namesakes::of(self, prose.text);
        let drafters = |person: &Participant| person.capacities.contains(&Capacity::Drafter);
        let nobody_listed = prose.people.iter().all(drafters);
        let mut unlisted: FxHashMap<String, Unlisted> = FxHashMap::default();
        let mut order: Vec<String> = Vec::new();
        for paragraph in &self.paragraphs {
            for i in paragraph.sentences.clone() {
                for place in self.sentences[i].clauses.clone() {
                    let (clause, whom) = &self.clauses[place];
                    if !is_unlisted(clause, whom) || is_nation(clause.subject.of(prose.text)) {
                        continue;
                    }
                    let words = Words::of(clause.subject.of(prose.text));
                    let entry = unlisted.entry(namesakes.key(&words)).or_insert_with_key(|key| {
                        order.push(key.clone());
                        Unlisted { first: clause.subject, opens: 0, speaks: 0, words }
                    });
                    entry.speaks += 1;
                    entry.opens += usize::from(i == paragraph.sentences.start);
                }
            }
        }
        let mut people: Vec<Participant> = Vec::new();
        let mut named = false;
        for key in order {
            let Some(found) = unlisted.get(&key) else { continue };
            if people.len() == MOST || !found.is_at_the_table(nobody_listed) {
                continue;
            }
            if let Some(person) = self.roster.titled(&found.words) {
                self.roster.call(person, &found.words);
                named = true;
                continue;
            }
            let person = found.person(prose.text, prose.people.len() + people.len());
            self.roster.add(&person);
            people.push(person);
        }
        if let [only] = &people[..]
            && unlisted.values().any(|found| found.is_plain_and_speaks_of(only))
            && let Some(person) = self.known_by_role_only(prose.people.len())
        {
            let words = Words::of(&only.name);
            self.roster.forget_last();
            self.roster.call(person, &words);
            people.clear();
            named = true;
        }
        if let [only] = &people[..]
            && let Some(person) = self.other_of_two(prose, only)
        {
            let words = Words::of(&only.name);
            self.roster.forget_last();
            self.roster.entitle(person, &words);
            people.clear();
            named = true;
        }
        if named || !people.is_empty() {
            let mut known: FxHashMap<(SubjectKind, &str), Match> = FxHashMap::default();
            for (clause, whom) in &mut self.clauses {
                if *whom == Match::Nobody {
                    let (kind, subject) = (clause.kind, clause.subject.of(prose.text));
                    let find = || self.roster.find(kind, subject);
                    whom.clone_from(known.entry((kind, subject)).or_insert_with(find));
                }
            }
            self.settle_namesakes(prose.text);
        }
        people
    }

    /// Finds the one of two who talked whom an office alone can mean: the other one is told of
    /// by name, or wrote "I".
    fn other_of_two(&self, prose: Prose<'_>, unlisted: &Participant) -> Option<usize> {
        let words = Words::of(&unlisted.name);
        if words.offices.is_empty() || !words.names.is_empty() {
            return None;
        }
        let two: Vec<usize> =
            self.roster.speakers().filter(|i| *i < prose.people.len()).take(3).collect();
        let [one, other] = two[..] else { return None };
        let told = self.told_of();
        let drafter = prose.drafter.map(PersonId::index);
        let known = |i: usize| told[i] || drafter == Some(i);
        match (known(one), known(other)) {
            (true, false) => Some(other),
            (false, true) => Some(one),
            (true, true) | (false, false) => None,
        }
        .filter(|i| !self.roster.is_role_only(*i))
    }

    /// Finds the one participant listed by an office alone of whom no clause tells: where one
    /// unlisted name speaks, it is that person's.
    fn known_by_role_only(&self, listed: usize) -> Option<usize> {
        let told = self.told_of();
        let mut left = (0..listed).filter(|i| self.roster.is_role_only(*i) && !told[*i]);
        let only = left.next()?;
        left.next().is_none().then_some(only)
    }
}

/// Tells whether a clause tells that somebody unlisted spoke.
fn is_unlisted(clause: &Clause, whom: &Match) -> bool {
    clause.level == Level::Main
        && clause.spoken
        && clause.tense == Tense::Past
        && matches!(clause.kind, SubjectKind::Named | SubjectKind::Role)
        && *whom == Match::Nobody
}

/// "Valdoria agreed", "Communist China said": a country, its capital or its people.
fn is_nation(subject: &str) -> bool {
    let mut all = subject.split_whitespace().map(bare).peekable();
    all.peek().is_some()
        && all.all(|word| is_country(word) || word.eq_ignore_ascii_case("communist"))
}

/// Surnames that two unlisted people share: the record tells one by an office, "Secretary Orlo",
/// and the other by a given name, "Mr. Allen Orlo".
struct Namesakes {
    shared: FxHashSet<String>,
}

impl Namesakes {
    fn of(script: &Script<'_>, text: &str) -> Self {
        let mut forms: FxHashMap<String, (bool, bool, bool)> = FxHashMap::default();
        for (clause, whom) in &script.clauses {
            if !is_unlisted(clause, whom) {
                continue;
            }
            let words = Words::of(clause.subject.of(text));
            let [.., last] = &words.names[..] else { continue };
            let (office, given) = (!words.offices.is_empty(), words.names.len() > 1);
            let form = forms.entry(last.clone()).or_default();
            form.0 |= office && !given;
            form.1 |= given && !office;
            form.2 |= given && office;
        }
        let shared = forms.into_iter().filter(|(_, form)| *form == (true, true, false));
        Self { shared: shared.map(|(name, _)| name).collect() }
    }

    /// The key under which the recurrences of somebody unlisted meet.
    fn key(&self, words: &Words) -> String {
        let key = words.key();
        if self.shared.contains(&key) && !words.offices.is_empty() {
            return format!("{} {key}", words.offices.join(" "));
        }
        key
    }
}

/// The most people whom reporting clauses may add to the table.
const MOST: usize = 64;

/// Somebody who speaks and is not listed.
struct Unlisted {
    first: Span,
    opens: usize,
    speaks: usize,
    words: Words,
}

impl Unlisted {
    /// Whoever opens a paragraph with a verb of speaking, or speaks twice, is at the table.
    fn is_at_the_table(&self, nobody_listed: bool) -> bool {
        self.opens > 0 || self.speaks > 1 || nobody_listed
    }

    /// Tells whether this is the person, with no office of its own, and speaks more than once.
    fn is_plain_and_speaks_of(&self, person: &Participant) -> bool {
        self.words.offices.is_empty()
            && self.speaks > 1
            && person.mentions.iter().any(|mention| mention.span == self.first)
    }

    fn person(&self, text: &str, index: usize) -> Participant {
        let written = self.first.of(text);
        let name = if self.words.names.is_empty() {
            without_article(written).to_owned()
        } else {
            let bare = written.trim_start_matches(|c: char| !c.is_alphanumeric());
            self.words.without_titles(bare).to_owned()
        };
        // Capitals alone and few are an agency's: `OCDM said`.
        let agency = name.len() == written.len() && name.len() <= 5;
        let called = if agency { name.clone() } else { in_small_letters(&name) };
        Participant {
            honorific: written
                .strip_suffix(name.as_str())
                .map(str::trim)
                .filter(|title| !title.is_empty() && !is_article(title))
                .map(str::to_owned),
            mentions: vec![Mention {
                text: written.to_owned(),
                span: self.first,
                carrier: Carrier::Cue,
            }],
            ..Participant::new(PersonId::from_index(index), called)
        }
    }
}
