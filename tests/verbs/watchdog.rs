//! Watching tillwatch itself: the dead man's switch, and metrics of its own.
