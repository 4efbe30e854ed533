//! What the words of a label tell, worked out once for all its places in a document.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::assemble::evidence::{self, Known};
use crate::assemble::weigh::Key;
use crate::grammar::label::Candidate;
use crate::model::{Evidence, Separator};

/// The words of one label with one separator.
#[allow(clippy::struct_excessive_bools, reason = "each is one observation of the words")]
pub(crate) struct Words {
    pub(crate) key: Key,
    pub(crate) against: Option<Evidence>,
    pub(crate) for_it: Vec<Evidence>,
    /// Whether it says that the speaker is withheld.
    pub(crate) redacted: bool,
    /// Whether it is the word `Question`.
    pub(crate) asked: bool,
    /// Whether a letter of question or answer stands before the name: `Q. Mr. Orlo`.
    pub(crate) lettered: bool,
    /// Whether it has the shape of a name.
    pub(crate) named: bool,
    /// Whether the document is a paper in which nobody but question and answer speaks.
    pub(crate) paper: bool,
}

impl Words {
    fn of(core: &str, separator: Separator, known: &Known) -> Self {
        // Chinese pages mix the two colons.
        let separator = match separator {
            Separator::FullwidthColon => Separator::Colon,
            other => other,
        };
        let against = evidence::against_words(core, known);
        let for_it = if against.is_none() { evidence::for_words(core, known) } else { Vec::new() };
        Self {
            key: (Rc::from(evidence::key(core)), separator),
            against,
            for_it,
            redacted: evidence::is_redacted(core),
            asked: evidence::fold(core) == "question",
            lettered: core.starts_with("Q. ") || core.starts_with("A. "),
            named: evidence::is_name_shaped(core),
            paper: known.paper && !known.conversation && !matches!(core, "Q" | "A"),
        }
    }
}

/// The labels of a document, each with what its words tell: most labels recur.
pub(crate) struct Labels<'t, 'k> {
    known: &'k Known,
    seen: FxHashMap<(&'t str, Separator), Words>,
}

impl<'t, 'k> Labels<'t, 'k> {
    pub(crate) fn new(known: &'k Known) -> Self {
        Self { known, seen: FxHashMap::default() }
    }

    /// Gives what the words of a candidate tell.
    pub(crate) fn words(&mut self, candidate: &Candidate<'t>) -> &Words {
        let Candidate { core, separator, .. } = *candidate;
        self.seen.entry((core, separator)).or_insert_with(|| Words::of(core, separator, self.known))
    }

    /// Gives what speaks against a candidate so strongly that nothing outweighs it.
    pub(crate) fn against(&mut self, candidate: &Candidate<'t>) -> Option<Evidence> {
        self.words(candidate).against.or_else(|| evidence::against_rest(candidate))
    }
}
