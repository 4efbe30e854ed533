//! The tokenizer's events, as [`Builder`] takes them.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::builder::{Builder, Tag};
use super::tree::Tree;

/// How long a comment may be for its words to matter.
const LONGEST_COMMENT: usize = 600;
/// No name of a tag or an attribute that means anything is longer.
const LONGEST_NAME: usize = 64;

/// Parses a page.
pub(crate) fn tree(file: &str) -> Tree {
    let xhtml = file.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml");
    let mut builder = Builder::new(xhtml);
    let feed = Feed {
        builder: &mut builder,
        file: file.as_bytes(),
        position: 0,
        text_end: 0,
        tag: Tag::default(),
        is_end: false,
        last_start: String::new(),
        name: Vec::new(),
        is_pending: false,
        comment: Vec::new(),
    };
    let Ok(()) = Tokenizer::new_with_emitter(file, feed).finish();
    builder.finish()
}

/// What the tokenizer feeds the builder.
struct Feed<'b> {
    builder: &'b mut Builder,
    file: &'b [u8],
    position: usize,
    /// Where the last text ended.
    text_end: usize,
    tag: Tag,
    is_end: bool,
    last_start: String,
    /// The name of an attribute in the making.
    name: Vec<u8>,
    is_pending: bool,
    comment: Vec<u8>,
}

impl Feed<'_> {
    fn attribute_done(&mut self) {
        if self.is_pending {
            self.is_pending = false;
            self.tag.push_attribute(&String::from_utf8_lossy(&self.name));
            self.name.clear();
        }
    }
}

impl Emitter for Feed<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.push_str(&String::from_utf8_lossy(last.unwrap_or_default()));
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn init_string(&mut self) {
        self.text_end = self.text_end.max(self.position);
    }

    fn emit_string(&mut self, characters: &[u8]) {
        let end = self.position;
        let as_written = end.checked_sub(characters.len()).filter(|start| {
            *start >= self.text_end && self.file.get(*start..end) == Some(characters)
        });
        let start = as_written.unwrap_or(self.text_end.min(end));
        self.builder.characters(characters, start..end);
        self.text_end = end;
    }

    fn init_start_tag(&mut self) {
        self.tag.begin();
        self.name.clear();
        self.is_end = false;
        self.is_pending = false;
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.attribute_done();
        self.text_end = self.position;
        if self.is_end {
            self.last_start.clear();
            self.builder.end(&self.tag.name);
            return None;
        }
        self.builder.start(&self.tag);
        if self.tag.is_empty && self.builder.xhtml {
            self.last_start.clear();
            return None;
        }
        self.last_start.clone_from(&self.tag.name);
        naive_next_state(self.tag.name.as_bytes())
    }

    fn emit_current_comment(&mut self) {
        self.text_end = self.position;
        self.builder.comment(&String::from_utf8_lossy(&self.comment));
    }

    fn emit_current_doctype(&mut self) {
        self.text_end = self.position;
    }

    fn set_self_closing(&mut self) {
        self.tag.is_empty = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        if self.tag.name.len() <= LONGEST_NAME {
            self.tag.name.push_str(&String::from_utf8_lossy(name));
        }
    }

    fn push_comment(&mut self, comment: &[u8]) {
        if self.comment.len() <= LONGEST_COMMENT {
            let room = (LONGEST_COMMENT + 1 - self.comment.len()).min(comment.len());
            self.comment.extend_from_slice(&comment[..room]);
        }
    }

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.attribute_done();
        self.is_pending = true;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if self.name.len() <= LONGEST_NAME {
            self.name.extend_from_slice(name);
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.attribute_done();
        self.tag.push_value(&String::from_utf8_lossy(value));
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        // In XHTML a CDATA section is text.
        self.builder.xhtml
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::tree::What;

    /// The tree in one line: `p[b[Orlo:] Yes.]`, and what every text is in the file.
    fn shown(file: &str) -> (String, Vec<String>) {
        let tree = tree(file);
        let (mut shown, mut ends, mut texts) = (String::new(), Vec::new(), Vec::new());
        for (id, node) in tree.nodes.iter().enumerate() {
            while ends.last().is_some_and(|end| *end <= id) {
                ends.pop();
                shown.push(']');
            }
            match &node.what {
                What::Element { .. } => {
                    shown.push_str(tree.tag(id));
                    shown.push('[');
                    ends.push(node.end);
                }
                What::Text(_) => shown.push_str(tree.characters(id)),
            }
        }
        shown.extend(ends.iter().map(|_| ']'));
        for (i, run) in tree.runs.iter().enumerate() {
            let end = tree.runs.get(i + 1).map_or(tree.text.len(), |next| next.at);
            texts.push(format!(
                "{}={}",
                &tree.text[run.at..end],
                &file[run.file..run.file + run.len]
            ));
        }
        (shown, texts)
    }

    fn check(file: &str, expected: &str) {
        assert_eq!(shown(file).0, expected, "{file}");
    }

    #[test]
    fn end_tags_may_be_left_out() {
        check("<p>One<p>Two", "p[One]p[Two]");
        check("<ul><li>a<ul><li>b</ul><li>c</ul>d", "ul[li[aul[li[b]]]li[c]]d");
        check("<table><tr><td>a<td>b<tr><td>c</table>", "table[tr[td[a]td[b]]tr[td[c]]]");
        check("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a]dd[b]dt[c]]");
        check("<p>a<br>b<hr>c", "p[abr[]b]hr[]c");
    }

    #[test]
    fn torn_markup_keeps_its_words_in_order() {
        check("<p><b>Orlo:</p> Yes</b>", "p[b[Orlo:]] Yes");
        check("<b><p>Orlo:</b> Yes</p>No", "b[p[Orlo: Yes]No]");
        check("a</p>b</div>c</br>d", "ap[]bcbr[]d");
        check("<table><td><p>a</table>b", "table[td[p[a]]]b");
        check("<p>a<table><td>b</p>c</table>", "p[a]table[td[bp[]c]]");
        check("<div><p>a</div>b", "div[p[a]]b");
        check("<p/>a", "p[a]");
        check("<?xml version='1.0'?><p/>a<![CDATA[b<c]]>", "p[]ab<c");
        check("a<!-- <p> -->b<script>c</p>'<b>'</script>d", "abscript[]d");
    }

    #[test]
    fn every_text_leads_to_its_bytes() {
        let (shown, runs) =
            shown("<i>é&amp;b</i>\r\nc&nbsp;&#x201C;d&unknown;e&ampf<b>&lt;</b>g &");
        assert_eq!(shown, "i[é&b]\nc\u{a0}“d&unknown;e&fb[<]g &");
        let expected = [
            "é=é",
            "&=&amp;",
            "b=b",
            "\n=\r",
            "c=c",
            "\u{a0}=&nbsp;",
            "“=&#x201C;",
            "d&unknown;e=d&unknown;e",
            "&=&amp",
            "f=f",
            "<=&lt;",
            "g &=g &",
        ];
        assert_eq!(runs, expected);
    }
}
