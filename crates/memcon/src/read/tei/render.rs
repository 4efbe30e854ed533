//! A document of TEI as the page that a person would read.

mod milestone;
mod speaker;

use crate::source::{Draft, Entry, ListKind, Mark, MarkKind, Source};
use crate::span::Span;

use self::milestone::gap;
use super::element::{Element, element};
use super::sheet::{Break, Sheet};
use super::xml::{Event, Tag};

/// A document in the making.
#[derive(Debug, Default)]
pub(super) struct Renderer {
    /// The page, and above it the notes within which one is.
    sheets: Vec<Sheet>,
    open: Vec<Open>,
    /// The notes in order of their callouts; `None` while one is being read.
    notes: Vec<Note>,
    /// How many elements deep one is in something that is not read.
    skipped: usize,
    /// The number of the last numbered note.
    counted: u32,
    /// Cells within which one is.
    cells: usize,
    /// Where a speaker's name ended: what comes next goes on in its line.
    named: Option<usize>,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    element: Element,
    /// Whether a mark is to be closed with it.
    marked: bool,
    /// What a speech or an utterance says of its speaker.
    who: Option<String>,
    /// The id of a turn.
    id: Option<String>,
    /// Whether something of it was read: the label of an item, the speaker of a speech.
    begun: bool,
    /// Of several readings the first that is read only where no better one is given.
    spare: Option<Sheet>,
    /// How much was written when it began.
    from: usize,
    /// What the attributes of a gap say, for one that does not say it in words.
    untold: Option<(String, Span)>,
}

/// A note.
#[derive(Debug)]
struct Note {
    number: String,
    source: bool,
    sheet: Option<Sheet>,
}

/// What the names of a document's speakers are called by their ids.
pub(super) type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Renderer {
    /// Begins a document.
    pub(super) fn new() -> Self {
        Self { sheets: vec![Sheet::default()], ..Self::default() }
    }

    /// Reads the next event of the document.
    pub(super) fn read(&mut self, event: &Event<'_>, names: Names<'_>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End => self.skipped -= 1,
                Event::Text { .. } | Event::Reference { .. } | Event::Nothing | Event::Eof => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, names),
            Event::End => self.end(),
            Event::Text { words, at } => self.sheet().text(words, *at),
            Event::Reference { is: Some(words), span, .. } => self.sheet().decoded(words, *span),
            Event::Reference { is: None, name, span } => {
                let written = format!("&{name};");
                self.sheet().unexplained(&written, *span);
            }
            Event::Nothing | Event::Eof => {}
        }
    }

    /// Gives the document, its notes at the end.
    pub(super) fn finish(mut self, entry: Entry) -> Source {
        while !self.open.is_empty() {
            self.end();
        }
        let mut draft = match self.sheets.pop() {
            Some(sheet) => sheet.into_draft(),
            None => Draft::default(),
        };
        let mut first = true;
        for note in self.notes {
            let Some(sheet) = note.sheet else { continue };
            draft.supplied(if first { "\n\n\n" } else { "\n" });
            first = false;
            let start = draft.text().len();
            let stop = if is_number(&note.number) { "." } else { "" };
            draft.supplied(&format!(" {}{stop} ", note.number));
            draft.append(sheet.into_draft());
            let span = Span::new(start + 1, draft.text().len());
            draft.mark(Mark { span, kind: MarkKind::Footnote { source: note.source } });
        }
        if !draft.text().is_empty() {
            draft.supplied("\n");
        }
        draft.finish(entry)
    }

    fn sheet(&mut self) -> &mut Sheet {
        if self.sheets.is_empty() {
            self.sheets.push(Sheet::default());
        }
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }

    fn parent(&self) -> Option<&Element> {
        self.open.last().map(|open| &open.element)
    }

    fn start(&mut self, tag: &Tag<'_>, names: Names<'_>) {
        let element = element(tag, self.parent());
        if element == Element::Skipped {
            self.skipped = 1;
            return;
        }
        let mut open = Open {
            element,
            marked: false,
            who: None,
            id: None,
            begun: false,
            spare: None,
            from: 0,
            untold: None,
        };
        match &open.element {
            Element::Inline(None) | Element::Choice | Element::Skipped => {}
            Element::Inline(Some(_)) => open.marked = true,
            Element::Part(mark) => {
                open.marked = mark.is_some();
                self.block();
            }
            Element::Block(mark) => {
                open.marked = mark.is_some();
                self.block();
                self.label_of_speech(names);
            }
            Element::List(_) => {
                open.marked = true;
                self.heads_list();
                self.block();
            }
            Element::Item => {
                open.marked = true;
                let begun = matches!(self.open.last(), Some(list) if list.begun);
                if begun {
                    self.sheet().join();
                } else {
                    self.item();
                }
                if let Some(list) = self.open.last_mut() {
                    list.begun = false;
                }
            }
            Element::Label => {
                let of_list = matches!(self.parent(), Some(Element::List(_)));
                if of_list {
                    self.item();
                    if let Some(list) = self.open.last_mut() {
                        list.begun = true;
                    }
                }
            }
            Element::Head => {
                open.marked = true;
                self.block();
            }
            Element::Table => {
                open.marked = true;
                self.block();
            }
            Element::Row => {
                open.marked = true;
                self.sheet().set_apart(Break::Line);
            }
            Element::Cell => {
                open.marked = true;
                self.sheet().set_apart(Break::Cell);
                self.cells += 1;
            }
            Element::Speech | Element::Said => {
                open.marked = true;
                open.who = tag.value(&["who"]);
                open.id = tag.value(&["id"]);
                if open.element == Element::Speech {
                    self.block();
                }
            }
            Element::Speaker => {
                open.marked = true;
                self.block();
            }
            Element::Utterance => {
                self.block();
                if let Some(who) = tag.value(&["who"]) {
                    self.label(who, names);
                }
            }
            Element::Stage => {
                open.marked = true;
                if self.sheet().is_at_start() || !self.is_in_words() {
                    self.block();
                }
            }
            Element::Note => self.note(tag),
            Element::Reading => self.sheets.push(Sheet::default()),
            Element::Page => self.page(tag),
            Element::Line => self.line(tag),
            Element::Gap => {
                open.marked = true;
                open.untold = Some((gap(tag), tag.span));
            }
            Element::Supplied | Element::Unclear => {}
        }
        if open.marked {
            self.sheet().open();
        }
        if matches!(open.element, Element::Stage | Element::Supplied) {
            self.sheet().open_bracket(open.element == Element::Stage);
        }
        open.from = self.sheet().written().len();
        self.open.push(open);
    }

    fn end(&mut self) {
        let Some(Open { element, marked, from, untold, who, id, spare, .. }) = self.open.pop()
        else {
            return;
        };
        let mut mark = None;
        match element {
            Element::Inline(kind) => mark = kind,
            Element::Part(kind) | Element::Block(kind) => {
                mark = kind;
                self.block();
            }
            Element::List(kind) => {
                mark = Some(MarkKind::List(kind));
                self.block();
            }
            Element::Item => {
                mark = Some(MarkKind::Item);
                self.block();
            }
            Element::Head => {
                let of_list = matches!(self.parent(), Some(Element::List(_)));
                mark = Some(if of_list { MarkKind::ListHead } else { MarkKind::Heading });
                self.block();
            }
            Element::Table => {
                mark = Some(MarkKind::Table);
                self.block();
            }
            Element::Row => mark = Some(MarkKind::Row),
            Element::Cell => {
                self.cells = self.cells.saturating_sub(1);
                mark = Some(MarkKind::Cell);
            }
            Element::Speaker => mark = self.speaker_ends(from),
            Element::Stage => {
                mark = Some(MarkKind::Stage);
                let named = self.named == Some(from);
                self.sheet().close_bracket();
                if named {
                    self.named = Some(self.sheet().written().len());
                } else if !self.is_in_words() {
                    self.block();
                }
            }
            Element::Supplied => self.sheet().close_bracket(),
            Element::Unclear => {
                if self.sheet().written().len() == from {
                    self.sheet().supplied("[unclear]");
                }
            }
            Element::Gap => {
                mark = Some(MarkKind::Gap);
                if let Some((words, span)) = untold
                    && self.sheet().written().len() == from
                {
                    self.sheet().decoded(&words, span);
                }
            }
            Element::Said => mark = Some(MarkKind::Turn { id, who, told: true }),
            Element::Speech => {
                mark = Some(MarkKind::Turn { id, who, told: false });
                self.block();
            }
            Element::Utterance => self.block(),
            Element::Note => {
                if self.sheets.len() > 1
                    && let Some(sheet) = self.sheets.pop()
                    && let Some(note) = self.notes.iter_mut().rev().find(|n| n.sheet.is_none())
                {
                    note.sheet = Some(sheet);
                }
            }
            Element::Reading => {
                let sheet = if self.sheets.len() > 1 { self.sheets.pop() } else { None };
                if let (Some(sheet), Some(choice)) = (sheet, self.open.last_mut()) {
                    choice.spare.get_or_insert(sheet);
                }
            }
            Element::Choice => {
                if let Some(spare) = spare
                    && self.sheet().written().len() == from
                {
                    self.sheet().take_in(spare);
                }
            }
            Element::Label | Element::Page | Element::Line | Element::Skipped => {}
        }
        if marked {
            self.sheet().close(mark);
        }
    }

    /// Sets a block apart; what follows a speaker's name goes on in its line, and so do the
    /// blocks of a cell.
    fn block(&mut self) {
        let written = self.sheet().written().len();
        if self.named.is_some_and(|named| named == written) {
            self.sheet().join();
        } else if self.cells > 0 {
            self.sheet().set_apart(Break::Space);
        } else {
            self.sheet().set_apart(Break::Paragraph);
        }
    }

    /// An item of a list of participants that holds a list heads it: a side, an agency.
    fn heads_list(&mut self) {
        let participants = Element::List(ListKind::Participants);
        let heads = matches!(self.parent(), Some(Element::Item))
            && self.open.iter().any(|open| open.element == participants);
        let from = self.open.last().map_or(0, |item| item.from);
        let sheet = self.sheet();
        if heads && sheet.written().len() > from && !sheet.written().ends_with(':') {
            sheet.glue();
            sheet.supplied(":");
        }
    }

    fn item(&mut self) {
        self.sheet().set_apart(Break::Paragraph);
        self.sheet().lead("  • ");
    }

    /// Whether one is among words and not between blocks.
    fn is_in_words(&self) -> bool {
        !matches!(self.parent(), Some(Element::Part(_) | Element::Speech) | None)
    }
}

fn is_number(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit())
}
