//! What the words mean that the texts of a practice use, one tap away from where they stand.

use leptos::prelude::*;

use crate::model::{Glossary, Practice};
use crate::ui::components::BadFiles;
use crate::ui::state::app_state::app_state;
use crate::ui::state::book::Words;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The words, folded. The glossary is loaded once somebody asks for it.
#[component]
pub fn WordsHere(practice: Practice) -> impl IntoView {
    let (open_session, library) = (open_session(), app_state().library);
    let words = RwSignal::new(None::<Words>);
    let open = move |_| {
        // Whoever opens it and leaves at once is told of it when the page is gone.
        let Some(is_there) = words.try_with_untracked(|words| matches!(words, Some(Words::OnTheWay | Words::Here(_)))) else {
            return;
        };
        let listed = library.with_untracked(|it| it.as_ref().map(|it| it.glossaries.clone()));
        let Some(listed) = listed.filter(|_| !is_there) else { return };
        let asked = open_session.asked.get_untracked();
        words.set(Some(Words::OnTheWay));
        leptos::task::spawn_local(async move {
            let loaded = Words::load(&listed, asked.model()).await;
            // Somebody may have gone on in the meantime.
            words.try_set(Some(loaded));
        });
    };
    let practice = StoredValue::new(practice);
    let content = move || match words.get() {
        None => ().into_any(),
        Some(Words::OnTheWay) => view! { <p class="loading" role="status">{t::GLOSSARY_LOADING}</p> }.into_any(),
        Some(Words::Bad(bad)) => view! { <BadFiles files=vec![bad] /> }.into_any(),
        Some(Words::Here(None)) => view! { <p>{t::NO_GLOSSARY}</p> }.into_any(),
        Some(Words::Here(Some(glossary))) => practice.with_value(|practice| meanings(&glossary, practice)),
    };
    view! {
        <details class="help words-here" on:toggle=open>
            <summary>{t::WORDS_HERE}</summary>
            {content}
        </details>
    }
}

fn meanings(glossary: &Glossary, practice: &Practice) -> AnyView {
    let tag = t::tag();
    let asked = open_session().asked.get_untracked();
    let statements = asked.indicators_of(practice).map(|it| it.indicator.text.get(tag));
    let described = practice.levels.iter().map(|it| it.description.get(tag));
    let texts = [practice.question.get(tag)].into_iter().chain(described).chain(statements);
    let words: Vec<_> = glossary
        .words_in(texts, tag)
        .into_iter()
        .map(|term| view! { <dt>{term.name.get(tag).to_owned()}</dt> <dd>{term.meaning.get(tag).to_owned()}</dd> })
        .collect();
    view! { <dl class="words">{words}</dl> }.into_any()
}
