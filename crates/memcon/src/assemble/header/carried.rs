//! A record of conversation that a telegram carries.
//!
//! ```text
//! carried = telegram-title dateline paragraph* announcement fields body
//! announcement = … ("memorandum of conversation" | "memcon" | …) … "Begin text" | "follows" …
//! ```

use super::fields::field;
use super::zone::Zone;
use crate::grammar::fold::{fold, same};
use crate::grammar::words::words;
use crate::model::PieceKind;

/// How many printed lines below the title the announcement may stand.
const WITHIN: usize = 14;

impl Zone<'_, '_> {
    /// Passes over the telegram's own paragraphs down to the fields of the record in it.
    pub(super) fn carried(&mut self) {
        let Some(title) = self.header.titles.first() else { return };
        let telegram = words(title.parts.text).next().is_some_and(|first| {
            ["telegram", "airgram", "cable", "cablegram", "despatch"].iter().any(|t| same(t, first))
        });
        if !telegram || title.parts.kind.is_some() {
            return;
        }
        let printed: Vec<usize> = (self.at..self.lines.len())
            .filter(|i| !self.lines[*i].is_blank())
            .take(WITHIN)
            .collect();
        let mut named = false;
        let begins = printed.iter().position(|i| {
            let line: String = fold(self.lines[*i].span.of(self.text)).collect();
            named |= ["memorandum of conversation", "memcon", "record of conversation"]
                .iter()
                .any(|name| line.contains(name));
            named && (line.contains("begin text") || line.contains("begin memcon"))
        });
        let Some(begins) = begins else { return };
        self.header.carried = true;
        for at in &printed[..=begins] {
            self.at = *at;
            let line = self.lines[*at].span.of(self.text);
            if crate::assemble::header::line::is_dateline(line) {
                self.dated(self.lines[*at].span, crate::model::DateCarrier::Dateline);
                self.take(PieceKind::Dateline);
            } else {
                self.take(PieceKind::Narration);
            }
        }
        // The telegram numbers its paragraphs: `3. Subject: Lakes`.
        while self.lines.get(self.at).is_some_and(crate::source::Line::is_blank) {
            self.at += 1;
        }
        if let Some(line) = self.lines.get(self.at).copied() {
            let whole = line.span.of(self.text);
            let inner =
                whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
            if let Some(found) = field(inner) {
                self.field(found, line);
            }
        }
    }
}
