//! Who at the table a name, a role or a side stands for.

use std::borrow::Cow;

use super::entry::{Entry, Words, fit, is_near};
use super::known;
use crate::grammar::cue::SubjectKind;
use crate::grammar::cue::lexicon::lower;
use crate::model::{Participant, Rule};
use crate::resolve::MOST_PEOPLE;

/// How much it tells that an office is of the body that words name.
const OF: u32 = 40;

/// Whom words stand for, as places in the list of participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    One(usize, Rule),
    Several(Vec<usize>),
    Nobody,
}

/// What a record's titles tell of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
    /// No title tells: an ambassador may be either.
    Unknown,
}

impl Gender {
    /// Tells what a title says: "Mrs.".
    pub(super) fn of_title(title: &str) -> Self {
        let title = lower(title.trim_end_matches('.'));
        match (known::is_sir(&title), known::is_lady(&title)) {
            (true, _) => Gender::Man,
            (false, true) => Gender::Woman,
            (false, false) => Gender::Unknown,
        }
    }

    /// Tells what titles say together: nothing sure of "Mr. and Mrs."; none where none tells.
    pub(super) fn of_titles(titles: impl Iterator<Item = String>) -> Option<Self> {
        let known = titles.map(|title| Self::of_title(&title));
        let known = known.filter(|gender| *gender != Gender::Unknown);
        known.reduce(|one, other| if one == other { one } else { Gender::Unknown })
    }

    /// Tells whether a pronoun for one may stand for somebody of this.
    pub(super) fn may_be(self, asked: Self) -> bool {
        self == Gender::Unknown || self == asked
    }
}

/// The participants, ready for comparison.
#[derive(Debug)]
pub(super) struct Roster<'p> {
    entries: Vec<Entry<'p>>,
}

impl<'p> Roster<'p> {
    pub(super) fn new(people: &'p [Participant]) -> Self {
        let people = people.iter().take(MOST_PEOPLE);
        Self { entries: people.map(|person| Entry::new(Cow::Borrowed(person))).collect() }
    }

    /// Adds somebody whom only a reporting clause names.
    pub(super) fn add(&mut self, person: &Participant) {
        self.entries.push(Entry::new(Cow::Owned(person.clone())));
    }

    /// Tells what the list's titles say of a person's being a man or a woman.
    pub(super) fn gender(&self, person: usize) -> Gender {
        self.entries.get(person).map_or(Gender::Unknown, Entry::gender)
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether a participant is listed by an office, without a name.
    pub(super) fn is_role_only(&self, person: usize) -> bool {
        self.entries.get(person).is_some_and(|entry| entry.name().is_empty())
    }

    /// Tells whether a participant is called by an office, which may tell the country, too.
    pub(super) fn is_called_by_office(&self, person: usize) -> bool {
        self.entries.get(person).is_some_and(Entry::is_called_by_office)
    }

    /// Tells whether a participant holds the office of which words tell.
    pub(super) fn holds(&self, person: usize, words: &Words) -> bool {
        let Some(head) = words.offices.last() else { return false };
        let roles = self.entries.get(person).map(Entry::roles).unwrap_or_default();
        roles.iter().any(|role| fit(role, words, head) > 0)
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
            entry.call(&words.names);
        }
    }

    /// Adds an office to somebody listed by name.
    pub(super) fn entitle(&mut self, person: usize, words: &Words) {
        if let Some(entry) = self.entries.get_mut(person) {
            let office = words.adjectives.iter().chain(&words.offices).cloned();
            entry.entitle(office.collect());
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
            SubjectKind::Named => match self.named(&words) {
                Match::Nobody if is_initials(subject) => self.initials(subject),
                found => found,
            },
            SubjectKind::Role => self.role(&words),
            SubjectKind::Side => self.listed_office(subject),
            SubjectKind::Pronoun(_)
            | SubjectKind::Both
            | SubjectKind::Everyone
            | SubjectKind::List
            | SubjectKind::Withheld
            | SubjectKind::Impersonal => Match::Nobody,
        }
    }

    /// Tells who did not interpret or take notes.
    pub(super) fn speakers(&self) -> impl Iterator<Item = usize> {
        (0..self.entries.len()).filter(|i| !self.entries[*i].is_silent())
    }

    /// Finds whom a name stands for.
    fn named(&self, words: &Words) -> Match {
        let Some(last) = words.names.last() else { return self.role(words) };
        if words.names.iter().all(|name| known::nation(name).is_some())
            && words.honorifics.is_empty()
        {
            // "Valdoria is interested" tells of no person.
            return Match::Nobody;
        }
        let having = |test: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
            (0..self.entries.len()).filter(|i| test(&self.entries[*i])).collect()
        };
        let mut found = having(&|entry| entry.name().last() == Some(last));
        if found.is_empty() {
            found = having(&|entry| entry.name().contains(last));
        }
        let mut rule = Rule::Surname;
        if found.is_empty() {
            found = having(&|entry| {
                words.names.iter().any(|name| name.len() > 2 && entry.name().contains(name))
            });
        }
        if found.is_empty() && last.chars().count() >= 5 {
            rule = Rule::NearSpelling;
            found = having(&|entry| entry.name().iter().any(|name| is_near(name, last)));
        }
        if found.is_empty() && last.chars().count() > 3 {
            rule = Rule::Surname;
            found = having(&|entry| entry.context().any(|word| word == last));
            if found.len() != 1 || !(words.offices.is_empty() || known::nation(last).is_some()) {
                found.clear();
            }
            if known::nation(last).is_some() {
                found.clear();
            }
        }
        if found.len() > 1 && words.names.len() > 1 {
            rule = Rule::FullName;
            retain_if_any(&mut found, |i| {
                words.names.iter().all(|name| self.entries[i].name().contains(name))
            });
        }
        if found.len() > 1 {
            rule = Rule::TitleAndSurname;
            retain_if_any(&mut found, |i| {
                let titles = words.offices.iter().chain(&words.honorifics);
                let mut titles = titles.filter(|title| *title != "mr").peekable();
                titles.peek().is_some()
                    && titles.all(|title| self.entries[i].context().any(|word| word == title))
            });
            let lady = words.honorifics.iter().any(|title| known::is_lady(title));
            retain_if_any(&mut found, |i| (self.entries[i].gender() == Gender::Woman) == lady);
        }
        settle(found, rule)
    }

    /// Finds whom initials stand for: "L." is Lodge, "AWD" is Allen W. Dulles, "P" the President.
    fn initials(&self, subject: &str) -> Match {
        let letters: Vec<char> =
            subject.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
        let starts = |word: &String, letter: char| word.starts_with(letter);
        let found = self.speakers().filter(|i| match (self.entries[*i].name(), &letters[..]) {
            ([], [only]) => self.entries[*i]
                .roles()
                .first()
                .and_then(|role| role.iter().find(|word| *word != "the"))
                .is_some_and(|word| starts(word, *only)),
            ([.., last], [only]) => starts(last, *only),
            ([last], [.., initial]) => starts(last, *initial),
            (name, letters) => stand_for(letters, name),
        });
        settle(found.collect(), Rule::Initials)
    }

    /// Finds whom a role stands for.
    fn role(&self, words: &Words) -> Match {
        // "The Judge said": a title for the person.
        let Some(head) = words.offices.last().or(words.honorifics.last()) else {
            return Match::Nobody;
        };
        let mut best = 0;
        let mut found = Vec::new();
        for (i, entry) in self.entries.iter().enumerate() {
            let fits = entry.roles().iter().map(|role| fit(role, words, head)).max().unwrap_or(0);
            let foreign = words.adjectives.iter().any(|word| !entry.tells(word));
            // Whoever is listed as "The Secretary" alone is he before Secretary Vey.
            let alone = if entry.name().is_empty() && fits > 0 { 20 } else { 0 };
            // `The Director of the Bureau of Lakes`: what the office is of decides among several.
            let of = fits > 0 && !words.names.is_empty() && entry.is_in_body(head, &words.names);
            let score = if foreign { 0 } else { fits + alone + if of { OF } else { 0 } };
            if score > best {
                best = score;
                found.clear();
            }
            if score == best && score > 0 {
                found.push(i);
            }
        }
        // "His Majesty" is the only king.
        let styled = known::styled(head);
        if found.is_empty() && !styled.is_empty() {
            let reigns = |role: &Vec<String>| {
                styled.iter().any(|office| fit(role, &Words::default(), office) > 0)
            };
            let all = 0..self.entries.len();
            found = all.filter(|i| self.entries[*i].roles().iter().any(reigns)).collect();
        }
        let agent = known::is_agent(head);
        if found.is_empty() && agent && !words.adjectives.is_empty() {
            found = self
                .speakers()
                .filter(|i| words.adjectives.iter().all(|word| self.entries[*i].tells(word)))
                .collect();
        }
        settle(found, Rule::Role)
    }

    /// Finds who holds an office that no list of offices has, as the record's own list gives it:
    /// "The Dean said", where "Mr. Orlo, Dean" is listed.
    fn listed_office(&self, subject: &str) -> Match {
        let holds = |i: &usize| self.entries[*i].is_listed_as(subject);
        settle((0..self.entries.len()).filter(holds).collect(), Rule::Role)
    }

    /// Finds who belongs to a side: "the Valdorians".
    pub(super) fn side(&self, subject: &str) -> Vec<usize> {
        let words = Words::of(subject);
        let Some(country) =
            words.names.iter().chain(&words.adjectives).find_map(|name| known::nation(name))
        else {
            return Vec::new();
        };
        self.speakers().filter(|i| self.entries[*i].is_of(country)).collect()
    }
}

/// Whether letters are a name's initials: the first and the last are, and of those between either
/// may leave some out: "AWD" is Allen Dulles, "AD" Allen W. Dulles.
fn stand_for(letters: &[char], name: &[String]) -> bool {
    let initials: Vec<char> = name.iter().filter_map(|word| word.chars().next()).collect();
    let ends = letters.first() == initials.first() && letters.last() == initials.last();
    let (few, many) = if letters.len() < initials.len() {
        (letters, &initials[..])
    } else {
        (&initials[..], letters)
    };
    let mut rest = many.iter();
    ends && few.len() >= 2 && few.iter().all(|letter| rest.any(|other| other == letter))
}

/// Tells whether a subject is one to four capitals: `K`, `L.`, `AWD`.
fn is_initials(subject: &str) -> bool {
    let mut letters = 0;
    subject.chars().all(|c| {
        letters += usize::from(c != '.');
        c == '.' || c.is_uppercase()
    }) && (1..=4).contains(&letters)
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{PersonId, Written};

    pub(crate) fn person(index: usize, name: &str, role: &str) -> Participant {
        Participant {
            roles: vec![Written { text: role.to_owned(), ..Written::default() }],
            ..Participant::new(PersonId::from_index(index), name.to_owned())
        }
    }

    fn people() -> Vec<Participant> {
        vec![
            person(0, "The Secretary", ""),
            person(1, "Anton Orlo", "Valdorian Foreign Minister"),
            person(2, "Ilie Vasar", "Deputy Foreign Minister"),
            person(3, "Peter Rivel", "Assistant Secretary, Embassy of Norway"),
            person(4, "John Vey", "Special Assistant to the President"),
            person(5, "Mrs. Ada Vey", "Ambassador of Denmark"),
        ]
    }

    #[test]
    fn names_and_roles() {
        let people = people();
        let roster = Roster::new(&people);
        for (subject, expected) in [
            ("The Secretary", Match::One(0, Rule::Role)),
            ("Mr. Orlo", Match::One(1, Rule::Surname)),
            ("the Foreign Minister", Match::One(1, Rule::Role)),
            ("The Deputy Foreign Minister", Match::One(2, Rule::Role)),
            ("the Danish Ambassador", Match::One(5, Rule::Role)),
            ("The President", Match::Nobody),
            ("Vasaar", Match::One(2, Rule::NearSpelling)),
            ("Mrs. Vey", Match::One(5, Rule::TitleAndSurname)),
            ("Mr. Dunmore", Match::Nobody),
            ("the Norwegian Ambassador", Match::Nobody),
        ] {
            let words = Words::of(subject);
            let kind = if words.names.is_empty() { SubjectKind::Role } else { SubjectKind::Named };
            assert_eq!(roster.find(kind, subject), expected, "{subject}");
        }
    }
}
