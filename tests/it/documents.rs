//! What is written for developers and hosts stays true: the paths that it names are there.

use crate::support::path;

const DOCUMENTS: [&str; 5] = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "ARCHITECTURE.md"];

/// What a path of the project begins with. Others are examples, or made by a build.
const BEGINNINGS: [&str; 9] = ["src/", "tests/", "xtask/", "public/", "profiles/", "hosting/", ".github/", ".ci/", "Cargo.toml"];

/// The paths that a document names: between backticks, as links and as sources of pictures.
fn named(text: &str) -> Vec<&str> {
    let code = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
    let after = |start: &'static str, end: char| text.split(start).skip(1).filter_map(move |rest| rest.split(end).next());
    let all = code.chain(after("](", ')')).chain(after("src=\"", '"'));
    let paths = all.map(|name| name.trim_end_matches([',', ':', '.', ';']));
    paths
        .filter(|name| {
            BEGINNINGS.iter().any(|start| name.starts_with(start)) || name.ends_with(".md") || name.starts_with("LICENSE")
        })
        .filter(|name| !name.contains("://") && !name.contains(['<', '…', '{', '*']))
        .collect()
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut missing = Vec::new();
    let mut count = 0;
    for document in DOCUMENTS {
        // Not every one of them has to be there.
        let Ok(text) = std::fs::read_to_string(path(document)) else { continue };
        for name in named(&text) {
            count += 1;
            if !path(name).exists() {
                missing.push(format!("{document} names {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(count > 30, "the paths are found: {count}");
}

#[test]
fn paths_are_found_in_code_links_and_pictures() {
    let text = "See `src/lib.rs`, [this](hosting/nginx.conf) and <img src=\"tests/a.png\">; not `a/b.rs` or <https://c.d/>.\n\n    `cargo run tests/x.rs`";
    assert_eq!(named(text), ["src/lib.rs", "tests/x.rs", "hosting/nginx.conf", "tests/a.png"]);
}
