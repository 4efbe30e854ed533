//! The head of a page: what the record says of itself, and its people.

use std::io::{self, Write};

use memcon::{Identity, MeetingDate, Memorandum, Participant, Written};

use super::Page;
use crate::paint::Ink;
use crate::wrap::{harmless, wrap};

/// How wide the names of fields are.
const FIELD: usize = 8;

impl Page {
    pub(super) fn head(self, out: &mut dyn Write, memorandum: &Memorandum) -> io::Result<()> {
        for line in wrap(&harmless(&heading(memorandum)), self.width) {
            writeln!(out, "{}", self.paint.dress(Ink::Title, &line))?;
        }
        let texts = |values: &[Written]| joined(values.iter().map(|value| value.text.as_str()));
        let provenance = &memorandum.provenance;
        let from = [
            &provenance.repository,
            &provenance.division,
            &provenance.collection,
            &provenance.shelfmark,
            &provenance.reel,
            &provenance.container,
        ];
        let fields = [
            ("when", memorandum.date.as_ref().map(when).unwrap_or_default()),
            ("where", at(memorandum)),
            ("about", texts(&memorandum.subjects)),
            ("marked", joined(memorandum.markings.iter().map(|marking| marking.text.as_str()))),
            (
                "from",
                from.iter()
                    .filter_map(|value| value.as_ref())
                    .map(|value| value.text.as_str())
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
            (
                "by",
                provenance
                    .translator
                    .as_ref()
                    .map(|by| format!("{} (translation)", by.text))
                    .unwrap_or_default(),
            ),
            ("cut", cut(memorandum)),
            ("form", form(memorandum)),
        ];
        for (field, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            self.field(out, field, value)?;
        }
        Ok(())
    }

    pub(super) fn people(self, out: &mut dyn Write, memorandum: &Memorandum) -> io::Result<()> {
        for (place, person) in memorandum.participants.iter().enumerate() {
            let lead = if place == 0 { "people" } else { "" };
            let named = match &person.honorific {
                Some(honorific) => format!("{honorific} {}", person.name),
                None => person.name.clone(),
            };
            let named = harmless(&named);
            let about = harmless(&about(person));
            let lines = wrap(&format!("{named}{about}"), self.width.saturating_sub(FIELD));
            for (number, line) in lines.iter().enumerate() {
                let lead = if number == 0 { lead } else { "" };
                let line = match line.strip_prefix(named.as_str()) {
                    Some(rest) if number == 0 => {
                        self.paint.dress(Ink::Speaker(person.id.index()), &named) + rest
                    }
                    Some(_) | None => line.clone(),
                };
                writeln!(out, "{}{line}", self.lead(lead))?;
            }
            if let Some(identity) = &person.identity {
                self.identity(out, identity)?;
            }
        }
        Ok(())
    }

    /// Tells who somebody is by the caller's roster, and by what evidence.
    fn identity(self, out: &mut dyn Write, identity: &Identity) -> io::Result<()> {
        let office = identity.office.iter().cloned();
        let ids = identity.ids.iter().map(|(authority, id)| format!("{authority} {id}"));
        let known =
            office.chain(ids).fold(identity.name.clone(), |line, it| format!("{line}, {it}"));
        let told = format!("= {known} (roster: by {})", identity.rule.words());
        for line in wrap(&harmless(&told), self.width.saturating_sub(FIELD + 2)) {
            writeln!(out, "{}  {}", self.lead(""), self.paint.dress(Ink::Aside, &line))?;
        }
        Ok(())
    }

    fn field(self, out: &mut dyn Write, field: &str, value: &str) -> io::Result<()> {
        let lines = wrap(&harmless(value), self.width.saturating_sub(FIELD));
        for (number, line) in lines.iter().enumerate() {
            writeln!(out, "{}{line}", self.lead(if number == 0 { field } else { "" }))?;
        }
        Ok(())
    }

    fn lead(self, field: &str) -> String {
        self.paint.dress(Ink::Field, &format!("{field:FIELD$}"))
    }
}

fn joined<'t>(values: impl Iterator<Item = &'t str>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn heading(memorandum: &Memorandum) -> String {
    let title = memorandum.title.as_ref().or(memorandum.own_title.as_ref());
    let kind = memorandum.kind.map(memcon::RecordKind::words);
    let title =
        title.map(|title| title.text.as_str()).or(kind).unwrap_or("A document without title");
    match &memorandum.number {
        Some(number) if !title.starts_with(&number.text) => format!("{} · {title}", number.text),
        Some(_) | None => title.to_owned(),
    }
}

/// The place, and the room or building that the source note tells besides.
fn at(memorandum: &Memorandum) -> String {
    let place = memorandum.place.as_ref().map(|place| place.name.as_str());
    let venue = memorandum.provenance.venue.as_ref().map(|venue| venue.text.as_str());
    joined(place.into_iter().chain(venue.filter(|venue| Some(*venue) != place)))
}

fn when(date: &MeetingDate) -> String {
    let normal = match (&date.start, &date.end, &date.edtf) {
        (Some(start), Some(end), _) => format!("{start} to {end}"),
        (Some(start), None, Some(edtf)) if start.time.is_none() => edtf.clone(),
        (Some(start), None, _) => start.to_string(),
        (None, _, Some(edtf)) => edtf.clone(),
        (None, _, None) => return date.text.clone(),
    };
    format!("{} ({normal})", date.text)
}

/// What was withheld, in all and from whom.
fn cut(memorandum: &Memorandum) -> String {
    let ledger = memorandum.ledger();
    if ledger.total.cuts == 0 {
        return String::new();
    }
    let named = |id: &Option<memcon::PersonId>| {
        id.and_then(|id| memorandum.participant(id)).map(|person| person.name.clone())
    };
    let people = ledger
        .by_person
        .iter()
        .filter_map(|(person, sum)| Some(format!("{} {}", named(person)?, sum.cuts)));
    let people = people.collect::<Vec<_>>().join(", ");
    if people.is_empty() {
        ledger.total.to_string()
    } else {
        format!("{}; interrupts {people}", ledger.total)
    }
}

fn form(memorandum: &Memorandum) -> String {
    let turns = memorandum.turns.len();
    let noun = if turns == 1 { "turn" } else { "turns" };
    let layout = match memorandum.layout.as_str() {
        "" => String::new(),
        layout => format!(", read as {layout}"),
    };
    format!("{}, {turns} {noun}{layout}", memorandum.form.name())
}

fn about(person: &Participant) -> String {
    let roles = person.roles.iter().map(|role| role.text.clone());
    let of = [&person.affiliation, &person.delegation].into_iter().flatten().cloned();
    let capacities = person.capacities.iter().map(|capacity| capacity.words().to_owned());
    roles.chain(of).chain(capacities).fold(String::new(), |line, fact| format!("{line}, {fact}"))
}
