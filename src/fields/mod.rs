//! From a field's text to its value.

#[cfg(test)]
pub(crate) mod case;
pub(crate) mod date;
pub(crate) mod image;
pub(crate) mod site_name;
pub(crate) mod suffix;
pub(crate) mod title;
pub(crate) mod url;
