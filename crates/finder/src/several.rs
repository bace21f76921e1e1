//! Circuits as a question names them, several in a row: `amsterdam.standard,london.premium`.

use crate::question::{once, slug};
use reach::sku::Sku;

/// A circuit: where, and with which SKU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The slug of its location.
    pub location: String,
    /// Its SKU.
    pub sku: Sku,
}

/// The circuits of a list, each once, without what is none.
pub fn ends(text: &str) -> Vec<End> {
    let end = |part: &str| {
        let (location, sku) = part.split_once('.')?;
        Some(End { location: slug(location)?, sku: sku.parse().ok()? })
    };
    let mut found = text.split(',').filter_map(end).collect();
    once(&mut found);
    found
}

/// The list as a question writes it.
pub fn written(ends: &[End]) -> String {
    ends.iter().map(|it| [&it.location, ".", it.sku.as_str()].concat()).collect::<Vec<_>>().join(",")
}

/// Sets the SKU of the circuit that a control such as `end-0` belongs to; tells whether it belongs to one. A circuit that
/// stands in the list already is not put there again.
pub fn set_sku(ends: &mut [End], control: &str, value: &str) -> bool {
    let place = control.strip_prefix("end-").and_then(|it| it.parse::<usize>().ok());
    let (Some(at), Ok(sku)) = (place, value.parse()) else { return false };
    let Some(old) = ends.get(at) else { return false };
    let new = End { sku, ..old.clone() };
    let stands = ends.contains(&new);
    if let Some(end) = ends.get_mut(at).filter(|_| !stands) {
        *end = new;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{End, ends, set_sku, written};
    use reach::sku::Sku;

    #[test]
    fn circuits_are_read_each_once_and_nonsense_is_left_out() {
        let read = ends("amsterdam.standard,,london,paris.gold,<b>.local,London.premium,amsterdam.standard");
        assert_eq!(written(&read), "amsterdam.standard,london.premium");
        assert_eq!(ends(""), Vec::<End>::new());
    }

    #[test]
    fn a_control_sets_the_sku_of_its_own_circuit() {
        let mut both = ends("amsterdam.standard,london.premium");
        assert!(set_sku(&mut both, "end-1", "local"));
        assert_eq!(both[1].sku, Sku::Local);
        for (control, value) in [("end-2", "local"), ("end-x", "local"), ("sku", "local"), ("end-0", "gold")] {
            assert!(!set_sku(&mut both, control, value), "{control} {value}");
        }
        assert_eq!(written(&both), "amsterdam.standard,london.local");
    }

    #[test]
    fn no_circuit_stands_twice_in_a_list() {
        let mut both = ends("amsterdam.standard,amsterdam.premium");
        assert!(set_sku(&mut both, "end-1", "standard"));
        assert_eq!(written(&both), "amsterdam.standard,amsterdam.premium");
    }
}
