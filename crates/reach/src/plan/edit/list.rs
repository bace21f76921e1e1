//! Parts in their lists: put in, taken out, given ids, their unknown fields kept.

use crate::plan::{
    CircuitPeering, Connection, DirectPort, Fields, Gateway, Intent, PlanCircuit, PlanLink, Site, Workload,
};

/// A part with fields that the model does not know.
pub(super) trait Extra {
    fn extra(&mut self) -> &mut Fields;
    fn fields(&self) -> &Fields;
}

/// A part with an id.
pub(super) trait Identified: Extra {
    fn id(&self) -> &str;
    fn set_id(&mut self, id: &str);
}

macro_rules! parts {
    ($($part:ident),+) => { $(
        impl Extra for $part {
            fn extra(&mut self) -> &mut Fields { &mut self.extra }
            fn fields(&self) -> &Fields { &self.extra }
        }
    )+ };
}
parts!(Intent, Site, Workload, DirectPort, PlanCircuit, CircuitPeering, Gateway, Connection, PlanLink);

macro_rules! identified {
    ($($part:ident),+) => { $(
        impl Identified for $part {
            fn id(&self) -> &str { &self.id }
            fn set_id(&mut self, id: &str) { id.clone_into(&mut self.id); }
        }
    )+ };
}
identified!(Site, Workload, DirectPort, PlanCircuit, Gateway);

/// `part` with the unknown fields of `before` that it lacks.
pub(super) fn with_fields_of<T: Extra>(mut part: T, before: &T) -> T {
    for (name, value) in before.fields() {
        if !part.fields().contains_key(name) {
            part.extra().insert(name.clone(), value.clone());
        }
    }
    part
}

pub(super) fn put<T: Identified>(parts: &mut Vec<T>, part: T) {
    match parts.iter().position(|it| it.id() == part.id()) {
        Some(at) => replace(parts, at, part),
        None => parts.push(part),
    }
}

pub(super) fn replace<T: Extra>(parts: &mut [T], at: usize, part: T) {
    if let Some(place) = parts.get_mut(at) {
        *place = with_fields_of(part, place);
    }
}

pub(super) fn remove<T>(parts: &mut Vec<T>, at: usize) {
    if at < parts.len() {
        parts.remove(at);
    }
}

/// Whether there was one.
pub(super) fn take_out<T: Identified>(parts: &mut Vec<T>, id: &str) -> bool {
    let before = parts.len();
    parts.retain(|it| it.id() != id);
    parts.len() < before
}

/// Whether there was one, and the new id was free.
pub(super) fn give_id<T: Identified>(parts: &mut [T], from: &str, to: &str) -> bool {
    if parts.iter().any(|it| it.id() == to) {
        return false;
    }
    let part = parts.iter_mut().find(|it| it.id() == from);
    part.map(|it| it.set_id(to)).is_some()
}

pub(super) fn forget(named: &mut Option<String>, id: &str) {
    if named.as_deref() == Some(id) {
        *named = None;
    }
}

pub(super) fn follow(named: &mut Option<String>, from: &str, to: &str) {
    if named.as_deref() == Some(from) {
        *named = Some(to.to_owned());
    }
}
