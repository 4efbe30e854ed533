//! People in Chinese and Japanese lists: `某某主席；某某，翻译；某某（记录员）`.

use super::Person;
use super::marks::capacity;

/// Offices and courtesies that follow a name, without a space in Chinese and with one in Korean.
const AFTER: &[&str] = &[
    "主席",
    "总理",
    "總理",
    "副总理",
    "总统",
    "總統",
    "博士",
    "部长",
    "部長",
    "副部长",
    "外长",
    "外長",
    "大使",
    "先生",
    "女士",
    "国务卿",
    "國務卿",
    "同志",
    "将军",
    "總書記",
    "总书记",
    "首相",
    "小姐",
    "書記",
    "书记",
    "元帅",
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

/// Offices that stand before a name without a space.
const BEFORE: [&str; 7] = ["参赞", "參贊", "公使", "秘书", "秘書", "总统助理", "外交部长"];

/// Gives a name without the title that follows it: `노 대통령`, `凯斯勒博士`.
pub(crate) fn without_title(called: &str) -> &str {
    let titled = AFTER.iter().filter_map(|title| called.strip_suffix(title));
    let bare = titled.min_by_key(|rest| rest.len()).unwrap_or(called).trim_end();
    if bare.is_empty() { called } else { bare }
}

/// Tells whether a text is written in a script that does not divide words.
pub(crate) fn is_undivided(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xE3)
        && text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
}

/// Gives the people of a list.
///
/// ```text
/// people = person {("；" | "、") person}
/// person = name [office] ["，" office] ["（" mark "）"]
/// ```
pub(super) fn people(text: &str) -> Vec<Person<'_>> {
    text.split(['；', '、', ';']).filter_map(|item| person(item.trim())).collect()
}

/// The longest item, in characters.
const LONGEST: usize = 60;

fn person(item: &str) -> Option<Person<'_>> {
    if item.is_empty() || item.chars().count() > LONGEST {
        return None;
    }
    // `翻译：某某`.
    if let Some((mark, name)) = item.split_once(['：', ':'])
        && let Some(capacity) = capacity(mark.trim())
    {
        let mut person = person(name.trim())?;
        person.written = item;
        person.capacities.push(capacity);
        return Some(person);
    }
    let mut person = Person { written: item, ..Person::default() };
    let mut parts =
        item.split(['，', ',', '（', '）', '(', ')']).map(str::trim).filter(|p| !p.is_empty());
    let first = parts.next()?;
    for part in parts {
        match capacity(part) {
            Some(capacity) => person.capacities.push(capacity),
            None => person.roles.push(part),
        }
    }
    let office =
        AFTER.iter().filter_map(|office| first.strip_suffix(office)).min_by_key(|name| name.len());
    match office {
        Some("") => person.roles.push(first),
        Some(name) => {
            person.name = Some(name);
            person.roles.insert(0, &first[name.len()..]);
        }
        // `参赞某某`: the office stands first.
        None => match BEFORE.iter().find_map(|office| Some((*office, first.strip_prefix(office)?)))
        {
            Some((office, name)) if name.chars().count() >= 2 => {
                person.name = Some(name);
                person.roles.insert(0, &first[..office.len()]);
            }
            Some(_) | None => person.name = Some(first),
        },
    }
    Some(person)
}
