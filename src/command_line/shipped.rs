//! The models, profiles and cross-references that come with Plumbline, as part of the program: whoever installs it has them.

use crate::model::{Crossrefs, Model, read_crossrefs, read_frameworks};

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

/// Where a model touches other frameworks; nothing where no cross-references to it come along.
pub fn crossrefs(model: &Model) -> Option<Crossrefs> {
    const FOLDER: &str = "public/crossrefs";
    let frameworks = read_frameworks(shipped(FOLDER, "index.json")?).ok()?;
    read_crossrefs(shipped(FOLDER, &format!("{}.json", model.id))?, model, frameworks).ok()
}
