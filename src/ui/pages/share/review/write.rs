//! Writing a finding: what it is about, what kind it is, and the words.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::analysis::{can_be_about, thing_of};
use crate::session::{Answer, FindingAbout, FindingKind, Suggestion, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::{Choice, PartSwitch, Segmented, TextArea, about_key, about_of};
use crate::ui::pages::practice::level_choices;
use crate::ui::pages::share::review::asked::WhoIsAsked;
use crate::ui::pages::share::review::card::heading_id;
use crate::ui::pages::share::review::draft::{
    CHALLENGE, COMMENT, FindingDraft, QUESTION, SUGGESTION, answer_choices, can_suggest,
};
use crate::ui::pages::share::review::snippets::Snippets;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

const TEXT: &str = "finding-text";
const INSTEAD: &str = "finding-instead";

/// The form, folded until somebody wants it, comes from what they want to write about, or left it half done.
#[component]
pub fn WriteFinding(named: Option<FindingAbout>, writes: bool) -> impl IntoView {
    let draft = FindingDraft::of(open_session(), named.as_ref().filter(|_| writes));
    view! {
        <details class="card no-print write-finding" open=writes || draft.is_begun()>
            <summary>{t::WRITE_FINDING}</summary>
            <Form draft named />
        </details>
    }
}

#[component]
fn Form(draft: FindingDraft, named: Option<FindingAbout>) -> impl IntoView {
    let open_session = open_session();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        add(open_session, draft);
    };
    let choose = move |event| {
        if let Some(about) = about_of(&event_target_value(&event)) {
            draft.choose_about(&about);
        }
    };
    let options: Vec<_> = open_session
        .assessment_now(|assessment| can_be_about(assessment, named.as_ref()))
        .into_iter()
        .map(|about| {
            let called = thing_of(&about).map(|thing| open_session.name_of(&thing)).unwrap_or_default();
            let (key, words) = (about_key(&about), t::finding_about(&about, &called));
            view! { <option value=key selected=move || draft.about() == about>{words}</option> }
        })
        .collect();
    let is_suggestable = Memo::new(move |_| can_suggest(&draft.about()));
    let kinds = move || {
        let sample = FindingKind::Suggestion(Suggestion::Answer(Answer::Met));
        let all = [(COMMENT, FindingKind::Comment), (QUESTION, FindingKind::Question(None)), (CHALLENGE, FindingKind::Challenge)];
        let suggestion = is_suggestable.get().then_some((SUGGESTION, sample));
        all.into_iter().chain(suggestion).map(|(key, kind)| Choice::new(key, t::finding_kind(&kind), "")).collect::<Vec<_>>()
    };
    let kind = Memo::new(move |_| Some(draft.kind_word()));
    let is_question = Signal::derive(move || kind.with(|kind| kind.as_deref() == Some(QUESTION)));
    let of_part = Memo::new(move |_| matches!(draft.about(), FindingAbout::Practice(_) | FindingAbout::Statement(_)));
    view! {
        <form on:submit=add>
            <div class="field">
                <label for="finding-about">{t::FINDING_ABOUT}</label>
                <select id="finding-about" on:change=choose>{options}</select>
            </div>
            {move || of_part.get().then(|| view! { <PartSwitch /> })}
            {move || view! {
                <Segmented legend=t::FINDING_KIND name="finding-kind" choices=kinds() chosen=kind on_choose=move |word: String| draft.choose_kind(word) show_legend=true />
            }}
            <div id=INSTEAD>{move || instead(open_session, draft, kind)}</div>
            <WhoIsAsked is_asked=is_question to=draft.to />
            <TextArea id=TEXT label=t::FINDING_TEXT value=draft.text.words on_type=move |typed: String| draft.text.set(typed) />
            <Snippets text=draft.text />
            <div class="actions"><button type="submit" class="button primary">{t::SAVE_FINDING}</button></div>
        </form>
    }
}

/// Adds the finding, or says what is missing and leads there.
fn add(open_session: OpenSession, draft: FindingDraft) {
    let text = draft.text.words.get_untracked();
    if text.trim().is_empty() {
        app_state().say(t::FINDING_NEEDS_WORDS.to_owned(), None);
        return page::focus(TEXT);
    }
    let Some(kind) = draft.kind() else {
        app_state().say(t::FINDING_NEEDS_LEVEL.to_owned(), None);
        return page::focus_choice(INSTEAD);
    };
    let about = untrack(|| draft.about());
    let is_of_part = matches!(about, FindingAbout::Practice(_) | FindingAbout::Statement(_));
    let part = open_session.part.get_untracked().filter(|_| is_of_part);
    let id: crate::session::FindingId = clock::new_id();
    let change = open_session.round().and_then(|round| {
        let write = |session: &_| commands::write_finding(session, id.clone(), &round, kind, (about, part), &text);
        open_session.session.with_untracked(write)
    });
    let Some(change) = change else { return app_state().say(t::CANT_ADD_FINDING.to_owned(), None) };
    if open_session.change_with_undo(vec![change], t::FINDING_ADDED.to_owned()) {
        draft.clear();
        page::focus_soon(heading_id(&id));
    }
}

/// Which level or answer is suggested.
fn instead(open_session: OpenSession, draft: FindingDraft, kind: Memo<Option<String>>) -> Option<impl IntoView> {
    if kind.with(|kind| kind.as_deref() != Some(SUGGESTION)) {
        return None;
    }
    let (legend, choices) = match draft.about() {
        FindingAbout::Practice(_) | FindingAbout::Target(_) => {
            (t::SUGGESTED_LEVEL, open_session.asked.with_untracked(|asked| level_choices(asked.model())))
        }
        FindingAbout::Statement(id) => (t::SUGGESTED_ANSWER, answer_choices(open_session, &id)),
        FindingAbout::Whole | FindingAbout::Action(_) => return None,
    };
    let chosen = draft.instead;
    Some(
        view! { <Segmented legend name=INSTEAD choices chosen on_choose=move |key: String| chosen.set(Some(key)) show_legend=true /> },
    )
}
