//! Which reviews a verb looks at.

use crate::app::Failure;
use crate::config::Problem;
use crate::pir::{Folder, Reviews};

/// The reviews of these files or ids; all of the project where none is named.
pub(super) fn reviews(folder: &Folder, names: &[String]) -> Result<Reviews, Failure> {
    if names.is_empty() {
        return Ok(folder.read());
    }
    let mut reviews = Reviews::default();
    for name in names {
        let file = folder.find(name).ok_or_else(|| unknown(folder, name))?;
        match folder.document(&file) {
            Ok(document) => reviews.documents.push(document),
            Err(error) => reviews.problems.push(Problem::new(&file, 0, error.to_string())),
        }
    }
    Ok(reviews)
}

pub(super) fn unknown(folder: &Folder, name: &str) -> Failure {
    let reviews = folder.read();
    Failure::usage(format!("there is no review {name}"))
        .hint("`tillwatch pir list` lists them")
        .nearest(name, reviews.documents.iter().map(|document| document.id.as_str()))
}
