//! Selectors by what they ask of an element, so that each element is compared with few of them.

use rustc_hash::FxHashMap;

use super::tree::{NodeId, Tree, lower};
use crate::layout::selector::{Selector, Test};

/// Selectors, and what each stands for.
#[derive(Debug)]
pub(super) struct Index<'s, T> {
    selectors: Vec<(&'s Selector, T)>,
    tags: FxHashMap<&'s str, Vec<usize>>,
    ids: FxHashMap<String, Vec<usize>>,
    classes: FxHashMap<String, Vec<usize>>,
    attributes: FxHashMap<&'s str, Vec<usize>>,
    /// Beginnings of classes.
    starts: Vec<(String, usize)>,
    /// Selectors that any element may fit.
    any: Vec<usize>,
}

impl<'s, T: Copy> Index<'s, T> {
    pub(super) fn of(selectors: impl IntoIterator<Item = (&'s Selector, T)>) -> Self {
        let mut index = Self {
            selectors: Vec::new(),
            tags: FxHashMap::default(),
            ids: FxHashMap::default(),
            classes: FxHashMap::default(),
            attributes: FxHashMap::default(),
            starts: Vec::new(),
            any: Vec::new(),
        };
        for (selector, meaning) in selectors {
            let at = index.selectors.len();
            index.selectors.push((selector, meaning));
            index.insert(selector, at);
        }
        index
    }

    fn insert(&mut self, selector: &'s Selector, at: usize) {
        let Some(step) = selector.steps.last() else { return };
        // The rarest is asked for first: an id, a class, an attribute, a tag.
        let id = step.tests.iter().find_map(|test| match test {
            Test::Id(id) => Some(id),
            _ => None,
        });
        let class = step.tests.iter().find_map(|test| match test {
            Test::Class(class) => Some(class),
            _ => None,
        });
        if let Some(id) = id {
            self.ids.entry(lower(id)).or_default().push(at);
        } else if let Some(class) = class {
            self.classes.entry(lower(class)).or_default().push(at);
        } else if let Some(first) = step.tests.first() {
            match first {
                Test::ClassStarts(start) => self.starts.push((lower(start), at)),
                Test::Has(name)
                | Test::Is(name, _)
                | Test::Starts(name, _)
                | Test::Ends(name, _)
                | Test::Holds(name, _) => self.attributes.entry(name).or_default().push(at),
                Test::Id(_) | Test::Class(_) => self.any.push(at),
            }
        } else if let Some(tag) = &step.tag {
            self.tags.entry(tag).or_default().push(at);
        }
    }

    /// Gives what the selectors stand for that point at an element.
    pub(super) fn meanings(&self, tree: &Tree, id: NodeId, mut found: impl FnMut(T)) {
        let mut check = |candidates: Option<&[usize]>| {
            for (selector, meaning) in
                candidates.into_iter().flatten().map(|at| &self.selectors[*at])
            {
                if tree.is(id, selector) {
                    found(*meaning);
                }
            }
        };
        check(self.tags.get(tree.tag(id)).map(Vec::as_slice));
        check(Some(self.any.as_slice()));
        for (name, value) in tree.attributes(id) {
            match name {
                "id" => check(self.ids.get(&*folded(value)).map(Vec::as_slice)),
                "class" => {
                    for class in value.split_ascii_whitespace() {
                        let class = folded(class);
                        check(self.classes.get(&*class).map(Vec::as_slice));
                        for (start, at) in &self.starts {
                            if class.starts_with(start.as_str()) {
                                check(Some(std::slice::from_ref(at)));
                            }
                        }
                    }
                }
                _ => {}
            }
            check(self.attributes.get(name).map(Vec::as_slice));
        }
    }
}

/// Class and id in lower case: sites do not keep to one spelling.
fn folded(value: &str) -> std::borrow::Cow<'_, str> {
    if value.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        lower(value).into()
    } else {
        value.into()
    }
}
