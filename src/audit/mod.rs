//! Who did what by hand: acknowledgements, silences, changed severities, tokens and sign-ins. Only ever added to, which
//! triggers of the database see to.

mod statements;
mod trail;

pub(crate) use trail::{Entry, Filter, list, record};
