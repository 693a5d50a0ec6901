//! JSON-LD: objects that describe the page.
