//! One line of a list, whole: side, office code, several people, their offices and marks.

use super::abreast::is_abreast;
use super::class::{Class, class};
use super::coded::{Coded, coded};
use super::heading::{is_heading, opens_side, side};
use super::marks::capacity;
use super::row::{is_row_of_names, is_row_of_people};
use super::run::{beside, note, run};
use super::sides::{inline_side, is_side_word, side_name};
use super::split::{is_code, split};
use super::{Entry, Person, cjk};
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_suffix, is_title_word};
use crate::grammar::words::{bare, place, through, without_callout, words};

/// No list of people is longer, in bytes.
const LONGEST: usize = 8000;

/// Whether the words are one item of a list, or run on from person to person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    Item,
    /// Several items that a page ran together, after the name of their side.
    Flattened,
    Flow,
}

/// Reads one item of a list of participants.
///
/// ```text
/// item = [side ":" | office "—"] person {";" person} | side | remark
/// person = head {"," office} {"(" mark | office ")"} ["—" office]
/// ```
pub(crate) fn entry(line: &str) -> Entry<'_> {
    read(line, Setting::Item)
}

/// Reads a run-on list: `Present: Mr. Orlo, Marta Rivel and Col. Marn (Ministry of Lakes)`.
pub(crate) fn flow(line: &str) -> Entry<'_> {
    read(line, Setting::Flow)
}

fn read(line: &str, setting: Setting) -> Entry<'_> {
    if line.len() > LONGEST {
        return Entry::default();
    }
    let line = stripped(line);
    // `The representatives of the following States: Orlo, Rivel`: states, and nobody's names.
    if line.contains("the following States") {
        return Entry { remark: Some(line), ..Entry::default() };
    }
    let mut pieces = at_sides(line).into_iter();
    let mut entry = one(pieces.next().unwrap_or(""), setting);
    entry.people.extend(pieces.flat_map(|piece| {
        let found = one(piece, setting);
        let stop = line[..place(line, piece)].trim_end().ends_with(';');
        let named = found.heading.filter(|_| stop).map(side_name);
        let people = found.people.into_iter();
        people.map(move |person| Person { side: person.side.or(named), ..person })
    }));
    entry
}

/// Divides before each side or office code inside a line: `State: … ICA: …`, `EUR—… NEA—…`.
fn at_sides(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for word in words(line).skip(1) {
        let at = place(line, word);
        let side = !is_side_word(bare(word))
            && word
                .strip_suffix(':')
                .is_some_and(|side| class(side) == Class::Group || is_code(side));
        let code = word.split_once('—').is_some_and(|(code, name)| {
            is_code(code) && !code.starts_with('(') && name.contains(char::is_lowercase)
        });
        // `Vesta: Minister Orlo; the Sarlands: Mr. Rivel`.
        if line[from..at].trim_end().ends_with(';') && opens_side(&line[at..]) {
            pieces.push(line[from..at].trim_end_matches([';', ' ']).trim_start());
            from = at;
            continue;
        }
        if (side || code)
            && !line[from..at].trim_end().ends_with(['—', ',', '('])
            && words(&line[from..at]).nth(1).is_some()
            // `For the United States:` is one side.
            && !words(&line[from..at]).all(|w| matches!(class(w), Class::Group | Class::Joint))
        {
            pieces.push(line[from..at].trim());
            from = at;
        }
    }
    pieces.push(line[from..].trim());
    pieces
}

/// Reads a line that names one side at most.
fn one(line: &str, setting: Setting) -> Entry<'_> {
    let mut entry = Entry::default();
    if line.is_empty() {
        return entry;
    }
    if cjk::is_undivided(line) {
        entry.people = cjk::people(line);
        return entry;
    }
    if is_anonymous(line) {
        entry.people.push(anonymous(line));
        return entry;
    }
    if is_remark(line) {
        entry.remark = Some(line);
        return entry;
    }
    let line = match side(line) {
        Some((heading, rest)) => {
            if let Some(capacity) = capacity(heading) {
                // `Notetakers: Marn Orlo, Ada Rivel and Tom Varn`.
                let several = heading.ends_with(['s', 'S']) && setting == Setting::Item;
                let setting = if several { Setting::Flow } else { setting };
                entry.people = people(rest, setting);
                for person in &mut entry.people {
                    note(person, capacity);
                }
                return entry;
            }
            entry.heading = Some(heading);
            rest
        }
        None => line,
    };
    if line.is_empty() || is_heading(line) {
        entry.heading = entry.heading.or(Some(line));
        return entry;
    }
    entry.people = people(line, setting);
    entry
}

/// Takes bullets, numbers, callouts and a closing stop off a line.
fn stripped(line: &str) -> &str {
    let line =
        line.trim().trim_start_matches(['•', '·', '*', '–', '—', '▪', '●', '-']).trim_start();
    let line = without_callout(line).trim_end_matches([',', ';', ' ', '\n']);
    let number = words(line).next().filter(|word| {
        let digits = word.trim_end_matches(['.', ')']);
        digits.len() < word.len()
            && digits.len() <= 2
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    });
    let line = number.map_or(line, |number| line[number.len()..].trim_start());
    match line.strip_suffix('.') {
        Some(whole)
            if words(line).next_back().is_some_and(|word| {
                let bare = bare(word);
                !is_suffix(bare)
                    && bare[..bare.len() - 1].chars().count() > 3
                    && !bare[..bare.len() - 1].contains('.')
                    && !is_title_word(bare)
            }) =>
        {
            whole
        }
        _ => line,
    }
}

/// `[name not declassified]`, `[2 names not declassified]`.
pub(super) fn is_anonymous(line: &str) -> bool {
    if !line.contains('[') {
        return false;
    }
    let bracket = line.trim_start_matches("Mr. ").trim_start_matches("Mrs. ");
    bracket.starts_with('[') && line.contains("not declassified")
        || bracket.starts_with('[') && line.contains("deleted]")
}

pub(super) fn anonymous(line: &str) -> Person<'_> {
    Person { written: line, ..Person::default() }
}

/// `See attached list`, `(The list of guests is attached)`, `[List of names]`.
pub(super) fn is_remark(line: &str) -> bool {
    let enclosed = line.starts_with('(') && line.ends_with(')')
        || line.starts_with('[') && line.ends_with(']');
    enclosed
        || words(line).next().is_some_and(|word| same(word, "see"))
        || same(line, "others")
        || same(line, "and others")
}

/// Reads the people of a line whose side is taken off.
fn people(line: &str, setting: Setting) -> Vec<Person<'_>> {
    let led =
        words(line).next().is_some_and(|word| class(word) == Class::Group && !word.ends_with(','));
    let setting = match setting {
        Setting::Item if is_row_of_names(line) || is_row_of_people(line) => Setting::Flow,
        Setting::Item if led && words(line).count() > 6 || is_abreast(line) => Setting::Flattened,
        Setting::Item | Setting::Flattened | Setting::Flow => setting,
    };
    let mut found = Vec::new();
    let mut side = None;
    let mut post = None;
    for part in split(line, b';') {
        let part = part.trim();
        let part = part.strip_prefix("and ").unwrap_or(part).trim_start();
        let divided = inline_side(part);
        side = divided.map(|(named, _)| named).or(side);
        let part = divided.map_or(part, |(_, people)| people);
        if is_anonymous(part) {
            found.push(anonymous(part));
            continue;
        }
        let before = found.len();
        match coded(part) {
            Some((code, rest, Coded::Before)) => {
                run(rest, setting, &mut found);
                post = Some(code);
                if let Some(person) = found.get_mut(before) {
                    beside(person, code);
                    person.written = through(line, part, person.written);
                }
            }
            Some((rest, code, Coded::After)) => {
                run(rest, setting, &mut found);
                if let Some(person) = found.last_mut().filter(|_| before < line.len()) {
                    beside(person, code);
                    person.written = through(line, person.written, code);
                }
            }
            None => {
                run(part, setting, &mut found);
                // `Sorn—Col. Orlo; Lt. Rivel`: both are of one post.
                if let [person] = &mut found[before..]
                    && person.affiliation.is_none()
                    && person.roles.is_empty()
                {
                    person.affiliation = post;
                }
            }
        }
        found[before..].iter_mut().for_each(|person| person.side = side);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Capacity;

    fn check(line: &str, heading: &str, expected: &[&str]) {
        let found = entry(line);
        assert_eq!(found.heading.unwrap_or(""), heading, "{line}");
        let called: Vec<_> = found.people.iter().map(Person::called).collect();
        assert_eq!(called, expected, "{line}");
    }

    #[test]
    fn people_of_a_line() {
        check("Mr. Orlo", "", &["Orlo"]);
        check("• A. Orlo (Vestan Envoy to the League)", "", &["A. Orlo"]);
        check("NEA—Mr. Orlo", "", &["Orlo"]);
        check("Mr. Orlo—ARA", "", &["Orlo"]);
        check("Marn Orlo—Chairman", "", &["Marn Orlo"]);
        check("Chairman—Marn A. Orlo", "", &["Marn A. Orlo"]);
        check("Saigon—Col. Orlo; Lt. Rivel", "", &["Orlo", "Rivel"]);
        check("Port Sorn—Col. Marn Orlo; Lt. Tarn Rivel", "", &["Marn Orlo", "Tarn Rivel"]);
        check("Messrs. Orlo, Rivel and Marn, NEA", "", &["Orlo", "Rivel", "Marn"]);
        check("Secretaries Orlo and Rivel", "", &["Orlo", "Rivel"]);
        check("The Secretary", "", &["The Secretary"]);
        check("Secretary General of the Office, General Orlo", "", &["Orlo"]);
        check("Marn Orlo, Jr., Director, Office of Lake Affairs", "", &["Marn Orlo, Jr."]);
        check("Counselor of Embassy Marn P. Orlo, Jr.", "", &["Marn P. Orlo, Jr."]);
        check("Josef Orlo, President of the Federal Republic of Vesta", "", &["Josef Orlo"]);
        check("1. Josef Orlo, President", "", &["Josef Orlo"]);
        check(
            "State: Messrs. Orlo, Rivel ICA: Messrs. Marn, Tarn",
            "State",
            &["Orlo", "Rivel", "Marn", "Tarn"],
        );
        check(
            "For the United States The Secretary EUR—Mr. Orlo EUR/RA—Mr. Rivel",
            "",
            &["The Secretary", "Orlo", "Rivel"],
        );
        check(
            "US Acting Secretary Orlo Marn Z. Rivel, Director, EUR/CAN Tarn L. Varn, S/FW Carl F. Marne, L",
            "",
            &["Orlo", "Marn Z. Rivel", "Tarn L. Varn", "Carl F. Marne"],
        );
        check(
            "Canada Marn Orlo, Under-Secretary, Department of External Affairs Basil Rivel, Deputy Under-Secretary",
            "",
            &["Marn Orlo", "Basil Rivel"],
        );
        check("President Orlo Prime Minister Rivel Marshal Varn", "", &["Orlo", "Rivel", "Varn"]);
        check("Two Interpreters", "", &["Two Interpreters"]);
        check("United States: The Secretary", "United States", &["The Secretary"]);
        check(
            "United States The Secretary Ambassador Orlo Mr. Rivel",
            "",
            &["The Secretary", "Orlo", "Rivel"],
        );
        check("[name not declassified]", "", &["[name not declassified]"]);
        check("Interpreter: Marn Orlo", "", &["Marn Orlo"]);
        check(
            "General Secretary of the CC VP [Vestan Party], Chairman of the Council of DRV [Democratic Republic of Vesta] B. Orlo",
            "",
            &["B. Orlo"],
        );
        check("毛泽东主席；王海容，翻译；唐闻生（记录员）", "", &["毛泽东", "王海容", "唐闻生"]);
    }

    #[test]
    fn headings_and_remarks() {
        for line in [
            "United States",
            "U.S. Side",
            "State",
            "JCS",
            "For the United States",
            "Nationalist China",
            "Department of State",
            "Americans",
            "Also present",
            "Vesta Delegation:",
        ] {
            let found = entry(line);
            assert!(found.people.is_empty() && found.heading.is_some(), "{line} {found:?}");
        }
        for line in ["See attached list", "(A list of the guests is appended)", "[List of others]"]
        {
            assert!(entry(line).remark.is_some(), "{line}");
        }
        for line in ["Review of the Lake Question", "French Views on Vestan Matters", ""] {
            assert!(entry(line).is_empty(), "{line} {:?}", entry(line));
        }
    }

    #[test]
    fn marks_and_offices() {
        let found = entry("Sang Orlo, Counselor, Ministry of Lakes (notetaker)");
        assert_eq!(found.people[0].capacities, [Capacity::Notetaker]);
        assert_eq!(found.people[0].roles, ["Counselor"]);
        assert_eq!(found.people[0].affiliation, Some("Ministry of Lakes"));
        let found = entry("Marn Orlo, Interpreter");
        assert_eq!(found.people[0].capacities, [Capacity::Interpreter]);
    }

    #[test]
    fn a_post_is_of_all_who_follow() {
        let found = entry("Sorn—Col. Marn Orlo; Lt. Rivel; Mr. Varn, NEA");
        let posts: Vec<_> = found.people.iter().map(|person| person.affiliation).collect();
        assert_eq!(posts, [Some("Sorn"), Some("Sorn"), Some("NEA")]);
    }

    #[test]
    fn whom_somebody_stands_for_is_not_where_he_belongs() {
        let found = flow("The President, presiding; and Mr. Orlo for the Secretary of Lakes");
        let told: Vec<_> =
            found.people.iter().map(|it| (it.called(), it.roles.clone(), it.affiliation)).collect();
        assert_eq!(
            told,
            [
                ("The President", vec!["The President"], None),
                ("Orlo", vec![], Some("for the Secretary of Lakes")),
            ]
        );
    }

    #[test]
    fn people_who_run_on() {
        let found =
            flow("Mr. Lam Orlo, Mr. Ray Rivel (Department of State); Marn Marne and the Secretary");
        let called: Vec<_> = found.people.iter().map(Person::called).collect();
        assert_eq!(called, ["Lam Orlo", "Ray Rivel", "Marn Marne", "the Secretary"]);
    }
}
