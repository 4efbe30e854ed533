//! What a notebook shows: escaped, readable by day and by night, no script, no network.

use std::fmt::Write as _;

use memcon::{Participant, Turn};

use crate::memorandum::Memorandum;
use crate::repr::{count, cut};

/// How many entries are shown; of longer documents the rest is counted.
pub(crate) const MOST: usize = 30;
/// How many code points of one turn are shown.
const LONGEST: usize = 1500;

const FRAME: &str = "color: inherit; background: transparent; color-scheme: light dark; \
                     max-width: 60em; line-height: 1.45; text-align: left";
const CARD: &str = "border: 1px solid currentColor; border-radius: 4px; padding: 0.5em 1em; \
                    margin: 0 0 0.75em";
const QUIET: &str = "opacity: 0.7";

/// Gives who speaks, as the label or else the participant's name tells it.
pub(crate) fn who<'m>(memo: &'m Memorandum, turn: &'m Turn) -> Option<&'m str> {
    let label = turn.label.as_ref().map(|label| label.text.as_str());
    let name = || Some(memo.core().participant(turn.speaker?)?.name.as_str());
    let subject = || Some(turn.cue.as_ref()?.subject.text.as_str());
    label.or_else(name).or_else(subject)
}

/// Gives the head of a memorandum, its people and its first turns.
pub(crate) fn memorandum(memo: &Memorandum) -> String {
    let core = memo.core();
    let mut html = format!("<article class=\"memcon\" style=\"{FRAME}\">");
    let title = core.own_title.as_ref().or(core.title.as_ref());
    let title = title.map_or("Record of conversation", |title| title.text.as_str());
    _ = write!(html, "<div style=\"{CARD}\"><p><strong>{}</strong></p>", escaped(title));
    let facts: Vec<String> = [
        core.date.as_ref().map(|date| date.text.as_str()),
        core.place.as_ref().map(|place| place.name.as_str()),
        core.number.as_ref().map(|number| number.text.as_str()),
    ]
    .into_iter()
    .flatten()
    .map(escaped)
    .collect();
    if !facts.is_empty() {
        _ = write!(html, "<p>{}</p>", facts.join(" · "));
    }
    let counted = [
        count(core.turns.len(), "turn"),
        count(core.participants.len(), "participant"),
        count(memo.doubts(), "doubt"),
    ];
    _ = write!(html, "<p style=\"{QUIET}\">{}</p>", counted.join(", "));
    html.push_str(&people_list(memo, &places(core.participants.len())));
    html.push_str("</div>");
    html.push_str(&turn_list(memo, &places(core.turns.len())));
    html.push_str("</article>");
    html
}

/// Gives turns.
pub(crate) fn turns(memo: &Memorandum, places: &[usize]) -> String {
    framed(&turn_list(memo, places))
}

/// Gives participants.
pub(crate) fn people(memo: &Memorandum, places: &[usize]) -> String {
    framed(&people_list(memo, places))
}

/// Gives lines, the first of `all`.
pub(crate) fn list(lines: &[String], all: usize, noun: &str) -> String {
    let items: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    let items = items.join("</li><li>");
    framed(&format!("<ul><li>{items}</li></ul>{}", more(all, lines.len(), noun)))
}

fn framed(inner: &str) -> String {
    format!("<div class=\"memcon\" style=\"{FRAME}\">{inner}</div>")
}

fn places(len: usize) -> Vec<usize> {
    (0..len).collect()
}

fn turn_list(memo: &Memorandum, places: &[usize]) -> String {
    let shown = places.iter().take(MOST).filter_map(|&place| memo.core().turns.get(place));
    let mut html: String = shown.map(|turn| one_turn(memo, turn)).collect();
    html.push_str(&more(places.len(), MOST, "turn"));
    html
}

fn one_turn(memo: &Memorandum, turn: &Turn) -> String {
    let who = escaped(who(memo, turn).unwrap_or("?"));
    let words = escaped(&cut(&turn.text, LONGEST)).replace("\n\n", "<br><br>");
    format!(
        "<p dir=\"auto\"><span style=\"{QUIET}\">{}</span> <strong>{who}</strong> {words}</p>",
        turn.index
    )
}

fn people_list(memo: &Memorandum, places: &[usize]) -> String {
    if places.is_empty() {
        return String::new();
    }
    let shown = places.iter().take(MOST).filter_map(|&place| memo.core().participants.get(place));
    let items: String = shown.map(|person| one_person(memo, person)).collect();
    format!("<ul>{items}</ul>{}", more(places.len(), MOST, "participant"))
}

fn one_person(memo: &Memorandum, person: &Participant) -> String {
    let turns = memo.core().turns_by(person.id).count();
    let name = escaped(&person.name);
    let spoken = if turns == 0 { "silent".to_owned() } else { count(turns, "turn") };
    let told = person
        .roles
        .iter()
        .map(|role| role.text.as_str())
        .chain(person.delegation.as_deref())
        .map(escaped)
        .chain([spoken])
        .collect::<Vec<_>>()
        .join(", ");
    format!("<li>{name} <span style=\"{QUIET}\">{told}</span></li>")
}

fn more(all: usize, shown: usize, noun: &str) -> String {
    match all.saturating_sub(shown) {
        0 => String::new(),
        rest => format!("<p style=\"{QUIET}\">… {} more</p>", count(rest, noun)),
    }
}

/// Gives text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // A NUL is an error in HTML, wherever it stands.
            '\0' => html.push('\u{FFFD}'),
            _ => html.push(char),
        }
    }
    html
}
