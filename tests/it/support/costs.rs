//! What is done with sessions of so many of one thing, to see how its cost grows: measured by `cargo xtask bench native`, and tried in
//! small by `tests/it/cost.rs`.

use plumbline::analysis::{
    Asking, Assessment, Capacity, FleetOrder, GapFilter, Member, Names, ReportOptions, Results, Thing, agenda, answer_effect,
    carried, consistency, current_why, decisions, disputes, edition_news, fleet, fleet_member, fleet_order, former_levels,
    formers, gap_list, in_time, next_question, open_points, overview, plan_and_reality_of, planned, progress, report, results,
    rounds_in_short, search, stale, take_over, trend, two_rounds_of, views, when_again, workloads,
};
use plumbline::exchange::{
    DayOrder, DecisionLogWords, Keep, Made, PlanColumn, PlanForm, PlanWords, ProfileName, contributions, decision_log_csv,
    discussions, fingerprint, merge, plan_back, plan_file, preview, read_session, request, settled, write_profile,
    write_session_compact,
};
use plumbline::model::Questionnaire;
use plumbline::session::commands::NewRound;
use plumbline::session::{Action, Change, Date, Fact, RoundReason, Steps, Timestamp, commands};
use plumbline::store::SessionStore;

use super::many::{self, Many};
use super::{filled, id, smm};

/// The day of all that depends on one.
const TODAY: Date = Date::constant(2026, 11, 27);

/// Is told of each thing that is done: what it is, and how to do it.
pub type Tell<'t> = dyn FnMut(&'static str, &mut dyn FnMut()) + 't;

/// Something of which there can be more.
pub struct Dimension {
    /// What it is.
    pub of: &'static str,
    /// How much of it there is at first, ten and a hundred times as much.
    pub counts: [usize; 3],
    /// Does what there is to do with so much of it.
    pub try_out: fn(usize, &mut Tell<'_>),
    /// How long something may take with the most of it, in milliseconds.
    pub goals: &'static [(&'static str, u64)],
}

/// All of which there can be more.
pub const DIMENSIONS: [Dimension; 14] = [
    Dimension { of: "answers", counts: [160, 1_600, 16_000], try_out: answers, goals: &[("report", 500)] },
    Dimension { of: "evidence", counts: [100, 1_000, 10_000], try_out: evidence, goals: &[("report", 500)] },
    Dimension {
        of: "conflicts",
        counts: [10, 100, 1_000],
        try_out: conflicts,
        goals: &[("deciding", 100), ("keeping both", 100)],
    },
    Dimension { of: "people", counts: [5, 50, 500], try_out: people, goals: &[("views", 200)] },
    Dimension { of: "people about one", counts: [10, 100, 1_000], try_out: people_about_one, goals: &[] },
    Dimension { of: "parts", counts: [4, 40, 400], try_out: parts, goals: &[] },
    Dimension { of: "practices", counts: [39, 390, 3_900], try_out: practices, goals: &[("overview", 200), ("report", 500)] },
    Dimension { of: "notes", counts: [160, 1_600, 16_000], try_out: notes, goals: &[("report", 500)] },
    Dimension { of: "decisions", counts: [100, 1_000, 10_000], try_out: decided, goals: &[] },
    Dimension { of: "actions", counts: [40, 400, 4_000], try_out: actions, goals: &[] },
    Dimension { of: "rounds", counts: [2, 20, 200], try_out: rounds, goals: &[("report", 500), ("over all rounds", 2_000)] },
    Dimension { of: "renamed questions", counts: [40, 400, 4_000], try_out: editions, goals: &[] },
    Dimension { of: "stored sessions", counts: [10, 100, 1_000], try_out: stored, goals: &[] },
    Dimension {
        of: "sessions compared",
        counts: [2, 20, 200],
        try_out: compared,
        goals: &[("from files to the comparison", 2_000)],
    },
];

/// Does something, and passes over what came of it.
fn tell<T>(tell: &mut Tell<'_>, what: &'static str, mut run: impl FnMut() -> T) {
    tell(what, &mut || _ = std::hint::black_box(run()));
}

/// What is done with every session.
fn of_session(Many { asked, session }: &Many, to: &mut Tell<'_>) {
    let now = || Assessment::latest(asked, session);
    let all_results = results(&now());
    tell(to, "results", || results(&now()));
    tell(to, "progress", || progress(&now()));
    tell(to, "next question", || next_question(&now(), Asking::default()));
    tell(to, "disputes", || disputes(&now()));
    tell(to, "stale", || stale(&now(), TODAY));
    tell(to, "check", || consistency(&now(), TODAY));
    tell(to, "what is open", || open_points(&now(), &all_results, TODAY).raised().len());
    tell(to, "agenda", || agenda(&now(), TODAY, 60));
    tell(to, "overview", || overview(&now(), &all_results));
    tell(to, "gap list", || gap_list(&overview(&now(), &all_results), &GapFilter::default()).len());
    tell(to, "views", || views(&now()));
    tell(to, "report", || report(&now(), TODAY, &ReportOptions::default(), "en"));
    tell(to, "search", || search(&now(), "statement minutes", "en"));
    tell(to, "explanations", || explained(&now(), &all_results));
    tell(to, "writing", || write_session_compact(session));
}

/// Why each level is what it is.
fn explained(assessment: &Assessment<'_>, results: &Results) -> usize {
    results.practices.iter().filter_map(|result| current_why(assessment, result)).map(|why| why.levels.len()).sum()
}

fn answers(count: usize, to: &mut Tell<'_>) {
    let many = many::answers(count);
    of_session(&many, to);
    let Many { asked, session } = &many;
    let file = write_session_compact(session).unwrap();
    tell(to, "reading", || read_session(file.as_bytes()));
    tell(to, "preview", || preview(session, asked));
    tell(to, "code of a report", || fingerprint(session, &ReportOptions::default()));
    let all: Vec<_> = session.answers.keys().map(|place| Change::Answer(place.clone(), None)).collect();
    tell(to, "a change and its undo", || {
        let mut session = session.clone();
        let back = session.apply(Change::Together(all.clone()), &many::by("tab-9"));
        session.apply(back, &many::by("tab-9"));
        session
    });
    let practices: Vec<_> = asked.model().practices().iter().map(|practice| practice.id.clone()).collect();
    tell(to, "request", || request(session, asked, &practices, &id("person-1"), None, "", many::day(1).at));
}

fn evidence(count: usize, to: &mut Tell<'_>) {
    of_session(&many::evidence(count), to);
}

fn conflicts(count: usize, to: &mut Tell<'_>) {
    let (Many { asked, session }, theirs) = many::conflicts(count);
    let merged = merge(&session, &theirs).unwrap();
    assert_eq!(merged.conflicts.len(), count);
    let names = Names::new(Some(&asked), &session, "en");
    let named = || {
        let things = merged.conflicts.iter().filter_map(|it| Thing::in_list(it.mine.list(), it.mine.about()));
        things.filter(|thing| names.of(thing).text().is_some()).count()
    };
    let decided = |side| merged.decided(&vec![side; count], &many::by("tab-4")).unwrap();
    let both = decided(Keep::Both);
    let apart = discussions(&both);
    assert_eq!((apart.len(), named()), (count, count));
    tell(to, "merging", || merge(&session, &theirs));
    tell(to, "who said what", || contributions(&merged.taken));
    tell(to, "their names", named);
    tell(to, "deciding", || decided(Keep::Theirs));
    tell(to, "keeping both", || decided(Keep::Both));
    tell(to, "what is kept apart", || discussions(&both));
    tell(to, "settling that", || apart.iter().map(|(id, sides)| settled(&both, id, sides.first()).len()).sum::<usize>());
    tell(to, "preview with it", || preview(&both, &asked));
    let apart = results(&Assessment::latest(&asked, &both));
    tell(to, "what is open with it", || open_points(&Assessment::latest(&asked, &both), &apart, TODAY).raised().len());
    tell(to, "decisions with it", || decisions(&Assessment::latest(&asked, &both)));
    tell(to, "report with it", || report(&Assessment::latest(&asked, &both), TODAY, &ReportOptions::default(), "en"));
}

fn people(count: usize, to: &mut Tell<'_>) {
    let many = many::people(count);
    of_session(&many, to);
    tell(to, "who has how much", || workloads(&Assessment::latest(&many.asked, &many.session)));
}

fn people_about_one(count: usize, to: &mut Tell<'_>) {
    of_session(&many::people_about_one(count), to);
}

fn parts(count: usize, to: &mut Tell<'_>) {
    of_session(&many::parts(count), to);
}

fn practices(count: usize, to: &mut Tell<'_>) {
    let files = many::Asked::new(count, 1);
    let model = files.read_model();
    let many = many::practices(count);
    of_session(&many, to);
    let Many { asked, session } = &many;
    let name = ProfileName {
        id: id("mine"),
        edition: id("1"),
        name: "Mine".to_owned(),
        language: "en".to_owned(),
        no_reason: "No reason".to_owned(),
        notice: "Ours".to_owned(),
    };
    tell(to, "reading the model", || files.read_model());
    tell(to, "reading the interview", || files.read_interview(&model));
    tell(to, "reading a profile", || files.read_profile(&model));
    tell(to, "taking proposals over", || take_over(asked, session));
    tell(to, "an answer's effect", || answer_effect(asked, session, &id("harm"), Some(&id("little"))));
    tell(to, "writing a profile", || write_profile(session, asked, &name));
    tell(to, "decision log", || decisions(&Assessment::latest(asked, session)));
    tell(to, "preview", || preview(session, asked));
}

fn notes(count: usize, to: &mut Tell<'_>) {
    of_session(&many::notes(count), to);
}

fn decided(count: usize, to: &mut Tell<'_>) {
    let many = many::targets(count);
    of_session(&many, to);
    let Many { asked, session } = &many;
    let log = decisions(&Assessment::latest(asked, session));
    assert!(log.len() >= count);
    let words = DecisionLogWords {
        head: [""; 13],
        scope: |_| "",
        because: |_| "",
        reasons: |_| String::new(),
        origin: |_, _| String::new(),
    };
    tell(to, "decision log", || decisions(&Assessment::latest(asked, session)));
    tell(to, "the log as CSV", || decision_log_csv(&log, Names::new(Some(asked), session, "en"), &words));
}

fn actions(count: usize, to: &mut Tell<'_>) {
    let Many { asked, mut session } = many::answers(160);
    for number in 0..count {
        let action = Action {
            title: format!("Action {number}"),
            due: Date::new(2027, 1 + (number % 12) as i8, 28).ok(),
            ..Action::default()
        };
        let serves = (0..3).map(|at| many::statement((number + at) % 40, 1, 0));
        session.apply(commands::plan_action(id(&format!("a{number}")), action, serves), &many::by("tab-1"));
        if let Some(before) = number.checked_sub(1) {
            let needs = commands::wait_for(&session, &id(&format!("a{number}")), &id(&format!("a{}", before / 2)));
            needs.into_iter().for_each(|needs| drop(session.apply(needs, &many::by("tab-1"))));
        }
    }
    let now = || Assessment::latest(&asked, &session);
    let (all_results, names) = (results(&now()), Names::new(Some(&asked), &session, "en"));
    let plan = planned(&now(), &all_results, false);
    assert_eq!(plan.len(), count);
    let words = plan_words();
    let made = Made { at: Timestamp::UNIX_EPOCH, on: TODAY };
    tell(to, "plan", || planned(&now(), &all_results, true));
    tell(to, "plan in time", || in_time(&plan, Capacity::People(3), TODAY));
    for form in PlanForm::ALL {
        tell(to, form.key(), || plan_file(form, &plan, names, made, &words));
    }
    // Every day is another one, and every title.
    let table =
        plan_file(PlanForm::Csv, &plan, names, made, &words).unwrap_or_default().replace("-28,", "-27,").replace("Action", "Act");
    let back = plan_back(&table, &plan, names, &words, DayOrder::NotSaid).unwrap_or_default();
    assert_eq!(back.changed.len(), count);
    tell(to, "table back", || plan_back(&table, &plan, names, &words, DayOrder::NotSaid));
    tell(to, "what it changes", || {
        let edits = back.changed.iter().map(|it| (&it.id, it.edits.as_slice()));
        session.clone().apply(commands::edit_actions(&session, edits), &many::by("tab-9"))
    });
    let Many { asked, session } = many::resting(count);
    let now = || Assessment::latest(&asked, &session).on(TODAY);
    let all_results = results(&now());
    let plan = planned(&now(), &all_results, false);
    assert!(plan.iter().any(|it| it.rests_on().next().is_some()));
    tell(to, "plan that rests on itself", || planned(&now(), &all_results, false));
    tell(to, "plan in time that rests on itself", || in_time(&plan, Capacity::People(3), TODAY));
}

fn rounds(count: usize, to: &mut Tell<'_>) {
    let many = many::rounds(count);
    of_session(&many, to);
    let Many { asked, session } = &many;
    let now = || Assessment::latest(asked, session).on(TODAY);
    let all_results = results(&now());
    let first = session.rounds_in_order().next().map(|(round, _)| round.clone());
    assert_eq!(rounds_in_short(&now()).len(), count);
    assert_eq!(trend(&now()).first().map(|it| it.rounds.len()), Some(count));
    tell(to, "rounds in short", || rounds_in_short(&now()));
    tell(to, "over all rounds", || trend(&now()));
    tell(to, "beside the round before", || two_rounds_of(&now(), &all_results, None));
    tell(to, "beside the first round", || two_rounds_of(&now(), &all_results, first.as_ref()));
    tell(to, "what the plan led to", || plan_and_reality_of(&now(), &all_results, None));
    tell(to, "to be confirmed", || carried(&now(), TODAY));
    tell(to, "levels of before", || former_levels(&now(), &all_results));
    tell(to, "when again", || when_again(&now(), TODAY));
    tell(to, "decisions", || decisions(&now()));
    tell(to, "which are closed", || session.rounds_in_order().filter(|(round, _)| session.is_closed(round)).count());
    tell(to, "changed after closing", || session.changed_after_closing().len());
    tell(to, "reading", || read_session(write_session_compact(session).unwrap().as_bytes()));
    tell(to, "merge", || merge(session, session).map(|merged| merged.conflicts.len()));
    tell(to, "code of a report", || fingerprint(session, &ReportOptions::default()));
    tell(to, "another round", || {
        let mut session = session.clone();
        let new = NewRound {
            fresh: "r9999".to_owned(),
            name: String::new(),
            reason: RoundReason::Schedule,
            words: String::new(),
            on: TODAY,
        };
        let change = commands::open_round(&session, new).unwrap();
        session.make(change, &many::by("tab-9")).unwrap()
    });
    let steps = || {
        let (mut session, mut steps) = (session.clone(), Steps::default());
        let targets = session.targets.keys().map(|practice| Change::Target(practice.clone(), None)).collect();
        steps.make(&mut session, Change::Together(targets), &many::by("tab-9"));
        steps.undo(&mut session, &many::by("tab-9"));
        session
    };
    tell(to, "targets cleared and given back", steps);
}

/// Words of a plan that tell columns and states apart.
fn plan_words() -> PlanWords {
    const HEADS: [&str; 15] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"];
    PlanWords {
        head: |column| {
            PlanColumn::ALL.iter().position(|it| *it == column).and_then(|at| HEADS.get(at)).copied().unwrap_or_default()
        },
        state: |state| if state == &plumbline::session::ActionState::Open { "open" } else { "other" },
        work: |work| work.map(|it| format!("{it:?}")).unwrap_or_default(),
        title: str::to_owned,
        why: |_| String::new(),
        rests_on: |_, _, _| String::new(),
        verdict: |_| String::new(),
        parts: ["part"; 8],
        heading: "Plan",
        label: "label",
        renew: str::to_owned,
        next_round: str::to_owned,
    }
}

fn editions(count: usize, to: &mut Tell<'_>) {
    let (Many { asked, session }, former) = many::renamed(count);
    let now = || Assessment::latest(&asked, &session);
    assert_eq!(edition_news(&now()).carried, count);
    let carried = session.answers.iter().filter(|(_, fact)| fact.is_carried());
    let ids: Vec<_> = carried.map(|(place, _)| place.on.clone()).collect();
    let carry = || former.carried_over(asked.model()).answers.values().filter(|fact| Fact::is_carried(fact)).count();
    tell(to, "carrying over", carry);
    tell(to, "what became of it", || edition_news(&now()));
    tell(to, "what it was", || {
        let now = now();
        ids.iter().map(|id| formers(&now, id).len()).sum::<usize>()
    });
}

fn stored(count: usize, to: &mut Tell<'_>) {
    let session = many::small();
    let (_, store) = many::stored(count);
    let mut revision = store.save(&many::slot(0), &session, 1).unwrap();
    tell(to, "a save", || {
        store.back_up_in_time(&many::slot(0), many::day(2)).unwrap();
        revision = store.save(&many::slot(0), &session, revision).unwrap();
    });
    tell(to, "the list", || store.summaries());
    tell(to, "backups", || store.backups());
    tell(to, "what is used", || store.usage());
    tell(to, "the bin", || SessionStore::new(many::deleted(count)).bin());
    tell(to, "emptying the bin", || {
        let store = SessionStore::new(many::deleted(count));
        store.clear_bin(many::day(40).at).unwrap();
        assert_eq!(store.count_in_bin(), 0);
    });
    let removed: Vec<String> = (0..count).map(|number| format!("plumbline.session.{}", many::slot(number))).collect();
    let store = SessionStore::new(many::deleted(count));
    let written = many::entries(&many::deleted(count));
    tell(to, "after a kill", || store.bring_back(written.clone(), &removed));
}

/// Fully answered sessions beside each other, from their files on.
fn compared(count: usize, to: &mut Tell<'_>) {
    let asked = Questionnaire::new(smm(), Vec::new());
    let files: Vec<String> = (0..count as u64).map(|seed| write_session_compact(&filled::session(seed)).unwrap()).collect();
    let member = |file: &String| {
        let read = read_session(file.as_bytes()).unwrap();
        let session = read.carried_over(&asked);
        fleet_member("A site".to_owned(), &Assessment::latest(&asked, &session).on(TODAY), TODAY, "en")
    };
    let members = || files.iter().map(member).collect::<Vec<Member>>();
    tell(to, "from files to the comparison", || fleet(&members()));
    let members = members();
    let first = FleetOrder::Practice(members[0].practices[0].practice.clone());
    tell(to, "the comparison", || fleet(&members));
    tell(to, "another order of them", || fleet_order(&members, &first, true));
}
