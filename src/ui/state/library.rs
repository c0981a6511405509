//! The models and profiles hosted beside the app.

use std::sync::Arc;

use crate::analysis::asked_in;
use crate::model::{
    Coherence, FormerWords, Glossary, Interview, Model, ModelId, OfferedModel, OwnModel, Profile, ProfileId, Questionnaire,
    read_glossary, read_list, read_model,
};
use crate::session::{BroughtModel, Session};
use crate::ui::browser::fetch::{FetchError, fetch};
use crate::ui::browser::task::breathe;
use crate::ui::state::file_fault::FileFault;

/// A hosted file that can't be used, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct BadFile {
    /// Its path.
    pub file: String,
    /// What is wrong with it.
    pub fault: FileFault,
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
    /// What the questions of older editions said, without problems.
    pub former_words: Vec<Arc<FormerWords>>,
    /// The paths of the files with glossaries: they are read when somebody opens the model as a book.
    pub glossaries: Vec<String>,
    /// The paths of the files with interviews, dependencies and words about older editions: they are read by whoever completes the library.
    pub guidance: Vec<String>,
    /// Models that can be had beside these, as far as that is known yet.
    pub offered: Vec<OfferedModel>,
    /// Those of them that were asked for: they are among the models, or their files among those with problems.
    pub tried: Vec<ModelId>,
    /// Models that people loaded into this browser. They are among the models, too, but for those of an id that came with the app later.
    pub own: Vec<OwnModel>,
    /// Files with problems. A broken profile disables that profile, not the app.
    pub bad: Vec<BadFile>,
}

impl Library {
    /// The model of that id.
    pub fn model(&self, id: &ModelId) -> Option<Arc<Model>> {
        self.models.iter().find(|model| model.id == *id).cloned()
    }

    /// Whether that id is one of a model that comes with the app: no other may go by it.
    pub fn comes_with_the_app(&self, id: &ModelId) -> bool {
        self.models.iter().any(|model| model.id == *id && model.own.is_none()) || self.offered.iter().any(|it| it.id == *id)
    }

    /// The model of a session: the very one by which it is answered, where somebody brought that, also where one of its id came with the app
    /// later. Never another that only goes by its name.
    pub fn model_of(&self, session: &Session) -> Option<Arc<Model>> {
        if session.model.own.is_none() {
            return self.models.iter().find(|model| model.own.is_none() && session.model.is(model)).cloned();
        }
        let here = self.own.iter().map(|own| &own.model).find(|model| session.model.is(model)).cloned();
        here.or_else(|| session.own_model.as_ref().map(|brought| Arc::clone(&brought.0.model)))
    }

    /// Models that go by the same id as that of a session and say something else, the latest loaded last.
    pub fn others_by_id(&self, session: &Session) -> Vec<Arc<Model>> {
        let own = self.models.iter().filter(|model| model.own.is_some() && session.model.own.is_some());
        own.filter(|model| model.id == session.model.id && !session.model.is(model)).cloned().collect()
    }

    /// The session with the model that it uses, where somebody brought that: it opens wherever it goes.
    pub fn bringing(&self, session: &Session) -> Session {
        let mut session = session.clone();
        if session.own_model.is_none() {
            let own = self.own.iter().find(|own| session.model.own.is_some() && session.model.is(&own.model));
            if let Some(own) = own.cloned() {
                session.bring(Some(BroughtModel(own)));
            }
        }
        session
    }

    /// Whether a model is not here and can be had.
    pub fn can_have(&self, id: &ModelId) -> bool {
        self.model(id).is_none() && !self.tried.contains(id) && self.offered.iter().any(|model| model.id == *id)
    }

    /// The profiles for a model.
    pub fn profiles_for(&self, model: &ModelId) -> Vec<Arc<Profile>> {
        self.profiles.iter().filter(|profile| profile.model == *model).cloned().collect()
    }

    /// What is asked with a model and some profiles, as far as they are here.
    pub fn asked(&self, model: Arc<Model>, profiles: &[ProfileId]) -> Questionnaire {
        // What goes with a model of the app does not go with one that somebody brought before the app had one of its id.
        let is_namesake = model.own.is_some() && self.comes_with_the_app(&model.id);
        let goes = |with: &ModelId| !is_namesake && *with == model.id;
        let interview = self.interviews.iter().find(|interview| goes(&interview.model)).cloned();
        let coherence = self.coherences.iter().find(|coherence| goes(&coherence.model)).cloned();
        let words = self.former_words.iter().find(|words| goes(&words.model)).cloned();
        let laid = profiles.iter().filter_map(|id| self.profiles.iter().find(|it| it.id == *id && goes(&it.model)));
        let laid = laid.cloned().collect();
        Questionnaire::new(model, laid).with_guidance(interview, coherence).with_former_words(words)
    }

    /// What is asked in a session; `None` when its model is not here.
    pub fn asked_in(&self, session: &Session) -> Option<Questionnaire> {
        let profiles: Vec<ProfileId> = session.profiles_in_use().cloned().collect();
        Some(asked_in(session, self.asked(self.model_of(session)?, &profiles)))
    }

    pub fn add_bad(&mut self, file: String, fault: FileFault) {
        self.bad.push(BadFile { file, fault });
    }
}

/// The end of the names of files with interviews.
pub const INTERVIEW: &str = ".interview.json";

/// The end of the names of files with dependencies between practices.
pub const COHERENCE: &str = ".coherence.json";

/// The end of the names of files with words about what became of older questions.
pub const CHANGES: &str = ".changes.json";

/// The end of the names of files with glossaries.
pub const GLOSSARY: &str = ".glossary.json";

/// Loads the models that the list `models/index.json` names, and notes what else it names.
pub async fn load_models() -> Library {
    let mut library = Library::default();
    let files = listed("models", file("models/index.json").await, &mut library);
    let (glossaries, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| path.ends_with(GLOSSARY));
    let (guidance, models): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|path| [INTERVIEW, COHERENCE, CHANGES].iter().any(|end| path.ends_with(end)));
    library.glossaries = glossaries;
    library.guidance = guidance;
    for (path, file) in asked_for(models) {
        breathe().await;
        match file.await.and_then(|bytes| Ok(read_model(&bytes)?)) {
            Ok(model) => library.models.push(Arc::new(model)),
            Err(fault) => library.add_bad(path, fault),
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
    let read = file(&path).await.and_then(|bytes| Ok(read_glossary(&bytes, model)?));
    read.map(Some).map_err(|fault| BadFile { file: path, fault })
}

/// The paths of the files that the list of a folder names.
pub fn listed(folder: &str, list: Result<Vec<u8>, FileFault>, library: &mut Library) -> Vec<String> {
    match list.and_then(|bytes| Ok(read_list(&bytes)?)) {
        Ok(names) => names.into_iter().map(|name| format!("{folder}/{name}")).collect(),
        Err(fault) => {
            library.add_bad(format!("{folder}/index.json"), fault);
            Vec::new()
        }
    }
}

/// Asks for all of these at the same time.
pub fn asked_for(paths: Vec<String>) -> Vec<(String, impl Future<Output = Result<Vec<u8>, FileFault>>)> {
    let ask = |path: String| {
        let asked = file(&path);
        (path, asked)
    };
    paths.into_iter().map(ask).collect()
}

/// A file that is hosted beside the app.
pub fn file(path: &str) -> impl Future<Output = Result<Vec<u8>, FileFault>> + use<> {
    let asked = fetch(path);
    async {
        asked.await.map_err(|error| match error {
            FetchError::NoAnswer => FileFault::NoAnswer,
            FetchError::Status(status) => FileFault::Status(status),
        })
    }
}
