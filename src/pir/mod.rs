//! Drafts post-incident reviews from stored evidence.
