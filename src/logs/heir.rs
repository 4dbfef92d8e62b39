//! Files that were made from others: the copy of one that was emptied (`copytruncate`), and the compressed rest of one
//! that was rotated. Each goes on where its original was.

use super::checkpoint::Checkpoint;
use super::content;
use super::track::{Origin, Tracked};

/// A checkpoint whose content is no more where it was.
#[derive(Debug)]
pub(super) struct Lost {
    pub row: Checkpoint,
    /// Its file is there and holds something else.
    pub replaced: bool,
}

/// How sure it is that a file was made from another: same length, same time, same name, and how much is the same.
type Likeness = (bool, bool, bool, u64);

/// Hands checkpoints to the files that hold what they stand for, the surest first.
pub(super) fn inherit(files: &mut [Tracked], lost: &mut Vec<Lost>) {
    let mut pairs = Vec::new();
    for (heir, file) in files.iter().enumerate() {
        for (from, lost) in lost.iter().enumerate() {
            pairs.extend(likeness(file, lost).map(|likeness| (likeness, heir, from)));
        }
    }
    pairs.sort_unstable_by(|one, other| other.cmp(one));
    let mut taken = Vec::new();
    for (_, heir, from) in pairs {
        if files[heir].origin != Origin::Continued && !taken.contains(&from) {
            files[heir].continue_from(lost[from].row.clone());
            taken.push(from);
        }
    }
    let mut from = 0..;
    lost.retain(|_| from.next().is_none_or(|from| !taken.contains(&from)));
}

fn likeness(file: &Tracked, Lost { row, replaced }: &Lost) -> Option<Likeness> {
    let (found, state, position) = (&file.found, &row.state, row.cursor.position);
    let (same_length, same_time) = (state.size == found.size, state.modified == found.modified_nanos());
    let named = found.path.with_extension("") == std::path::Path::new(&row.path);
    let plausible = if found.packed && found.size < state.size {
        // Compressing leaves nothing out.
        false
    } else if found.packed {
        // Short beginnings are often alike. A log that was rotated before does not grow any more. And where nothing is
        // known to have arrived, nothing is left out, but what did arrive keeps its ids.
        position == 0
            || state.prints.are_full()
            || (same_length && (same_time || !state.gone))
            || (!state.gone && !state.rotated && state.size < found.size)
    } else {
        // Two files may well begin alike: only where the original was emptied in this very run.
        *replaced && state.prints.are_full() && !state.packed && position <= found.size
    };
    let holds = plausible && content::holds(found, &state.prints).unwrap_or(false);
    holds.then_some((same_length, same_time, named, position))
}
