export type Cloud = "public" | "usgov" | "china";
export type Sku = "local" | "standard" | "premium";
export type Peering = "private" | "microsoft";
export type DistanceBasis = "site" | "city" | "state";
export type RegionStatus = "live" | "announced" | "canary" | "retired";
export type Verdict =
  | "reachable"
  | "needs_standard"
  | "needs_premium"
  | "local_not_offered"
  | "unreachable"
  | "data_conflict"
  | "not_documented";
export type LinkVerdict = "linkable" | "needs_premium" | "not_linkable" | "not_documented";
export type LinkTest =
  | "other_cloud"
  | "local_sku"
  | "same_location"
  | "place_not_listed"
  | "not_documented"
  | "needs_premium";

export interface ReachAllOptions {
  /** The cloud to look for the location in first; "public" if absent. */
  cloud?: Cloud;
  /** "private" (VNets) if absent, or "microsoft" (public prefixes). */
  peering?: Peering;
}

export interface ReachOptions extends ReachAllOptions {
  /** The cloud to look for the destination in, and no other. */
  toCloud?: Cloud;
  /** The geopolitical region of a Dynamics 365 environment; the location's own if absent. */
  environment?: string;
}

export interface LinkOptions {
  /** The cloud to look for the first location in first; "public" if absent. */
  cloud?: Cloud;
  /** The cloud to look for the second location in, and no other. */
  toCloud?: Cloud;
}

export interface LatencyOptions {
  /** The cloud to look for the first place in first; "public" if absent. */
  cloud?: Cloud;
  /** The cloud to look for the second place in, and no other. */
  toCloud?: Cloud;
}

export interface LocateOptions extends ReachAllOptions {
  /** The cloud to look for every region in, and no other. */
  toCloud?: Cloud;
}

export interface NearestOptions {
  /** The cloud to look in; "public" if absent. */
  cloud?: Cloud;
  /** Only where ExpressRoute Direct is documented. */
  direct?: boolean;
  /** true: only Metro locations; false: none of them; absent: both. */
  metro?: boolean;
  /** Only of this pricing zone. */
  zone?: 1 | 2 | 3 | 4;
  /** Only where Local circuits are documented. */
  local?: boolean;
  /** Only within this many kilometers. */
  within?: number;
}

/** A document behind an answer. */
export interface Source {
  title: string;
  /** YYYY-MM-DD, or empty. */
  date: string;
  ref: string;
}

/** A round trip in milliseconds, at most one decimal. */
export interface RoundTrip {
  low: number;
  mid: number;
  /** Of a measured value, low, mid and high are equal. */
  high: number;
  /** "fitted": estimated from the distance; "measured": published for this pair of regions, in this direction. */
  basis: "fitted" | "measured";
  /** The date of the measurements behind it, YYYY-MM-DD. */
  date: string;
}

export interface ReachAnswer {
  from: string;
  sku: Sku;
  to: string;
  to_name: string;
  peering: Peering;
  verdict: Verdict;
  /** What is likely where nothing is documented. */
  likely: Verdict | null;
  smallest_sku: Sku | null;
  likely_smallest_sku: Sku | null;
  reason: string;
  source: Source[];
  distance_km: number | null;
  distance_basis: DistanceBasis | null;
  /** null for a service, a region that is not in use, and another cloud. */
  rtt_ms_estimate: RoundTrip | null;
}

export interface ReachList {
  from: string;
  sku: Sku;
  regions: ReachAnswer[];
}

export interface LinkAnswer {
  from: string;
  from_sku: Sku;
  to: string;
  to_sku: Sku;
  verdict: LinkVerdict;
  likely: LinkVerdict | null;
  lacking: ("from" | "to")[];
  failed_test: LinkTest | null;
  failed_tests: LinkTest[];
  reason: string;
  remedy: string | null;
  source: Source[];
  distance_km: number;
  distance_basis: DistanceBasis;
}

export interface LocatedVerdict {
  to: string;
  verdict: Verdict;
  smallest_sku: Sku | null;
  likely_smallest_sku: Sku | null;
  distance_km: number | null;
  rtt_ms_estimate: RoundTrip | null;
}

export interface LocatedLocation {
  id: string;
  name: string;
  smallest_sku: Sku;
  likely_smallest_sku: Sku;
  distance_km: number;
  distance_basis: DistanceBasis;
  /** To the farthest region. */
  rtt_ms_estimate: RoundTrip;
  verdicts: LocatedVerdict[];
}

export interface LocateAnswer {
  locations: LocatedLocation[];
}

export interface NearLocation {
  id: string;
  name: string;
  cloud: Cloud;
  distance_km: number;
  distance_basis: DistanceBasis;
  /** From the point, were there a line like those between regions. */
  rtt_ms_estimate: RoundTrip;
  metro: boolean;
  geopolitical_region: string;
  local_regions: string[] | null;
  pricing_zone: number | null;
  direct: boolean | null;
}

export interface NearestAnswer {
  locations: NearLocation[];
}

export type PlaceKind = "location" | "region";

export interface LatencyAnswer {
  from: string;
  from_kind: PlaceKind;
  to: string;
  to_kind: PlaceKind;
  distance_km: number;
  distance_basis: DistanceBasis;
  /** null between two clouds, to a region that is not in use, and from a place to itself. */
  rtt_ms_estimate: RoundTrip | null;
  reason: string;
  source: Source[];
}

export interface PeeringLocation {
  id: string;
  name: string;
  cloud: Cloud;
  geopolitical_region: string;
  country: string;
  city: string;
  facility: string;
  metro: boolean;
  /** Empty: Local is not offered. null: not documented. */
  local_regions: string[] | null;
  pricing_zone: number | null;
  direct: boolean | null;
  latitude: number;
  longitude: number;
  precision: DistanceBasis;
}

export interface AzureRegion {
  id: string;
  name: string;
  cloud: Cloud;
  status: RegionStatus;
  geopolitical_region: string | null;
  country: string;
  latitude: number;
  longitude: number;
  precision: DistanceBasis;
}

export interface GeopoliticalRegion {
  id: string;
  name: string;
  cloud: Cloud;
}

/** What every method throws when a question cannot be asked. */
export interface ReachError extends Error {
  code: "unknown_name" | "ambiguous_name" | "unknown_word" | "out_of_range" | "usage" | "broken_build";
  value: string;
  /** What to give instead, best first. */
  near: string[];
}
