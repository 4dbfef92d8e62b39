//! Claims: a row becomes an attempt, with all that it needs, or is put off or withdrawn.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::channel::SendError;
use super::deliver::{Attempt, Deliverer, Parcel};
use super::lanes::Lanes;
use super::message::{Message, Parts, SHOWN};
use super::outbox::{self, OutboxRow, Settled};
use super::rate::Rates;
use super::{Kind, Look, State, Story, Tale, retry};
use crate::db::{DbError, Session};

/// What became of rows that were to be claimed.
#[derive(Default)]
pub(super) struct Claimed {
    pub parcels: Vec<Parcel>,
    /// All rows that were looked at, those included that went together with others.
    pub seen: BTreeSet<i64>,
}

impl Deliverer<'_> {
    /// Claims rows, each with those that are sent together with it; what is over a channel's rate is put off.
    pub(super) fn claim_all(
        &self,
        session: &mut dyn Session,
        rows: &[OutboxRow],
        lanes: &Lanes,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Claimed, DbError> {
        let (mut claimed, mut rates) = (Claimed::default(), Rates::new(self.limits, lanes));
        for row in rows {
            if !claimed.seen.insert(row.id) {
                continue;
            }
            let company = outbox::company(session, row, now)?;
            claimed.seen.extend(company.iter().map(|row| row.id));
            if let Some(until) = rates.wait(session, &row.channel, now)? {
                for row in company {
                    outbox::defer(session, &row, until, "the channel's rate limit", now)?;
                }
                continue;
            }
            let parcel = self.claim(session, row, company, now, lease_until)?;
            if parcel.as_ref().is_some_and(|parcel| matches!(parcel.attempt, Attempt::Send { .. })) {
                rates.count(&row.channel, now);
            }
            claimed.parcels.extend(parcel);
        }
        Ok(claimed)
    }

    /// Claims a row with its bundle and prepares their attempt from things as they are now; `None` if there is
    /// nothing to try.
    fn claim(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        company: Vec<OutboxRow>,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Option<Parcel>, DbError> {
        if row.state == State::Started {
            outbox::settle(session, row, &Settled::Unknown, now)?;
            return Ok(None);
        }
        // Whoever died over it once or more may die over it again: each time it is left alone for longer.
        let lease_until = lease_until.max(retry::wait_until(row.attempts + 1, now));
        let (mut rows, mut tales, mut bundle) = (Vec::new(), Vec::new(), None);
        for row in company {
            let Some(tale) = self.look(session, &row, now)? else { continue };
            bundle = bundle.or_else(|| outbox::own_bundle(&row));
            if outbox::claim(session, &row, bundle.as_deref(), lease_until, now)? {
                rows.push(OutboxRow { attempts: row.attempts + 1, bundle: bundle.clone(), ..row });
                // Only so many are shown; the others are counted.
                if tales.len() < SHOWN {
                    tales.push(tale);
                }
            }
        }
        let Some(first) = rows.first() else { return Ok(None) };
        let attempt = if let (Kind::Action, [Tale::Incident(story)]) = (first.kind, tales.as_slice()) {
            self.prepare_action(session, first, story, now)?
        } else {
            let receipt = outbox::receipt(session, first)?;
            let gathered = (rows.len() > 1).then(|| self.telling.tally(session, &rows)).transpose()?;
            let tally = gathered.unwrap_or_default();
            self.prepare_message(Parts { rows: &rows, tales, receipt, tally }, now)
        };
        Ok(Some(Parcel { rows, attempt }))
    }

    /// What a row is to say now; `None` if it is put off or withdrawn. What was attempted before is tried to the end.
    fn look(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        now: Timestamp,
    ) -> Result<Option<Tale>, DbError> {
        match self.telling.look(session, row)? {
            Look::Tell(tale) => return Ok(Some(tale)),
            Look::Later { until, reason } => outbox::defer(session, row, until, &reason, now)?,
            Look::Withdraw { reason } => {
                let settled = Settled::Skipped { reason };
                outbox::settle(session, row, &settled, now)?;
            }
        }
        Ok(None)
    }

    fn prepare_action(
        &self,
        session: &mut dyn Session,
        row: &OutboxRow,
        story: &Story,
        now: Timestamp,
    ) -> Result<Attempt, DbError> {
        let skipped = |reason: String| Ok(Attempt::Settle(Settled::Skipped { reason }));
        let Some(action) = self.actions.get(&row.recipient) else {
            return skipped(format!("tillwatch.toml has no [actions.{}]", row.recipient));
        };
        let last = outbox::last_action(session, row, now)?;
        if last.is_some_and(|last| now.duration_since(last) < action.max_per.signed()) {
            return skipped(format!("ran less than {} ago", action.max_per));
        }
        Ok(Attempt::Run { action: action.clone(), story: Box::new(story.clone()) })
    }

    fn prepare_message(&self, parts: Parts<'_>, now: Timestamp) -> Attempt {
        let first = &parts.rows[0];
        let Some(channel) = self.channels.get(&first.channel) else {
            let error = format!("tillwatch.toml has no [channels.{}]", first.channel);
            return Attempt::Settle(Settled::Dead { error });
        };
        match Message::render(self.templates, parts) {
            Ok(message) => Attempt::Send { channel: channel.clone(), message: Box::new(message) },
            // A template can be mended: the message waits for that.
            Err(error) => {
                let error = SendError::temporary(error.to_string());
                Attempt::Settle(retry::after_failure(&error, first, now))
            }
        }
    }
}
