//! What several incidents are about, in numbers.

use super::{Stories, statements};
use crate::db::{DbError, Row, Session, Value};
use crate::notify::{OutboxRow, Share, Tally};

impl Stories<'_> {
    /// Counts the incidents of these rows by rule and by store.
    pub(super) fn count(&self, session: &mut dyn Session, rows: &[OutboxRow]) -> Result<Tally, DbError> {
        let incidents: Vec<i64> = rows.iter().filter_map(|row| row.subject.incident()).collect();
        let incidents: Value = serde_json::json!(incidents).to_string().into();
        let inventory = &self.desk.router.inventory;
        let rules = session.collect(&statements::BY_RULE, std::slice::from_ref(&incidents), share)?;
        let mut stores =
            session.collect(&statements::BY_STORE, &[incidents, inventory.label.as_str().into()], share)?;
        for store in &mut stores {
            if let Some(known) = inventory.store(&store.name) {
                store.name.clone_from(&known.name);
            }
        }
        let severity = rows.first().and_then(|row| row.severity.clone()).unwrap_or_default();
        Ok(Tally::new(&severity, rules, stores))
    }
}

fn share(row: &dyn Row) -> Result<Share, DbError> {
    Ok(Share { name: row.text(0)?, incidents: row.int(1)? })
}
