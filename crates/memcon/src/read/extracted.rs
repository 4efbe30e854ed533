//! What an extractor gave of a document, as a source: it has no way back to bytes of the file.

use std::path::Path;

use super::html::html;
use super::open::LONGEST;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::error::Error;
use crate::extract::{Extracted, Page};
use crate::layout::Layout;
use crate::source::{Draft, Entry, MarkKind, Origin, Source};
use crate::span::Span;

/// Makes a source of what was extracted.
pub(super) fn source(
    path: &Path,
    extracted: Extracted,
    layout: Option<&Layout>,
) -> Result<Source, Error> {
    let length = match &extracted {
        Extracted::Pages(pages) => pages.iter().map(|page| page.text.len()).sum(),
        Extracted::Html(page) => page.len(),
    };
    if length > LONGEST {
        return Err(Error::TooLong { path: path.to_owned(), most: LONGEST });
    }
    let mut source = match extracted {
        Extracted::Pages(pages) => pages_of(&pages),
        Extracted::Html(page) => html(&document(&page), layout),
    };
    // The extractor's text is nowhere in the file as it stands.
    source.origin = Some(Origin::default());
    Ok(source)
}

/// A page that is a document and nothing else: nothing on it is furniture of a site.
fn document(page: &str) -> String {
    format!("<!DOCTYPE html><body><div class=\"word-document\">{page}</div></body>")
}

/// The pages one after the other, each under its mark.
fn pages_of(pages: &[Page]) -> Source {
    let mut draft = Draft::default();
    let mut empty = Vec::new();
    for page in pages {
        let lines = lines(&page.text);
        if !draft.text().is_empty() {
            draft.supplied("\n\n");
        }
        let opened = draft.open();
        let from = draft.text().len();
        draft.supplied(&format!("[Page {}]", page.number));
        draft.close(opened, MarkKind::PageBreak);
        if lines.is_empty() {
            let span = Span::new(from, draft.text().len());
            let kind = DiagnosticKind::PageWithoutText { page: page.number.clone() };
            empty.push(Diagnostic { span, kind });
        } else {
            draft.supplied("\n\n");
            draft.supplied(&lines);
        }
    }
    if !draft.text().is_empty() {
        draft.supplied("\n");
    }
    let mut source = draft.finish(Entry::default());
    source.diagnostics = empty;
    source
}

/// The lines of a page, without the white space at their ends; no more than two blank lines stand
/// together, for the rest of a page is blank.
fn lines(text: &str) -> String {
    let mut page = String::with_capacity(text.len());
    let mut blank = 0;
    let lines = text.split(['\n', '\u{c}']).flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r').map(str::trim_end)
    });
    for line in lines {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !page.is_empty() {
            page.push_str(match blank {
                0 => "\n",
                1 => "\n\n",
                _ => "\n\n\n",
            });
        }
        blank = 0;
        // A soft hyphen at the end of a line is printed, one within it is not.
        let divided = line.ends_with('\u{ad}');
        page.extend(line.chars().filter(|c| !matches!(c, '\0' | '\u{ad}')));
        if divided {
            page.push('-');
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_under_their_marks_and_lead_nowhere() {
        let page = |number: &str, text: &str| Page { number: number.into(), text: text.into() };
        let pages = vec![
            page("iv", "\n\n  Talk \r\n\nORLO: Good\n\n\n\n\n"),
            page("5", " \n"),
            page("6", "da\u{ad}y\0.\n\n\n\n\n- 6 -"),
        ];
        let source = source(Path::new("a.pdf"), Extracted::Pages(pages), None).unwrap();
        let text = "[Page iv]\n\n  Talk\n\nORLO: Good\n\n[Page 5]\n\n[Page 6]\n\nday.\n\n\n- 6 -\n";
        assert_eq!(source.text, text);
        let told: Vec<_> = source.diagnostics.iter().map(|it| it.span.of(&source.text)).collect();
        assert_eq!(told, ["[Page 5]"]);
        let origin = source.origin.unwrap();
        assert_eq!(origin.file_span(&source.text, Span::new(0, 20)), None);
    }
}
