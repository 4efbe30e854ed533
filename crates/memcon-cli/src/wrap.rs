//! Text in lines of a given width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Breaks a paragraph into lines of at most `width` columns, at spaces; a longer word, as a
/// sentence of Chinese, is broken where the line is full.
pub(crate) fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split_whitespace() {
        let wide = word.width();
        if used > 0 && used + 1 + wide <= width {
            line.push(' ');
            line.push_str(word);
            used += 1 + wide;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for c in word.chars() {
            let columns = c.width().unwrap_or(0);
            if used + columns > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += columns;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Gives text that cannot steer a terminal: control characters become visible signs.
pub(crate) fn harmless(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' | '\t' => c,
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        // Overrides of direction could show another text than there is.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.chars().filter(|c| *c != '\r').map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrap(paragraph, width), expected, "{paragraph:?} in {width}");
    }

    #[test]
    fn lines_break_at_spaces_and_count_columns() {
        check("", 10, &[]);
        check("one two three", 7, &["one two", "three"]);
        check("  one\n two ", 20, &["one two"]);
        check("полон дом", 5, &["полон", "дом"]);
        check("毛主席说你好", 6, &["毛主席", "说你好"]);
        check("abcdefgh ij", 4, &["abcd", "efgh", "ij"]);
        check("ab", 0, &["ab"]);
        check("ab cdefghij", 4, &["ab", "cdef", "ghij"]);
    }

    #[test]
    fn a_terminal_is_not_steered() {
        assert_eq!(harmless("a\u{1b}[2Jb\r\n\u{202E}c\u{9b}"), "a␛[2Jb\n\u{FFFD}c\u{FFFD}");
    }
}
