//! Sorting by a number: one sort in the whole program, whatever is sorted.
//!
//! Each type that is sorted directly brings its own copy of the sort into a wasm, several kilobytes each.

/// Sorts by a number, smallest first; equal ones keep their order.
pub fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, u32)> = items.iter().enumerate().map(|(at, item)| (number(item), at as u32)).collect();
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| taken.get_mut(at as usize).and_then(Option::take)));
}

/// A number that orders as the float does, as [`f64::total_cmp`] has it.
pub fn number_of(float: f64) -> u64 {
    let bits = float.to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_sort_does(mut items in prop::collection::vec((0u64..20, 0u32..9), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            sort_by_number(&mut items, |it| it.0);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn floats_order_as_numbers(a in proptest::num::f64::ANY, b in proptest::num::f64::ANY) {
            prop_assert_eq!(number_of(a).cmp(&number_of(b)), a.total_cmp(&b));
        }
    }
}
