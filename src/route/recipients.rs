//! From names and channels to intents.

use jiff::Timestamp;

use super::Router;
use crate::notify::{Intent, Kind};

impl Router<'_> {
    /// Everybody of a `notify` list, each told once by each channel.
    ///
    /// Who cannot be told is kept as a skipped intent that says why.
    pub(crate) fn intents(
        &self,
        kind: Kind,
        step: i64,
        notify: &[std::collections::BTreeMap<String, Vec<String>>],
        store: Option<&str>,
        at: Timestamp,
    ) -> Vec<Intent> {
        let mut all = Vec::new();
        for (channel, names) in notify.iter().flatten() {
            for intent in self.by_channel(kind, channel, names, store, at) {
                let is_known = |known: &Intent| {
                    (&known.channel, &known.recipient) == (&intent.channel, &intent.recipient)
                };
                // The same person may be in two teams.
                if !all.iter().any(is_known) {
                    all.push(Intent { step, ..intent });
                }
            }
        }
        all
    }

    fn by_channel(
        &self,
        kind: Kind,
        channel: &str,
        names: &[String],
        store: Option<&str>,
        at: Timestamp,
    ) -> Vec<Intent> {
        let intent = |person: &str, recipient: &str| Intent::new(kind, channel, person, recipient);
        let skipped = |name: &str, why: String| Intent { skipped: Some(why), ..intent(name, name) };
        let Some(configured) = self.config.channels.get(channel) else {
            let why = format!("tillwatch.toml has no [channels.{channel}]");
            return names.iter().map(|name| skipped(name, why.clone())).collect();
        };
        let Some(address) = configured.address_kind() else {
            return vec![intent(channel, channel)];
        };
        let of_name = |name: &String| {
            let found = self.inventory.directory.addresses(name, address, store, at);
            if found.is_empty() {
                return vec![skipped(name, format!("{name} has no address of the kind {address}"))];
            }
            found.iter().map(|found| intent(&found.person, &found.address)).collect()
        };
        names.iter().flat_map(of_name).collect()
    }

    /// People by whichever of these channels reaches them; one whom none reaches is a skipped intent.
    pub(crate) fn people(
        &self,
        kind: Kind,
        step: i64,
        names: &[String],
        channels: &[&str],
        store: Option<&str>,
        at: Timestamp,
    ) -> Vec<Intent> {
        let mut all = Vec::new();
        for name in names {
            let told = channels
                .iter()
                .filter(|channel| {
                    self.config.channels.get(**channel).is_some_and(|it| it.address_kind().is_some())
                })
                .flat_map(|channel| self.by_channel(kind, channel, std::slice::from_ref(name), store, at))
                .filter(|intent| intent.skipped.is_none());
            let before = all.len();
            all.extend(told.map(|intent| Intent { step, ..intent }));
            if all.len() == before {
                let why = format!("none of the channels {} reaches {name}", channels.join(", "));
                all.push(Intent { step, skipped: Some(why), ..Intent::new(kind, "none", name, name) });
            }
        }
        all
    }
}
