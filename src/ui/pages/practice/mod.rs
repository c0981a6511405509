//! What the pages about a practice share.

pub mod answers;
pub mod former;
pub mod mine;
pub mod next_question;
pub mod note;
pub mod open_counts;
pub mod page;
pub mod scale_help;
pub mod whereabouts;
pub mod wins;
mod words_here;

use leptos::prelude::*;

pub use crate::ui::pages::practice::mine::{mine, theirs};
pub use crate::ui::pages::practice::note::{OthersWords, PracticeNote};
pub use crate::ui::pages::practice::page::{InOrder, PracticePage};

use crate::model::{Model, Practice, PracticeId, Scope};
use crate::session::commands;
use crate::ui::components::{Choice, Segmented, ToBook};
use crate::ui::pages::practice::words_here::WordsHere;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A choice per level of the scale.
pub fn level_choices(model: &Model) -> Vec<Choice> {
    let choice = |rung: &crate::model::Rung| Choice::new(rung.level.to_string(), rung.level.to_string(), rung.name.get(t::tag()));
    model.rungs().map(choice).collect()
}

/// A choice per scope of the model; none when it knows no scopes.
pub fn scope_choices(model: &Model) -> Vec<Choice> {
    let choice = |words: &crate::model::ScopeWords| Choice::new(words.scope.key(), words.name.get(t::tag()), "");
    model.scopes.iter().map(choice).collect()
}

/// How specific what is done for a practice is.
#[component]
pub fn ScopeQuestion(
    practice: PracticeId,
    /// Whether it is said to be optional, in few words: what the scopes mean stands with what the levels mean.
    #[prop(optional)]
    is_optional: bool,
) -> impl IntoView {
    let open_session = open_session();
    let choices = open_session.asked.with_untracked(|asked| scope_choices(asked.model()));
    let name = format!("scope-{practice}");
    let id = StoredValue::new(practice);
    let chosen =
        Memo::new(move |_| mine(open_session, id.get_value(), |session| &session.scopes).map(|scope| scope.key().to_owned()));
    let choose = move |key: String| {
        if let (Some(scope), Some(place)) = (Scope::from_key(&key), open_session.place(id.get_value())) {
            open_session.change(commands::scope(place, scope));
        }
    };
    (!choices.is_empty()).then(|| {
        view! {
            <div class="scope-question">
                <Segmented legend=if is_optional { t::SCOPE_OPTIONAL } else { t::SCOPE_QUESTION } name choices chosen on_choose=choose show_legend=true />
                <p class="hint">{if is_optional { t::SCOPE_OPTIONAL_HINT } else { t::SCOPE_QUESTION_HINT }}</p>
            </div>
        }
    })
}

/// What a practice is about, folded: objective, what goes wrong without it, who knows, examples.
#[component]
pub fn PracticeHelp(practice: Practice) -> impl IntoView {
    let examples: Vec<_> = practice
        .examples
        .iter()
        .map(|example| {
            let (sector, text) = (example.sector.get(t::tag()).to_owned(), example.text.get(t::tag()).to_owned());
            view! { <p><strong>{sector} ": "</strong> {text}</p> }
        })
        .collect();
    let more = practice.objective.said(t::tag()).or(practice.without.said(t::tag())).is_some() || !examples.is_empty();
    view! {
        {more.then(|| view! { <details class="help">
            <summary>{t::MORE_ABOUT_PRACTICE}</summary>
            {said(t::OBJECTIVE.get(), practice.objective.said(t::tag()))}
            {said(t::WITHOUT_IT.get(), practice.without.said(t::tag()))}
            {(!examples.is_empty()).then(|| view! { <p class="hint">{t::MADE_UP_EXAMPLES}</p> {examples} })}
        </details> })}
        <WordsHere practice=practice.clone() />
        <ToBook practice=practice.id.clone() name=practice.name.get(t::tag()) />
    }
}

/// What a model says of something, with what that is; nothing where it says nothing.
fn said(what: &'static str, words: Option<&str>) -> Option<AnyView> {
    words.map(|words| view! { <p><strong>{what}</strong> " " {words.to_owned()}</p> }.into_any())
}
