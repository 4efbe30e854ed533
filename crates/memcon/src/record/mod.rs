//! A record put together: page, head, body, turns, marks and pieces.

mod encoded;
mod entry;
mod head;
mod labelled;
mod notes;
mod prose;
mod retold;

use std::borrow::Cow;
use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use self::head::catalogued;
use self::prose::{Tells, in_order};
use crate::assemble::candidates::candidates;
use crate::assemble::ending;
use crate::assemble::evidence;
use crate::assemble::evidence::Known;
use crate::assemble::footnotes;
use crate::assemble::header;
use crate::assemble::header::Header;
use crate::assemble::header::Marked;
use crate::assemble::header::TitleLine;
use crate::assemble::inner;
use crate::assemble::letterhead;
use crate::assemble::letterhead::Letterhead;
use crate::assemble::linewise;
use crate::assemble::note_marks;
use crate::assemble::note_marks::Foot;
use crate::assemble::page;
use crate::assemble::page::Page;
use crate::assemble::paragraph;
use crate::assemble::paragraph::Body;
use crate::assemble::pieces::Partition;
use crate::assemble::scheme;
use crate::assemble::scheme::Reading;
use crate::assemble::turns;
use crate::assemble::turns::Told;
use crate::assemble::unmarked;
use crate::block;
use crate::block::Block;
use crate::block::Setting;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::DiagnosticKind;
use crate::grammar::attendance::attendance;
use crate::grammar::cue;
use crate::grammar::first_person::speaks_of_self;
use crate::grammar::label;
use crate::grammar::title;
use crate::layout;
use crate::layout::Layout;
use crate::model::Form;
use crate::model::LabelReading;
use crate::model::Memorandum;
use crate::model::Parsed;
use crate::model::Piece;
use crate::model::PieceKind;
use crate::model::Verdict;
use crate::model::Written;
use crate::resolve::glossary;
use crate::resolve::identity;
use crate::resolve::movements;
use crate::resolve::name_parts;
use crate::resolve::origin;
use crate::resolve::shipped;
use crate::resolve::when;
use crate::roster::Roster;
use crate::source;
use crate::source::{Mark, MarkKind, Source};
use crate::span::Span;

/// How many paragraphs, and sentences of each, are searched for who was there at either end.
const EDGE: usize = 4;

/// Reads a source; by the layout asked for, or by the one that its page shows; with the people whom
/// the caller knows.
pub(crate) fn read(source: &Source, asked: Option<&Layout>, roster: Option<&Roster>) -> Parsed {
    let mut parsed = by_itself(source, asked);
    if let Some(roster) = roster {
        identity::identify(&mut parsed, roster);
    }
    parsed
}

/// Reads a source by what stands in it.
fn by_itself(source: &Source, asked: Option<&Layout>) -> Parsed {
    let text = source.text.as_str();
    let lines = source::lines(text);
    let setting = block::setting(text, &lines);
    let blocks = block::blocks(&lines, setting);
    let found = source.layout.as_ref().and_then(|name| layout::shipped(name));
    let layout = asked.or(found).unwrap_or_else(|| match source.layout {
        Some(_) => layout::fallback(),
        None => layout::recognise(blocks.iter().map(|block| block.span.of(text))),
    });
    let mut page = match source.layout {
        Some(_) => page::marked(text, &blocks, &source.marks),
        None => page::page(text, &blocks, layout),
    };
    let document = &blocks[page.document.clone()];
    let (notes_at, called) = foot(source, document);
    let head = letterhead::letterhead(text, &document[..notes_at]);
    let spoken = &document[..notes_at];
    let last_line = spoken.last().map_or(0, |block| block.lines.end);
    let mut header =
        header::header(text, &lines[..last_line], spoken, head.blocks, Marked::of(&source.marks));
    if let Some(span) = page.title {
        header.titles.insert(0, TitleLine { parts: title::title(span.of(text)), span });
    }
    let mut body = paragraph::body(text, &spoken[header.body.min(notes_at)..], setting);
    body.leave_out(&header.attached);
    leave_out_others(text, &mut body, &mut page);
    let known = known(&header);
    // Under a dateline of its own one paragraph is the record, no summary of it.
    let alone = body.paragraphs.len() == 1 && !header.dates.is_empty();
    if let Some(block) = page.summary.take().filter(|_| !alone).and_then(|at| blocks.get(at)) {
        summary(text, block.span, &known, &mut body, &mut page);
    }
    let breaks = match setting {
        Setting::Wrapped => linewise::split(text, &mut body, &known),
        Setting::Unwrapped => Vec::new(),
    };
    let mut readings = candidates(text, &body, &known);
    leave_out_quoted(&mut readings, &source.marks);
    scheme::decide(&mut readings, body.paragraphs.len(), &known);
    linewise::rejoin(&mut body, &mut readings, &breaks);
    inner::divide(text, &mut body, &mut readings, &known);
    unmarked::divide(text, &mut body, &mut readings, &known);
    // Only paragraphs without a label ask for it.
    let speaking = LazyCell::new(|| speaking(&readings, &known));
    let offices = &known.offices;
    let known = |subject: &str| is_known(subject, &speaking, offices);
    let attends = |paragraph: &str| attendance(paragraph).is_some();
    let told = turns::told(text, &body, &readings, &attends, &known, &|paragraph, before| {
        !speaks_of_self(paragraph)
            && match cue::reported_by(paragraph) {
                Some(subject) => before || known(subject),
                None => before,
            }
    });
    let draft = Draft { source, text, page, head, header, called, body, readings, told };
    draft.finish(layout, document, &document[notes_at..])
}

/// The block at which the footnotes begin, with what stands over them; and the notes themselves
/// where their marks tell them.
fn foot<'t>(source: &'t Source, document: &[Block]) -> (usize, Option<Foot<'t>>) {
    let text = source.text.as_str();
    let mut at = footnotes::start(text, document);
    // What memcon itself wrote says what is a callout.
    let marked = at == document.len() && source.entry.cast.is_none();
    let called = marked.then(|| note_marks::foot(text, document)).flatten();
    if let Some(foot) = &called {
        at = foot.at;
    }
    if at < document.len() {
        let above = document[..at].iter().rev();
        at -= above.take_while(|block| ending::over_notes(block.span.of(text))).count();
    }
    (at, called)
}

/// What the head of the document tells of its people and its kind.
fn known(header: &Header<'_>) -> Known {
    let mut known = Known { conversation: header.carried, ..Known::default() };
    for title in &header.titles {
        known.conversation |= title.parts.kind.is_some();
        known.paper |= evidence::names_paper(title.parts.text);
        known.title.extend(evidence::folded_words(title.parts.text));
    }
    for listed in &header.listed {
        known.listed.insert(evidence::fold(listed.person.called()));
        known.listed.extend(listed.person.name.into_iter().flat_map(evidence::folded_words));
        known.listed.extend(listed.person.roles.iter().map(|role| evidence::fold(role)));
        known.offices.extend(listed.person.roles.iter().copied().flat_map(offices));
    }
    known
}

/// What a record calls the holder of an office, without what the office is of: `minister` and
/// `foreign minister` for `Foreign Minister of Vesta`.
fn offices(role: &str) -> impl Iterator<Item = String> {
    let head = role.split([',', ';']).next().unwrap_or(role);
    let words: Vec<String> = head
        .split(' ')
        .take_while(|word| !matches!(*word, "of" | "for" | "to"))
        .map(evidence::fold)
        .collect();
    (0..words.len()).map(move |from| words[from..].concat())
}

/// Leaves out the site's list of other documents below the record.
fn leave_out_others(text: &str, body: &mut Body, page: &mut Page) {
    let leads = |p: &paragraph::Paragraph| ending::leads_elsewhere(p.span().of(text));
    if let Some(at) = body.paragraphs.iter().rposition(leads).filter(|at| *at > 0) {
        let others = body.paragraphs.drain(at..).map(|paragraph| paragraph.span());
        page.pieces.extend(others.map(|span| Piece { kind: PieceKind::Furniture, span }));
    }
}

/// Takes the archive's summary from the end of the body, if it is one: it speaks of the people
/// of the title in the third person, and is nobody's speech.
fn summary(text: &str, span: Span, known: &Known, body: &mut Body, page: &mut Page) {
    let words = span.of(text);
    let about = evidence::folded_words(words).any(|word| {
        word.chars().count() > 3 && (known.title.contains(&word) || known.listed.contains(&word))
    });
    let last = body.paragraphs.last().is_some_and(|last| last.span() == span);
    if !last || !about || speaks_of_self(words) || label::candidate(words).is_some() {
        return;
    }
    body.paragraphs.pop();
    page.provenance.summary = Some(Written { text: words.to_owned(), span });
    page.pieces.push(Piece { kind: PieceKind::Abstract, span });
}

/// The folded words of everybody who is listed, in the title or speaks under a label.
fn speaking<'k>(readings: &[Reading<'_>], known: &'k Known) -> FxHashSet<Cow<'k, str>> {
    let labels = readings.iter().filter(|reading| reading.verdict == Verdict::Label);
    let labels: FxHashSet<&str> = labels.map(|reading| reading.candidate.core).collect();
    let labels = labels.into_iter().flat_map(evidence::folded_words);
    let named = known.listed.iter().chain(&known.title).map(|word| Cow::Borrowed(word.as_str()));
    labels.map(Cow::Owned).chain(named).collect()
}

/// Whether the subject of a report is one of them: by its last word, or by office.
fn is_known(
    subject: &str,
    speaking: &FxHashSet<Cow<'_, str>>,
    offices: &FxHashSet<String>,
) -> bool {
    evidence::folded_words(subject).last().is_some_and(|word| speaking.contains(word.as_str()))
        || subject
            .strip_prefix("The ")
            .or_else(|| subject.strip_prefix("the "))
            .is_some_and(|office| offices.contains(&evidence::fold(office)))
}

/// Leaves out what stands in a passage that the markup sets apart as quoted.
fn leave_out_quoted(readings: &mut Vec<Reading<'_>>, marks: &[Mark]) {
    let mut quoted = marks.iter().filter(|mark| mark.kind == MarkKind::Quotation).peekable();
    readings.retain(|reading| {
        while quoted.next_if(|mark| mark.span.end <= reading.at).is_some() {}
        quoted.peek().is_none_or(|mark| reading.at < mark.span.start)
    });
}

/// Everything found, before it is put into the model.
struct Draft<'t> {
    source: &'t Source,
    text: &'t str,
    page: Page,
    head: Letterhead,
    header: Header<'t>,
    /// The footnotes that are told by their marks.
    called: Option<Foot<'t>>,
    body: Body,
    readings: Vec<Reading<'t>>,
    told: Told,
}

impl Draft<'_> {
    fn finish(mut self, layout: &Layout, document: &[Block], notes: &[Block]) -> Parsed {
        let text = self.text;
        let mut doubts = self.source.diagnostics.clone();
        let mut partition = Partition::default();
        let mut record = Memorandum {
            text: text.to_owned(),
            id: self.source.entry.id.clone(),
            origin: self.source.origin.clone(),
            ..Memorandum::default()
        };
        record.layout.clone_from(&layout.name);
        for Piece { kind, span } in &self.page.pieces {
            partition.claim(*kind, *span);
        }
        for span in &self.head.spans {
            partition.claim(PieceKind::Marking, *span);
        }
        record.markings.clone_from(&self.head.markings);
        record.number.clone_from(&self.head.number);
        self.notes(document, notes, &mut record, &mut partition, &mut doubts);
        let source = match &self.called {
            Some(called) => called.source(text),
            None => footnotes::source(text, notes),
        };
        record.participants = self.people(source, &record.notes);
        self.turns(&mut record, &mut partition, &mut doubts);
        self.head(&mut record, &mut partition);
        self.prose(&mut record, &mut partition, &mut doubts);
        in_order(&mut record);
        movements::movements(text, &self.untold(), &mut record);
        record.glossary = glossary::glossary(text, &record.notes, &mut doubts);
        if let (Some(first), Some(last)) = (document.first(), document.last()) {
            let within = Span::new(first.span.start, last.span.end);
            shipped::fill_gaps(text, within, &mut record.glossary);
        }
        record.provenance = self.page.provenance.clone();
        origin::origin(text, &self.header, source, &mut record);
        entry::fill(&self.source.entry, &mut record.provenance);
        record.label_readings =
            std::mem::take(&mut self.readings).into_iter().map(reading).collect();
        let told = source.or_else(|| self.note_of_head(&record.notes));
        let (dates, place) = when::when(text, self.page.date, &self.header, told, &mut doubts);
        record.date = dates.meeting;
        record.dates = dates.stated;
        record.dates_agree = dates.agreement;
        record.place = place.or_else(|| catalogued(text, self.page.place));
        encoded::add(self.source, &mut record, &mut doubts);
        record.pieces = partition.finish(text);
        if let Some(cast) = &self.source.entry.cast {
            retold::turns(&self.source.marks, cast, &mut record, &mut doubts);
        }
        name_parts::take_apart(&mut record.participants);
        record.form = form(&record, self.tells(), |fewest| self.reports_at_least(fewest));
        if record.turns.is_empty() {
            let kind = DiagnosticKind::NoTurns;
            doubts.push(Diagnostic { span: Span::new(0, 0), kind });
        }
        doubts.sort_by_key(|doubt| doubt.span);
        Parsed { memorandum: record, diagnostics: doubts }
    }
}

fn reading(reading: Reading<'_>) -> LabelReading {
    LabelReading::new(
        Span::new(reading.at, reading.at + reading.candidate.label.len()),
        reading.candidate.separator,
        reading.verdict,
        reading.evidence,
    )
}

/// How the document tells its conversation: by its labelled turns, and by the paragraphs that
/// report.
fn form(record: &Memorandum, tells: Tells, reports_at_least: impl FnOnce(usize) -> bool) -> Form {
    match record.turns.iter().filter(|turn| turn.label.is_some()).count() {
        // The catalogue's page of a record tells nothing of the talk.
        0 if record.turns.is_empty() && tells == Tells::Nothing => Form::None,
        0 if record.kind.is_some() => Form::Reported,
        0 => Form::None,
        labelled if reports_at_least(labelled.div_ceil(3).max(3)) => Form::Mixed,
        _ if is_told_in_part(record) => Form::Mixed,
        _ => Form::Verbatim,
    }
}

/// Whether at least a fifth of what is said is told, in more turns than one.
fn is_told_in_part(record: &Memorandum) -> bool {
    let (mut told, mut spoken, mut cues) = (0, 0, 0);
    for turn in &record.turns {
        if turn.label.is_some() {
            spoken += turn.text.len();
        } else {
            told += turn.text.len();
            cues += usize::from(turn.cue.is_some());
        }
    }
    cues >= 2 && told * 4 >= spoken
}
