//! The folder `pir/` of a project, with a file for each review.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::action::Action;
use super::document::Document;
use super::review::review_id;
use crate::config::{Config, Problem};

/// What some editors put in front of a text.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The reviews of a project.
pub(crate) struct Folder {
    pub path: PathBuf,
    zone: TimeZone,
}

/// The reviews that can be read, by file, and what is wrong with the others.
#[derive(Debug, Default)]
pub(crate) struct Reviews {
    pub documents: Vec<Document>,
    pub problems: Vec<Problem>,
}

impl Folder {
    pub(crate) fn of(config: &Config) -> Self {
        let zone = crate::time::zone(&config.project.time_zone).unwrap_or(TimeZone::UTC);
        Self { path: config.resolve("pir".as_ref()), zone }
    }

    /// Every review; none where there is no folder.
    pub(crate) fn read(&self) -> Reviews {
        let mut files: Vec<PathBuf> = self.entries().filter(|file| is_for_reviews(file)).collect();
        files.sort();
        let mut reviews = Reviews::default();
        for file in files {
            match self.document(&file) {
                Ok(document) => reviews.documents.push(document),
                Err(problem) => reviews.problems.push(problem),
            }
        }
        reviews
    }

    /// One review.
    pub(crate) fn document(&self, file: &Path) -> Result<Document, Problem> {
        self.text(file).map(|(_, document)| document)
    }

    /// One review's text, and what it says. The byte order mark that some editors put in front is no part of the text.
    pub(crate) fn text(&self, file: &Path) -> Result<(String, Document), Problem> {
        let text = fs::read_to_string(file).map_err(|error| Problem::new(file, 0, error.to_string()))?;
        let text = text.strip_prefix(BYTE_ORDER_MARK).map(str::to_owned).unwrap_or(text);
        let document = Document::read(file, &text, &self.zone).ok_or_else(|| {
            Problem::new(file, 0, "this is no review: it names no incident").hint(
                "write `**Incident ID**: INC-…` into it, draft it by `tillwatch pir new`, or move it elsewhere",
            )
        })?;
        Ok((text, document))
    }

    /// The file of a review: a path as it is, or an id of this folder, whatever the file is called.
    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        let named = [PathBuf::from(name), self.path.join(format!("{name}.md"))];
        named.into_iter().find(|file| file.is_file()).or_else(|| {
            let mut documents = self.read().documents.into_iter();
            documents.find(|document| document.id == name).map(|document| document.file)
        })
    }

    /// The next free id of a day.
    pub(crate) fn next_id(&self, day: Date) -> String {
        let names = self.entries().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()));
        let ids = self.read().documents.into_iter().map(|document| document.id);
        review_id(day, names.chain(ids).collect::<Vec<_>>().iter().map(String::as_str))
    }

    /// The day of an instant where the project is.
    pub(crate) fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    pub(crate) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    fn entries(&self) -> impl Iterator<Item = PathBuf> {
        fs::read_dir(&self.path).into_iter().flatten().flatten().map(|entry| entry.path())
    }
}

/// Whether a file is to be a review: Markdown, but for a README and what is put aside by `_` or `.` in front of its name.
fn is_for_reviews(file: &Path) -> bool {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let is_markdown = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
    is_markdown && !stem.eq_ignore_ascii_case("readme") && !stem.starts_with(['_', '.'])
}

/// The actions of all reviews that are not done, the longest overdue first, those without a day last. Files that cannot be
/// read are passed over; `pir check` names them.
pub(crate) fn open_actions(config: &Config) -> Vec<Action> {
    let reviews = Folder::of(config).read();
    let mut open: Vec<Action> = reviews.documents.iter().flat_map(Document::open_actions).cloned().collect();
    open.sort_by_key(|action| (action.due.is_none(), action.due));
    open
}
