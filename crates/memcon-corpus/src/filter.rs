//! Which records of a collection are asked for.

use std::ops::RangeInclusive;

use memcon::{Form, Moment, Parsed};

use crate::record::{Outcome, Record};

/// Which records of a collection are asked for: those that fit all that is said.
///
/// Those that could not be read are always among them: nobody knows what they are.
///
/// ```
/// use memcon_corpus::Filter;
///
/// let filter = Filter::new().years(1969..=1974).person("Orlo");
/// let parsed = memcon::parse("Nobody speaks here.\n");
/// assert!(!filter.fits(&parsed));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    years: Option<RangeInclusive<i16>>,
    since: Option<Moment>,
    until: Option<Moment>,
    forms: Vec<Form>,
    person: Option<String>,
    place: Option<String>,
    words: Option<String>,
}

impl Filter {
    /// Asks for every record.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for conversations that began in these years.
    #[must_use]
    pub fn years(mut self, years: RangeInclusive<i16>) -> Self {
        self.years = Some(years);
        self
    }

    /// Asks for conversations that began then or later. A year or a month stands for all of its
    /// days; where a record tells less than is asked, what it tells is compared.
    ///
    /// ```
    /// use memcon_corpus::Filter;
    ///
    /// let filter = Filter::new().since("1957-05".parse()?).until("1957".parse()?);
    /// let of = |date: &str| memcon::parse(&format!("Memorandum of Conversation\n\nTaver, {date}\n"));
    /// assert!(filter.fits(&of("May 2, 1957")));
    /// assert!(!filter.fits(&of("April 30, 1957")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn since(mut self, first: Moment) -> Self {
        self.since = Some(first);
        self
    }

    /// Asks for conversations that began then or earlier; as [`Filter::since`].
    #[must_use]
    pub fn until(mut self, last: Moment) -> Self {
        self.until = Some(last);
        self
    }

    /// Asks for records of this form, besides those of others that are asked for.
    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.forms.push(form);
        self
    }

    /// Asks for records with a participant in whose name this stands, in any case.
    #[must_use]
    pub fn person(mut self, name: &str) -> Self {
        self.person = Some(fold(name));
        self
    }

    /// Asks for conversations in whose place's name this stands, in any case.
    #[must_use]
    pub fn place(mut self, name: &str) -> Self {
        self.place = Some(fold(name));
        self
    }

    /// Asks for records in whose text these words stand, in any case.
    #[must_use]
    pub fn words(mut self, words: &str) -> Self {
        self.words = Some(fold(words));
        self
    }

    /// Tells whether a record is asked for.
    pub fn fits(&self, parsed: &Parsed) -> bool {
        let memorandum = &parsed.memorandum;
        let start = memorandum.date.as_ref().and_then(|date| date.start);
        let in_years =
            |years: &RangeInclusive<i16>| start.is_some_and(|start| years.contains(&start.year));
        let there = |name: &String| {
            memorandum.participants.iter().any(|who| fold(&who.name).contains(name.as_str()))
        };
        let held_there = |name: &String| {
            memorandum.place.as_ref().is_some_and(|it| fold(&it.name).contains(name))
        };
        self.years.as_ref().is_none_or(in_years)
            && self.since.is_none_or(|first| start.is_some_and(|start| !before(start, first)))
            && self.until.is_none_or(|last| start.is_some_and(|start| !before(last, start)))
            && (self.forms.is_empty() || self.forms.contains(&memorandum.form))
            && self.person.as_ref().is_none_or(there)
            && self.place.as_ref().is_none_or(held_there)
            && self
                .words
                .as_ref()
                .is_none_or(|words| fold(&memorandum.text).contains(words.as_str()))
    }

    /// Tells whether a record of a collection is asked for.
    pub(crate) fn takes(&self, record: &Record) -> bool {
        match &record.outcome {
            Outcome::Read(parsed) => *self == Self::default() || self.fits(parsed),
            Outcome::Failed(_) | Outcome::Unchanged | Outcome::LeftOut => true,
        }
    }
}

/// Tells whether one moment is before another, as far as both are told.
fn before(one: Moment, other: Moment) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    let told = one.len().min(other.len());
    one[..told] < other[..told]
}

fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}
