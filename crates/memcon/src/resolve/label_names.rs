//! The names in labels: spelled out, titles taken off, compared with a person's.

use crate::assemble::evidence::{self, fold as key};
use crate::grammar::fold;
use crate::grammar::label_voice::is_voice;
use crate::grammar::lexicon::{is_particle, is_role_adjective, is_role_word, is_title_word};
use crate::grammar::name;
use crate::model::Participant;
use crate::resolve::name_parts::capitalised;

/// The key under which a label's resolution is kept: a doubtful label has its own.
pub(crate) fn slot(label: &str) -> String {
    let mut slot = key(label);
    // `Male 1` and `Male 2` are two; a digit glued to a name is a callout's.
    if let Some((_, number)) = label.rsplit_once(' ')
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        slot.push_str(number);
    }
    if is_doubtful(label) {
        slot.push('?');
    }
    slot
}

pub(crate) fn is_doubtful(label: &str) -> bool {
    label.contains("?]") || label.ends_with('?')
}

/// Labels of several in chorus, of somebody unnamed or withheld.
pub(crate) fn is_nobody(label: &str) -> bool {
    evidence::is_redacted(label)
        || evidence::is_collective(label)
        || evidence::is_anonymous(label)
        || is_voice(label)
}

/// In which order labels are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    FullName,
    Surname,
    Role,
    Initials,
}

impl Shape {
    pub(crate) fn of(label: &str) -> Self {
        let spoken = spell_out(label);
        let name = without_titles(&spoken);
        let letters = name.chars().filter(|c| c.is_lowercase()).count();
        if name.is_empty() {
            Shape::Role
        } else if name.split_whitespace().count() > 1 {
            Shape::FullName
        } else if letters <= 1 && name.chars().count() <= 4 && name.is_ascii() {
            Shape::Initials
        } else {
            Shape::Surname
        }
    }
}

/// A label without quotes and brackets, what they supply put in: `P[resident]` is `President`,
/// `RN [Richard Nixon]` is `Richard Nixon`, `Max [Orlo]` is `Max Orlo`.
pub(crate) fn spell_out(label: &str) -> String {
    let label = label.trim_matches(|c| matches!(c, '“' | '"' | '«' | ' '));
    // `‘Amir` begins with a letter of its own.
    let label = if label.ends_with('’') { label.trim_start_matches('‘') } else { label };
    let label = label.trim_end_matches(['?', ' ']);
    let bare = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let label = if bare.ends_with(' ') { label } else { bare };
    if label.contains("not declassified") || label.contains("deleted") {
        return label.to_owned();
    }
    let Some(open) = label.find('[') else { return label.to_owned() };
    let (before, rest) = label.split_at(open);
    let (inside, after) = rest[1..].split_once(']').unwrap_or((&rest[1..], ""));
    let apart = before.is_empty() || before.ends_with(' ');
    if apart && inside.contains(' ') && after.trim().is_empty() {
        return inside.to_owned();
    }
    if apart && !after.trim().is_empty() && is_title_word(inside.split(' ').next().unwrap_or("")) {
        return format!("{}{}", before, after.trim_start());
    }
    let letters = before.chars().filter(|c| c.is_uppercase()).count();
    if !apart && letters > 1 && letters == before.chars().count() {
        // `MDT[aylor]`: the surname begins with the last letter.
        let last = before.chars().next_back().unwrap_or_default();
        return format!("{last}{inside}{after}");
    }
    format!("{before}{}{after}", inside.trim_end_matches('?'))
}

/// A surname before a given name in brackets, the given name first: `Orlo [Marn]`.
pub(crate) fn given_first(label: &str) -> Option<String> {
    let (surname, rest) = label.split_once(" [")?;
    let given = rest.strip_suffix(']')?;
    let single = |word: &str| !word.contains(' ') && word.starts_with(char::is_uppercase);
    (single(surname) && single(given)).then(|| format!("{given} {surname}"))
}

/// The name in a label, titles and offices taken off; empty where the label is a role.
pub(crate) fn without_titles(written: &str) -> &str {
    let mut name = written.trim();
    loop {
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        let bare = first.trim_end_matches([',', '.']);
        let office = is_title_word(first)
            || is_short_title(bare)
            || is_title_word(bare)
            || is_role_word(bare)
            || is_role_adjective(bare)
            || is_article(first)
            || matches!(bare, "of" | "for" | "State" | "Defense" | "Foreign");
        if !office {
            return name;
        }
        if rest.is_empty() {
            return "";
        }
        name = rest.trim_start();
    }
}

/// Offices that a typist shortens to capitals before a surname: `VM Chao`.
fn is_short_title(word: &str) -> bool {
    matches!(
        word,
        "VM" | "PM"
            | "FM"
            | "VP"
            | "DPM"
            | "DFM"
            | "VFM"
            | "DM"
            | "SecState"
            | "SecDef"
            | "SYG"
            | "P.M"
            | "V.M"
            | "F.M"
            | "V.P"
    )
}

/// Articles before a role, in the languages of the records.
pub(crate) fn is_article(word: &str) -> bool {
    matches!(word, "The" | "the" | "THE" | "Le" | "La" | "El" | "Der" | "Die" | "Il" | "Lo")
}

/// A label without the article of its role.
pub(crate) fn without_article(written: &str) -> &str {
    match written.split_once(' ') {
        Some((first, rest)) if is_article(first) && first.len() > 1 => rest.trim_start(),
        _ => written.strip_prefix("L’").unwrap_or(written),
    }
}

/// A name in capitals only, as a person writes it: `M. S. ORLOV` is `M. S. Orlov`.
pub(crate) fn in_small_letters(name: &str) -> String {
    let mut small = String::with_capacity(name.len());
    for (i, word) in name.split(' ').enumerate() {
        if i > 0 {
            small.push(' ');
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let long = letters >= 3 || letters == 2 && name.contains(' ') && is_particle(word);
        let shouted = long && !word.contains(['.', '[']) && !word.contains(char::is_lowercase);
        if i > 0 && matches!(word, "AND" | "FOR" | "THE" | "OF") {
            small.extend(word.chars().flat_map(char::to_lowercase));
        } else if shouted && (i > 0 || letters >= 4 || name.contains(' ')) {
            small.push_str(&capitalised(word));
        } else {
            small.push_str(word);
        }
    }
    small
}

/// Given names or initials that cannot be one person's: `Allen Orlo` and `John Orlo`.
pub(crate) fn contradicts(a: &str, b: &str) -> bool {
    let given = |name: &str| name.split([' ', '.']).next().unwrap_or("").to_owned();
    let (x, y) = (given(a), given(b));
    if fold::same(&x, name::surname(a)) || fold::same(&y, name::surname(b)) {
        return false;
    }
    let one_name = fold::begins(&x, &y) || fold::begins(&y, &x) || is_nickname(&x, &y);
    !one_name
}

/// Whether one given name is a short form of the other, by `data/nicknames.txt`.
pub(crate) fn is_nickname(a: &str, b: &str) -> bool {
    let pairs = include_str!("../../data/nicknames.txt").lines();
    pairs.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).any(
        |(short, long)| {
            fold::same(short, a) && fold::same(long, b)
                || fold::same(short, b) && fold::same(long, a)
        },
    )
}

/// Whether a role is one that a person bears: the words of an office, from its first word on.
pub(crate) fn bears(person: &Participant, role: &str) -> bool {
    let starts = |text: &str| {
        let text = without_article(text);
        let mut theirs = text.split([' ', ',']).filter(|word| !word.is_empty());
        role.split_whitespace().all(|word| theirs.next().is_some_and(|w| fold::same(w, word)))
    };
    person.roles.iter().any(|written| starts(&written.text))
        || person.mentions.iter().any(|mention| starts(&mention.text))
        || person.honorific.as_deref().is_some_and(starts)
        || starts(&person.name)
}

pub(crate) fn initials(name: &str) -> Vec<char> {
    name.split([' ', '.', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Whether two words differ by one or two letters, by the usual slips of a typist.
pub(crate) fn is_near(a: &str, b: &str) -> bool {
    if fold::fold(a).next() != fold::fold(b).next() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (fold::fold(a).collect(), fold::fold(b).collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    let limit = if a.len() >= 6 { 2 } else { 1 };
    row.last().is_some_and(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_spelled_out() {
        for (label, expected) in [
            ("P[resident]", "President"),
            ("RN [Rodo Nolan]", "Rodo Nolan"),
            ("Max [Orlo]", "Max Orlo"),
            ("[Orlo?]", "Orlo"),
            ("MDT[aylor]", "Taylor"),
        ] {
            assert_eq!(spell_out(label), expected);
        }
        assert_eq!(given_first("Orlo [Marn]").as_deref(), Some("Marn Orlo"));
        assert_eq!(given_first("RN [Rodo Nolan]"), None);
    }

    #[test]
    fn titles_are_taken_off() {
        for (label, expected) in
            [("VM Chao", "Chao"), ("Le Président", ""), ("The Secretary", ""), ("Mr. Orlo", "Orlo")]
        {
            assert_eq!(without_titles(label), expected, "{label}");
        }
    }

    #[test]
    fn capitals_become_names() {
        for (label, expected) in [
            ("M. S. ORLOV", "M. S. Orlov"),
            ("Koca PETROV", "Koca Petrov"),
            ("ORLAK", "Orlak"),
            ("AMIR-VEY", "Amir-Vey"),
            ("EL ORLO", "El Orlo"),
            ("LBJ", "LBJ"),
            ("Orlo", "Orlo"),
        ] {
            assert_eq!(in_small_letters(label), expected);
        }
    }
}
