//! Link repairs that a person names, as on a command line. If one of them can't be agreed to, the reason is returned
//! and none is.

use super::{Job, accept_table, candidates, fresh, notes, set_agreed, table};
use crate::i18n::{Message, msg};

/// Agrees to the links in these lines, each a user name and the number of an X account, as in the table that can be
/// pasted. Needs a snapshot of the server. Either all are agreed to or none.
///
/// # Errors
/// In words, why a line can't be read, or the server speaks against its link.
pub fn agree_to_lines(job: &mut Job, lines: &[String]) -> Result<(), Vec<Message>> {
    accept_table(job, &lines.join("\n"));
    let (named, mut refused) = table::read(&job.repair.table);
    let Some(look) = fresh(job) else { return Err(refused) };
    if look.blind.is_some() {
        return Err(notes(look));
    }
    let mut agreed = Vec::new();
    for one in candidates(job) {
        for line in named.iter().filter(|line| line.username == one.person.username) {
            if one.id.as_ref() == Some(&line.id) {
                agreed.push((one.person.user, line.id.clone()));
            } else {
                refused.extend(one.says.iter().cloned());
            }
        }
    }
    let lost = |name: &str| look.lost.iter().any(|lost| lost.username == name);
    let strangers = named.iter().filter(|line| !lost(&line.username));
    refused.extend(strangers.map(|line| msg::repair_line_stranger(line.number, &line.username)));
    if !refused.is_empty() {
        return Err(refused);
    }
    for (user, id) in agreed {
        set_agreed(job, user, &id, true);
    }
    Ok(())
}
