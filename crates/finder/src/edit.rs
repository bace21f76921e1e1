//! A question after something was added to it: by a field of its answer, or from a pasted list.

use crate::data::Data;
use crate::question::{About, Question, once};
use crate::several::End;
use reach::id::RegionId;
use reach::region_list::Unread;
use reach::sku::{Cloud, Sku};

/// The question after a field of this kind has found the thing of this slug; none where it adds nothing to it.
pub fn taken(data: &Data, question: &Question, cloud: Cloud, kind: &str, slug: &str) -> Option<Question> {
    let mut next = question.clone();
    match (kind, &mut next.about) {
        ("region", _) => {
            let found = data.read_regions(slug, cloud).regions;
            add_regions(data, &mut next, &found);
        }
        ("location", About::Matrix(ends)) => {
            let sku = free_sku(ends, slug)?;
            ends.push(End { location: slug.to_owned(), sku });
        }
        ("end-0" | "end-1", About::Compare(ends)) => {
            match ends.get_mut(usize::from(kind == "end-1")) {
                Some(end) => end.location = slug.to_owned(),
                None => ends.push(End { location: slug.to_owned(), sku: free_sku(ends, slug)? }),
            }
            once(ends);
        }
        _ => return None,
    }
    Some(next)
}

/// The question with the regions of a pasted list, and what of the list is not known.
pub fn pasted(data: &Data, question: &Question, cloud: Cloud, text: &str) -> (Question, Vec<Unread>) {
    let list = data.read_regions(text, cloud);
    let mut next = question.clone();
    add_regions(data, &mut next, &list.regions);
    (next, list.unread)
}

/// Regions are what a question is about, what its matrix has as columns, or where the way goes on to.
fn add_regions(data: &Data, question: &mut Question, found: &[RegionId]) {
    let slugs = match &mut question.about {
        About::Regions(regions) => regions,
        About::Matrix(_) => &mut question.wishes.regions,
        _ => &mut question.wishes.toward,
    };
    slugs.extend(found.iter().map(|id| data.catalog.region(*id).slug.clone()));
    once(slugs);
}

/// The SKU of a new row for a location: Standard, or one that it has no row for; none when it has all.
fn free_sku(ends: &[End], location: &str) -> Option<Sku> {
    let taken = |sku: &Sku| ends.iter().any(|it| it.location == location && it.sku == *sku);
    [Sku::Standard, Sku::Premium, Sku::Local].into_iter().find(|it| !taken(it))
}
