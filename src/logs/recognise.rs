//! Whether a file continues a checkpoint of its own.

use std::fs::File;
use std::io;

use super::checkpoint::Checkpoint;
use super::content;
use super::find::Found;

/// What a file is to the checkpoints.
pub(super) enum Match {
    /// It continues the one at this place.
    Row(usize),
    /// It continues none.
    None,
    /// Empty, moved away since it was found, or still being compressed.
    Unfit,
}

/// The checkpoint that a file continues: same node, no shorter, and the delivered bytes still there.
pub(super) fn recognise(found: &mut Found, rows: &[Checkpoint]) -> io::Result<Match> {
    let Some(mut file) = found.reopen()? else { return Ok(Match::Unfit) };
    content::inspect(found, &mut file)?;
    let mut own: Vec<_> = rows.iter().enumerate().filter(|(_, row)| row.state.node.is(&found.node)).collect();
    // Where only the content tells files apart, the name decides between those that begin alike.
    own.sort_by_key(|(_, row)| row.path != found.name());
    for (index, row) in &own {
        if continues(found, &mut file, row)? {
            return Ok(Match::Row(*index));
        }
    }
    let unfit = (found.size == 0 && own.is_empty()) || (found.packed && content::is_in_the_making(found));
    Ok(if unfit { Match::Unfit } else { Match::None })
}

fn continues(found: &Found, file: &mut File, row: &Checkpoint) -> io::Result<bool> {
    let state = &row.state;
    if found.packed != state.packed {
        return Ok(false);
    }
    if found.packed {
        // Nobody writes to a compressed file: unpacking it to see the same again would be vain.
        let untouched = state.size == found.size && state.modified == found.modified_nanos();
        return Ok(untouched || content::holds(found, &state.prints)?);
    }
    Ok(row.cursor.position <= found.size && state.prints.hold(file)?)
}
