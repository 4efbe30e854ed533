//! Pages that are no documents: lists, errors, challenges, scans without text.

use super::roles::Rules;
use super::tree::{Tree, lower};
use crate::layout::{Html, Refuse};

/// How long a title is looked at, in bytes.
const LONGEST_TITLE: usize = 200;

/// Tells what a page is, if it is no document.
pub(super) fn refused<'a>(tree: &Tree, rules: &Rules<'a>, has_body: bool) -> Option<&'a str> {
    let titles = titles(tree);
    let mut all = rules.site.refuse.iter().chain(&rules.any.refuse);
    let found = all.find(|refuse| {
        !(refuse.unless_body && has_body) && (is_titled(refuse, &titles) || has(tree, refuse))
    });
    found.map(|refuse| refuse.what.as_str())
}

fn has(tree: &Tree, refuse: &Refuse) -> bool {
    !refuse.has.is_empty() && (0..tree.nodes.len()).any(|id| tree.is_any(id, &refuse.has))
}

fn is_titled(refuse: &Refuse, titles: &[String]) -> bool {
    titles.iter().any(|title| refuse.titles.iter().any(|start| begins(title, start)))
}

/// Tells whether a title begins with words, the last of them whole.
fn begins(title: &str, words: &str) -> bool {
    let rest = title.strip_prefix(words);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The page's title and its first heading of the first order, in lower case.
fn titles(tree: &Tree) -> Vec<String> {
    let first = |tag: &str| (0..tree.nodes.len()).find(|id| tree.tag(*id) == tag);
    let found = [first("title"), first("h1")].into_iter().flatten();
    found.map(|id| lower(&tree.words(id, LONGEST_TITLE))).collect()
}

/// Gives the host of an address: `history.example.org`.
pub(super) fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("//")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.trim_end_matches('.'))
}

/// Tells whether an address is of a site.
pub(super) fn is_of_site(address: &str, site: &Html) -> bool {
    let Some(host) = host(address) else { return false };
    site.hosts.iter().any(|known| {
        host.strip_suffix(known.as_str()).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_whole_names() {
        let site = Html { hosts: vec!["archive.example".to_owned()], ..Html::default() };
        for (address, expected) in [
            ("https://archive.example/document/1", true),
            ("http://www.archive.example./a", true),
            ("https://archive.example:8080?x", true),
            ("https://myarchive.example/", false),
            ("https://archive.example.org/", false),
            ("/document/1", false),
        ] {
            assert_eq!(is_of_site(address, &site), expected, "{address}");
        }
    }

    #[test]
    fn titles_begin_with_whole_words() {
        assert!(begins("404", "404") && begins("404 - not found", "404"));
        assert!(!begins("4042 tons of coal", "404"));
    }
}
