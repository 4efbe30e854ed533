//! A participant and a subject, taken apart for comparison.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::known;
use super::roster::Gender;
use crate::grammar::cue::is_double_office;
use crate::grammar::cue::lexicon::{Class, lexicon, lower};
use crate::grammar::lexicon::is_surname_too;
use crate::model::{Capacity, Participant, Written};

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
                // "The President-elect".
                _ if known::follows_office(&word) && !words.offices.is_empty() => {
                    words.offices.push(word);
                }
                _ if known::is_lesser(&word) => words.names.push(word),
                // "The Party Secretary" is no Secretary of another kind.
                Some(Class::Collective) if makes_an_office(&word, subject) => {
                    words.names.push(word);
                }
                Some(Class::Collective) => words.collective = true,
                Some(Class::Determiner | Class::Preposition | Class::And | Class::Everyone) => {}
                _ => words.names.push(word),
            }
        }
        words.call_by_title(subject);
        words
    }

    /// `Mr. Lord`, `Lord`, `Mr. Bishop`: a title behind a title, or alone without an article, is a
    /// surname where it is known for one.
    fn call_by_title(&mut self, subject: &str) {
        if !self.names.is_empty() || !self.adjectives.is_empty() || is_led_by_article(subject) {
            return;
        }
        let titles = match (&self.honorifics[..], &self.offices[..]) {
            ([_, ..], []) => &mut self.honorifics,
            ([_, ..], [_]) => &mut self.offices,
            _ => return,
        };
        self.names.extend(titles.pop_if(|last| is_surname_too(last)));
    }

    /// Gives a name as written, without the titles before it.
    pub(super) fn without_titles<'t>(&self, written: &'t str) -> &'t str {
        let mut rest = written;
        while let Some((word, after)) = rest.split_once([' ', '\n']) {
            let word = split(word).next().unwrap_or_default();
            let titled = self.honorifics.contains(&word)
                || self.offices.contains(&word)
                || self.adjectives.contains(&word) && known::is_lesser(&word);
            if !titled || after.trim().is_empty() {
                break;
            }
            rest = after.trim_start();
        }
        rest
    }

    /// Tells whether neither a name nor an office is told: `Lord agreed`.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.adjectives.is_empty() && self.offices.is_empty()
    }

    /// A key by which recurrences of somebody unlisted meet.
    pub(super) fn key(&self) -> String {
        if let Some(name) = self.names.last() {
            name.clone()
        } else {
            let words: Vec<&str> =
                self.adjectives.iter().chain(&self.offices).map(String::as_str).collect();
            words.join(" ")
        }
    }
}

/// Tells whether a collective word is the first part of an office: `Party Secretary`.
fn makes_an_office(word: &str, subject: &str) -> bool {
    let is_office = |next: &str| {
        let known = split(next).next();
        let known = known.and_then(|next| lexicon().word(&next).map(|known| known.class));
        next.starts_with(char::is_uppercase) && known == Some(Class::Office)
    };
    let mut rest = subject.split_whitespace();
    let at = rest.any(|own| own.starts_with(char::is_uppercase) && own.eq_ignore_ascii_case(word));
    at && rest.next().is_some_and(is_office)
}

/// Tells whether an article stands before an office: `the Judge`.
pub(super) fn is_led_by_article(subject: &str) -> bool {
    subject.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case("the"))
}

/// The longest office in short, in bytes.
const SHORT: usize = 7;

/// Divides into words in lower case, offices in full, apostrophes left out; "Secretary-General"
/// is two words.
fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '.'))
        .flat_map(|word| {
            let parted = word.split_once('-').filter(|_| is_double_office(word));
            let (first, rest) = parted.map_or((word, None), |(first, rest)| (first, Some(rest)));
            std::iter::once(first).chain(rest)
        })
        .flat_map(|word| {
            let small = if word.is_ascii() {
                let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
                let mut small = String::with_capacity(word.len());
                small.extend(letters.map(|byte| char::from(byte.to_ascii_lowercase())));
                small
            } else {
                let mut small = lower(word);
                small.retain(char::is_alphanumeric);
                small
            };
            let full = if small.len() <= SHORT { known::in_full(&small, word) } else { None };
            let written = if full.is_none() { Some(small) } else { None };
            written.into_iter().chain(full.unwrap_or_default().iter().cloned())
        })
        .filter(|word| !word.is_empty())
}

/// One participant, taken apart when first compared: in a record under labels few ever are.
#[derive(Debug)]
pub(super) struct Entry<'p> {
    person: Cow<'p, Participant>,
    name: OnceCell<Vec<String>>,
    told: OnceCell<Told>,
}

/// What is written about a participant besides the name.
#[derive(Debug, Default)]
struct Told {
    /// Offices and titles, each a list of words.
    roles: Vec<Vec<String>>,
    /// The words of side and affiliation.
    belongs: Vec<String>,
}

impl<'p> Entry<'p> {
    pub(super) fn new(person: Cow<'p, Participant>) -> Self {
        Self { person, name: OnceCell::new(), told: OnceCell::new() }
    }

    /// Gives the words of the name, without titles.
    pub(super) fn name(&self) -> &[String] {
        self.name.get_or_init(|| {
            let is_title = |word: &String| {
                let class = lexicon().word(word).map(|known| known.class);
                matches!(
                    class,
                    Some(Class::Honorific | Class::Office | Class::Determiner | Class::Preposition)
                )
            };
            let mut name: Vec<String> =
                split(&self.person.name).filter(|word| !is_title(word)).collect();
            // `Walter Lord`: a surname that is a title as well.
            let last = split(&self.person.name).last().filter(|last| is_title(last));
            let surname = last.filter(|last| is_surname_too(last) && !self.is_of_a_body());
            name.extend(surname);
            name
        })
    }

    /// Tells whether the person is called by an office: by `Vestan Foreign Minister`, too, where
    /// the country is no name.
    pub(super) fn is_called_by_office(&self) -> bool {
        let called = |role: &Written| role.text.eq_ignore_ascii_case(&self.person.name);
        self.name().is_empty() || self.person.roles.iter().any(called)
    }

    /// Tells whether the person is called by an office and the body that it is in.
    fn is_of_a_body(&self) -> bool {
        let called = |role: &Written| role.text == self.person.name;
        self.person.roles.iter().any(called)
    }

    /// Tells whether the list gives the person an office in just these words, whatever may follow
    /// with "of".
    pub(super) fn is_listed_as(&self, office: &str) -> bool {
        let roles = self.person.roles.iter().map(|role| role.text.as_str());
        // "The House" is not Mr. House.
        let name = self.person.honorific.is_none().then_some(self.person.name.as_str());
        roles.chain(name).any(|role| {
            let mut rest = split(role).skip_while(|word| word == "the").peekable();
            let mut asked = split(office).skip_while(|word| word == "the").peekable();
            asked.peek().is_some_and(|word| known::nation(word).is_none())
                && asked.all(|word| rest.next() == Some(word))
                && rest.peek().is_none_or(|word| word == "of")
        })
    }

    /// Adds a name.
    pub(super) fn call(&mut self, names: &[String]) {
        let mut name = self.name().to_vec();
        name.extend_from_slice(names);
        self.name = OnceCell::from(name);
    }

    /// Adds an office.
    pub(super) fn entitle(&mut self, office: Vec<String>) {
        let mut told = self.told.take().unwrap_or_else(|| self.written());
        told.roles.push(office);
        self.told = OnceCell::from(told);
    }

    /// Tells whether the person interpreted or took notes.
    pub(super) fn is_silent(&self) -> bool {
        self.person.capacities.iter().any(|capacity| {
            matches!(capacity, Capacity::Interpreter | Capacity::Notetaker | Capacity::Recorder)
        })
    }

    /// Tells what the person's own titles say: the honorific, an office that is one ("Queen of
    /// Norda"), a title directly before the name. An assistant "to Mrs. Orlo" may be a man.
    pub(super) fn gender(&self) -> Gender {
        let person = &*self.person;
        let own = person.honorific.iter().flat_map(|title| split(title));
        let own = own.chain(person.mentions.iter().flat_map(|mention| couple(&mention.text)));
        if let Some(gender) = Gender::of_titles(own) {
            return gender;
        }
        let offices = person.roles.iter().filter_map(|role| first_of_office(&role.text));
        let called = person.mentions.iter().map(|mention| &*mention.text);
        let called = called.chain(std::iter::once(&*person.name));
        let called = called.filter_map(|written| self.title_before_name(written));
        Gender::of_titles(offices.chain(called)).unwrap_or(Gender::Unknown)
    }

    /// Gives the title with which words open that go on with the person's name: no initial.
    fn title_before_name(&self, written: &str) -> Option<String> {
        let mut words = split(written);
        let title = words.next().filter(|title| title.len() > 1)?;
        words.next().filter(|word| self.name().contains(word)).map(|_| title)
    }

    /// Gives offices and titles, each as a list of words.
    pub(super) fn roles(&self) -> &[Vec<String>] {
        &self.told().roles
    }

    fn told(&self) -> &Told {
        self.told.get_or_init(|| self.written())
    }

    /// Takes apart what is written about the person.
    fn written(&self) -> Told {
        let person = &*self.person;
        let mut told = Told::default();
        let mut role = |text: &str| told.roles.push(split(text).collect());
        // `Director, Bureau of Lakes` is the Director of the Bureau.
        role(&person.name.replace(", ", " of "));
        if let Some(text) = &person.honorific {
            role(text);
        }
        for written in &person.roles {
            role(&written.text.replace(", ", " of "));
        }
        for text in person.affiliation.iter().chain(&person.delegation) {
            told.belongs.extend(split(text));
        }
        for mention in &person.mentions {
            // Who is called by an office and its body is not called by the office alone.
            if person.name.contains(',') && self.is_of_a_body() {
                continue;
            }
            for part in mention.text.split([',', ';', '—', '(', ')']) {
                told.roles.push(split(part).collect());
            }
        }
        told
    }

    /// Gives every word written about the person.
    pub(super) fn context(&self) -> impl Iterator<Item = &String> {
        let told = self.told();
        told.roles.iter().flatten().chain(&told.belongs)
    }

    /// Tells whether an office of the person is that of a body, no more and no less: the Secretary
    /// of State for Lakes is no Secretary of Lakes.
    pub(super) fn is_in_body(&self, office: &str, body: &[String]) -> bool {
        self.roles().iter().any(|role| {
            let of = role.iter().skip_while(|word| *word != office).skip(1);
            of.filter(|word| !matches!(word.as_str(), "of" | "the")).eq(body)
        })
    }

    /// Tells whether the person is of a country, of one or of two words.
    pub(super) fn is_of(&self, country: usize) -> bool {
        let told = self.told();
        told.roles.iter().chain(std::iter::once(&told.belongs)).any(|words| {
            let pairs = words.windows(2).map(|pair| known::nation(&pair.concat()));
            let mut nations = words.iter().map(|word| known::nation(word)).chain(pairs);
            nations.any(|nation| nation == Some(country))
        })
    }

    /// Tells whether an adjective of country or office is said of the person.
    pub(super) fn tells(&self, name: &str) -> bool {
        let country = known::nation(name);
        country.is_some_and(|country| self.is_of(country))
            || self.context().any(|word| {
                word == name
                    || (name.len() >= 5 && word.len() >= 5 && word.get(..5) == name.get(..5))
            })
    }
}

/// Gives both titles of "Mr. and Mrs. Lane".
fn couple(mention: &str) -> impl Iterator<Item = String> {
    let mut words = split(mention);
    let pair = [words.next(), words.next(), words.next()];
    let is_pair = pair[1].as_deref() == Some("and");
    let titles = pair.into_iter().step_by(2).flatten();
    titles.filter(move |_| is_pair)
}

/// Gives the first word of an office that is it alone or with "of": "Queen of Norda", and not
/// "Queen's Counsel".
fn first_of_office(role: &str) -> Option<String> {
    let mut words = split(role);
    let first = words.next()?;
    words.next().is_none_or(|next| next == "of").then_some(first)
}

/// Tells how well a role fits the words: 0 if not at all.
pub(super) fn fit(role: &[String], words: &Words, head: &str) -> u32 {
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
        } else if known::is_lesser(word) || (i + 1 == at && office) {
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

/// Tells whether two names differ by one letter, or by one put in or left out.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    // The first two letters are the same in both: hardly any pair gets farther.
    let opens = a.chars().zip(b.chars()).take(2).filter(|(x, y)| x == y).count() == 2;
    if !opens || a.len().abs_diff(b.len()) > 2 || a.chars().count() < 5 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    front >= 2 && a.len().max(b.len()) - back <= 1
}
