//! Writing a finding: what it is about, what kind it is, and the words.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::analysis::Thing;
use crate::model::Level;
use crate::session::{Answer, FindingAbout, FindingKind, PersonId, Suggestion, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::{Choice, Segmented, TextArea, about_key, about_of};
use crate::ui::pages::practice::level_choices;
use crate::ui::pages::share::review::asked::WhoIsAsked;
use crate::ui::pages::share::review::snippets::Snippets;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

const TEXT: &str = "finding-text";
const COMMENT: &str = "comment";
const QUESTION: &str = "question";
const CHALLENGE: &str = "challenge";
const SUGGESTION: &str = "suggestion";

/// What is said of the finding that is being written.
#[derive(Clone, Copy)]
struct Draft {
    about: RwSignal<FindingAbout>,
    kind: RwSignal<String>,
    /// A level, or a word for an answer.
    instead: RwSignal<Option<String>>,
    to: RwSignal<Option<PersonId>>,
    text: RwSignal<String>,
}

impl Draft {
    /// The kind, once all that it needs is chosen.
    fn kind(self) -> Option<FindingKind> {
        let level = || self.instead.get_untracked()?.parse().ok().map(Level::new);
        match self.kind.get_untracked().as_str() {
            QUESTION => Some(FindingKind::Question(self.to.get_untracked())),
            CHALLENGE => Some(FindingKind::Challenge),
            SUGGESTION => match self.about.get_untracked() {
                FindingAbout::Practice(_) => level().map(Suggestion::Level),
                FindingAbout::Target(_) => level().map(Suggestion::Target),
                FindingAbout::Statement(_) => {
                    self.instead.get_untracked().and_then(|word| answer_of(&word)).map(Suggestion::Answer)
                }
                FindingAbout::Whole | FindingAbout::Action(_) => None,
            }
            .map(FindingKind::Suggestion),
            _ => Some(FindingKind::Comment),
        }
    }
}

const ANSWERS: [(&str, Answer); 3] = [("met", Answer::Met), ("partly", Answer::Partly), ("not_met", Answer::NotMet)];

fn answer_of(word: &str) -> Option<Answer> {
    ANSWERS.into_iter().find(|(key, _)| *key == word).map(|(_, answer)| answer)
}

/// The form, folded until somebody wants it, or comes from what they want to write about.
#[component]
pub fn WriteFinding() -> impl IntoView {
    let named = use_query_map().with_untracked(|query| query.get("about").and_then(|key| about_of(&key)));
    let opened = named.is_some();
    let draft = Draft {
        about: RwSignal::new(named.clone().unwrap_or(FindingAbout::Whole)),
        kind: RwSignal::new(COMMENT.to_owned()),
        instead: RwSignal::new(None),
        to: RwSignal::new(None),
        text: RwSignal::new(String::new()),
    };
    view! {
        <details class="card no-print write-finding" open=opened>
            <summary>{t::WRITE_FINDING}</summary>
            <Form draft named />
        </details>
    }
}

#[component]
fn Form(draft: Draft, named: Option<FindingAbout>) -> impl IntoView {
    let open_session = open_session();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if draft.text.with_untracked(|text| text.trim().is_empty()) {
            app_state().say(t::FINDING_NEEDS_WORDS.to_owned(), None);
            return page::focus(TEXT);
        }
        let Some((kind, round)) = draft.kind().zip(open_session.round()) else {
            return app_state().say(t::FINDING_NEEDS_LEVEL.to_owned(), None);
        };
        let about = draft.about.get_untracked();
        let change = open_session.session.with_untracked(|session| {
            draft.text.with_untracked(|text| commands::write_finding(session, clock::new_id(), &round, kind, (about, None), text))
        });
        if let Some(change) = change {
            open_session.change_with_undo(vec![change], t::FINDING_ADDED.to_owned());
            draft.text.set(String::new());
        }
    };
    let choose = move |event| {
        if let Some(about) = about_of(&event_target_value(&event)) {
            draft.instead.set(None);
            draft.about.set(about);
        }
    };
    let options: Vec<_> = abouts(open_session, named.as_ref())
        .into_iter()
        .map(|about| {
            let (key, words) = (about_key(&about), t::finding_about(&about, &called(open_session, &about)));
            view! { <option value=key selected=move || draft.about.with(|chosen| *chosen == about)>{words}</option> }
        })
        .collect();
    let kinds = move || {
        let can_suggest = draft.about.with(|about| !matches!(about, FindingAbout::Whole | FindingAbout::Action(_)));
        let sample = FindingKind::Suggestion(Suggestion::Answer(Answer::Met));
        let all = [(COMMENT, FindingKind::Comment), (QUESTION, FindingKind::Question(None)), (CHALLENGE, FindingKind::Challenge)];
        let suggestion = can_suggest.then_some((SUGGESTION, sample));
        all.into_iter().chain(suggestion).map(|(key, kind)| Choice::new(key, t::finding_kind(&kind), "")).collect::<Vec<_>>()
    };
    let kind = Signal::derive(move || Some(draft.kind.get()));
    view! {
        <form on:submit=add>
            <div class="field">
                <label for="finding-about">{t::FINDING_ABOUT}</label>
                <select id="finding-about" on:change=choose>{options}</select>
            </div>
            {move || view! {
                <Segmented legend=t::FINDING_KIND name="finding-kind" choices=kinds() chosen=kind on_choose=move |key: String| draft.kind.set(key) show_legend=true />
            }}
            {move || instead(open_session, draft)}
            <WhoIsAsked is_asked=Signal::derive(move || draft.kind.with(|kind| kind == QUESTION)) to=draft.to />
            <TextArea id=TEXT label=t::FINDING_TEXT value=draft.text on_type=move |typed: String| draft.text.set(typed) />
            <Snippets text=draft.text />
            <div class="actions"><button type="submit" class="button primary">{t::SAVE_FINDING}</button></div>
        </form>
    }
}

/// Which level or answer is suggested.
fn instead(open_session: OpenSession, draft: Draft) -> Option<impl IntoView> {
    if draft.kind.with(|kind| kind != SUGGESTION) {
        return None;
    }
    let (legend, choices) = match draft.about.get() {
        FindingAbout::Practice(_) | FindingAbout::Target(_) => {
            (t::SUGGESTED_LEVEL, open_session.asked.with_untracked(|asked| level_choices(asked.model())))
        }
        FindingAbout::Statement(_) => {
            let answers = ANSWERS.into_iter().map(|(key, answer)| Choice::new(key, t::answer_with_reason(&answer), ""));
            (t::SUGGESTED_ANSWER, answers.collect())
        }
        FindingAbout::Whole | FindingAbout::Action(_) => return None,
    };
    let chosen = draft.instead;
    Some(
        view! { <Segmented legend name="finding-instead" choices chosen on_choose=move |key: String| chosen.set(Some(key)) show_legend=true /> },
    )
}

/// What one can write about: what one came from, all of it, each practice and its target.
fn abouts(open_session: OpenSession, named: Option<&FindingAbout>) -> Vec<FindingAbout> {
    let mut all = vec![FindingAbout::Whole];
    all.extend(named.filter(|named| matches!(named, FindingAbout::Statement(_) | FindingAbout::Action(_))).cloned());
    open_session.asked.with_untracked(|asked| {
        for practice in asked.model().practices() {
            all.push(FindingAbout::Practice(practice.id.clone()));
            all.push(FindingAbout::Target(practice.id.clone()));
        }
    });
    all
}

fn called(open_session: OpenSession, about: &FindingAbout) -> String {
    let thing = match about {
        FindingAbout::Whole => return String::new(),
        FindingAbout::Statement(id) => Thing::Indicator(id.clone()),
        FindingAbout::Practice(id) | FindingAbout::Target(id) => Thing::Practice(id.clone()),
        FindingAbout::Action(id) => Thing::Action(id.clone()),
    };
    open_session.name_of(&thing)
}
