//! The exports of a job: the newest comparison with the server, written for people who set the source up by other
//! means. Each export is searched for every secret of the job before it is given out.

pub use actions::{ExportBasis, file_name, of_plan, read_basis, save, text, without_server};
pub(super) use page::page;
pub use page::{ExportPage, merge_basis};

mod actions;
mod page;
