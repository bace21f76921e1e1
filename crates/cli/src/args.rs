//! The words of the command line.

use clap::{ArgAction, Parser, Subcommand};
use reach::geo::Kilometers;
use reach::question::{self, QuestionError};
use reach::sku::{Cloud, Peering, Sku};
use std::path::PathBuf;

const REACH_EXAMPLES: &str = "\
Examples:
  atlas reach --from London --sku local --to \"UK West\"
  atlas reach --from Amsterdam --sku standard
  atlas reach --from Tokyo --sku premium --to microsoft-365
  atlas reach --from Chicago --sku standard --to dynamics-365 --environment Europe
  atlas reach --from Dallas --cloud usgov --sku standard --json

Exit code: 0 reachable, or a list given; 1 any other verdict; 2 bad input.";

const LINK_EXAMPLES: &str = "\
Examples:
  atlas link --from Tokyo --from-sku standard --to Seoul --to-sku standard
  atlas link --from London --from-sku standard --to London2 --to-sku standard --json

Exit code: 0 linkable; 1 any other verdict; 2 bad input.";

const LOCATE_EXAMPLES: &str = "\
Examples:
  atlas locate --to \"UK South\" --to \"West Europe\"
  atlas locate --to \"US Gov Virginia\" --to-cloud usgov --json

Exit code: 0 a list given, even an empty one; 2 bad input.";

const NEAREST_EXAMPLES: &str = "\
Examples:
  atlas nearest --lat 52.37 --lon 4.9
  atlas nearest --lat -33.9 --lon 18.4 --count 4 --json
  atlas nearest --lat 40.4 --lon -3.7 --provider Equinix --no-metro --within 1500

Exit code: 0 a list given, even an empty one; 2 bad input.";

const LATENCY_EXAMPLES: &str = "\
Examples:
  atlas latency --from \"West Europe\" --to \"East US\"
  atlas latency --from Amsterdam --to \"UK South\" --json
  atlas latency --from Tokyo --to Seoul

Exit code: 0 a round trip given; 1 there is none; 2 bad input.";

const CHECK_EXAMPLES: &str = "\
Examples:
  atlas data check
  atlas data check my-tables
  atlas data check corrections --over data --json

Exit code: 0 nothing found; 1 errors found; 2 the folder cannot be read.";

const PLAN_CHECK_EXAMPLES: &str = "\
Examples:
  atlas plan check my-plan.json
  atlas plan check my-plan.json --json | jq '.findings[] | select(.severity == \"error\")'

Exit code: 0 no error found; 1 findings of severity error; 2 the file is no plan.";

const PLAN_COMPARE_EXAMPLES: &str = "\
Examples:
  atlas plan compare today.json tomorrow.json

Exit code: 0 compared, whatever differs; 2 a file is no plan.";

const PLAN_SCHEMA_EXAMPLES: &str = "\
Example:
  atlas plan schema > plan.schema.json

Exit code: 0.";

/// Azure ExpressRoute coverage: what a circuit reaches, with reasons, sources and dates. Unofficial; not affiliated
/// with Microsoft.
#[derive(Debug, Parser)]
#[command(name = "atlas", version, after_help = "Run `atlas COMMAND --help` for examples.")]
pub struct Args {
    /// Print JSON; errors become one JSON object on the error stream.
    #[arg(long, global = true)]
    pub json: bool,
    /// The cloud to look in: public, usgov or china.
    #[arg(long, global = true, value_name = "CLOUD", default_value = "public", value_parser = word::<Cloud>)]
    pub cloud: Cloud,
    /// What is asked.
    #[command(subcommand)]
    pub command: Command,
}

/// The questions.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What a circuit reaches from a peering location under a SKU.
    #[command(after_help = REACH_EXAMPLES)]
    Reach(ReachArgs),
    /// Whether two circuits can be linked by Global Reach.
    #[command(after_help = LINK_EXAMPLES)]
    Link(LinkArgs),
    /// Which peering locations reach a set of regions, smallest SKU first.
    #[command(after_help = LOCATE_EXAMPLES)]
    Locate(LocateArgs),
    /// The peering locations nearest to a point.
    #[command(after_help = NEAREST_EXAMPLES)]
    Nearest(NearestArgs),
    /// The round trip between two regions as published, or estimated from the distance where an end is a location.
    #[command(after_help = LATENCY_EXAMPLES)]
    Latency(LatencyArgs),
    /// Plans: what is wrong in them, what they cover, how two differ.
    Plan(PlanArgs),
    /// The tables behind the answers.
    Data(DataArgs),
}

/// `atlas reach`
#[derive(Debug, clap::Args)]
pub struct ReachArgs {
    /// The peering location: its name or id.
    #[arg(long, value_name = "LOCATION")]
    pub from: String,
    /// The SKU of the circuit: local, standard or premium.
    #[arg(long, value_name = "SKU", value_parser = word::<Sku>)]
    pub sku: Sku,
    /// A region, microsoft-365 or dynamics-365; without it, every live region of the cloud is listed.
    #[arg(long, value_name = "REGION")]
    pub to: Option<String>,
    /// The cloud to look for REGION in: public, usgov or china. Without it: the circuit's, then the others.
    #[arg(long, value_name = "CLOUD", requires = "to", value_parser = word::<Cloud>)]
    pub to_cloud: Option<Cloud>,
    /// The peering: private (VNets) or microsoft (public prefixes).
    #[arg(long, value_name = "PEERING", default_value = "private", value_parser = word::<Peering>)]
    pub peering: Peering,
    /// The geopolitical region of a Dynamics 365 environment; without it, the location's own.
    #[arg(long, value_name = "NAME", requires = "to")]
    pub environment: Option<String>,
}

/// `atlas link`
#[derive(Debug, clap::Args)]
pub struct LinkArgs {
    /// The peering location of the first circuit.
    #[arg(long, value_name = "LOCATION")]
    pub from: String,
    /// The SKU of the first circuit: local, standard or premium.
    #[arg(long, value_name = "SKU", value_parser = word::<Sku>)]
    pub from_sku: Sku,
    /// The peering location of the second circuit.
    #[arg(long, value_name = "LOCATION")]
    pub to: String,
    /// The SKU of the second circuit.
    #[arg(long, value_name = "SKU", value_parser = word::<Sku>)]
    pub to_sku: Sku,
    /// The cloud to look for the second location in. Without it: the first circuit's, then the others.
    #[arg(long, value_name = "CLOUD", value_parser = word::<Cloud>)]
    pub to_cloud: Option<Cloud>,
}

/// `atlas locate`
#[derive(Debug, clap::Args)]
pub struct LocateArgs {
    /// A region to reach; repeat it for several.
    #[arg(long, value_name = "REGION", required = true, action = ArgAction::Append)]
    pub to: Vec<String>,
    /// The peering: private (VNets) or microsoft (public prefixes).
    #[arg(long, value_name = "PEERING", default_value = "private", value_parser = word::<Peering>)]
    pub peering: Peering,
    /// The cloud to look for every REGION in, and no other.
    #[arg(long, value_name = "CLOUD", value_parser = word::<Cloud>)]
    pub to_cloud: Option<Cloud>,
}

/// `atlas nearest`
#[derive(Debug, clap::Args)]
pub struct NearestArgs {
    /// Degrees north, -90 to 90.
    #[arg(long, value_name = "DEGREES", allow_hyphen_values = true, value_parser = latitude)]
    pub lat: f64,
    /// Degrees east, -180 to 180.
    #[arg(long, value_name = "DEGREES", allow_hyphen_values = true, value_parser = longitude)]
    pub lon: f64,
    /// How many to list; without it 4, or with --within all of them.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = count)]
    pub count: Option<usize>,
    /// Only where this connectivity provider is available.
    #[arg(long, value_name = "NAME")]
    pub provider: Option<String>,
    /// Count providers that are announced as coming soon; circuits cannot be created there yet.
    #[arg(long, requires = "provider")]
    pub include_coming_soon: bool,
    /// Only where ExpressRoute Direct is documented.
    #[arg(long)]
    pub direct: bool,
    /// Only Metro locations.
    #[arg(long, conflicts_with = "no_metro")]
    pub metro: bool,
    /// No Metro locations.
    #[arg(long)]
    pub no_metro: bool,
    /// Only of this pricing zone, 1 to 4.
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true, value_parser = zone)]
    pub zone: Option<u8>,
    /// Only where Local circuits are documented.
    #[arg(long)]
    pub local: bool,
    /// Only within this many kilometers.
    #[arg(long, value_name = "KM", allow_hyphen_values = true, value_parser = radius)]
    pub within: Option<Kilometers>,
}

/// `atlas plan`
#[derive(Debug, clap::Args)]
pub struct PlanArgs {
    /// What to do with plans.
    #[command(subcommand)]
    pub command: PlanCommand,
}

/// What can be done with plans. The plan names its cloud, so --cloud is not looked at.
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// What is wrong in a plan, and what it covers.
    #[command(after_help = PLAN_CHECK_EXAMPLES)]
    Check(PlanFileArgs),
    /// What changed from one plan to another, with findings and coverage before and after.
    #[command(after_help = PLAN_COMPARE_EXAMPLES)]
    Compare(PlanCompareArgs),
    /// The JSON Schema of plan files.
    #[command(after_help = PLAN_SCHEMA_EXAMPLES)]
    Schema,
}

/// `atlas plan check`
#[derive(Debug, clap::Args)]
pub struct PlanFileArgs {
    /// The plan file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `atlas plan compare`
#[derive(Debug, clap::Args)]
pub struct PlanCompareArgs {
    /// The plan file before.
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The plan file after.
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
}

/// `atlas latency`
#[derive(Debug, clap::Args)]
pub struct LatencyArgs {
    /// Where the round trip starts: a region or a peering location.
    #[arg(long, value_name = "PLACE")]
    pub from: String,
    /// Where it turns: a region or a peering location.
    #[arg(long, value_name = "PLACE")]
    pub to: String,
    /// The cloud to look for the second place in. Without it: the first one's, then the others.
    #[arg(long, value_name = "CLOUD", value_parser = word::<Cloud>)]
    pub to_cloud: Option<Cloud>,
}

/// `atlas data`
#[derive(Debug, clap::Args)]
pub struct DataArgs {
    /// What to do with the tables.
    #[command(subcommand)]
    pub command: DataCommand,
}

/// What can be done with tables.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    /// Read CSV tables and print every error with its table, line, column and value.
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
}

/// `atlas data check`
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The folder of tables; without it ./data, and where there is none the tables inside this program.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    /// A whole set of tables that those of FOLDER are laid over, row by row.
    #[arg(long, value_name = "FOLDER", requires = "folder")]
    pub over: Option<PathBuf>,
}

fn word<T: std::str::FromStr<Err = reach::sku::UnknownWord>>(text: &str) -> Result<T, QuestionError> {
    Ok(text.parse()?)
}

fn number(what: &'static str, text: &str) -> Result<f64, QuestionError> {
    let remedy = "write it in digits, such as 52.37";
    text.trim().parse().map_err(|_| QuestionError::NotANumber { what, value: text.to_owned(), remedy })
}

fn latitude(text: &str) -> Result<f64, QuestionError> {
    question::latitude(number("latitude", text)?)
}

fn longitude(text: &str) -> Result<f64, QuestionError> {
    question::longitude(number("longitude", text)?)
}

fn count(text: &str) -> Result<usize, QuestionError> {
    question::count(number("count", text)?)
}

fn zone(text: &str) -> Result<u8, QuestionError> {
    question::pricing_zone(number("zone", text)?)
}

fn radius(text: &str) -> Result<Kilometers, QuestionError> {
    question::radius(number("radius", text)?)
}
