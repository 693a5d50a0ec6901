//! The grammar of what stands around an article: a text in, a value out. Dates, names and roles, bylines, source and credit lines, the
//! site's name in a title, addresses of pages and pictures. Nothing here knows a page or a block; words are rows in tables by language.

pub(crate) mod byline;
#[cfg(test)]
pub(crate) mod cases;
mod counts;
pub(crate) mod credit;
mod cuts;
pub(crate) mod date;
pub(crate) mod header;
pub(crate) mod image;
mod known;
pub(crate) mod labels;
mod name;
pub(crate) mod names;
pub(crate) mod reader;
mod roles;
pub(crate) mod site_name;
pub(crate) mod source;
pub(crate) mod suffix;
pub(crate) mod url;
pub(crate) mod wire;
