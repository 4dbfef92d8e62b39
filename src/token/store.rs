//! Tokens made, listed, revoked and looked up. What changes them is audited in the same transaction.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;

use super::hash::random;
use super::{Scope, TokenHash, statements};
use crate::audit;
use crate::db::{DbError, Row, Session, Value};

/// What a token is to be.
#[derive(Clone, Debug)]
pub(crate) struct NewToken {
    /// What it is for, in its owner's words.
    pub name: String,
    pub scope: Scope,
    /// The only store that it may send for; all where absent.
    pub store: Option<String>,
    pub expires: Option<Timestamp>,
}

/// A token as it is listed: everything but itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Token {
    pub id: i64,
    pub name: String,
    pub scope: String,
    pub store: Option<String>,
    pub created: Option<Timestamp>,
    pub created_by: String,
    pub expires: Option<Timestamp>,
    /// To about a minute.
    pub last_used: Option<Timestamp>,
    pub revoked: Option<Timestamp>,
}

/// A token that is good for something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Live {
    pub id: i64,
    pub name: String,
    pub scope: Scope,
    pub store: Option<String>,
    pub hash: TokenHash,
    pub expires: Option<Timestamp>,
}

impl Live {
    /// Who acts by it: its name, or its number where it has none.
    pub(crate) fn owner(&self) -> String {
        if self.name.is_empty() { format!("token {}", self.id) } else { self.name.clone() }
    }
}

/// What became of a wish to revoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Revoked {
    Now,
    Already,
    Unknown,
}

/// Makes a token: its number, and the token itself, which nobody can read again.
pub(crate) fn create(
    session: &mut dyn Session,
    new: &NewToken,
    by: &str,
    now: Timestamp,
) -> Result<(i64, String), DbError> {
    let NewToken { name, scope, store, expires } = new.clone();
    let token = random()?;
    let hash = Value::Bytes(TokenHash::of(&token).bytes());
    let detail = json!({ "name": name, "scope": scope, "store": store, "expires": expires });
    let row = [name.into(), scope.as_str().into(), store.into(), hash, now.into(), by.into(), expires.into()];
    let id = session.first(&statements::CREATE, &row, |row| row.int(0))?.unwrap_or_default();
    audit::record(session, now, by, "create", &format!("token:{id}"), &detail)?;
    Ok((id, token))
}

/// All that were ever made.
pub(crate) fn list(session: &mut dyn Session) -> Result<Vec<Token>, DbError> {
    session.collect(&statements::LIST, &[], |row| {
        Ok(Token {
            id: row.int(0)?,
            name: row.text(1)?,
            scope: row.text(2)?,
            store: text(row, 3)?,
            created: row.time(4)?,
            created_by: row.text(5)?,
            expires: row.time(6)?,
            last_used: row.time(7)?,
            revoked: row.time(8)?,
        })
    })
}

/// Makes a token good for nothing.
pub(crate) fn revoke(
    session: &mut dyn Session,
    id: i64,
    by: &str,
    now: Timestamp,
) -> Result<Revoked, DbError> {
    if session.execute(&statements::REVOKE, &[id.into(), now.into()])? == 0 {
        let is_known = list(session)?.iter().any(|token| token.id == id);
        return Ok(if is_known { Revoked::Already } else { Revoked::Unknown });
    }
    audit::record(session, now, by, "revoke", &format!("token:{id}"), &json!({}))?;
    Ok(Revoked::Now)
}

/// Those that are good for something at `now`. A scope that this program does not know is good for nothing.
pub(crate) fn live(session: &mut dyn Session, now: Timestamp) -> Result<Vec<Live>, DbError> {
    let all = session.collect(&statements::LIVE, &[now.into()], |row| {
        let hash = match row.get(3)? {
            Value::Bytes(bytes) => TokenHash::from_bytes(bytes),
            _ => None,
        };
        let (id, store, expires) = (row.int(0)?, text(row, 2)?, row.time(4)?);
        let scope = Scope::parse(&row.text(1)?);
        let name = row.text(5)?;
        Ok(scope.zip(hash).map(|(scope, hash)| Live { id, name, scope, store, hash, expires }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// Whether there was ever a token for reading.
pub(crate) fn guards_view(session: &mut dyn Session) -> Result<bool, DbError> {
    Ok(session.first(&statements::VIEWERS, &[], |row| row.int(0))? == Some(1))
}

/// Keeps when a token was used.
pub(crate) fn note_used(session: &mut dyn Session, id: i64, at: Timestamp) -> Result<(), DbError> {
    session.execute(&statements::USED, &[id.into(), at.into()]).map(drop)
}

fn text(row: &dyn Row, column: usize) -> Result<Option<String>, DbError> {
    Ok(row.get(column)?.as_str().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{Database, Statement};

    const HASHES: Statement = Statement::new("hashes", "SELECT hex(hash), name FROM token");

    fn at(time: &str) -> Timestamp {
        format!("2025-10-24T{time}Z").parse().unwrap()
    }

    fn new(name: &str, expires: Option<&str>) -> NewToken {
        NewToken {
            name: name.into(),
            scope: Scope::Ingest,
            store: Some("1".into()),
            expires: expires.map(at),
        }
    }

    #[test]
    fn a_token_is_good_until_it_expires_or_is_revoked_and_only_its_hash_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.db");
        let database = Database::open(&path).unwrap();
        let make =
            |new: &NewToken| database.write(|session| create(session, new, "ivan", at("10:00:00"))).unwrap();
        let (first, token) = make(&new("till", None));
        let (second, other) = make(&new("short", Some("11:00:00")));
        assert!(token != other && token.starts_with("tillwatch_") && token.len() == 53, "{token}");
        let good = |now: &str| -> Vec<i64> {
            let all = database.read(|session| live(session, at(now))).unwrap();
            all.iter().map(|live| live.id).collect()
        };
        assert_eq!((good("10:59:59"), good("11:00:00")), (vec![first, second], vec![first]));
        let all = database.read(|session| live(session, at("10:00:00"))).unwrap();
        assert!(all[0].hash == TokenHash::of(&token) && all[0].hash != TokenHash::of(&other));
        let end = |id| database.write(|session| revoke(session, id, "anna", at("10:30:00"))).unwrap();
        assert_eq!([end(first), end(first), end(99)], [Revoked::Now, Revoked::Already, Revoked::Unknown]);
        assert_eq!(good("10:30:00"), [second]);
        let kept = database.read(|session| session.collect(&HASHES, &[], |row| row.text(0))).unwrap();
        assert!(kept.iter().all(|hash| hash.len() == 64), "{kept:?}");
        for file in ["own.db", "own.db-wal"] {
            let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
            assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()), "{file}");
        }
    }
}
