//! Compares this tokenizer with html5ever's on files: `compare FOLDER…` reads every file in the folders as UTF-8.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "../tests/watch/mod.rs"]
mod watch;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn main() -> ExitCode {
    let files = env::args()
        .skip(1)
        .flat_map(|folder| files(Path::new(&folder)));
    let (mut count, mut unequal) = (0, 0);
    for path in files {
        let bytes = fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        count += 1;
        if let Some(difference) = watch::difference(&text) {
            unequal += 1;
            println!("{}: {difference}", path.display());
        }
    }
    println!("{count} files, {unequal} unequal");
    if unequal == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
