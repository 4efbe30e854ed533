//! TEMPORARY: the head of a record, until the people branch lands.
use crate::block::Block;
use crate::grammar::title::{self, TitleParts};
use crate::span::Span;

#[derive(Debug, Default)]
pub(crate) struct Header<'t> {
    pub(crate) title: Option<(TitleParts<'t>, Span)>,
    pub(crate) body: usize,
}

pub(crate) fn header<'t>(text: &'t str, blocks: &[Block]) -> Header<'t> {
    let mut header = Header::default();
    if let Some(first) = blocks.first() {
        header.title = Some((title::title(first.span.of(text)), first.span));
        header.body = 1;
    }
    header
}
