//! Who speaks: as the text says it, or as an attribute of the speech does.

use super::{Names, Renderer};
use crate::read::tei::element::Element;
use crate::source::MarkKind;

impl Renderer {
    /// Ends a speaker's name, which began where so much was written; an empty one names nobody.
    pub(super) fn speaker_ends(&mut self, from: usize) -> Option<MarkKind> {
        if self.sheet().written().len() == from {
            return None;
        }
        if !self.sheet().written().ends_with([':', '.', '—', '–', '-', '：', '=', '＝']) {
            self.sheet().glue();
            self.sheet().supplied(":");
        }
        let who = match self.open.last_mut() {
            Some(open) => {
                open.begun = true;
                open.who.clone()
            }
            None => None,
        };
        self.named = Some(self.sheet().written().len());
        Some(MarkKind::Speaker { who })
    }

    /// Puts down who speaks, where only an attribute of the speech tells it.
    pub(super) fn label_of_speech(&mut self, names: Names<'_>) {
        let speech = self.open.last_mut().filter(|open| open.element == Element::Speech);
        let Some(speech) = speech.filter(|speech| !speech.begun) else { return };
        speech.begun = true;
        if let Some(who) = speech.who.clone() {
            self.label(who, names);
        }
    }

    pub(super) fn label(&mut self, who: String, names: Names<'_>) {
        let name = |id: &str| {
            let id = id.trim_start_matches('#');
            names(id).unwrap_or_else(|| id.to_owned())
        };
        let label = who.split(' ').map(name).collect::<Vec<_>>().join(" and ");
        let sheet = self.sheet();
        sheet.open();
        sheet.supplied(&label);
        sheet.close(Some(MarkKind::Speaker { who: Some(who) }));
        sheet.supplied(": ");
    }
}
