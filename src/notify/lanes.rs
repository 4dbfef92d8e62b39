//! What is due, a lane for each channel: one that hangs keeps no other waiting. Pure.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::OutboxRow;

/// How many messages of one channel are under way at once.
const WIDTH: usize = 16;

/// The lanes of one run, by channel.
#[derive(Default)]
pub(super) struct Lanes(BTreeMap<String, Lane>);

#[derive(Default)]
struct Lane {
    /// What is due, in the order in which it goes.
    queue: VecDeque<OutboxRow>,
    under_way: usize,
    /// Whether more may have become due since the queue was filled.
    is_stale: bool,
}

impl Lanes {
    /// Queues what is due, in this order.
    pub(super) fn queue(&mut self, rows: Vec<OutboxRow>) {
        for row in rows {
            self.lane(&row.channel).queue.push_back(row);
        }
    }

    /// What may be begun now: as much of each channel as it has room for.
    pub(super) fn take(&mut self) -> Vec<OutboxRow> {
        let mut taken = Vec::new();
        for lane in self.0.values_mut() {
            let room = WIDTH.saturating_sub(lane.under_way).min(lane.queue.len());
            lane.is_stale |= room > 0;
            taken.extend(lane.queue.drain(..room));
        }
        taken
    }

    /// Takes rows off their queues that went together with another one.
    pub(super) fn forget(&mut self, seen: &BTreeSet<i64>) {
        for lane in self.0.values_mut() {
            lane.queue.retain(|row| !seen.contains(&row.id));
        }
    }

    pub(super) fn begin(&mut self, channel: &str) {
        self.lane(channel).under_way += 1;
    }

    pub(super) fn end(&mut self, channel: &str) {
        let lane = self.lane(channel);
        lane.under_way = lane.under_way.saturating_sub(1);
        lane.is_stale = true;
    }

    /// More may be due on a channel than was.
    pub(super) fn touch(&mut self, channel: &str) {
        self.lane(channel).is_stale = true;
    }

    /// The channels that have room and nothing queued, and may have more: each is named once until it is touched again.
    pub(super) fn stale(&mut self) -> Vec<String> {
        let mut stale = Vec::new();
        for (channel, lane) in &mut self.0 {
            if lane.is_stale && lane.queue.is_empty() && lane.under_way < WIDTH {
                lane.is_stale = false;
                stale.push(channel.clone());
            }
        }
        stale
    }

    /// How many messages of a channel are under way.
    pub(super) fn under_way(&self, channel: &str) -> usize {
        self.0.get(channel).map_or(0, |lane| lane.under_way)
    }

    fn lane(&mut self, channel: &str) -> &mut Lane {
        self.0.entry(channel.to_owned()).or_default()
    }
}
