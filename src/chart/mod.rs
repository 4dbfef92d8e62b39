//! Small dependency-free SVG charts.
