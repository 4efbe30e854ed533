//! The parties of a title in French, German, Spanish, Russian or Chinese.
//!
//! ```text
//! parties = ("entre" | "zwischen" | "между") party ("et" | "und" | "y" | "и") party
//!         | talk ["du" | "des" | "del" | …] party ("avec" | "mit" | "con" | "с") party
//!         | party ("与" | "和" | …) party talk
//! ```

use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_honorific, is_role_adjective, is_role_word, is_title_word};
use crate::grammar::words::{bare, place, words};

const BETWEEN: [&str; 3] = ["entre", "zwischen", "между"];
const AND: [&str; 4] = ["et", "und", "y", "и"];
const WITH: [&str; 5] = ["avec", "mit", "con", "с", "со"];
/// The talk, in the case in which a title has it.
const TALKS: [&str; 19] = [
    "entretien",
    "entretiens",
    "conversation",
    "rencontre",
    "audience",
    "gesprach",
    "gesprachs",
    "unterredung",
    "telefongesprach",
    "telefongesprachs",
    "conversacion",
    "reunion",
    "entrevista",
    "беседы",
    "беседа",
    "бесед",
    "разговора",
    "разговор",
    "переговоров",
];
/// Articles before a party, and what they are joined to.
const ARTICLES: [&str; 16] = [
    "le", "la", "les", "du", "de", "des", "der", "dem", "den", "die", "das", "el", "los", "las",
    "del", "al",
];

/// The talk or its record, and what joins its parties, in Chinese: `会见`, met, may stand between
/// them or after both.
const TALKS_EAST: [&str; 9] =
    ["谈话", "談話", "会谈", "會談", "记录", "記錄", "纪要", "紀要", "备忘录"];
const JOINS_EAST: [&str; 12] =
    ["与", "與", "和", "同", "跟", "、", "会见", "會見", "会晤", "會晤", "接见", "接見"];

/// Gives the parties that a title names and what stands after them.
pub(super) fn parties(title: &str) -> (Vec<&str>, &str) {
    if title.contains(|c| matches!(c, '\u{3400}'..='\u{9fff}')) {
        return eastern(title);
    }
    let among = |list: &[&str], word: &str| list.iter().any(|known| same(known, bare(word)));
    let after = |word: &str| &title[place(title, word) + word.len()..];
    let found = match words(title).find(|word| among(&BETWEEN, word)) {
        Some(between) => {
            let rest = after(between);
            words(rest)
                .find(|word| among(&AND, word))
                .map(|and| (&rest[..place(rest, and)], &rest[place(rest, and) + and.len()..]))
        }
        // `С.` is an initial.
        None => words(title).find(|word| among(&WITH, word) && !word.contains('.')).map(|with| {
            let before = &title[..place(title, with)];
            let talk = words(before).rfind(|word| among(&TALKS, without_elision(word)));
            let first = talk.map_or("", |talk| &before[place(before, talk) + talk.len()..]);
            (first, after(with))
        }),
    };
    let Some((first, rest)) = found else { return (Vec::new(), "") };
    let end = end_of_party(rest);
    let each = [without_article(first), without_article(&rest[..end])];
    (each.into_iter().filter(|party| !party.is_empty()).collect(), &rest[end..])
}

/// `林道正主席与诺兰总统谈话记录`: the parties stand before the talk, and a word joins them.
fn eastern(title: &str) -> (Vec<&str>, &str) {
    let Some(end) = TALKS_EAST.iter().filter_map(|talk| title.find(talk)).min() else {
        return (Vec::new(), "");
    };
    let mut rest = &title[..end];
    let mut found = Vec::new();
    while let Some((at, join)) =
        JOINS_EAST.iter().filter_map(|join| Some((rest.find(join)?, join))).min()
    {
        found.push(rest[..at].trim());
        rest = &rest[at + join.len()..];
    }
    found.push(rest.trim());
    found.retain(|party| !party.is_empty());
    // One name is whom the record is about, several are its parties.
    let parties = found.len() > 1 && found.iter().all(|party| party.chars().count() >= 2);
    (if parties { found } else { Vec::new() }, "")
}

/// `L’entretien` is `entretien`.
fn without_elision(word: &str) -> &str {
    word.split_once(['’', '\'']).map_or(word, |(_, rest)| rest)
}

/// Finds where the last party ends: before a date, or at a comma that no office follows.
fn end_of_party(text: &str) -> usize {
    let mut before = "";
    for word in words(text) {
        let at = place(text, word);
        let dates = word.starts_with(|c: char| c.is_ascii_digit());
        if dates {
            let led = ["le", "am", "el", "vom", "den", "от"].iter().any(|led| same(led, before));
            return if led { place(text, before) } else { at };
        }
        if before.ends_with(',') && !goes_on(&text[at..]) {
            return at;
        }
        before = word;
    }
    text.len()
}

/// `, ministre des affaires étrangères`, `, Genossen Rivel`: the party goes on.
fn goes_on(after: &str) -> bool {
    let mut all = words(after).map(bare);
    all.next().is_some_and(|word| {
        is_role_word(word) || is_role_adjective(word) || is_honorific(word) || word == "M."
    })
}

fn without_article(party: &str) -> &str {
    let mut rest = party.trim_matches([' ', ',', '.', '\n', '\u{a0}']);
    while let Some(first) = words(rest).next() {
        // `l’ambassadeur`, `d’Orlo`: the elided article is glued.
        if let Some((article, _)) = first.split_once(['’', '\''])
            && matches!(article, "l" | "L" | "d" | "D")
        {
            rest = rest[article.len()..].trim_start_matches(['’', '\'']);
            continue;
        }
        let article = first.starts_with(char::is_lowercase)
            && ARTICLES.iter().any(|known| same(known, first));
        let after = rest[first.len()..].trim_start();
        if !article || matches!(first, "de" | "del" | "du") && begins_name(after) {
            break;
        }
        rest = after;
    }
    rest
}

/// `de Orlo`: where a name follows, it may begin so.
fn begins_name(after: &str) -> bool {
    words(after).next().is_some_and(|word| {
        word.starts_with(char::is_uppercase) && !is_title_word(bare(word)) && word != "M."
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_in_other_languages() {
        for (title, expected) in [
            (
                "Compte rendu de l'entretien entre le Président de la République et M. Orlo, ministre des affaires étrangères de Vesta, le 12 mai 1981",
                vec![
                    "Président de la République",
                    "M. Orlo, ministre des affaires étrangères de Vesta",
                ],
            ),
            (
                "COMPTE RENDU DE L’ENTRETIEN\ndu Président de la République, M. Orlo, avec le Chancelier Rivel",
                vec!["Président de la République, M. Orlo", "Chancelier Rivel"],
            ),
            (
                "Aktenvermerk über das Gespräch des Genossen Anton Orlo mit dem Botschafter, Genossen Rivel, am 12. Mai 1961",
                vec!["Genossen Anton Orlo", "Botschafter, Genossen Rivel"],
            ),
            (
                "Telefongespräch zwischen dem Vorsitzenden Orlo und Bundeskanzler Rivel",
                vec!["Vorsitzenden Orlo", "Bundeskanzler Rivel"],
            ),
            (
                "Запись беседы А. Н. Орлова с министром Весты Я. Ривелом",
                vec!["А. Н. Орлова", "министром Весты Я. Ривелом"],
            ),
            ("Запись беседы М. С. Орло с послом Б. Веем", vec!["М. С. Орло", "послом Б. Веем"]),
            ("林道正主席与诺兰总统谈话记录", vec!["林道正主席", "诺兰总统"]),
            ("林道正主席会见诺兰总统谈话纪要", vec!["林道正主席", "诺兰总统"]),
            ("与诺兰总统谈话记录", vec![]),
            ("Entretien entre de Orlo et le Chancelier Rivel", vec!["de Orlo", "Chancelier Rivel"]),
            ("Vermerk über die Fischerei", vec![]),
        ] {
            assert_eq!(parties(title).0, expected, "{title}");
        }
    }
}
