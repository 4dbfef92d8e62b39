//! What a run has to say for itself.

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileReport {
    pub path: String,
    /// How it was recognised: `new`, `continued` or `anew`.
    pub state: &'static str,
    pub lines: u64,
    /// Bytes of the file that are dealt with.
    pub bytes: u64,
    pub batches: u64,
    pub cut: u64,
    /// Lines that were not UTF-8.
    pub replaced: u64,
    pub redacted: u64,
    /// Lines in the dead-letter file.
    pub refused: u64,
    /// Lines that the entry's filters left out.
    pub dropped: u64,
    /// Bytes at the end that are no whole line or group yet.
    pub held: u64,
}

/// What a run did.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shipped {
    pub files: Vec<FileReport>,
    pub warnings: Vec<String>,
    /// Files that could not be read.
    pub unreadable: usize,
    /// Why the receiver took no more.
    pub stopped: Option<String>,
    /// Whether that was because this process was asked to stop.
    pub interrupted: bool,
}
