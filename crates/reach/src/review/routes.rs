//! How many routes are taken.

use crate::limits::RouteKind;
use crate::plan::edit::Edit;
use crate::planned::Planned;
use crate::review::code::Code;
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
                let message = format!(
                    "{routes} routes over {}; under {} it takes {limit}, and the BGP session drops beyond.",
                    peering.kind.name().to_lowercase().replace("microsoft", "Microsoft"),
                    sku.name()
                );
                let premium_will_do = sku != Sku::Premium && limits.premium.is_some_and(|it| routes <= it);
                let fix = premium_will_do.then(|| {
                    let edit = Edit::SetSku { circuit: circuit.id.clone(), sku: Sku::Premium };
                    (format!("Make {} Premium", circuit.id), edit)
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
            let message = format!(
                "{} sends {spaces} address spaces; {limit} are taken, and its connections drop beyond.",
                gateway.id
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
            let message = format!(
                "The circuits on {} advertise {routes} routes; {} learns {}.",
                gateway.id,
                sku.name(),
                line.routes_learned
            );
            found.add(Finding::new(Code::GatewayRoutes, format!("/gateways/{at}"), message));
        }
    }
}
