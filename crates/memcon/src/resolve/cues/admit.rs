//! Who is unlisted and yet at the table.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Prose;
use super::entry::{Words, is_led_by_article};
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
                    // `Lord agreed`, of somebody who is not there.
                    if words.is_empty() && !is_led_by_article(clause.subject.of(prose.text)) {
                        continue;
                    }
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
            if found.is_office_of_one(&unlisted, nobody_listed) {
                named = true;
                continue;
            }
            let addressed = self.addressed(found, prose.text);
            let found = addressed.as_ref().unwrap_or(found);
            let person = found.person(prose.text, prose.people.len() + people.len());
            self.roster.add(&person);
            people.push(person);
        }
        let titled = prose.people.iter().all(is_of_title);
        if let [only] = &people[..]
            && unlisted.values().any(|found| found.is_plain_and_speaks_of(only, titled))
            && let Some(person) = self.known_by_role_only(prose.people.len())
        {
            let words = Words::of(&only.name);
            self.roster.forget_last();
            self.roster.call(person, &words);
            let initials = words.names.iter().all(|name| name.chars().nth(2).is_none());
            if is_of_title(&prose.people[person]) && !initials {
                self.called.push((person, only.clone()));
            }
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

    /// Finds the name of somebody who speaks by an office alone: whoever was spoken to before by
    /// that office and a name, "asked Counselor Orlo", and nobody else.
    fn addressed(&self, found: &Unlisted, text: &str) -> Option<Unlisted> {
        if !found.words.names.is_empty() || !found.words.adjectives.is_empty() {
            return None;
        }
        let before = self.clauses.iter().filter_map(|(clause, _)| clause.addressee);
        let mut one: Option<Unlisted> = None;
        for first in before.filter(|span| span.start < found.first.start) {
            let words = Words::of(first.of(text));
            if words.offices != found.words.offices
                || words.names.is_empty()
                || !words.adjectives.is_empty()
            {
                continue;
            }
            match &one {
                None => one = Some(Unlisted { first, words, ..*found }),
                Some(known) if known.words.names.last() == words.names.last() => {}
                Some(_) => return None,
            }
        }
        one
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

    /// Finds those whom the title names by an office alone, who is never told of, and a list by a
    /// name alone: "President Orlo said" tells that they are one.
    pub(super) fn one_by_two_names(&self, prose: Prose<'_>) -> Vec<(usize, usize)> {
        let told = self.told_of();
        let listed = prose.people.len();
        let of_title = |i: &usize| {
            is_of_title(&prose.people[*i]) && self.roster.is_called_by_office(*i) && !told[*i]
        };
        let titled: Vec<usize> = (0..listed).filter(of_title).collect();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (clause, whom) in self.clauses.iter().filter(|_| !titled.is_empty()) {
            let Match::One(person, _) = whom else { continue };
            let words = Words::of(clause.subject.of(prose.text));
            if *person >= listed
                || words.names.is_empty()
                || !words.adjectives.is_empty()
                || is_of_title(&prose.people[*person])
                || self.roster.holds(*person, &words)
            {
                continue;
            }
            let mut holders = titled.iter().filter(|i| self.roster.holds(**i, &words));
            if let (Some(office), None) = (holders.next(), holders.next())
                && found.iter().all(|(other, known)| other != office && known != person)
            {
                found.push((*office, *person));
            }
        }
        found
    }

    /// Finds the one participant listed by an office alone of whom no clause tells: where one
    /// unlisted name speaks, it is that person's.
    fn known_by_role_only(&self, listed: usize) -> Option<usize> {
        let told = self.told_of();
        let mut left = (0..listed).filter(|i| self.roster.is_called_by_office(*i) && !told[*i]);
        let only = left.next()?;
        left.next().is_none().then_some(only)
    }
}

/// Tells whether only the title names somebody.
pub(super) fn is_of_title(person: &Participant) -> bool {
    person.mentions.iter().all(|mention| mention.carrier == Carrier::Title)
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
        self.opens > 0 || self.speaks > 1 || nobody_listed || self.has_initials()
    }

    /// "I. S. Orlo": whom others only speak of they call less exactly.
    fn has_initials(&self) -> bool {
        match &self.words.names[..] {
            [initials @ .., last] => {
                let initial = |name: &String| name.chars().nth(1).is_none();
                initials.len() > 1 && initials.iter().all(initial) && last.len() > 1
            }
            [] => false,
        }
    }

    /// Tells whether this is an office alone, "the Ambassador", that one other unlisted at the
    /// table was named with before, "Ambassador Orlo".
    fn is_office_of_one(&self, all: &FxHashMap<String, Self>, nobody_listed: bool) -> bool {
        let plain = |words: &Words| words.adjectives.is_empty() && words.honorifics.is_empty();
        if self.words.offices.is_empty() || !self.words.names.is_empty() || !plain(&self.words) {
            return false;
        }
        let mut holders = all.values().filter(|other| {
            !other.words.names.is_empty()
                && other.words.offices == self.words.offices
                && plain(&other.words)
                && other.is_at_the_table(nobody_listed)
        });
        holders.next().is_some_and(|one| one.first.start < self.first.start)
            && holders.next().is_none()
    }

    /// Tells whether this is the person, with no office of its own, and speaks more than once; or
    /// opens a paragraph, where only the title names anybody else.
    fn is_plain_and_speaks_of(&self, person: &Participant, titled: bool) -> bool {
        self.words.offices.is_empty()
            && (self.speaks > 1 || titled && self.opens > 0)
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
