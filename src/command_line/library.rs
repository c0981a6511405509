//! The models and profiles by which files are read: those that were named, then those that come with Plumbline. Each model is read once a
//! file is about it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::files::bytes_at;
use super::shipped::{MODELS, PROFILES, shipped};
use crate::analysis::asked_in;
use crate::model::{
    Coherence, FormerWords, Interview, Model, ModelId, Problems, Profile, Questionnaire, read_coherence, read_former_words,
    read_interview, read_list, read_model, read_offered, read_own_model, read_profile,
};
use crate::session::Session;
use crate::ui::text as t;

const INTERVIEW: &str = ".interview.json";
const COHERENCE: &str = ".coherence.json";
const CHANGES: &str = ".changes.json";

/// A model with all that goes with it.
struct WithGuidance {
    model: Arc<Model>,
    /// The same as somebody brought it, where it was named: for files that keep what it said.
    own: Option<Arc<Model>>,
    profiles: Vec<Arc<Profile>>,
    interview: Option<Arc<Interview>>,
    coherence: Option<Arc<Coherence>>,
    words: Option<Arc<FormerWords>>,
}

/// A file that was named, by its path.
struct Named {
    path: String,
    bytes: Vec<u8>,
}

/// The models and profiles.
pub struct Library {
    models: Vec<WithGuidance>,
    profiles: Vec<Named>,
}

impl Library {
    /// With the models and profiles that were named. What stands beside a model by its name goes with it: `mine.interview.json` with
    /// `mine.json`.
    pub fn new(models: &[PathBuf], profiles: &[PathBuf]) -> Result<Self, String> {
        let profiles = profiles.iter().map(|path| named(path)).collect::<Result<Vec<_>, _>>()?;
        let mut library = Self { models: Vec::new(), profiles };
        for path in models {
            let Named { path: name, bytes } = named(path)?;
            let model = read_model(&bytes).map_err(|problems| problems_in(&name, &problems))?;
            let beside =
                |ending: &str| path.file_stem().map(|stem| path.with_file_name(stem.to_string_lossy().into_owned() + ending));
            let there = [INTERVIEW, COHERENCE, CHANGES].into_iter().filter_map(beside).filter(|path| path.is_file());
            let there = there.map(|path| named(&path)).collect::<Result<Vec<_>, _>>()?;
            let mut model = WithGuidance::new(model);
            model.own = read_own_model(&bytes).ok().map(|own| own.model);
            for Named { path, bytes } in &there {
                model.add(path, bytes).map_err(|problems| problems_in(path, &problems))?;
            }
            library.put(model)?;
        }
        library.check_profiles()?;
        Ok(library)
    }

    /// Whether each profile that was named is one, for a model that is here: one that is left out would leave out what it demands, too.
    fn check_profiles(&mut self) -> Result<(), String> {
        let of = |it: &Named| (it.path.clone(), member(&it.bytes, "format"), member(&it.bytes, "model"));
        for (path, format, model) in self.profiles.iter().map(of).collect::<Vec<_>>() {
            let about = |why: &str| t::about_file(&path, why);
            let model = model.filter(|_| format.as_deref() == Some("plumbline-profile")).ok_or_else(|| about(&t::NO_PROFILE))?;
            // With its model the profile is read.
            if self.plain_model(&model)?.is_none() {
                return Err(about(&t::model_not_here(&model)));
            }
        }
        Ok(())
    }

    /// Puts a model among those that are there, with the profiles for it that were named.
    fn put(&mut self, mut model: WithGuidance) -> Result<(), String> {
        for Named { path, bytes } in &self.profiles {
            if member(bytes, "model").is_some_and(|of| of == model.model.id.as_str()) {
                let profile = read_profile(bytes, &model.model).map_err(|problems| problems_in(path, &problems))?;
                model.profiles.insert(0, Arc::new(profile));
            }
        }
        self.models.push(model);
        Ok(())
    }

    /// The model of an id, read if it has not been yet.
    fn model(&mut self, id: &ModelId) -> Result<Option<&WithGuidance>, String> {
        let is_it = |there: &WithGuidance| there.model.id == *id;
        if !self.models.iter().any(is_it)
            && let Some(model) = shipped_model(id)?
        {
            self.put(model)?;
        }
        Ok(self.models.iter().find(|there| is_it(there)))
    }

    /// The model of an id alone.
    pub fn plain_model(&mut self, id: &str) -> Result<Option<Arc<Model>>, String> {
        let Ok(id) = ModelId::try_from(id) else { return Ok(None) };
        Ok(self.model(&id)?.map(|there| Arc::clone(&there.model)))
    }

    /// What is asked in a session; nothing where its model is not here.
    pub fn asked_in(&mut self, session: &Session) -> Result<Option<Questionnaire>, String> {
        if session.model.own.is_some() {
            return self.asked_of_own(session);
        }
        let Some(there) = self.model(&session.model.id)? else { return Ok(None) };
        let used = session.profiles_in_use().filter_map(|id| there.profiles.iter().find(|profile| profile.id == *id));
        let laid = Questionnaire::new(Arc::clone(&there.model), used.cloned().collect())
            .with_guidance(there.interview.clone(), there.coherence.clone())
            .with_former_words(there.words.clone());
        Ok(Some(asked_in(session, laid)))
    }

    /// What is asked in a session of a model that somebody brought: by that very model, be it named or in the session's file. What comes
    /// with Plumbline under the same id is another one, and nothing that goes with that is asked.
    fn asked_of_own(&self, session: &Session) -> Result<Option<Questionnaire>, String> {
        let named = self.models.iter().find_map(|it| {
            let own = it.own.as_ref().filter(|own| session.model.is(own))?;
            Some((Arc::clone(own), it.profiles.clone(), it.interview.clone(), it.coherence.clone(), it.words.clone()))
        });
        let brought = || Some((Arc::clone(&session.own_model.as_ref()?.0.model), Vec::new(), None, None, None));
        let Some((model, profiles, interview, coherence, words)) = named.or_else(brought) else { return Ok(None) };
        let used = session.profiles_in_use().filter_map(|id| profiles.iter().find(|profile| profile.id == *id));
        let laid =
            Questionnaire::new(model, used.cloned().collect()).with_guidance(interview, coherence).with_former_words(words);
        Ok(Some(asked_in(session, laid)))
    }
}

impl WithGuidance {
    fn new(model: Model) -> Self {
        Self { model: Arc::new(model), own: None, profiles: Vec::new(), interview: None, coherence: None, words: None }
    }

    /// Adds what stands in a file that goes with the model.
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problems> {
        let model = &self.model;
        if name.ends_with(INTERVIEW) {
            self.interview = Some(Arc::new(read_interview(bytes, model)?));
        } else if name.ends_with(COHERENCE) {
            self.coherence = Some(Arc::new(read_coherence(bytes, model)?));
        } else if name.ends_with(CHANGES) {
            self.words = Some(Arc::new(read_former_words(bytes, model)?));
        }
        Ok(())
    }
}

/// The shipped model of an id, with what goes with it.
fn shipped_model(id: &ModelId) -> Result<Option<WithGuidance>, String> {
    for Listed { files, profiles } in listed_models()? {
        let of = |folder: &'static str, name: &str| shipped(folder, name).ok_or_else(|| t::not_shipped(name));
        let Some((first, rest)) = files.split_first() else { continue };
        let bytes = of(MODELS, first)?;
        if member(bytes, "id").is_none_or(|it| it != id.as_str()) {
            continue;
        }
        let mut model = WithGuidance::new(read_model(bytes).map_err(|problems| problems_in(first, &problems))?);
        // A glossary explains words and changes no figure: it is not taken along.
        for name in rest.iter().filter(|name| [INTERVIEW, COHERENCE, CHANGES].iter().any(|ending| name.ends_with(ending))) {
            model.add(name, of(MODELS, name)?).map_err(|problems| problems_in(name, &problems))?;
        }
        for name in &profiles {
            let profile = read_profile(of(PROFILES, name)?, &model.model).map_err(|problems| problems_in(name, &problems))?;
            model.profiles.push(Arc::new(profile));
        }
        return Ok(Some(model));
    }
    Ok(None)
}

/// The names of the files of a shipped model: the model first, then what goes with it; and of its profiles.
struct Listed {
    files: Vec<String>,
    profiles: Vec<String>,
}

/// The files of each shipped model.
fn listed_models() -> Result<Vec<Listed>, String> {
    const LIST: &str = "index.json";
    const OFFERED: &str = "offered.json";
    let listed = |folder| {
        let list = shipped(folder, LIST).ok_or_else(|| t::not_shipped(LIST))?;
        read_list(list).map_err(|problems| problems_in(LIST, &problems))
    };
    let offered = shipped(MODELS, OFFERED).ok_or_else(|| t::not_shipped(OFFERED))?;
    let offered = read_offered(offered).map_err(|problems| problems_in(OFFERED, &problems))?;
    let first = Listed { files: listed(MODELS)?, profiles: listed(PROFILES)? };
    let offered = offered.into_iter().map(|it| Listed { files: it.files, profiles: it.profiles });
    Ok(std::iter::once(first).chain(offered).collect())
}

fn named(path: &Path) -> Result<Named, String> {
    let name = path.to_string_lossy().into_owned();
    let bytes = bytes_at(path).map_err(|why| t::about_file(&name, &why))?;
    Ok(Named { path: name, bytes })
}

fn problems_in(file: &str, problems: &Problems) -> String {
    t::about_file(file, &t::problems(problems))
}

/// A text among the members of a file.
fn member(bytes: &[u8], name: &str) -> Option<String> {
    let file: Value = serde_json::from_slice(bytes).ok()?;
    file.get(name)?.as_str().map(str::to_owned)
}
