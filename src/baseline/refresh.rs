//! Learns every baseline of the configuration anew from what was recorded, and keeps what it replaces.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::learn::{Point, Usual, learn};
use super::statements::{END, FORGET, HOLDING, INCIDENTS, LEARNT, REVIVE, SAMPLES, SERIES};
use crate::config::{BaselineConfig, Config};
use crate::db::{DbError, Session, Value};
use crate::inventory::Inventory;
use crate::label::Labels;
use crate::stats::{Span, union};

/// What became of one metric's baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Refreshed {
    pub metric: String,
    pub series: usize,
    /// Hours of the week with a median, over all series.
    pub hours: usize,
    /// Hours of which too few weeks were recorded.
    pub learning: usize,
}

/// An incident that teaches nothing about what is usual, and the store that it was about: `None` is all of them.
struct Trouble {
    severity: String,
    span: Span,
    store: Option<String>,
}

/// A recorded series.
struct Series {
    id: i64,
    labels: String,
    store: Option<String>,
}

/// Metric, labels and hour of the week.
type Place = (String, String, u8);

/// Learns all baselines as of `now`. What is other than before holds from now on, and what it replaces is kept as it was.
/// Those that the configuration no longer names hold no longer.
pub(crate) fn refresh(
    session: &mut dyn Session,
    config: &Config,
    inventory: &Inventory,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Vec<Refreshed>, DbError> {
    session.execute(&FORGET, &[now.into()])?;
    session.execute(&REVIVE, &[now.into()])?;
    let mut holding = holding(session)?;
    let troubles = troubles(session, inventory, now)?;
    let one = |(metric, settings): (&String, &BaselineConfig)| {
        let desk = Desk { settings, inventory, zone, now, troubles: &troubles };
        desk.refresh(session, metric, &mut holding)
    };
    let all = config.baselines.iter().map(one).collect::<Result<_, _>>()?;
    for (metric, labels, hour) in holding.into_keys() {
        session.execute(&END, &[metric.into(), labels.into(), i64::from(hour).into(), now.into()])?;
    }
    Ok(all)
}

/// What holds so far.
fn holding(session: &mut dyn Session) -> Result<BTreeMap<Place, Usual>, DbError> {
    let all = session.collect(&HOLDING, &[], |row| {
        let hour = u8::try_from(row.int(2)?).unwrap_or(u8::MAX);
        let weeks = usize::try_from(row.int(5)?).unwrap_or_default();
        let usual = Usual { hour, centre: row.number(3)?.zip(row.number(4)?), weeks };
        Ok(((row.text(0)?, row.text(1)?, hour), usual))
    })?;
    Ok(all.into_iter().collect())
}

fn troubles(
    session: &mut dyn Session,
    inventory: &Inventory,
    now: Timestamp,
) -> Result<Vec<Trouble>, DbError> {
    session.collect(&INCIDENTS, &[now.into()], |row| {
        let at = |column| Ok::<_, DbError>(row.time(column)?.map(Timestamp::as_millisecond));
        let span = Span { since: at(1)?.unwrap_or_default(), until: at(2)?.unwrap_or(now.as_millisecond()) };
        let labels = Labels::from_json(&row.text(3)?).unwrap_or_default();
        Ok(Trouble { severity: row.text(0)?, span, store: labels.get(&inventory.label).map(str::to_owned) })
    })
}

/// What one metric's baseline is learnt by.
struct Desk<'a> {
    settings: &'a BaselineConfig,
    inventory: &'a Inventory,
    zone: &'a TimeZone,
    now: Timestamp,
    troubles: &'a [Trouble],
}

impl Desk<'_> {
    /// Learns one metric, and takes out of what holds all that is learnt again.
    fn refresh(
        &self,
        session: &mut dyn Session,
        metric: &str,
        holding: &mut BTreeMap<Place, Usual>,
    ) -> Result<Refreshed, DbError> {
        let weeks = SignedDuration::from_hours(7 * 24 * i64::from(self.settings.weeks.get()));
        let since = self.now.checked_sub(weeks).unwrap_or(Timestamp::UNIX_EPOCH).as_millisecond();
        let all = session.collect(&SERIES, &[metric.into()], |row| {
            let store = Some(row.text(2)?).filter(|store| !store.is_empty());
            Ok(Series { id: row.int(0)?, labels: row.text(1)?, store })
        })?;
        let mut done = Refreshed { metric: metric.to_owned(), series: all.len(), hours: 0, learning: 0 };
        for series in all {
            let until = self.now.as_millisecond();
            let points =
                session.collect(&SAMPLES, &[series.id.into(), since.into(), until.into()], |row| {
                    Ok(Point { at_ms: row.int(0)?, value: row.number(1)?.unwrap_or_default() })
                })?;
            for usual in self.learn(&points, series.store.as_deref()) {
                *if usual.centre.is_some() { &mut done.hours } else { &mut done.learning } += 1;
                let held = holding.remove(&(metric.to_owned(), series.labels.clone(), usual.hour));
                if held.as_ref() != Some(&usual) {
                    session.execute(&LEARNT, &self.row(metric, &series, &usual))?;
                }
            }
        }
        Ok(done)
    }

    fn row(&self, metric: &str, series: &Series, usual: &Usual) -> [Value; 8] {
        let weeks = i64::try_from(usual.weeks).unwrap_or(i64::MAX);
        [
            metric.into(),
            series.labels.as_str().into(),
            series.store.as_deref().into(),
            i64::from(usual.hour).into(),
            usual.centre.map(|(median, _)| median).into(),
            usual.centre.map(|(_, spread)| spread).into(),
            weeks.into(),
            self.now.into(),
        ]
    }

    /// What is usual for one series, holidays and troubles left out.
    fn learn(&self, points: &[Point], store: Option<&str>) -> Vec<Usual> {
        let about = |trouble: &&Trouble| {
            let concerns = store.is_none() || trouble.store.is_none() || trouble.store.as_deref() == store;
            concerns && self.settings.except.contains(&trouble.severity)
        };
        let troubles = union(self.troubles.iter().filter(about).map(|trouble| trouble.span));
        let holidays = std::cell::RefCell::new(BTreeMap::new());
        let is_holiday = |at: i64| {
            let Ok(at) = Timestamp::from_millisecond(at) else { return false };
            let hour = at.as_second().div_euclid(3600);
            *holidays.borrow_mut().entry(hour).or_insert_with(|| self.inventory.is_holiday(store, at))
        };
        learn(points, self.settings, self.zone, |span| {
            let next = troubles.partition_point(|trouble| trouble.until <= span.since);
            troubles.get(next).is_some_and(|trouble| trouble.since < span.until)
                || is_holiday(span.since)
                || is_holiday(span.until - 1)
        })
    }
}
