//! Moments as Arrow counts them.

use memcon::Moment;

/// Gives the days from 1970-01-01 to a moment's day, where the day is written.
pub(crate) fn day(moment: Moment) -> Option<i32> {
    let (month, day) = (i64::from(moment.month?), i64::from(moment.day?));
    // Years that begin in March put the leap day last (Hinnant's reckoning of civil days).
    let year = i64::from(moment.year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    i32::try_from(days).ok()
}

/// Gives the microseconds from 1970-01-01T00:00 to a moment, where the minute is written.
pub(crate) fn micros(moment: Moment) -> Option<i64> {
    let (hour, minute) = moment.time?;
    let minutes = i64::from(day(moment)?) * 1440 + i64::from(hour) * 60 + i64::from(minute);
    Some(minutes * 60_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(moment: &str, days: Option<i32>, at: Option<i64>) {
        let moment: Moment = moment.parse().unwrap();
        assert_eq!((day(moment), micros(moment)), (days, at), "{moment}");
    }

    #[test]
    fn days_are_counted_from_1970() {
        check("1970-01-01", Some(0), None);
        check("1969-12-31", Some(-1), None);
        check("1985-03-14", Some(5551), None);
        check("2000-02-29", Some(11016), None);
        check("1900-03-01", Some(-25508), None);
        check("1970-01-02T00:01", Some(1), Some(86_460_000_000));
        check("1963-10", None, None);
    }
}
