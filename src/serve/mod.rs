//! The HTTP receiver: handlers only.
