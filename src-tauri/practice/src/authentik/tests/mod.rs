//! Against the fixtures, the recordings where they are, and a small X of its own.

mod contract;
mod faults;
mod mappings;
mod newest;
mod recordings;
mod refusals;
mod releases;
mod rig;
mod signin;
mod source_stage;
