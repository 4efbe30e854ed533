//! Which of a document's candidates are its labels.
//!
//! One label-like string proves nothing. The decision is the document's: labels recur and
//! alternate, belong to people whom the head names, and share a separator (Formats: families
//! F1 to F16).

use std::collections::HashMap;

use crate::assemble::evidence::{self, Known};
use crate::grammar::label::Candidate;
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
    score: i32,
    evidence: Vec<Evidence>,
    accepted: bool,
}

type Key = (String, Separator);

/// Decides every candidate of a document.
pub(crate) fn decide(readings: &mut [Reading<'_>], known: &Known) {
    let mut groups: HashMap<Key, Group> = HashMap::new();
    let keys: Vec<Option<Key>> =
        readings.iter_mut().map(|reading| keep(reading, known, &mut groups)).collect();
    let mut last: Option<&Key> = None;
    for key in keys.iter().flatten() {
        if last.is_some_and(|last| last.0 != key.0)
            && let Some(group) = groups.get_mut(key)
        {
            group.alternates += 1;
        }
        last = Some(key);
    }
    for ((_, separator), group) in &mut groups {
        score(*separator, group);
    }
    accept(&mut groups, known);
    for (reading, key) in readings.iter_mut().zip(&keys) {
        let Some(group) = key.as_ref().and_then(|key| groups.get(key)) else { continue };
        reading.verdict = if group.accepted { Verdict::Label } else { Verdict::NotALabel };
        reading.evidence.clone_from(&group.evidence);
    }
}

/// Counts a candidate, unless something speaks against it outright.
fn keep(reading: &mut Reading<'_>, known: &Known, groups: &mut HashMap<Key, Group>) -> Option<Key> {
    let candidate = &reading.candidate;
    if let Some(reason) = evidence::against(candidate, known) {
        reading.verdict = Verdict::NotALabel;
        reading.evidence = vec![reason];
        return None;
    }
    let key = (evidence::fold(candidate.core), candidate.separator);
    let group = groups.entry(key.clone()).or_default();
    group.count += 1;
    group.followed += usize::from(!candidate.rest.trim().is_empty());
    for found in evidence::for_it(candidate, known) {
        if !group.evidence.contains(&found) {
            group.evidence.push(found);
        }
    }
    if evidence::is_name_shaped(candidate.core) {
        group.score = group.score.max(1);
    }
    Some(key)
}

/// Weighs what is known of one label.
fn score(separator: Separator, group: &mut Group) {
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
            Evidence::Listed | Evidence::InTitle | Evidence::Titled => 2,
            Evidence::Role | Evidence::Initials | Evidence::Capitals => 1,
            Evidence::ConversationTitle | Evidence::SpokenParenthesis => 1,
            _ => 0,
        };
    }
    if group.followed == 0 && separator != Separator::LineEnd {
        group.score -= 2;
    }
}

/// Whether a group may found a scheme: what the separator asks beyond a score.
fn founds(separator: Separator, group: &Group) -> bool {
    let has = |evidence| group.evidence.contains(&evidence);
    let person = has(Evidence::Listed)
        || has(Evidence::InTitle)
        || has(Evidence::Titled)
        || has(Evidence::Role)
        || has(Evidence::Initials)
        || has(Evidence::Capitals);
    match separator {
        Separator::Colon | Separator::FullwidthColon => group.score >= 4,
        Separator::Equals => group.count >= 2,
        Separator::Stop => group.count >= 2 && group.score >= 5 && person,
        Separator::Dash | Separator::SpacedHyphen => {
            group.count >= 2 && group.score >= 5 && person && has(Evidence::ConversationTitle)
        }
        Separator::LineEnd | Separator::None => {
            group.count >= 2 && group.alternates >= 2 && person && group.score >= 5
        }
    }
}

/// Whether a label that stands alone may join a scheme that others founded.
fn joins(separator: Separator, group: &Group) -> bool {
    let has = |evidence| group.evidence.contains(&evidence);
    let person = has(Evidence::Listed)
        || has(Evidence::InTitle)
        || has(Evidence::Titled)
        || has(Evidence::Role)
        || has(Evidence::SpokenParenthesis);
    match separator {
        Separator::Colon | Separator::FullwidthColon => {
            (group.followed > 0 && group.score >= 1) || (person && group.score >= 2)
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

/// Accepts the labels of the document's schemes.
fn accept(groups: &mut HashMap<Key, Group>, known: &Known) {
    let founders: Vec<Key> = groups
        .iter()
        .filter(|((_, separator), group)| founds(*separator, group))
        .map(|(key, _)| key.clone())
        .collect();
    let inline = |separator: Separator| !matches!(separator, Separator::LineEnd | Separator::None);
    let speakers: usize = founders.iter().filter(|key| inline(key.1)).count();
    let labels: usize =
        founders.iter().filter(|key| inline(key.1)).map(|key| groups[key].count).sum();
    let labelled = speakers >= 2 && labels >= if known.conversation { 2 } else { 4 }
        || speakers == 1 && labels >= 4;
    let own_line = founders.len() - speakers >= 2 && !labelled;
    for ((name, separator), group) in groups.iter_mut() {
        let founder = founders.contains(&(name.clone(), *separator));
        let here = if inline(*separator) { labelled } else { own_line };
        let same = founders.iter().any(|key| key.1 == *separator);
        group.accepted = here && (founder || (same && joins(*separator, group)));
        if group.accepted {
            group.evidence.push(Evidence::SchemeSeparator);
        } else if labelled && !same {
            group.evidence.push(Evidence::OtherSeparator);
        } else if group.count == 1 {
            group.evidence.push(Evidence::Alone);
        }
    }
}
