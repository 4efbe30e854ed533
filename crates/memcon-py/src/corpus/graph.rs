//! Ties between people as a graph of networkx.

use memcon_corpus::analysis::{Tie, TieRow};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Gives a graph: `Graph` of those who met, `DiGraph` of those who answered.
pub(super) fn of<'py>(py: Python<'py>, tie: Tie, rows: &[TieRow]) -> PyResult<Bound<'py, PyAny>> {
    let networkx = py.import("networkx")?;
    let class = match tie {
        Tie::Met => "Graph",
        Tie::Answered => "DiGraph",
    };
    let graph = networkx.getattr(class)?.call0()?;
    for row in rows {
        for (id, name) in [(&row.from_id, &row.from_name), (&row.to_id, &row.to_name)] {
            let about = PyDict::new(py);
            about.set_item("name", name)?;
            graph.call_method("add_node", (id,), Some(&about))?;
        }
        let about = PyDict::new(py);
        about.set_item("weight", row.times)?;
        about.set_item("documents", row.documents)?;
        about.set_item("first_year", row.first_year)?;
        about.set_item("last_year", row.last_year)?;
        about.set_item("document_ids", &row.document_ids)?;
        graph.call_method("add_edge", (&row.from_id, &row.to_id), Some(&about))?;
    }
    Ok(graph)
}
