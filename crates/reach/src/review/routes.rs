//! How many routes are taken.

use crate::limits::RouteKind;
use crate::phrase::phrase;
use crate::plan::edit::Edit;
use crate::planned::Planned;
use crate::review::code::Code;
use crate::review::peering_words;
use crate::review::{Finding, Found};
use crate::sku::{Peering, Sku};
use std::collections::BTreeSet;

/// Routes advertised over a peering.
pub fn peering_routes(planned: &Planned<'_>, found: &mut Found) {
    for (at, circuit) in planned.plan.circuits.iter().enumerate() {
        let Some(sku) = circuit.tier else { continue };
        for (place, peering) in circuit.peerings.iter().enumerate() {
            let kind = match peering.kind {
                Peering::Private => RouteKind::Private,
                Peering::Microsoft => RouteKind::Microsoft,
            };
            for (field, ipv6, routes) in
                [("routes_ipv4", false, peering.routes_ipv4), ("routes_ipv6", true, peering.routes_ipv6)]
            {
                let Some((routes, limits)) = routes.zip(planned.facts.limits.routes(kind, ipv6)) else { continue };
                let Some(limit) = limits.under(sku).filter(|it| routes > *it) else { continue };
                let message = planned.say(phrase("{routes} routes over {peering}; under {sku} it takes {limit}, and the BGP session drops beyond."), &[("routes", &routes.to_string()), ("peering", &planned.say(peering_words(peering.kind), &[])), ("sku", sku.name()), ("limit", &limit.to_string())]);
                let premium_will_do = sku != Sku::Premium && limits.premium.is_some_and(|it| routes <= it);
                let fix = premium_will_do.then(|| {
                    let edit = Edit::SetSku { circuit: circuit.id.clone(), sku: Sku::Premium };
                    (planned.say(phrase("Make {circuit} Premium"), &[("circuit", &circuit.id)]), edit)
                });
                let path = format!("/circuits/{at}/peerings/{place}/{field}");
                found.add(Finding::new(Code::RoutesOverLimit, path, message).fixed_if(fix));
            }
        }
    }
}

/// Address spaces that a gateway sends.
pub fn gateway_address_spaces(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let sent = [
            ("address_spaces_ipv4", false, gateway.address_spaces_ipv4),
            ("address_spaces_ipv6", true, gateway.address_spaces_ipv6),
        ];
        for (field, ipv6, spaces) in sent {
            let limit = planned.facts.limits.routes(RouteKind::Gateway, ipv6).and_then(|it| it.under(Sku::Standard));
            let Some((spaces, limit)) = spaces.zip(limit).filter(|(spaces, limit)| spaces > limit) else { continue };
            let message = planned.say(
                phrase("{gateway} sends {spaces} address spaces; {limit} are taken, and its connections drop beyond."),
                &[("gateway", &gateway.id), ("spaces", &spaces.to_string()), ("limit", &limit.to_string())],
            );
            found.add(Finding::new(Code::AddressSpacesOverLimit, format!("/gateways/{at}/{field}"), message));
        }
    }
}

/// Routes that a gateway learns from its circuits.
pub fn gateway_routes(planned: &Planned<'_>, found: &mut Found) {
    for (at, gateway) in planned.plan.gateways.iter().enumerate() {
        let Some(sku) = gateway.sku else { continue };
        let Some(line) = planned.facts.limits.gateway(sku, gateway.scale_units.unwrap_or(1)) else { continue };
        let connections = planned.connections_of(gateway);
        let circuits: BTreeSet<usize> =
            connections.filter_map(|it| planned.circuit(&it.circuit)).map(|it| it.0).collect();
        let peerings = circuits.iter().filter_map(|at| planned.plan.circuits.get(*at)).flat_map(|it| &it.peerings);
        let private = peerings.filter(|it| it.kind == Peering::Private);
        let routes: u64 = private.flat_map(|it| [it.routes_ipv4, it.routes_ipv6]).flatten().map(u64::from).sum();
        if routes > u64::from(line.routes_learned) {
            let message = planned.say(
                phrase("The circuits on {gateway} advertise {routes} routes; {sku} learns {limit}."),
                &[
                    ("gateway", &gateway.id),
                    ("routes", &routes.to_string()),
                    ("sku", sku.name()),
                    ("limit", &line.routes_learned.to_string()),
                ],
            );
            found.add(Finding::new(Code::GatewayRoutes, format!("/gateways/{at}"), message));
        }
    }
}
