//! Lines over time: a query asked step by step, a line for each of its instances or columns.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answers::{Answer, Answers, Unanswered};
use super::definition::{ColumnDefinition, PanelDefinition};
use super::level::Limits;
use super::model::{Figure, Line, Lines};
use super::values::{Writing, judged, number};
use crate::chart;
use crate::query::{Query, Window};
use crate::render::format;
use crate::time::Duration;

/// The most lines that are drawn: more cannot be told apart.
const DRAWN: usize = 8;

/// One line before it is drawn.
struct Course {
    name: String,
    unit: String,
    limits: Limits,
    values: Vec<Option<f64>>,
}

/// What a panel's lines are made of.
pub(super) struct Drawing<'a> {
    pub panel: &'a PanelDefinition,
    pub answers: &'a Answers<'a>,
    pub writing: &'a Writing<'a>,
    pub store: Option<&'a str>,
    /// The store, where a label tells its rows from others'.
    pub by_label: Option<&'a str>,
}

impl Drawing<'_> {
    pub(super) fn lines(&self, query: &Query) -> Result<Lines, Unanswered> {
        let windows = steps(self.answers.window(query, self.panel.window), self.panel.step);
        let answers: Vec<Rc<Answer>> = windows
            .iter()
            .map(|window| self.answers.ask(query, *window, self.store))
            .collect::<Result<_, _>>()?;
        let mut courses = if query.front.labels.is_empty() {
            self.panel.columns.iter().map(|column| self.of_column(column, &answers)).collect()
        } else {
            self.of_instances(&answers)
        };
        let sums = if query.front.labels.is_empty() { Vec::new() } else { self.sums(&answers) };
        let all = courses.len();
        courses.truncate(DRAWN);
        let rows = courses.iter().enumerate().map(|(index, course)| self.row(index, course)).collect();
        let has_totals = courses.iter().any(|course| is_additive(&course.unit));
        Ok(Lines { svg: self.svg(&courses, &windows), sums, rows, has_totals, more: all - courses.len() })
    }

    fn of_column(&self, column: &ColumnDefinition, answers: &[Rc<Answer>]) -> Course {
        let first = |answer: &Rc<Answer>| number(answer.result.series.first()?, &column.name);
        Course {
            name: column.title.clone(),
            unit: column.unit.clone(),
            limits: self.panel.limits(column),
            values: answers.iter().map(first).collect(),
        }
    }

    /// The first column of each instance, the highest sum first where there are more than can be drawn.
    fn of_instances(&self, answers: &[Rc<Answer>]) -> Vec<Course> {
        let column = &self.panel.columns[0];
        let label = &self.writing.inventory.label;
        let mut courses = BTreeMap::<String, Course>::new();
        for (index, answer) in answers.iter().enumerate() {
            for series in answer.series(label, self.by_label) {
                let course = courses.entry(series.labels.to_json()).or_insert_with(|| Course {
                    name: self.writing.name(series),
                    unit: column.unit.clone(),
                    limits: self.panel.limits(column),
                    values: vec![None; answers.len()],
                });
                course.values[index] = number(series, &column.name);
            }
        }
        let mut courses: Vec<Course> = courses.into_values().collect();
        if courses.len() > DRAWN {
            courses.sort_by(|a, b| sum(&b.values).total_cmp(&sum(&a.values)));
        }
        courses
    }

    /// Of columns that can be added up: their sums over all instances and steps.
    fn sums(&self, answers: &[Rc<Answer>]) -> Vec<Figure> {
        let additive = self.panel.columns.iter().filter(|column| is_additive(&column.unit));
        let label = &self.writing.inventory.label;
        additive
            .map(|column| {
                let rows = answers.iter().flat_map(|answer| answer.series(label, self.by_label));
                let values: Vec<Option<f64>> = rows.map(|series| number(series, &column.name)).collect();
                let total = values.iter().any(Option::is_some).then(|| sum(&values));
                Figure {
                    title: column.title.clone(),
                    text: self.writing.number(total, &column.unit),
                    level: None,
                    word: String::new(),
                    target: None,
                    svg: String::new(),
                }
            })
            .collect()
    }

    fn row(&self, index: usize, course: &Course) -> Line {
        let last = course.values.iter().rev().find_map(|value| *value);
        let highest = course.values.iter().flatten().copied().reduce(f64::max);
        let (level, word) = judged(&course.limits, last);
        let write = |value| self.writing.number(value, &course.unit);
        Line {
            key: chart::line_key(index),
            name: course.name.clone(),
            last: write(last),
            level,
            word,
            highest: write(highest),
            total: write(highest.map(|_| sum(&course.values))),
        }
    }

    fn svg(&self, courses: &[Course], windows: &[Window]) -> String {
        let unit = courses.first().map_or("count", |course| course.unit.as_str());
        let lines = courses
            .iter()
            .map(|course| chart::Line { name: course.name.clone(), values: course.values.clone() });
        let edges = courses.first().map(|course| course.limits.edges());
        let limits = edges.into_iter().flatten().flatten();
        let said = |course: &Course| {
            let last = course.values.iter().rev().find_map(|value| *value);
            format!("{}: {}", course.name, self.writing.number(last, unit))
        };
        let chart = chart::LineChart {
            title: self.panel.title.clone(),
            description: format!("At last {}.", courses.iter().map(said).collect::<Vec<_>>().join(", ")),
            names: windows.iter().map(|window| clock(window.since, &self.writing.zone)).collect(),
            lines: lines.collect(),
            limits: limits.map(|limit| (limit, self.writing.number(Some(limit), unit))).collect(),
        };
        chart::lines(&chart, |value| self.writing.number(Some(value), unit))
    }
}

fn clock(at: Timestamp, zone: &TimeZone) -> String {
    format::instant(at, zone, "%H:%M")
}

fn sum(values: &[Option<f64>]) -> f64 {
    values.iter().flatten().sum()
}

fn is_additive(unit: &str) -> bool {
    ["count", "points", "money"].contains(&unit)
}

/// The full steps of a window, on the clock: those of a minute begin with one.
fn steps(window: Window, step: Duration) -> Vec<Window> {
    let (step, since, until) =
        (step.as_millis(), window.since.as_millisecond(), window.until.as_millisecond());
    let last = until.div_euclid(step) * step;
    let count = (until - since) / step;
    let at = |ms: i64| Timestamp::from_millisecond(ms).unwrap_or(window.until);
    (0..count)
        .rev()
        .map(|n| Window { since: at(last - (n + 1) * step), until: at(last - n * step) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_full_and_lie_on_the_clock() {
        let at = |text: &str| format!("2025-10-24T{text}Z").parse::<Timestamp>().unwrap();
        let window = Window { since: at("09:12:30"), until: at("10:12:30") };
        let steps = steps(window, Duration::from_secs(300));
        assert_eq!(steps.len(), 12);
        assert_eq!((steps[0].since, steps[11].until), (at("09:10:00"), at("10:10:00")));
        assert!(steps.windows(2).all(|pair| pair[0].until == pair[1].since));
    }
}
