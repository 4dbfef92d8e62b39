//! Values across the driver.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{ToSql, types};

use crate::db::Value;
use crate::time::sql_text;

/// In the own database an instant is UTC text.
impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(types::Value::Null),
            Self::Int(number) => ToSqlOutput::Owned((*number).into()),
            Self::Real(number) => ToSqlOutput::Owned((*number).into()),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Self::Time(at) => ToSqlOutput::Owned(sql_text(*at).into()),
        })
    }
}

/// What a column holds. Text that is not UTF-8 is read with replacement characters.
pub(super) fn from_sql(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}
