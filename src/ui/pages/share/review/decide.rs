//! What can be done with a finding: reply, accept, answer, decline, take it back, decide anew.

use std::sync::Arc;

use leptos::prelude::*;

use crate::session::{Change, FindingId, ReplyToFinding, Session, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::TextArea;
use crate::ui::pages::share::review::can::Can;
use crate::ui::pages::share::review::card::heading_id;
use crate::ui::pages::share::review::cards::Card;
use crate::ui::pages::share::review::list::LIST;
use crate::ui::pages::share::review::reword::Reword;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{Draft, OpenSession, open_session};
use crate::ui::text as t;

/// One finding, what stands in its field, and where the focus goes afterwards.
#[derive(Clone, Copy)]
struct Deciding {
    open_session: OpenSession,
    id: StoredValue<FindingId>,
    words: Draft,
}

impl Deciding {
    fn to(self) -> ReplyToFinding {
        ReplyToFinding { finding: self.id.get_value(), reply: clock::new_id() }
    }

    /// Makes a change with what stands in the field, or says what is missing and leads there.
    fn make(self, command: impl FnOnce(&Session, &str) -> Option<Change>, done: t::Words, missing: t::Words) {
        let words = self.words.words.get_untracked();
        match self.open_session.session.with_untracked(|session| command(session, &words)) {
            Some(change) => {
                if self.open_session.change_with_undo(vec![change], done.get().to_owned()) {
                    self.words.clear();
                    page::focus_first_soon(vec![heading_id(&self.id.get_value()), LIST.to_owned()]);
                }
            }
            None => {
                app_state().say(missing.get().to_owned(), None);
                page::focus(&field(&self.id.get_value()));
            }
        }
    }

    fn accept(self, card: Option<Arc<Card>>) {
        let round = self.open_session.round();
        let authorship = self.open_session.authorship();
        let finding = card.as_ref().and_then(|card| Some((card.fact.value()?, card.about.as_ref()?)));
        let changes = finding.is_some_and(|(finding, about)| commands::accepting_changes(&finding.kind, about));
        let done = if changes { t::ACCEPTED_AND_DONE } else { t::ACCEPTED };
        let accept = |session: &Session, words: &str| {
            let accepted = commands::accept_finding(session, &self.id.get_value(), finding?.1, &round?, &authorship)?;
            Some(commands::with_reply(session, self.to(), words, accepted))
        };
        self.make(accept, done, t::CANT_ACCEPT);
    }

    fn withdraw(self) {
        let authorship = self.open_session.authorship();
        let withdraw = |session: &Session, words: &str| {
            let withdrawn = commands::withdraw_finding(session, &self.id.get_value(), &authorship)?;
            Some(commands::with_reply(session, self.to(), words, withdrawn))
        };
        self.make(withdraw, t::FINDING_WITHDRAWN, t::CANT_ACCEPT);
    }

    fn reopen(self) {
        let reopen = |session: &Session, words: &str| {
            Some(commands::with_reply(session, self.to(), words, commands::reopen_finding(self.id.get_value())))
        };
        self.make(reopen, t::REOPENED, t::NEEDS_REPLY);
    }
}

/// The field of a finding.
fn field(id: &FindingId) -> String {
    format!("reply-to-{id}")
}

/// A button that does something with the finding whose heading has this id.
#[component]
fn Act(words: t::Words, named: StoredValue<String>, act: impl Fn() + 'static, #[prop(optional)] is_plain: bool) -> impl IntoView {
    view! {
        <button type="button" class="button" class:plain=is_plain aria-describedby=named.get_value() on:click=move |_| act()>
            {words}
        </button>
    }
}

/// The buttons of a finding, and a field for the reply or the reason. What is typed stays with the finding until it is sent.
#[component]
pub fn Decide(id: FindingId, card: Memo<Option<Arc<Card>>>) -> impl IntoView {
    let open_session = open_session();
    let words = Draft::of(open_session, format!("reply/{id}"));
    let (heading, field) = (heading_id(&id), field(&id));
    let it = Deciding { open_session, id: StoredValue::new(id.clone()), words };
    let can = Memo::new(move |_| {
        open_session.me.track();
        card.with(|card| Can::of(card.as_ref(), open_session))
    });
    let reply = move || {
        it.make(|session, words| commands::reply_to_finding(session, it.to(), words), t::SEND_REPLY_DONE, t::NEEDS_REPLY);
    };
    let answer = move || {
        it.make(|session, words| commands::answer_finding(session, it.to(), words), t::ANSWERED, t::NEEDS_REPLY);
    };
    let decline = move || {
        let authorship = open_session.authorship();
        it.make(|session, words| commands::decline_finding(session, it.to(), words, &authorship), t::DECLINED, t::NEEDS_REASON);
    };
    let accept = move || it.accept(card.get_untracked());
    let withdraw = move || it.withdraw();
    let reopen = move || it.reopen();
    let named = StoredValue::new(heading.clone());
    view! {
        <div class="finding-decide no-print">
            {move || can.get().accept.then(|| view! { <Act words=t::ACCEPT named act=accept /> })}
            {move || can.get().take_over.then(|| view! { <Act words=t::TAKE_OVER named act=accept /> })}
            <details open=words.words.with_untracked(|words| !words.is_empty())>
                <summary aria-describedby=heading.clone()>{move || if can.get().decide { t::REPLY_OR_DECIDE.get() } else { t::SAY_MORE.get() }}</summary>
                <TextArea id=field label=t::REPLY about=heading.clone() value=words.words on_type=move |typed: String| words.set(typed) />
                <div class="actions">
                    <Act words=t::SEND_REPLY named act=reply />
                    {move || can.get().decide.then(|| view! { <Act words=t::ANSWER_FINDING named act=answer /> })}
                    {move || (can.get().decide && !can.get().is_mine).then(|| view! { <Act words=t::DECLINE named act=decline /> })}
                    {move || can.get().withdraw().then(|| view! { <Act words=t::WITHDRAW named act=withdraw is_plain=true /> })}
                    {move || (!can.get().decide).then(|| view! { <Act words=t::REOPEN named act=reopen is_plain=true /> })}
                </div>
                {move || can.get().withdraw().then(|| view! { <Reword id=it.id.get_value() card /> })}
            </details>
        </div>
    }
}
