//! What is printed for one page, and its JSON Schema.

use faircopy::Article;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::Stop;

/// An article as the program prints it: the library's record, with what the program adds.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "Article",
    description = "A cleaned page, as the program faircopy prints it. The library's own record is the same without the fields \
        id, file, text and ignored."
)]
pub(crate) struct Record<'a> {
    /// For a line of a stream: its id, as it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "scalar")]
    id: Option<&'a Id>,
    /// For a file named on the command line: its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(flatten)]
    article: &'a Article,
    /// The body as text, blocks parted by a blank line; absent when there is no body.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// For a line of a stream: the fields of the line that were unusable and went unread, as a `url` that is none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    ignored: &'a [&'static str],
}

/// A page's name in a stream: any JSON scalar, given back as it came.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Id {
    Text(String),
    /// A number, a truth value or null, with the digits it was written with.
    Literal(Box<RawValue>),
}

/// What stands in the place of a record that could not be made.
#[derive(Serialize)]
pub(crate) struct Failed<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<&'a str>,
    pub(crate) error: Cause<'a>,
}

/// Why a record could not be made.
#[derive(Serialize)]
pub(crate) struct Cause<'a> {
    pub(crate) kind: Kind,
    pub(crate) message: &'a str,
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The line is longer than a line may be.
    TooLong,
    /// The line is not UTF-8.
    Utf8,
    /// The line is not JSON.
    Json,
    /// The line is no object, or has no page.
    Shape,
    /// The page's base64 is broken.
    Base64,
    /// The program failed; please report the page.
    Panic,
}

impl<'a> Record<'a> {
    /// The record of a file, or of standard input where there is no name.
    pub(crate) fn of_file(article: &'a Article, file: Option<&'a str>) -> Self {
        Self {
            file,
            ..Self::of_line(article, None, &[])
        }
    }

    /// The record of a line of a stream.
    pub(crate) fn of_line(
        article: &'a Article,
        id: Option<&'a Id>,
        ignored: &'a [&'static str],
    ) -> Self {
        let text = (!article.body.is_empty()).then(|| article.text());
        Self {
            id,
            file: None,
            article,
            text,
            ignored,
        }
    }
}

fn scalar(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "number", "boolean", "null"] })
}

/// Returns the JSON Schema of [`Record`], as printed: a field that always stands in the record is required.
///
/// # Errors
///
/// Never in practice: a schema is plain JSON.
pub(crate) fn schema() -> Result<String, Stop> {
    let schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Record>();
    let mut text = serde_json::to_string_pretty(&schema).map_err(|e| unprintable(&e))?;
    text.push('\n');
    Ok(text)
}

/// Returns a value on a line of its own.
///
/// # Errors
///
/// Never in practice: records are plain JSON.
pub(crate) fn line(value: &impl Serialize) -> Result<Vec<u8>, Stop> {
    let mut line = serde_json::to_vec(value).map_err(|error| unprintable(&error))?;
    line.push(b'\n');
    Ok(line)
}

/// Returns a value spread out for reading.
///
/// # Errors
///
/// As [`line`].
pub(crate) fn pretty(value: &impl Serialize) -> Result<Vec<u8>, Stop> {
    let mut text = serde_json::to_vec_pretty(value).map_err(|error| unprintable(&error))?;
    text.push(b'\n');
    Ok(text)
}

fn unprintable(error: &serde_json::Error) -> Stop {
    Stop::Failed(format!("cannot print a record: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{Id, Record, line};
    use faircopy::Article;

    fn printed(article: &str, id: Option<&Id>) -> String {
        let article: Article = serde_json::from_str(article).unwrap_or_default();
        let record = Record::of_line(&article, id, &["url"]);
        String::from_utf8(line(&record).unwrap_or_default()).unwrap_or_default()
    }

    #[test]
    fn a_record_is_the_article_with_its_text() {
        let article = r#"{"title": "Two boats", "body": [
            {"kind": "paragraph", "text": "江州渡轮停航。"}, {"kind": "paragraph", "text": "It returns."}]}"#;
        let id = Id::Text("a/1".to_owned());
        let printed = printed(article, Some(&id));
        assert!(printed.starts_with(r#"{"id":"a/1","schema":1,"#));
        let end = r#","text":"江州渡轮停航。\n\nIt returns.","ignored":["url"]}"#;
        assert!(printed.trim_end().ends_with(end), "{printed}");
        let back: Article = serde_json::from_str(&printed).unwrap_or_default();
        assert_eq!(Some(back), serde_json::from_str(article).ok());
    }

    #[test]
    fn no_body_has_no_text() {
        assert!(!printed(r#"{"title": "Two boats"}"#, None).contains("\"text\""));
    }
}
