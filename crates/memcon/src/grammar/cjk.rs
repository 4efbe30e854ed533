//! Dates and times of day in Chinese, Japanese and Korean.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::one_of;
use nom::combinator::{map, opt, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::day::Calendar;
use crate::grammar::face::{Face, Half, Mark};
use crate::grammar::{PResult, decline, space};

/// Tells whether a character is a figure of a date here: a digit or a Chinese numeral.
#[inline]
pub(crate) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && (value(c).is_some() || tens(c).is_some())
}

fn value(c: char) -> Option<u16> {
    Some(match c {
        '0'..='9' => c as u16 - '0' as u16,
        '０'..='９' => c as u16 - '０' as u16,
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '元' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn tens(c: char) -> Option<u16> {
    match c {
        '十' => Some(10),
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}

/// Recognises a number: `21`, `二十一`, `廿一`, `一九七二`.
fn number(input: &str) -> PResult<'_, u16> {
    let (rest, written) = take_while(is_figure).parse(input)?;
    if written.is_empty() || written.chars().count() > 4 {
        return decline(input);
    }
    // Figures stand side by side (一九七二) unless a ten stands among them (二十一).
    let (mut sum, mut last) = (0u16, 0u16);
    for c in written.chars() {
        match tens(c) {
            Some(10) => {
                sum += 10 * last.max(1);
                last = 0;
            }
            Some(ten) => sum += ten,
            None => last = last * 10 + value(c).unwrap_or(0),
        }
    }
    Ok((rest, sum + last))
}

/// ```text
/// unit = number [SP] sign
/// ```
fn unit<'a>(signs: &'static str) -> impl FnMut(&'a str) -> PResult<'a, u16> {
    move |input| terminated(number, (space, one_of(signs))).parse(input)
}

/// Recognises a date.
///
/// ```text
/// date    = year "年" [ month "月" [ day "日" ] ] | month "月" day "日"
///         | 年년 月월 日일                          ; Korean
/// ```
pub(crate) fn date(input: &str) -> PResult<'_, Calendar> {
    let (rest, year) = opt(verify(unit("年년"), |y| (1400..2100).contains(y))).parse(input)?;
    let (rest, month) = opt(preceded(space, unit("月월"))).parse(rest)?;
    let (rest, day) = match month {
        Some(_) => opt(preceded(space, unit("日号號일"))).parse(rest)?,
        None => (rest, None),
    };
    if year.is_none() && day.is_none() {
        return decline(input);
    }
    let small = |n: Option<u16>| n.map(|n| u8::try_from(n).unwrap_or(99));
    let year = year.and_then(|y| i16::try_from(y).ok());
    Ok((rest, Calendar { year, month: small(month), day: small(day) }))
}

/// Recognises a day of the week: `星期一`, `(목)`; gives 1 for Monday.
pub(crate) fn weekday(input: &str) -> PResult<'_, u8> {
    let chinese =
        preceded(alt((tag("星期"), tag("周"), tag("週"), tag("礼拜"))), one_of("一二三四五六日天"));
    let korean = delimited(one_of("(（"), one_of("월화수목금토일月火水木金土日"), one_of(")）"));
    let named = terminated(one_of("월화수목금토일月火水木金土日"), alt((tag("요일"), tag("曜日"))));
    map(alt((chinese, named, korean)), |c| match c {
        '一' | '월' | '月' => 1,
        '二' | '화' | '火' => 2,
        '三' | '수' | '水' => 3,
        '四' | '목' | '木' => 4,
        '五' | '금' | '金' => 5,
        '六' | '토' | '土' => 6,
        _ => 7,
    })
    .parse(input)
}

/// Recognises a time of day; the half of the day stands first.
///
/// ```text
/// face = [half] hour ("时" | "点" | "시" | ":") [ minute ["分" | "분"] | "半" ]
/// ```
pub(crate) fn face(input: &str) -> PResult<'_, Face> {
    let (rest, half) = opt(terminated(half, space)).parse(input)?;
    let (rest, hour) = number(rest)?;
    let (rest, sign) = preceded(space, one_of("时時点點시:：")).parse(rest)?;
    let signed = !matches!(sign, ':' | '：');
    if half.is_none() && sign == ':' {
        return decline(input); // the western form
    }
    let minute = terminated(number, opt((space, one_of("分분"))));
    let (rest, minute) = opt(preceded(space, alt((map(tag("半"), |_| 30), minute)))).parse(rest)?;
    if !signed && minute.is_none() {
        return decline(input);
    }
    let small = |n: u16| u8::try_from(n).unwrap_or(99);
    let (hour, minute) = (small(hour), small(minute.unwrap_or(0)));
    Ok((rest, Face { hour, minute, half, mark: Mark::Sure }))
}

fn half(input: &str) -> PResult<'_, Half> {
    if input.as_bytes().first().is_none_or(u8::is_ascii) {
        return decline(input);
    }
    let before = ["上午", "凌晨", "早上", "早晨", "午前", "오전"];
    let after = ["下午", "晚上", "中午", "傍晚", "晚", "午後", "午后", "오후"];
    let halves =
        before.map(|h| (h, Half::Before)).into_iter().chain(after.map(|h| (h, Half::After)));
    for (word, half) in halves {
        if let Some(rest) = input.strip_prefix(word) {
            return Ok((rest, half));
        }
    }
    decline(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let day = |year, month, day| Some(Calendar { year, month, day });
        for (input, expected) in [
            ("1972年2月21日，", day(Some(1972), Some(2), Some(21))),
            ("一九七二年二月廿一日", day(Some(1972), Some(2), Some(21))),
            ("一九七三年十一月十日", day(Some(1973), Some(11), Some(10))),
            ("一九五〇年", day(Some(1950), None, None)),
            ("1972년 5월 3일", day(Some(1972), Some(5), Some(3))),
            ("二月三日", day(None, Some(2), Some(3))),
            ("二月", None),
            ("三日", None),
            ("一九七二", None),
            ("十年", None),
        ] {
            assert_eq!(date(input).ok().map(|(_, d)| d), expected, "{input:?}");
        }
    }
}
