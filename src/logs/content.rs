//! The content of a file: its bytes, unpacked where it is compressed. Places are always places in the content.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom};

use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;

use super::decode;
use super::find::Found;
use super::identity::Prints;

const GZIP: [u8; 2] = [0x1f, 0x8b];
const BUFFER: usize = 64 * 1024;
/// How much of two files is compared to tell whether one is the other, compressed.
const ALIKE: u64 = 256;

/// Says of a file whether it is compressed, and how long its content is then.
pub(super) fn inspect(found: &mut Found, file: &mut File) -> io::Result<()> {
    let mut magic = Vec::new();
    file.take(2).read_to_end(&mut magic)?;
    found.packed = magic == GZIP;
    if found.packed && found.size >= 18 {
        // The last four bytes say it (RFC 1952), modulo 2^32.
        let mut length = [0; 4];
        file.seek(SeekFrom::End(-4))?;
        file.read_exact(&mut length)?;
        found.size = u32::from_le_bytes(length).into();
    }
    file.rewind()
}

/// The content from a position on; of a file that is written to, as much as it had when it was found. Nothing if its
/// name has come to mean another file.
pub(super) fn open(found: &Found, position: u64) -> io::Result<Option<Box<dyn BufRead + Send>>> {
    let Some(mut file) = found.reopen()? else { return Ok(None) };
    if found.packed {
        let mut content = BufReader::with_capacity(BUFFER, MultiGzDecoder::new(BufReader::new(file)));
        io::copy(&mut Read::take(&mut content, position), &mut io::sink())?;
        return Ok(Some(Box::new(content)));
    }
    file.seek(SeekFrom::Start(position))?;
    let rest = file.take(found.size.saturating_sub(position));
    Ok(Some(Box::new(BufReader::with_capacity(BUFFER, rest))))
}

/// How the content is encoded: as its byte order mark says, or else as it is set.
pub(super) fn encoding(found: &Found, set: &'static Encoding) -> io::Result<&'static Encoding> {
    let mut first = Vec::new();
    if let Some(content) = open(found, 0)? {
        content.take(decode::MARK as u64).read_to_end(&mut first)?;
    }
    Ok(decode::encoding(&first, set))
}

/// Whether what the prints were taken of is still there.
pub(super) fn holds(found: &Found, prints: &Prints) -> io::Result<bool> {
    if prints.are_none() {
        return Ok(true);
    }
    let Some(mut content) = open(found, 0)? else { return Ok(false) };
    Ok(Prints::read(&mut content, prints.beginning(), prints.position())?.as_ref() == Some(prints))
}

/// The prints of what lies before a position, if there is so much.
pub(super) fn prints(found: &Found, position: u64) -> io::Result<Option<Prints>> {
    let Some(mut content) = open(found, 0)? else { return Ok(None) };
    Prints::read(&mut content, found.size, position)
}

/// Whether a file is a copy of another, or the beginning of one that is still being made.
pub(super) fn is_copy(found: &Found, original: &Found) -> io::Result<bool> {
    let (Some(mut copy), Some(mut original)) = (found.reopen()?, original.reopen()?) else {
        return Ok(false);
    };
    let mut prints = Prints::default();
    prints.see(&mut copy, found.size)?;
    let prints = prints.advanced(&mut copy, found.size)?.filter(Prints::are_full);
    prints.map_or(Ok(false), |prints| prints.hold(&mut original))
}

/// Whether the file from which this compressed one is made is still there: until it has gone, it is the one that counts.
pub(super) fn is_in_the_making(found: &Found) -> bool {
    let original = found.path.with_extension("");
    let begins = |content: &mut dyn Read| {
        let mut bytes = Vec::new();
        // What is being written may break off anywhere.
        let _ = content.take(ALIKE).read_to_end(&mut bytes);
        bytes
    };
    let named = found.path.extension().is_some_and(|end| end == "gz");
    let original = named.then(|| File::open(original).ok()).flatten().map(|mut file| begins(&mut file));
    let packed = || open(found, 0).ok().flatten().map(|mut content| begins(&mut content)).unwrap_or_default();
    original.is_some_and(|original| original.starts_with(&packed()))
}
