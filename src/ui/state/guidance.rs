//! What goes with the models: profiles, interviews, dependencies between practices, words about older editions. Nobody needs them for a
//! first quick answer.

use std::sync::Arc;

use crate::model::{Model, Problems, read_coherence, read_former_words, read_interview, read_profile};
use crate::ui::browser::task::breathe;
use crate::ui::state::file_fault::FileFault;
use crate::ui::state::library::{CHANGES, INTERVIEW, Library, asked_for, file, listed};

/// Models with all that `models/index.json` and `profiles/index.json` name for them, and the profiles that people loaded into this
/// browser, each given with a name for messages. A hosted profile goes before one of the same id from this browser.
pub async fn with_guidance(models: &Library, own_profiles: Vec<(String, String)>) -> Library {
    let mut library = models.clone();
    let profiles = file("profiles/index.json");
    let guidance = asked_for(library.guidance.clone());
    let profiles = asked_for(listed("profiles", profiles.await, &mut library));
    // All at once takes so long on a phone that a tap would have to wait.
    for (path, file) in guidance {
        breathe().await;
        let read =
            match file.await {
                Err(fault) => Err(fault),
                Ok(bytes) if path.ends_with(INTERVIEW) => for_one_of(&library.models, |model| read_interview(&bytes, model))
                    .map(|it| library.interviews.push(Arc::new(it))),
                Ok(bytes) if path.ends_with(CHANGES) => for_one_of(&library.models, |model| read_former_words(&bytes, model))
                    .map(|it| library.former_words.push(Arc::new(it))),
                Ok(bytes) => for_one_of(&library.models, |model| read_coherence(&bytes, model))
                    .map(|it| library.coherences.push(Arc::new(it))),
            };
        if let Err(fault) = read {
            library.add_bad(path, fault);
        }
    }
    for (path, file) in profiles {
        breathe().await;
        match file.await.and_then(|bytes| for_one_of(&library.models, |model| read_profile(&bytes, model))) {
            Ok(profile) => library.profiles.push(Arc::new(profile)),
            Err(fault) => library.add_bad(path, fault),
        }
    }
    for (name, text) in own_profiles {
        match for_one_of(&library.models, |model| read_profile(text.as_bytes(), model)) {
            Ok(profile) if library.profiles.iter().any(|there| there.id == profile.id) => {}
            Ok(profile) => library.profiles.push(Arc::new(profile)),
            Err(fault) => library.add_bad(name, fault),
        }
    }
    library
}

/// Reads a file against the model that it names, or else against the first, which then says what does not fit.
fn for_one_of<T>(models: &[Arc<Model>], read: impl Fn(&Model) -> Result<T, Problems>) -> Result<T, FileFault> {
    let mut first_problems = None;
    for model in models {
        match read(model) {
            Ok(value) => return Ok(value),
            Err(problems) => first_problems = first_problems.or(Some(problems)),
        }
    }
    Err(first_problems.map_or(FileFault::NoModel, FileFault::Problems))
}
