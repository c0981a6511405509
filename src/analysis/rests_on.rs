//! What has to be there before a statement can be met: that comes first, wherever it stands.

use super::Assessment;
use crate::model::{AskedIndicator, IndicatorId, order};

/// The statements on which one rests and that are not known to be met; those that come first stand first. What rests on nothing, or only on
/// what is met, has none.
#[must_use]
pub fn rests_on<'a>(assessment: &Assessment<'a>, indicator: &IndicatorId) -> Vec<AskedIndicator<'a>> {
    let mut found: Vec<AskedIndicator<'a>> = Vec::new();
    let mut known = order::set([indicator.clone()]);
    let mut ahead = vec![indicator.clone()];
    while let Some(id) = ahead.pop() {
        let Some(asked) = assessment.asked.indicator(&id) else { continue };
        for needed in &asked.indicator.depends_on {
            let Some(needed) = assessment.asked.indicator(needed) else { continue };
            let is_met = assessment.said.together(needed.indicator).is_fulfilled();
            if !is_met && known.insert(needed.indicator.id.clone()) {
                ahead.push(needed.indicator.id.clone());
                found.push(needed);
            }
        }
    }
    found.reverse();
    found
}
