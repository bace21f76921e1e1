//! The shelf: every plan that this browser keeps, with its snapshots.
//!
//! A plan lies under a key of its own, so that no plan is ever written over another. Which one to open at the start is
//! noted under `expressroute-atlas-plan`, where the page looks whether a plan waits at all.

pub mod place;
pub mod record;
pub mod stamp;

#[cfg(test)]
pub mod memory;

use crate::pack::{PackError, pack, unpack};
use crate::shelf::place::{Place, Refused};
use crate::shelf::record::Record;
use crate::shelf::stamp::{Lies, Saving, Stamp, saving};
use reach::catalog::Catalog;
use reach::order::sort_by_number;
use reach::plan::Plan;
use reach::plan_file;
use reach::plan_file::error::PlanFileError;

/// The name under which the open plan is noted. Before there were several plans, it held the plan itself.
pub const OPEN: &str = "expressroute-atlas-plan";

const PLANS: &str = "expressroute-atlas-plan/p/";
const SNAPSHOTS: &str = "expressroute-atlas-plan/s/";

/// A kept text that cannot be shown as a plan. The text itself stays where it is.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.told())]
pub enum Unreadable {
    /// It is not there.
    Gone,
    /// It is no record.
    NoRecord,
    /// The packed file is damaged.
    Packed(#[from] PackError),
    /// The file is no plan.
    Plan(#[from] PlanFileError),
}

impl Unreadable {
    fn told(&self) -> String {
        match self {
            Unreadable::Gone => words::said("it is not kept here any more"),
            Unreadable::NoRecord => words::said("what is kept is no plan of this Atlas"),
            Unreadable::Packed(error) => {
                words::say_with("what is kept is damaged: {error}", &[("error", &error.to_string())])
            }
            Unreadable::Plan(error) => error.told_in(words::say_with),
        }
    }
}

/// A plan on the shelf, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key.
    pub key: String,
    /// Its name; none when what lies there is no record.
    pub name: Option<String>,
    /// When it was last changed, in milliseconds since 1970; 0 when what lies there is no record.
    pub changed_ms: u64,
    /// How many characters it takes, with its snapshots.
    pub size: usize,
    /// How many snapshots it has.
    pub snapshots: usize,
}

/// A snapshot, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its id within its plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was taken, in milliseconds since 1970.
    pub taken_ms: u64,
}

/// What was taken off the shelf, to be put back: the names and texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed(Vec<(String, String)>);

/// A plan that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Where it lies now.
    pub key: String,
    /// Its revision.
    pub stamp: Stamp,
    /// How it came to lie there.
    pub how: Saving,
}

fn plan_name(key: &str) -> String {
    [PLANS, key].concat()
}

fn snapshot_name(key: &str, id: &str) -> String {
    [SNAPSHOTS, key, "/", id].concat()
}

/// Every plan, the last changed first.
pub fn plans(place: &dyn Place) -> Vec<Entry> {
    let names = place.names();
    let keys = names.iter().filter_map(|it| it.strip_prefix(PLANS));
    let mut entries: Vec<Entry> = keys.filter_map(|key| entry(place, &names, key)).collect();
    sort_by_number(&mut entries, |it| u64::MAX - it.changed_ms);
    entries
}

fn entry(place: &dyn Place, names: &[String], key: &str) -> Option<Entry> {
    let text = place.get(&plan_name(key))?;
    let of_it = snapshot_name(key, "");
    let snapshots: Vec<usize> =
        names.iter().filter(|it| it.starts_with(&of_it)).map(|it| place.get(it).map_or(0, |it| it.len())).collect();
    let size = text.len() + snapshots.iter().sum::<usize>();
    let record = Record::parse(&text);
    let changed_ms = record.as_ref().map_or(0, |it| it.changed_ms);
    Some(Entry { key: key.to_owned(), name: record.map(|it| it.name), changed_ms, size, snapshots: snapshots.len() })
}

/// The plan under a key, with its revision.
///
/// # Errors
/// When it is gone, or cannot be read.
pub fn open(place: &dyn Place, catalog: &Catalog, key: &str) -> Result<(Plan, Stamp), Unreadable> {
    let text = place.get(&plan_name(key)).ok_or(Unreadable::Gone)?;
    let record = Record::parse(&text).ok_or(Unreadable::NoRecord)?;
    Ok((plan_file::from_json(catalog, unpack(&record.packed)?)?, record.stamp))
}

/// What is kept under a key, as people can save it: the plan's file where it can be unpacked, else the text that lies there.
pub fn raw(place: &dyn Place, key: &str) -> Option<String> {
    let text = place.get(&plan_name(key))?;
    let file = Record::parse(&text).and_then(|it| unpack(&it.packed).ok());
    Some(file.unwrap_or(text))
}

/// The revision that lies under a key, and the line it comes from.
pub fn lies<R>(place: &dyn Place, key: &str, look: impl FnOnce(Lies<'_>) -> R) -> R {
    match place.get(&plan_name(key)) {
        None => look(Lies::Nothing),
        Some(text) => match Record::parse(&text) {
            None => look(Lies::Unreadable),
            Some(record) => look(Lies::Revision(&record.stamp, &record.line)),
        },
    }
}

/// Whether this name is that of the plan under `key`: for those who hear of changes.
pub fn is_of(name: &str, key: &str) -> bool {
    name.strip_prefix(PLANS) == Some(key)
}

/// Saves `plan` where it was opened or saved last, unless that would lose another window's work: then it is saved as a
/// copy. A plan that lies nowhere yet gets a key.
///
/// # Errors
/// When the place refuses; what lay there still does.
pub fn save(
    place: &dyn Place,
    catalog: &Catalog,
    writer: &str,
    mine: Option<(&str, &Stamp)>,
    plan: &Plan,
) -> Result<Saved, Refused> {
    let Some((key, stamp)) = mine else { return put_new(place, catalog, writer, plan, Saving::Write) };
    let there = place.get(&plan_name(key)).map(|text| Record::parse(&text));
    let how = match &there {
        None => saving(stamp, Lies::Nothing),
        Some(None) => saving(stamp, Lies::Unreadable),
        Some(Some(record)) => saving(stamp, Lies::Revision(&record.stamp, &record.line)),
    };
    match (how, there.flatten()) {
        (Saving::Aside, _) => put_new(place, catalog, writer, &copy_of(plan), Saving::Aside),
        (_, Some(record)) => {
            let (stamp, line) = record.next(writer);
            put(place, catalog, key, stamp, line, plan, how)
        }
        (_, None) => {
            let next = Stamp { revision: stamp.revision.saturating_add(1), writer: writer.to_owned() };
            put(place, catalog, key, next, vec![stamp.clone()], plan, how)
        }
    }
}

/// The plan under a name that tells it from the one it comes from.
pub fn copy_of(plan: &Plan) -> Plan {
    Plan { name: words::say_with("{name} (copy)", &[("name", &plan.name.to_string())]), ..plan.clone() }
}

/// Puts a plan under a new key.
///
/// # Errors
/// When the place refuses.
pub fn put_new(place: &dyn Place, catalog: &Catalog, writer: &str, plan: &Plan, how: Saving) -> Result<Saved, Refused> {
    let stamp = Stamp { revision: 1, writer: writer.to_owned() };
    put(place, catalog, &place.unique(), stamp, Vec::new(), plan, how)
}

fn put(
    place: &dyn Place,
    catalog: &Catalog,
    key: &str,
    stamp: Stamp,
    line: Vec<Stamp>,
    plan: &Plan,
    how: Saving,
) -> Result<Saved, Refused> {
    let packed = packed(catalog, plan)?;
    let record = Record { stamp, line, changed_ms: place.now_ms(), name: plan.name.clone(), packed };
    place.set(&plan_name(key), &record.text())?;
    Ok(Saved { key: key.to_owned(), stamp: record.stamp, how })
}

fn packed(catalog: &Catalog, plan: &Plan) -> Result<String, Refused> {
    let file = plan_file::to_json(catalog, plan);
    if file.len() > plan_file::MAX_BYTES { Err(Refused::TooLarge) } else { Ok(pack(&file)) }
}

/// Takes a plan with its snapshots off the shelf.
pub fn remove(place: &dyn Place, key: &str) -> Removed {
    let of_it = snapshot_name(key, "");
    let names = place.names().into_iter().filter(|it| is_of(it, key) || it.starts_with(&of_it));
    let texts: Vec<(String, String)> = names.filter_map(|it| Some((it.clone(), place.get(&it)?))).collect();
    texts.iter().for_each(|(name, _)| place.remove(name));
    Removed(texts)
}

/// Puts back what was taken off the shelf.
///
/// # Errors
/// When there is no longer room for it.
pub fn put_back(place: &dyn Place, removed: &Removed) -> Result<(), Refused> {
    removed.0.iter().try_for_each(|(name, text)| place.set(name, text))
}

/// The snapshots of a plan, the last taken first.
pub fn snapshots(place: &dyn Place, key: &str) -> Vec<Snapshot> {
    let of_it = snapshot_name(key, "");
    let names = place.names();
    let ids = names.iter().filter_map(|it| it.strip_prefix(&of_it));
    let mut snapshots: Vec<Snapshot> = ids
        .filter_map(|id| {
            let record = Record::parse(&place.get(&snapshot_name(key, id))?);
            let (name, taken_ms) = record.map_or((words::said("Unreadable"), 0), |it| (it.name, it.changed_ms));
            Some(Snapshot { id: id.to_owned(), name, taken_ms })
        })
        .collect();
    sort_by_number(&mut snapshots, |it| u64::MAX - it.taken_ms);
    snapshots
}

/// Takes a snapshot of a plan.
///
/// # Errors
/// When the place refuses.
pub fn take_snapshot(place: &dyn Place, catalog: &Catalog, key: &str, name: &str, plan: &Plan) -> Result<(), Refused> {
    let id = place.unique();
    let packed = packed(catalog, plan)?;
    let stamp = Stamp { revision: 1, writer: id.clone() };
    let record = Record { stamp, line: Vec::new(), changed_ms: place.now_ms(), name: name.to_owned(), packed };
    place.set(&snapshot_name(key, &id), &record.text())
}

/// The plan of a snapshot.
///
/// # Errors
/// When it is gone, or cannot be read.
pub fn open_snapshot(place: &dyn Place, catalog: &Catalog, key: &str, id: &str) -> Result<Plan, Unreadable> {
    let text = place.get(&snapshot_name(key, id)).ok_or(Unreadable::Gone)?;
    let record = Record::parse(&text).ok_or(Unreadable::NoRecord)?;
    Ok(plan_file::from_json(catalog, unpack(&record.packed)?)?)
}

/// Takes a snapshot off the shelf.
pub fn remove_snapshot(place: &dyn Place, key: &str, id: &str) -> Removed {
    let name = snapshot_name(key, id);
    let text = place.get(&name);
    place.remove(&name);
    Removed(text.map(|it| (name, it)).into_iter().collect())
}

/// Brings the one plan of earlier releases onto the shelf, whatever it holds, and gives its key.
///
/// # Errors
/// When there is no room for it beside itself; it then stays where it was.
pub fn take_over_old(place: &dyn Place, catalog: &Catalog, writer: &str) -> Result<Option<String>, Refused> {
    let Some(text) = place.get(OPEN).filter(|it| !is_key(it)) else { return Ok(None) };
    let key = match plan_file::from_json(catalog, &text) {
        Ok(plan) => put_new(place, catalog, writer, &plan, Saving::Write)?.key,
        // Not a plan: it lies on the shelf as it is, where people can save or delete it.
        Err(_) => {
            let key = place.unique();
            place.set(&plan_name(&key), &text)?;
            key
        }
    };
    place.note_open(Some(&key));
    Ok(Some(key))
}

/// Whether a text under [`OPEN`] is a key, and not the plan of an earlier release.
fn is_key(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
}
