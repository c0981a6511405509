//! Every way out of the app: everything in the source that could carry something out of the page, or let something in that runs.
//! Each is declared here with its reason; one that is not fails the test, and so does a declaration of what is no longer there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::path;

/// A way out: a word of the source, and what it can do.
const WAYS: [(&str, &str); 53] = [
    ("BroadcastChannel", "tells other pages"),
    ("EventSource", "asks a host"),
    ("Function(", "runs words"),
    ("Location", "leads elsewhere"),
    ("MessageChannel", "tells other pages"),
    ("RTCPeerConnection", "asks a host"),
    ("RtcPeerConnection", "asks a host"),
    ("SharedWorker", "runs a script"),
    ("WebSocket", "asks a host"),
    ("WebTransport", "asks a host"),
    ("Worker", "runs a script"),
    ("XMLHttpRequest", "asks a host"),
    ("XmlHttpRequest", "asks a host"),
    ("action=", "sends a form"),
    ("clipboard", "puts something where others read it"),
    ("create_object_url", "makes a file"),
    ("create_object_url_with_blob", "makes a file"),
    ("cookie", "goes with each request"),
    ("document.write", "lets words become markup"),
    ("eval(", "runs words"),
    ("extern \"C\"", "calls any script"),
    ("fetch(", "asks a host"),
    ("fetch_with_request", "asks a host"),
    ("fetch_with_str", "asks a host"),
    ("formaction", "sends a form"),
    ("gloo_net", "asks a host"),
    ("<iframe", "shows another page"),
    ("<img", "asks a host"),
    ("import(", "runs a script"),
    ("importScripts", "runs a script"),
    ("inline_js", "runs words"),
    ("innerHTML", "lets words become markup"),
    ("inner_html", "lets words become markup"),
    ("insertAdjacentHTML", "lets words become markup"),
    ("location()", "leads elsewhere"),
    ("location.assign", "leads elsewhere"),
    ("location.href", "leads elsewhere"),
    ("location.reload", "loads the page anew"),
    ("location.replace", "leads elsewhere"),
    ("open_with_url", "opens another page"),
    ("ping=", "asks a host"),
    ("postMessage", "tells other pages"),
    ("print()", "goes to paper"),
    ("register(", "runs a script"),
    ("send_beacon", "asks a host"),
    ("sendBeacon", "asks a host"),
    ("set_action", "sends a form"),
    ("set_download", "makes a file"),
    ("set_href", "leads elsewhere"),
    ("set_src", "loads something"),
    ("share(", "hands something to another program"),
    ("target=", "opens another page"),
    ("window.open", "opens another page"),
];

/// The ways that are there: file, word, and why it may.
const DECLARED: [(&str, &str, &str); 36] = [
    (
        "src/ui/browser/fetch.rs",
        "fetch_with_str",
        "the one door to files beside the app; addresses are relative to the page's base",
    ),
    ("src/ui/browser/fetch.rs", "fetch(", "that door's name"),
    ("src/ui/state/library.rs", "fetch(", "models and profiles, by names of files that their lists have"),
    ("src/ui/state/crossrefs.rs", "fetch(", "cross-references, when somebody opens them"),
    ("src/ui/pages/about/notices.rs", "fetch(", "who made what, when somebody opens that page"),
    ("src/ui/pages/start/examples.rs", "fetch(", "examples, when somebody opens them"),
    ("src/ui/browser/echarts.rs", "set_src", "the chart library, a file of the app"),
    (
        "src/ui/browser/echarts.rs",
        "extern \"C\"",
        "the four functions of the chart library that are called, and two of our own beside it",
    ),
    ("src/ui/browser/copying.rs", "clipboard", "a link that the user asked to copy"),
    ("src/ui/pages/results/reader.rs", "print()", "the user asked for paper"),
    ("xtask/charts/echarts.mjs", "clipboard", "a picture that the user asked to copy"),
    ("src/ui/browser/download.rs", "create_object_url_with_blob", "a file that the user asked for"),
    ("src/ui/browser/download.rs", "set_href", "a file that the user asked for"),
    ("src/ui/browser/download.rs", "set_download", "a file that the user asked for"),
    ("src/ui/browser/page.rs", "location()", "its own address, to put right what a host made of it"),
    ("src/ui/browser/page.rs", "print()", "the user asked for paper"),
    ("src/ui/pages/results/report/mod.rs", "print()", "the user asked for paper"),
    ("src/ui/pages/share/request/new.rs", "print()", "the user asked for paper"),
    ("src/ui/pages/results/agenda.rs", "print()", "the user asked for paper"),
    ("src/ui/pages/plan/mod.rs", "print()", "the user asked for paper"),
    ("src/ui/pages/learn/mod.rs", "print()", "the user asked for paper"),
    ("src/ui/browser/task.rs", "MessageChannel", "a message to itself, to wait for its turn"),
    ("src/ui/browser/program.rs", "Worker", "a program beside the app, a file of it, apart from the page so that this goes on"),
    ("xtask/programs/worker.mjs", "postMessage", "answers the page that asked"),
    ("src/ui/browser/journal.rs", "extern \"C\"", "the two functions of the app's own journal, public/journal.js"),
    (
        "src/ui/pages/assess/evidence/line.rs",
        "target=",
        "a link to evidence, of the web only, opened apart without opener and referrer",
    ),
    (
        "src/ui/pages/results/duties/law.rs",
        "target=",
        "a link to the text of a law, of the web only, opened apart without opener and referrer",
    ),
    ("public/boot.js", "import(", "the app, a file named by the page"),
    ("public/offline.js", "register(", "the service worker, a file of the app"),
    ("public/offline.js", "postMessage", "tells the service worker what the page is about to do"),
    ("public/offline.js", "MessageChannel", "hears the service worker's answer"),
    ("public/offline.js", "location.reload", "loads the same page anew"),
    ("public/sw.js", "fetch(", "files of the app, which the browser is to keep"),
    ("public/sw.js", "location.href", "its own address, to see whether the host has another version"),
    ("public/sw.js", "postMessage", "asks the pages of the app whether they can be loaded anew"),
    ("public/sw.js", "MessageChannel", "hears the pages' answers"),
];

/// Everything that the app is made of, by its path from the project's root, with its text.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (folder, endings) in [
        ("src", ["rs"].as_slice()),
        ("public", ["js", "html", "svg"].as_slice()),
        ("xtask/charts", ["mjs"].as_slice()),
        ("xtask/programs", ["mjs"].as_slice()),
    ] {
        let mut folders: Vec<PathBuf> = vec![path(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
                if path.is_dir() {
                    folders.push(path);
                } else if endings.contains(&ending) {
                    found.push(named(&path));
                }
            }
        }
    }
    found.push(named(&path("index.html")));
    found.sort();
    assert!(found.len() > 100, "the sources are found");
    found
}

fn named(file: &Path) -> (String, String) {
    let name = file.strip_prefix(path("")).unwrap_or(file).to_string_lossy().replace('\\', "/");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    // What is only said about the code is no part of it.
    let is_remark = |line: &&str| ["//", "* ", "/**"].iter().any(|start| line.trim_start().starts_with(start));
    (name, text.lines().filter(|line| !is_remark(line)).collect::<Vec<_>>().join("\n"))
}

/// Whether a text has a word that is no part of a longer one.
fn has(text: &str, word: &str) -> bool {
    let goes_on = |character: char| character.is_alphanumeric() || character == '_';
    let ends_open = word.ends_with(goes_on);
    let begins_open = word.starts_with(goes_on);
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !(begins_open && before.is_some_and(goes_on) || ends_open && after.is_some_and(goes_on))
    })
}

#[test]
fn every_way_out_is_declared_and_every_declared_one_is_there() {
    let declared: BTreeSet<(String, &str)> = DECLARED.iter().map(|(file, word, _)| ((*file).to_owned(), *word)).collect();
    let mut found = BTreeSet::new();
    for (file, text) in sources() {
        found.extend(WAYS.iter().filter(|(word, _)| has(&text, word)).map(|(word, _)| (file.clone(), *word)));
    }
    let why = |word: &str| WAYS.iter().find(|(way, _)| *way == word).map_or("", |(_, why)| *why);
    let undeclared: Vec<_> = found.difference(&declared).map(|(file, word)| format!("{file}: `{word}` {}", why(word))).collect();
    assert_eq!(undeclared, Vec::<String>::new(), "declare it with its reason, or do without");
    let gone: Vec<_> = declared.difference(&found).collect();
    assert_eq!(gone, Vec::<&(String, &str)>::new(), "these are no longer there");
}

/// What an address in a view may begin with: each of these stays within the app.
const WITHIN: [&str; 11] = [
    "\"#",
    "page::home()",
    "page::link(",
    "browser_page::home()",
    "open_session.link(",
    "question_link(open_session",
    "open_session().link(",
    "review_address(open_session",
    "self.open_session.link(",
    "book.link(",
    "link_to_book(",
];

/// Views with a link that somebody else's words name, which leads out once somebody follows it: to evidence, and to the text of a law.
const OUT: [(&str, &str); 2] = [
    ("src/ui/pages/assess/evidence/line.rs", "link.to_owned()"),
    ("src/ui/pages/results/duties/law.rs", "link target=\"_blank\""),
];

/// Views whose addresses are handed to them, and who makes these.
const HANDED: [(&str, &str); 4] = [
    ("src/ui/pages/learn/mod.rs", "Book::way_back, a page of the session that somebody came from"),
    ("src/ui/pages/learn/glossary.rs", "Book::link"),
    ("src/ui/pages/learn/practice.rs", "Book::link"),
    ("src/ui/pages/results/why/mod.rs", "OpenSession::link, by the place that a reason names"),
];

#[test]
fn links_lead_to_pages_of_the_app_or_are_links_to_evidence() {
    for (file, text) in sources().into_iter().filter(|(file, _)| file.starts_with("src/")) {
        for address in text.split("href=").skip(1) {
            let is_within = |address: &str| WITHIN.iter().any(|start| address.starts_with(start));
            let address = address.strip_prefix("move || ").unwrap_or(address);
            let name: String = address.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            let made = |given: &'_ str| {
                given.strip_prefix("move |").and_then(|it| it.split_once("| ")).map_or(given, |(_, it)| it).to_owned()
            };
            let given: Vec<String> = text.split(&format!("let {name} = ")).skip(1).map(made).collect();
            let is_given_within = !given.is_empty() && given.iter().all(|given| is_within(given));
            let leads_out = OUT.iter().any(|(view, link)| *view == file && address.starts_with(link));
            let is_on_screen = !file.starts_with("src/exchange/");
            let is_handed = HANDED.iter().any(|(view, _)| *view == file);
            assert!(
                !is_on_screen || is_within(address) || is_given_within || leads_out || is_handed,
                "{file}: a link to `{}` may lead elsewhere",
                address.lines().next().unwrap_or_default()
            );
        }
    }
}

#[test]
fn links_that_lead_out_take_nothing_along() {
    let texts = OUT.map(|(view, _)| named(&path(view)).1);
    let links: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| line.contains("<a ")).collect();
    assert_eq!(links.len(), OUT.len());
    for link in links {
        assert!(link.contains("rel=\"noopener noreferrer\" referrerpolicy=\"no-referrer\""), "{link}");
    }
}

#[test]
fn the_page_loads_nothing_from_elsewhere() {
    let page = std::fs::read_to_string(path("index.html")).unwrap_or_default();
    for attribute in ["href=\"", "src=\""] {
        for address in page.split(attribute).skip(1) {
            let address = address.split('"').next().unwrap_or_default();
            assert!(!address.contains(':') && !address.starts_with("//"), "{address}");
        }
    }
    for sheet in std::fs::read_dir(path("public/styles")).into_iter().flatten().flatten() {
        // The name of the language of pictures is no address: nothing is loaded from there.
        let text = std::fs::read_to_string(sheet.path()).unwrap_or_default().replace("xmlns='http://www.w3.org/2000/svg'", "");
        assert!(!text.is_empty() && !text.contains("@import") && !text.contains("://"), "{}", sheet.path().display());
    }
}

/// The policy that the page itself carries.
fn policy() -> String {
    let page = std::fs::read_to_string(path("index.html")).unwrap_or_default();
    let content = page.split("http-equiv=\"Content-Security-Policy\"").nth(1).and_then(|rest| rest.split("content=\"").nth(1));
    content.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[test]
fn the_policy_allows_nothing_but_the_apps_own_files() {
    let policy = policy();
    let rules: Vec<(&str, &str)> = policy.split(';').filter_map(|rule| rule.trim().split_once(' ')).collect();
    assert!(rules.contains(&("default-src", "'none'")), "{policy}");
    assert!(rules.contains(&("require-trusted-types-for", "'script'")), "{policy}");
    for (name, value) in rules {
        for word in value.split(' ') {
            let fine = ["'self'", "'none'", "'script'", "'wasm-unsafe-eval'", "data:", "default"].contains(&word);
            assert!(fine && (word != "data:" || name == "img-src"), "{name} {value}");
        }
    }
}

#[test]
fn hosts_send_the_policy_of_the_page_and_who_may_frame_it() {
    let wanted = [
        format!("{}; frame-ancestors 'none'", policy()),
        "nosniff".to_owned(),
        "no-referrer".to_owned(),
        "camera=()".to_owned(),
        "microphone=()".to_owned(),
        "geolocation=()".to_owned(),
        "same-origin".to_owned(),
    ];
    for file in ["hosting/_headers", "hosting/nginx.conf", "hosting/Caddyfile"] {
        let text = std::fs::read_to_string(path(file)).unwrap_or_default();
        for value in &wanted {
            assert!(text.contains(value), "{file} does not send {value}");
        }
    }
}

#[test]
fn words_are_told_from_parts_of_words() {
    assert!(has("a.fetch(b)", "fetch(") && !has("prefetch(b)", "fetch("));
    assert!(has("window.open", "window.open") && !has("window.opener", "window.open"));
    assert!(has("x=\"y\" ping=\"z\"", "ping=") && !has("mapping=1", "ping="));
}
