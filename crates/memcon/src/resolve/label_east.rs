//! Chinese and Korean labels: the surname or its first character, and a title after it.

use crate::model::Participant;

/// Titles that follow a name.
const TITLES: &[&str] = &[
    "总统",
    "主席",
    "总理",
    "副总理",
    "博士",
    "先生",
    "小姐",
    "女士",
    "部长",
    "副部长",
    "外长",
    "大使",
    "将军",
    "同志",
    "書記",
    "书记",
    "元帅",
    "国务卿",
    "顾问",
    "대통령",
    "위원장",
    "국방위원장",
    "총리",
    "장관",
    "부장",
    "박사",
    "수석",
    "실장",
    "선생",
    "대사",
];

/// A name without the title that follows it: `노 대통령`, `凯斯勒博士`.
pub(crate) fn without_title(label: &str) -> &str {
    let titled = TITLES.iter().filter_map(|title| label.strip_suffix(title));
    let bare = titled.min_by_key(|rest| rest.len()).unwrap_or(label).trim_end();
    if bare.is_empty() { label } else { bare }
}

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
