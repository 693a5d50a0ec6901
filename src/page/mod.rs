//! From tree, or flat text, to blocks and claims.

pub(crate) mod beginnings;
pub(crate) mod block;
pub(crate) mod claims;
pub(crate) mod class_words;
pub(crate) mod embed;
pub(crate) mod figure;
pub(crate) mod footnote;
pub(crate) mod fragment;
pub(crate) mod given;
pub(crate) mod item;
pub(crate) mod jsonld;
pub(crate) mod jsonld_repair;
mod licence;
pub(crate) mod line;
pub(crate) mod marked;
pub(crate) mod meta;
pub(crate) mod microdata;
pub(crate) mod named;
pub(crate) mod next_page;
mod panels;
pub(crate) mod reading;
mod scripted;
pub(crate) mod segment;
mod short_text;
pub(crate) mod state;
pub(crate) mod tags;
pub(crate) mod threads;
