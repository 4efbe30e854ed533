//! The head of a phrase that names a person: office or honorific, then the name.

use super::Person;
use super::class::{Class, class};
use super::role::is_role_phrase;
use super::start::{initials_without_stops, is_courtesy, name_start, postnominals, served};
use crate::grammar::fold::same;
use crate::grammar::lexicon::{self, is_rank, is_role_adjective};
use crate::grammar::name::is_caps;
use crate::grammar::words::{bare, through, words};

/// How many words an office and a name may have.
pub(super) const LONGEST_HEAD: usize = 24;
/// How many words a name may have: `Marta Isabel de la Orlo y Rivel`.
const LONGEST_NAME: usize = 7;

/// What the head of a phrase gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head<'t> {
    /// Side or agency before the title: `United States Mr. Orlo`.
    pub(super) group: Option<&'t str>,
    pub(super) office: Option<&'t str>,
    pub(super) honorific: Option<&'t str>,
    pub(super) name: Option<&'t str>,
    /// What follows the name after `of`.
    pub(super) place: Option<&'t str>,
    /// Whether the office is long: it has words like `of` before the name.
    pub(super) long_office: bool,
}

impl<'t> Head<'t> {
    pub(super) fn person(&self, written: &'t str) -> Person<'t> {
        Person {
            written,
            honorific: self.honorific,
            name: self.name,
            roles: self.office.into_iter().collect(),
            affiliation: self.place,
            ..Person::default()
        }
    }
}

/// Reads a phrase without commas that names one person, by office or by name or both.
///
/// ```text
/// head = [group] [office] {honorific} [name]
/// ```
pub(super) fn head(phrase: &str) -> Option<Head<'_>> {
    let mut room = [("", Class::Other); LONGEST_HEAD];
    let mut count = 0;
    for word in words(phrase) {
        *room.get_mut(count)? = (word, class(word));
        count += 1;
    }
    count -= postnominals(&room[..count]);
    initials_without_stops(&mut room[..count]);
    // `H. E. Marn Orlo`: an excellency, and no initials.
    if let [("H.", h), ("E.", e), _, _, ..] = &mut room[..count] {
        (*h, *e) = (Class::Honorific, Class::Honorific);
    }
    let list = &mut room[..count];
    // `Г. Л. Орлов`: the letter of an honorific before another is an initial.
    if let [(first, class @ Class::Honorific), (_, Class::Initial), ..] = list
        && bare(first).chars().count() == 2
        && first.ends_with('.')
    {
        *class = Class::Initial;
    }
    if is_called_by_a_topic(list)
        && let Some(last) = list.last_mut()
    {
        last.1 = Class::Name;
    }
    let list = &*list;
    if list.is_empty() {
        return None;
    }
    // `Mitglied des Büros`: what it is of is no name.
    if let [(_, Class::Office), ("des" | "der", _), _, ..] = list {
        let office = Some(phrase.trim());
        return Some(Head { office, long_office: true, ..Head::default() });
    }
    if list.iter().any(|(_, c)| *c == Class::Topic) {
        // `Mr. Orlo of EA for the lake item`: what he came for is no subject of the record.
        return courtly(phrase, list);
    }
    if let [(word, _)] = *list {
        // `SALT`, `JCS`: capitals alone name an agency or a matter.
        if is_caps(bare(word)) && bare(word).chars().count() <= 5 && bare(word).is_ascii() {
            return None;
        }
    }
    if let Some((who, place)) = served(list) {
        let (named, place) = (head(span(phrase, who)?)?, span(phrase, place));
        return Some(Head { place, ..named });
    }
    let start = name_start(list);
    let (left, name) = list.split_at(start);
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = span(phrase, name);
    if left.is_empty() {
        return name.map(|name| Head { name: Some(name), ..Head::default() });
    }
    let honorifics = honorifics(left);
    let (left, honorific) = left.split_at(left.len() - if name.is_some() { honorifics } else { 0 });
    let honorific = span(phrase, honorific);
    let left = match left {
        [(the, _), rest @ ..]
            if name.is_some() && honorific.is_some() && same(the, "the") && rest.is_empty() =>
        {
            rest
        }
        other => other,
    };
    if left.is_empty() {
        return Some(Head { honorific, name, ..Head::default() });
    }
    // `His Majesty King Orlo`, `Mr. Secretary Orlo`: the courtesy stands before the office.
    let lead = left.iter().take_while(|(word, c)| *c == Class::Honorific && !is_rank(bare(word)));
    let lead = if name.is_some() && honorific.is_none() { lead.count() } else { 0 };
    let (honorific, left) = match left.split_at(lead) {
        ([], _) | (_, []) => (honorific, left),
        (lead, rest) if is_reverence(lead) && rest[0].1 == Class::Office => {
            (span(phrase, lead), rest)
        }
        _ => (honorific, left),
    };
    let to = left.last().is_some_and(|(word, _)| matches!(*word, "to" | "of"));
    if honorific.is_some() && to || name.is_some() && is_of_an_officer(left) {
        // `Private Secretary to Mr. Orlo` is somebody else.
        return Some(Head { office: Some(phrase.trim()), long_office: true, ..Head::default() });
    }
    let vocabulary = left.iter().all(|(_, c)| *c != Class::Other);
    if name.is_some() {
        let office = left.iter().any(|(_, c)| matches!(c, Class::Office | Class::Honorific));
        let groups = left.iter().all(|(word, c)| {
            matches!(c, Class::Group | Class::Joint)
                && !matches!(bare(word), "with" | "by" | "from")
        });
        let whole = span(phrase, left);
        if office
            && (vocabulary || honorific.is_some() || ends_in_office(left))
            && !left.iter().any(|(w, _)| same(bare(w), "with") || same(bare(w), "by"))
        {
            let long_office = left.iter().any(|(w, c)| *c == Class::Joint && !same(bare(w), "the"));
            return Some(Head { office: whole, honorific, name, long_office, ..Head::default() });
        }
        // `The Art. Hon. Orlo`: a courtesy that no table has.
        let courtesy = honorific.is_some() && left.len() <= 3;
        if groups || honorific.is_some() && vocabulary || courtesy {
            return Some(Head { group: whole, honorific, name, ..Head::default() });
        }
        return None;
    }
    located(phrase, list).or_else(|| {
        is_role_phrase(phrase).then(|| Head {
            office: Some(phrase.trim()),
            long_office: true,
            ..Head::default()
        })
    })
}

/// How many of the last words before a name are its honorific: `Lt. Gen.`, `H. E.`, `M Gen`;
/// `General` after `Secretary` or `Attorney` is of the office.
fn honorifics(left: &[(&str, Class)]) -> usize {
    let count = left.iter().rev().take_while(|(_, c)| *c == Class::Honorific).count();
    let Some(first) = left.len().checked_sub(count) else { return count };
    let before = first.checked_sub(1).map(|i| bare(left[i].0));
    let leads = |word: &str| left.get(first).is_some_and(|(title, _)| same(word, bare(title)));
    match before {
        Some(office)
            if leads("general") && GENERALS.iter().any(|general| same(general, office)) =>
        {
            count - 1
        }
        Some("B" | "L" | "M" | "R" | "V") if leads("gen") || leads("adm") => count + 1,
        Some(_) | None => count,
    }
}

/// `Aide to President`, `Deputy to Vestan Minister`: the name after it is the other's. After
/// `the` it is not: `Special Assistant to the President Orlo`.
fn is_of_an_officer(left: &[(&str, Class)]) -> bool {
    let led =
        left.first().is_some_and(|(word, c)| *c == Class::Office || same(bare(word), "staff"));
    let Some(at) = left.iter().rposition(|(word, _)| matches!(*word, "to" | "of")) else {
        return false;
    };
    let [between @ .., (last, Class::Office)] = &left[at + 1..] else { return false };
    led && !is_role_adjective(bare(last))
        && between
            .iter()
            .all(|(word, _)| lexicon::is_country(bare(word)) || is_role_adjective(bare(word)))
}

/// `Mr. Alec Tour`, `Condo L. Tour`: the last word of a name is a subject's elsewhere.
fn is_called_by_a_topic(list: &[(&str, Class)]) -> bool {
    let [before @ .., (word, Class::Topic)] = list else { return false };
    let names = before.iter().filter(|(_, c)| *c == Class::Name).count();
    let sure = before.iter().any(|(_, c)| matches!(c, Class::Initial | Class::Honorific));
    // `Carla Rice`, `Ambassador Rice`: a word that is known for a surname.
    let known = lexicon::is_surname_too(word);
    let title = before.first().is_some_and(|(_, c)| matches!(c, Class::Office | Class::Honorific));
    let sure = sure || known && (title || names == before.len() && names >= 1);
    let small = |(word, c): &(&str, Class)| match c {
        Class::Name | Class::Initial => true,
        Class::Honorific => known || is_courtesy(word),
        Class::Office => known,
        Class::Group
        | Class::Topic
        | Class::Joint
        | Class::Particle
        | Class::Suffix
        | Class::Other => false,
    };
    word.starts_with(char::is_uppercase)
        && before.len() <= 3
        && before.iter().all(small)
        && (sure || names >= 2)
}

/// `His Majesty`, `H.E.`, `Mr.`: words of courtesy and of no office.
fn is_reverence(lead: &[(&str, Class)]) -> bool {
    const WORDS: [&str; 10] = [
        "majesty",
        "highness",
        "excellency",
        "holiness",
        "eminence",
        "he",
        "hm",
        "hrh",
        "mr",
        "dr",
    ];
    lead.last().is_some_and(|(word, _)| WORDS.iter().any(|known| same(known, bare(word))))
}

/// Offices whose second word is `General`.
const GENERALS: [&str; 10] = [
    "secretary",
    "attorney",
    "consul",
    "director",
    "governor",
    "inspector",
    "postmaster",
    "solicitor",
    "comptroller",
    "surgeon",
];

/// A courtesy, a name, and what they are of or came for: `Mr. Orlo of EA for the lake item`.
fn courtly<'t>(phrase: &'t str, list: &[(&'t str, Class)]) -> Option<Head<'t>> {
    let named = list.first().is_some_and(|(word, c)| *c == Class::Honorific && is_courtesy(word))
        && list.get(1).is_some_and(|(_, c)| matches!(c, Class::Name | Class::Initial));
    let of = list.iter().position(|(word, _)| matches!(*word, "of" | "from" | "for"))?;
    (named && list[..of].iter().all(|(_, c)| *c != Class::Topic))
        .then(|| located(phrase, list))
        .flatten()
}

/// Reads a title and a name, and nothing but what they are of: `King Orlo of Vesta`.
pub(crate) fn officer(phrase: &str) -> Option<Person<'_>> {
    let found = head(phrase).filter(|found| found.name.is_some() && !found.long_office)?;
    let titled = found.honorific.is_some() || found.office.is_some();
    (titled && found.group.is_none()).then(|| found.person(phrase))
}

/// A title, a name, and what they are of: `President Orlo of Vesta`, `Mr. Orlo of the Lake Office`.
fn located<'t>(phrase: &'t str, list: &[(&'t str, Class)]) -> Option<Head<'t>> {
    let at = list.iter().position(|(word, c)| {
        *c == Class::Joint && ["of", "from", "for"].iter().any(|of| same(of, word))
    })?;
    let before = list.get(..at).filter(|before| !before.is_empty())?;
    // `Mr. Orlo of EA for the lake item` is of EA.
    let rest = list.get(at + 1..)?;
    let end = rest.iter().position(|(word, _)| same(word, "for")).filter(|end| *end > 0);
    // `Mr. Orlo for the Secretary of Lakes` stands in for somebody, and is not of him.
    let stands_in = same(list[at].0, "for")
        && rest
            .iter()
            .find(|(_, c)| *c != Class::Joint)
            .is_some_and(|(_, c)| matches!(c, Class::Office | Class::Honorific));
    let place = if stands_in {
        span(phrase, &list[at..])?
    } else {
        span(phrase, &rest[..end.unwrap_or(rest.len())])?
    };
    let named = head(span(phrase, before)?)?;
    let titled = named.honorific.is_some() || named.office.is_some();
    (titled && named.name.is_some() && named.group.is_none())
        .then_some(Head { place: Some(place), ..named })
}

fn ends_in_office(left: &[(&str, Class)]) -> bool {
    left.last().is_some_and(|(_, c)| matches!(c, Class::Office | Class::Honorific))
}

fn span<'t>(phrase: &'t str, part: &[(&'t str, Class)]) -> Option<&'t str> {
    let (first, last) = (part.first()?.0, part.last()?.0);
    Some(
        through(phrase, first, last)
            .trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '*') || c.is_whitespace()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, group: &str, office: &str, honorific: &str, name: &str) {
        let found = head(phrase).unwrap_or_else(|| panic!("{phrase}"));
        assert_eq!(found.group.unwrap_or(""), group, "{phrase}");
        assert_eq!(found.office.unwrap_or(""), office, "{phrase}");
        assert_eq!(found.honorific.unwrap_or(""), honorific, "{phrase}");
        assert_eq!(found.name.unwrap_or(""), name, "{phrase}");
    }

    #[test]
    fn heads_that_name_somebody() {
        check("Mr. Orlo", "", "", "Mr.", "Orlo");
        check("Lt. Gen. Marn R. Orlo", "", "", "Lt. Gen.", "Marn R. Orlo");
        check("V/Adm. Marn Orlo", "", "", "V/Adm.", "Marn Orlo");
        check("cde. M. S. Orlo", "", "", "cde.", "M. S. Orlo");
        check("A. A. ORLO", "", "", "", "A. A. ORLO");
        check("Mitglied des Büros", "", "Mitglied des Büros", "", "");
        check("Г. Л. Орлов", "", "", "", "Г. Л. Орлов");
        check("г. Орлов", "", "", "г.", "Орлов");
        check("Secretary of the CC VPP Marn Orlo", "", "Secretary of the CC VPP", "", "Marn Orlo");
        check("Orl En-rivel", "", "", "", "Orl En-rivel");
        check("Counselor of Embassy Marn P. Orlo", "", "Counselor of Embassy", "", "Marn P. Orlo");
        check(
            "Government Information Bureau Director Marn Orlo",
            "",
            "Government Information Bureau Director",
            "",
            "Marn Orlo",
        );
        check("CIA Director Orlo", "", "CIA Director", "", "Orlo");
        check("Foreign Minister Orlo", "", "Foreign Minister", "", "Orlo");
        check("The Secretary Marn A. Orlo", "", "The Secretary", "", "Marn A. Orlo");
        check(
            "Chairman of the Council of DRV B. Orlo",
            "",
            "Chairman of the Council of DRV",
            "",
            "B. Orlo",
        );
        check("Vestan Ambassador Orlo", "", "Vestan Ambassador", "", "Orlo");
        check("His Excellency Marn Orlo", "", "", "His Excellency", "Marn Orlo");
        check("Heinz von Orlo", "", "", "", "Heinz von Orlo");
        check("Spain Marn Orlo", "Spain", "", "", "Marn Orlo");
        check("Mr. King", "", "", "Mr.", "King");
        check("Mr. Walter Lord", "", "", "Mr.", "Walter Lord");
        check("Ivan White", "", "", "", "Ivan White");
        check("Carla Rice", "", "", "", "Carla Rice");
        check("Mr. Edward House", "", "", "Mr.", "Edward House");
        check("Prime Minister John Major", "", "Prime Minister", "", "John Major");
        check("General Lord", "", "", "General", "Lord");
        check("Field Marshal", "", "Field Marshal", "", "");
        check("Sir Hugh Orlo KCMG MP", "", "", "Sir", "Hugh Orlo");
        check("Mr B G Orlo", "", "", "Mr", "B G Orlo");
        check("Marn D. King", "", "", "", "Marn D. King");
        check("The Secretary", "", "The Secretary", "", "");
        check("The Vice President", "", "The Vice President", "", "");
        check("Minister of Lakes", "", "Minister of Lakes", "", "");
        check("British Defense Minister", "", "British Defense Minister", "", "");
        check("Marn Orlo II", "", "", "", "Marn Orlo II");
        check("General Secretary of the CC VP", "", "General Secretary of the CC VP", "", "");
        check("President Orlo of Vesta", "", "President", "", "Orlo");
        check("The Art. Hon. Marn Orlo", "The Art.", "", "Hon.", "Marn Orlo");
    }

    #[test]
    fn phrases_that_name_nobody() {
        for phrase in [
            "French Views on the Vestan Question",
            "United States",
            "House Committee",
            "Lake House",
            "U.S. Side",
            "State",
            "NSC Staff",
            "Joint Chiefs of Staff",
            "Review of the Lake Situation",
            "Secretary’s Meeting with King Orlo",
            "Office of the Secretary of Defense",
            "For the United States",
            "Department of State",
            "",
        ] {
            assert_eq!(head(phrase), None, "{phrase}");
        }
    }
}
