//! The pages that are extracted.

use std::fs;
use std::io;
use std::path::Path;

/// Pages as text: not every extractor takes bytes.
pub struct Pages {
    pub texts: Vec<String>,
    /// Pages that are not UTF-8.
    pub left_out: usize,
}

impl Pages {
    /// Reads every `*.html` below a folder, in the order of their paths.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ext| ext == "html") {
                    paths.push(path);
                }
            }
        }
        paths.sort();
        let mut pages = Self {
            texts: Vec::new(),
            left_out: 0,
        };
        for path in paths {
            match String::from_utf8(fs::read(path)?) {
                Ok(text) => pages.texts.push(text),
                Err(_) => pages.left_out += 1,
            }
        }
        if pages.texts.is_empty() {
            return Err(io::Error::other("no .html files in UTF-8 here"));
        }
        Ok(pages)
    }

    /// Returns the length of all pages.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}
