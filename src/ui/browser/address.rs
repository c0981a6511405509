//! Addresses as hosts, file browsers and people make them, put right.

/// The files that a host gives for the address of the folder, or for one that it does not have; some leave out the ending.
const PAGE_FILES: [&str; 4] = ["index.html", "index", "404.html", "404"];

/// The path that is meant by one that a host, a file browser or somebody by hand made of it; `None` where it is right, or not below
/// `base`, where the app is. No path of the app has capital letters, a slash at its end, or two in a row.
pub fn put_right(path: &str, base: &str) -> Option<String> {
    let mut words = path.split('/').filter(|word| !word.is_empty());
    for expected in base.split('/').filter(|word| !word.is_empty()) {
        words.next().filter(|word| word.eq_ignore_ascii_case(expected))?;
    }
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.last().is_some_and(|last| PAGE_FILES.contains(&last.as_str())) {
        words.pop();
    }
    let right = format!("{base}/{}", words.join("/"));
    (right != path).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_a_host_made_is_put_right() {
        for (made, meant) in [
            ("/index.html", "/"),
            ("/404.html", "/"),
            ("/404", "/"),
            ("/INDEX.HTML", "/"),
            ("", "/"),
            ("//", "/"),
            ("/settings/", "/settings"),
            ("//settings//", "/settings"),
            ("/Settings", "/settings"),
            ("/s/one/results/index.html", "/s/one/results"),
            ("/S/One//Full/governance.strategy.program/", "/s/one/full/governance.strategy.program"),
        ] {
            assert_eq!(put_right(made, "").as_deref(), Some(meant), "{made}");
            assert_eq!(put_right(meant, ""), None, "{meant}");
            let below = format!("/plumbline{meant}");
            assert_eq!(put_right(&format!("/Plumbline{made}"), "/plumbline"), Some(below.clone()), "{made}");
            assert_eq!(put_right(&below, "/plumbline"), None, "{below}");
        }
        assert_eq!(put_right("/elsewhere/index.html", "/plumbline"), None);
    }
}
