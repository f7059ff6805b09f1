//! Against the fixtures, the recordings where they are, and a small X of its own.

mod contract;
mod embedded;
mod faults;
mod mapped;
mod recordings;
mod refusals;
mod releases;
mod rig;
mod signin;
