//! Which gaps one wants to see, as it stands in the address: a link shows the same list to somebody else.

use crate::analysis::{Effort, GapFilter, GapOrder, Grade};
use crate::model::{GroupId, Level};
use crate::session::Role;

pub const SORT: &str = "sort";
pub const DOMAIN: &str = "domain";
pub const SIZE: &str = "size";
pub const STAKE: &str = "stake";
pub const EFFORT: &str = "effort";
pub const CONFIDENCE: &str = "confidence";
pub const ROLE: &str = "role";

/// A grade's name in an address.
pub const fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::Weak => "weak",
        Grade::Fair => "fair",
        Grade::Strong => "strong",
    }
}

/// A role's name in an address.
pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::BusinessOwner => "business",
        Role::TechnologyOwner => "technology",
        Role::Consultant => "consultant",
        Role::Auditor => "auditor",
        Role::Supplier => "supplier",
    }
}

/// What a filter says under a name of the address; empty when it says nothing.
pub fn value(filter: &GapFilter, name: &str) -> String {
    match name {
        SORT if filter.order != GapOrder::default() => filter.order.key().to_owned(),
        DOMAIN => filter.domain.as_ref().map(ToString::to_string).unwrap_or_default(),
        SIZE => filter.size.map(|size| size.to_string()).unwrap_or_default(),
        STAKE => filter.consequence.map(|level| level.to_string()).unwrap_or_default(),
        EFFORT => filter.effort.map(Effort::key).unwrap_or_default().to_owned(),
        CONFIDENCE => filter.confidence.map(grade_key).unwrap_or_default().to_owned(),
        ROLE => filter.role.map(role_key).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// The filter with another value under a name of the address. What it does not know means all.
pub fn with(mut filter: GapFilter, name: &str, value: &str) -> GapFilter {
    match name {
        SORT => filter.order = GapOrder::from_key(value).unwrap_or_default(),
        DOMAIN => filter.domain = GroupId::try_from(value).ok(),
        SIZE => filter.size = value.parse().ok(),
        STAKE => filter.consequence = value.parse().ok().map(Level::new),
        EFFORT => filter.effort = Effort::ALL.into_iter().find(|effort| effort.key() == value),
        CONFIDENCE => filter.confidence = Grade::ALL.into_iter().find(|grade| grade_key(*grade) == value),
        ROLE => filter.role = Role::ALL.into_iter().find(|role| role_key(*role) == value),
        _ => {}
    }
    filter
}

const NAMES: [&str; 7] = [SORT, DOMAIN, SIZE, STAKE, EFFORT, CONFIDENCE, ROLE];

/// The filter that an address asks for.
pub fn from_address(get: impl Fn(&str) -> Option<String>) -> GapFilter {
    NAMES.into_iter().fold(GapFilter::default(), |filter, name| match get(name) {
        Some(value) => with(filter, name, &value),
        None => filter,
    })
}

/// What comes after the question mark of the address; empty for the list as it is without a choice.
pub fn to_address(filter: &GapFilter) -> String {
    let said = NAMES.into_iter().map(|name| (name, value(filter, name))).filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used, reason = "a fixed id")]
    fn what_stands_in_the_address_comes_back() {
        let chosen = GapFilter {
            order: GapOrder::Effort,
            domain: Some("hardening".try_into().unwrap()),
            size: Some(2),
            consequence: Some(Level::new(3)),
            effort: Some(Effort::Few),
            confidence: Some(Grade::Weak),
            role: Some(Role::Consultant),
        };
        let address = to_address(&chosen);
        assert_eq!(address, "sort=effort&domain=hardening&size=2&stake=3&effort=few&confidence=weak&role=consultant");
        let pairs: Vec<(&str, &str)> = address.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let get = |name: &str| pairs.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(from_address(get), chosen);
        assert_eq!(to_address(&GapFilter::default()), "");
        assert_eq!(from_address(|_| Some("from a newer version?".to_owned())), GapFilter::default());
    }
}
