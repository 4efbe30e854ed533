//! Ctrl-C: asked for now and then, so that what is under way can end well.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static CAME: AtomicBool = AtomicBool::new(false);
static LISTENING: Once = Once::new();

/// Listens for Ctrl-C from now on; one that came before does not count. A second one while the
/// first is being heeded ends the process.
pub(crate) fn listen() {
    CAME.store(false, Ordering::SeqCst);
    LISTENING.call_once(|| {
        // A process whose signals are another's runs on as it was.
        let _ = ctrlc::set_handler(|| {
            if CAME.swap(true, Ordering::SeqCst) {
                std::process::exit(i32::from(crate::INTERRUPTED));
            }
        });
    });
}

/// Tells whether Ctrl-C came.
pub(crate) fn came() -> bool {
    CAME.load(Ordering::SeqCst)
}
