//! Circuits by themselves.

use crate::cases::{Case, Fix};

pub const CASES: &[Case] = &[
    // Atlanta has no Local region, and neither has Atlanta Metro; Chicago has one.
    Case {
        code: "local_not_offered",
        path: "/circuits/0/tier",
        fires: "'circuits': [{'id': 'c1', 'location': 'atlanta', 'tier': 'local'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'local'}]",
        fix: Fix::One,
    },
    Case {
        code: "local_metered",
        path: "/circuits/0/family",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'local', 'family': 'metered'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'standard', 'family': 'metered'}]",
        fix: Fix::One,
    },
    Case {
        code: "local_bandwidth",
        path: "/circuits/0/bandwidth_mbps",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'local', 'bandwidth_mbps': 500}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'local', 'bandwidth_mbps': 1000}]",
        fix: Fix::One,
    },
    Case {
        code: "bandwidth_not_listed",
        path: "/circuits/0/bandwidth_mbps",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'bandwidth_mbps': 300}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'bandwidth_mbps': 200}]",
        fix: Fix::One,
    },
    // 40 Gbps comes on Direct only, and nothing larger comes through providers.
    Case {
        code: "bandwidth_not_listed",
        path: "/circuits/0/bandwidth_mbps",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'provider': 'Equinix', 'bandwidth_mbps': 40000}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 40000}]",
        fix: Fix::None,
    },
    Case {
        code: "unknown_provider",
        path: "/circuits/0/provider",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'provider': 'Equinixx'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'provider': 'EQUINIX'}]",
        fix: Fix::One,
    },
    // Etisalat UAE is listed at Abu Dhabi.
    Case {
        code: "provider_not_at_location",
        path: "/circuits/0/provider",
        fires: "'circuits': [{'id': 'c1', 'location': 'amsterdam', 'provider': 'Etisalat UAE'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'abu-dhabi', 'provider': 'Etisalat UAE'}]",
        fix: Fix::None,
    },
    Case {
        code: "provider_coming_soon",
        path: "/circuits/0/provider",
        fires: "'circuits': [{'id': 'c1', 'location': 'brussels-metro', 'provider': 'Megaport'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'frankfurt', 'provider': 'Megaport'}]",
        fix: Fix::None,
    },
    Case {
        code: "provider_and_direct",
        path: "/circuits/0/provider",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'provider': 'Equinix', 'direct_port': 'p1'}],
                'direct_ports': [{'id': 'p1', 'location': 'chicago'}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1'}],
               'direct_ports': [{'id': 'p1', 'location': 'chicago'}]",
        fix: Fix::One,
    },
    Case {
        code: "bandwidth_down",
        path: "/circuits/0/bandwidth_mbps",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'bandwidth_mbps': 500, 'built': {'bandwidth_mbps': 1000}}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'bandwidth_mbps': 2000, 'built': {'bandwidth_mbps': 1000}}]",
        fix: Fix::One,
    },
    Case {
        code: "unlimited_to_metered",
        path: "/circuits/0/family",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'family': 'metered', 'built': {'family': 'unlimited'}}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'family': 'unlimited', 'built': {'family': 'metered'}}]",
        fix: Fix::One,
    },
    Case {
        code: "change_to_local",
        path: "/circuits/0/tier",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'local', 'built': {'tier': 'standard'}}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'tier': 'standard', 'built': {'tier': 'local'}}]",
        fix: Fix::One,
    },
    Case {
        code: "vpn_backup",
        path: "/circuits/0/vpn_backup",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'vpn_backup': true}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'vpn_backup': false}]",
        fix: Fix::None,
    },
    Case {
        code: "bfd_off",
        path: "/circuits/0/peerings/0/bfd",
        fires: "'circuits': [{'id': 'c1', 'location': 'chicago', 'peerings': [{'kind': 'private', 'bfd': false}]}]",
        near: "'circuits': [{'id': 'c1', 'location': 'chicago', 'peerings': [{'kind': 'private'}]}]",
        fix: Fix::One,
    },
];
