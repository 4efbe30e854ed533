//! Labels linked to participants.
//!
//! Full name, initials and surname, surname, title and surname, role, initials, defined alias,
//! near spelling: in this order, and a later rule never overrides an earlier one. Where a rule
//! fits several people they stay candidates; where nobody fits, the label makes a participant.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::evidence::fold as key;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::fold;
use crate::grammar::lexicon::is_title_word;
use crate::grammar::name;
use crate::grammar::person::without_title;
use crate::model::{Capacity, Carrier, Mention, Participant, PersonId, Rule};
use crate::resolve::label_names::{
    Shape, bears, contradicts, given_first, in_small_letters, is_doubtful, is_near, is_nobody,
    slot, spell_out, without_article, without_titles,
};
use crate::resolve::lookalike::in_one_script;
use crate::resolve::{MOST_PEOPLE, label_case, label_initials, label_short, label_titles};
use crate::span::Span;

/// Whom a label means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Resolution {
    pub(crate) person: Option<PersonId>,
    pub(crate) candidates: Vec<PersonId>,
    pub(crate) rule: Option<Rule>,
}

/// The people of a record while its labels are linked to them.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    pub(crate) people: Vec<Participant>,
    pub(crate) doubts: Vec<Diagnostic>,
    /// Whether the document names its participants itself.
    listed: bool,
    known: FxHashMap<String, Resolution>,
    /// Other names that the text defines, folded, and the labels they stand for.
    aliases: FxHashMap<String, String>,
    titles: label_titles::Titles,
}

impl Speakers {
    pub(crate) fn new(people: Vec<Participant>) -> Self {
        let listed = people
            .iter()
            .any(|person| person.mentions.iter().any(|mention| mention.carrier == Carrier::List));
        Self { people, listed, ..Self::default() }
    }

    /// Lets another name stand for a label, as the text says: `Orlo [hereafter AO]`.
    pub(crate) fn define(&mut self, alias: &str, label: &str) {
        self.aliases.insert(key(alias), label.to_owned());
    }

    /// Links all labels of a document: names before surnames, surnames before roles and
    /// initials, so that who is named is not taken for a role.
    pub(crate) fn link<'t>(&mut self, labels: impl Iterator<Item = (&'t str, Span)>) {
        let mut distinct: Vec<(&str, Span)> = Vec::new();
        let mut answers: Vec<&str> = Vec::new();
        let mut written: FxHashSet<&str> = FxHashSet::default();
        let mut seen: FxHashSet<String> = FxHashSet::default();
        for (label, span) in labels {
            if written.insert(label) && seen.insert(slot(label)) {
                answers.extend(label.strip_prefix("A. "));
                self.titles.add(label);
                distinct.push((label, span));
            }
        }
        // `A:` among `A. Dr. Orlo:` is the one who answers.
        if let [answerer] = answers[..] {
            self.define("A", answerer);
        }
        distinct.sort_by_cached_key(|(label, span)| {
            (is_doubtful(label), label_short::is_short(label), Shape::of(label), span.start)
        });
        for (label, span) in distinct {
            let found = self.find(label, span);
            if let Some(id) = found.person {
                self.call(id, found.rule, label);
            }
            self.known.insert(slot(label), found);
        }
    }

    /// Gives somebody the fuller name that a label has.
    fn call(&mut self, id: PersonId, rule: Option<Rule>, label: &str) {
        let person = &mut self.people[id.index()];
        if rule == Some(Rule::TitleAndSurname) {
            label_titles::name(person, label);
        } else if rule == Some(Rule::Surname) {
            label_case::name(person, label);
        }
        if let Some(fuller) = label_short::supplied(label) {
            label_short::call(person, fuller);
        }
    }

    /// Parts two labels that were linked to one person and answer each other: nobody talks to
    /// himself. Whoever is called by an office or by letters alone is somebody else.
    pub(crate) fn part<'t>(&mut self, labels: impl Iterator<Item = (&'t str, Span)>) {
        for (label, span) in label_short::answering(labels, |label| self.resolve(label)) {
            let name = without_titles(label);
            let apart = self.make(label, label, name, span);
            self.known.insert(slot(label), apart);
        }
    }

    /// Gives whom a linked label means.
    pub(crate) fn resolve(&self, label: &str) -> Resolution {
        self.known.get(&slot(label)).cloned().unwrap_or_default()
    }

    fn find(&mut self, label: &str, span: Span) -> Resolution {
        if is_nobody(label) {
            return Resolution::default();
        }
        if let Some(either) = self.either(label, span) {
            return either;
        }
        let spoken = spell_out(label);
        let spoken = in_one_script(&spoken);
        let written = &*spoken;
        if let Some(other) = self.aliases.remove(&key(written)) {
            let found = self.find(&other, span);
            self.known.insert(key(&other), found.clone());
            return Resolution { rule: found.rule.map(|_| Rule::DefinedAlias), ..found };
        }
        let name = without_titles(written);
        let by_words = if name.is_empty() {
            label_titles::interpreter(self.compared(), written).or_else(|| self.by_role(written))
        } else {
            self.by_name(written, name)
        };
        let found = by_words
            .or_else(|| {
                let turned = given_first(label)?;
                self.by_name(&turned, &turned)
            })
            .or_else(|| {
                let role = without_article(written);
                if role.len() < written.len() { self.by_role(role) } else { None }
            })
            .or_else(|| self.by_role(&label_short::in_full(written)?))
            .or_else(|| label_initials::by_initials(self.compared(), written))
            .or_else(|| label_short::by_others(self.compared(), written))
            .or_else(|| label_titles::by_surname(self.compared(), written))
            .or_else(|| label_case::by_case(self.compared(), name))
            .or_else(|| self.titles.find(self.compared(), written, name));
        if is_doubtful(label) {
            return label_short::doubtful(found);
        }
        match found {
            Some(Resolution { person: None, candidates, rule }) => {
                let among = candidates.iter().map(|id| self.people[id.index()].name.clone());
                let kind = DiagnosticKind::AmbiguousSpeaker {
                    name: label.to_owned(),
                    among: among.collect(),
                };
                self.doubts.push(Diagnostic { span, kind });
                Resolution { person: None, candidates, rule }
            }
            Some(resolution) => {
                if resolution.rule == Some(Rule::NearSpelling)
                    && let Some(person) = resolution.person
                {
                    let other = self.people[person.index()].name.clone();
                    let kind = DiagnosticKind::NearSpelling { name: label.to_owned(), other };
                    self.doubts.push(Diagnostic { span, kind });
                }
                resolution
            }
            None => self.make(label, written, name, span),
        }
    }

    /// `Orlo or Vey`, `Orlo [or Vey]`: one of them, nobody knows which.
    fn either(&mut self, label: &str, span: Span) -> Option<Resolution> {
        let between = ["[or ", "(or ", " or "].into_iter().find(|or| label.contains(or))?;
        let bare = |name| str::trim_matches(name, [' ', '[', ']', '(', ')']);
        let each: Vec<Resolution> =
            label.split(between).map(|name| self.find(bare(name), span)).collect();
        let candidates = each.iter().filter_map(|found| found.person).collect();
        Some(Resolution { person: None, candidates, rule: None })
    }

    /// A label that nobody but the person named after it can bear: `North (Orlo)`,
    /// `Interpreter (Mr. Orlo)`.
    pub(crate) fn names(&self, label: &str, aside: &str) -> bool {
        let person = |written: &str| {
            let surname = name::surname(without_titles(written));
            !surname.is_empty()
                && self.compared().iter().any(|p| fold::same(name::surname(&p.name), surname))
        };
        person(aside) && !person(label)
    }

    /// The label makes a participant.
    fn make(&mut self, label: &str, written: &str, name: &str, span: Span) -> Resolution {
        let id = PersonId::from_index(self.people.len());
        let called = if name.is_empty() { without_article(written) } else { name };
        let called = in_small_letters(without_title(called));
        let honorific = written.strip_suffix(name).map(str::trim).filter(|h| !h.is_empty());
        self.people.push(Participant {
            honorific: honorific.filter(|_| !name.is_empty()).map(str::to_owned),
            capacities: vec![Capacity::Attendee],
            mentions: vec![Mention { text: label.to_owned(), span, carrier: Carrier::Label }],
            ..Participant::new(id, called)
        });
        if self.listed {
            let kind = DiagnosticKind::UnlistedSpeaker { name: label.to_owned() };
            self.doubts.push(Diagnostic { span, kind });
        }
        one(id, Rule::Label)
    }

    /// The people with whom labels are compared: more take part in no conversation, and each label
    /// is compared with all of them.
    fn compared(&self) -> &[Participant] {
        &self.people[..self.people.len().min(MOST_PEOPLE)]
    }

    fn by_name(&self, written: &str, name: &str) -> Option<Resolution> {
        let people = |fits: &dyn Fn(&Participant) -> bool| -> Vec<PersonId> {
            self.compared().iter().filter(|person| fits(person)).map(|person| person.id).collect()
        };
        let full = people(&|person| fold::same(&person.name, name));
        if let [person] = full[..] {
            return Some(one(person, Rule::FullName));
        }
        if name.contains([' ', '.']) {
            let agreeing = people(&|person| name::initials_match(name, &person.name));
            if let [person] = agreeing[..] {
                return Some(one(person, Rule::InitialsAndSurname));
            }
        }
        let surname = name::surname(name);
        let single = !name.contains(' ');
        let bearing = people(&|person| {
            let theirs = name::surname(&person.name);
            fold::same(theirs, surname) && (single || !contradicts(name, &person.name))
                || (single && fold::same(&person.name, name))
        });
        match bearing[..] {
            [] => label_short::by_first_name(self.compared(), name)
                .or_else(|| self.by_near_spelling(surname)),
            [person] => Some(one(person, Rule::Surname)),
            _ => {
                let titled: Vec<PersonId> =
                    bearing.iter().copied().filter(|id| self.shares_title(*id, written)).collect();
                if let [person] = titled[..] {
                    return Some(one(person, Rule::TitleAndSurname));
                }
                Some(Resolution { person: None, candidates: bearing, rule: None })
            }
        }
    }

    /// Whether the title of a label is written with a person somewhere.
    fn shares_title(&self, id: PersonId, written: &str) -> bool {
        let title = |word: &&str| is_title_word(word) && !matches!(*word, "Mr." | "Mr");
        written.split_whitespace().filter(title).any(|title| {
            self.people[id.index()]
                .mentions
                .iter()
                .any(|mention| mention.text.split([' ', ',']).any(|word| fold::same(word, title)))
        })
    }

    fn by_near_spelling(&self, surname: &str) -> Option<Resolution> {
        if surname.chars().count() < 5 {
            return None;
        }
        let near: Vec<PersonId> = self
            .compared()
            .iter()
            .filter(|person| {
                let theirs = name::surname(&person.name);
                theirs.chars().count() >= 5 && is_near(theirs, surname)
            })
            .map(|person| person.id)
            .collect();
        match near[..] {
            [person] => Some(one(person, Rule::NearSpelling)),
            _ => None,
        }
    }

    /// `The Secretary`, `President`: the person who bears the role, those set aside whom other
    /// labels name.
    fn by_role(&self, written: &str) -> Option<Resolution> {
        let role = without_article(written).trim_end_matches('.');
        let mut bearing: Vec<PersonId> =
            self.compared().iter().filter(|p| bears(p, role)).map(|p| p.id).collect();
        if bearing.len() > 1 {
            let exact: Vec<PersonId> =
                bearing.iter().copied().filter(|id| self.is_exactly(*id, role)).collect();
            if !exact.is_empty() {
                bearing = exact;
            }
        }
        if bearing.len() > 1 {
            let named = |id: &PersonId| self.known.values().any(|r| r.person == Some(*id));
            let unnamed: Vec<PersonId> = bearing.iter().copied().filter(|id| !named(id)).collect();
            if !unnamed.is_empty() {
                bearing = unnamed;
            }
        }
        match bearing[..] {
            [] => None,
            [person] => Some(one(person, Rule::Role)),
            _ => Some(Resolution { person: None, candidates: bearing, rule: None }),
        }
    }

    fn is_exactly(&self, id: PersonId, role: &str) -> bool {
        let person = &self.people[id.index()];
        let bare = |text: &str| without_article(text).to_owned();
        person.mentions.iter().any(|mention| fold::same(&bare(&mention.text), role))
            || person.roles.iter().any(|written| fold::same(&bare(&written.text), role))
    }
}

pub(super) fn one(person: PersonId, rule: Rule) -> Resolution {
    Resolution { person: Some(person), candidates: Vec::new(), rule: Some(rule) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Written;

    fn person(index: usize, name: &str, roles: &[&str], mention: &str) -> Participant {
        Participant {
            roles: roles
                .iter()
                .map(|role| Written { text: (*role).to_owned(), span: Span::default() })
                .collect(),
            mentions: vec![Mention {
                text: mention.to_owned(),
                span: Span::default(),
                carrier: Carrier::List,
            }],
            ..Participant::new(PersonId::from_index(index), name.to_owned())
        }
    }

    fn check(label: &str, expected: Option<&str>, rule: Option<Rule>) {
        let people = vec![
            person(0, "Marn S. Orlo", &["Secretary of State"], "Secretary Orlo"),
            person(1, "Allen Orlo", &["Director of Mines"], "Mr. Allen Orlo"),
            person(2, "Tev Rivelson", &["President"], "President Rivelson"),
            person(3, "Ada Callagher", &[], "Mrs. Ada Callagher"),
        ];
        let mut speakers = Speakers::new(people);
        speakers.link([(label, Span::default())].into_iter());
        let found = speakers.resolve(label);
        let name = found.person.map(|id| speakers.people[id.index()].name.clone());
        assert_eq!((name.as_deref(), found.rule), (expected, rule), "{label}");
    }

    #[test]
    fn labels_find_their_people() {
        check("Allen Orlo", Some("Allen Orlo"), Some(Rule::FullName));
        check("M. S. ORLO", Some("Marn S. Orlo"), Some(Rule::InitialsAndSurname));
        check("Rivelson", Some("Tev Rivelson"), Some(Rule::Surname));
        check("Secretary Orlo", Some("Marn S. Orlo"), Some(Rule::TitleAndSurname));
        check("The President", Some("Tev Rivelson"), Some(Rule::Role));
        check("P[resident]", Some("Tev Rivelson"), Some(Rule::Role));
        check("MSO", Some("Marn S. Orlo"), Some(Rule::Initials));
        check("R", Some("Tev Rivelson"), Some(Rule::Initials));
        check("Callahger", Some("Ada Callagher"), Some(Rule::NearSpelling));
        check("Vey", Some("Vey"), Some(Rule::Label));
        check("Orlo", None, None);
    }
}
