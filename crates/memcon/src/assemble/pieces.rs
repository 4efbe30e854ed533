//! The partition of the text: what the parts of the parse claim, and the space between.

use crate::model::{Piece, PieceKind};
use crate::span::Span;

/// Collects what is claimed, in any order.
#[derive(Debug, Default)]
pub(crate) struct Partition {
    claimed: Vec<Piece>,
}

impl Partition {
    pub(crate) fn claim(&mut self, kind: PieceKind, span: Span) {
        if !span.is_empty() {
            self.claimed.push(Piece { kind, span });
        }
    }

    /// Gives pieces that cover the text without gap or overlap.
    ///
    /// Of two claims to one stretch the one that begins first wins, then the longer one. White
    /// space that nobody claims is `Space`; words that nobody claims are `Narration`.
    pub(crate) fn finish(mut self, text: &str) -> Vec<Piece> {
        self.claimed.sort_by_key(|piece| (piece.span.start, usize::MAX - piece.span.end));
        let mut pieces = Vec::with_capacity(self.claimed.len() * 2 + 1);
        let mut at = 0;
        for piece in self.claimed {
            let start = piece.span.start.max(at);
            if piece.span.end <= start {
                continue;
            }
            fill(text, at, start, &mut pieces);
            pieces.push(Piece { kind: piece.kind, span: Span::new(start, piece.span.end) });
            at = piece.span.end;
        }
        fill(text, at, text.len(), &mut pieces);
        pieces
    }
}

fn fill(text: &str, start: usize, end: usize, pieces: &mut Vec<Piece>) {
    if start < end {
        let blank = text[start..end].trim().is_empty();
        let kind = if blank { PieceKind::Space } else { PieceKind::Narration };
        pieces.push(Piece { kind, span: Span::new(start, end) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_and_overlaps_clipped() {
        let mut partition = Partition::default();
        partition.claim(PieceKind::Speech, Span::new(4, 8));
        partition.claim(PieceKind::Label, Span::new(1, 5));
        partition.claim(PieceKind::Note, Span::new(2, 3));
        let pieces = partition.finish(" abcdefgh ij");
        let found: Vec<_> = pieces.iter().map(|p| (p.kind, p.span.start, p.span.end)).collect();
        assert_eq!(
            found,
            [
                (PieceKind::Space, 0, 1),
                (PieceKind::Label, 1, 5),
                (PieceKind::Speech, 5, 8),
                (PieceKind::Narration, 8, 12),
            ]
        );
    }
}
