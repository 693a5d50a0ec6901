//! Small cases in the files of a folder under `fixtures/`: a file with an input, a line `---` and what is expected, or rows `input => expected`.

use std::fs;
use std::io::{Error, Result};
use std::path::Path;

/// One file under `fixtures/`.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) input: String,
    /// Without white space at its end.
    pub(crate) expected: String,
}

/// The files of one folder whose names begin with `prefix`, by name, each with its text.
fn files(folder: &str, prefix: &str) -> Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(prefix) {
            files.push((name, fs::read_to_string(entry.path())?));
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the cases of one folder, by name.
///
/// # Errors
///
/// When there are none, or a file cannot be read or lacks the line `---`.
pub(crate) fn cases(folder: &str) -> Result<Vec<Case>> {
    let files = files(folder, "")?;
    if files.is_empty() {
        return Err(Error::other(format!("{folder}: no cases")));
    }
    let case = |(name, text): (String, String)| match text.split_once("\n---\n") {
        Some((input, expected)) => Ok(Case {
            input: input.to_owned(),
            expected: expected.trim_end().to_owned(),
            name,
        }),
        None => Err(Error::other(format!("{name}: no line ---"))),
    };
    files.into_iter().map(case).collect()
}

/// Asserts that all rows of the files read as they say, and that there are some. A `#` stands before a remark.
pub(crate) fn assert_rows(stage: &str, prefix: &str, least: usize, read: impl Fn(&str) -> String) {
    let files = files(stage, prefix).unwrap_or_default();
    let (mut rows, mut failed) = (0, Vec::new());
    for (name, text) in &files {
        for (number, line) in text.lines().enumerate() {
            let row = line.split_once(" => ").filter(|_| !line.starts_with('#'));
            let Some((input, expected)) = row else {
                continue;
            };
            rows += 1;
            let given = read(input);
            if given != expected {
                failed.push(format!(
                    "{name}:{}: {input}\n  expected {expected}\n  given    {given}",
                    number + 1
                ));
            }
        }
    }
    assert!(rows >= least, "only {rows} rows of {stage}/{prefix}*");
    assert!(
        failed.is_empty(),
        "{} of {rows} rows:\n{}",
        failed.len(),
        failed.join("\n")
    );
}
