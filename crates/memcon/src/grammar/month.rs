//! Names of months and of days of the week, in the languages of the archives.

use nom::Parser;
use nom::bytes::complete::tag;
use nom::combinator::opt;

use crate::grammar::{PResult, decline, letters, same_word};

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

fn named<'a>(input: &'a str, table: &[&[&str]]) -> PResult<'a, u8> {
    let (rest, word) = letters(input)?;
    if word.chars().nth(2).is_none() {
        return decline(input);
    }
    let found = table.iter().position(|names| names.iter().any(|name| same_word(name, word)));
    let Some(at) = found else { return decline(input) };
    let (rest, _) = opt(tag(".")).parse(rest)?;
    Ok((rest, u8::try_from(at + 1).unwrap_or(0)))
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
    named(input, &MONTHS)
}

/// Recognises the name of a day of the week; gives 1 for Monday to 7 for Sunday.
pub(crate) fn weekday(input: &str) -> PResult<'_, u8> {
    named(input, &WEEKDAYS)
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
