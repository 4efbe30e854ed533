//! What a mark says was withheld.
//!
//! ```text
//! excision = [ measures ] [ what ] [ "of source text" ] withheld ["."]
//! withheld = "not declassified" | "withheld" | "deleted" | …
//! ```

use crate::grammar::exemption::exemption;
use crate::grammar::mark_words::MARKS;
use crate::grammar::withheld::{is_all_measure, measured};
use crate::grammar::words::words;
use crate::model::{Excision, Unit, Withheld};

/// The farthest that a mark of withholding reaches, in bytes.
pub(crate) const LONGEST: usize = 160;

/// Reads the words of a bracket that says that something was withheld, or only how much:
/// `[less than 1 line]`; declines other words.
pub(crate) fn excision(words: &str) -> Option<Excision> {
    let words = bounded(words)?;
    unspoken(words)
        .or_else(|| {
            let names = |verb: &Verb<'_>| verb.withholds() && is_phrase(verb.said);
            Verb::of(words).filter(names).map(|verb| withheld(verb.said))
        })
        .or_else(|| bare_measure(words))
}

/// Reads words that stand in no bracket of editors, a clause or a parenthesis; those that only
/// tell of withholding withhold nothing: `except those indicating material not declassified`.
pub(crate) fn clause(words: &str) -> Option<Excision> {
    let words = bounded(words)?;
    let names = |verb: &Verb<'_>| {
        verb.withholds()
            && (verb.said.is_empty()
                || is_all_measure(verb.said)
                || verb.denies && !verb.tells && verb.said.split_whitespace().count() <= 4)
    };
    unspoken(words).or_else(|| Verb::of(words).filter(names).map(|verb| withheld(verb.said)))
}

/// Tells whether a word may stand before the verb in a clause without brackets: `2 pages of source
/// text not declassified`.
pub(crate) fn is_of_clause(word: &str) -> bool {
    !word.ends_with([',', ';']) && is_all_measure(word)
}

/// Tells whether words name something, and are no sentence of editors about it: not
/// `Source: Orlo Papers. 1 page`, `the letter that was`.
fn is_phrase(said: &str) -> bool {
    let divided = [". ", ": ", "; "].iter().any(|sign| said.contains(sign));
    let tells = |word: &str| matches!(word, "that" | "which" | "who" | "See" | "see" | "but");
    is_all_measure(said) || !divided && !words(said).any(tells)
}

/// Gives the words of a mark, unless they reach too far.
fn bounded(words: &str) -> Option<&str> {
    let words = words.trim().trim_end_matches('.');
    (!words.is_empty() && words.len() <= LONGEST).then_some(words)
}

/// A code of exemption; a mark that opens with the verb: `deleted by the editors`.
fn unspoken(words: &str) -> Option<Excision> {
    if let Some(code) = exemption(words) {
        let mut excision = Excision::new(Withheld::Text, Vec::new());
        excision.exemption = Some(code.to_owned());
        return Some(excision);
    }
    let opens = MARKS.excision.open(words) && words.split(' ').count() <= 3;
    opens.then(|| Excision::new(Withheld::Other, Vec::new()))
}

/// `less than 1 line`: only a measure of text, and nothing else.
fn bare_measure(words: &str) -> Option<Excision> {
    if !is_all_measure(words) {
        return None;
    }
    let (measures, what) = measured(words);
    let bare = !measures.is_empty()
        && what.is_none_or(|what| what == Withheld::Text)
        && measures.iter().all(|measure| matches!(measure.unit, Unit::Line | Unit::Word));
    bare.then(|| Excision::new(Withheld::Text, measures))
}

/// Reads what was withheld, of the words before the verb.
fn withheld(said: &str) -> Excision {
    let (measures, what) = measured(said);
    let counted = measures.first().map(|measure| match measure.unit {
        Unit::Line
        | Unit::Paragraph
        | Unit::Page
        | Unit::Sentence
        | Unit::Word
        | Unit::Character => Withheld::Text,
        Unit::Name => Withheld::Name,
        Unit::Item => Withheld::Other,
    });
    let named = what.filter(|what| *what != Withheld::Text || counted.is_none());
    Excision::new(named.or(counted).unwrap_or(Withheld::Other), measures)
}

/// The verb of withholding that ends a mark.
struct Verb<'t> {
    /// The words before it.
    said: &'t str,
    /// Whether it is one of declassifying, which withholds only with `not`.
    declassifies: bool,
    /// Whether `not` stands before it.
    denies: bool,
    /// Whether it makes a sentence: `was not declassified`.
    tells: bool,
}

impl<'t> Verb<'t> {
    fn of(words: &'t str) -> Option<Self> {
        const DECLASSIFIED: [&str; 3] = ["declassified", "declassfied", "declasified"];
        const WITHHELD: [&str; 6] =
            ["withheld", "deleted", "excised", "redacted", "sanitized", "expunged"];
        const HELPERS: [&str; 9] =
            ["yet", "not", "been", "has", "have", "was", "were", "is", "are"];
        // All of them end alike.
        if !words.ends_with(['d', 'D']) {
            return None;
        }
        let last = words.rsplit(char::is_whitespace).next()?;
        let is_one = |verbs: &[&str]| verbs.iter().any(|verb| last.eq_ignore_ascii_case(verb));
        let declassifies = is_one(&DECLASSIFIED);
        if !declassifies && !is_one(&WITHHELD) {
            return None;
        }
        let mut said = words[..words.len() - last.len()].trim_end();
        let (mut denies, mut tells) = (false, false);
        while let Some(small) = said.rsplit(|c: char| c.is_whitespace() || c == ')').next()
            && HELPERS.iter().any(|helper| small.eq_ignore_ascii_case(helper))
        {
            let negates = small.eq_ignore_ascii_case("not");
            denies |= negates;
            tells |= !negates && !small.eq_ignore_ascii_case("yet");
            said = said[..said.len() - small.len()].trim_end();
        }
        Some(Self { said, declassifies, denies, tells })
    }

    /// `the paper was declassified` withholds nothing; `1 line declassified` lost its `not`.
    fn withholds(&self) -> bool {
        self.denies || !self.declassifies || bare_measure(self.said).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bound;

    #[test]
    fn what_is_withheld_is_told_and_measured() {
        use Bound::{Exact, LessThan};
        use Withheld::{Amount, Initials, Name, Organization, Other, Place, Text, Title};
        for (words, withheld, measures) in [
            ("1½ lines not declassified", Text, vec![(1.5, Unit::Line, Exact)]),
            ("less than 1 line not declassified", Text, vec![(1.0, Unit::Line, LessThan)]),
            ("less than 1 line", Text, vec![(1.0, Unit::Line, LessThan)]),
            ("3-1/2 lines of source text not declassfied", Text, vec![(3.5, Unit::Line, Exact)]),
            ("8–1/2 lines of source text not declassified.", Text, vec![(8.5, Unit::Line, Exact)]),
            ("1 1/2 lines not declassified", Text, vec![(1.5, Unit::Line, Exact)]),
            (
                "4 paragraphs (16 lines) not declassified",
                Text,
                vec![(4.0, Unit::Paragraph, Exact), (16.0, Unit::Line, Exact)],
            ),
            (
                "1 paragraph (8-1/2 lines of source text) not declassified",
                Text,
                vec![(1.0, Unit::Paragraph, Exact), (8.5, Unit::Line, Exact)],
            ),
            ("5 names not declassified", Name, vec![(5.0, Unit::Name, Exact)]),
            ("name not declassified", Name, vec![]),
            ("Name deleted", Name, vec![]),
            ("dollar amount not declassified", Amount, vec![]),
            ("initials not declassified", Initials, vec![]),
            ("text not declassified", Text, vec![]),
            ("two pages withheld", Text, vec![(2.0, Unit::Page, Exact)]),
            ("not declassified", Other, vec![]),
            ("handling restriction not declassified", Other, vec![]),
            ("excised", Other, vec![]),
            ("name and title of the third officer not declassified", Title, vec![]),
            (
                "1 line and name of the agency not declassified",
                Organization,
                vec![(1.0, Unit::Line, Exact)],
            ),
            ("2 Lines not declassified", Text, vec![(2.0, Unit::Line, Exact)]),
            ("Less than 1 line", Text, vec![(1.0, Unit::Line, LessThan)]),
            ("2 agencies not declassified", Organization, vec![]),
            ("Countries Not Declassified", Place, vec![]),
            ("1 line declassified", Text, vec![(1.0, Unit::Line, Exact)]),
            ("1/2; pages not declassified", Text, vec![(0.5, Unit::Page, Exact)]),
        ] {
            let found = excision(words);
            assert!(found.is_some(), "{words}");
            let found = found.unwrap();
            let told: Vec<_> =
                found.measures.iter().map(|m| (m.number.value(), m.unit, m.bound)).collect();
            assert_eq!((found.withheld, told), (withheld, measures), "{words}");
        }
    }

    #[test]
    fn what_withholds_nothing() {
        for near in [
            "Source: Orlo Papers. Secret. 1 page of source text not declassified",
            "the letter that was not declassified",
            "See the paper on tin, not declassified",
            "the paper was declassified",
            "2 pages",
            "1 line of defence",
            "the lines",
            "",
        ] {
            assert_eq!(excision(near), None, "{near}");
        }
        assert_eq!(excision("25X1").and_then(|e| e.exemption).as_deref(), Some("25X1"));
    }

    #[test]
    fn clauses_and_near_forms() {
        for words in ["2 pages not declassified", "name not declassified", "deleted", "25X1"] {
            assert!(clause(words).is_some(), "{words}");
        }
        for near in [
            "except those indicating material that was not declassified",
            "two words",
            "the money that he withheld",
            "his letter was deleted",
            "our report was not declassified",
        ] {
            assert_eq!(clause(near), None, "{near}");
        }
    }
}
