//! People of several columns whom a reading has run together in one line, each after his title.

use super::class::{Class, class};
use crate::grammar::words::words;

/// How many words a name may have between two titles.
const LONGEST: usize = 4;

/// Tells whether a line has nothing but titles and the names after them, two at least:
/// `President Orlo Prime Minister Rivel Marshal Varn`.
///
/// ```text
/// abreast = 2*( 1*title 1*4name )
/// ```
pub(super) fn is_abreast(line: &str) -> bool {
    let (mut people, mut names) = (0, 1);
    for word in words(line) {
        if word.ends_with([',', ';', ':']) {
            return false;
        }
        match class(word) {
            Class::Honorific | Class::Office => {
                people += usize::from(names > 0);
                names = 0;
            }
            Class::Name | Class::Initial | Class::Suffix | Class::Particle => {
                names += 1;
                if people == 0 || names > LONGEST {
                    return false;
                }
            }
            Class::Group | Class::Topic | Class::Joint | Class::Other => return false,
        }
    }
    people >= 2 && names > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_run_together() {
        for (line, expected) in [
            ("President Orlo Prime Minister Rivel Marshal Varn", true),
            ("Ambassador Marn Orlo Mr. Rivel", true),
            ("Prime Minister Rivel", false),
            ("Marn Orlo Minister Rivel", false),
            ("Minister Orlo Counselor", false),
            ("Minister Orlo, Counselor Rivel", false),
            ("Minister of Lakes Orlo Counselor Rivel", false),
        ] {
            assert_eq!(is_abreast(line), expected, "{line:?}");
        }
    }
}
