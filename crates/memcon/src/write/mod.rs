//! From a memorandum to other forms.

mod json;
mod lines;
mod outline;

pub use self::json::JsonStyle;
pub use self::outline::outline;
