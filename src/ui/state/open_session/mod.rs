//! The open session: what is shown of it and changing it; undoing is in [`undoing`], saving in [`saving`].

mod assessed;
mod carrying;
mod conflicts;
mod drafts;
mod exported;
mod looked_at;
mod own_answers;
mod saving;
mod undoing;

pub use drafts::Draft;

use crate::ui::routes::Address;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use assessed::Assessed;
use carrying::follow_profiles;
use leptos::prelude::*;
use looked_at::{chosen_in, round_chosen};

use crate::analysis::{
    Assessment, Dispute, KeptApartIndex, Progress, Results, audience, disputes, own_indicators, progress, results,
};
use crate::exchange::write_session;
use crate::model::{IndicatorId, Model, Questionnaire, order};
use crate::session::{
    ActorId, AnswerRequest, Authorship, BroughtModel, Change, FromFile, ModelRef, PartId, PersonId, Place, RoundId, Session,
    Steps, Subject,
};
use crate::store::{SaveError, SessionStore, Slot, StorageError, Stored, check_size};
use crate::ui::browser::{clock, page, tab_memory};
use crate::ui::state::app_state::AppState;

/// Whether what is on the screen is also in the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// All of it.
    Yes,
    /// Only for as long as the page is open, because the browser allows no storage.
    InMemory,
    /// Not the latest changes.
    No(SaveError),
}

/// The open session.
#[derive(Clone, Copy)]
pub struct OpenSession {
    app_state: AppState,
    slot: StoredValue<Slot>,
    revision: StoredValue<u64>,
    is_unsaved: StoredValue<bool>,
    /// Whether saving is about to happen by itself.
    is_due: StoredValue<bool>,
    /// How many bytes it has as it was saved last.
    size: RwSignal<usize>,
    /// Counts what happened to the reminder of the export in this visit.
    exports: RwSignal<u32>,
    /// The session.
    pub session: RwSignal<Session>,
    /// Who is asked what, where the session is a request.
    pub request: Memo<Option<AnswerRequest>>,
    /// What is asked in it.
    pub asked: Memo<Arc<Questionnaire>>,
    /// Both as an assessment.
    assessed: Assessed,
    /// What follows from it.
    pub results: Memo<Results>,
    /// How far along it is.
    pub progress: Memo<Progress>,
    /// What people answered differently, settled or not.
    pub disputes: Memo<Vec<Dispute>>,
    /// Where each of them stands: who looks for one need not go through all.
    dispute_places: Memo<BTreeMap<Subject<IndicatorId>, usize>>,
    /// What two copies say differently, by what it is about.
    pub kept_apart: Memo<KeptApartIndex>,
    /// Whether it is saved.
    pub saved: RwSignal<Saved>,
    /// Counts up shortly after each change.
    painted: RwSignal<u64>,
    /// Who is answering on this device.
    pub me: RwSignal<Option<PersonId>>,
    /// What can be undone and redone.
    steps: StoredValue<Steps>,
    /// Which part is being answered; `None` for the whole system.
    pub part: RwSignal<Option<PartId>>,
    /// Which round somebody chose to look at; `None` for the latest.
    round_chosen: RwSignal<Option<RoundId>>,
}

impl OpenSession {
    /// Lays a stored session on the open session. `asked` says what is asked with the session's profiles and own indicators.
    pub fn new(
        app_state: AppState,
        slot: Slot,
        stored: Stored,
        asked: impl Fn(&Session) -> Questionnaire + Send + Sync + 'static,
    ) -> Self {
        let store = app_state.store();
        let me = who_answers(&store, &slot, &stored.session);
        let part_place = format!("part.{slot}");
        let round_chosen = round_chosen(format!("round.{slot}"));
        let recalled = tab_memory::recall(&format!("history.{slot}"));
        let steps = recalled.and_then(|text| FromFile::from_json(&text)).unwrap_or_default();
        let session = RwSignal::new(stored.session);
        let painted = painted_after(session);
        // What is asked follows shortly after each change: while somebody types a statement of their own, every key is painted first.
        let laid = Memo::new(move |_| {
            let profiles = |session: &Session| session.profiles_in_use().cloned().collect::<Vec<_>>();
            soon(session, painted, |it| (it.model.clone(), profiles(it), it.places.clone(), it.duties.clone()))
        });
        let own = Memo::new(move |_| soon(session, painted, own_indicators));
        let audience = Memo::new(move |_| soon(session, painted, audience));
        let asked = Memo::new(move |_| {
            // Read, not only tracked: a memo that nobody reads is never worked out and so never changes.
            let _ = (laid.get(), own.with(Vec::len), audience.with(|audience| audience.roles.len()));
            Arc::new(session.with_untracked(&asked))
        });
        // Revision 0 was never stored: it is too large, or there was no room for it.
        let unstored = || session.with_untracked(|session| check_size(session).err());
        follow_profiles(session, asked);
        let assessed = Assessed::new(session, asked, painted, round_chosen);
        let differing = assessed.following(disputes);
        Self {
            app_state,
            size: RwSignal::new(store.size(&slot).unwrap_or_default()),
            slot: StoredValue::new(slot),
            revision: StoredValue::new(stored.revision),
            is_unsaved: StoredValue::new(stored.revision == 0),
            is_due: StoredValue::new(false),
            exports: RwSignal::new(0),
            session,
            request: Memo::new(move |_| soon(session, painted, |session| session.request.clone())),
            asked,
            assessed,
            results: assessed.following(results),
            progress: assessed.following(progress),
            disputes: differing,
            dispute_places: Memo::new(move |_| {
                differing.with(|all| order::map(all.iter().zip(0..).map(|(dispute, place)| (dispute.at.clone(), place))))
            }),
            kept_apart: Memo::new(move |_| soon(session, painted, KeptApartIndex::of)),
            painted,
            saved: RwSignal::new(match stored.revision {
                0 => Saved::No(unstored().unwrap_or(SaveError::Storage(StorageError::Full))),
                _ if store.is_lasting() => Saved::Yes,
                _ => Saved::InMemory,
            }),
            me: RwSignal::new(me),
            steps: StoredValue::new(steps),
            part: part_that_is_there(session, painted, part_place),
            round_chosen,
        }
    }

    /// What people answered differently about a statement, for the whole system or a part, if they did.
    pub fn dispute_at(self, at: &Subject<IndicatorId>) -> Option<Dispute> {
        let place = self.dispute_places.with(|places| places.get(at).copied())?;
        self.disputes.with(|disputes| disputes.get(place).filter(|dispute| dispute.at == *at).cloned())
    }

    /// What follows from the session, worked out shortly after each change: the change itself is painted first.
    pub fn following<T>(self, work: impl Fn(&Assessment<'_>) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.assessed.following(work)
    }

    /// Reads of the open session beside what is asked in it. It is as it is now, and read again shortly after each change.
    pub fn assessment<T>(self, read: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.assessed.with(read)
    }

    /// Reads of the session what need not change in the same frame as an answer does: it is read again shortly after each change.
    pub fn soon<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        soon(self.session, self.painted, read)
    }

    /// Who makes a change now.
    pub fn authorship(self) -> Authorship {
        Authorship { by: self.answering(), at: clock::now(), actor: self.app_state.actor() }
    }

    fn store(self) -> SessionStore {
        self.app_state.store()
    }

    /// The slot that the session is in.
    pub fn slot(self) -> Slot {
        self.slot.get_value()
    }

    /// Whether it is the session in that slot that is open, still.
    pub fn is_at(self, slot: &Slot) -> bool {
        self.session.try_with_untracked(|_| ()).is_some() && self.slot.try_get_value().as_ref() == Some(slot)
    }

    /// The address of a page of this session, or of a place on it.
    pub fn link(self, to: impl Into<Address>) -> String {
        page::link(&to.into().path_in(&self.slot()))
    }

    /// Makes a change that can be undone, has it saved soon and gives the number of its step.
    pub fn change(self, change: Change) -> u64 {
        let step = self.make(|session, steps, authorship| steps.try_make(session, change, authorship));
        self.app_state.pass_over();
        step.unwrap_or(Ok(0)).unwrap_or_else(|frozen| self.say_frozen(&frozen))
    }

    /// Makes a change that is no step to undo.
    pub fn record(self, change: Change) {
        self.make(|session, _, authorship| session.apply(change, authorship));
    }

    /// Alters the session and has it saved soon.
    fn make<T>(self, alter: impl FnOnce(&mut Session, &mut Steps, &Authorship) -> T) -> Option<T> {
        let authorship = self.authorship();
        let altered = self.session.try_update(|session| self.steps.try_update_value(|steps| alter(session, steps, &authorship)));
        self.is_unsaved.set_value(true);
        self.save_soon();
        altered.flatten()
    }

    /// Takes another model, as long as nothing is said that belongs to the present one.
    pub fn take_model(self, model: ModelRef) {
        if self.session.with_untracked(Session::is_free_of_model) {
            // What it brought was for the model before.
            self.with_model(|session, actor| session.put_model(model, None, actor));
        }
    }

    /// Takes another edition of the model that somebody brought; gives what stood there before.
    pub fn take_edition(self, model: &Model) -> (ModelRef, Option<BroughtModel>) {
        // Beside the undo of this moment; where there is no room for it, that has to do.
        let _ = self.app_state.store_after_saving().back_up(&self.slot(), clock::here_and_now());
        self.with_model(|session, actor| session.take_edition(model, actor))
    }

    /// Alters by which model it is answered; gives what stood there before.
    fn with_model(self, alter: impl FnOnce(&mut Session, &ActorId)) -> (ModelRef, Option<BroughtModel>) {
        let before = self.session.with_untracked(|session| (session.model.clone(), session.own_model.clone()));
        let actor = self.app_state.actor();
        if self.session.try_update(|session| alter(session, &actor)).is_some() {
            self.change(Change::Together(Vec::new()));
        }
        before
    }

    /// Puts back which model it is about, with what it brought of it.
    pub fn put_model(self, (model, own_model): (ModelRef, Option<BroughtModel>)) {
        // Whoever undoes it may have left meanwhile.
        if self.session.try_with_untracked(|_| ()).is_some() {
            self.with_model(|session, actor| session.put_model(model, own_model, actor));
        }
    }

    /// Takes down that somebody has looked at what the model says otherwise than when it was answered; gives what stood there before.
    pub fn words_looked_at(self, model: &Model) -> (ModelRef, Option<BroughtModel>) {
        self.with_model(|session, actor| session.look_at_words(model, actor))
    }

    /// Who is answering on this device, as long as they take part. Whoever was removed says nothing more, unless that is undone.
    pub fn answering(self) -> Option<PersonId> {
        let me = self.me.get_untracked()?;
        self.session.with_untracked(|session| session.takes_part(&me)).then_some(me)
    }

    /// Who decides here, as far as it is known without asking: who answers on this device, or else the only one who takes part.
    pub fn decider(self) -> Option<PersonId> {
        self.answering().or_else(|| self.session.with_untracked(|session| session.only_person().cloned()))
    }

    /// Remembers who is answering on this device.
    pub fn set_me(self, me: Option<PersonId>) {
        let id = me.as_ref().map_or("", PersonId::as_str);
        self.store().set_setting(&me_setting(&self.slot()), id);
        self.me.set(me);
    }

    /// The place of an answer of mine about an item of the model, for the whole system or the part being answered, in the round
    /// that is looked at.
    pub fn place<Id>(self, on: Id) -> Option<Place<Id>> {
        let round = self.session.with_untracked(|session| {
            self.round_chosen.with_untracked(|chosen| chosen_in(session, chosen.as_ref()).or(session.round()).cloned())
        })?;
        Some(Place { on, round, part: self.part.get_untracked(), by: self.answering() })
    }

    /// What can be said once about an item of the model, by whomever, for the whole system or the part being answered.
    pub fn subject<Id>(self, on: Id) -> Option<Subject<Id>> {
        self.place(on).map(Place::subject)
    }

    /// The session as a file.
    pub fn file(self) -> Option<String> {
        write_session(&self.bringing()).ok()
    }

    /// The session as it leaves: with its model, where somebody brought that.
    pub fn bringing(self) -> Session {
        self.session.with_untracked(|session| self.app_state.bringing(session))
    }
}

/// Who answers in the session of a slot on this device: whoever a request is for, else whoever said so.
pub fn who_answers(store: &SessionStore, slot: &Slot, session: &Session) -> Option<PersonId> {
    let said = || store.setting(&me_setting(slot)).and_then(|id| PersonId::try_from(id).ok());
    session.request.as_ref().map(|request| request.addressee.clone()).or_else(said)
}

/// The setting of this browser that says who answers in the session of a slot.
pub fn me_setting(slot: &Slot) -> String {
    format!("me.{slot}")
}

/// Which part is being answered, also after a reload. Where that part is removed, it is the whole system again.
fn part_that_is_there(session: RwSignal<Session>, painted: RwSignal<u64>, place: String) -> RwSignal<Option<PartId>> {
    let part = RwSignal::new(tab_memory::recall(&place).and_then(|id| PartId::try_from(id).ok()));
    Effect::new(move |_| {
        tab_memory::remember(&place, &part.with(|part| part.as_ref().map_or(String::new(), ToString::to_string)));
    });
    Effect::new(move |_| {
        let is_gone = |part: &PartId| soon(session, painted, |session| !session.named_parts().any(|(id, _)| id == part));
        if part.with(|part| part.as_ref().is_some_and(is_gone)) {
            part.set(None);
        }
    });
    part
}

/// How long after a change what follows from it is worked out where nothing is painted, as on a hidden page.
const UNSEEN: Duration = Duration::from_millis(250);

/// Counts up shortly after each change of the session.
fn painted_after(session: RwSignal<Session>) -> RwSignal<u64> {
    let painted = RwSignal::new(0);
    let is_due = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        session.track();
        if before.is_some() && !is_due.get_value() {
            is_due.set_value(true);
            let count_up = move || {
                if is_due.try_get_value() == Some(true) {
                    is_due.try_set_value(false);
                    painted.try_update(|count| *count += 1);
                }
            };
            page::after_paint(count_up);
            set_timeout(count_up, UNSEEN);
        }
    });
    painted
}

fn soon<T>(session: RwSignal<Session>, painted: RwSignal<u64>, read: impl FnOnce(&Session) -> T) -> T {
    painted.track();
    session.with_untracked(read)
}

/// The open session.
pub fn open_session() -> OpenSession {
    expect_context::<OpenSession>()
}
