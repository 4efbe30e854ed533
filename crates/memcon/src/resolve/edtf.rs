//! Dates as EDTF strings (ISO 8601-2): intervals, sets, dates without their year.

use crate::grammar::dated::{Dated, civil, moment};
use crate::grammar::day::{Calendar, Joint, Order};

/// Gives the EDTF string of a date.
///
/// One day or an unbroken row of days is a date or an interval; other days are a set, `{a,b}`;
/// days of which one is meant, or that could be read in two ways, are a choice, `[a,b]`.
pub(crate) fn edtf(dated: &Dated<'_>) -> Option<String> {
    let first = dated.days.first()?;
    if first.year.is_none() {
        let (month, day) = first.month.zip(first.day)?;
        return Some(format!("XXXX-{month:02}-{day:02}"));
    }
    if let Order::Either { day_first, month_first } = dated.order {
        return choice(&[day_first, month_first], "[", "]");
    }
    match dated.joint {
        Joint::Or => choice(&dated.days, "[", "]"),
        Joint::And if !is_row(&dated.days) => choice(&dated.days, "{", "}"),
        Joint::And | Joint::Through => {
            let start = dated.start()?;
            Some(match dated.end().filter(|end| *end != start) {
                Some(end) => format!("{start}/{end}"),
                None => start.to_string(),
            })
        }
    }
}

fn choice(days: &[Calendar], open: &str, close: &str) -> Option<String> {
    let mut moments: Vec<_> = days.iter().filter_map(|day| moment(*day, None)).collect();
    moments.sort_unstable();
    moments.dedup();
    let told: Vec<_> = moments.iter().map(ToString::to_string).collect();
    match told.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(format!("{open}{}{close}", told.join(","))),
    }
}

/// Tells whether each day follows the one before.
fn is_row(days: &[Calendar]) -> bool {
    days.windows(2).all(|pair| match pair {
        [one, next] => civil(*one)
            .and_then(|day| day.tomorrow().ok())
            .is_some_and(|day| Some(day) == civil(*next)),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::date::dated;

    #[test]
    fn strings() {
        for (line, expected) in [
            ("14 March 1985", "1985-03-14"),
            ("October 1963", "1963-10"),
            ("1963", "1963"),
            ("January 6 and 7, 1951", "1951-01-06/1951-01-07"),
            ("November 15 and 17, 1962", "{1962-11-15,1962-11-17}"),
            ("March 9 and/or 10, 1956", "[1956-03-09,1956-03-10]"),
            ("September 6, 1976, 8:30 a.m.–12:06 p.m.", "1976-09-06T08:30/1976-09-06T12:06"),
            ("13–15 December 1961", "1961-12-13/1961-12-15"),
            ("July 17, 2:30 p.m.", "XXXX-07-17"),
            ("11.7.1964", "[1964-07-11,1964-11-07]"),
            ("31 September 1962", "1962-09"),
        ] {
            let found = dated(line).unwrap();
            assert_eq!(edtf(&found).as_deref(), Some(expected), "{line:?}");
        }
    }
}
