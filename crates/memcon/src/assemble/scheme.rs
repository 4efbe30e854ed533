//! Which of a document's candidates are its labels.
//!
//! One label-like string proves nothing. The decision is the document's: labels recur and
//! alternate, belong to people whom the head names, and share a separator (Formats: families
//! F1 to F16).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::evidence::{self, Known};
use crate::assemble::label_words::Labels;
use crate::assemble::weigh::{Group, INLINE, Key, Place, crosses, founds, is_person, joins, score};
use crate::grammar::label::{Candidate, Numbering, Opening};
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

/// Decides every candidate of a document of so many paragraphs.
pub(crate) fn decide(readings: &mut [Reading<'_>], paragraphs: usize, known: &Known) {
    let mut groups: FxHashMap<Key, Group> = FxHashMap::default();
    let mut keys: Vec<Option<Key>> = Vec::with_capacity(readings.len());
    let mut labels = Labels::new(known);
    let quoted = quoted(readings, &mut labels);
    for i in 0..readings.len() {
        if quoted && readings[i].candidate.opening == Opening::Quote {
            readings[i].evidence = vec![Evidence::Quoted];
            keys.push(None);
            continue;
        }
        if is_in_list(readings, i) {
            readings[i].evidence = vec![Evidence::OtherSeparator];
            keys.push(None);
            continue;
        }
        let followed = is_followed(readings, i, paragraphs);
        keys.push(keep(&mut readings[i], followed, &mut labels, &mut groups));
    }
    drop_lone_answers(&mut groups);
    drop_rhetorical_questions(&mut groups);
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
    let labels = readings.iter().zip(&keys).filter(|(_, key)| key.is_some());
    let alone = labels.clone().count() == paragraphs
        && labels.into_iter().all(|(label, _)| is_said(label.candidate.rest))
        && take_turns(&groups);
    accept(&mut groups, paragraphs, known, alone);
    for (reading, key) in readings.iter_mut().zip(&keys) {
        let Some(group) = key.as_ref().and_then(|key| groups.get(key)) else { continue };
        reading.verdict = if group.accepted { Verdict::Label } else { Verdict::NotALabel };
        reading.evidence.clone_from(&group.evidence);
    }
}

/// Whether labels in quotation marks are speech that a speaker quotes: most labels have none.
fn quoted<'t>(readings: &[Reading<'t>], labels: &mut Labels<'t, '_>) -> bool {
    // Most documents have none.
    if readings.iter().all(|reading| reading.candidate.opening != Opening::Quote) {
        return false;
    }
    let (mut plain, mut quoted) = (0usize, 0usize);
    for Reading { candidate, .. } in readings {
        if candidate.separator == Separator::Colon && labels.against(candidate).is_none() {
            match candidate.opening {
                Opening::Quote => quoted += 1,
                Opening::None | Opening::Supplied | Opening::Bracket => plain += 1,
            }
        }
    }
    plain > quoted
}

/// Whether a line is one of at least three names on lines of their own: a list, no labels.
fn is_in_list(readings: &[Reading<'_>], i: usize) -> bool {
    let alone = |reading: &Reading<'_>| reading.candidate.separator == Separator::LineEnd;
    let joined = |a: usize, b: usize| {
        alone(&readings[a])
            && alone(&readings[b])
            && readings[b].paragraph == readings[a].paragraph + 1
    };
    let before = (1..=2).take_while(|n| i >= *n && joined(i - n, i - n + 1)).count();
    let after =
        (0..2).take_while(|n| i + n + 1 < readings.len() && joined(i + n, i + n + 1)).count();
    before + after >= 2
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
    if !asked && let Some(group) = groups.get_mut(&("a".into(), Separator::Stop)) {
        group.evidence = vec![Evidence::Enumerator];
        group.count = 0;
        group.followed = 0;
    }
}

/// `Question:` with `Answer:` once each is a speaker's own; `Answer:` without it a heading.
fn drop_rhetorical_questions(groups: &mut FxHashMap<Key, Group>) {
    let key = |word: &str| (word.into(), Separator::Colon);
    if groups.get(&key("question")).is_some_and(|group| group.count >= 2) {
        return;
    }
    if let Some(group) = groups.get_mut(&key("answer")) {
        group.evidence = vec![Evidence::FieldWord];
        (group.count, group.followed, group.named, group.score) = (0, 0, false, 0);
    }
}

/// Counts a candidate, unless something speaks against it outright.
fn keep<'t>(
    reading: &mut Reading<'t>,
    followed: bool,
    labels: &mut Labels<'t, '_>,
    groups: &mut FxHashMap<Key, Group>,
) -> Option<Key> {
    let candidate = &reading.candidate;
    if let Some(reason) = labels.against(candidate) {
        reading.verdict = Verdict::NotALabel;
        reading.evidence = vec![reason];
        return None;
    }
    let words = labels.words(candidate);
    let group = groups.entry(words.key.clone()).or_default();
    if group.count == 0 {
        group.first = reading.paragraph;
    }
    group.last = reading.paragraph;
    group.count += 1;
    group.followed += usize::from(followed);
    for found in words.for_it.iter().copied().chain(evidence::for_brackets(candidate)) {
        if !group.evidence.contains(&found) {
            group.evidence.push(found);
        }
    }
    group.paper = words.paper;
    group.redacted |= words.redacted;
    group.asked |= words.asked;
    group.numbered += usize::from(candidate.numbering == Numbering::Numbered);
    group.going_on += usize::from(candidate.rest.trim_start().starts_with(char::is_lowercase));
    group.lettered |= words.lettered;
    if words.named {
        group.named = true;
        group.score = group.score.max(1);
    }
    Some(words.key.clone())
}

/// Accepts the labels of the document's schemes; of one in which nothing else stands, all.
fn accept(groups: &mut FxHashMap<Key, Group>, paragraphs: usize, known: &Known, alone: bool) {
    let dense = |separator: Separator| {
        let recurring = groups.iter().filter(|(key, group)| key.1 == separator && group.count > 1);
        let labels: usize = recurring.map(|(_, group)| group.count).sum();
        let single = groups.iter().filter(|(key, group)| {
            key.1 == separator && group.count == 1 && group.evidence.contains(&Evidence::Listed)
        });
        labels >= 4 && labels * 2 >= paragraphs
            || labels >= 2 && (labels + single.count()) * 4 >= (paragraphs * 3).max(16)
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
    let named = |found: &Evidence| matches!(found, Evidence::Listed | Evidence::InTitle);
    let listed = founders.iter().all(|key| groups[key].evidence.iter().any(named));
    let joining = |key: &Key, group: &Group| {
        let alone = separators.len() == 1 && dense(key.1);
        let place = Place { inside: inside(group), alone, listed };
        separators.contains(&key.1) && joins(key.1, group, place)
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
    let labelled = labelled || alone;
    let own_line = !labelled && founders.len() - inline.len() >= 2;
    let verdicts: Vec<(Key, bool)> = groups
        .iter()
        .map(|(key, group)| {
            let here = if INLINE.contains(&key.1) { labelled } else { own_line };
            let spoken = founders.contains(key) || joining(key, group) || alone && has_colon(key);
            (key.clone(), here && spoken)
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

/// Whether a record, however short, in which each paragraph opens with a label is talk: all labels
/// are names with colons, and they take turns or are people's by their form. `Berlin: …` and
/// `Trade: …` once each are topics.
fn take_turns(groups: &FxHashMap<Key, Group>) -> bool {
    let all = || groups.iter();
    let said = |(key, group): (&Key, &Group)| {
        has_colon(key)
            && group.followed == group.count
            && !group.paper
            && (group.named || is_person(group))
    };
    groups.len() >= 2
        && all().all(said)
        && (all().any(|(_, group)| group.count > 1 && group.alternates > 0)
            || all().all(|(_, group)| is_person(group)))
}

fn has_colon(key: &Key) -> bool {
    matches!(key.1, Separator::Colon | Separator::FullwidthColon)
}

/// Whether words end as somebody's do, not as an entry of a list.
fn is_said(words: &str) -> bool {
    let words = words.trim_end().trim_end_matches(['"', '”', '»', ')', ']', '’']);
    words.ends_with(['.', '?', '!', '…', '—', '。', '？', '！'])
}
