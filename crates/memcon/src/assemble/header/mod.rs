//! The head of a document: title, datelines, markings, fields, and the list of participants.

mod abreast;
mod below_title;
mod broken;
mod carried;
mod column;
mod fields;
mod items;
mod line;
mod located;
mod looks;
mod marked;
mod roster;
pub(crate) mod stamp;
mod top;
mod zone;

use crate::block::Block;
use crate::grammar::person::Person;
use crate::grammar::place::PlaceName;
use crate::grammar::title::TitleParts;
use crate::model::{Carrier, DateCarrier, MarkingKind, Piece, Written};
use crate::source::Line;
use crate::span::Span;

pub(crate) use self::marked::Marked;
pub(crate) use self::roster::attending;

/// A title where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TitleLine<'t> {
    pub(crate) parts: TitleParts<'t>,
    /// Number and callout included.
    pub(crate) span: Span,
}

/// A person whom the head of the document names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listed<'t> {
    pub(crate) person: Person<'t>,
    /// The phrase about the person.
    pub(crate) span: Span,
    /// The side or agency under whose heading the person stands.
    pub(crate) side: Option<&'t str>,
    pub(crate) carrier: Carrier,
}

/// Words that state a date, a time or a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) carrier: DateCarrier,
}

/// The head of a document, zoned.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header<'t> {
    /// The title, and the document's own title where a second one stands below it.
    pub(crate) titles: Vec<TitleLine<'t>>,
    pub(crate) subjects: Vec<Written>,
    pub(crate) dates: Vec<Dated<'t>>,
    /// A place that stands alone on its line.
    pub(crate) place: Option<PlaceName<'t>>,
    pub(crate) markings: Vec<(MarkingKind, Span)>,
    pub(crate) listed: Vec<Listed<'t>>,
    /// What every line of the head is, in order; white space between is left out.
    pub(crate) pieces: Vec<Piece>,
    /// Whether a telegram carries the record.
    pub(crate) carried: bool,
    /// Who drafted the record, as a field says.
    pub(crate) drafted: Option<Span>,
    /// Who approved or cleared it, as a field says.
    pub(crate) approved: Option<Span>,
    /// Where it was found, as a field says.
    pub(crate) source: Option<Span>,
    /// A list of participants that is attached below the body, where the head has none.
    pub(crate) attached: Vec<Piece>,
    /// The first block of the body; the count of blocks where there is none.
    pub(crate) body: usize,
}

/// Zones the top of a document, from a block on.
pub(crate) fn header<'t>(
    text: &'t str,
    lines: &[Line],
    blocks: &[Block],
    from: usize,
    markup: Marked,
) -> Header<'t> {
    let Some(first) = blocks.get(from) else {
        return Header { body: blocks.len(), ..Header::default() };
    };
    let wrapped = blocks.iter().any(|block| block.lines.len() > 1);
    let mut zone = zone::Zone::new(text, lines, first.lines.start, wrapped, markup);
    zone.read();
    let (mut header, end) = zone.done();
    header.body =
        blocks.iter().position(|block| block.lines.end > end).unwrap_or(blocks.len()).max(from);
    if !header.listed.iter().any(|listed| listed.person.name.is_some()) {
        let attached = zone::attached(text, lines, end);
        header.listed.extend(attached.listed);
        header.attached = attached.pieces;
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::fold::same;
    use crate::{block, source};

    fn check(text: &str, people: &[&str], subjects: &[&str], dates: &[&str], body: &str) {
        let lines = source::lines(text);
        let blocks = block::blocks(&lines, block::setting(text, &lines));
        let header = header(text, &lines, &blocks, 0, Marked::default());
        let found: Vec<_> = header
            .listed
            .iter()
            .map(|l| crate::grammar::words::squeeze(l.person.called()))
            .collect();
        assert_eq!(found, people, "{text}");
        let found: Vec<_> = header.subjects.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(found, subjects, "{text}");
        let found: Vec<_> = header.dates.iter().map(|d| d.text).collect();
        assert_eq!(found, dates, "{text}");
        let first = blocks.get(header.body).map_or("", |b| b.span.of(text));
        assert!(first.starts_with(body), "{text}\nbody is {first:?}");
        for pair in header.pieces.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
        }
    }

    #[test]
    fn a_web_page_has_bullets() {
        check(
            "57. Memorandum of Conversation1\n\n[Page 153]\n\nRivel, December 2, 1976, 11:30 a.m.\n\nPARTICIPANTS\n\n  • Vestan Delegation\n\n  • The Secretary\n\n  • A. Orlo (Vestan Envoy to the League)\n\n  • Marn Rivel, Notetaker\n\nSUBJECT\n\n  • Lakes\n\nOrlo: Did you want an interpreter?\n\nMarn: No.\n",
            &["The Secretary", "A. Orlo", "Marn Rivel"],
            &["Lakes"],
            &["Rivel, December 2, 1976, 11:30 a.m."],
            "Orlo: Did",
        );
    }

    #[test]
    fn a_plain_list_runs_into_the_body() {
        check(
            "Memorandum of a Conversation, Taver, May 2, 1957\n\nTaver, May 2, 1957\n\nPARTICIPANTS\n\nUnited States\nMr. Orlo\nNEA—Mr. Rivel\nVestan Side\nMarn Marne, Minister of Lakes\nMr. Rivel opened the talk by saying that he was glad.\n\nThe Minister agreed.\n",
            &["Orlo", "Rivel", "Marn Marne"],
            &[],
            &["Taver, May 2, 1957", "Taver, May 2, 1957"],
            "Mr. Rivel opened",
        );
    }

    #[test]
    fn a_typed_column_is_joined() {
        let text = "                     MEMORANDUM OF CONVERSATION\n\nDATE AND PLACE:   Taver, May 2, 1957, 9 a.m.\n\nPARTICIPANTS:     The Lakes of Vesta\n                  United States\n                  Ambassador Orlo\n                  Mr. Marn Rivel, Deputy Assistant Secretary of\n                  State for Lake Affairs\n                  Government Information Bureau Director Sampson\n                  Marne\n\n     The Ambassador opened the talk with words of welcome to all the\nguests and then went on to speak about the lakes, of which nobody\nhad ever heard before.\n\n     He stopped.\n";
        check(
            text,
            &["Orlo", "Marn Rivel", "Sampson Marne"],
            &["The Lakes of Vesta"],
            &["Taver, May 2, 1957, 9 a.m."],
            "The Ambassador opened",
        );
        assert!(same("a", "A"));
    }

    #[test]
    fn an_archives_letterhead() {
        check(
            "Memorandum of Conversation Between A. Orlo and B. Rivel\n\nSent to Members\n\n(General Department)\n\nNo. P4\n\nBetween cde. A. Orlo and Chairman of the Council B. Rivel.\n\nTaver, 14 March 1985\n\nA. ORLO. First of all, welcome.\n\nB. RIVEL. Thank you.\n",
            &[],
            &[],
            &["Taver, 14 March 1985"],
            "A. ORLO. First",
        );
    }

    #[test]
    fn a_list_may_be_attached() {
        check(
            "Memorandum of Conversation\n\nPARTICIPANTS\n\n  • (See attached list)\n\nThe Envoy opened the talk by saying that he was glad.\n\nLIST OF PARTICIPANTS\n\n  • Marn Orlo, Envoy\n\n  • Mr. Rivel\n\n 1. Source: Taver.\n",
            &["Marn Orlo", "Rivel"],
            &[],
            &[],
            "The Envoy opened",
        );
    }

    #[test]
    fn a_document_without_a_head() {
        check("Orlo: Good day.\n\nRivel: Good day.\n", &[], &[], &[], "Orlo: Good");
        check("", &[], &[], &[], "");
    }
}
