//! Python is asked now and then whether to go on, while Rust works without it.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use memcon_corpus::Error;
use pyo3::prelude::*;

/// How often Python is asked at most: it may be busy with something else.
const PATIENCE: Duration = Duration::from_millis(50);

/// Asks Python now and then whether to go on.
pub(crate) struct Watch {
    last: Option<Instant>,
    told: Option<Py<PyAny>>,
    raised: Option<PyErr>,
}

/// Why nothing came: the core's error, or what Python raised meanwhile.
pub(crate) enum Heed {
    Error(Error),
    Raised(PyErr),
}

impl Watch {
    pub(crate) fn new(told: Option<Py<PyAny>>) -> Self {
        Self { last: None, told, raised: None }
    }

    /// Lets Python handle its signals and does something with it, if it is time.
    pub(crate) fn ask(
        &mut self,
        tell: impl FnOnce(Python<'_>, Option<&Py<PyAny>>) -> PyResult<()>,
    ) -> ControlFlow<()> {
        if self.last.is_some_and(|last| last.elapsed() < PATIENCE) {
            return ControlFlow::Continue(());
        }
        let heard = Python::attach(|py| {
            py.check_signals()?;
            tell(py, self.told.as_ref())
        });
        self.last = Some(Instant::now());
        match heard {
            Ok(()) => ControlFlow::Continue(()),
            Err(raised) => {
                self.raised = Some(raised);
                ControlFlow::Break(())
            }
        }
    }

    /// Raises what Python raised meanwhile.
    pub(crate) fn raised(self) -> PyResult<()> {
        self.raised.map_or(Ok(()), Err)
    }

    /// Gives what came, or what Python raised meanwhile.
    pub(crate) fn heed<T>(self, made: Result<T, Error>) -> Result<T, Heed> {
        match self.raised {
            Some(raised) => Err(Heed::Raised(raised)),
            None => made.map_err(Heed::Error),
        }
    }
}

/// Gives what is told of progress: a callable as it is; for True a bar, if tqdm is there.
pub(super) fn teller(
    py: Python<'_>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Option<Py<PyAny>>> {
    let Some(progress) = progress else { return Ok(None) };
    if progress.is_callable() {
        return Ok(Some(progress.clone().unbind()));
    }
    if !progress.is_truthy()? {
        return Ok(None);
    }
    let bar = py.import("memcon._progress")?.call_method0("bar")?;
    Ok((!bar.is_none()).then(|| bar.unbind()))
}
