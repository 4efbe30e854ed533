//! How a part of the core is shown to Python: spans in code points, enums as strings.

use serde::Serialize;

use crate::memorandum::Memorandum;
use crate::tuple::Tuple;

/// A part of the core that Python sees as another type.
pub(crate) trait Shown {
    /// What Python sees.
    type As;

    /// Gives what Python sees; the memorandum knows how bytes count in code points.
    fn shown(&self, memo: &Memorandum) -> Self::As;
}

impl<T: Shown> Shown for Option<T> {
    type As = Option<T::As>;

    fn shown(&self, memo: &Memorandum) -> Self::As {
        self.as_ref().map(|part| part.shown(memo))
    }
}

impl<T: Shown> Shown for Vec<T> {
    type As = Tuple<T::As>;

    fn shown(&self, memo: &Memorandum) -> Self::As {
        Tuple(self.iter().map(|part| part.shown(memo)).collect())
    }
}

/// Gives the name that a unit variant has in JSON: `Form::Verbatim` is `verbatim`.
pub(crate) fn name_of(variant: &impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

/// Gives the names of several variants.
pub(crate) fn names_of(variants: &[impl Serialize]) -> Tuple<String> {
    Tuple(variants.iter().map(name_of).collect())
}
