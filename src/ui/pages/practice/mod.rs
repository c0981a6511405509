//! What the pages about a practice share.

pub mod former;
pub mod next_question;
pub mod scale_help;
pub mod wins;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::shell::not_found::NotFoundPage;

use crate::model::{Group, Model, Practice, PracticeId, Scope};
use crate::session::{AnswerRequest, Fact, Place, Session, commands, mine_or_first, others};
use crate::ui::components::{AnsweringAs, Choice, PageHead, PartSwitch, Segmented, TextArea, ToBook, anew};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A choice per level of the scale.
pub fn level_choices(model: &Model) -> Vec<Choice> {
    let choice = |rung: &crate::model::Rung| Choice::new(rung.level.to_string(), rung.level.to_string(), rung.name.get(t::tag()));
    model.scale.iter().map(choice).collect()
}

/// A choice per scope of the model; none when it knows no scopes.
pub fn scope_choices(model: &Model) -> Vec<Choice> {
    let choice = |words: &crate::model::ScopeWords| Choice::new(words.scope.key(), words.name.get(t::tag()), "");
    model.scopes.iter().map(choice).collect()
}

/// The names of the groups that lead to a practice.
fn path_names(model: &Model, practice: &PracticeId) -> Vec<String> {
    model.path_to(practice).into_iter().map(|group: &Group| group.name.get(t::tag()).to_owned()).collect()
}

/// A practice with its neighbours in the model's order.
#[derive(Clone, PartialEq)]
pub struct InOrder {
    /// The practice.
    pub practice: Practice,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The one before.
    pub before: Option<PracticeId>,
    /// The one after.
    pub after: Option<PracticeId>,
}

/// The practice of that id in the model's order; in a request, among those that it asks about.
fn in_order(model: &Model, id: &str, request: Option<&AnswerRequest>) -> Option<InOrder> {
    let mut practices = model.practices();
    practices.retain(|practice| request.is_none_or(|request| request.asks(&practice.id)));
    let index = practices.iter().position(|practice| practice.id.as_str() == id)?;
    let id_at = |index: usize| practices.get(index).map(|practice| practice.id.clone());
    Some(InOrder {
        practice: (*practices.get(index)?).clone(),
        number: index + 1,
        of: practices.len(),
        before: index.checked_sub(1).and_then(id_at),
        after: id_at(index + 1),
    })
}

/// The page of a practice that the address names, with its heading; `above` says where in the pass one is.
#[component]
pub fn PracticePage(above: fn(usize, usize, &[String]) -> String, screen: fn(InOrder) -> AnyView) -> impl IntoView {
    let params = use_params_map();
    let open_session = open_session();
    let here = Memo::new(move |_| {
        let id = params.with(|params| params.get("practice")).unwrap_or_default();
        open_session.asked.with(|asked| open_session.request.with(|request| in_order(asked.model(), &id, request.as_ref())))
    });
    let title = Signal::derive(move || here.get().map(|here| here.practice.name.get(t::tag()).to_owned()).unwrap_or_default());
    let above = Signal::derive(move || {
        let Some(here) = here.get() else { return String::new() };
        let path = open_session.asked.with(|asked| path_names(asked.model(), &here.practice.id));
        above(here.number, here.of, &path)
    });
    move || match here.get() {
        None => NotFoundPage().into_any(),
        Some(here) => anew(view! {
            <PageHead title above />
            <div class="answering"><AnsweringAs /> <PartSwitch /></div>
            {screen(here)}
        }),
    }
}

/// What I stated about something, as [`mine_or_first`] has it, followed wherever I am or whatever part is being answered.
pub fn mine<Id: Ord + Clone, V: Clone>(
    open_session: OpenSession,
    on: Id,
    facts: fn(&Session) -> &std::collections::BTreeMap<Place<Id>, Fact<V>>,
) -> Option<V> {
    open_session.me.track();
    open_session.part.track();
    open_session.soon(|session| mine_or_first(facts(session), &open_session.place(on)?).cloned())
}

/// What others stated about something, each with their name, followed likewise.
pub fn theirs<Id: Ord + Clone, V: Clone>(
    open_session: OpenSession,
    on: Id,
    facts: fn(&Session) -> &std::collections::BTreeMap<Place<Id>, Fact<V>>,
) -> Vec<(String, V)> {
    open_session.me.track();
    open_session.part.track();
    open_session.soon(|session| {
        let Some(place) = open_session.place(on) else { return Vec::new() };
        let name = |by| session.person_name(by).unwrap_or(t::SOMEBODY.get()).to_owned();
        others(facts(session), &place).map(|(by, value)| (name(by), value.clone())).collect()
    })
}

/// What others wrote beside a field, under it.
#[component]
pub fn OthersWords(#[prop(into)] said: Signal<Vec<(String, String)>>) -> impl IntoView {
    move || {
        let lines: Vec<_> = said
            .get()
            .into_iter()
            .map(|(name, words)| view! { <p class="hint" dir="auto">{t::words_of(&name, &words)}</p> })
            .collect();
        lines
    }
}

/// How specific what is done for a practice is.
#[component]
pub fn ScopeQuestion(practice: PracticeId) -> impl IntoView {
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
                <Segmented legend=t::SCOPE_QUESTION name choices chosen on_choose=choose show_legend=true />
                <p class="hint">{t::SCOPE_QUESTION_HINT}</p>
            </div>
        }
    })
}

/// A note on a practice.
#[component]
pub fn PracticeNote(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let field = format!("note-{practice}");
    let id = StoredValue::new(practice);
    let value = Signal::derive(move || mine(open_session, id.get_value(), |session| &session.practice_notes).unwrap_or_default());
    let on_type = move |typed: String| change_note(open_session, id.get_value(), typed);
    let said = Signal::derive(move || theirs(open_session, id.get_value(), |session| &session.practice_notes));
    view! {
        <TextArea id=field label=t::NOTE hint=t::NOTE_HINT value on_type />
        <FormerlySaid practice=id.get_value() again=Again::Note />
        <OthersWords said />
    }
}

fn change_note(open_session: OpenSession, practice: PracticeId, typed: String) {
    if let Some(place) = open_session.place(practice) {
        open_session.change(commands::write_practice_note(place, typed));
    }
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
    view! {
        <details class="help">
            <summary>{t::MORE_ABOUT_PRACTICE}</summary>
            <p><strong>{t::OBJECTIVE}</strong> " " {practice.objective.get(t::tag()).to_owned()}</p>
            <p><strong>{t::WITHOUT_IT}</strong> " " {practice.without.get(t::tag()).to_owned()}</p>
            <p class="hint">{t::MADE_UP_EXAMPLES}</p>
            {examples}
        </details>
        <ToBook practice=practice.id.clone() name=practice.name.get(t::tag()) />
    }
}

/// Back, next, and out; `pass` is the pass that it leads through.
#[component]
pub fn Onward(here: InOrder, pass: SessionPage) -> impl IntoView {
    let open_session = open_session();
    let before = here.before.map(|id| view! { <A href=open_session.link(pass.of(&id)) attr:class="button">{t::BACK}</A> });
    let next = match here.after {
        Some(id) => view! { <A href=open_session.link(pass.of(&id)) attr:class="button primary">{t::NEXT}</A> }.into_any(),
        None => {
            view! { <A href=open_session.link(SessionPage::Results) attr:class="button primary">{t::NEXT_RESULTS}</A> }.into_any()
        }
    };
    view! {
        <nav class="onward sticky" aria-label=t::ONWARD>
            {before} {next} <A href=open_session.link(SessionPage::Assess) attr:class="button plain">{t::ALL_PRACTICES}</A>
        </nav>
    }
}
