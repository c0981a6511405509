//! The models and profiles that come with Plumbline, as part of the program: whoever installs it has them.

/// The files, by their paths in the project: all that stand in the folders when the program is built. Made by build.rs.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The folder of the models.
pub const MODELS: &str = "public/models";

/// The folder of the profiles.
pub const PROFILES: &str = "profiles";

/// A file of a folder.
pub fn shipped(folder: &str, name: &str) -> Option<&'static [u8]> {
    let is_it = |path: &str| path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) == Some(name);
    FILES.iter().find(|(path, _)| is_it(path)).map(|(_, bytes)| *bytes)
}
