//! Who at the table a name, a role or a side stands for.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::grammar::cue::SubjectKind;
use crate::grammar::cue::lexicon::{Class, lexicon, lower};
use crate::model::{Capacity, Participant, Rule};

/// Whom words stand for, as places in the list of participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    One(usize, Rule),
    Several(Vec<usize>),
    Nobody,
}

/// One participant, ready for comparison.
#[derive(Debug)]
struct Entry {
    /// The words of the name, without titles.
    name: Vec<String>,
    /// Offices and titles, each a list of words.
    roles: Vec<Vec<String>>,
    /// Every word written about the person.
    context: Vec<String>,
    woman: bool,
    silent: bool,
}

/// The participants, ready for comparison.
#[derive(Debug)]
pub(super) struct Roster {
    entries: Vec<Entry>,
}

/// A subject taken apart.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) names: Vec<String>,
    /// Words before an office: "Valdorian", "Under".
    pub(super) adjectives: Vec<String>,
    pub(super) offices: Vec<String>,
    pub(super) honorifics: Vec<String>,
    pub(super) collective: bool,
}

impl Words {
    /// Takes a subject apart: "the Valdorian Foreign Minister".
    pub(super) fn of(subject: &str) -> Self {
        let mut words = Self::default();
        for word in split(subject) {
            match lexicon().word(&word).map(|known| known.class) {
                Some(Class::Honorific) => words.honorifics.push(word),
                Some(Class::Office) => {
                    words.adjectives.append(&mut words.names);
                    words.offices.push(word);
                }
                _ if LESSER.contains(&word.as_str()) => words.names.push(word),
                Some(Class::Collective) => words.collective = true,
                Some(Class::Determiner | Class::Preposition | Class::And | Class::Everyone) => {}
                _ => words.names.push(word),
            }
        }
        words
    }

    /// Gives a name as written, without the titles before it.
    pub(super) fn without_titles<'t>(&self, written: &'t str) -> &'t str {
        let mut rest = written;
        while let Some((word, after)) = rest.split_once([' ', '\n']) {
            let word = split(word).next().unwrap_or_default();
            let titled = self.honorifics.contains(&word) || self.offices.contains(&word);
            if !titled || after.trim().is_empty() {
                break;
            }
            rest = after.trim_start();
        }
        rest
    }

    /// A key by which recurrences of somebody unlisted meet.
    pub(super) fn key(&self) -> String {
        match self.names.last() {
            Some(name) => name.clone(),
            _ => {
                let words: Vec<&str> =
                    self.adjectives.iter().chain(&self.offices).map(String::as_str).collect();
                words.join(" ")
            }
        }
    }
}

/// Divides into words in lower case, apostrophes left out.
fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '.'))
        .map(|word| {
            let mut word = lower(word);
            word.retain(char::is_alphanumeric);
            word
        })
        .filter(|word| !word.is_empty())
}

impl Roster {
    pub(super) fn new(people: &[Participant]) -> Self {
        Self { entries: people.iter().map(Entry::new).collect() }
    }

    /// Adds somebody whom only a reporting clause names.
    pub(super) fn add(&mut self, person: &Participant) {
        self.entries.push(Entry::new(person));
    }

    pub(super) fn is_woman(&self, person: usize) -> bool {
        self.entries.get(person).is_some_and(|entry| entry.woman)
    }

    pub(super) fn women(&self) -> Vec<usize> {
        (0..self.entries.len()).filter(|i| self.entries[*i].woman).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether a participant is listed by an office, without a name.
    pub(super) fn is_role_only(&self, person: usize) -> bool {
        self.entries.get(person).is_some_and(|entry| entry.name.is_empty())
    }

    /// Finds the participant listed by an office alone that a name with a title fits:
    /// "Secretary Orlo" is "The Secretary".
    pub(super) fn titled(&self, words: &Words) -> Option<usize> {
        if words.offices.is_empty() || words.names.is_empty() {
            return None;
        }
        match self.role(words) {
            Match::One(person, _) if self.is_role_only(person) => Some(person),
            Match::One(..) | Match::Several(_) | Match::Nobody => None,
        }
    }

    /// Adds a name to somebody listed by an office alone.
    pub(super) fn call(&mut self, person: usize, words: &Words) {
        if let Some(entry) = self.entries.get_mut(person) {
            entry.name.extend(words.names.iter().cloned());
        }
    }

    /// Takes out whoever was added last.
    pub(super) fn forget_last(&mut self) {
        self.entries.pop();
    }

    /// Finds whom a subject stands for.
    pub(super) fn find(&self, kind: SubjectKind, subject: &str) -> Match {
        let words = Words::of(subject);
        match kind {
            SubjectKind::Named => self.named(&words),
            SubjectKind::Role => self.role(&words),
            SubjectKind::Side
            | SubjectKind::Pronoun(_)
            | SubjectKind::Everyone
            | SubjectKind::List
            | SubjectKind::Impersonal => Match::Nobody,
        }
    }

    /// Tells who did not interpret or take notes.
    pub(super) fn speakers(&self) -> impl Iterator<Item = usize> {
        (0..self.entries.len()).filter(|i| !self.entries[*i].silent)
    }

    /// Finds whom a name stands for.
    fn named(&self, words: &Words) -> Match {
        let Some(last) = words.names.last() else { return self.role(words) };
        if words.names.iter().all(|name| nation(name).is_some()) && words.honorifics.is_empty() {
            // "Valdoria is interested" tells of no person.
            return Match::Nobody;
        }
        let having = |test: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
            (0..self.entries.len()).filter(|i| test(&self.entries[*i])).collect()
        };
        let mut found = having(&|entry| entry.name.last() == Some(last));
        if found.is_empty() {
            found = having(&|entry| entry.name.contains(last));
        }
        let mut rule = Rule::Surname;
        if found.is_empty() {
            found = having(&|entry| {
                words.names.iter().any(|name| name.len() > 2 && entry.name.contains(name))
            });
        }
        if found.is_empty() && last.chars().count() >= 5 {
            rule = Rule::NearSpelling;
            found = having(&|entry| entry.name.iter().any(|name| is_near(name, last)));
        }
        if found.is_empty() && last.chars().count() > 3 {
            rule = Rule::Surname;
            found = having(&|entry| entry.context.contains(last));
            if found.len() != 1 || !(words.offices.is_empty() || self.nation_only(last)) {
                found.clear();
            }
            if self.nation_only(last) {
                found.clear();
            }
        }
        if found.len() > 1 && words.names.len() > 1 {
            rule = Rule::FullName;
            retain_if_any(&mut found, |i| {
                words.names.iter().all(|name| self.entries[i].name.contains(name))
            });
        }
        if found.len() > 1 {
            rule = Rule::TitleAndSurname;
            retain_if_any(&mut found, |i| {
                let titles = words.offices.iter().chain(&words.honorifics);
                let mut titles = titles.filter(|title| *title != "mr").peekable();
                titles.peek().is_some()
                    && titles.all(|title| self.entries[i].context.contains(title))
            });
            let lady = words.honorifics.iter().any(|title| is_lady(title));
            retain_if_any(&mut found, |i| self.entries[i].woman == lady);
        }
        settle(found, rule)
    }

    fn nation_only(&self, word: &str) -> bool {
        nation(word).is_some()
    }

    /// Finds whom a role stands for.
    fn role(&self, words: &Words) -> Match {
        let Some(head) = words.offices.last() else { return Match::Nobody };
        let mut best = 0;
        let mut found = Vec::new();
        for (i, entry) in self.entries.iter().enumerate() {
            let fits = entry.roles.iter().map(|role| fit(role, words, head)).max().unwrap_or(0);
            let foreign = words.adjectives.iter().any(|word| !entry.tells(word));
            // Whoever is listed as "The Secretary" alone is he before Secretary Vey.
            let alone = if entry.name.is_empty() && fits > 0 { 20 } else { 0 };
            let score = if foreign { 0 } else { fits + alone };
            if score > best {
                best = score;
                found.clear();
            }
            if score == best && score > 0 {
                found.push(i);
            }
        }
        let agent =
            matches!(head.as_str(), "representative" | "spokesman" | "delegate" | "official");
        if found.is_empty() && agent && !words.adjectives.is_empty() {
            found = self
                .speakers()
                .filter(|i| words.adjectives.iter().all(|word| self.entries[*i].tells(word)))
                .collect();
        }
        settle(found, Rule::Role)
    }

    /// Finds who belongs to a side: "the Valdorians".
    pub(super) fn side(&self, subject: &str) -> Vec<usize> {
        let words = Words::of(subject);
        let Some(country) =
            words.names.iter().chain(&words.adjectives).find_map(|name| nation(name))
        else {
            return Vec::new();
        };
        self.speakers()
            .filter(|i| self.entries[*i].context.iter().any(|word| nation(word) == Some(country)))
            .collect()
    }
}

impl Entry {
    fn new(person: &Participant) -> Self {
        let mut entry = Self {
            name: Vec::new(),
            roles: Vec::new(),
            context: Vec::new(),
            woman: false,
            silent: person.capacities.iter().any(|capacity| {
                matches!(capacity, Capacity::Interpreter | Capacity::Notetaker | Capacity::Recorder)
            }),
        };
        for word in split(&person.name) {
            let class = lexicon().word(&word).map(|known| known.class);
            if !matches!(
                class,
                Some(Class::Honorific | Class::Office | Class::Determiner | Class::Preposition)
            ) {
                entry.name.push(word);
            }
        }
        let mut role = |text: &str| {
            let words: Vec<String> = split(text).collect();
            entry.context.extend(words.iter().cloned());
            entry.roles.push(words);
        };
        role(&person.name);
        for text in person.honorific.iter() {
            role(text);
        }
        for written in &person.roles {
            role(&written.text);
        }
        for text in person.affiliation.iter().chain(&person.delegation) {
            entry.context.extend(split(text));
        }
        for mention in &person.mentions {
            for part in mention.text.split([',', ';', '—', '(', ')']) {
                let words: Vec<String> = split(part).collect();
                entry.context.extend(words.iter().cloned());
                entry.roles.push(words);
            }
        }
        entry.woman = entry.context.iter().any(|word| is_lady(word));
        entry
    }

    /// Tells whether an adjective of country or office is said of the person.
    fn tells(&self, name: &str) -> bool {
        let country = nation(name);
        self.context.iter().any(|word| {
            word == name
                || (country.is_some() && nation(word) == country)
                || (name.len() >= 5 && word.len() >= 5 && word.get(..5) == name.get(..5))
        })
    }
}

fn is_lady(title: &str) -> bool {
    matches!(title, "mrs" | "miss" | "ms" | "mme" | "madame" | "mlle" | "lady" | "frau" | "queen")
}

/// Words before an office that make another office of it.
const LESSER: &[&str] = &[
    "under",
    "assistant",
    "first",
    "second",
    "third",
    "executive",
    "deputy",
    "vice",
    "private",
    "special",
    "associate",
    "parliamentary",
    "former",
    "press",
    "minister-counselor",
    "permanent",
    "general",
    "foreign",
    "prime",
    "state",
    "cabinet",
    "attorney",
    "consul",
    "staff",
    "military",
];

/// Tells how well a role fits the words: 0 if not at all.
fn fit(role: &[String], words: &Words, head: &str) -> u32 {
    // The words ask for more than the role tells: "the Prime Minister" of a "Minister".
    if words.offices.iter().any(|word| !role.contains(word)) {
        return 0;
    }
    let heads = role.iter().enumerate().filter(|(_, word)| *word == head);
    heads.map(|(at, _)| fit_at(role, words, at)).max().unwrap_or(0)
}

fn fit_at(role: &[String], words: &Words, at: usize) -> u32 {
    // Neither "Special Assistant to the President" nor "Office of the President" is he.
    if role[..at].iter().any(|word| matches!(word.as_str(), "to" | "for" | "of")) {
        return 0;
    }
    let mut score: u32 = 100;
    for (i, word) in role[..at].iter().enumerate() {
        let asked = words.offices.contains(word) || words.adjectives.contains(word);
        let office = lexicon().word(word).is_some_and(|w| w.class == Class::Office);
        if asked {
            score += 10;
        } else if LESSER.contains(&word.as_str()) || (i + 1 == at && office) {
            score = score.saturating_sub(40);
        } else if word == "acting" {
            score = score.saturating_sub(5);
        }
    }
    match role.get(at + 1).map(String::as_str) {
        None => score += 8,
        Some("of") if role.get(at + 2).is_some_and(|word| word == "state") => score += 6,
        Some("of") => score += 4,
        Some("for" | "to" | "general") => score = score.saturating_sub(20),
        Some(_) => {}
    }
    score
}

fn settle(mut found: Vec<usize>, rule: Rule) -> Match {
    match found.len() {
        0 => Match::Nobody,
        1 => Match::One(found.remove(0), rule),
        _ => Match::Several(found),
    }
}

fn retain_if_any(found: &mut Vec<usize>, test: impl Fn(usize) -> bool) {
    if found.iter().any(|i| test(*i)) {
        found.retain(|i| test(*i));
    }
}

/// Tells whether two names differ by one letter, or by one put in or left out.
fn is_near(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 2 || a.chars().count() < 5 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    front >= 2 && a.len().max(b.len()) - back <= 1
}

/// The lines of `data/words/nations.toml`, by word.
static NATIONS: LazyLock<std::collections::HashMap<String, usize>> = LazyLock::new(|| {
    #[derive(Deserialize, Default)]
    struct Data {
        lines: Vec<String>,
    }
    let data: Data =
        toml::from_str(include_str!("../../../data/words/nations.toml")).unwrap_or_default();
    let mut words = std::collections::HashMap::new();
    for (i, line) in data.lines.iter().enumerate() {
        for word in line.split(' ') {
            words.insert(word.replace('-', ""), i);
        }
    }
    words
});

/// Gives the country that a word is of.
fn nation(word: &str) -> Option<usize> {
    NATIONS.get(word).copied()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{PersonId, Written};

    pub(crate) fn person(index: usize, name: &str, role: &str) -> Participant {
        Participant {
            id: PersonId::from_index(index),
            name: name.to_owned(),
            honorific: None,
            roles: vec![Written { text: role.to_owned(), ..Written::default() }],
            affiliation: None,
            delegation: None,
            capacities: Vec::new(),
            mentions: Vec::new(),
        }
    }

    fn roster() -> Roster {
        Roster::new(&[
            person(0, "The Secretary", ""),
            person(1, "Anton Orlo", "Valdorian Foreign Minister"),
            person(2, "Ilie Vasar", "Deputy Foreign Minister"),
            person(3, "Peter Rivel", "Assistant Secretary, Embassy of Norway"),
            person(4, "John Vey", "Special Assistant to the President"),
            person(5, "Mrs. Ada Vey", "Ambassador of Denmark"),
        ])
    }

    #[test]
    fn names_and_roles() {
        for (subject, expected) in [
            ("The Secretary", Match::One(0, Rule::Role)),
            ("Mr. Orlo", Match::One(1, Rule::Surname)),
            ("the Foreign Minister", Match::One(1, Rule::Role)),
            ("The Deputy Foreign Minister", Match::One(2, Rule::Role)),
            ("the Danish Ambassador", Match::One(5, Rule::Role)),
            ("The President", Match::Nobody),
            ("Vasaar", Match::One(2, Rule::NearSpelling)),
            ("Mrs. Vey", Match::One(5, Rule::TitleAndSurname)),
            ("Mr. Dulles", Match::Nobody),
            ("the Norwegian Ambassador", Match::Nobody),
        ] {
            let words = Words::of(subject);
            let kind = if words.names.is_empty() { SubjectKind::Role } else { SubjectKind::Named };
            assert_eq!(roster().find(kind, subject), expected, "{subject}");
        }
    }
}
