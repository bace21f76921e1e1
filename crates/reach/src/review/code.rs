//! The codes of findings: stable words, each with its severity and what it rests on.

use crate::review::Severity;

/// What a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Documents, by their keys in data/sources.csv.
    Documents(&'static [&'static str]),
    /// The documents of the verdict or row that it repeats.
    Answer,
    /// The plan itself: no document is needed to see it.
    Plan,
    /// No public document of Microsoft; the finding says so.
    NoPublicSource,
}

impl Basis {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Documents(_) | Basis::Answer => "documents",
            Basis::Plan => "plan",
            Basis::NoPublicSource => "no_public_source",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $word:literal, $severity:ident, $basis:expr;)+) => {
        /// What a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $code,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$code),+];

            /// The stable word in JSON and in docs/findings.md.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$code => $word),+ }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity),+ }
            }

            /// What it rests on.
            pub fn basis(self) -> Basis {
                use Basis::{Answer, Documents, NoPublicSource, Plan};
                match self { $(Code::$code => $basis),+ }
            }
        }
    };
}

codes! {
    /// A part names another part that the plan does not have.
    DanglingReference = "dangling_reference", Error, Plan;
    /// A location that the data set does not have.
    UnknownLocation = "unknown_location", Error, Plan;
    /// A region that the data set does not have.
    UnknownRegion = "unknown_region", Error, Plan;
    /// A geopolitical region that the data set does not have.
    UnknownGeopoliticalRegion = "unknown_geopolitical_region", Error, Plan;
    /// A site without usable coordinates.
    SiteWithoutPoint = "site_without_point", Warning, Plan;
    /// A tier or region is undecided, so that no rule can judge.
    Undecided = "undecided", Advice, Plan;
    /// A connection that names neither workload nor gateway.
    ConnectionToNothing = "connection_to_nothing", Warning, Plan;
    /// Two connections that say the same.
    ConnectionTwice = "connection_twice", Warning, Plan;
    /// A circuit without connection or link.
    CircuitUnused = "circuit_unused", Advice, Plan;
    /// An id that is no slug.
    IdNotSlug = "id_not_slug", Warning, Plan;

    /// The circuit's SKU does not reach the workload; a larger one does.
    SkuTooSmall = "sku_too_small", Error, Answer;
    /// Something of another cloud.
    OtherCloud = "other_cloud", Error, Documents(&["LOC"]);
    /// No document says whether the circuit reaches the workload.
    ReachNotDocumented = "reach_not_documented", Warning, Answer;
    /// Two documents disagree about Local at the location.
    LocalDataConflict = "local_data_conflict", Warning, Answer;
    /// The way beyond the gateway's region is not assessed.
    NotAssessed = "not_assessed", Advice, Plan;
    /// Microsoft 365 over a circuit that is not Premium.
    Microsoft365NeedsPremium = "microsoft_365_needs_premium", Error, Documents(&["FAQ"]);
    /// Microsoft 365 over ExpressRoute is advised in specific cases only.
    Microsoft365AdvisedRarely = "microsoft_365_advised_rarely", Advice, Documents(&["FAQ"]);
    /// Azure VMware Solution over a Local circuit.
    VmwareNeedsGlobalReach = "vmware_needs_global_reach", Error, Documents(&["AVS-GR", "FAQ"]);
    /// Azure VMware Solution from a location that Global Reach does not list.
    VmwarePlaceNotListed = "vmware_place_not_listed", Error, Documents(&["AVS-GR", "GR"]);
    /// Azure VMware Solution: what decides is not documented.
    VmwareNotDocumented = "vmware_not_documented", Warning, Documents(&["AVS-GR"]);
    /// A region that is announced, for early updates only, or retired.
    RegionNotLive = "region_not_live", Error, Answer;
    /// A region that is open to some customers only.
    RegionRestricted = "region_restricted", Warning, Answer;
    /// The circuit lacks the peering that the connection or link needs.
    PeeringMissing = "peering_missing", Error, Documents(&["FAQ", "GRHOW"]);
    /// Data would leave where it may go.
    OutsideResidency = "outside_residency", Error, Plan;

    /// Local circuits are not offered at the location.
    LocalNotOffered = "local_not_offered", Error, Answer;
    /// A Local circuit that is metered.
    LocalMetered = "local_metered", Error, Documents(&["INTRO", "COST", "QS"]);
    /// A Local circuit below 1 Gbps.
    LocalBandwidth = "local_bandwidth", Warning, NoPublicSource;
    /// A bandwidth that circuits do not come in.
    BandwidthNotListed = "bandwidth_not_listed", Error, Documents(&["CIRC", "INTRO", "DIR"]);
    /// A provider that no document lists.
    UnknownProvider = "unknown_provider", Warning, Documents(&["LOC", "METRO"]);
    /// A provider that is not listed at the location.
    ProviderNotAtLocation = "provider_not_at_location", Error, Documents(&["LOC", "METRO"]);
    /// A provider that is announced at the location, not active yet.
    ProviderComingSoon = "provider_coming_soon", Error, Documents(&["LOC", "METRO"]);
    /// A circuit that names a provider and a Direct port.
    ProviderAndDirect = "provider_and_direct", Warning, Plan;
    /// A bandwidth below that of the built circuit.
    BandwidthDown = "bandwidth_down", Error, Documents(&["FAQ"]);
    /// A built unlimited circuit that is to become metered.
    UnlimitedToMetered = "unlimited_to_metered", Error, Documents(&["CIRC"]);
    /// A built circuit that is to become Local.
    ChangeToLocal = "change_to_local", Error, Documents(&["CIRC"]);
    /// A VPN as the backup of a circuit.
    VpnBackup = "vpn_backup", Advice, Documents(&["DES"]);
    /// A peering without Bidirectional Forwarding Detection.
    BfdOff = "bfd_off", Advice, Documents(&["DES"]);

    /// A speed that Direct ports do not come in.
    DirectPortSpeed = "direct_port_speed", Error, Documents(&["DIR"]);
    /// Direct is not offered at the location.
    DirectNotOffered = "direct_not_offered", Error, Answer;
    /// No document says whether Direct is offered at the location.
    DirectNotDocumented = "direct_not_documented", Warning, Answer;
    /// A circuit at another location than its Direct port.
    DirectPortElsewhere = "direct_port_elsewhere", Error, Plan;
    /// A size of circuit that the port pair does not offer.
    DirectCircuitSize = "direct_circuit_size", Error, Documents(&["DIR"]);
    /// Circuits that add up to more than the port pair takes.
    DirectOverLimit = "direct_over_limit", Error, Documents(&["DIR-OLD"]);
    /// Circuits that add up to more than one port of the pair carries.
    DirectOversubscribed = "direct_oversubscribed", Advice, Plan;
    /// 400 Gbps ports exist at some locations, by enrollment.
    DirectEnrollment = "direct_enrollment", Warning, Documents(&["DIR"]);

    /// A text that is no address prefix.
    PrefixWrong = "prefix_wrong", Error, Plan;
    /// A peering subnet of another size than /30 or /126.
    PeeringPrefixSize = "peering_prefix_size", Error, Documents(&["ROUTING", "PEER"]);
    /// A Global Reach subnet of another size than /29 or /125.
    LinkPrefixSize = "link_prefix_size", Error, Documents(&["GRHOW"]);
    /// Two subnets with addresses in common.
    PrefixOverlap = "prefix_overlap", Error, Documents(&["GRHOW", "ROUTING"]);
    /// A private range on Microsoft peering.
    MicrosoftPeeringPrivateRange = "microsoft_peering_private_range", Error, Documents(&["FAQ", "ROUTING"]);
    /// A number that Microsoft keeps for itself.
    AsnReserved = "asn_reserved", Error, Documents(&["ROUTING", "PEER"]);
    /// A private number on Microsoft peering.
    AsnPrivateOnMicrosoft = "asn_private_on_microsoft", Advice, Documents(&["ROUTING"]);
    /// A VLAN id out of range.
    VlanWrong = "vlan_wrong", Error, NoPublicSource;
    /// Two peerings of a circuit with one VLAN id.
    VlanTwice = "vlan_twice", Error, Documents(&["PEER"]);
    /// Two peerings of one kind on a circuit.
    PeeringTwice = "peering_twice", Error, Documents(&["CIRC"]);

    /// More routes than a peering takes.
    RoutesOverLimit = "routes_over_limit", Error, Documents(&["LIM", "FAQ"]);
    /// More address spaces than a gateway may send.
    AddressSpacesOverLimit = "address_spaces_over_limit", Error, Documents(&["LIM", "FAQ"]);
    /// More routes than a gateway learns.
    GatewayRoutes = "gateway_routes", Error, Documents(&["LIM"]);

    /// A Local circuit in a Global Reach link.
    LocalSku = "local_sku", Error, Answer;
    /// A link within one location.
    SameLocation = "same_location", Error, Answer;
    /// A link from a place that is not on the list.
    PlaceNotListed = "place_not_listed", Error, Answer;
    /// A link that no document settles.
    LinkNotDocumented = "link_not_documented", Warning, Answer;
    /// A link across geopolitical regions without Premium on both circuits.
    LinkNeedsPremium = "link_needs_premium", Error, Answer;
    /// Two links between the same circuits.
    LinkTwice = "link_twice", Warning, Plan;
    /// Two circuits of different size in a link.
    LinkThroughput = "link_throughput", Advice, Documents(&["FAQ"]);
    /// Two sites that a mesh leaves apart.
    MissingMeshPair = "missing_mesh_pair", Advice, Documents(&["FAQ"]);

    /// More VNets and links than the circuit takes.
    VnetLinkLimit = "vnet_link_limit", Error, Documents(&["LIM", "FAQ"]);
    /// More than four circuits of one location on a gateway.
    CircuitsOfOneLocation = "circuits_of_one_location", Error, Documents(&["FAQ", "GW"]);
    /// More circuits than the gateway takes.
    GatewayCircuits = "gateway_circuits", Error, Documents(&["GW"]);
    /// A circuit that is faster than its gateway.
    GatewayThroughput = "gateway_throughput", Advice, Documents(&["LIM", "SCALE"]);
    /// FastPath on a gateway without it.
    FastpathNotOffered = "fastpath_not_offered", Error, Documents(&["GW", "SCALE"]);
    /// A number of scale units that the gateway does not come in.
    ScaleUnits = "scale_units", Error, Documents(&["SCALE"]);
    /// A gateway subnet that is too small.
    GatewaySubnet = "gateway_subnet", Error, Documents(&["GW"]);

    /// A workload that nothing reaches.
    WorkloadUnreached = "workload_unreached", Warning, Plan;
    /// A workload with less resiliency than intended.
    ResiliencyNotMet = "resiliency_not_met", Warning, Documents(&["DES"]);
    /// A workload that hangs on one location, with nothing intended.
    OneLocation = "one_location", Advice, Documents(&["DES", "FAQ"]);
    /// Two circuits for one workload in one metro.
    SameMetro = "same_metro", Advice, Documents(&["DES"]);
    /// A Metro circuit beside one at one of its sites.
    SharedSite = "shared_site", Warning, Documents(&["DES", "METRO"]);
    /// Two circuits for one workload in one facility.
    SameFacility = "same_facility", Warning, Documents(&["DES"]);
    /// Two circuits for one workload through one provider.
    SameProvider = "same_provider", Advice, Documents(&["DES"]);
    /// Two near locations of which one only waits.
    NearPairStandby = "near_pair_standby", Advice, Documents(&["SCRIPT"]);
    /// Two distant locations that both carry traffic.
    FarPairActive = "far_pair_active", Advice, Documents(&["SCRIPT"]);
}
