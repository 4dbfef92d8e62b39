//! What must hold.

use jiff::SignedDuration;

use super::steps::How;
use super::world::{World, statement};
use crate::alert::Evaluation;

/// Whether a row of this name may have arrived: it was attempted, and not refused at once and for good.
fn may_be_heard(row: &str) -> String {
    format!("{row}.attempts > 0 AND NOT ({row}.state = 'dead' AND {row}.attempts = 1 AND {row}.failures = 1)")
}

impl World {
    /// A run of `evaluate-alerts`, after which everything must hold, and the same run again, which must change nothing.
    pub(super) fn round(&mut self, sends: bool) {
        let last: i64 = self.ask("SELECT coalesce(max(id), 0) FROM outbox")[0].parse().unwrap();
        let acked = self.ask(&format!(
            "SELECT id FROM incident WHERE closed IS NULL AND acked_by IS NOT NULL AND coalesce(ack_until > '{}', 1)",
            self.stored(self.now)
        ));
        self.project().commit(&self.database, &self.evaluation()).unwrap();
        self.acks_are_heeded(last, &acked);
        self.silences_are_heeded(last);
        self.none(
            "an end waits",
            &format!("SELECT id FROM outbox WHERE id > {last} AND kind = 'end' AND not_before <> created AND bundle NOT LIKE 'digest%'"),
        );
        self.nothing_waits_for_long();
        self.none("an opening is told again within its group's interval", &self.hasty(last));
        if sends {
            self.deliver();
            self.none("a message waits though nothing is in its way", &self.idle());
        }
        self.holds();
        let before = self.dump();
        self.project().commit(&self.database, &Evaluation::default()).unwrap();
        if sends {
            self.deliver();
        }
        let after = self.dump();
        let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
        assert!(
            changed.is_empty() && before.len() == after.len(),
            "the same run again changes {changed:#?} at {}",
            self.now
        );
    }

    fn acks_are_heeded(&self, last: i64, acked: &[String]) {
        for id in acked {
            self.none(
                "an acknowledged incident is repeated or escalates",
                &format!(
                    "SELECT outbox.id FROM outbox JOIN incident ON incident.id = outbox.incident WHERE outbox.id > {last} \
                     AND incident.id = {id} AND severity = acked_severity AND severity <> 'P2' AND kind IN ('repeat', 'escalate')"
                ),
            );
        }
    }

    fn silences_are_heeded(&self, last: i64) {
        let now = self.stored(self.now);
        self.none(
            "a silenced incident is told, and not of an end",
            &format!(
                "SELECT outbox.id FROM outbox WHERE outbox.id > {last} AND kind IN ('open', 'update', 'repeat', 'escalate') \
                 AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.incident = outbox.incident AND state = 'firing' AND NOT EXISTS \
                   (SELECT 1 FROM silence WHERE starts <= '{now}' AND '{now}' < ends \
                    AND instr(matchers, '\"' || (labels ->> 'store_id') || '\"'))) \
                 AND NOT (kind = 'update' AND EXISTS (SELECT 1 FROM alert WHERE alert.incident = outbox.incident AND state = 'ended'))"
            ),
        );
    }

    /// Whatever is neither told nor held back waits for its group to come together (a minute) and to have been told of
    /// long enough ago (five), by the clock on the wall.
    fn nothing_waits_for_long(&mut self) {
        let waiting =
            self.ask("SELECT id FROM incident WHERE closed IS NULL AND told_at IS NULL AND held IS NULL");
        self.waiting.retain(|id, _| waiting.contains(id));
        for id in waiting {
            let since = *self.waiting.entry(id.clone()).or_insert(self.lived);
            let lived = self.lived - since;
            assert!(
                lived < 6,
                "incident {id} has waited for {lived} minutes at {}: {:#?}",
                self.now,
                self.dump()
            );
        }
        let (minute, interval) = (SignedDuration::from_mins(1), SignedDuration::from_mins(5));
        self.none(
            "an incident waits that nothing was told of before",
            &format!(
                "SELECT id FROM incident WHERE closed IS NULL AND told_at IS NULL AND held IS NULL AND opened <= '{}' \
                 AND NOT EXISTS (SELECT 1 FROM incident AS before WHERE before.route = incident.route \
                   AND before.group_key = incident.group_key AND before.closed IS NOT NULL AND before.told_at > '{}')",
                self.stored(self.now - minute),
                self.stored(self.now - interval)
            ),
        );
    }

    /// Openings since row `last` of groups that were told of within five minutes, and of nothing less grave.
    fn hasty(&self, last: i64) -> String {
        let since = self.stored(self.now - SignedDuration::from_mins(5));
        format!(
            "SELECT b.id FROM outbox AS b JOIN incident AS fresh ON fresh.id = b.incident \
             JOIN incident AS old ON old.route = fresh.route AND old.group_key = fresh.group_key AND old.id < fresh.id \
             JOIN outbox AS a ON a.incident = old.id \
             WHERE b.id > {last} AND b.kind = 'open' AND b.bundle IS NULL AND fresh.severity >= old.told_severity \
             AND old.closed <= fresh.opened AND {} AND a.kind IN ('open', 'update', 'repeat', 'end') \
             AND a.created > '{since}' AND a.created <= b.created",
            may_be_heard("a")
        )
    }

    /// Messages that were to leave at once by a channel that takes everything, and still wait.
    fn idle(&self) -> String {
        let takes = |channel: &&str| self.how.get(*channel).unwrap_or(&How::Takes) == &How::Takes;
        let takes: Vec<String> = ["chat", "last"]
            .iter()
            .filter(|channel| takes(channel))
            .map(|channel| format!("'{channel}'"))
            .collect();
        format!(
            "SELECT id FROM outbox AS it WHERE state = 'queued' AND attempts = 0 AND not_before = created \
             AND channel IN ({}) AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.subject = it.subject \
               AND earlier.id < it.id AND earlier.channel = it.channel AND earlier.recipient = it.recipient \
               AND earlier.state IN ('queued', 'sending'))",
            takes.join(", ")
        )
    }

    /// What holds after every run.
    fn holds(&self) {
        const OPENING: &str = "('open', 'update', 'repeat', 'escalate')";
        const SAME: &str = "a.incident = b.incident AND a.channel = b.channel AND a.recipient = b.recipient";
        let went_back = self.went_back;
        self.none(
            "two open incidents of one group",
            "SELECT min(id) FROM incident WHERE closed IS NULL GROUP BY route, group_key HAVING count(*) > 1",
        );
        self.none(
            "an alert fires without incident",
            "SELECT id FROM alert WHERE state = 'firing' AND incident IS NULL",
        );
        self.none(
            "an incident is open and none of its alerts fires",
            "SELECT id FROM incident WHERE closed IS NULL AND NOT EXISTS \
             (SELECT 1 FROM alert WHERE alert.incident = incident.id AND state = 'firing')",
        );
        self.none(
            "an end is told to whom no beginning was told that may have been heard",
            &format!(
                "SELECT a.id FROM outbox AS a WHERE kind = 'end' AND channel <> 'last' AND NOT EXISTS \
                 (SELECT 1 FROM outbox AS b WHERE {SAME} AND b.kind IN {OPENING} AND {})",
                may_be_heard("b")
            ),
        );
        // A digest that left after the end has said so itself.
        self.none(
            "who may have heard a beginning is not told the end once",
            &format!(
                "SELECT a.id FROM outbox AS a JOIN incident ON incident.id = a.incident WHERE closed IS NOT NULL \
                 AND a.kind IN {OPENING} AND {} \
                 AND NOT (coalesce(a.bundle, '') LIKE 'digest%' AND ({went_back} OR coalesce(a.settled, closed) >= closed)) \
                 AND (SELECT count(*) FROM outbox AS b WHERE {SAME} AND b.kind = 'end') <> 1",
                may_be_heard("a")
            ),
        );
        self.none(
            "a message overtakes an earlier one",
            &format!(
                "SELECT b.id FROM outbox AS a JOIN outbox AS b ON {SAME} AND a.id < b.id WHERE b.state = 'sent' AND b.kind <> 'action' \
                 AND (a.state IN ('queued', 'sending') OR NOT {went_back} AND a.state IN ('sent', 'dead') AND a.settled > b.settled)"
            ),
        );
        self.none(
            "an end is withdrawn",
            "SELECT id FROM outbox WHERE kind = 'end' AND state IN ('superseded', 'skipped')",
        );
    }

    #[track_caller]
    fn none(&self, what: &str, sql: &str) {
        let found = self.ask(sql);
        assert!(found.is_empty(), "{what}: {found:?} at {} in {:#?}", self.now, self.dump());
    }

    /// The first column of every row as text.
    pub(super) fn ask(&self, sql: &str) -> Vec<String> {
        self.database.read(|session| session.collect(&statement(sql), &[], |row| row.text(0))).unwrap()
    }

    /// Everything that a run may change.
    pub(super) fn dump(&self) -> Vec<String> {
        ["alert", "incident", "outbox", "transition", "silence", "audit", "rule_state"]
            .iter()
            .flat_map(|table| {
                let columns = self
                    .ask(&format!("SELECT group_concat(name) FROM pragma_table_info('{table}')"))
                    .remove(0);
                self.ask(&format!("SELECT '{table} ' || json_array({columns}) FROM {table} ORDER BY rowid"))
            })
            .collect()
    }
}
