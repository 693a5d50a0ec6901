//! Rows of `fixtures/<stage>/*.txt`: `input => expected`, a `#` before a remark.

use std::fs;
use std::path::PathBuf;

/// Reads the files of a stage whose names begin with `prefix` and returns the rows whose reading differs, as a report.
pub(crate) fn failures(
    stage: &str,
    prefix: &str,
    read: impl Fn(&str) -> String,
) -> (usize, Vec<String>) {
    let dir: PathBuf = [env!("CARGO_MANIFEST_DIR"), "fixtures", stage]
        .iter()
        .collect();
    let mut files: Vec<PathBuf> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(prefix))
        })
        .collect();
    files.sort();
    let mut rows = 0;
    let mut failed = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for (number, line) in text.lines().enumerate() {
            let Some((input, expected)) =
                line.split_once(" => ").filter(|_| !line.starts_with('#'))
            else {
                continue;
            };
            rows += 1;
            let given = read(input);
            if given != expected {
                failed.push(format!(
                    "{}:{}: {input}\n  expected {expected}\n  given    {given}",
                    path.file_name().unwrap_or_default().to_string_lossy(),
                    number + 1
                ));
            }
        }
    }
    (rows, failed)
}

/// Asserts that all rows read as they say, and that there are some.
pub(crate) fn assert_rows(stage: &str, prefix: &str, least: usize, read: impl Fn(&str) -> String) {
    let (rows, failed) = failures(stage, prefix, read);
    assert!(rows >= least, "only {rows} rows of {stage}/{prefix}*");
    assert!(
        failed.is_empty(),
        "{} of {rows} rows:\n{}",
        failed.len(),
        failed.join("\n")
    );
}
