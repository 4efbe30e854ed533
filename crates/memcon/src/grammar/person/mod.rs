//! One line of a list of participants: a person, several, a heading, or none of these.

mod abreast;
mod cjk;
mod class;
mod coded;
mod cyrillic;
mod entry;
mod fallback;
mod head;
mod heading;
mod marks;
mod party;
mod presence;
mod role;
mod row;
mod run;
mod sides;
mod split;
mod start;

pub(crate) use self::cjk::{is_undivided, without_title};
pub(crate) use self::cyrillic::cyrillic;
pub(crate) use self::entry::{entry, flow};
pub(crate) use self::head::officer;
pub(crate) use self::heading::is_named_side;
pub(crate) use self::marks::capacity;
pub(crate) use self::party::party;
pub(crate) use self::presence::presence;
pub(crate) use self::role::is_role_phrase;
pub(crate) use self::sides::{inline_side, is_side_word, side_name};

use crate::model::Capacity;

/// A person as one phrase names them; every part is a slice of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Person<'t> {
    /// The whole phrase that is about this person.
    pub(crate) written: &'t str,
    /// What is said before the name: `Mr.`, `Lt. Gen.`, `Cde.`.
    pub(crate) honorific: Option<&'t str>,
    /// The name, without honorific; none where only an office or nothing is told.
    pub(crate) name: Option<&'t str>,
    /// Offices, before or after the name.
    pub(crate) roles: Vec<&'t str>,
    /// The institution, country or office code beside the name.
    pub(crate) affiliation: Option<&'t str>,
    /// The side that the same line names before the person: `from the Vestan side`.
    pub(crate) side: Option<&'t str>,
    /// Marks of capacity: `(notetaker)`.
    pub(crate) capacities: Vec<Capacity>,
}

impl<'t> Person<'t> {
    /// Gives what the person is called: the name, else the first office, else the phrase.
    pub(crate) fn called(&self) -> &'t str {
        self.name.or(self.roles.first().copied()).unwrap_or(self.written)
    }
}

/// What a line of a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    /// The side or agency that the line names: alone, or before its people.
    pub(crate) heading: Option<&'t str>,
    /// The people.
    pub(crate) people: Vec<Person<'t>>,
    /// Whether the line is a remark on the list: `See attached list`.
    pub(crate) remark: Option<&'t str>,
}

impl Entry<'_> {
    /// Tells whether the line is nothing that a list of participants has.
    pub(crate) fn is_empty(&self) -> bool {
        self.heading.is_none() && self.people.is_empty() && self.remark.is_none()
    }
}
