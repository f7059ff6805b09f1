//! Sourcerer's window.
#![forbid(unsafe_code)]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desktop;
mod marks;
mod practice;
mod state;
mod window;

fn main() {
    marks::mark("main");
    window::run();
}
