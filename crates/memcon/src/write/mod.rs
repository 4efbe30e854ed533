//! From a memorandum to other forms.

mod json;
mod outline;

pub use self::json::JsonStyle;
pub use self::outline::outline;
