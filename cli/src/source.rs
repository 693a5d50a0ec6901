//! Where pages are read from.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// A file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    File(PathBuf),
    Stdin,
}

impl Source {
    /// Returns the file's name as it was given; `None` for standard input.
    pub(crate) fn file(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.to_string_lossy().into_owned()),
            Self::Stdin => None,
        }
    }

    /// Returns what messages call it.
    pub(crate) fn name(&self) -> String {
        self.file().unwrap_or_else(|| "standard input".to_owned())
    }

    /// Returns the file's length in bytes; `None` for what has no end yet.
    pub(crate) fn len(&self) -> Option<u64> {
        match self {
            Self::File(path) => path
                .metadata()
                .ok()
                .filter(std::fs::Metadata::is_file)
                .map(|meta| meta.len()),
            Self::Stdin => None,
        }
    }

    /// Opens it.
    ///
    /// # Errors
    ///
    /// In one line, when that fails.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead>, String> {
        match self {
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(error) => Err(self.unreadable(&error)),
            },
            Self::Stdin => Ok(Box::new(io::stdin().lock())),
        }
    }

    /// Reads it as one page: at most one byte more than `most`, which is how the library sees that there was more. A device
    /// without an end, or a disk image given by mistake, fills no memory.
    ///
    /// # Errors
    ///
    /// In one line, when it cannot be read.
    pub(crate) fn read(&self, most: u64) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        self.open()?
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| self.unreadable(&error))?;
        Ok(bytes)
    }

    /// Returns the message for a failed read.
    pub(crate) fn unreadable(&self, error: &io::Error) -> String {
        let name = self.name();
        if ["http://", "https://"]
            .iter()
            .any(|scheme| name.starts_with(scheme))
        {
            return format!(
                "cannot read {name}: nothing is fetched here; try curl -s '{name}' | faircopy --url '{name}'"
            );
        }
        format!("cannot read {name}: {}", cause(error))
    }
}

/// Returns an error's message without the system's number, which says nothing more.
pub(crate) fn cause(error: &io::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" (os error ") {
        Some((words, _)) => words.to_owned(),
        None => message,
    }
}
