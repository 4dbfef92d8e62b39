//! What must hold of every text that is pushed, whatever is in it.

use std::path::Path;
use std::sync::LazyLock;

use jiff::Timestamp;

use super::exposition::line;
use super::read_any;
use crate::config;
use crate::ingest::Sample;
use crate::inventory::Inventory;
use crate::label::Labels;

static INVENTORY: LazyLock<Inventory> = LazyLock::new(|| {
    let config = config::parse("version = 1", Path::new("tillwatch.toml")).expect("a valid configuration");
    Inventory::new(&config).expect("a valid inventory")
});

/// Samples that are read are written so that they are read again as they were, but for their instants.
pub fn exposition(data: &[u8]) {
    let read = |text: &[u8]| read_any(text, &INVENTORY, Timestamp::UNIX_EPOCH);
    // A name that ends so twice loses one ending each time.
    let Some(samples) =
        read(data).ok().filter(|all| !all.iter().any(|one| one.name.as_str().contains("_store_")))
    else {
        return;
    };
    let text: String = samples.iter().map(|one| line(one.name.as_str(), &one.labels, one.value)).collect();
    assert_eq!(series(&read(text.as_bytes()).expect("what was written is read")), series(&samples), "{text}");
}

fn series(samples: &[Sample]) -> Vec<(&str, &Labels, u64)> {
    let bits = |value: f64| if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
    samples.iter().map(|sample| (sample.name.as_str(), &sample.labels, bits(sample.value))).collect()
}
