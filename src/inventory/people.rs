//! The people behind the names that rules use.

use std::collections::BTreeMap;

use crate::config::{Config, Contact};

/// Contacts of the whole and of each store.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directory {
    contacts: BTreeMap<String, Contact>,
    stores: BTreeMap<String, BTreeMap<String, Contact>>,
}

impl Directory {
    pub(crate) fn new(config: &Config) -> Self {
        let stores = config.stores.iter().map(|store| (store.id.clone(), store.contacts.clone())).collect();
        Self { contacts: config.contacts.clone(), stores }
    }

    /// The addresses of a kind (`email`, `phone`, …) behind a name. `store_manager` is the contact `manager` of the
    /// store that the alert is about, or a contact of that very name.
    pub(crate) fn addresses(&self, name: &str, kind: &str, store: Option<&str>) -> Vec<String> {
        let of_store = || self.stores.get(store?)?.get(name.strip_prefix("store_")?);
        let contact = of_store().or_else(|| self.contacts.get(name));
        contact.map(|contact| contact.addresses(kind).to_vec()).unwrap_or_default()
    }

    /// Whether a name means somebody, for any store at least.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let short = name.strip_prefix("store_");
        self.contacts.contains_key(name)
            || short.is_some_and(|short| self.stores.values().any(|contacts| contacts.contains_key(short)))
    }

    /// All names of the whole, for hints.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.contacts.keys().map(String::as_str)
    }
}
