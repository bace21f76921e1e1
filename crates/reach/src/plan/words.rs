//! The closed sets of a plan.

use crate::phrase::phrase;
use crate::sku::{Sku, UnknownWord, closed_set};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

closed_set!(
    /// How outbound data of a circuit is paid.
    BillingFamily, "family", {
        /// By the gigabyte.
        Metered = "metered", phrase("Metered");
        /// With the monthly fee.
        Unlimited = "unlimited", phrase("Unlimited");
    }
);

impl BillingFamily {
    /// The family of a new circuit: Local is always unlimited.
    pub fn of_new(sku: Sku) -> BillingFamily {
        match sku {
            Sku::Local => BillingFamily::Unlimited,
            Sku::Standard | Sku::Premium => BillingFamily::Metered,
        }
    }
}

closed_set!(
    /// What a way to a workload withstands, least first.
    Resiliency, "resiliency", {
        /// One circuit at one location.
        Standard = "standard", phrase("Standard");
        /// One circuit over two sites of a city, a Metro location.
        High = "high", phrase("High");
        /// Two circuits at two locations.
        Maximum = "maximum", phrase("Maximum");
    }
);

closed_set!(
    /// What a workload is.
    WorkloadKind, "workload", {
        /// Something in an Azure region.
        Region = "region", phrase("Azure region");
        /// Microsoft 365.
        Microsoft365 = "microsoft-365", "Microsoft 365";
        /// A Dynamics 365 environment.
        Dynamics365 = "dynamics-365", "Dynamics 365";
        /// An Azure VMware Solution private cloud in a region.
        AzureVmwareSolution = "azure-vmware-solution", phrase("Azure VMware Solution");
    }
);

closed_set!(
    /// What a circuit is connected to.
    GatewayKind, "gateway", {
        /// The gateway of a VNet.
        VnetGateway = "vnet-gateway", phrase("VNet gateway");
        /// The hub of a Virtual WAN.
        VirtualWanHub = "virtual-wan-hub", phrase("Virtual WAN hub");
    }
);

closed_set!(
    /// The SKU of a VNet gateway.
    GatewaySku, "gateway SKU", {
        /// Standard.
        Standard = "standard", phrase("Standard");
        /// High Performance.
        HighPerformance = "high-performance", phrase("High Performance");
        /// Ultra Performance.
        UltraPerformance = "ultra-performance", phrase("Ultra Performance");
        /// ErGw1Az.
        ErGw1Az = "ergw1az", "ErGw1Az";
        /// ErGw2Az.
        ErGw2Az = "ergw2az", "ErGw2Az";
        /// ErGw3Az.
        ErGw3Az = "ergw3az", "ErGw3Az";
        /// ErGwScale, sized by scale units.
        ErGwScale = "ergwscale", phrase("ErGwScale");
    }
);

closed_set!(
    /// How a gateway is spread over availability zones.
    GatewayZones, "zones", {
        /// In one zone.
        Zonal = "zonal", phrase("Zonal");
        /// Over several.
        ZoneRedundant = "zone-redundant", phrase("Zone-redundant");
    }
);

closed_set!(
    /// Whether a connection carries traffic while all is well.
    ConnectionRole, "role", {
        /// It does.
        Active = "active", phrase("Active");
        /// It waits.
        Standby = "standby", phrase("Standby");
    }
);

closed_set!(
    /// How a provider hands a circuit over.
    ConnectivityModel, "connectivity model", {
        /// Co-located at a cloud exchange.
        CloudExchange = "cloud-exchange", phrase("Cloud exchange co-location");
        /// A point-to-point Ethernet line.
        PointToPointEthernet = "point-to-point-ethernet", phrase("Point-to-point Ethernet");
        /// An any-to-any (IPVPN) network.
        AnyToAny = "any-to-any", phrase("Any-to-any (IPVPN)");
    }
);

closed_set!(
    /// Who runs BGP with Microsoft.
    BgpBy, "BGP", {
        /// The customer, over a layer 2 line.
        Customer = "customer", "Customer (layer 2)";
        /// The provider, as managed layer 3.
        Provider = "provider", "Provider (managed layer 3)";
    }
);

closed_set!(
    /// How circuits are told apart on an ExpressRoute Direct port.
    Encapsulation, "encapsulation", {
        /// QinQ.
        QinQ = "qinq", phrase("QinQ");
        /// Dot1Q.
        Dot1Q = "dot1q", "Dot1Q";
    }
);
