//! `tillwatch.toml`: one file a section. Parsed once into types that cannot be wrong; opens nothing else.

mod action;
mod alerting;
mod baseline;
mod bounds;
mod byte_rate;
mod channel;
mod charset;
mod database;
mod error;
mod job;
mod load;
mod locate;
mod people;
mod profile;
mod project;
mod push;
mod report;
mod retention;
mod routing;
mod secret;
mod serve;
mod ship;
mod ship_filter;
mod ship_receiver;
mod store;
mod target;
mod watchdog;

pub(crate) use action::Action;
pub(crate) use alerting::Alerting;
pub(crate) use baseline::BaselineConfig;
pub(crate) use byte_rate::ByteRate;
pub(crate) use channel::{
    AlertmanagerChannel, AlertmanagerWebhookChannel, Channel, EndpointError, ExecChannel, PagerdutyChannel,
    PagerdutySeverity, SlackBotChannel, SlackChannel, SmtpChannel, SmtpTls, TwilioAccount, TwilioSmsChannel,
    TwilioVoiceChannel, WebhookChannel, secret_url,
};
pub(crate) use charset::Charset;
pub(crate) use database::{DatabaseConfig, PrometheusPlace, SourceConfig, SourcePlace};
pub(crate) use error::{ConfigError, Problem, nearest, unknown_field};
pub(crate) use job::Job;
pub(crate) use load::{CONFIG_FILE, parse, schema};
pub(crate) use people::{Contact, Override, Rotation, Team};
pub(crate) use profile::{PROFILES, Profile};
pub(crate) use project::{Project, is_page};
pub(crate) use push::{PushConfig, PushKind, PushMethod};
pub(crate) use report::ReportConfig;
pub(crate) use retention::{Keep, RetentionConfig};
pub(crate) use routing::{
    After, Delivery, Digest, Escalation, Inhibition, Maintenance, Notify, Route, Routing, Severity, Unless,
};
pub(crate) use secret::{Secret, SecretError};
pub(crate) use serve::{RequestRate, ServeConfig};
pub(crate) use ship::ShipConfig;
pub(crate) use ship_filter::ShipFilter;
pub(crate) use ship_receiver::{Compress, ReceiverKind, ShipCredentials, ShipReceiver};
pub(crate) use store::{Calendar, Inventory, Store};
pub(crate) use target::{
    HeaderError, HeaderKey, HeaderText, HostPort, HttpTarget, HttpUrl, IpFamily, JsonExpectation, Method,
    Pattern, StatusSet, Target, TcpTarget, refuse_clear_secrets,
};
pub(crate) use watchdog::WatchdogConfig;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The whole of `tillwatch.toml`. Paths in it are relative to its folder; see [`Config::resolve`].
#[derive(Clone, Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// The version of this format: 1.
    #[expect(dead_code, reason = "reading it refuses every version but 1")]
    pub version: Version,
    #[serde(default)]
    pub project: Project,
    #[serde(default)]
    pub database: DatabaseConfig,
    /// How long rows are kept.
    #[serde(default)]
    pub retention: RetentionConfig,
    /// Databases that queries read, by name. The own database is the source `own`, the own logs `logs`.
    #[serde(default)]
    pub sources: BTreeMap<String, SourceConfig>,
    #[serde(default)]
    pub inventory: Inventory,
    /// Shops, branches or venues.
    #[serde(default)]
    pub stores: Vec<Store>,
    /// Named opening hours, for `during` and `deliver`.
    #[serde(default)]
    pub calendars: BTreeMap<String, Calendar>,
    /// What `probe` probes, by name.
    #[serde(default)]
    pub targets: BTreeMap<String, Target>,
    /// Recorded metrics of which it is learnt what is usual, by name.
    #[serde(default)]
    pub baselines: BTreeMap<String, BaselineConfig>,
    #[serde(default)]
    pub alerting: Alerting,
    /// How people are told, by name.
    #[serde(default)]
    pub channels: BTreeMap<String, Channel>,
    /// People, by the names that rules use.
    #[serde(default)]
    pub contacts: BTreeMap<String, Contact>,
    /// Several who are told together, by the names that rules use.
    #[serde(default)]
    pub teams: BTreeMap<String, Team>,
    /// People who take turns, by the names that rules use.
    #[serde(default)]
    pub rotations: BTreeMap<String, Rotation>,
    /// How messages leave, by channel.
    #[serde(default)]
    pub delivery: BTreeMap<String, Delivery>,
    /// Severities and whom each tells, where neither rule nor route says. The first in order is the gravest.
    #[serde(default)]
    pub severities: BTreeMap<String, Severity>,
    /// What holds for every incident.
    #[serde(default)]
    pub routing: Routing,
    /// Which incidents and events go where.
    #[serde(default)]
    pub routes: Vec<Route>,
    /// Alerts that keep others from being told.
    #[serde(default)]
    pub inhibit: Vec<Inhibition>,
    /// Planned work.
    #[serde(default)]
    pub maintenance: Vec<Maintenance>,
    /// Commands that rules may name.
    #[serde(default)]
    pub actions: BTreeMap<String, Action>,
    #[serde(default)]
    pub report: ReportConfig,
    /// Log files to ship.
    #[serde(default)]
    pub ship: Vec<ShipConfig>,
    #[serde(default)]
    pub push: PushConfig,
    #[serde(default)]
    pub serve: ServeConfig,
    #[serde(default)]
    pub watchdog: WatchdogConfig,
    /// What cron or systemd should run, and when.
    #[serde(default)]
    pub jobs: Vec<Job>,
    /// The folder of the file that this came from.
    #[serde(skip)]
    pub folder: PathBuf,
    /// The file that this came from, and its text, for [`Config::problem`].
    #[serde(skip)]
    file: PathBuf,
    #[serde(skip)]
    text: String,
}

/// The version of the configuration format; 1 is the only one.
#[derive(Clone, Copy, Debug, schemars::JsonSchema)]
#[schemars(transparent, extend("const" = 1))]
pub(crate) struct Version(#[expect(dead_code, reason = "kept for the schema; 1 is the only value")] u32);

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match u32::deserialize(from)? {
            1 => Ok(Self(1)),
            other => Err(serde::de::Error::custom(format!(
                "version {other} is unknown; this tillwatch reads version 1"
            ))),
        }
    }
}

impl Config {
    /// A path of the configuration, seen from where the process runs.
    pub(crate) fn resolve(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// Orders severities, the gravest first: by the time within which somebody should answer, then by name.
    pub(crate) fn gravity(&self, severity: &str) -> (crate::time::Duration, String) {
        let response = self.severities.get(severity).and_then(|severity| severity.response);
        (response.unwrap_or(crate::time::Duration::LONGEST), severity.to_owned())
    }

    /// Whether incidents of a severity are to be reviewed: as its table says, else those of P0 and P1.
    pub(crate) fn demands_review(&self, severity: &str) -> bool {
        let said = self.severities.get(severity).and_then(|severity| severity.review);
        said.unwrap_or_else(|| ["P0", "P1"].contains(&severity))
    }

    /// What tells this project's database from any other, in keys that receivers remember.
    pub(crate) fn origin(&self) -> String {
        format!("{} {}", self.project.name, self.database.path.display())
    }

    /// The file that this came from.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// Something wrong with the value behind a path of keys and array positions: `["stores", "2", "hours"]`.
    pub(crate) fn problem(&self, path: &[&str], message: impl std::fmt::Display) -> Problem {
        Problem::new(&self.file, locate::line_of(&self.text, path), format!("{}: {message}", path.join(".")))
    }
}
