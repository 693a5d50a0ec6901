//! Work in a thread with a small stack and a deadline.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Bytes of stack: a quarter of a megabyte, an eighth of what Rust gives a thread. Recursion over what a page nests would not fit.
const STACK: usize = 256 << 10;

/// How long one input may take. No test of speed: a hundred times what the slowest takes, so that only a hang comes here.
const DEADLINE: Duration = Duration::from_secs(180);

/// Does the work, and says so when it panics or does not end. A stack that is too small ends the run, with `name` in its last line.
pub fn watched<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let (done, wait) = mpsc::channel();
    let thread = thread::Builder::new()
        .name(name.escape_debug().to_string())
        .stack_size(STACK);
    // The thread is left to itself: one that hangs is not waited for.
    let _ = thread
        .spawn(move || done.send(work()))
        .map_err(|error| error.to_string())?;
    match wait.recv_timeout(DEADLINE) {
        Ok(value) => Ok(value),
        Err(RecvTimeoutError::Timeout) => Err(format!("{name}: no record after {DEADLINE:?}")),
        Err(RecvTimeoutError::Disconnected) => Err(format!("{name}: a panic, told above")),
    }
}
