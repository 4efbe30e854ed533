//! XML as events with their places in the file: no DTD, nothing fetched, bounded.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape};
use quick_xml::events::{BytesStart, Event as Raw};

use crate::error::Cause;
use crate::span::Span;

/// No document, no tag and no stretch of text between two tags is longer, in bytes.
pub(super) const LONGEST: usize = 64 << 20;
/// No element is nested more deeply.
const DEEPEST: usize = 1000;

/// What comes next in the file. An empty element starts and ends.
#[derive(Debug)]
pub(super) enum Event<'b> {
    Start(Tag<'b>),
    End,
    /// Words that stand so in the file, from byte `at`.
    Text {
        words: Cow<'b, str>,
        at: usize,
    },
    /// What a reference stands for, and where the reference stands; `None` if nothing is known
    /// by that name.
    Reference {
        name: Cow<'b, str>,
        is: Option<String>,
        span: Span,
    },
    /// A comment, a declaration, an instruction.
    Nothing,
    Eof,
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag<'b> {
    raw: BytesStart<'b>,
    pub(super) span: Span,
}

impl Tag<'_> {
    /// Gives the name without its prefix.
    pub(super) fn name(&self) -> &str {
        local(self.raw.name().0)
    }

    /// Gives the value of the first of the attributes that is there and not empty, by names
    /// without prefix; white space at its ends and a leading `#` are left out.
    pub(super) fn value(&self, names: &[&str]) -> Option<String> {
        let mut found: Option<(usize, String)> = None;
        for attribute in self.raw.attributes().with_checks(false).flatten() {
            let name = local(attribute.key.0);
            let Some(rank) = names.iter().position(|wanted| *wanted == name) else { continue };
            if found.as_ref().is_some_and(|(best, _)| *best <= rank) {
                continue;
            }
            let value = unescape(&attribute.value).unwrap_or_else(|_| attribute.value.clone());
            let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            let value = value.strip_prefix('#').map(str::to_owned).unwrap_or(value);
            if !value.is_empty() {
                found = Some((rank, value));
            }
        }
        found.map(|(_, value)| value)
    }

    /// Tells whether an attribute has a value, one of several set apart by spaces included.
    pub(super) fn has(&self, name: &str, wanted: &[&str]) -> bool {
        self.value(&[name]).is_some_and(|value| value.split(' ').any(|v| wanted.contains(&v)))
    }
}

/// Gives a name without its prefix.
fn local(name: &str) -> &str {
    // Names are short: a look at each byte is sooner done than a search.
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

/// Reads events from a file.
#[derive(Debug)]
pub(super) struct Xml<R> {
    reader: Reader<Bounded<R>>,
    /// Bytes of the file before the first that the reader sees: a byte order mark.
    before: usize,
    depth: usize,
}

/// Why the file cannot be read on.
#[derive(Debug)]
pub(super) enum Broken {
    /// It is not what it should be, from a byte on.
    Markup { at: usize, cause: Cause },
    /// The system did not give it.
    System(io::Error),
}

impl<R: BufRead> Xml<R> {
    /// Begins to read.
    pub(super) fn new(mut file: R) -> io::Result<Self> {
        let before = if file.fill_buf()?.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        file.consume(before);
        let mut reader = Reader::from_reader(Bounded { file, left: LONGEST });
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, before, depth: 0 })
    }

    /// Gives how many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Gives the place in the file up to which was read, in bytes.
    pub(super) fn at(&self) -> usize {
        self.place(self.reader.buffer_position())
    }

    /// Gives what comes next, held by the buffer.
    pub(super) fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Broken> {
        buffer.clear();
        buffer.shrink_to(LONGEST / 64);
        self.reader.get_mut().left = LONGEST;
        let from = self.place(self.reader.buffer_position());
        let raw = match self.reader.read_event_into(buffer) {
            Ok(raw) => raw,
            Err(quick_xml::Error::Io(error)) => {
                return Err(match error.get_ref().and_then(|inner| inner.downcast_ref()) {
                    Some(cause @ TooLong) => Broken::Markup { at: from, cause: Box::new(*cause) },
                    None => Broken::System(io::Error::new(error.kind(), error.to_string())),
                });
            }
            Err(error) => {
                let at = self.place(self.reader.error_position());
                return Err(Broken::Markup { at, cause: error.into() });
            }
        };
        let to = self.place(self.reader.buffer_position());
        Ok(match raw {
            Raw::Start(raw) | Raw::Empty(raw) => {
                if self.depth == DEEPEST {
                    return Err(refused(from, "its elements are nested more than 1000 deep"));
                }
                self.depth += 1;
                Event::Start(Tag { raw, span: Span::new(from, to) })
            }
            Raw::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Event::End
            }
            Raw::Text(text) => words(text.into_inner(), from),
            Raw::CData(text) => words(text.into_inner(), from + "<![CDATA[".len()),
            Raw::GeneralRef(name) => {
                let name = name.into_inner();
                Event::Reference { is: meaning(&name), name, span: Span::new(from, to) }
            }
            // An entity could stand for anything, and for itself a billion times.
            Raw::DocType(dtd) if dtd.to_ascii_uppercase().contains("<!ENTITY") => {
                return Err(refused(from, "its DTD declares entities, which are not read"));
            }
            Raw::DocType(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => Event::Nothing,
            Raw::Eof if self.depth > 0 => {
                return Err(refused(to, "it ends before its elements do"));
            }
            Raw::Eof => Event::Eof,
        })
    }

    fn place(&self, position: u64) -> usize {
        self.before + usize::try_from(position).unwrap_or(usize::MAX)
    }
}

fn words(words: Cow<'_, str>, at: usize) -> Event<'_> {
    Event::Text { words, at }
}

pub(super) fn refused(at: usize, why: &'static str) -> Broken {
    Broken::Markup { at, cause: why.into() }
}

/// What a reference stands for: a character by number, or by a name of XML or HTML.
fn meaning(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    // NUL is no character of XML.
    char::from_u32(code.ok()?).filter(|c| *c != '\0').map(String::from)
}

/// A file of which only so much is given at a time.
#[derive(Debug)]
struct Bounded<R> {
    file: R,
    left: usize,
}

/// More was asked for than is given at a time.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a tag, or a text without a tag in it, is longer than 64 MB")]
struct TooLong;

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?;
        let length = given.len().min(to.len());
        to[..length].copy_from_slice(&given[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let left = self.left;
        let given = self.file.fill_buf()?;
        if left == 0 && !given.is_empty() {
            return Err(io::Error::other(TooLong));
        }
        Ok(&given[..given.len().min(left)])
    }

    fn consume(&mut self, length: usize) {
        self.left = self.left.saturating_sub(length);
        self.file.consume(length);
    }
}
