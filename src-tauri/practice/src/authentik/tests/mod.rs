//! Against the fixtures, the recordings where they are, and a small X of its own.

mod faults;
mod rig;
mod signin;
