//! The links of the plan, as the planner tells them.

use crate::state::PlannedLink;
use reach::catalog::Catalog;
use reach::link::LinkVerdict;

const VERDICTS: [LinkVerdict; 4] =
    [LinkVerdict::Linkable, LinkVerdict::NeedsPremium, LinkVerdict::NotLinkable, LinkVerdict::NotDocumented];

/// The links in a text such as `amsterdam dallas linkable;london tokyo needs_premium`. One that names something that
/// the data set does not have is left out.
pub fn parse(catalog: &Catalog, text: &str) -> Vec<PlannedLink> {
    let link = |line: &str| {
        let mut words = line.split(' ');
        let from = catalog.location_by_slug(words.next()?)?;
        let to = catalog.location_by_slug(words.next()?)?;
        let word = words.next()?;
        Some((from, to, VERDICTS.into_iter().find(|it| it.as_str() == word)?))
    };
    text.split(';').filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;
    use reach::catalog::Catalog;
    use reach::link::LinkVerdict;

    #[test]
    fn links_come_with_their_verdicts() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        let at = |slug| catalog.location_by_slug(slug).unwrap();
        assert_eq!(
            parse(&catalog, "amsterdam dallas needs_premium;london tokyo linkable"),
            [
                (at("amsterdam"), at("dallas"), LinkVerdict::NeedsPremium),
                (at("london"), at("tokyo"), LinkVerdict::Linkable)
            ]
        );
    }

    #[test]
    fn what_nobody_knows_is_left_out() {
        let catalog = Catalog::from_packed(tables::CORE).unwrap();
        assert_eq!(parse(&catalog, ""), []);
        assert_eq!(parse(&catalog, "amsterdam atlantis linkable;amsterdam dallas perhaps;amsterdam"), []);
    }
}
