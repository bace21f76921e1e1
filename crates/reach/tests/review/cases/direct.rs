//! ExpressRoute Direct.

use crate::cases::{Case, Fix};

pub const CASES: &[Case] = &[
    Case {
        code: "direct_port_speed",
        path: "/direct_ports/0/port_gbps",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 40}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 100}]",
        fix: Fix::None,
    },
    // Seoul2 is printed without a check mark in the Direct column, Seoul with one.
    Case {
        code: "direct_not_offered",
        path: "/direct_ports/0/location",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'seoul2'}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'seoul'}]",
        fix: Fix::None,
    },
    Case {
        code: "direct_not_documented",
        path: "/direct_ports/0/location",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'new-york2'}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'new-york'}]",
        fix: Fix::None,
    },
    Case {
        code: "direct_port_elsewhere",
        path: "/circuits/0/location",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago'}],
                'circuits': [{'id': 'c1', 'location': 'chicago2', 'direct_port': 'p1'}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago'}],
               'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1'}]",
        fix: Fix::One,
    },
    // 1 Gbps goes on 10 Gbps ports only; 100 Gbps ports start at 5 Gbps.
    Case {
        code: "direct_circuit_size",
        path: "/circuits/0/bandwidth_mbps",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 100}],
                'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 1000}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 10}],
               'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 1000}]",
        fix: Fix::One,
    },
    // A pair of 10 Gbps ports takes 20 Gbps.
    Case {
        code: "direct_over_limit",
        path: "/direct_ports/0",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 10}],
                'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 10000},
                             {'id': 'c2', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 10000},
                             {'id': 'c3', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 1000}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 10}],
               'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 10000},
                            {'id': 'c2', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 10000}]",
        fix: Fix::None,
    },
    Case {
        code: "direct_oversubscribed",
        path: "/direct_ports/0",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 10}],
                'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 10000},
                             {'id': 'c2', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 1000}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 10}],
               'circuits': [{'id': 'c1', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 5000},
                            {'id': 'c2', 'location': 'chicago', 'direct_port': 'p1', 'bandwidth_mbps': 5000}]",
        fix: Fix::None,
    },
    Case {
        code: "direct_enrollment",
        path: "/direct_ports/0/port_gbps",
        fires: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 400}]",
        near: "'direct_ports': [{'id': 'p1', 'location': 'chicago', 'port_gbps': 100}]",
        fix: Fix::None,
    },
];
