//! The tokens that people made, as this process knows them: read again every few seconds, so that one that is revoked is
//! soon good for nothing.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::db::{Database, DbError};
use crate::token::{Live, Scope, TokenHash, guards_view, live, note_used};

/// How often they are read.
pub(super) const READ: Duration = Duration::from_secs(2);

/// How long it may take until it is kept when one was used.
const KEPT: SignedDuration = SignedDuration::from_mins(1);

#[derive(Default)]
pub(crate) struct Issued {
    known: RwLock<Known>,
    used: Mutex<BTreeMap<i64, Timestamp>>,
}

#[derive(Default)]
struct Known {
    live: Vec<Live>,
    guards_view: bool,
}

impl Issued {
    pub(crate) fn read(database: &Database, now: Timestamp) -> Result<Self, DbError> {
        let issued = Self::default();
        issued.refresh(database, now)?;
        Ok(issued)
    }

    /// Reads them again, and keeps when they were used if that is due. Where it fails they stay as they were.
    pub(super) fn refresh(&self, database: &Database, now: Timestamp) -> Result<(), DbError> {
        let known = database
            .read(|session| Ok(Known { live: live(session, now)?, guards_view: guards_view(session)? }))?;
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        let is_due = {
            let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
            used.values().any(|at| now.duration_since(*at) >= KEPT)
        };
        if is_due { self.keep(database) } else { Ok(()) }
    }

    /// Keeps when they were used.
    pub(super) fn keep(&self, database: &Database) -> Result<(), DbError> {
        let used = std::mem::take(&mut *self.used.lock().unwrap_or_else(PoisonError::into_inner));
        if used.is_empty() {
            return Ok(());
        }
        database.note(|session| used.iter().try_for_each(|(id, at)| note_used(session, *id, *at)))
    }

    /// The token with this hash, if it is good at `now`. All are looked at, so that the time taken says nothing.
    pub(super) fn find(&self, hash: TokenHash, now: Timestamp) -> Option<Live> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let found =
            known.live.iter().fold(None, |found, live| if live.hash == hash { Some(live) } else { found });
        let found = found.filter(|live| live.expires.is_none_or(|end| end > now))?.clone();
        // When it was used first since it was kept: that says when to keep it next, and is near enough.
        self.used.lock().unwrap_or_else(PoisonError::into_inner).entry(found.id).or_insert(now);
        Some(found)
    }

    /// The token of this number, if it is good at `now`.
    pub(super) fn by_id(&self, id: i64, now: Timestamp) -> Option<Live> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let found = known.live.iter().find(|live| live.id == id).cloned();
        found.filter(|live| live.expires.is_none_or(|end| end > now))
    }

    /// Whether one of them sends.
    pub(super) fn sends(&self) -> bool {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.live.iter().any(|live| live.scope == Scope::Ingest)
    }

    /// Whether one of them lets somebody look.
    pub(super) fn shows(&self) -> bool {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.live.iter().any(|live| live.scope.may_view())
    }

    /// Whether one was ever made for reading: then reading is not for everybody, not even when it is no longer good.
    pub(super) fn guards_view(&self) -> bool {
        self.known.read().unwrap_or_else(PoisonError::into_inner).guards_view
    }
}
