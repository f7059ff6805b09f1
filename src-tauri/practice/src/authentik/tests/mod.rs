//! Tests the server against the fixtures, against the recordings if they are present, and with a small X of the tests.

mod access;
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
