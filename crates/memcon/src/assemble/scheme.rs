//! Which of a document's candidates are its labels.
//!
//! One label-like string proves nothing. The decision is the document's: labels recur and
//! alternate, belong to people whom the head names, and share a separator (Formats: families
//! F1 to F16).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::evidence::{self, Known};
use crate::grammar::label::{Candidate, Opening};
use crate::model::{Evidence, Separator, Verdict};

/// A candidate where it was found, and how it was read.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'t> {
    pub(crate) candidate: Candidate<'t>,
    /// The paragraph it opens, as a place in the body.
    pub(crate) paragraph: usize,
    /// The byte at which the label begins.
    pub(crate) at: usize,
    pub(crate) verdict: Verdict,
    pub(crate) evidence: Vec<Evidence>,
}

/// What the document shows of one label with one separator.
#[derive(Debug, Default)]
struct Group {
    count: usize,
    /// How often something is said after it in the same paragraph.
    followed: usize,
    /// How often the next label is another's.
    alternates: usize,
    /// The first and the last paragraph that it opens.
    first: usize,
    last: usize,
    /// Whether a letter of question or answer stands before the name: `Q. Mr. Orlo`.
    lettered: bool,
    /// Whether it has the shape of a name.
    named: bool,
    score: i32,
    evidence: Vec<Evidence>,
    accepted: bool,
}

type Key = (String, Separator);

/// How a label is set, besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Spoken {
    aside: bool,
    supplied: bool,
}

/// What the words of a label tell by themselves: asked once for all its recurrences.
#[derive(Debug)]
enum Weighed {
    Against(Evidence),
    For {
        /// Folded.
        name: String,
        evidence: Vec<Evidence>,
    },
}

/// Decides every candidate of a document of so many paragraphs.
pub(crate) fn decide<'t>(readings: &mut [Reading<'t>], paragraphs: usize, known: &Known) {
    let mut groups: FxHashMap<Key, Group> = FxHashMap::default();
    let mut weighed: FxHashMap<(&'t str, Separator, Spoken), Weighed> = FxHashMap::default();
    let mut keys: Vec<Option<Key>> = Vec::with_capacity(readings.len());
    for i in 0..readings.len() {
        let followed = is_followed(readings, i, paragraphs);
        keys.push(keep(&mut readings[i], followed, known, &mut weighed, &mut groups));
    }
    drop_lone_answers(&mut groups);
    let mut last: Option<&Key> = None;
    for key in keys.iter().flatten() {
        if last.is_some_and(|last| last.0 != key.0)
            && let Some(group) = groups.get_mut(key)
        {
            group.alternates += 1;
        }
        last = Some(key);
    }
    groups.values_mut().for_each(score);
    accept(&mut groups, paragraphs, known);
    for (reading, key) in readings.iter_mut().zip(&keys) {
        let Some(group) = key.as_ref().and_then(|key| groups.get(key)) else { continue };
        reading.verdict = if group.accepted { Verdict::Label } else { Verdict::NotALabel };
        reading.evidence.clone_from(&group.evidence);
    }
}

/// Whether words follow a label: on its line, or, where it stands alone on it, in the next
/// paragraph, if that is no such line itself.
fn is_followed(readings: &[Reading<'_>], i: usize, paragraphs: usize) -> bool {
    let reading = &readings[i];
    if !reading.candidate.rest.trim().is_empty() {
        return true;
    }
    let next = reading.paragraph + 1;
    reading.candidate.separator == Separator::LineEnd
        && next < paragraphs
        && readings.get(i + 1).is_none_or(|other| other.paragraph > next)
}

/// `A.` without any `Q` is an enumerator.
fn drop_lone_answers(groups: &mut FxHashMap<Key, Group>) {
    let asked = groups.keys().any(|(name, _)| name.starts_with('q'));
    if !asked && let Some(group) = groups.get_mut(&("a".to_owned(), Separator::Stop)) {
        group.evidence = vec![Evidence::Enumerator];
        group.count = 0;
        group.followed = 0;
    }
}

/// Counts a candidate, unless something speaks against it outright.
fn keep<'t>(
    reading: &mut Reading<'t>,
    followed: bool,
    known: &Known,
    weighed: &mut FxHashMap<(&'t str, Separator, Spoken), Weighed>,
    groups: &mut FxHashMap<Key, Group>,
) -> Option<Key> {
    let candidate = &reading.candidate;
    let spoken = Spoken {
        aside: candidate.aside.is_some(),
        supplied: candidate.opening == Opening::Supplied,
    };
    let found = weighed.entry((candidate.core, candidate.separator, spoken)).or_insert_with(|| {
        match evidence::against(candidate, known) {
            Some(reason) => Weighed::Against(reason),
            None => Weighed::For {
                name: evidence::fold(candidate.core),
                evidence: evidence::for_it(candidate, known),
            },
        }
    });
    let (name, found) = match found {
        Weighed::Against(reason) => {
            reading.verdict = Verdict::NotALabel;
            reading.evidence = vec![*reason];
            return None;
        }
        Weighed::For { name, evidence } => (name, evidence),
    };
    // Chinese pages mix the two colons.
    let separator = match candidate.separator {
        Separator::FullwidthColon => Separator::Colon,
        other => other,
    };
    let key = (name.clone(), separator);
    let group = groups.entry(key.clone()).or_default();
    if group.count == 0 {
        group.first = reading.paragraph;
    }
    group.last = reading.paragraph;
    group.count += 1;
    group.followed += usize::from(followed);
    for found in found {
        if !group.evidence.contains(found) {
            group.evidence.push(*found);
        }
    }
    group.lettered |= candidate.core.starts_with("Q. ") || candidate.core.starts_with("A. ");
    if evidence::is_name_shaped(candidate.core) {
        group.named = true;
        group.score = group.score.max(1);
    }
    Some(key)
}

/// Weighs what is known of one label.
fn score(group: &mut Group) {
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
fn is_person(group: &Group) -> bool {
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

/// Whether a group may found a scheme: what the separator asks beyond a score. `dense` says that
/// recurring labels of this separator open at least half of the paragraphs.
fn founds(separator: Separator, group: &Group, dense: bool) -> bool {
    let person = is_person(group);
    let conversation = group.evidence.contains(&Evidence::ConversationTitle);
    let recurs = group.count >= 2;
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

/// Whether a label that stands alone may join a scheme that others founded. Outside the stretch
/// between the first and the last of their labels only a person may.
fn joins(separator: Separator, group: &Group, inside: bool) -> bool {
    let has = |evidence| group.evidence.contains(&evidence);
    let person = has(Evidence::Listed)
        || has(Evidence::InTitle)
        || has(Evidence::Titled)
        || has(Evidence::Role)
        || has(Evidence::Sender)
        || has(Evidence::SpokenParenthesis);
    match separator {
        Separator::Colon | Separator::FullwidthColon => {
            (group.followed > 0 && group.score >= 1 && ((inside && group.named) || person))
                || (person && group.score >= 2)
        }
        Separator::Equals => group.followed > 0,
        Separator::Stop => {
            group.followed > 0 && (person || has(Evidence::Capitals)) && group.score >= 3
        }
        Separator::Dash | Separator::SpacedHyphen => {
            group.followed > 0 && (person || has(Evidence::Initials)) && group.score >= 2
        }
        Separator::LineEnd | Separator::None => person && group.count >= 2,
    }
}

/// Whether a label with another separator is one that a scheme knows: `Orlo—` among `Orlo:`,
/// `Q.` among `Q:`, a listed name with a dash among colons.
fn crosses(
    (name, separator): &Key,
    group: &Group,
    founders: &FxHashSet<Key>,
    groups: &FxHashMap<Key, Group>,
) -> bool {
    if group.followed == 0 {
        return false;
    }
    let known = |name: &str| {
        founders.iter().any(|(other, kind)| {
            kind != separator
                && (other == name || groups.contains_key(&(name.to_owned(), *kind)))
                && INLINE.contains(kind)
        })
    };
    match separator {
        Separator::Dash | Separator::SpacedHyphen => {
            known(name)
                || (!founders.is_empty()
                    && group.evidence.contains(&Evidence::ConversationTitle)
                    && group
                        .evidence
                        .iter()
                        .any(|e| matches!(e, Evidence::Listed | Evidence::Titled)))
        }
        Separator::Stop => {
            (matches!(name.as_str(), "q" | "a") && groups.values().any(|other| other.lettered))
                || (name == "ans" && !founders.is_empty() && group.count >= 2)
                || (known(name) && group.evidence.contains(&Evidence::Initials))
        }
        Separator::Colon
        | Separator::FullwidthColon
        | Separator::Equals
        | Separator::LineEnd
        | Separator::None => false,
    }
}

/// Separators after which the speech follows on the same line.
const INLINE: [Separator; 6] = [
    Separator::Colon,
    Separator::FullwidthColon,
    Separator::Stop,
    Separator::Dash,
    Separator::SpacedHyphen,
    Separator::Equals,
];

/// Accepts the labels of the document's schemes.
fn accept(groups: &mut FxHashMap<Key, Group>, paragraphs: usize, known: &Known) {
    let dense = |separator: Separator| {
        let recurring = groups.iter().filter(|(key, group)| key.1 == separator && group.count > 1);
        let labels: usize = recurring.map(|(_, group)| group.count).sum();
        labels >= 4 && labels * 2 >= paragraphs
    };
    let founders: FxHashSet<Key> = groups
        .iter()
        .filter(|((_, separator), group)| founds(*separator, group, dense(*separator)))
        .map(|(key, _)| key.clone())
        .collect();
    let inline: Vec<&Group> =
        founders.iter().filter(|key| INLINE.contains(&key.1)).map(|key| &groups[key]).collect();
    let stretch = inline
        .iter()
        .map(|group| (group.first, group.last))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let separators: FxHashSet<Separator> = founders.iter().map(|key| key.1).collect();
    // A label may stand just before the first and just after the last of the others.
    let inside = |group: &Group| {
        stretch.is_some_and(|(first, last)| first <= group.first + 1 && group.last <= last + 1)
    };
    let joining = |key: &Key, group: &Group| {
        separators.contains(&key.1) && joins(key.1, group, inside(group))
            || crosses(key, group, &founders, groups)
    };
    let (mut speakers, mut labels) = (0, 0);
    for (key, group) in groups.iter().filter(|(key, _)| INLINE.contains(&key.1)) {
        if founders.contains(key) || (group.score >= 2 && joining(key, group)) {
            speakers += 1;
            labels += group.count;
        }
    }
    let labelled = match inline.len() {
        0 => false,
        1 if speakers == 1 => labels >= 4 && is_person(inline[0]),
        1 => labels >= if known.conversation { 3 } else { 4 },
        _ => labels >= if known.conversation { 2 } else { 4 },
    };
    let own_line = !labelled && founders.len() - inline.len() >= 2;
    let verdicts: Vec<(Key, bool)> = groups
        .iter()
        .map(|(key, group)| {
            let here = if INLINE.contains(&key.1) { labelled } else { own_line };
            (key.clone(), here && (founders.contains(key) || joining(key, group)))
        })
        .collect();
    for (key, accepted) in verdicts {
        let Some(group) = groups.get_mut(&key) else { continue };
        group.accepted = accepted;
        if accepted {
            group.evidence.push(Evidence::SchemeSeparator);
        } else if labelled && !separators.contains(&key.1) {
            group.evidence.push(Evidence::OtherSeparator);
        } else if group.count == 1 {
            group.evidence.push(Evidence::Alone);
        }
    }
}
