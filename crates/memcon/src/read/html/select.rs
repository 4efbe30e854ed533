//! Finding the parts of a page that a layout's selectors point at.

use super::tree::{NodeId, Tree};
use crate::layout::selector::{Relation, Selector, Step, Test};

impl Tree {
    /// Tells whether a selector points at a node.
    pub(crate) fn is(&self, id: NodeId, selector: &Selector) -> bool {
        let mut at = Some(id);
        let mut steps = selector.steps.as_slice();
        let mut first = true;
        // Runs of steps that stand directly inside each other, the innermost first: each at the
        // nearest place where it fits, the innermost nowhere but at the node itself.
        while !steps.is_empty() {
            let inside = |step: &Step| step.relation == Relation::Inside;
            let start = steps.iter().rposition(inside).unwrap_or(0);
            let run = &steps[start..];
            at = loop {
                let Some(node) = at else { return false };
                if self.fits(node, run) {
                    break self.ancestor(node, run.len());
                }
                if first {
                    return false;
                }
                at = self.nodes[node].parent;
            };
            first = false;
            steps = &steps[..start];
        }
        true
    }

    /// Tells whether one of several selectors points at a node.
    pub(crate) fn is_any(&self, id: NodeId, selectors: &[Selector]) -> bool {
        selectors.iter().any(|selector| self.is(id, selector))
    }

    /// Gives the nodes within a range that one of several selectors points at; of nodes inside
    /// each other the outermost.
    pub(crate) fn find(
        &self,
        within: std::ops::Range<NodeId>,
        selectors: &[Selector],
    ) -> Vec<NodeId> {
        let mut found = Vec::new();
        if selectors.is_empty() {
            return found;
        }
        let mut id = within.start;
        while id < within.end {
            if self.is_any(id, selectors) {
                found.push(id);
                id = self.nodes[id].end;
            } else {
                id += 1;
            }
        }
        found
    }

    fn fits(&self, id: NodeId, run: &[Step]) -> bool {
        let mut at = Some(id);
        for step in run.iter().rev() {
            let Some(node) = at.filter(|node| self.has(*node, step)) else { return false };
            at = self.nodes[node].parent;
        }
        true
    }

    fn ancestor(&self, id: NodeId, steps: usize) -> Option<NodeId> {
        let mut at = Some(id);
        for _ in 0..steps {
            at = self.nodes[at?].parent;
        }
        at
    }

    fn has(&self, id: NodeId, step: &Step) -> bool {
        let tag = self.tag(id);
        !tag.is_empty()
            && step.tag.as_ref().is_none_or(|wanted| wanted == tag)
            && step.tests.iter().all(|test| self.passes(id, test))
    }

    fn passes(&self, id: NodeId, test: &Test) -> bool {
        let value = |name: &str| self.attribute(id, name);
        match test {
            Test::Id(wanted) => value("id").is_some_and(|found| found.eq_ignore_ascii_case(wanted)),
            Test::Class(wanted) => self.classes(id).any(|found| found.eq_ignore_ascii_case(wanted)),
            Test::ClassStarts(wanted) => self.classes(id).any(|found| {
                found.get(..wanted.len()).is_some_and(|found| found.eq_ignore_ascii_case(wanted))
            }),
            Test::Has(name) => value(name).is_some(),
            Test::Is(name, wanted) => value(name).is_some_and(|found| found == wanted),
            Test::Starts(name, wanted) => {
                value(name).is_some_and(|found| found.starts_with(wanted))
            }
            Test::Ends(name, wanted) => value(name).is_some_and(|found| found.ends_with(wanted)),
            Test::Holds(name, wanted) => value(name).is_some_and(|found| found.contains(wanted)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tree;
    use super::*;

    fn check(page: &str, selector: &str, expected: &[&str]) {
        let tree = tree(page);
        let selector = Selector::read(selector).expect(selector);
        let found = tree.find(0..tree.nodes.len(), std::slice::from_ref(&selector));
        let found: Vec<_> = found.into_iter().map(|id| tree.words(id, 99)).collect();
        assert_eq!(found, expected, "{selector:?}");
    }

    #[test]
    fn selectors_find_what_they_point_at() {
        let page = "<div id=a class='x note-3 y'><p>One<b class=x>Two</b></p> <i><b>Three</b></i></div>\
                    <b rel='no follow' href='#fn:1.2'>Four</b>";
        check(page, "b", &["Two", "Three", "Four"]);
        check(page, "#a b", &["Two", "Three"]);
        check(page, "#a > b", &[]);
        check(page, "#a > p > b", &["Two"]);
        check(page, "#a p > b", &["Two"]);
        check(page, "div i b", &["Three"]);
        check(page, "p i b", &[]);
        check(page, ".x", &["OneTwo Three"]);
        check(page, ".note", &[]);
        check(page, ".note*.y", &["OneTwo Three"]);
        check(page, "b.x", &["Two"]);
        check(page, "[href^=#fn]", &["Four"]);
        check(page, "[rel=\"no follow\"][href$=.2][href*=:1]", &["Four"]);
        check(page, "[rel=no]", &[]);
    }
}
