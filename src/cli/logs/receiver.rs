//! From a `[[ship]]` entry to the sink that it sends to.

use std::io;

use crate::app::{App, Failure};
use crate::config::{ByteRate, Compress, Config, ShipConfig, ShipCredentials, ShipReceiver};
use crate::logs::{
    Connection, Credentials, ElasticsearchSink, FileSink, Http, LINES, Limits, LokiSink, MonitoringSink,
    OwnSink, Sink, StreamSink,
};

/// The sink of an entry; reads the secrets that it needs.
pub(super) fn sink(app: &App, config: &Config, entry: &ShipConfig) -> Result<Box<dyn Sink>, Failure> {
    let store = entry.store.clone();
    let http = |url| http(app, config, entry, url);
    Ok(match entry.receiver().map_err(|error| wrong(entry, &error))? {
        ShipReceiver::Monitoring(url) => Box::new(MonitoringSink::new(http(url)?, store)),
        ShipReceiver::Tillwatch(url) => Box::new(MonitoringSink::tillwatch(http(url)?, store)),
        ShipReceiver::Loki { url, labels, tenant, by_level } => {
            let mut labels = labels.clone();
            labels.extend(store.map(|store| (config.inventory.label.clone(), store)));
            Box::new(LokiSink::new(http(url)?, labels, by_level).tenant(tenant.map(str::to_owned)))
        }
        ShipReceiver::Elasticsearch { url, index } => {
            Box::new(ElasticsearchSink::new(http(url)?, index, store))
        }
        ShipReceiver::Own => Box::new(OwnSink::new(app.logs_database(config)?, store, app.now())),
        ShipReceiver::File(path) => Box::new(FileSink::new(config.resolve(path), store)),
        ShipReceiver::Stdout => Box::new(StreamSink::new(io::stdout(), store)),
    })
}

/// What one batch for an entry may hold. Needs no secret.
pub(super) fn limits(entry: &ShipConfig) -> Result<Limits, Failure> {
    Ok(match entry.receiver().map_err(|error| wrong(entry, &error))? {
        ShipReceiver::Monitoring(_) => MonitoringSink::LIMITS,
        ShipReceiver::Tillwatch(_) => MonitoringSink::TILLWATCH,
        ShipReceiver::Loki { .. } => LokiSink::LIMITS,
        ShipReceiver::Elasticsearch { .. } => ElasticsearchSink::limits_for(entry.store.as_deref()),
        ShipReceiver::Own => OwnSink::LIMITS,
        ShipReceiver::File(_) | ShipReceiver::Stdout => LINES,
    })
}

fn http(app: &App, config: &Config, entry: &ShipConfig, url: &str) -> Result<Http, Failure> {
    let read = |secret: &crate::config::Secret| secret.read(&config.folder);
    let credentials = match entry.credentials().map_err(|error| wrong(entry, &error))? {
        None => None,
        Some(ShipCredentials::Bearer(token)) => Some(Credentials::Bearer(read(token)?)),
        Some(ShipCredentials::ApiKey(key)) => Some(Credentials::ApiKey(read(key)?)),
        Some(ShipCredentials::Basic { username, password }) => {
            Some(Credentials::Basic { username: username.to_owned(), password: read(password)? })
        }
    };
    let ca_file = entry.ca_file.as_ref().map(|path| config.resolve(path));
    let connection = Connection {
        url,
        credentials,
        ca_file: ca_file.as_deref(),
        timeout: entry.timeout,
        gzip: entry.compress == Compress::Gzip,
        rate: entry.rate.map(ByteRate::bytes),
        now: app.now(),
    };
    Http::new(connection).map_err(|error| wrong(entry, &error.to_string()))
}

fn wrong(entry: &ShipConfig, reason: &str) -> Failure {
    Failure::usage(format!("[[ship]] {}: {reason}", entry.name))
}
