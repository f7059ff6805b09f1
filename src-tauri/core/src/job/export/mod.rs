//! The exports of a job: the newest comparison with the server, written for people who set the source up by other
//! means. Each export is searched for every secret of the job before it is given out.

pub use actions::{ExportBasis, basis_from_plan, basis_offline, file_name, read_basis, save, text};
pub(super) use page::page;
pub use page::{ExportPage, fresh_basis};

mod actions;
mod page;
