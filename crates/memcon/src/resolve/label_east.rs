//! Chinese and Korean labels: the surname or its first character, and a title after it.

use crate::grammar::person::without_title;
use crate::model::Participant;

/// Tells whether a label in Chinese characters or Hangul can be a person's.
pub(crate) fn fits(label: &str, person: &Participant) -> bool {
    if label.is_ascii() || label.chars().any(|c| c.is_lowercase() || c.is_uppercase()) {
        return false;
    }
    let name = without_title(label);
    !name.is_empty() && person.name.starts_with(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonId;

    #[test]
    fn surnames_and_titles() {
        let person = Participant::new(PersonId::from_index(0), "林道正".to_owned());
        for label in ["林", "林主席", "林道正"] {
            assert!(fits(label, &person), "{label}");
        }
        for label in ["周", "主席", "Lin"] {
            assert!(!fits(label, &person), "{label}");
        }
    }
}
