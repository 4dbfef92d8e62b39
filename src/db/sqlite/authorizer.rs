//! What users' SQL may do: select, read and call functions. `PRAGMA query_only` would not do, since SQL can turn it off.

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

/// Functions that reach outside the database or load code.
const FORBIDDEN_FUNCTIONS: [&str; 4] = ["load_extension", "writefile", "readfile", "edit"];

/// From now on `connection` prepares only what reads.
pub(super) fn only_reading(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Function { function_name } if !FORBIDDEN_FUNCTIONS.contains(&function_name) => {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }))
}

/// From now on `connection` prepares only expressions over bound values: no table, and no function that is not pure.
pub(super) fn only_expressions(connection: &mut Connection) -> rusqlite::Result<()> {
    const IMPURE: [&str; 7] = [
        "random",
        "randomblob",
        "last_insert_rowid",
        "changes",
        "total_changes",
        "sqlite_version",
        "load_extension",
    ];
    const CLOCK: [&str; 7] = ["date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff"];
    connection.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Select | AuthAction::Read { table_name: "" | "row", .. } => Authorization::Allow,
        AuthAction::Function { function_name }
            if !IMPURE.contains(&function_name) && !CLOCK.contains(&function_name) =>
        {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }))
}
