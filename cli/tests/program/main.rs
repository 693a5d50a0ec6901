//! The built program, run as its users run it. What a page's record says is the library's business; here it only has to be one.

#![allow(clippy::unwrap_used)] // a test that cannot be set up has failed

mod options;
mod pages;
mod run;
mod schema;
mod stream;
