//! How far long work is.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run takes before it is long: nobody waits for less, and a bar that flashes by is noise.
const SHOWN_AFTER: Duration = Duration::from_millis(700);

/// Pages and bytes done, on standard error, where that is a terminal and standard output is none that the bar would be torn by.
pub(crate) struct Progress {
    /// `None` where there is no one to see it.
    bar: Option<ProgressBar>,
    started: Instant,
    pages: u64,
}

impl Progress {
    /// Starts counting towards `total` bytes; `None` where the end is not known.
    pub(crate) fn new(total: Option<u64>) -> Self {
        let seen = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self {
            bar: seen.then(|| bar(total)),
            started: Instant::now(),
            pages: 0,
        }
    }

    /// Counts a page, and the bytes it took from the input.
    pub(crate) fn page(&mut self, bytes: u64) {
        self.pages += 1;
        let Some(bar) = &self.bar else { return };
        bar.inc(bytes);
        let spent = self.started.elapsed();
        if spent < SHOWN_AFTER {
            return;
        }
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let rate = self.pages as f64 / spent.as_secs_f64();
        bar.set_message(format!("{} pages, {rate:.0} pages/s", self.pages));
    }

    /// Prints an error line without tearing the bar.
    pub(crate) fn complain(&self, message: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| crate::complain(message)),
            None => crate::complain(message),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
    match ProgressStyle::with_template(template(total)) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn template(total: Option<u64>) -> &'static str {
    match total {
        Some(_) => "{bar:30} {bytes} of {total_bytes}, {msg}, {eta} to go",
        None => "{spinner} {bytes}, {msg}",
    }
}

#[cfg(test)]
mod tests {
    use super::template;
    use indicatif::ProgressStyle;

    #[test]
    fn the_templates_are_well_formed() {
        for total in [Some(7), None] {
            assert!(ProgressStyle::with_template(template(total)).is_ok());
        }
    }
}
