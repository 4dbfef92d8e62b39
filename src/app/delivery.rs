//! Sends what is due, and says what could not be sent.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{App, Failure};
use crate::db::Database;
use crate::incident::{Round, Stories, unreached};
use crate::notify::{Deliverer, Delivery, FailedAttempt, OutboxRow, Subject};
use crate::render::nouns;

/// The most messages that a warning names.
const SHOWN: usize = 5;

impl App {
    /// Works off the outbox for `limit` at the most; what is left is the next run's.
    pub(crate) fn deliver(
        &self,
        round: &Round<'_>,
        database: &Database,
        limit: Duration,
    ) -> Result<Delivery, Failure> {
        let mut delivery = Self::send(round, database, None, limit)?;
        delivery.unreached = database.read(unreached)?;
        self.warn_of_failures(&delivery.failures);
        delivery.notes.iter().for_each(|note| self.ui.warn(note));
        self.warn_of_untold(&delivery.untold);
        self.warn_of_unreached(&delivery.unreached);
        Ok(delivery)
    }

    /// Sends what is due about one subject and nothing else; what could not be sent is for the caller to say.
    pub(crate) fn deliver_about(
        subject: &Subject,
        round: &Round<'_>,
        database: &Database,
        limit: Duration,
    ) -> Result<Delivery, Failure> {
        Self::send(round, database, Some(subject), limit)
    }

    fn send(
        round: &Round<'_>,
        database: &Database,
        about: Option<&Subject>,
        limit: Duration,
    ) -> Result<Delivery, Failure> {
        let config = round.config;
        let stories = Stories { desk: round.desk(), now: round.now };
        let deliverer = Deliverer {
            database,
            channels: &config.channels,
            limits: &config.delivery,
            actions: &config.actions,
            templates: round.templates,
            telling: &stories,
            folder: config.folder.clone(),
            interval: config.alerting.interval,
        };
        Ok(deliverer.deliver(round.now, limit, about)?)
    }

    /// One line for each cause: whoever was to be told, what became of it, and how it is tried again.
    fn warn_of_untold(&self, untold: &[OutboxRow]) {
        let mut causes: BTreeMap<(&str, String), Vec<&OutboxRow>> = BTreeMap::new();
        for row in untold {
            causes.entry((&row.channel, row.given_up())).or_default().push(row);
        }
        for ((channel, fate), rows) in causes {
            let place = |row: &&OutboxRow| {
                format!("{} ({})", row.recipient, row.subject.to_string().replace(':', " "))
            };
            let whom: Vec<String> = rows.iter().take(SHOWN).map(place).collect();
            let more = rows.len() - whom.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let ids: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
            let which = if ids.len() > SHOWN { format!("--dead --channel {channel}") } else { ids.join(" ") };
            let again = format!("`tillwatch alerts outbox retry {which}`");
            self.ui.warn(format!("{channel}: not told: {}{more}: {fate}; {again}", whom.join(", ")));
        }
    }

    /// One line for each cause: incidents of one policy have it in common.
    fn warn_of_unreached(&self, unreached: &[(i64, String)]) {
        let mut causes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (incident, why) in unreached {
            causes.entry(why).or_default().push(incident.to_string());
        }
        for (why, incidents) in causes {
            let more = incidents.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let what = if incidents.len() == 1 { "incident".to_owned() } else { nouns("incident") };
            let which = incidents[..incidents.len().min(SHOWN)].join(", ");
            self.ui.warn(format!("{what} {which}{more}: {why}"));
        }
    }

    /// One line for each cause: messages of one channel fail together.
    pub(crate) fn warn_of_failures(&self, failures: &[FailedAttempt]) {
        let mut causes: BTreeMap<(&str, &str, bool), Vec<String>> = BTreeMap::new();
        for failed in failures {
            let place = format!("{} ({})", failed.recipient, failed.subject);
            causes.entry((&failed.channel, &failed.error, failed.again)).or_default().push(place);
        }
        for ((channel, error, again), places) in causes {
            let then = if again { "will be tried again" } else { "given up" };
            self.ui.warn(format!("{channel}: {error}; {then}: {}", places.join(", ")));
        }
    }
}
