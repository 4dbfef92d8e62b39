//! Ways that lead back to where they began.

/// The way along `next` from a name back to it, told once for all names on it: by the first of them in order.
pub(super) fn circle<'n>(name: &'n str, next: impl Fn(&'n str) -> Vec<&'n str>) -> Option<String> {
    let mut ways = vec![vec![name]];
    let mut seen = Vec::new();
    while let Some(way) = ways.pop() {
        for other in next(way[way.len() - 1]) {
            if other == name {
                let is_first = way.iter().all(|other| name <= *other);
                return is_first.then(|| format!("{} → {name}", way.join(" → ")));
            }
            if !seen.contains(&other) {
                seen.push(other);
                ways.push([way.as_slice(), &[other]].concat());
            }
        }
    }
    None
}
