//! Small dependency-free SVG charts. Pure: points in, text out. Each carries a title and a description for those who
//! do not see it, colours that CSS may override by class, and the number of every point.

mod bars;
mod gauge;
mod line;
mod lines;
mod png;
mod scale;
mod sparkline;
mod svg;

pub(crate) use bars::bars;
pub(crate) use gauge::{Gauge, gauge};
pub(crate) use line::line;
pub(crate) use lines::{Line, LineChart, line_key, lines};
pub(crate) use png::png;
pub(crate) use sparkline::sparkline;
pub(crate) use svg::{Chart, Point};
