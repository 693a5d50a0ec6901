//! The last fence: a panic costs one record, not the run.
//!
//! The library promises never to panic and catches nothing. Should the promise break on one page in a million, the others still
//! get their records, and the exit code says that something is wrong.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

/// Does `work`, or returns the message of its panic.
///
/// # Errors
///
/// When `work` panics.
pub(crate) fn fenced<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // Nothing that was half changed by a panic is looked at again: the work owns what it changes.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| message(payload.as_ref()))
}

/// Makes a panic print one line, with its place, in the form of the program's other errors.
pub(crate) fn report_in_one_line() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        crate::complain(&format!("panicked at {place}: {}", message(info.payload())));
    }));
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::fenced;
    use std::panic::resume_unwind;

    #[test]
    fn a_panic_is_an_error_with_its_message() {
        assert_eq!(fenced(|| 1), Ok(1));
        let fixed: Result<(), String> = fenced(|| resume_unwind(Box::new("out of rope")));
        assert_eq!(fixed, Err("out of rope".to_owned()));
        let made: Result<(), String> = fenced(|| resume_unwind(Box::new(format!("{} ropes", 3))));
        assert_eq!(made, Err("3 ropes".to_owned()));
    }
}
