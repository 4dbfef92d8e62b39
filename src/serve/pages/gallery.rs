//! Pages as they were made last, each kept for its refresh: who comes meanwhile gets the same.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, watch};

use crate::dashboard::{Builder, DashboardError, Frame, Made, STORE, Shelf, Site, templates};
use crate::query::Runner;
use crate::render::Templates;
use crate::serve::Receiver;
use crate::serve::handlers::blocking;
use crate::serve::refusal::Refusal;

/// From so many kept pages on, all are forgotten.
const KEPT: usize = 2000;

/// How many browsers may be told of changes at once.
const LISTENERS: usize = 256;

/// Which page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Which {
    pub dashboard: String,
    pub store: Option<String>,
}

/// One page as it was made.
pub(super) struct Shown {
    at: Instant,
    pub refresh: Duration,
    pub made: Made,
    pub frame: Frame,
    pub templates: Templates,
    /// For those who look, and for those who may act.
    bodies: [String; 2],
}

impl Shown {
    pub(super) fn body(&self, operates: bool) -> &str {
        let is_report = matches!(self.made, Made::Report { .. });
        &self.bodies[usize::from(operates && !is_report)]
    }

    fn is_fresh(&self) -> bool {
        self.at.elapsed() < self.refresh
    }
}

/// Held while a page is made: whoever wants it too waits for it instead of making another.
type Slot = Arc<tokio::sync::Mutex<Option<Arc<Shown>>>>;

/// All pages that are kept.
pub(crate) struct Gallery {
    kept: Mutex<HashMap<Which, Slot>>,
    changed: watch::Sender<()>,
    pub(super) listeners: Arc<Semaphore>,
}

impl Default for Gallery {
    fn default() -> Self {
        let listeners = Arc::new(Semaphore::new(LISTENERS));
        Self { kept: Mutex::default(), changed: watch::Sender::new(()), listeners }
    }
}

impl Gallery {
    /// Forgets all pages, and tells whoever looks at one: somebody has changed something.
    pub(super) fn forget(&self) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.changed.send_replace(());
    }

    pub(super) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    fn slot(&self, which: &Which) -> Slot {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        Arc::clone(kept.entry(which.clone()).or_default())
    }
}

/// Why there is no page.
#[derive(Debug)]
pub(super) enum Missing {
    /// There is no such dashboard.
    Unknown,
    /// There is no store of this id.
    Store(String),
    /// Its files cannot be read as they are.
    Mistake,
    Refused(Refusal),
}

/// The page, made anew where it is due.
pub(super) async fn shown(receiver: &Arc<Receiver>, which: &Which) -> Result<Arc<Shown>, Missing> {
    if let Some(id) = &which.store
        && receiver.inventory.store(id).is_none()
    {
        return Err(Missing::Store(id.clone()));
    }
    let slot = receiver.gallery.slot(which);
    let mut kept = slot.lock().await;
    if let Some(shown) = kept.as_ref().filter(|shown| shown.is_fresh()) {
        return Ok(Arc::clone(shown));
    }
    let (maker, wanted) = (Arc::clone(receiver), which.clone());
    let made = blocking(move || make(&maker, &wanted)).await.map_err(Missing::Refused)?;
    let shown = Arc::new(made.map_err(missing)?);
    *kept = Some(Arc::clone(&shown));
    Ok(shown)
}

fn missing(error: DashboardError) -> Missing {
    match error {
        DashboardError::Unknown(_) => Missing::Unknown,
        DashboardError::Store(id) => Missing::Store(id),
        DashboardError::Database(error) => Missing::Refused(error.into()),
        other => {
            tracing::warn!("{other}");
            Missing::Mistake
        }
    }
}

/// Makes a page. Definitions and templates are read each time: an edited file shows at the next refresh.
fn make(receiver: &Receiver, which: &Which) -> Result<Shown, DashboardError> {
    let (config, inventory, catalogue) = (&receiver.config, &receiver.inventory, &receiver.catalogue);
    let folder = config.resolve("templates".as_ref());
    let shelf = Shelf::load(&folder, catalogue)?;
    let templates = templates(config)?;
    let (now, site) = ((receiver.clock)(), Site::Served);
    let runner = Runner::new(config, inventory, now);
    let builder = Builder::new(config, inventory, catalogue, &runner, &receiver.database, (site, now))?;
    let definition = shelf.get(&which.dashboard)?;
    let made = builder.make(&which.dashboard, definition, which.store.as_deref(), &templates)?;
    for failed in made.failed() {
        tracing::info!("{}: {failed}", which.dashboard);
    }
    let frame = Frame::at(site, &which.address(), &shelf);
    let body = |operates| made.body(&frame.root, operates, &templates);
    let bodies = match &made {
        // A report is the same for all.
        Made::Report { .. } => [body(false)?, String::new()],
        Made::Panels(_) => [body(false)?, body(true)?],
    };
    let refresh = Duration::from_secs(u64::try_from(definition.refresh.as_millis() / 1000).unwrap_or(60));
    Ok(Shown { at: Instant::now(), refresh, made, frame, templates, bodies })
}

impl Which {
    pub(super) fn of_store(id: String) -> Self {
        Self { dashboard: STORE.into(), store: Some(id) }
    }

    pub(super) fn named(name: impl Into<String>) -> Self {
        Self { dashboard: name.into(), store: None }
    }

    /// Where it lies, seen from the first page.
    pub(super) fn address(&self) -> String {
        match &self.store {
            Some(id) => Site::Served.store(id),
            None => Site::Served.page(&self.dashboard),
        }
    }
}
