//! What goes with the models: profiles, interviews, dependencies between practices, words about older editions. Nobody needs them for a
//! first quick answer.

use std::sync::Arc;

use crate::model::{
    Model, ModelId, Problems, read_coherence, read_former_words, read_interview, read_model, read_offered, read_profile,
};
use crate::store::OwnModels;
use crate::ui::browser::task::breathe;
use crate::ui::state::file_fault::FileFault;
use crate::ui::state::library::{CHANGES, GLOSSARY, INTERVIEW, Library, asked_for, file, listed};

/// The list of models that can be had beside the first ones.
const OFFERED: &str = "models/offered.json";

/// Models with all that `models/index.json` and `profiles/index.json` name for them, and the profiles that people loaded into this
/// browser, each given with a name for messages. A hosted profile goes before one of the same id from this browser. Models that are only
/// offered come with what goes with them where they are `wanted`.
pub async fn with_guidance(models: &Library, own: Own, wanted: Vec<ModelId>) -> Library {
    let mut library = models.clone();
    let (profiles, offered) = (file("profiles/index.json"), file(OFFERED));
    let guidance = asked_for(library.guidance.clone());
    let mut profiles = listed("profiles", profiles.await, &mut library);
    let further = further_models(&mut library, offered.await, wanted).await;
    profiles.extend(further.profiles);
    add_own_models(&mut library, own.models);
    let profiles = asked_for(profiles);
    let guidance = guidance.into_iter().chain(asked_for(further.guidance));
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
    for (name, text) in own.profiles {
        match for_one_of(&library.models, |model| read_profile(text.as_bytes(), model)) {
            Ok(profile) if library.profiles.iter().any(|there| there.id == profile.id) => {}
            Ok(profile) => library.profiles.push(Arc::new(profile)),
            Err(fault) => library.add_bad(name, fault),
        }
    }
    library
}

/// What people loaded into this browser.
#[derive(Default)]
pub struct Own {
    /// Models.
    pub models: OwnModels,
    /// Profiles, each with a name for messages.
    pub profiles: Vec<(String, String)>,
}

/// Puts the models that people loaded behind those of the app. None takes the place of one of them, which may have come later; what was
/// answered by it still opens.
fn add_own_models(library: &mut Library, kept: OwnModels) {
    for own in kept.models {
        if library.comes_with_the_app(&own.model.id) {
            library.add_bad(own.model.title.get("").to_owned(), FileFault::ShippedModel(own.model.id.to_string()));
        } else {
            library.models.push(Arc::clone(&own.model));
        }
        library.own.push(own);
    }
    for name in kept.unreadable {
        library.add_bad(name, FileFault::CantRead);
    }
}

/// What goes with models that are wanted beside the first ones: paths of files.
#[derive(Default)]
struct Further {
    guidance: Vec<String>,
    profiles: Vec<String>,
}

/// Notes which models can be had, and loads those that are wanted.
async fn further_models(library: &mut Library, offered: Result<Vec<u8>, FileFault>, wanted: Vec<ModelId>) -> Further {
    match offered.and_then(|bytes| Ok(read_offered(&bytes)?)) {
        Ok(offered) => library.offered = offered,
        Err(fault) => library.add_bad(OFFERED.to_owned(), fault),
    }
    let mut further = Further::default();
    for offered in library.offered.clone().into_iter().filter(|it| wanted.contains(&it.id)) {
        let mut files = offered.files.iter().map(|name| format!("models/{name}"));
        let Some(path) = files.next() else { continue };
        match file(&path).await.and_then(|bytes| Ok(read_model(&bytes)?)) {
            Ok(model) => library.models.push(Arc::new(model)),
            Err(fault) => library.add_bad(path, fault),
        }
        let (glossaries, guidance): (Vec<_>, Vec<_>) = files.partition(|path| path.ends_with(GLOSSARY));
        library.glossaries.extend(glossaries);
        further.guidance.extend(guidance);
        further.profiles.extend(offered.profiles.iter().map(|name| format!("profiles/{name}")));
    }
    library.tried = wanted;
    further
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
