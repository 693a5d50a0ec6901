//! Small cases in files: input, a line `---`, expected.

use std::io::{Error, Result};
use std::path::Path;

/// One file under `fixtures/`.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) input: String,
    /// Without white space at its end.
    pub(crate) expected: String,
}

/// Returns the cases of one folder, by name.
///
/// # Errors
///
/// When there are none, or a file cannot be read or lacks the line `---`.
pub(crate) fn cases(folder: &str) -> Result<Vec<Case>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path)?;
        let Some((input, expected)) = text.split_once("\n---\n") else {
            return Err(Error::other(format!("{name}: no line ---")));
        };
        cases.push(Case {
            input: input.to_owned(),
            expected: expected.trim_end().to_owned(),
            name,
        });
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    if cases.is_empty() {
        return Err(Error::other(format!("{}: no cases", folder.display())));
    }
    Ok(cases)
}
