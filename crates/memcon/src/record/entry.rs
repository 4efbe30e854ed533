//! What the file's metadata tell, where the text does not.

use crate::model::{Provenance, Written};
use crate::source::Entry;
use crate::span::Span;

/// Fills what the page does not tell of the provenance from the file's metadata.
///
/// Such a value stands nowhere in the text: its span is empty, at the beginning.
pub(super) fn fill(entry: &Entry, provenance: &mut Provenance) {
    let facts = [
        (&entry.archive, &mut provenance.repository),
        (&entry.collection, &mut provenance.collection),
        (&entry.translator, &mut provenance.translator),
        (&entry.summary, &mut provenance.summary),
        (&entry.uploaded, &mut provenance.uploaded),
        (&entry.record_id, &mut provenance.record_id),
        (&entry.source_note, &mut provenance.source_note),
        (&entry.url, &mut provenance.url),
    ];
    for (told, fact) in facts {
        if let (Some(told), None) = (told, fact.as_ref()) {
            *fact = Some(outside(told));
        }
    }
    if provenance.rights.is_empty() {
        provenance.rights = entry.rights.iter().map(|told| outside(told)).collect();
    }
}

fn outside(told: &str) -> Written {
    Written { text: told.to_owned(), span: Span::new(0, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_tells_stands_and_the_rest_is_filled() {
        let page = Written { text: "Orlan State Archive".to_owned(), span: Span::new(4, 23) };
        let mut provenance = Provenance { repository: Some(page.clone()), ..Provenance::default() };
        let entry = Entry {
            archive: Some("OSA".to_owned()),
            record_id: Some("77".to_owned()),
            ..Entry::default()
        };
        fill(&entry, &mut provenance);
        assert_eq!(provenance.repository, Some(page));
        assert_eq!(provenance.record_id, Some(outside("77")));
    }
}
