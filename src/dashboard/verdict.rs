//! The worst of a page in one sentence.

use super::level::Level;
use super::model::{Body, Panel, Verdict};
use crate::render::plural;

/// The most pieces of news in it.
const PIECES: usize = 3;

/// Says what is not well, the worst first.
pub(super) fn verdict(panels: &[Panel]) -> Verdict {
    let mut panels: Vec<&Panel> = panels.iter().collect();
    panels.sort_by_key(|panel| match panel.body {
        Body::Alerts { .. } => 0,
        Body::Stores { .. } => 1,
        _ => 2,
    });
    let mut news: Vec<(Level, String)> = panels.into_iter().flat_map(of_panel).collect();
    news.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    let Some(level) = news.first().map(|(level, _)| *level) else {
        return Verdict { level: Level::Good, text: "All is well.".into() };
    };
    let more = news.len().saturating_sub(PIECES);
    let mut text = news.into_iter().take(PIECES).map(|(_, text)| text).collect::<Vec<_>>().join("; ");
    if more > 0 {
        text = format!("{text}; and {more} more");
    }
    Verdict { level, text }
}

/// What is said before there is anything to judge.
pub(super) fn no_news() -> Verdict {
    Verdict { level: Level::Unknown, text: "No data yet.".into() }
}

fn of_panel(panel: &Panel) -> Vec<(Level, String)> {
    let failed = |error: &String| (Level::Unknown, format!("{}: {error}", panel.title));
    let mut news: Vec<_> = match &panel.body {
        Body::Alerts { incidents, more } => incidents
            .first()
            .map(|gravest| {
                let count = plural(incidents.len() + more, "incident");
                (gravest.level, format!("{count} open: {} {}", gravest.severity, gravest.summary))
            })
            .into_iter()
            .collect(),
        Body::Status { tiles } => {
            let unwell = tiles.iter().filter(|tile| tile.level >= Level::Unknown);
            unwell.map(|tile| (tile.level, format!("{} {}", tile.title, tile.text))).collect()
        }
        Body::Gauges { gauges: figures } | Body::Numbers { figures } => {
            let unwell = figures.iter().filter_map(|figure| Some((figure.level?, figure)));
            let unwell = unwell.filter(|(level, _)| *level >= Level::Unknown);
            unwell
                .map(|(level, figure)| (level, format!("{} {} {}", panel.title, figure.title, figure.text)))
                .collect()
        }
        Body::Stores { summary, tiles } => {
            let worst = tiles.first().map_or(Level::Good, |tile| tile.level);
            (worst >= Level::Unknown).then(|| (worst, summary.clone())).into_iter().collect()
        }
        // Lines and tables show what the others judge.
        Body::Lines(_) | Body::Table { .. } | Body::Nothing => Vec::new(),
    };
    // A status says of each check whether it could be asked.
    let is_said = matches!(panel.body, Body::Status { .. });
    news.extend(panel.error.iter().filter(|_| !is_said).map(failed));
    news
}
