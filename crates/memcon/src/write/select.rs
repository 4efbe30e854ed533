//! Selectors of the W3C Web Annotation model: a place that outlives small changes of the text.

use serde_json::json;

use crate::model::Memorandum;
use crate::span::{CharIndex, Span};
use crate::write::json::inert;

/// How many code points before and after a quotation are kept.
const CONTEXT: usize = 32;

/// Gives a place of the text as selectors of the W3C Web Annotation model, in JSON: a
/// `TextQuoteSelector` with the words and what stands around them, and a `TextPositionSelector`
/// in code points.
///
/// ```
/// use memcon::Span;
///
/// let memorandum = memcon::parse("ORLO: Good day.\n").memorandum;
/// let selectors = memcon::write::selectors(&memorandum, Span::new(6, 10));
/// let expected = "[{\"type\":\"TextQuoteSelector\",\"exact\":\"Good\",\"prefix\":\"ORLO: \",\
///     \"suffix\":\" day.\\n\"},{\"type\":\"TextPositionSelector\",\"start\":6,\"end\":10}]";
/// let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
/// assert_eq!(value(&selectors), value(expected));
/// ```
pub fn selectors(memorandum: &Memorandum, span: Span) -> String {
    let text = &memorandum.text;
    let index = CharIndex::new(text);
    let place = index.chars(span);
    let start = index.byte_of(place.start.saturating_sub(CONTEXT));
    let end = index.byte_of(place.end + CONTEXT);
    let selectors = json!([
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": Span::new(start, span.start).of(text),
            "suffix": Span::new(span.end, end).of(text),
        },
        {"type": "TextPositionSelector", "start": place.start, "end": place.end},
    ]);
    inert(selectors.to_string())
}
