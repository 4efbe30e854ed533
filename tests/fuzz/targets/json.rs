//! JSON that is not ours is refused; what is taken comes back as it went, and can be written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::{JsonStyle, Parsed};

fuzz_target!(|json: &str| {
    if let Ok(parsed) = Parsed::from_json(json) {
        let again = parsed.to_json(JsonStyle::Line);
        assert_eq!(Parsed::from_json(&again).ok().as_ref(), Some(&parsed));
        let _ = memcon::outline(&parsed);
        let document = memcon::write::Document::named("file", &parsed);
        let _ = memcon::write::tei(&document);
        let _ = memcon::write::html(&document);
        let _ = memcon::write::markdown(&document);
    }
});
