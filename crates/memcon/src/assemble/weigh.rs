//! What the document shows of one label, and what it weighs.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Evidence, Separator};

/// What the document shows of one label with one separator.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is one observation of the document")]
pub(crate) struct Group {
    pub(crate) count: usize,
    /// How often something is said after it in the same paragraph.
    pub(crate) followed: usize,
    /// How often the next label is another's.
    pub(crate) alternates: usize,
    /// The first and the last paragraph that it opens.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Whether a letter of question or answer stands before the name: `Q. Mr. Orlo`.
    pub(crate) lettered: bool,
    /// Whether it has the shape of a name.
    pub(crate) named: bool,
    /// Whether it says that the speaker is withheld.
    pub(crate) redacted: bool,
    /// Whether it is the word `Question`.
    pub(crate) asked: bool,
    /// How often a paragraph's number stands before it.
    pub(crate) numbered: usize,
    /// How often a small letter follows it: the sentence goes on.
    pub(crate) going_on: usize,
    /// Whether the document is a paper that gives no talk, as its title says.
    pub(crate) paper: bool,
    pub(crate) score: i32,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) accepted: bool,
}

/// A label folded, shared by its places, and what follows it.
pub(crate) type Key = (Rc<str>, Separator);

/// Weighs what is known of one label.
pub(crate) fn score(group: &mut Group) {
    if group.count > 1 {
        group.evidence.push(Evidence::Recurs);
    }
    group.score += match group.count {
        0 | 1 => 0,
        2 => 2,
        _ => 3,
    };
    for found in &group.evidence {
        group.score += match found {
            Evidence::Listed | Evidence::InTitle | Evidence::Titled | Evidence::Sender => 2,
            Evidence::Role | Evidence::Initials | Evidence::Capitals => 1,
            Evidence::ConversationTitle | Evidence::SpokenParenthesis => 1,
            _ => 0,
        };
    }
    if group.followed == 0 {
        group.score -= 2;
    }
}

/// What speaks for a person by itself.
pub(crate) fn is_person(group: &Group) -> bool {
    group.evidence.iter().any(|evidence| {
        matches!(
            evidence,
            Evidence::Listed
                | Evidence::InTitle
                | Evidence::Titled
                | Evidence::Role
                | Evidence::Sender
                | Evidence::Initials
                | Evidence::Capitals
        )
    })
}

/// What calls a person by more than letters that an agency has too.
fn is_called(group: &Group) -> bool {
    group.evidence.iter().any(|evidence| {
        matches!(
            evidence,
            Evidence::Listed
                | Evidence::InTitle
                | Evidence::Titled
                | Evidence::Role
                | Evidence::Sender
                | Evidence::SpokenParenthesis
        )
    })
}

/// Whether a group may found a scheme: what the separator asks beyond a score. `dense` says that
/// recurring labels of this separator open at least half of the paragraphs.
pub(crate) fn founds(separator: Separator, group: &Group, dense: bool) -> bool {
    let person = is_person(group);
    if group.paper && !is_called(group) {
        return false;
    }
    let conversation = group.evidence.contains(&Evidence::ConversationTitle);
    let recurs = group.count >= 2;
    if group.numbered == group.count && !person {
        return false;
    }
    match separator {
        Separator::Colon | Separator::FullwidthColon => {
            group.score >= 4 || (recurs && group.score >= 3 && group.alternates > 0)
        }
        Separator::Equals => recurs,
        Separator::Stop => {
            recurs && ((group.score >= 5 && person) || (dense && group.alternates > 0))
        }
        Separator::Dash | Separator::SpacedHyphen => {
            recurs
                && ((group.score >= 5 && person && conversation)
                    || (dense && group.alternates > 0 && group.score >= 3))
        }
        Separator::LineEnd | Separator::None => {
            recurs
                && group.alternates >= 2
                && group.followed == group.count
                && person
                && group.score >= 5
        }
    }
}

/// What the labels that found a scheme leave to the others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Whether the label stands in the stretch between the first and the last founder.
    pub(crate) inside: bool,
    /// Whether the founders have one separator and open most paragraphs.
    pub(crate) alone: bool,
    /// Whether all founders are people whom the head names.
    pub(crate) listed: bool,
}

/// Whether a label that stands alone may join a scheme that others founded. Outside the stretch
/// between the first and the last of their labels only a person may.
pub(crate) fn joins(separator: Separator, group: &Group, place: Place) -> bool {
    let Place { inside, alone, listed } = place;
    if group.redacted && group.followed > 0 {
        return true;
    }
    // `Question:` once in a speech is the speaker's; a number before a name needs a person.
    if (group.asked && group.count < 2) || (group.numbered == group.count && !is_person(group)) {
        return false;
    }
    let has = |evidence| group.evidence.contains(&evidence);
    let person = has(Evidence::Listed)
        || has(Evidence::InTitle)
        || has(Evidence::Titled)
        || has(Evidence::Role)
        || has(Evidence::Sender)
        || has(Evidence::SpokenParenthesis);
    // `Listen: we have no ships`, once, where people of the list bear all labels.
    let word = listed && group.going_on == group.count && !is_person(group);
    match separator {
        Separator::Colon | Separator::FullwidthColon if word && group.count == 1 => false,
        Separator::Colon | Separator::FullwidthColon => {
            (group.followed > 0 && group.score >= 1 && ((inside && group.named) || person))
                || (person && group.score >= 2)
        }
        Separator::Equals => group.followed > 0,
        Separator::Stop => {
            group.followed > 0 && (person || has(Evidence::Capitals)) && group.score >= 3
        }
        Separator::Dash | Separator::SpacedHyphen => {
            group.followed > 0
                && group.score >= 2
                && (person || has(Evidence::Initials) || (inside && alone && group.named))
        }
        Separator::LineEnd | Separator::None => {
            person && group.followed == group.count && (group.count >= 2 || group.score >= 3)
        }
    }
}

/// Whether a label with another separator is one that a scheme knows: `Orlo—` among `Orlo:`,
/// `Q.` among `Q:`, a listed name with a dash among colons, unless the sentence goes on after the
/// dash: `Mr. Orlo—and he is never wrong—tells me`.
pub(crate) fn crosses(
    (name, separator): &Key,
    group: &Group,
    founders: &FxHashSet<Key>,
    groups: &FxHashMap<Key, Group>,
) -> bool {
    if group.followed == 0 || founders.is_empty() {
        return false;
    }
    if group.redacted {
        return true;
    }
    let known = |name: &Rc<str>| {
        founders.iter().any(|(other, kind)| {
            kind != separator
                && (other == name || groups.contains_key(&(Rc::clone(name), *kind)))
                && INLINE.contains(kind)
        })
    };
    match separator {
        Separator::Dash | Separator::SpacedHyphen => {
            known(name)
                || (group.going_on == 0
                    && group.evidence.contains(&Evidence::ConversationTitle)
                    && group
                        .evidence
                        .iter()
                        .any(|e| matches!(e, Evidence::Listed | Evidence::Titled)))
        }
        Separator::Stop => {
            (matches!(&**name, "q" | "a") && groups.values().any(|other| other.lettered))
                || (&**name == "ans" && !founders.is_empty() && group.count >= 2)
                || (known(name) && group.evidence.contains(&Evidence::Initials))
                || (name.starts_with("from")
                    && group.evidence.contains(&Evidence::Sender)
                    && founders.iter().any(|key| groups[key].evidence.contains(&Evidence::Sender)))
        }
        Separator::Colon
        | Separator::FullwidthColon
        | Separator::Equals
        | Separator::LineEnd
        | Separator::None => false,
    }
}

/// Separators after which the speech follows on the same line.
pub(crate) const INLINE: [Separator; 6] = [
    Separator::Colon,
    Separator::FullwidthColon,
    Separator::Stop,
    Separator::Dash,
    Separator::SpacedHyphen,
    Separator::Equals,
];
