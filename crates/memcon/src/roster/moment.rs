//! Days, months and years of a roster.

use crate::model::Moment;

/// Reads a day, a month or a year.
pub(super) fn read(written: &str) -> Option<Moment> {
    let moment: Moment = written.trim().parse().ok()?;
    let month = moment.month.is_none_or(|month| (1..=12).contains(&month));
    let day = moment.day.is_none_or(|day| (1..=31).contains(&day));
    (month && day && moment.time.is_none()).then_some(moment)
}

/// Tells what is wrong with the words of a day.
pub(super) fn problem(field: &str, written: &str) -> String {
    format!("found {field} {written:?}; expected YYYY-MM-DD, YYYY-MM or YYYY")
}

/// Tells whether one moment is surely before another: where both are written equally fine.
pub(super) fn before(one: Moment, other: Moment) -> bool {
    if one.year != other.year {
        return one.year < other.year;
    }
    match (one.month.zip(other.month), one.day.zip(other.day)) {
        (Some((a, b)), _) if a != b => a < b,
        (Some(_), Some((a, b))) => a < b,
        (Some(_) | None, _) => false,
    }
}
