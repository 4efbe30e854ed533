//! One line of a list, whole: side, office code, several people, their offices and marks.

use super::head::{self, Class, Head, class, head};
use super::marks::{capacity, capacity_of_office};
use super::{Entry, Person, cjk};
use crate::grammar::fold::{begins, same};
use crate::grammar::lexicon::{
    is_group_word, is_plural_title, is_role_adjective, is_role_word, is_suffix, is_title_word,
};
use crate::grammar::name::is_name_word;
use crate::grammar::words::{bare, place, through, without_callout, words};

/// Whether the words are one item of a list, or run on from person to person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Item,
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
    let line = stripped(line);
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

/// Divides a side or an office that a colon follows from its people: `Vesta: The Secretary`.
fn side(line: &str) -> Option<(&str, &str)> {
    let at = line.find(':').filter(|at| *at <= 60)?;
    let (left, rest) = (line[..at].trim(), line[at + 1..].trim());
    let short = words(left).count() <= 6 && !left.is_empty();
    let side = capacity(left).is_some()
        || is_heading(left)
        || words(left).all(|word| {
            matches!(class(word), Class::Group | Class::Joint | Class::Office | Class::Name)
        }) && (rest.is_empty() || words(left).any(|word| matches!(class(word), Class::Group)));
    (short && side).then_some((left, rest))
}

/// Tells whether a line heads a group: countries, agencies and their words, and nobody's name.
pub(super) fn is_heading(line: &str) -> bool {
    if head::is_role_phrase(line) && !is_standing_head(line) {
        return false;
    }
    let mut group = false;
    for word in words(line) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '&'));
        if word.is_empty() || word == "&" {
            continue;
        }
        match class(word) {
            Class::Group => group = true,
            Class::Joint => {}
            Class::Office | Class::Honorific
                if is_group_word(word) || group || is_plural_office(word) =>
            {
                group |= is_group_word(word) || is_plural_office(word);
            }
            // `Office of the Secretary of Defense`, `Vice President’s Office`.
            Class::Office if line.to_owned().contains("of ") => {}
            Class::Other if word.ends_with('s') || word.ends_with('’') => {}
            _ => return false,
        }
    }
    group
}

/// `Chairman` alone heads the line that follows.
fn is_standing_head(line: &str) -> bool {
    same(line.trim(), "chairman") || same(line.trim(), "principals") || same(line.trim(), "member")
}

fn is_plural_office(word: &str) -> bool {
    ["principals", "chiefs", "advisers", "advisors", "officials", "representatives", "members"]
        .iter()
        .any(|plural| same(plural, word))
}

/// `[name not declassified]`, `[2 names not declassified]`.
fn is_anonymous(line: &str) -> bool {
    let bracket = line.trim_start_matches("Mr. ").trim_start_matches("Mrs. ");
    bracket.starts_with('[') && line.contains("not declassified")
        || bracket.starts_with('[') && line.contains("deleted]")
}

fn anonymous(line: &str) -> Person<'_> {
    Person { written: line, ..Person::default() }
}

/// `See attached list`, `(The list of guests is attached)`, `[List of names]`.
fn is_remark(line: &str) -> bool {
    let enclosed = line.starts_with('(') && line.ends_with(')')
        || line.starts_with('[') && line.ends_with(']');
    enclosed
        || words(line).next().is_some_and(|word| same(word, "see"))
        || same(line, "others")
        || same(line, "and others")
}

/// Reads the people of a line whose side is taken off.
fn people(line: &str, setting: Setting) -> Vec<Person<'_>> {
    let mut found = Vec::new();
    for part in split(line, &[';']) {
        let part = part.trim();
        if is_anonymous(part) {
            found.push(anonymous(part));
            continue;
        }
        let before = found.len();
        match coded(part) {
            Some((code, rest, Coded::Before)) => {
                run(rest, setting, &mut found);
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
            None => run(part, setting, &mut found),
        }
    }
    found
}

enum Coded {
    Before,
    After,
}

/// Divides an office code from a person at a dash: `NEA—Mr. Orlo`, `Mr. Orlo—ARA`.
fn coded(part: &str) -> Option<(&str, &str, Coded)> {
    let (at, dash) = ["—", " – ", " - ", "--", "–"]
        .iter()
        .find_map(|dash| part.find(dash).map(|at| (at, *dash)))
        .or_else(|| part.find("-Mr").map(|at| (at, "-")))?;
    let (left, right) = (part[..at].trim(), part[at + dash.len()..].trim());
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let names = |side: &str| {
        let first = split(side, &[',']).next().unwrap_or("");
        let side = first.split('(').next().unwrap_or("").trim();
        head(side).is_some_and(|head| head.name.is_some()) && !is_code(side)
    };
    let person =
        |side: &str| names(side) || head(split(side, &[',']).next().unwrap_or("")).is_some();
    match (names(left), names(right)) {
        (true, false) => Some((left, right, Coded::After)),
        (false, true) => Some((left, right, Coded::Before)),
        (true, true) if words(left).next().is_some_and(is_title_word) => {
            Some((left, right, Coded::After))
        }
        (true, true) if dash == "–" => None,
        (true, true) => Some((left, right, Coded::After)),
        (false, false) if is_code(left) && person(right) => Some((left, right, Coded::Before)),
        (false, false) if person(left) => Some((left, right, Coded::After)),
        (false, false) => None,
    }
}

fn is_code(side: &str) -> bool {
    !side.chars().any(char::is_lowercase)
        && side.len() <= 12
        && words(side).count() == 1
        && !side.contains('.')
}

/// Reads a run of people and offices between commas.
fn run<'t>(line: &'t str, setting: Setting, found: &mut Vec<Person<'t>>) {
    if words(line).next().is_some_and(|word| is_plural_title(bare(word)))
        && !words(line).next().is_some_and(|w| w.ends_with(','))
    {
        return several(line, found);
    }
    let first = found.len();
    for segment in segments(line, setting) {
        for piece in flattened(segment) {
            segment_of(line, piece, setting, first, found);
        }
    }
}

/// Reads one segment: a new person, or an office of the last one.
fn segment_of<'t>(
    line: &'t str,
    segment: &'t str,
    setting: Setting,
    first: usize,
    found: &mut Vec<Person<'t>>,
) {
    let (core, asides) = without_asides(segment);
    if core.is_empty() || is_remark(core) {
        if let Some(person) = found[first..].last_mut() {
            asides.for_each(|aside| aside_of(person, aside));
        }
        return;
    }
    if is_anonymous(core) {
        found.push(anonymous(core));
        return;
    }
    let head = head(core);
    let known = found.len() > first;
    let begins_new = match &head {
        None => false,
        Some(head) if !known => head.name.is_some() || head.office.is_some(),
        Some(head) => is_new(head, core, setting, &found[first..]),
    };
    match head {
        Some(head) if begins_new => {
            // `Secretary General of the Office, General Orlo`: the office was his.
            if let Some(before) = found[first..]
                .last_mut()
                .filter(|p| head.name.is_some() && head.group.is_none() && office_only(p))
            {
                before.honorific = head.honorific;
                before.name = head.name;
                before.roles.extend(head.office);
                before.written = through(line, before.written, segment);
            } else if let Some(before) = found[first..]
                .last_mut()
                .filter(|p| head.long_office && head.name.is_some() && p.name.is_some())
            {
                // Items run together: the office belongs to the one before, the name is new.
                before.roles.extend(head.office);
                let mut person = head.person(
                    head.name.map_or(segment, |name| through(line, name, segment_end(segment))),
                );
                person.roles.clear();
                found.push(person);
            } else {
                found.push(head.person(segment));
            }
        }
        Some(_) | None if known => {
            if let Some(person) = found.last_mut() {
                if let Some(mark) = capacity(core) {
                    note(person, mark);
                } else {
                    beside(person, core);
                }
                person.written = through(line, person.written, segment);
            }
        }
        Some(_) | None => {
            if let Some(mark) = capacity(core) {
                let mut person = Person { written: segment, ..Person::default() };
                person.roles.push(core);
                note(&mut person, mark);
                found.push(person);
            } else if counted(core) {
                let mut person = Person { written: segment, ..Person::default() };
                person.roles.push(core);
                person
                    .capacities
                    .extend(words(core).last().and_then(|w| capacity(w.trim_end_matches('s'))));
                found.push(person);
            }
        }
    }
    if let Some(person) = found[first..].last_mut() {
        asides.for_each(|aside| aside_of(person, aside));
    }
}

fn segment_end(segment: &str) -> &str {
    &segment[segment.len()..]
}

/// Tells whether a segment after a person opens another.
fn is_new(head: &Head<'_>, core: &str, setting: Setting, before: &[Person<'_>]) -> bool {
    let Some(last) = before.last() else { return true };
    if head.name.is_none() {
        // `The Secretary` after somebody else, in a run.
        return setting == Setting::Flow && words(core).next().is_some_and(|w| same(w, "the"));
    }
    if head.group.is_some() {
        return head.honorific.is_some() || setting == Setting::Flow;
    }
    if head.honorific.is_some() {
        return true;
    }
    if head.office.is_some() {
        return last.name.is_some() || office_only(last) || is_the(last);
    }
    match setting {
        Setting::Flow => words(core).count() >= 2 || is_name_word(core),
        Setting::Item => is_full_name(core),
    }
}

/// In an item, only a name with initials opens another person: `Orlo, Paris` is a place.
fn is_full_name(core: &str) -> bool {
    words(core).any(|word| class(word) == Class::Initial) && words(core).count() >= 2
}

/// An office without a name that is not `The …`.
fn office_only(person: &Person<'_>) -> bool {
    person.name.is_none()
        && !person.roles.is_empty()
        && !is_the(person)
        && person.capacities.is_empty()
}

fn is_the(person: &Person<'_>) -> bool {
    words(person.written).next().is_some_and(|word| same(word, "the"))
}

/// Puts an office, an agency or a code beside a person.
fn beside<'t>(person: &mut Person<'t>, words_beside: &'t str) {
    if let Some(mark) = capacity(words_beside) {
        return note(person, mark);
    }
    if let Some(mark) = capacity_of_office(words_beside) {
        note(person, mark);
    }
    let office = words(words_beside).any(|word| is_role_word(bare(word).trim_end_matches("/")));
    if office || person.affiliation.is_some() {
        person.roles.push(words_beside);
    } else {
        person.affiliation = Some(words_beside);
    }
}

fn aside_of<'t>(person: &mut Person<'t>, aside: &'t str) {
    if is_anonymous(aside)
        || aside.contains(|c: char| c.is_ascii_digit())
        || begins(aside, "part")
        || begins(aside, "in part")
    {
        return;
    }
    beside(person, aside);
}

fn note(person: &mut Person<'_>, capacity: crate::model::Capacity) {
    if !person.capacities.contains(&capacity) {
        person.capacities.push(capacity);
    }
}

/// `Two Interpreters`, `Three Notetakers`.
fn counted(core: &str) -> bool {
    let number = words(core).next().is_some_and(|word| {
        ["one", "two", "three", "four", "several"].iter().any(|n| same(n, word))
            || word.bytes().all(|b| b.is_ascii_digit())
    });
    number
        && words(core).count() == 2
        && words(core).next_back().and_then(|w| capacity(w.trim_end_matches('s'))).is_some()
}

/// `Messrs. Orlo, Rivel and Marn, NEA`: names until an agency follows, which all share.
fn several<'t>(line: &'t str, found: &mut Vec<Person<'t>>) {
    let Some(title) = words(line).next() else { return };
    let from = found.len();
    let rest = &line[title.len()..];
    for segment in segments(rest, Setting::Flow) {
        let (core, asides) = without_asides(segment);
        match head(core) {
            Some(head) if head.office.is_none() && head.group.is_none() && head.name.is_some() => {
                let mut person = head.person(segment);
                person.honorific = person.honorific.or(Some(title));
                asides.for_each(|aside| aside_of(&mut person, aside));
                found.push(person);
            }
            // `Secretaries of State and Defense` are offices, not names.
            _ => found[from..].iter_mut().for_each(|person| beside(person, core)),
        }
    }
}

/// Divides at commas outside brackets, and at `and` where people run on; `Jr.` stays.
fn segments(line: &str, setting: Setting) -> impl Iterator<Item = &str> {
    split(line, &[','])
        .fold(Vec::new(), |mut all: Vec<&str>, part| {
            let suffix = words(part)
                .next()
                .is_some_and(|word| is_suffix(bare(word)) || same(bare(word), "Esq"));
            match all.last_mut() {
                Some(last) if suffix => *last = through(line, last, part),
                _ => all.push(part),
            }
            all
        })
        .into_iter()
        .flat_map(move |part| match setting {
            Setting::Flow => at_and(part),
            Setting::Item => at_and_title(part),
        })
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == ','))
        .filter(|part| !part.is_empty())
}

/// Divides at each `and` that no office's words surround.
fn at_and(part: &str) -> Vec<&str> {
    divide(part, |before, after| {
        let opens = words(after).next().is_some_and(|word| {
            is_title_word(bare(word))
                || same(bare(word), "the")
                || matches!(class(word), Class::Name | Class::Initial)
        });
        let closes = before.ends_with(')')
            || head(before.trim()).is_some_and(|h| h.name.is_some() || !h.long_office)
            || before.trim().is_empty()
            || words(before).count() <= 3;
        opens && closes
    })
}

/// Divides at an `and` before `Mr.` or another courtesy.
fn at_and_title(part: &str) -> Vec<&str> {
    divide(part, |before, after| {
        let named = head(before.trim()).is_some_and(|h| h.name.is_some());
        named
            && words(after).next().is_some_and(|word| {
                class(word) == Class::Honorific
                    || matches!(class(word), Class::Name | Class::Initial)
            })
            && head(after.trim()).is_some_and(|h| h.name.is_some())
    })
}

fn divide(part: &str, at: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut depth = 0usize;
    for word in words(part) {
        let start = place(part, word);
        depth += word.matches(['(', '[']).count();
        depth = depth.saturating_sub(word.matches([')', ']']).count());
        if depth > 0 || !(same(word, "and") || word == "&" || word == "und" || word == "и") {
            continue;
        }
        let (before, after) = (&part[from..start], part[start + word.len()..].trim_start());
        if at(before, after) {
            pieces.push(before);
            from = place(part, after);
        }
    }
    pieces.push(&part[from..]);
    pieces
}

/// Items that a page ran together: divides before `Mr.` and the like after a name, and before
/// `The` of an office after a country.
fn flattened(segment: &str) -> Vec<&str> {
    let list: Vec<(&str, Class)> = words(segment).map(|word| (word, class(word))).collect();
    let mut cuts = vec![0];
    let (mut named, mut titled, mut the) = (false, false, false);
    let mut depth = 0usize;
    for (i, (word, this)) in list.iter().enumerate() {
        depth += word.matches(['(', '[']).count();
        let inside = depth > 0;
        depth = depth.saturating_sub(word.matches([')', ']']).count());
        if inside {
            continue;
        }
        let next = list.get(i + 1).map(|(_, c)| *c);
        let opens = match this {
            Class::Honorific => {
                next.is_some() && word.ends_with('.') || next == Some(Class::Name) && titled
            }
            Class::Office => titled && next == Some(Class::Name) && !is_role_adjective(bare(word)),
            Class::Joint => *word == "The" && i > 0,
            Class::Group
            | Class::Topic
            | Class::Particle
            | Class::Initial
            | Class::Suffix
            | Class::Name
            | Class::Other => false,
        };
        let last = i.checked_sub(1).and_then(|i| list.get(i));
        let goes_on = last.is_some_and(|(word, c)| match c {
            Class::Honorific => true,
            Class::Office => !the || is_role_adjective(bare(word)),
            Class::Group
            | Class::Topic
            | Class::Joint
            | Class::Particle
            | Class::Initial
            | Class::Suffix
            | Class::Name
            | Class::Other => false,
        });
        let all_groups = i > 0 && list[..i].iter().all(|(_, c)| *c == Class::Group);
        if opens && !goes_on && (named || the || *word == "The" || all_groups) {
            cuts.push(i);
            (named, titled, the) = (false, false, *word == "The");
        }
        named |= matches!(this, Class::Name);
        titled |= matches!(this, Class::Honorific | Class::Office);
    }
    if cuts.len() == 1 {
        return vec![segment];
    }
    cuts.iter()
        .enumerate()
        .filter_map(|(k, from)| {
            let to = cuts.get(k + 1).copied().unwrap_or(list.len());
            let (first, last) = (list.get(*from)?.0, list.get(to.checked_sub(1)?)?.0);
            Some(through(segment, first, last))
        })
        .collect()
}

/// Gives a segment without its brackets, and what stands in them.
fn without_asides(segment: &str) -> (&str, impl Iterator<Item = &str>) {
    let open = segment.find(['(', '（']).filter(|at| *at > 0 || segment.starts_with(['(', '（']));
    let core = open.map_or(segment, |at| &segment[..at]);
    let rest = open.map_or("", |at| &segment[at..]);
    let asides = rest
        .split(['(', ')', '（', '）'])
        .map(|aside| aside.trim_matches(|c: char| c.is_whitespace() || c == ','))
        .filter(|aside| !aside.is_empty());
    (core.trim_end_matches(|c: char| c.is_whitespace() || c == ',').trim_start(), asides)
}

/// Divides outside of brackets.
fn split<'t>(line: &'t str, at: &'static [char]) -> impl Iterator<Item = &'t str> {
    let mut depth = 0usize;
    line.split(move |c: char| {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && at.contains(&c),
        }
        false
    })
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
        check("Messrs. Orlo, Rivel and Marn, NEA", "", &["Orlo", "Rivel", "Marn"]);
        check("Secretaries Orlo and Rivel", "", &["Orlo", "Rivel"]);
        check("The Secretary", "", &["The Secretary"]);
        check("Secretary General of the Office, General Orlo", "", &["Orlo"]);
        check("Marn Orlo, Jr., Director, Office of Lake Affairs", "", &["Marn Orlo, Jr."]);
        check("Counselor of Embassy Marn P. Orlo, Jr.", "", &["Marn P. Orlo, Jr."]);
        check("Josef Orlo, President of the Federal Republic of Vesta", "", &["Josef Orlo"]);
        check("1. Josef Orlo, President", "", &["Josef Orlo"]);
        check("Two Interpreters", "", &["Two Interpreters"]);
        check("United States: The Secretary", "United States", &["The Secretary"]);
        check(
            "United States The Secretary Ambassador Orlo Mr. Rivel",
            "",
            &["The Secretary", "Orlo", "Rivel"],
        );
        check("[name not declassified]", "", &["[name not declassified]"]);
        check("Interpreter: Marn Orlo", "", &["Marn Orlo"]);
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
    fn people_who_run_on() {
        let found =
            flow("Mr. Lam Orlo, Mr. Ray Rivel (Department of State); Marn Marne and the Secretary");
        let called: Vec<_> = found.people.iter().map(Person::called).collect();
        assert_eq!(called, ["Lam Orlo", "Ray Rivel", "Marn Marne", "the Secretary"]);
    }
}
