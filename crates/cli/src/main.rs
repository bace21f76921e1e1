//! `atlas`: ExpressRoute coverage from the command line.
//!
//! Exit code 0: reachable, linkable, or a list given. 1: any other verdict, or findings. 2: bad input.

mod args;
mod data_check;
mod data_set;
mod failure;
mod latency;
mod link;
mod list;
mod locate;
mod nearest;
mod output;
mod plan;
mod reach;
mod words;

use crate::args::{Args, Command, DataCommand, PlanCommand};
use crate::data_set::DataSet;
use crate::failure::Failure;
use crate::output::Output;
use clap::Parser;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    // Errors in the arguments are told in the form asked for, so the form is looked for before they are parsed.
    let json = typed.iter().any(|it| it == "--json");
    match Args::try_parse_from(typed) {
        Ok(args) => match answer(&args) {
            Ok(output) => output.print(),
            Err(failure) => failure.print(args.json),
        },
        Err(error) if json && error.use_stderr() => Failure::from_clap(&error).print(true),
        Err(error) => {
            // Help into a pipe that was closed is no failure.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { failure::BAD_INPUT } else { 0 })
        }
    }
}

fn answer(args: &Args) -> Result<Output, Failure> {
    match &args.command {
        Command::Data(data) => match &data.command {
            DataCommand::Check(check) => data_check::answer(check, args.json),
        },
        Command::Plan(plan) => match &plan.command {
            PlanCommand::Check(check) => plan::check(check, args.json),
            PlanCommand::Compare(files) => plan::compare(files, args.json),
            PlanCommand::Schema => Ok(Output::text(plan::SCHEMA.to_owned(), true)),
        },
        Command::Reach(question) => reach::answer(&DataSet::load()?, question, args),
        Command::Link(question) => link::answer(&DataSet::load()?, question, args),
        Command::Locate(question) => locate::answer(&DataSet::load()?, question, args),
        Command::Latency(question) => latency::answer(&DataSet::load()?, question, args),
        Command::Nearest(question) => nearest::answer(&DataSet::load()?, question, args),
    }
}
