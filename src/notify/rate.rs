//! How many messages a channel may still send: what is over is put off, nothing waits for it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::lanes::Lanes;
use super::outbox::sent_since;
use crate::config::Delivery;
use crate::db::{DbError, Session};

/// The messages of one run, those under way included, and those before it, by channel.
pub(super) struct Rates<'a> {
    limits: &'a BTreeMap<String, Delivery>,
    lanes: &'a Lanes,
    sent: BTreeMap<String, Vec<Timestamp>>,
}

impl<'a> Rates<'a> {
    pub(super) fn new(limits: &'a BTreeMap<String, Delivery>, lanes: &'a Lanes) -> Self {
        Self { limits, lanes, sent: BTreeMap::new() }
    }

    /// Until when a channel has to wait; `None` if it may send now.
    pub(super) fn wait(
        &mut self,
        session: &mut dyn Session,
        channel: &str,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, DbError> {
        let Some(rate) = self.limits.get(channel).and_then(|delivery| delivery.rate.as_ref()) else {
            return Ok(None);
        };
        if !self.sent.contains_key(channel) {
            let since = now.saturating_sub(rate.per.signed()).unwrap_or(now);
            let latest = now.saturating_add(rate.per.signed()).unwrap_or(now);
            let mut sent = sent_since(session, channel, since)?;
            // What a clock that was ahead has sent fills no window of today's.
            sent.retain(|at| *at <= latest);
            sent.extend(std::iter::repeat_n(now, self.lanes.under_way(channel)));
            self.sent.insert(channel.to_owned(), sent);
        }
        let sent = &self.sent[channel];
        // The oldest of the last so many makes room when it leaves the window.
        let oldest = sent.len().checked_sub(rate.messages.get()).map(|index| sent[index]);
        Ok(oldest.map(|oldest| oldest.saturating_add(rate.per.signed()).unwrap_or(now)))
    }

    /// One more that is about to be sent.
    pub(super) fn count(&mut self, channel: &str, now: Timestamp) {
        self.sent.entry(channel.to_owned()).or_default().push(now);
    }
}
