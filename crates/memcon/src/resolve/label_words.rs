//! A label taken apart: who speaks, to whom, through whom, and what the label defines.
//!
//! ```text
//! label = speaker (("and" | "/" | "," | "&") speaker)*     ; jointly
//!       | addressee "from" speaker | "From" speaker        ; teletype
//!       | speaker "to" addressee
//! ```

use memchr::memchr3;

/// Who a label says speaks, and to whom; slices of the label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LabelWords<'t> {
    pub(crate) speakers: Vec<&'t str>,
    pub(crate) addressees: Vec<&'t str>,
}

/// Takes a label's words apart.
pub(crate) fn label_words(core: &str) -> LabelWords<'_> {
    let core = core.trim_matches(|c| matches!(c, '“' | '"' | '«' | ' '));
    if let Some(sender) = core.strip_prefix("From ") {
        return LabelWords { speakers: joint(sender), addressees: Vec::new() };
    }
    if let Some((to, sender)) = core.split_once(" from ") {
        return LabelWords { speakers: joint(sender), addressees: joint(to) };
    }
    if let Some((sender, to)) = core.split_once(" to ") {
        return LabelWords { speakers: joint(sender), addressees: joint(to) };
    }
    LabelWords { speakers: joint(core), addressees: Vec::new() }
}

/// People named together.
pub(crate) fn joint(names: &str) -> Vec<&str> {
    // Every mark between people has one of these.
    if memchr3(b' ', b'/', b',', names.as_bytes()).is_none() {
        return Some(names.trim()).filter(|name| !name.is_empty()).into_iter().collect();
    }
    let mut rest = names;
    let mut each = Vec::new();
    while let Some((at, len)) = next_joint(rest) {
        each.push(rest[..at].trim());
        rest = &rest[at + len..];
    }
    each.push(rest.trim());
    each.retain(|name| !name.is_empty());
    each
}

/// The next mark between two people, outside brackets: its place and length.
fn next_joint(names: &str) -> Option<(usize, usize)> {
    [" and ", "/", ", ", " & ", " y ", " et ", " und "]
        .iter()
        .filter_map(|mark| {
            let at = names.find(mark)?;
            let outside = names[..at].matches('[').count() == names[..at].matches(']').count();
            outside.then_some((at, mark.len()))
        })
        .min()
        .filter(|(at, len)| {
            let after = names[at + len..].trim_start();
            !matches!(after.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III")
        })
}

/// What a remark between name and separator tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aside<'t> {
    /// `(to Orlo)`.
    To(&'t str),
    /// `(via interpreter)`, `(Chi)`, `(Miss Shen interpreting)`: who gave it voice.
    VoicedBy(&'t str),
    /// `[hereafter LBJ]`: another name for the speaker from here on.
    Alias(&'t str),
    /// `[or Orlo]`: this one or the one before it.
    Or,
    /// `(Orlo?)`: the label is doubtful.
    Doubtful(&'t str),
    /// `(Orlo)` after a role: the person's name, if anybody bears it.
    Other(&'t str),
}

/// Reads a remark between name and separator.
pub(crate) fn aside(inside: &str) -> Aside<'_> {
    let words = inside.trim();
    let after = |starts: &[&str]| {
        let rest = starts.iter().find_map(|start| words.strip_prefix(start))?;
        Some(rest.strip_prefix("the ").unwrap_or(rest))
    };
    if let Some(name) = after(&["to ", "addressing ", "turning to "]) {
        return Aside::To(name);
    }
    if let Some(who) = after(&["via ", "through "]) {
        return Aside::VoicedBy(who);
    }
    if let Some(alias) = after(&["hereafter ", "hereinafter "]) {
        return Aside::Alias(alias);
    }
    if words.contains("interpret") || words.contains("translat") {
        return Aside::VoicedBy(words);
    }
    if words.starts_with("or ") {
        return Aside::Or;
    }
    if let Some(name) = words.strip_suffix('?') {
        return Aside::Doubtful(name);
    }
    Aside::Other(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_speakers_and_addressees() {
        for (core, speakers, addressees) in [
            ("Orlo", &["Orlo"][..], &[][..]),
            ("General Orlo and Secretary Vey", &["General Orlo", "Secretary Vey"], &[]),
            ("Orlo/Vey/Rand", &["Orlo", "Vey", "Rand"], &[]),
            ("Orlo, Vey", &["Orlo", "Vey"], &[]),
            ("Orlo from Vey and Rand", &["Vey", "Rand"], &["Orlo"]),
            ("From Vey", &["Vey"], &[]),
            (
                "Mr. [name not declassified] to Mr. Orlo",
                &["Mr. [name not declassified]"],
                &["Mr. Orlo"],
            ),
            ("T. Orlo, Jr", &["T. Orlo, Jr"], &[]),
        ] {
            let found = label_words(core);
            assert_eq!((&found.speakers[..], &found.addressees[..]), (speakers, addressees));
        }
    }

    #[test]
    fn remarks_are_told_apart() {
        assert_eq!(aside("to Orlo"), Aside::To("Orlo"));
        assert_eq!(aside("via interpreter"), Aside::VoicedBy("interpreter"));
        assert_eq!(aside("hereafter LBJ"), Aside::Alias("LBJ"));
        assert_eq!(aside("Orlo?"), Aside::Doubtful("Orlo"));
        assert_eq!(aside("or Orlo"), Aside::Or);
        assert_eq!(aside("smiling"), Aside::Other("smiling"));
    }
}
