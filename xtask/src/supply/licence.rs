//! Licence expressions as packages state them, such as `MIT OR (Apache-2.0 AND Unicode-3.0)`.

use super::rules::LICENCES;

/// Whether the rules allow to use something under this expression.
pub fn is_allowed(expression: &str) -> bool {
    holds(expression, &LICENCES)
}

/// Whether an expression can be met with some licences alone. What can't be read can't be met.
pub fn holds(expression: &str, licences: &[&str]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, licences) == Some(true) && rest.is_empty()
}

fn either(rest: &mut &[&str], licences: &[&str]) -> Option<bool> {
    let mut met = all(rest, licences)?;
    while take(rest, "OR") {
        met |= all(rest, licences)?;
    }
    Some(met)
}

fn all(rest: &mut &[&str], licences: &[&str]) -> Option<bool> {
    let mut met = one(rest, licences)?;
    while take(rest, "AND") {
        met &= one(rest, licences)?;
    }
    Some(met)
}

fn one(rest: &mut &[&str], licences: &[&str]) -> Option<bool> {
    if take(rest, "(") {
        let met = either(rest, licences)?;
        return take(rest, ")").then_some(met);
    }
    let (name, after) = rest.split_first()?;
    *rest = after;
    let met = licences.contains(name);
    // An exception only ever allows more.
    if take(rest, "WITH") {
        let (_, after) = rest.split_first()?;
        *rest = after;
    }
    (!["OR", "AND", "WITH", ")"].contains(name)).then_some(met)
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_hold_when_allowed_licences_can_meet_them() {
        for fine in
            ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR GPL-3.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(is_allowed(fine), "{fine}");
        }
        for not in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "MIT AND (GPL-3.0 OR MPL-2.0)",
            "",
            "MIT OR",
            "(MIT",
            "MIT)",
            "MIT GPL-3.0",
            "See LICENSE",
        ] {
            assert!(!is_allowed(not), "{not}");
        }
    }
}
