//! The state of the page as the fragment of its address, such as `#at=amsterdam&sku=standard&view=52.37,4.9,900`.

use reach::sku::{Cloud, Sku};
use scene::kind::Kinds;

/// What an address holds. Slugs and words only, so nothing has to be escaped.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The world that is on.
    pub cloud: Cloud,
    /// The slug of the chosen location.
    pub at: Option<String>,
    /// The chosen SKU.
    pub sku: Sku,
    /// Whether the Global Reach switch is on.
    pub global_reach: bool,
    /// Whether the world is a globe.
    pub globe: bool,
    /// Whether the planner is open.
    pub planner: bool,
    /// What the legend hides.
    pub hidden: Kinds,
    /// The view, when it is not the whole world.
    pub view: Option<View>,
}

/// The middle of the map and its scale, in fixed point: ten-thousandths of a degree, whole CSS pixels a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Ten-thousandths of a degree north.
    pub lat_e4: i32,
    /// Ten-thousandths of a degree east.
    pub lon_e4: i32,
    /// CSS pixels for a unit of the plane.
    pub scale: i32,
}

impl Default for Address {
    fn default() -> Self {
        Address {
            cloud: Cloud::Public,
            at: None,
            sku: Sku::Standard,
            global_reach: false,
            globe: false,
            planner: false,
            hidden: Kinds::default(),
            view: None,
        }
    }
}

impl Address {
    /// Reads a fragment, with or without `#`. What it does not understand it leaves out: an old link still opens.
    pub fn parse(fragment: &str) -> Address {
        let mut address = Address::default();
        let pairs = fragment.trim_start_matches('#').split('&').filter_map(|pair| pair.split_once('='));
        for (key, value) in pairs {
            match key {
                "cloud" => address.cloud = value.parse().unwrap_or(address.cloud),
                "at" => address.at = Some(value.to_owned()),
                "sku" => address.sku = value.parse().unwrap_or(address.sku),
                "global-reach" => address.global_reach = value == "on",
                "projection" => address.globe = value == "globe",
                "page" => address.planner = value == "planner",
                "hide" => address.hidden = Kinds::parse(value),
                "view" => address.view = parse_view(value),
                _ => {}
            }
        }
        address
    }

    /// The fragment that follows `present`: what others have put there stays until they take it out. That is not looked
    /// at here: crates/planner/src/sharing.rs knows what a shared plan says, and crates/finder/src/question.rs what the
    /// finder is asked for and among what.
    pub fn fragment_after(&self, present: &str) -> String {
        let mut fragment = self.fragment();
        for part in present.trim_start_matches('#').split('&') {
            if matches!(part.get(..5), Some("plan=" | "find=" | "only=")) {
                fragment.push(if fragment.is_empty() { '#' } else { '&' });
                fragment.push_str(part);
            }
        }
        fragment
    }

    /// The fragment with its `#`; empty for the plain start page.
    fn fragment(&self) -> String {
        let plain = Address::default();
        let mut parts = Vec::new();
        if self.cloud != plain.cloud {
            parts.push(format!("cloud={}", self.cloud.as_str()));
        }
        if let Some(at) = &self.at {
            parts.push(format!("at={at}"));
        }
        if self.at.is_some() || self.sku != plain.sku {
            parts.push(format!("sku={}", self.sku.as_str()));
        }
        if self.global_reach {
            parts.push("global-reach=on".to_owned());
        }
        if self.globe {
            parts.push("projection=globe".to_owned());
        }
        if self.planner {
            parts.push("page=planner".to_owned());
        }
        if self.hidden != plain.hidden {
            parts.push(["hide=", &self.hidden.words()].concat());
        }
        if let Some(view) = self.view {
            parts.push(format!("view={},{},{}", decimal_e4(view.lat_e4), decimal_e4(view.lon_e4), view.scale));
        }
        match parts.is_empty() {
            true => String::new(),
            false => format!("#{}", parts.join("&")),
        }
    }
}

fn parse_view(text: &str) -> Option<View> {
    let mut parts = text.split(',');
    let lat_e4 = parse_e4(parts.next()?, 90)?;
    let lon_e4 = parse_e4(parts.next()?, 180)?;
    let scale = parts.next()?.parse().ok().filter(|it| (1..10_000_000).contains(it))?;
    Some(View { lat_e4, lon_e4, scale })
}

/// A decimal of at most `limit` in ten-thousandths. Read by hand: the general reader of floats weighs more than this
/// page's whole address.
fn parse_e4(text: &str, limit: i32) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 4 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    let part: i32 = if part.is_empty() { 0 } else { part.parse::<i32>().ok()? * 10i32.pow(4 - part.len() as u32) };
    let value = whole * 10_000 + part;
    (value <= limit * 10_000).then_some(sign * value)
}

fn decimal_e4(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, part) = (value.unsigned_abs() / 10_000, value.unsigned_abs() % 10_000);
    match part {
        0 => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part:04}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scene::kind::Kind;

    #[test]
    fn an_address_survives_the_round_trip() {
        let address = Address {
            cloud: Cloud::UsGov,
            at: Some("usgov-dallas".to_owned()),
            sku: Sku::Premium,
            global_reach: true,
            globe: true,
            planner: true,
            hidden: Kinds::default().toggled(Kind::Metro).toggled(Kind::NotDocumented),
            view: Some(View { lat_e4: -338_650, lon_e4: 1_512_094, scale: 900 }),
        };
        assert_eq!(
            address.fragment(),
            "#cloud=usgov&at=usgov-dallas&sku=premium&global-reach=on&projection=globe&page=planner\
             &hide=metro,not-documented&view=-33.865,151.2094,900"
        );
        assert_eq!(Address::parse(&address.fragment()), address);
    }

    #[test]
    fn the_start_page_has_no_fragment() {
        assert_eq!(Address::default().fragment(), "");
        assert_eq!(Address::parse(""), Address::default());
    }

    #[test]
    fn a_shared_plan_is_carried_through_as_it_is() {
        let plan = format!("plan=1.{}", "aZ09-_".repeat(5_000));
        let address = Address { planner: true, ..Address::default() };
        let shared = format!("#page=planner&{plan}");
        assert_eq!(Address::parse(&shared), address);
        assert_eq!(address.fragment_after(&shared), shared);
        assert_eq!(address.fragment_after(&format!("#{plan}&at=amsterdam")), shared);
        assert_eq!(Address::default().fragment_after(&shared), format!("#{plan}"));
        assert_eq!(address.fragment_after("#at=amsterdam&plans=1"), "#page=planner");
    }

    #[test]
    fn what_the_finder_is_asked_stays_as_it_is() {
        let address = Address { at: Some("amsterdam".to_owned()), ..Address::default() };
        let asked = "find=city:52.3700,4.8900;sku:local&only=direct:yes";
        let fragment = address.fragment_after(&format!("#cloud=china&{asked}&finds=1"));
        assert_eq!(fragment, format!("#at=amsterdam&sku=standard&{asked}"));
        assert_eq!(Address::parse(&fragment), address);
    }

    #[test]
    fn nonsense_is_left_out() {
        let nonsense = "#sku=gold&cloud=moon&hide=moon,&view=north,1,2&at=amsterdam&x&=&view=95,0,300&view=1.23456,0,9";
        assert_eq!(Address::parse(nonsense), Address { at: Some("amsterdam".to_owned()), ..Address::default() });
    }
}
