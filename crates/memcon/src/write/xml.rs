//! XML and HTML put down element by element, so that no text of a record is ever markup.

/// A document in the making.
#[derive(Debug, Default)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
    replaced: usize,
}

impl Xml {
    /// Begins an XML document with its declaration.
    pub(super) fn document() -> Self {
        let out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
        Self { out, ..Self::default() }
    }

    /// Begins an HTML document with its declaration.
    pub(super) fn page() -> Self {
        Self { out: "<!DOCTYPE html>\n".to_owned(), ..Self::default() }
    }

    /// Opens an element; attributes without a value are left out.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the innermost element.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// Puts down an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// Puts down an element that holds words only.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.text(words);
        self.close();
    }

    /// Puts down words.
    pub(super) fn text(&mut self, words: &str) {
        self.escaped(words);
    }

    /// Ends the line, where white space means nothing.
    pub(super) fn line(&mut self) {
        self.out.push('\n');
    }

    /// Puts down what is markup already; only for what memcon itself brings.
    pub(super) fn own(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Gives the document and how many characters no XML may hold were replaced by U+FFFD.
    pub(super) fn finish(mut self) -> (String, usize) {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.push('\n');
        (self.out, self.replaced)
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.escaped(value);
            self.out.push('"');
        }
    }

    fn escaped(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // A carriage return would come back as a line end.
                '\r' => self.out.push_str("&#13;"),
                _ if is_forbidden(letter) => {
                    self.replaced += 1;
                    self.out.push(char::REPLACEMENT_CHARACTER);
                }
                _ => self.out.push(letter),
            }
        }
    }
}

/// Tells whether XML 1.0 or HTML forbids a character, as a control character.
pub(super) fn is_forbidden(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' => true,
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => u32::from(letter) & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_said_becomes_markup() {
        let mut xml = Xml::document();
        xml.open("p", &[("n", "\"><script>"), ("who", "")]);
        xml.text("]]> & \u{1b}[2J\0");
        let (xml, replaced) = xml.finish();
        let body = "<p n=\"&quot;&gt;&lt;script&gt;\">]]&gt; &amp; \u{fffd}[2J\u{fffd}</p>\n";
        assert_eq!(xml, format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}"));
        assert_eq!(replaced, 2);
    }
}
