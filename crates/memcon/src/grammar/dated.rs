//! A date as written, and the moments that it comes to.

use jiff::civil::Date;
use nom::Offset;

use crate::grammar::clock::{Hours, Timed};
use crate::grammar::day::{Calendar, Days, Joint, Order};
use crate::grammar::face::Clock;
use crate::model::Moment;

/// A date with its times, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated<'a> {
    /// The words.
    pub(crate) text: &'a str,
    /// Every day named, in order; none where only a time is, or the date is `undated`.
    pub(crate) days: Vec<Calendar>,
    /// How the days stand together.
    pub(crate) joint: Joint,
    /// Whether day and month could be exchanged.
    pub(crate) order: Order,
    /// The day of the week, 1 for Monday.
    pub(crate) weekday: Option<u8>,
    /// The times of every sitting, in order.
    pub(crate) hours: Vec<Hours>,
    /// The time zone as written.
    pub(crate) zone: Option<&'a str>,
}

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Precision {
    /// No day at all.
    None,
    /// A day or month of some year.
    Yearless,
    /// A year.
    Year,
    /// A month of a year.
    Month,
    /// A day.
    Day,
    /// A time of a day.
    Time,
}

impl<'a> Dated<'a> {
    /// Gives when the meeting began, as precise as it is written.
    pub(crate) fn start(&self) -> Option<Moment> {
        let first = self.days.first()?;
        moment(*first, self.hours.first().map(|hours| hours.from))
    }

    /// Gives when it ended, where that is written: the last time, or else the last of several days.
    pub(crate) fn end(&self) -> Option<Moment> {
        let last = self.days.last()?;
        let Some(hours) = self.hours.last().filter(|hours| hours.to.is_some()) else {
            return if self.days.len() > 1 { moment(*last, None) } else { None };
        };
        let to = hours.to?;
        let past_midnight = to < hours.from && self.days.len() == 1;
        if past_midnight || to.hour == 24 {
            let next = civil(*last)?.tomorrow().ok()?;
            let day = Calendar {
                year: Some(next.year()),
                month: u8::try_from(next.month()).ok(),
                day: u8::try_from(next.day()).ok(),
            };
            return moment(day, Some(Clock { hour: to.hour % 24, ..to }));
        }
        moment(*last, Some(to))
    }

    /// Tells how precise the date is.
    pub(crate) fn precision(&self) -> Precision {
        match self.days.first() {
            None => Precision::None,
            Some(Calendar { year: None, .. }) => Precision::Yearless,
            Some(Calendar { month: None, .. }) => Precision::Year,
            Some(Calendar { day: None, .. }) => Precision::Month,
            Some(Calendar { .. }) if self.hours.is_empty() => Precision::Day,
            Some(Calendar { .. }) => Precision::Time,
        }
    }

    /// Tells whether a day is named that no calendar has: 31 September.
    pub(crate) fn is_impossible(&self) -> bool {
        self.days.iter().any(|day| !is_possible(*day))
    }

    /// Gives the byte at which the date begins in the line it was found in.
    pub(crate) fn offset(&self, line: &str) -> usize {
        line.offset(self.text)
    }

    /// Closes a date: its words, and what its parts leave to each other.
    pub(crate) fn finish(mut self, text: &'a str) -> Self {
        self.text = text.trim_end();
        let (mut year, mut month) = (None, None);
        // The year and the month stand once, after the last day: "November 30–December 2, 1961".
        for day in self.days.iter_mut().rev() {
            day.year = day.year.or(year);
            day.month = day.month.or(month);
            (year, month) = (day.year, day.month);
        }
        // Who writes `8.30 Uhr` or `15 час.` writes the day first.
        if let (Order::Either { day_first, .. }, [day]) = (self.order, self.days.as_mut_slice())
            && ["Uhr", "час", "godz", "ч."].iter().any(|word| text.contains(word))
        {
            (*day, self.order) = (day_first, Order::DayFirst);
        }
        // A day of the week that fits one reading only settles which it is.
        if let (Order::Either { day_first, month_first }, Some(weekday), [day]) =
            (self.order, self.weekday, self.days.as_mut_slice())
        {
            match (falls_on(day_first, weekday), falls_on(month_first, weekday)) {
                (true, false) => (*day, self.order) = (day_first, Order::DayFirst),
                (false, true) => (*day, self.order) = (month_first, Order::MonthFirst),
                (true, true) | (false, false) => {}
            }
        }
        self
    }

    /// Adds days that follow.
    pub(crate) fn add_days(&mut self, more: Days, joint: Joint) {
        self.joint = if self.days.is_empty() { more.joint } else { joint };
        self.days.extend(more.named);
        self.order = more.order;
        self.weekday = self.weekday.or(more.weekday);
    }

    /// Adds times that follow.
    pub(crate) fn add_hours(&mut self, more: Timed<'a>) {
        self.hours.extend(more.hours);
        self.zone = self.zone.or(more.zone);
    }
}

/// Gives the day of the civil calendar, where year, month and day are written and exist.
pub(crate) fn civil(day: Calendar) -> Option<Date> {
    let small = |n: Option<u8>| n.and_then(|n| i8::try_from(n).ok());
    Date::new(day.year?, small(day.month)?, small(day.day)?).ok()
}

fn falls_on(day: Calendar, weekday: u8) -> bool {
    civil(day).is_some_and(|date| date.weekday().to_monday_one_offset().unsigned_abs() == weekday)
}

/// Tells whether some calendar year has this day.
pub(crate) fn is_possible(day: Calendar) -> bool {
    let month = day.month.is_none_or(|month| (1..=12).contains(&month));
    // A day without its year may be of a leap year.
    let leap = Calendar { year: day.year.or(Some(2000)), ..day };
    month && (day.day.is_none() || day.month.is_none() || civil(leap).is_some())
}

/// Gives the moment of a day and a time; a day that no calendar has gives its month.
pub(crate) fn moment(day: Calendar, time: Option<Clock>) -> Option<Moment> {
    let year = day.year?;
    let month = day.month.filter(|month| (1..=12).contains(month));
    let date = civil(day).and(day.day);
    let time = time.filter(|_| date.is_some()).map(|clock| (clock.hour % 24, clock.minute));
    Some(Moment { year, month, day: date, time })
}
