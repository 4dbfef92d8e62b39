//! What a dashboard says, in one value that feeds the page, the updates of a live one, and a file.
//!
//! Numbers stand in it as they are read: they were rounded once, for this.

use jiff::Timestamp;
use serde::Serialize;

use super::level::Level;
use crate::render::format::NO_DATA;

/// A whole dashboard.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Page {
    pub name: String,
    pub title: String,
    pub project: String,
    pub time_zone: String,
    pub now: Timestamp,
    /// In seconds.
    pub refresh: i64,
    pub store: Option<Store>,
    pub verdict: Verdict,
    /// Whether nothing has been recorded yet, and no panel has data from elsewhere.
    pub is_new: bool,
    pub panels: Vec<Panel>,
}

impl Page {
    /// The ids of the incidents that it shows.
    pub(crate) fn open_incidents(&self) -> Vec<i64> {
        let of_panel = |panel: &Panel| match &panel.body {
            Body::Alerts { incidents, .. } => incidents.iter().map(|incident| incident.id).collect(),
            _ => Vec::new(),
        };
        self.panels.iter().flat_map(of_panel).collect()
    }
}

/// The store that a page is about.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Store {
    pub id: String,
    pub name: String,
}

/// The worst first, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Verdict {
    pub level: Level,
    pub text: String,
}

/// One panel, or why it has no data.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Panel {
    pub name: String,
    pub title: String,
    pub note: String,
    /// The page is about a store, and this panel cannot be.
    pub all_stores: bool,
    pub body: Body,
    /// For those who look at the page; it names no file of this machine.
    pub error: Option<String>,
    /// The whole of it.
    #[serde(skip)]
    pub cause: Option<String>,
}

impl Panel {
    /// Whether any number or row stands in it.
    pub(super) fn has_data(&self) -> bool {
        let any = |figures: &[Figure]| figures.iter().any(|figure| figure.text != NO_DATA);
        match &self.body {
            Body::Nothing => false,
            Body::Status { tiles } => tiles.iter().any(|tile| !tile.failed && tile.level != Level::Unknown),
            Body::Stores { tiles, .. } => {
                tiles.iter().any(|tile| !matches!(tile.level, Level::Unknown | Level::Closed))
            }
            Body::Lines(lines) => lines.rows.iter().any(|row| row.last != NO_DATA),
            Body::Gauges { gauges: figures } | Body::Numbers { figures } => any(figures),
            Body::Table { rows, .. } => !rows.is_empty(),
            Body::Alerts { incidents, .. } => !incidents.is_empty(),
        }
    }

    /// Before there is any data, a source that cannot be read is one that is not there yet.
    pub(super) fn excuse(&mut self) {
        let Body::Status { tiles } = &mut self.body else { return };
        for tile in tiles.iter_mut().filter(|tile| tile.failed) {
            tile.level = Level::Unknown;
            tile.text = NO_DATA.into();
        }
    }
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Body {
    Nothing,
    Status { tiles: Vec<Tile> },
    Stores { summary: String, tiles: Vec<StoreTile> },
    Lines(Lines),
    Gauges { gauges: Vec<Figure> },
    Numbers { figures: Vec<Figure> },
    Table { columns: Vec<Heading>, rows: Vec<Vec<Cell>> },
    Alerts { incidents: Vec<OpenIncident>, more: usize },
}

/// One thing and how it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tile {
    pub title: String,
    pub level: Level,
    /// How it is, in words: `UP`, `5 of 6 Working`.
    pub text: String,
    /// What is not well, or the number behind the word.
    pub details: Vec<String>,
    /// Whether its source could not be read.
    #[serde(skip)]
    pub failed: bool,
}

/// One store and how it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StoreTile {
    pub id: String,
    pub name: String,
    pub href: String,
    pub level: Level,
    pub text: String,
    pub reasons: Vec<String>,
}

/// One number.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    pub title: String,
    pub text: String,
    /// `None` where nothing says what is good.
    pub level: Option<Level>,
    pub word: String,
    /// What is good, where that is not reached.
    pub target: Option<String>,
    /// The gauge, empty where it is a plain number.
    pub svg: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Heading {
    pub title: String,
    pub is_number: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Cell {
    pub text: String,
    pub href: Option<String>,
    pub level: Option<Level>,
    pub word: String,
    pub is_number: bool,
}

/// Lines in one drawing, and the numbers of each.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Lines {
    pub svg: String,
    /// Over all lines, where they can be added up: title and number.
    pub sums: Vec<Figure>,
    pub rows: Vec<Line>,
    /// What a column of totals is called; none where numbers cannot be added up.
    pub has_totals: bool,
    /// How many lines are not drawn.
    pub more: usize,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    /// How it is drawn, beside its name.
    pub key: String,
    pub name: String,
    pub last: String,
    pub level: Option<Level>,
    pub word: String,
    pub highest: String,
    pub total: String,
}

/// One incident that is open.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenIncident {
    pub id: i64,
    pub severity: String,
    pub level: Level,
    pub summary: String,
    /// How many more alerts it has.
    pub more: usize,
    pub stores: Vec<String>,
    pub since: Timestamp,
    /// For how long, as it is read.
    pub lasted: String,
    pub acked_by: Option<String>,
    pub acked_at: Option<Timestamp>,
    #[serde(skip)]
    pub store_ids: Vec<String>,
}
