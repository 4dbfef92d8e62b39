//! From what was read to rows. `now` is when it was received.

use jiff::Timestamp;

use super::statements::{COUNT_SERIES, FIND_SERIES, HEARTBEAT, KEY, LOG, SAMPLE, SERIES};
use super::{Heartbeat, LogRecord, Sample};
use crate::db::{DbError, Session, Value};

/// So many series at most: a label that never repeats must not eat the disk.
const MAX_SERIES: i64 = 50_000;

/// Stores heartbeats, and says how many are new.
pub(crate) fn store_heartbeats(
    session: &mut dyn Session,
    heartbeats: &[Heartbeat],
    now: Timestamp,
) -> Result<usize, DbError> {
    heartbeats.iter().try_fold(0, |stored, heartbeat| {
        let Heartbeat { store, at, app_version, key } = heartbeat.clone();
        let row = [store.into(), at.into(), app_version.into(), now.into(), key.into()];
        Ok(stored + session.execute(&HEARTBEAT, &row)?)
    })
}

/// Stores samples, and says how many changed something. What carries a key that was seen before changes nothing.
pub(crate) fn store_samples(
    session: &mut dyn Session,
    samples: &[Sample],
    store_label: &str,
    key: Option<&str>,
    now: Timestamp,
) -> Result<usize, DbError> {
    if let Some(key) = key
        && session.execute(&KEY, &[key.into(), now.into()])? == 0
    {
        return Ok(0);
    }
    samples.iter().try_fold(0, |stored, sample| {
        let series = series(session, sample, store_label)?;
        let row = [series.into(), sample.at.as_millisecond().into(), sample.value.into(), now.into()];
        Ok(stored + session.execute(&SAMPLE, &row)?)
    })
}

/// The id of a sample's series, made if it is new.
fn series(session: &mut dyn Session, sample: &Sample, store_label: &str) -> Result<i64, DbError> {
    let (name, hash) = (sample.name.as_str(), sample.labels.hash());
    let identity: [Value; 2] = [name.into(), hash.as_str().into()];
    if let Some(id) = session.first(&FIND_SERIES, &identity, |row| row.int(0))? {
        return Ok(id);
    }
    if session.first(&COUNT_SERIES, &[], |row| row.int(0))?.unwrap_or_default() >= MAX_SERIES {
        let message = format!("there are {MAX_SERIES} series already, and {name} would be another");
        return Err(DbError::Refused(message));
    }
    let store = sample.store(store_label);
    session.execute(
        &SERIES,
        &[name.into(), sample.labels.to_json().into(), hash.as_str().into(), store.into()],
    )?;
    Ok(session.first(&FIND_SERIES, &identity, |row| row.int(0))?.unwrap_or_default())
}

/// Stores log lines in the own logs database, and says how many are new.
pub(crate) fn store_logs(
    session: &mut dyn Session,
    records: &[LogRecord],
    now: Timestamp,
) -> Result<usize, DbError> {
    records.iter().try_fold(0, |stored, record| {
        let LogRecord { id, at, store, level, service, component, event, message, body } = record.clone();
        let row: [Value; 11] = [
            id.into(),
            at.unwrap_or(now).into(),
            now.into(),
            at.is_some().into(),
            store.into(),
            level.into(),
            service.into(),
            component.into(),
            event.into(),
            message.into(),
            body.into(),
        ];
        Ok(stored + session.execute(&LOG, &row)?)
    })
}
