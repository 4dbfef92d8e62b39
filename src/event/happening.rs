//! An event as messages tell it.

use jiff::tz::TimeZone;

use super::Event;
use crate::config::Config;
use crate::notify::Happening;
use crate::render::format;
use crate::time::zone;

impl Event {
    /// The event in the project's words and local time.
    pub(crate) fn happening(&self, config: &Config) -> Happening {
        let project = &config.project;
        let local = zone(&project.time_zone).unwrap_or(TimeZone::UTC);
        Happening {
            id: self.id,
            project: project.name.clone(),
            url: project.url.clone(),
            origin: config.origin(),
            event: self.kind.clone(),
            text: self.text.clone(),
            at: format::instant(self.at, &local, "%Y-%m-%d %H:%M:%S %Z"),
            instant: self.at,
            time_zone: project.time_zone.clone(),
            labels: self.labels.clone(),
        }
    }
}
