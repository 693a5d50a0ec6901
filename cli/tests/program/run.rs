//! Running the program on files.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use serde_json::Value;

/// A small page.
pub(crate) const PAGE: &str = "<!DOCTYPE html><title>Night ferry returns</title><h1>Night ferry returns</h1>\
    <p>The night ferry returns on Monday, the harbour office said on Friday.</p>";

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Every line of the output, as JSON.
    pub(crate) fn records(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The one line that standard error has.
    pub(crate) fn complaint(&self) -> &str {
        assert_eq!(self.err.lines().count(), 1, "{:?}", self.err);
        self.err.trim_end()
    }
}

/// A folder of one test's own.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes the folder, empty.
    pub(crate) fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), content).unwrap();
        self
    }

    /// The program, at home in the folder.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faircopy"));
        command.args(args).current_dir(&self.0);
        command.stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program without input.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        finish(self.program(args).spawn().unwrap())
    }

    /// Runs the program with `input` on its standard input.
    pub(crate) fn feed(&self, args: &[&str], input: impl Into<Vec<u8>>) -> Ran {
        let input = input.into();
        let mut child = self.program(args).stdin(Stdio::piped()).spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let feeder = thread::spawn(move || pipe.write_all(&input));
        let ran = finish(child);
        // A program that does not read to the end is told by its output.
        let _ = feeder.join().unwrap();
        ran
    }
}

fn finish(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
