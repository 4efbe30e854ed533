//! Offices that a page broke over two items: `Marn Orlo, Minister of Foreign` / `Affairs of Vesta`.

use super::Listed;
use super::looks::Looks;
use super::zone::Zone;
use crate::grammar::fold::same;
use crate::grammar::lexicon::is_joint;
use crate::grammar::name::is_name_word;
use crate::grammar::person::is_role_phrase;
use crate::grammar::words::{bare, place, through, words};
use crate::model::Carrier;
use crate::span::Span;

/// What may stand between two items.
const BETWEEN: [char; 10] = [' ', '\n', '\t', '\u{a0}', '•', '·', '▪', '●', '*', '-'];

/// Small words with which an office goes on in the next line.
const SMALL: [&str; 10] = ["for", "of", "to", "and", "in", "the", "on", "at", "von", "de"];

/// Adds an item to the person of the item before, where one phrase was broken over both; tells
/// whether it was.
pub(super) fn goes_on<'t>(
    text: &'t str,
    last: &mut Listed<'t>,
    item: Span,
    looks: &Looks<'t>,
) -> bool {
    if last.carrier != Carrier::List || item.start < last.span.end {
        return false;
    }
    let between = text[last.span.end..item.start].trim_matches(BETWEEN);
    let tail = item.of(text).trim_start_matches(BETWEEN);
    let took = match between {
        "" => office(text, last, tail, looks),
        "," => name(last, tail, looks),
        _ => false,
    };
    if took {
        last.span.end = place(text, tail) + tail.len();
        last.person.written = last.span.of(text);
    }
    took
}

impl<'t> Zone<'t, '_> {
    /// Adds a line that stands further in than the one above, and begins with a small word, to the
    /// office above: `Marn Orlo, Assistant to the President` / `  for Lake Affairs`.
    pub(super) fn office_goes_on(&mut self, line: &'t str) -> bool {
        let above = self.at.checked_sub(1).and_then(|at| self.lines.get(at));
        let further = above.is_some_and(|above| self.lines[self.at].indent > above.indent);
        let small = words(line).next().is_some_and(|word| {
            SMALL.contains(&word) && words(line).nth(1).is_some() && !line.ends_with(':')
        });
        if !further || !small || self.looks.is_prose(line) || self.names_somebody_else(line) {
            return false;
        }
        let text = self.text;
        let Some(last) = self.header.listed.last_mut() else { return false };
        let Some(part) = last.person.roles.last_mut().or(last.person.affiliation.as_mut()) else {
            return false;
        };
        let end = place(text, part) + part.len();
        let adjoins = text[end.min(place(text, line))..place(text, line)].trim().is_empty();
        if adjoins {
            *part = through(text, part, line);
            last.span.end = place(text, line) + line.len();
            last.person.written = last.span.of(text);
        }
        adjoins
    }

    /// `and Mr. Orlo, Counselor`, `the Interpreter`, `of Vesta; Mr. Orlo`: a line with a person in
    /// it, or with the office of one. `to Ambassador Orlo` alone tells whose an assistant is.
    fn names_somebody_else(&self, line: &'t str) -> bool {
        let Some(first) = words(line).next() else { return false };
        let rest = line[first.len()..].trim_start();
        let titled = rest.starts_with(char::is_uppercase);
        let joins = matches!(first, "and" | "the" | "in");
        let found = self.looks.entry(rest);
        // `Under Secretary` / `and Chairman of the Board`: a second office.
        let goes_on = first == "and" && rest.contains(" of ");
        let named = |titles: bool| {
            found.people.iter().any(|person| {
                person.name.is_some() && (person.honorific.is_some() || titles)
                    || titles && !person.roles.is_empty() && !goes_on
            })
        };
        line.contains(';') || joins && titled && named(true) || rest.contains(", ") && named(false)
    }
}

/// `Minister of Foreign` / `Affairs of Vesta`: the office cannot end so.
fn office<'t>(text: &'t str, last: &mut Listed<'t>, tail: &'t str, looks: &Looks<'t>) -> bool {
    let Some(role) = last.person.roles.last_mut().or(last.person.affiliation.as_mut()) else {
        return false;
    };
    let whole = place(text, role) + role.len() == last.span.end;
    let cut = words(role).next_back().is_some_and(|word| {
        ends_in_nothing(word) && words(role).nth(1).is_some() && !role.ends_with('.')
    });
    let titled = looks.entry(tail).people.iter().any(|it| it.honorific.is_some());
    if !whole || !cut || titled || !tail.starts_with(char::is_alphabetic) {
        return false;
    }
    // `Counselor of` / `Embassy Orlo`.
    let named = words(tail).nth(1).filter(|word| {
        last.person.name.is_none()
            && words(tail).next().is_some_and(|of| same(of, "embassy") || same(of, "legation"))
            && tail.ends_with(word)
            && is_name_word(word)
    });
    *role = through(text, role, named.map_or(tail, |name| tail[..place(tail, name)].trim_end()));
    last.person.name = last.person.name.or(named);
    true
}

/// Words after which an office goes on.
fn ends_in_nothing(word: &str) -> bool {
    const ADJECTIVES: [&str; 4] = ["foreign", "acting", "vice", "prime"];
    is_joint(word) && word.starts_with(char::is_lowercase)
        || ADJECTIVES.iter().any(|adjective| same(adjective, bare(word)))
}

/// `Vestan Defense Minister,` / `Marn Orlo`: the office waits for its name.
fn name<'t>(last: &mut Listed<'t>, tail: &'t str, looks: &Looks<'t>) -> bool {
    let waits = last.person.name.is_none()
        && !last.person.roles.is_empty()
        && is_role_phrase(last.person.written);
    let found = looks.entry(tail);
    let [one] = &found.people[..] else { return false };
    let alone = one.honorific.is_none()
        && one.roles.is_empty()
        && one.affiliation.is_none()
        && one.name == Some(tail)
        && words(tail).nth(1).is_some();
    if waits && alone {
        last.person.name = Some(tail);
    }
    waits && alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::header::fields::Holds;
    use crate::assemble::header::roster;
    use crate::assemble::header::zone::Open;

    fn check(list: &str, expected: &[&str]) {
        let mut spans = Vec::new();
        let mut at = 0;
        for line in list.split_inclusive('\n') {
            spans.push(Span::new(at, at + line.trim_end().len()));
            at += line.len();
        }
        let (looks, mut listed) = (Looks::default(), Vec::new());
        roster::read(list, &spans, false, &mut Open::new(Holds::People), &looks, &mut listed);
        let told = |it: &Listed<'_>| {
            let person = &it.person;
            format!("{} | {}", person.name.unwrap_or("-"), person.roles.join("; "))
                .replace('\n', "/")
        };
        assert_eq!(listed.iter().map(told).collect::<Vec<_>>(), expected, "{list}");
    }

    #[test]
    fn an_office_goes_on_in_the_next_item() {
        check(
            "Marn Orlo, Minister of Foreign\nAffairs of Vesta\nMr. Rivel, Envoy",
            &["Marn Orlo | Minister of Foreign/Affairs of Vesta", "Rivel | Envoy"],
        );
        check(
            "Vestan Defense Minister,\nMarn Orlo\nMr. Rivel, Envoy",
            &["Marn Orlo | Vestan Defense Minister", "Rivel | Envoy"],
        );
        check("Counselor of\nEmbassy Orlo", &["Orlo | Counselor of/Embassy"]);
    }

    #[test]
    fn a_line_with_somebody_in_it_is_no_office() {
        check(
            "Mr. Orlo, Envoy of Vesta\n  and Mr. Rivel, Counselor\nMr. Marn, Envoy\n  the Interpreter",
            &["Orlo | Envoy of Vesta", "Rivel | Counselor", "Marn | Envoy", "- | the Interpreter"],
        );
    }

    #[test]
    fn items_that_are_whole_stay_apart() {
        check(
            "The Secretary of State\nMarn Orlo, Envoy\nThe Deputy\nMr. Rivel",
            &["- | The Secretary of State", "Marn Orlo | Envoy", "- | The Deputy", "Rivel | "],
        );
    }
}
