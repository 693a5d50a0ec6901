//! JSON for one look: texts are those of the script where nothing in them is escaped, and objects are lists of their fields.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of JSON in a script.
#[derive(Debug)]
pub(crate) enum Json<'s> {
    Text(Cow<'s, str>),
    List(Vec<Self>),
    Object(Vec<(Self, Self)>),
    /// Numbers, `true`, `false` and `null`.
    Other,
}

impl Json<'_> {
    /// Returns the value of a field of an object.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let is_named = |key: &Self| matches!(key, Self::Text(text) if *text == name);
        // Of fields with one name the last counts.
        let mut fields = fields.iter().rev();
        fields.find_map(|(key, value)| is_named(key).then_some(value))
    }
}

impl<'s> Deserialize<'s> for Json<'s> {
    fn deserialize<D: Deserializer<'s>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

struct Values;

impl<'s> Visitor<'s> for Values {
    type Value = Json<'s>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'s str) -> Result<Json<'s>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'s>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json<'s>, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json<'s>, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json<'s>, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'s>, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json<'s>, E> {
        Ok(Json::Other)
    }

    fn visit_seq<A: SeqAccess<'s>>(self, mut list: A) -> Result<Json<'s>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'s>>(self, mut object: A) -> Result<Json<'s>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Json;

    #[test]
    fn texts_are_those_of_the_script_and_the_last_field_of_a_name_counts() {
        let script =
            r#"{"title":"Two boats","text":"a\nb","text":"Night ferry","n":[1,-2,0.5,true,null]}"#;
        let json: Json<'_> = serde_json::from_str(script).expect("it is JSON");
        assert!(matches!(
            json.field("title"),
            Some(Json::Text(Cow::Borrowed("Two boats")))
        ));
        assert!(matches!(json.field("text"), Some(Json::Text(text)) if text == "Night ferry"));
        assert!(matches!(json.field("n"), Some(Json::List(items)) if items.len() == 5));
        assert!(json.field("summary").is_none());
    }
}
