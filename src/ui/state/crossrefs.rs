//! The cross-references to other frameworks: loaded when somebody first opens them, and which of them this browser shows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::References;
use crate::model::{Crossrefs, FrameworkId, Model, ModelId, ReaderRole, order, read_crossrefs, read_frameworks};
use crate::ui::browser::fetch::{FetchError, fetch};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// The setting that keeps what is wanted, as `role;framework framework`.
const WANTED: &str = "references";
/// The setting that keeps the framework looked at last.
const FRAMEWORK: &str = "framework";

/// How far the cross-references are loaded.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded {
    /// Nobody asked for them yet.
    NotYet,
    /// They are on their way.
    OnTheWay,
    /// They are here.
    Here(Arc<Crossrefs>),
    /// They could not be loaded, and why.
    Failed(String),
}

/// The cross-references for the model that is asked about or read.
#[derive(Clone, Copy)]
pub struct Related {
    app_state: AppState,
    model: Signal<ModelId>,
    /// How far they are loaded.
    pub loaded: RwSignal<Loaded>,
    /// Which frameworks are shown with a level.
    pub wanted: RwSignal<References>,
    /// The framework looked at as a whole.
    pub framework: RwSignal<Option<FrameworkId>>,
}

impl Related {
    /// For a model of the library. Nothing is loaded yet.
    pub fn new(model: Signal<ModelId>) -> Self {
        let app_state = app_state();
        let store = app_state.store();
        let wanted = store.setting(WANTED).map(|text| wanted_from(&text)).unwrap_or_default();
        let framework = store.setting(FRAMEWORK).and_then(|id| FrameworkId::try_from(id).ok());
        Self {
            app_state,
            model,
            loaded: RwSignal::new(Loaded::NotYet),
            wanted: RwSignal::new(wanted),
            framework: RwSignal::new(framework),
        }
    }

    /// The model, once it is here.
    pub fn model(self) -> Option<Arc<Model>> {
        let id = self.model.get_untracked();
        self.app_state.models.with_untracked(|library| library.as_ref()?.model(&id))
    }

    /// Loads them, unless they are here or on their way; also once more after a failure.
    pub fn load(self) {
        let id = self.model.get_untracked();
        let is_done = self.loaded.with_untracked(|loaded| match loaded {
            Loaded::OnTheWay => true,
            Loaded::Here(there) => there.model == id,
            Loaded::NotYet | Loaded::Failed(_) => false,
        });
        if is_done {
            return;
        }
        let Some(model) = self.model() else { return };
        self.loaded.set(Loaded::OnTheWay);
        leptos::task::spawn_local(async move {
            let loaded = match crossrefs(&model).await {
                Ok(crossrefs) => {
                    self.forget_unknown(&crossrefs);
                    Loaded::Here(Arc::new(crossrefs))
                }
                Err(why) => Loaded::Failed(why),
            };
            // The session may have been left in the meantime.
            self.loaded.try_set(loaded);
        });
    }

    /// Forgets chosen frameworks that are no longer there: with only those chosen, nothing would be shown, and nobody could
    /// untick them.
    fn forget_unknown(self, crossrefs: &Crossrefs) {
        let is_known = |id: &FrameworkId| crossrefs.framework(id).is_some();
        self.wanted.try_update(|wanted| wanted.frameworks.retain(is_known));
        self.framework.try_update(|framework| *framework = framework.take().filter(is_known));
    }

    /// Shows other frameworks with a level, here and at the next visit.
    pub fn want(self, change: impl FnOnce(&mut References)) {
        self.wanted.update(change);
        let text = self.wanted.with_untracked(wanted_text);
        self.app_state.store().set_setting(WANTED, &text);
    }

    /// Looks at another framework as a whole, here and at the next visit.
    pub fn look_at(self, framework: Option<FrameworkId>) {
        let text = framework.as_ref().map_or("", FrameworkId::as_str);
        self.app_state.store().set_setting(FRAMEWORK, text);
        self.framework.set(framework);
    }
}

async fn crossrefs(model: &Model) -> Result<Crossrefs, String> {
    let failed = |error: FetchError| match error {
        FetchError::NoAnswer => t::REFERENCES_NO_ANSWER.to_owned(),
        FetchError::Status(404) => t::NO_REFERENCES_FOR_MODEL.to_owned(),
        FetchError::Status(status) => t::references_status(status),
    };
    let frameworks = fetch("crossrefs/index.json").await.map_err(failed)?;
    let references = fetch(&format!("crossrefs/{}.json", model.id)).await.map_err(failed)?;
    let read = read_frameworks(&frameworks).and_then(|frameworks| read_crossrefs(&references, model, frameworks));
    read.map_err(|problems| t::references_unreadable(&problems))
}

fn wanted_text(wanted: &References) -> String {
    let frameworks: Vec<&str> = wanted.frameworks.iter().map(FrameworkId::as_str).collect();
    format!("{};{}", wanted.role.map_or("", ReaderRole::key), frameworks.join(" "))
}

fn wanted_from(text: &str) -> References {
    let (role, frameworks) = text.split_once(';').unwrap_or_default();
    let frameworks = order::set(frameworks.split_whitespace().filter_map(|id| FrameworkId::try_from(id).ok()));
    References { frameworks, role: ReaderRole::from_key(role) }
}

/// The cross-references for the model that is asked about or read.
pub fn related_frameworks() -> Related {
    expect_context::<Related>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "fixed ids")]
    fn what_is_wanted_is_remembered() {
        let frameworks = ["nist-csf-2.0", "iso-27001-2022"].map(|id| id.try_into().unwrap()).into();
        for wanted in [References::default(), References { frameworks, role: Some(ReaderRole::AssetOwner) }] {
            assert_eq!(wanted_from(&wanted_text(&wanted)), wanted);
        }
        assert_eq!(wanted_from("from an older version"), References::default());
    }
}
