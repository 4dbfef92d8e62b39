//! How the numbers that raised the alerts went, from an hour before to an hour after.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::alert::{Alert, Look, RuleSet};
use crate::chart::{Chart, Point, line};
use crate::label::Labels;
use crate::query::{Catalogue, Runner, Window};
use crate::render::format::NO_DATA;
use crate::render::{Numerals, escaped};
use crate::time::Duration;

const AROUND: SignedDuration = SignedDuration::from_hours(1);
/// So many numbers at most are asked for each course, and so many courses are shown.
const POINTS: i64 = 36;
const COURSES: usize = 3;
const STEPS: [i64; 9] = [1, 2, 5, 10, 15, 30, 60, 180, 720];
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// One number over time, as its rule sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Course {
    pub query: String,
    pub title: String,
    pub unit: String,
    /// Of which instance: `store_id=3`.
    pub labels: String,
    pub from: String,
    pub step: String,
    /// A character each; a blank is no data.
    pub sparkline: String,
    pub lowest: String,
    pub highest: String,
    pub points: Vec<Moment>,
}

/// The number at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Moment {
    pub at: Timestamp,
    pub time: String,
    pub value: Option<f64>,
    pub shown: String,
}

/// What courses are read from.
pub(super) struct Courses<'a> {
    pub catalogue: &'a Catalogue,
    pub runner: &'a Runner<'a>,
    pub rules: &'a RuleSet,
    pub zone: &'a TimeZone,
    pub numerals: &'a Numerals,
    pub now: Timestamp,
}

impl Courses<'_> {
    /// The numbers that the alerts of a time are about, each once. What cannot be asked has no course.
    pub(super) fn around(&self, alerts: &[Alert], window: Window) -> Vec<Course> {
        let mut all: Vec<Course> = Vec::new();
        for alert in alerts.iter().rev() {
            let course = self.of(alert, window);
            all.extend(course.filter(|one| {
                !all.iter().any(|known| (&known.query, &known.labels) == (&one.query, &one.labels))
            }));
            if all.len() == COURSES {
                break;
            }
        }
        all
    }

    fn of(&self, alert: &Alert, window: Window) -> Option<Course> {
        let rule = self.rules.get(&alert.rule)?;
        let Look::Query { query, over, .. } = &rule.look else { return None };
        let query = self.catalogue.get(query).ok()?;
        let over = over.unwrap_or(query.front.window);
        let labels: Labels = query
            .front
            .labels
            .iter()
            .filter_map(|name| Some((name.as_str(), alert.labels.get(name)?)))
            .collect();
        let (first, step, count) = self.ticks(window);
        let mut points = Vec::new();
        for index in 0..count {
            let at = first.checked_add(SignedDuration::from_mins(step * index)).ok()?;
            let since = at.checked_sub(over.signed()).ok()?;
            let result = self.runner.run(query, Window { since, until: at }, &[]).ok()?;
            let value =
                result.series.iter().find(|series| series.labels == labels).and_then(|series| series.value);
            let time = at.to_zoned(self.zone.clone()).strftime("%H:%M").to_string();
            let shown = value
                .map_or_else(|| NO_DATA.to_owned(), |value| self.numerals.in_unit(value, &query.front.unit));
            points.push(Moment { at, time, value, shown });
        }
        let known = || points.iter().filter(|point| point.value.is_some());
        let by =
            |a: &&Moment, b: &&Moment| a.value.partial_cmp(&b.value).unwrap_or(std::cmp::Ordering::Equal);
        let said = |point: &Moment| format!("{} at {}", point.shown, point.time);
        let (lowest, highest) = (known().min_by(by).map(said)?, known().max_by(by).map(said)?);
        let named = labels.iter().map(|(name, value)| format!("{name}={value}"));
        Some(Course {
            query: query.name.clone(),
            title: query.front.help.clone(),
            unit: query.front.unit.clone(),
            labels: named.collect::<Vec<_>>().join(", "),
            from: points.first()?.time.clone(),
            step: Duration::from_secs(u64::try_from(60 * step).ok()?).to_string(),
            sparkline: sparkline(&points),
            lowest,
            highest,
            points,
        })
    }

    /// The first instant, the step in minutes, and how many there are; nothing lies ahead.
    fn ticks(&self, window: Window) -> (Timestamp, i64, i64) {
        let since = window.since.saturating_sub(AROUND).unwrap_or(window.since);
        let until = window.until.saturating_add(AROUND).unwrap_or(window.until).min(self.now);
        let minutes = (until.as_second() - since.as_second()) / 60;
        let step = STEPS.into_iter().find(|step| minutes / step < POINTS).unwrap_or(minutes / POINTS + 1);
        let first = since.as_second().div_euclid(60 * step) * 60 * step;
        let first = Timestamp::from_second(first).unwrap_or(since);
        (first, step, (until.as_second() - first.as_second()).div_euclid(60 * step) + 1)
    }
}

/// The course in characters, from nothing, or what lies below it, to the highest.
fn sparkline(points: &[Moment]) -> String {
    let values = || points.iter().filter_map(|point| point.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    let level = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.0 };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it lies between 0 and 7"
        )]
        let index = (7.0 * share).round() as usize;
        LEVELS[index.min(7)]
    };
    points.iter().map(|point| point.value.map_or(' ', level)).collect()
}

impl Course {
    /// The same as a drawing under its title.
    pub(super) fn figure(&self) -> String {
        let labels = if self.labels.is_empty() { String::new() } else { format!(" ({})", self.labels) };
        let gaps =
            if self.points.iter().any(|point| point.value.is_none()) { " Gaps are no data." } else { "" };
        let title = format!("{}{labels}: {}{gaps}", self.query, self.title);
        format!("<figure>\n<figcaption>{}</figcaption>\n{}\n</figure>\n", escaped(&title), self.svg())
    }

    fn svg(&self) -> String {
        let point = |moment: &Moment| Point {
            name: moment.time.clone(),
            value: moment.value,
            // A gap in the line says it; the words would stand upon each other.
            label: moment.value.map_or_else(String::new, |_| moment.shown.clone()),
            usual: None,
        };
        let title = if self.labels.is_empty() {
            self.query.clone()
        } else {
            format!("{} ({})", self.query, self.labels)
        };
        let description = format!("Lowest {}, highest {}, every {}.", self.lowest, self.highest, self.step);
        let points = self.points.iter().map(point).collect();
        let chart = Chart { title, description, points, peak: None };
        line(&chart, |value| Numerals::default().in_unit(value, &self.unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_in_characters_leaves_gaps() {
        let moment =
            |value| Moment { at: Timestamp::UNIX_EPOCH, time: String::new(), value, shown: String::new() };
        let drawn =
            |values: &[Option<f64>]| sparkline(&values.iter().copied().map(moment).collect::<Vec<_>>());
        assert_eq!(drawn(&[Some(0.0), Some(50.0), None, Some(100.0)]), "▁▅ █");
        assert_eq!(drawn(&[Some(5.0), Some(5.0)]), "▁▁");
        assert_eq!(drawn(&[]), "");
    }
}
