//! Why something received could not be read.

/// Names the field, and what belongs there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum IngestError {
    #[error("this is no JSON: {0}")]
    Json(String),
    #[error("a JSON object is needed")]
    NoObject,
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{field} must be {wanted}")]
    Field { field: String, wanted: &'static str },
    #[error("{0:?} is no metric name: letters, digits, _ and :, no digit in front, at most 200")]
    MetricName(String),
    #[error("{0:?} is no label name: letters, digits and _, no digit and no __ in front, at most 100")]
    LabelName(String),
    #[error("the label {0} is longer than 1024 bytes")]
    LongLabel(String),
    #[error("more than 30 labels")]
    ManyLabels,
    #[error("the name says store {name} and the label store {label}")]
    TwoStores { name: String, label: String },
    #[error("there are {limit} series already, and {name} would be another")]
    TooManySeries { name: String, limit: usize },
    #[error("store {store} has {limit} series already, and {name} would be another")]
    TooManyOfStore { name: String, store: String, limit: usize },
    #[error("{logs} logs and {given} {column}: there must be one for each")]
    Column { column: &'static str, logs: usize, given: usize },
}
