//! Rows of people between commas, each called as the one before: nobody's offices stand there.

use super::class::{Class, class};
use super::head::head;
use super::split::{is_code, split, without_asides};
use crate::grammar::fold::same;
use crate::grammar::words::words;

/// `The President, Orlo, Rivel, Marn`: three names or more and no office but `The …`.
pub(super) fn is_row_of_names(line: &str) -> bool {
    if line.bytes().filter(|byte| *byte == b',').nth(1).is_none() {
        return false;
    }
    split(line, b',').all(|part| {
        let of_name = words(part).all(|word| {
            matches!(
                class(word),
                Class::Name | Class::Initial | Class::Suffix | Class::Particle | Class::Honorific
            )
        });
        // `Orlo, PAO, Port Rivel` is one person and his place.
        of_name && words(part).count() <= 3 && !is_code(part.trim())
            || words(part).next().is_some_and(|word| same(word, "the")) && words(part).count() <= 3
    })
}

/// `Secretary Orlo, Marn Rivel, Director Tarn Varn, and Miss Marne`: three or more, each called
/// by a name or as `The …`, and two of them by a title; nothing else stands between the commas.
pub(super) fn is_row_of_people(line: &str) -> bool {
    let (mut all, mut titled) = (0, 0);
    for part in split(line, b',') {
        let part = part.trim();
        let part = part.strip_prefix("and ").unwrap_or(part);
        let Some(head) = head(without_asides(part).0) else { return false };
        let the = words(part).next().is_some_and(|word| same(word, "the"));
        let called = head.name.is_some_and(|name| {
            head.honorific.is_some() || head.office.is_some() || words(name).nth(1).is_some()
        });
        if head.group.is_some() || !called && !the {
            return false;
        }
        all += 1;
        titled += usize::from(the || head.honorific.is_some() || head.office.is_some());
    }
    all >= 3 && titled >= 2
}
