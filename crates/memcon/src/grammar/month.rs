//! Names of months and of days of the week, in the languages of the archives.

use std::sync::LazyLock;

use nom::Parser;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use rustc_hash::FxHashMap;

use crate::grammar::fold::Small;
use crate::grammar::{PResult, decline, letters};

/// The names of each month: English and its abbreviations, German, French, Spanish, Italian,
/// Romanian, Russian, Polish, Czech, Serbo-Croat.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "jan",
        "januar",
        "jänner",
        "janvier",
        "enero",
        "gennaio",
        "ianuarie",
        "января",
        "январь",
        "янв",
        "stycznia",
        "styczeń",
        "ledna",
        "januara",
        "siječnja",
    ],
    &[
        "february",
        "feb",
        "febr",
        "februar",
        "février",
        "févr",
        "febrero",
        "febbraio",
        "februarie",
        "февраля",
        "февраль",
        "февр",
        "lutego",
        "luty",
        "února",
        "februara",
        "veljače",
    ],
    &[
        "march",
        "mar",
        "märz",
        "maerz",
        "mars",
        "marzo",
        "martie",
        "марта",
        "март",
        "marca",
        "marzec",
        "března",
        "marta",
        "ožujka",
    ],
    &[
        "april",
        "apr",
        "avril",
        "abril",
        "aprile",
        "aprilie",
        "апреля",
        "апрель",
        "апр",
        "kwietnia",
        "kwiecień",
        "dubna",
        "aprila",
        "travnja",
    ],
    &["may", "mai", "mayo", "maggio", "мая", "май", "maja", "maj", "května", "svibnja"],
    &[
        "june", "jun", "juni", "juin", "junio", "giugno", "iunie", "июня", "июнь", "czerwca",
        "czerwiec", "června", "juna", "lipnja",
    ],
    &[
        "july",
        "jul",
        "juli",
        "juillet",
        "juil",
        "julio",
        "luglio",
        "iulie",
        "июля",
        "июль",
        "lipca",
        "lipiec",
        "července",
        "jula",
        "srpnja",
    ],
    &[
        "august",
        "aug",
        "août",
        "aout",
        "agosto",
        "августа",
        "август",
        "авг",
        "sierpnia",
        "sierpień",
        "srpna",
        "avgusta",
        "kolovoza",
    ],
    &[
        "september",
        "sept",
        "sep",
        "septembre",
        "septiembre",
        "setiembre",
        "settembre",
        "septembrie",
        "сентября",
        "сентябрь",
        "сент",
        "września",
        "wrzesień",
        "září",
        "septembra",
        "rujna",
    ],
    &[
        "october",
        "oct",
        "oktober",
        "okt",
        "octobre",
        "octubre",
        "ottobre",
        "octombrie",
        "октября",
        "октябрь",
        "окт",
        "października",
        "październik",
        "října",
        "oktobra",
    ],
    &[
        "november",
        "nov",
        "novembre",
        "noviembre",
        "noiembrie",
        "ноября",
        "ноябрь",
        "нояб",
        "listopad",
        "listopada",
        "listopadu",
        "novembra",
        "studenoga",
    ],
    &[
        "december",
        "dec",
        "dezember",
        "dez",
        "décembre",
        "déc",
        "diciembre",
        "dicembre",
        "decembrie",
        "декабря",
        "декабрь",
        "дек",
        "grudnia",
        "grudzień",
        "prosince",
        "decembra",
        "prosinca",
    ],
];

/// The names of the days of the week, Monday first.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon", "montag", "lundi", "lunes", "lunedì", "понедельник", "poniedziałek"],
    &["tuesday", "tues", "tue", "dienstag", "mardi", "martes", "martedì", "вторник", "wtorek"],
    &["wednesday", "wed", "mittwoch", "mercredi", "miércoles", "mercoledì", "среда", "środa"],
    &["thursday", "thurs", "thur", "thu", "donnerstag", "jeudi", "jueves", "giovedì", "четверг"],
    &["friday", "fri", "freitag", "vendredi", "viernes", "venerdì", "пятница", "piątek"],
    &["saturday", "sat", "samstag", "sonnabend", "samedi", "sábado", "sabato", "суббота", "sobota"],
    &["sunday", "sun", "sonntag", "dimanche", "domingo", "domenica", "воскресенье", "niedziela"],
];

/// What a name says: which month it is, or which day of the week.
#[derive(Clone, Copy, Default)]
struct Names {
    month: Option<u8>,
    weekday: Option<u8>,
}

/// Every name, asked once a word; most words of a text are none of them.
static NAMES: LazyLock<FxHashMap<&'static [u8], Names>> = LazyLock::new(|| {
    let mut names: FxHashMap<&'static [u8], Names> = FxHashMap::default();
    for (number, month) in (1..).zip(MONTHS) {
        for name in month {
            names.entry(name.as_bytes()).or_default().month.get_or_insert(number);
        }
    }
    for (number, weekday) in (1..).zip(WEEKDAYS) {
        for name in weekday {
            names.entry(name.as_bytes()).or_default().weekday.get_or_insert(number);
        }
    }
    names
});

/// The names that a word is.
fn names(word: &str) -> Names {
    // No name has fewer than three letters.
    if word.len() < 3 {
        return Names::default();
    }
    NAMES.get(Small::of(word).as_bytes()).copied().unwrap_or_default()
}

/// Tells whether a word is the name of a month or of a day of the week.
pub(crate) fn is_named(word: &str) -> bool {
    let Names { month, weekday } = names(word);
    month.is_some() || weekday.is_some()
}

fn named(input: &str, which: impl Fn(Names) -> Option<u8>) -> PResult<'_, u8> {
    let (rest, word) = letters(input)?;
    let Some(number) = which(names(word)) else { return decline(input) };
    let (rest, _) = opt(tag(".")).parse(rest)?;
    Ok((rest, number))
}

/// Recognises the name of a month; gives 1 to 12.
///
/// ```text
/// month = name [ "." ]                    ; not "may" and "march", which are verbs
/// ```
pub(crate) fn month(input: &str) -> PResult<'_, u8> {
    if input.starts_with("may") && !input.starts_with("mayo") || input.starts_with("march") {
        return decline(input);
    }
    named(input, |names| names.month)
}

/// Recognises the name of a day of the week; gives 1 for Monday to 7 for Sunday.
pub(crate) fn weekday(input: &str) -> PResult<'_, u8> {
    named(input, |names| names.weekday)
}

/// Recognises a month in Roman figures, as Polish offices write it: `3.XI.1962`.
pub(crate) fn roman(input: &str) -> PResult<'_, u8> {
    const ROMAN: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let (rest, word) = letters(input)?;
    match ROMAN.iter().position(|roman| *roman == word) {
        Some(at) => Ok((rest, u8::try_from(at + 1).unwrap_or(0))),
        None => decline(input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months() {
        for (input, expected) in [
            ("January", Some(1)),
            ("SEPT. 3", Some(9)),
            ("Nov. ", Some(11)),
            ("août", Some(8)),
            ("ДЕКАБРЯ", Some(12)),
            ("März", Some(3)),
            ("May3", Some(5)),
            ("may I", None),
            ("march on", None),
            ("mayo de", Some(5)),
            ("Mayor", None),
            ("Decimal", None),
            ("Juneau", None),
            ("Marching", None),
        ] {
            assert_eq!(month(input).ok().map(|(_, m)| m), expected, "{input:?}");
        }
    }

    #[test]
    fn weekdays() {
        for (input, expected) in
            [("Friday,", Some(5)), ("sábado", Some(6)), ("Fridays", None), ("Sunder", None)]
        {
            assert_eq!(weekday(input).ok().map(|(_, w)| w), expected, "{input:?}");
        }
    }
}
