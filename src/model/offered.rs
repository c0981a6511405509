//! Models that are hosted beside the first one, and loaded once somebody wants them.

use super::read::{Reading, all};
use super::read_profile::file_name;
use super::{Edition, ModelId, Problems, Text};

/// The newest version of the format that is understood.
const NEWEST: u64 = 1;

/// A model that can be had.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedModel {
    /// Its id.
    pub id: ModelId,
    /// What it is called.
    pub title: Text,
    /// What it is for, in a sentence.
    pub about: Text,
    /// Its edition.
    pub edition: Edition,
    /// The names of its files among the models: the model itself first, then what goes with it.
    pub files: Vec<String>,
    /// The names of the files of its profiles among the profiles.
    pub profiles: Vec<String>,
    /// The names of the files of assessments to look at among the examples.
    pub examples: Vec<String>,
}

impl OfferedModel {
    /// Whether a profile of that id is one of its own.
    #[must_use]
    pub fn has_profile(&self, id: &str) -> bool {
        self.profiles.iter().any(|file| file.strip_suffix(".json") == Some(id))
    }
}

/// Reads the list of models that can be had.
///
/// # Errors
/// Everything that is wrong with the file. Names of files are as in [`super::read_list`].
pub fn read_offered(bytes: &[u8]) -> Result<Vec<OfferedModel>, Problems> {
    Reading::of(bytes, "plumbline-offered-models", NEWEST, |root| {
        root.languages();
        all(root.items("models").iter().map(|node| {
            let (id, title, about, edition) = (node.new_id("id"), node.text("title"), node.text("about"), node.id("edition"));
            let files = all(node.items("files").iter().map(file_name));
            let profiles = all(node.optional_items("profiles").iter().map(file_name));
            let examples = all(node.optional_items("examples").iter().map(file_name));
            Some(OfferedModel {
                id: id?,
                title: title?,
                about: about?,
                edition: edition?,
                files: files?,
                profiles: profiles?,
                examples: examples?,
            })
        }))
    })
}
