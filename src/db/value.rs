//! What a database gives and takes.

use jiff::Timestamp;

use crate::time::sql_text;

/// One value of a row or parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    /// An instant; the own database keeps it as UTC text `YYYY-MM-DD HH:MM:SS.SSS`.
    Time(Timestamp),
}

impl Value {
    /// The value as a number; text and bytes are none, even where they spell one.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        match self {
            #[expect(
                clippy::cast_precision_loss,
                reason = "counts beyond 2^53 do not occur; a metric is a float"
            )]
            Self::Int(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            Self::Null | Self::Text(_) | Self::Bytes(_) | Self::Time(_) => None,
        }
    }

    pub(crate) fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The canonical text of a label: `1`, `1.0` and `'1'` are one value; NULL is empty, that is absent.
    pub(crate) fn label_text(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Int(number) => number.to_string(),
            // `{}` prints an integral float without a fraction: 1.0 becomes "1".
            Self::Real(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Self::Time(at) => sql_text(*at),
        }
    }

    /// The value for a JSON document; a number that JSON lacks (NaN, infinities) is null.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Int(number) => (*number).into(),
            Self::Real(number) => (*number).into(),
            other => other.label_text().into(),
        }
    }

    /// The own database's reading of a text column that holds an instant.
    pub(crate) fn as_time(&self) -> Option<Timestamp> {
        match self {
            Self::Time(at) => Some(*at),
            Self::Text(text) => {
                let iso = format!("{}Z", text.trim_end_matches('Z').replacen(' ', "T", 1));
                iso.parse().ok()
            }
            _ => None,
        }
    }
}

macro_rules! from {
    ($($from:ty => |$it:ident| $to:expr),+ $(,)?) => {
        $(impl From<$from> for Value { fn from($it: $from) -> Self { $to } })+
    };
}

from! {
    i64 => |it| Self::Int(it),
    i32 => |it| Self::Int(it.into()),
    u32 => |it| Self::Int(it.into()),
    u16 => |it| Self::Int(it.into()),
    bool => |it| Self::Int(it.into()),
    f64 => |it| Self::Real(it),
    &str => |it| Self::Text(it.to_owned()),
    String => |it| Self::Text(it),
    Timestamp => |it| Self::Time(it),
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A result: named columns, rows of as many values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_one_text_whatever_its_type() {
        let spellings = [Value::Int(1), Value::Real(1.0), Value::from("1")];
        assert!(spellings.iter().all(|value| value.label_text() == "1"));
        assert_eq!(Value::Null.label_text(), "");
    }

    #[test]
    fn an_instant_survives_the_own_database() {
        let at: Timestamp = "2025-10-24T10:15:30.125Z".parse().unwrap();
        assert_eq!(sql_text(at), "2025-10-24 10:15:30.125");
        assert_eq!(Value::Text(sql_text(at)).as_time(), Some(at));
        assert_eq!(
            Value::from("2025-10-24 10:15:30").as_time(),
            Some("2025-10-24T10:15:30Z".parse().unwrap())
        );
    }
}
