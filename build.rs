//! Embeds the shipped definitions: `queries/*.sql`, `rules/*.yaml`, their tests and runbooks, `templates/**` and
//! `profiles/**`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folders = [
        ("queries", "queries", ".sql"),
        ("rules", "rules", ".yaml"),
        ("rule_tests", "rules/tests", ".yaml"),
        ("runbooks", "docs/runbooks", ".md"),
        ("templates", "templates", ""),
        ("profiles", "profiles", ""),
    ];
    for (name, folder, strip) in folders {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        walk(&root.join(folder), &mut files)?;
        files.sort();
        let mut table =
            String::from("/// Shipped definitions: name and text.\nconst SHIPPED: &[(&str, &str)] = &[\n");
        for file in &files {
            let relative =
                file.strip_prefix(root.join(folder)).unwrap_or(file).to_string_lossy().replace('\\', "/");
            if let Some(key) = relative.strip_suffix(strip) {
                let _ = writeln!(table, "    ({key:?}, include_str!({:?})),", file.display().to_string());
            }
        }
        table.push_str("];\n");
        fs::write(out.join(format!("shipped_{name}.rs")), table)?;
    }
    Ok(())
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            // A fixture is a test's, not the product's; tests have a table of their own.
            if path.file_name().is_none_or(|name| name != "fixtures" && name != "tests") {
                walk(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}
