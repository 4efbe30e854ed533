//! When the meeting was, of all the dates that a document states.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::clock::Hours;
use crate::grammar::dated::{Dated, Precision, moment};
use crate::grammar::day::{Calendar, Joint, Order};
use crate::grammar::face::Clock;
use crate::model::{DateAgreement, DateCarrier, MeetingDate, StatedDate};
use crate::resolve::edtf::edtf;
use crate::span::Span;

/// A date that some part of the document states for the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate<'a> {
    /// Which part states it.
    pub(crate) carrier: DateCarrier,
    /// Where its words stand.
    pub(crate) span: Span,
    /// What it states; a field may state a time alone.
    pub(crate) dated: Dated<'a>,
    /// When it ended, where only that is told: `The meeting lasted until 1:05 p.m.`
    pub(crate) until: Option<Clock>,
}

/// What the stated dates come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dates {
    /// When the meeting was.
    pub(crate) meeting: Option<MeetingDate>,
    /// Every date as stated, in the order given.
    pub(crate) stated: Vec<StatedDate>,
    /// Whether they agree.
    pub(crate) agreement: DateAgreement,
}

/// Chooses the date of the meeting and tells whether the others agree.
///
/// A dateline or a field, whichever comes first, tells more than a title, a title more than a
/// catalogue.
/// A weaker date that only says more of the same day completes a stronger one. Day and month of
/// a numeric date are settled by the other dates, and a missing year is taken from them.
pub(crate) fn meeting_date(
    mut candidates: Vec<Candidate<'_>>,
    doubts: &mut Vec<Diagnostic>,
) -> Dates {
    settle_all(&mut candidates);
    let mut ranked: Vec<&Candidate<'_>> = candidates.iter().collect();
    ranked.sort_by_key(|candidate| rank(candidate.carrier));
    let chosen = choose(&ranked);
    let mut agreement = DateAgreement::Single;
    for candidate in &candidates {
        if candidate.dated.is_impossible() {
            let written = plain(candidate.dated.text);
            doubts.push(doubt(candidate.span, DiagnosticKind::ImpossibleDate { written }));
        }
        if let Some(kind) = ambiguous(&candidate.dated) {
            doubts.push(doubt(candidate.span, kind));
        }
        if candidate.dated.precision() == Precision::Yearless {
            let written = plain(candidate.dated.text);
            doubts.push(doubt(candidate.span, DiagnosticKind::DateWithoutYear { written }));
        }
        let Some(chosen) = chosen.as_ref().filter(|chosen| chosen.span != candidate.span) else {
            continue;
        };
        if candidate.dated.days.is_empty() {
            continue;
        }
        if agree(&chosen.dated, &candidate.dated) {
            if agreement == DateAgreement::Single {
                agreement = DateAgreement::Agree;
            }
        } else {
            agreement = DateAgreement::Conflict;
            let other = plain(chosen.dated.text);
            let kind = DiagnosticKind::DateConflict { other, at: chosen.span };
            doubts.push(doubt(candidate.span, kind));
        }
    }
    let state = |c: &Candidate<'_>| StatedDate { carrier: c.carrier, date: meeting(c) };
    Dates {
        meeting: chosen.as_ref().map(meeting),
        stated: candidates.iter().map(state).collect(),
        agreement,
    }
}

/// A date in figures that nothing has settled.
fn ambiguous(dated: &Dated<'_>) -> Option<DiagnosticKind> {
    let Order::Either { day_first, month_first } = dated.order else { return None };
    let readings: Vec<String> = [day_first, month_first]
        .into_iter()
        .filter_map(|day| moment(day, None))
        .map(|day| day.to_string())
        .collect();
    let differ = readings.first() != readings.last();
    differ.then(|| DiagnosticKind::AmbiguousDate { written: plain(dated.text), readings })
}

fn rank(carrier: DateCarrier) -> u8 {
    match carrier {
        DateCarrier::Dateline | DateCarrier::Field => 0,
        DateCarrier::Title => 2,
        DateCarrier::Catalogue | DateCarrier::Encoded => 3,
        DateCarrier::SourceNote => 4,
    }
}

fn doubt(span: Span, kind: DiagnosticKind) -> Diagnostic {
    Diagnostic { span, kind }
}

/// Gives the words with single spaces, as when a date is broken over lines.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn meeting(candidate: &Candidate<'_>) -> MeetingDate {
    MeetingDate {
        start: candidate.dated.start(),
        end: candidate.dated.end(),
        edtf: edtf(&candidate.dated),
        text: plain(candidate.dated.text),
        span: candidate.span,
    }
}

/// Takes the strongest date and what the weaker ones say more of the same day.
fn choose<'a>(ranked: &[&Candidate<'a>]) -> Option<Candidate<'a>> {
    let mut of_days = ranked.iter().filter(|candidate| !candidate.dated.days.is_empty());
    let mut chosen: Candidate<'a> = (*of_days.next()?).clone();
    for weaker in of_days {
        let finer = weaker.dated.precision() > chosen.dated.precision();
        if finer && agree(&chosen.dated, &weaker.dated) {
            if chosen.dated.precision() == Precision::Day {
                chosen.dated.hours.clone_from(&weaker.dated.hours);
                chosen.dated.zone = weaker.dated.zone;
            } else {
                chosen = (*weaker).clone();
            }
        }
    }
    if chosen.dated.hours.is_empty()
        && chosen.dated.precision() == Precision::Day
        && let Some(timed) =
            ranked.iter().find(|c| c.dated.days.is_empty() && !c.dated.hours.is_empty())
    {
        chosen.dated.hours.clone_from(&timed.dated.hours);
        chosen.dated.zone = timed.dated.zone;
    }
    if let ([Hours { from, to: to @ None }], [_]) =
        (chosen.dated.hours.as_mut_slice(), chosen.dated.days.as_slice())
    {
        *to = ranked.iter().find_map(|candidate| ended(candidate, *from));
    }
    Some(chosen)
}

/// When a meeting ended that began at a time, as the note on the source tells it; one that tells
/// of another beginning tells of another meeting, or of other people's watches.
fn ended(candidate: &Candidate<'_>, from: Clock) -> Option<Clock> {
    if candidate.carrier != DateCarrier::SourceNote {
        return None;
    }
    let whole = match candidate.dated.hours[..] {
        [hours] if hours.from == from => hours.to,
        _ => None,
    };
    candidate.until.or(whole).filter(|to| *to > from)
}

/// Tells whether two dates may name the same day.
fn agree(one: &Dated<'_>, other: &Dated<'_>) -> bool {
    let within = |dated: &Dated<'_>, day: Calendar| {
        let [Some(first), Some(last)] = [dated.days.first(), dated.days.last()] else {
            return false;
        };
        let whole = [*first, day, *last].iter().all(|d| d.day.is_some() && d.year.is_some());
        dated.joint == Joint::Through && whole && *first <= day && day <= *last
    };
    other.days.iter().any(|day| within(one, *day) || one.days.iter().any(|d| d.may_be(*day)))
        || one.days.iter().any(|day| within(other, *day))
}

fn settle_all(candidates: &mut [Candidate<'_>]) {
    let known: Vec<Dated<'_>> = candidates.iter().map(|c| c.dated.clone()).collect();
    for candidate in candidates.iter_mut() {
        settle(&mut candidate.dated, &known);
    }
}

/// Settles which figure of a numeric date is the day, and a year left out, by other dates.
///
/// A date that another repeats is read like that one; otherwise as the other numeric dates of
/// the document are, where they are of one mind.
pub(crate) fn settle(dated: &mut Dated<'_>, others: &[Dated<'_>]) {
    if let (Order::Either { day_first, month_first }, [day]) =
        (dated.order, dated.days.as_mut_slice())
    {
        let sure = |other: &&Dated<'_>| !matches!(other.order, Order::Either { .. });
        let sure = || others.iter().filter(sure);
        let repeated = |day| sure().any(|other| other.days.contains(&day));
        let habit = |order| sure().any(|other| other.order == order);
        let of_days = (repeated(day_first), repeated(month_first));
        let of_orders = (habit(Order::DayFirst), habit(Order::MonthFirst));
        let order = match (of_days, of_orders) {
            ((true, false), _) | ((false, false), (true, false)) => Some(Order::DayFirst),
            ((false, true), _) | ((false, false), (false, true)) => Some(Order::MonthFirst),
            (_, _) => None,
        };
        if let Some(order) = order {
            *day = if order == Order::DayFirst { day_first } else { month_first };
            dated.order = order;
        }
    }
    let year = others.iter().flat_map(|other| &other.days).find_map(|day| day.year);
    for day in dated.days.iter_mut().filter(|day| day.year.is_none()) {
        day.year = year;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::date;

    fn resolved(stated: &[(DateCarrier, &'static str)]) -> (Dates, Vec<Diagnostic>) {
        let mut doubts = Vec::new();
        let mut at = 0;
        let candidates = stated.iter().map(|(carrier, line)| {
            at += 100;
            let dated = date::dated(line).or_else(|| date::timed(line)).unwrap();
            Candidate {
                carrier: *carrier,
                span: Span::new(at, at + line.len()),
                dated,
                until: None,
            }
        });
        let candidates = candidates.collect();
        (meeting_date(candidates, &mut doubts), doubts)
    }

    #[test]
    fn the_strongest_date_is_chosen_and_completed() {
        use DateCarrier::{Catalogue, Dateline, Field, Title};
        for (stated, start, agreement) in [
            (vec![(Dateline, "May 3, 1962")], "1962-05-03", DateAgreement::Single),
            (
                vec![(Catalogue, "May 3, 1962"), (Dateline, "3 May 1962, 4 p.m.")],
                "1962-05-03T16:00",
                DateAgreement::Agree,
            ),
            (
                vec![(Title, "May 3, 1962, 4 p.m."), (Dateline, "May 3, 1962")],
                "1962-05-03T16:00",
                DateAgreement::Agree,
            ),
            (
                vec![(Field, "Thursday, May 3, 1962"), (Field, "4:10 p.m.")],
                "1962-05-03T16:10",
                DateAgreement::Single,
            ),
            (
                vec![(Catalogue, "May 4, 1962"), (Dateline, "May 3, 1962")],
                "1962-05-03",
                DateAgreement::Conflict,
            ),
            (
                vec![(Catalogue, "May 3, 1962"), (Dateline, "May 1962")],
                "1962-05-03",
                DateAgreement::Agree,
            ),
            (
                vec![(Catalogue, "1962"), (Dateline, "July 17, 2:30 p.m.")],
                "1962-07-17T14:30",
                DateAgreement::Agree,
            ),
            (
                vec![(Catalogue, "November 7, 1964"), (Title, "11.7.1964")],
                "1964-11-07",
                DateAgreement::Agree,
            ),
            (
                vec![(Catalogue, "May 14, 1962"), (Dateline, "May 13–15, 1962")],
                "1962-05-13",
                DateAgreement::Agree,
            ),
            (vec![(Dateline, "undated"), (Title, "May 1962")], "1962-05", DateAgreement::Single),
        ] {
            let (dates, _) = resolved(&stated);
            let found = dates.meeting.unwrap().start.unwrap().to_string();
            assert_eq!((&*found, dates.agreement), (start, agreement), "{stated:?}");
        }
    }

    #[test]
    fn doubts_say_which_date_and_why() {
        let stated = [(DateCarrier::Title, "May 4, 1962"), (DateCarrier::Dateline, "May 3, 1962")];
        let (_, doubts) = resolved(&stated);
        let other = "May 3, 1962".to_owned();
        let kind = DiagnosticKind::DateConflict { other, at: Span::new(200, 211) };
        assert_eq!(doubts, [Diagnostic { span: Span::new(100, 111), kind }]);
        let (dates, doubts) = resolved(&[(DateCarrier::Dateline, "31 September 1962")]);
        assert_eq!(dates.meeting.unwrap().edtf.as_deref(), Some("1962-09"));
        assert_eq!(doubts.len(), 1);
    }

    #[test]
    fn a_numeric_date_that_nothing_settles_is_doubted() {
        let (_, doubts) = resolved(&[(DateCarrier::Dateline, "11.7.1964")]);
        let readings = vec!["1964-07-11".to_owned(), "1964-11-07".to_owned()];
        let kind = DiagnosticKind::AmbiguousDate { written: "11.7.1964".to_owned(), readings };
        assert_eq!(doubts, [Diagnostic { span: Span::new(100, 109), kind }]);
        let settled =
            [(DateCarrier::Catalogue, "July 11, 1964"), (DateCarrier::Dateline, "11.7.1964")];
        for stated in [&settled[..], &[(DateCarrier::Dateline, "7.7.1964")]] {
            assert_eq!(resolved(stated).1, [], "{stated:?}");
        }
    }

    #[test]
    fn a_day_is_doubted_whose_year_nothing_tells() {
        let (dates, doubts) = resolved(&[(DateCarrier::Dateline, "July 17, 2:30 p.m.")]);
        assert_eq!(dates.meeting.unwrap().start, None);
        let kind = DiagnosticKind::DateWithoutYear { written: "July 17, 2:30 p.m.".to_owned() };
        assert_eq!(doubts, [Diagnostic { span: Span::new(100, 118), kind }]);
        for other in ["1962", "July 1962", "July 17, 1962"] {
            let stated = [(DateCarrier::Title, other), (DateCarrier::Dateline, "July 17")];
            assert_eq!(resolved(&stated).1, [], "{other:?}");
        }
    }

    #[test]
    fn numeric_dates_are_settled_by_the_others() {
        for (other, expected) in [
            ("11.29.1960", "1964-11-07"),
            ("29.11.1960", "1964-07-11"),
            ("November 7, 1964", "1964-11-07"),
            ("11 July 1964", "1964-07-11"),
        ] {
            let mut dated = date::dated("11.7.1964").unwrap();
            settle(&mut dated, &[date::dated(other).unwrap()]);
            assert_eq!(dated.start().unwrap().to_string(), expected, "{other:?}");
            assert!(!matches!(dated.order, Order::Either { .. }), "{other:?}");
        }
    }
}
