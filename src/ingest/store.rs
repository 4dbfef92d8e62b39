//! From what was read to rows. `now` is when it was received.

use jiff::Timestamp;

use super::statements::{HEARTBEAT, KEY, LOG, SAMPLE};
use super::{Heartbeat, IngestError, LogRecord, Push, Sample, SeriesIndex, SeriesLimits};
use crate::db::{DbError, Session, Value};

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
    if !is_new(session, key, now)? {
        return Ok(0);
    }
    let (mut index, mut stored) = (SeriesIndex::default(), 0);
    for sample in samples {
        let ids =
            index.resolve(session, std::slice::from_ref(sample), store_label, SeriesLimits::default())?;
        stored += put(session, sample, ids.map_err(|error| DbError::Refused(error.to_string()))?[0], now)?;
    }
    Ok(stored)
}

/// Stores a pushed metric, wholly or not at all, and says how many samples changed something.
pub(crate) fn store_push(
    session: &mut dyn Session,
    index: &mut SeriesIndex,
    limits: SeriesLimits,
    push: &Push,
    store_label: &str,
    now: Timestamp,
) -> Result<Result<usize, IngestError>, DbError> {
    let ids = match index.resolve(session, &push.samples, store_label, limits)? {
        Ok(ids) => ids,
        Err(refused) => return Ok(Err(refused)),
    };
    if !is_new(session, push.key.as_deref(), now)? {
        return Ok(Ok(0));
    }
    let mut all = push.samples.iter().zip(ids);
    all.try_fold(0, |stored, (sample, series)| Ok(stored + put(session, sample, series, now)?)).map(Ok)
}

/// Whether a key, if there is one, is met for the first time.
fn is_new(session: &mut dyn Session, key: Option<&str>, now: Timestamp) -> Result<bool, DbError> {
    key.map_or(Ok(true), |key| Ok(session.execute(&KEY, &[key.into(), now.into()])? > 0))
}

fn put(session: &mut dyn Session, sample: &Sample, series: i64, now: Timestamp) -> Result<usize, DbError> {
    let row = [series.into(), sample.at.as_millisecond().into(), sample.value.into(), now.into()];
    session.execute(&SAMPLE, &row)
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
