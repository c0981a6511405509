//! The models and profiles hosted beside the app.

use std::sync::Arc;

use crate::analysis::own_indicators;
use crate::model::{
    Coherence, Glossary, Interview, Model, ModelId, Problems, Profile, ProfileId, Questionnaire, read_coherence, read_glossary,
    read_interview, read_list, read_model, read_profile,
};
use crate::session::Session;
use crate::ui::browser::fetch::{FetchError, fetch};
use crate::ui::browser::task::breathe;
use crate::ui::text as t;

/// A hosted file that can't be used, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct BadFile {
    /// Its path.
    pub file: String,
    /// What is wrong with it.
    pub problems: Problems,
}

/// The models and profiles that are hosted beside the app.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// Models without problems.
    pub models: Vec<Arc<Model>>,
    /// Profiles without problems.
    pub profiles: Vec<Arc<Profile>>,
    /// Interviews without problems.
    pub interviews: Vec<Arc<Interview>>,
    /// Dependencies between practices, without problems.
    pub coherences: Vec<Arc<Coherence>>,
    /// The paths of the files with glossaries: they are read when somebody opens the model as a book.
    pub glossaries: Vec<String>,
    /// Files with problems. A broken profile disables that profile, not the app.
    pub bad: Vec<BadFile>,
}

impl Library {
    /// The model of that id.
    pub fn model(&self, id: &ModelId) -> Option<Arc<Model>> {
        self.models.iter().find(|model| model.id == *id).cloned()
    }

    /// The profiles for a model.
    pub fn profiles_for(&self, model: &ModelId) -> Vec<Arc<Profile>> {
        self.profiles.iter().filter(|profile| profile.model == *model).cloned().collect()
    }

    /// What is asked with a model and some profiles, as far as they are here.
    pub fn asked(&self, model: Arc<Model>, profiles: &[ProfileId]) -> Questionnaire {
        let laid = profiles.iter().filter_map(|id| self.profiles.iter().find(|profile| profile.id == *id));
        let interview = self.interviews.iter().find(|interview| interview.model == model.id).cloned();
        let coherence = self.coherences.iter().find(|coherence| coherence.model == model.id).cloned();
        Questionnaire::new(model, laid.cloned().collect()).with_guidance(interview, coherence)
    }

    /// What is asked in a session; `None` when its model is not here.
    pub fn asked_in(&self, session: &Session) -> Option<Questionnaire> {
        let profiles: Vec<ProfileId> = session.profiles_in_use().cloned().collect();
        Some(self.asked(self.model(&session.model.id)?, &profiles).with_own(own_indicators(session)))
    }

    fn add_bad(&mut self, file: String, problems: Problems) {
        self.bad.push(BadFile { file, problems });
    }
}

/// The end of the names of files with interviews.
const INTERVIEW: &str = ".interview.json";

/// The end of the names of files with dependencies between practices.
const COHERENCE: &str = ".coherence.json";

/// The end of the names of files with glossaries.
const GLOSSARY: &str = ".glossary.json";

/// Loads everything that the lists `models/index.json` and `profiles/index.json` name, and the profiles that people loaded into
/// this browser, each given with a name for messages. A hosted profile goes before one of the same id from this browser.
pub async fn load(own_profiles: Vec<(String, String)>) -> Library {
    let mut library = Library::default();
    let (models, profiles) = (file("models/index.json"), file("profiles/index.json"));
    let files = listed("models", models.await, &mut library);
    let profiles = asked_for(listed("profiles", profiles.await, &mut library));
    let (glossaries, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| path.ends_with(GLOSSARY));
    library.glossaries = glossaries;
    let (guidance, models): (Vec<_>, Vec<_>) =
        asked_for(files).into_iter().partition(|(path, _)| path.ends_with(INTERVIEW) || path.ends_with(COHERENCE));
    // All at once takes so long on a phone that a tap would have to wait.
    for (path, file) in models {
        breathe().await;
        match file.await.and_then(|bytes| read_model(&bytes)) {
            Ok(model) => library.models.push(Arc::new(model)),
            Err(problems) => library.add_bad(path, problems),
        }
    }
    for (path, file) in guidance {
        breathe().await;
        let read =
            match file.await {
                Err(problems) => Err(problems),
                Ok(bytes) if path.ends_with(INTERVIEW) => for_one_of(&library.models, |model| read_interview(&bytes, model))
                    .map(|it| library.interviews.push(Arc::new(it))),
                Ok(bytes) => for_one_of(&library.models, |model| read_coherence(&bytes, model))
                    .map(|it| library.coherences.push(Arc::new(it))),
            };
        if let Err(problems) = read {
            library.add_bad(path, problems);
        }
    }
    for (path, file) in profiles {
        breathe().await;
        match file.await.and_then(|bytes| for_one_of(&library.models, |model| read_profile(&bytes, model))) {
            Ok(profile) => library.profiles.push(Arc::new(profile)),
            Err(problems) => library.add_bad(path, problems),
        }
    }
    for (name, text) in own_profiles {
        match for_one_of(&library.models, |model| read_profile(text.as_bytes(), model)) {
            Ok(profile) if library.profiles.iter().any(|there| there.id == profile.id) => {}
            Ok(profile) => library.profiles.push(Arc::new(profile)),
            Err(problems) => library.add_bad(name, problems),
        }
    }
    library
}

/// The glossary for a model, in the file that has the model's id; nothing where none is listed.
///
/// # Errors
/// Why a listed one can't be used.
pub async fn glossary(listed: &[String], model: &Model) -> Result<Option<Glossary>, BadFile> {
    let path = format!("models/{}{GLOSSARY}", model.id);
    if !listed.contains(&path) {
        return Ok(None);
    }
    let read = file(&path).await.and_then(|bytes| read_glossary(&bytes, model));
    read.map(Some).map_err(|problems| BadFile { file: path, problems })
}

fn listed(folder: &str, list: Result<Vec<u8>, Problems>, library: &mut Library) -> Vec<String> {
    match list.and_then(|bytes| read_list(&bytes)) {
        Ok(names) => names.into_iter().map(|name| format!("{folder}/{name}")).collect(),
        Err(problems) => {
            library.add_bad(format!("{folder}/index.json"), problems);
            Vec::new()
        }
    }
}

/// Asks for all of these at the same time.
fn asked_for(paths: Vec<String>) -> Vec<(String, impl Future<Output = Result<Vec<u8>, Problems>>)> {
    let ask = |path: String| {
        let asked = file(&path);
        (path, asked)
    };
    paths.into_iter().map(ask).collect()
}

fn file(path: &str) -> impl Future<Output = Result<Vec<u8>, Problems>> + use<> {
    let asked = fetch(path);
    async {
        asked.await.map_err(|error| {
            let what = match error {
                FetchError::NoAnswer => t::FILE_NO_ANSWER.to_owned(),
                FetchError::Status(status) => t::file_status(status),
            };
            Problems::one("", &what)
        })
    }
}

/// Reads a file against the model that it names, or else against the first, which then says what does not fit.
fn for_one_of<T>(models: &[Arc<Model>], read: impl Fn(&Model) -> Result<T, Problems>) -> Result<T, Problems> {
    let mut first_problems = None;
    for model in models {
        match read(model) {
            Ok(value) => return Ok(value),
            Err(problems) => first_problems = first_problems.or(Some(problems)),
        }
    }
    Err(first_problems.unwrap_or_else(|| Problems::one("", t::NO_MODEL_FOR_PROFILE.get())))
}
