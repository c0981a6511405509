//! The rules: which licences, which sources, which packages not, and what may be there twice. Each exception has its reason.

/// Licences that ask for no more than a notice.
pub const LICENCES: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages of Node.js under other licences: used unchanged to test or measure, never shipped.
pub const NPM_EXCEPTIONS: [(&str, &str, &str); 3] = [
    ("axe-core", "MPL-2.0", "used unchanged in tests, not shipped"),
    ("graceful-fs", "BlueOak-1.0.0", "as free as MIT; a part of Lighthouse, which only measures"),
    ("parse-cache-control", "", "its file LICENSE is BSD-3-Clause; a part of Lighthouse, which only measures"),
];

/// Packages of Node.js with a script that would run on installation. None runs: `.npmrc` has `ignore-scripts`.
pub const NPM_SCRIPTS: [(&str, &str); 1] =
    [("esbuild", "its program comes as a package for each platform; the script only links it")];

/// The only place that crates come from.
pub const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Crates that may not be shipped, not even as a part of others.
///
/// `time` is let in as the reader of moments in files alone (`src/session/moment.rs`): that of jiff, which tells the time everywhere
/// else, brings along 70 KB of what it says of each that is wrong.
pub const BANNED: [(&str, &str); 6] = [
    ("chrono", "time is told with jiff"),
    ("curl-sys", "no C libraries"),
    ("leptos-use", "its storage overwrites what it can't decode"),
    ("openssl-sys", "no C libraries"),
    ("reqwest", "the app asks nobody but its own host, and that through one door"),
    ("rmp-serde", "one format, JSON: a second serializer costs as much as a page"),
];

/// Crates that the app ships in more than one version, and who holds them back.
pub const TWICE: [(&str, &str); 2] = [
    ("gloo-utils", "gloo-storage and gloo-net, a part of leptos, want different ones"),
    ("thiserror", "gloo-storage wants the older one"),
];
