//! What became of things: between the latest round and the one before, or between two files.

use serde_json::{Value, json};

use super::condition::Condition;
use super::opening::{Desk, Opened};
use super::told::{for_programs, level, lines, standing};
use crate::analysis::{
    Assessment, CharacteristicMove, Current, Move, PracticeResult, characteristics_between, comparable, rounds_in_short,
    two_rounds_of,
};
use crate::model::{Level, PracticeId};
use crate::ui::text as t;

/// A practice then and now.
struct Moved {
    practice: PracticeId,
    level: [Current; 2],
    target: [Option<Level>; 2],
    moved: Move,
}

/// What stands beside what was before: every practice, the first words about it, and what moved of characteristics.
type Beside = (Opened, Vec<Moved>, Vec<String>, Vec<CharacteristicMove>);

/// Puts two rounds or two files beside each other.
pub fn compare(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let files = &desk.asked.files;
    let (first, second) = (files.first(), files.get(1));
    let Some(first) = first else { return Ok(Vec::new()) };
    let before = desk.open(first)?;
    let (now, all, mut words, weighed) = match second {
        Some(second) => {
            let now = desk.open(second)?;
            if !before.session.model.asks_the_same(&now.session.model) {
                return Err(t::about_file(&now.file, &t::model_differs(now.session.model.id.as_str())));
            }
            for opened in [&before, &now] {
                comparable(&opened.plain, &opened.asked).map_err(|why| t::about_file(&opened.file, &t::not_comparable(&why)))?;
                desk.mind_profiles(opened);
            }
            let all = two_files(&before, &now, desk);
            let words = vec![t::compared_files(&before.file, &now.file)];
            let weighed = characteristics_between(&before.assessment(desk.today()), &now.assessment(desk.today()), t::tag());
            (now, all, words, weighed)
        }
        None => {
            desk.mind_profiles(&before);
            two_rounds(before, desk)?
        }
    };
    let called = |id: &PracticeId| now.asked.practice(id).map_or_else(|| id.to_string(), |it| it.name.get(t::tag()).to_owned());
    let line = |it: &Moved| {
        let [then, now] = it.level.map(t::level_then);
        t::moved_line(&called(&it.practice), [&then, &now], t::which_way(it.moved), it.target)
    };
    words.extend(all.iter().filter(|it| it.moved != Move::Stayed || it.target[0] != it.target[1]).map(line));
    let weighed: Vec<String> = weighed.iter().map(t::characteristic_moved).collect();
    words.extend(weighed.iter().cloned());
    let value = |it: &Moved| {
        json!({
            "practice": it.practice.as_str(),
            "name": called(&it.practice),
            "moved": key(it.moved),
            "before": standing(it.level[0]),
            "now": standing(it.level[1]),
            "target_before": level(it.target[0]),
            "target_now": level(it.target[1]),
        })
    };
    let values: Vec<Value> = all.iter().map(value).collect();
    desk.fail_on(Condition::Fell, all.iter().filter(|it| it.moved == Move::Fell).count(), &now.file);
    let mut told = json!({ "file": now.file, "practices": values });
    // Only of a model that weighs them.
    if let (false, Some(told)) = (weighed.is_empty(), told.as_object_mut()) {
        told.insert("characteristics".to_owned(), weighed.into());
    }
    Ok(if desk.asked.json { for_programs(&told) } else { lines(&words) })
}

/// The latest round of a file beside the one before it.
fn two_rounds(opened: Opened, desk: &Desk<'_>) -> Result<Beside, String> {
    let assessment = opened.assessment(desk.today());
    let both = two_rounds_of(&assessment, &opened.results(desk.today()), None);
    let both = both.ok_or_else(|| t::about_file(&opened.file, &t::ONLY_ONE_ROUND))?;
    let [before, _] = &both.rounds;
    let called = rounds_in_short(&assessment).iter().find(|it| it.round == *before).map(t::round_called).unwrap_or_default();
    let words = vec![t::since(&both, &called)];
    let earlier = Assessment::of_round(assessment.asked(), assessment.session(), before).on(desk.today());
    let weighed = characteristics_between(&earlier, &assessment, t::tag());
    let all = both.practices.into_iter();
    let all = all.map(|it| Moved { practice: it.practice, level: it.level, target: it.target, moved: it.moved }).collect();
    Ok((opened, all, words, weighed))
}

/// Every practice of the later file beside the same of the earlier.
fn two_files(before: &Opened, now: &Opened, desk: &Desk<'_>) -> Vec<Moved> {
    let (then, today) = (before.results(desk.today()), now.results(desk.today()));
    let beside = |it: &PracticeResult| {
        let earlier = then.practice(&it.practice);
        let level = [earlier.map_or(Current::Unanswered, |earlier| earlier.standing.current), it.standing.current];
        let target = [earlier.and_then(|earlier| earlier.target), it.target];
        Moved { practice: it.practice.clone(), level, target, moved: Move::between(level) }
    };
    today.practices.iter().map(beside).collect()
}

/// Which way a practice went, for programs.
const fn key(moved: Move) -> &'static str {
    match moved {
        Move::Fell => "fell",
        Move::Rose => "rose",
        Move::BecameOpen => "became_open",
        Move::BecameKnown => "became_known",
        Move::AppliesOtherwise => "applies_otherwise",
        Move::Stayed => "stayed",
    }
}
