// The only list of commands. `build.rs` creates their permissions from it, `window.rs` their handler, and the bindings
// test in `tests/bindings` the page's typed calls. Each row is: name(argument: type, …) -> type of the result.
//
// Types are named as `sourcerer_core` and std know them; a `Channel<u32>` argument
// tells the page that the view has changed, whatever the number is.
commands! {
    // The program
    app_view() -> View,
    app_trace() -> Vec<Exchange>,
    app_mark(label: String) -> bool,
    app_zoom(percent: u32) -> bool,
    link_open(link: Link) -> View,
    notice_dismiss() -> View,
    file_drop(name: String, text: String) -> DroppedFile,
    window_narrow(on: bool) -> bool,
    crash_dismiss() -> View,
    problem_report() -> String,
    leave_stay() -> View,
    leave_store_secret() -> View,
    leave_close() -> bool,

    // Settings
    settings_change(settings: Settings) -> View,
    settings_browsers() -> Vec<InstalledBrowser>,
    settings_choose_ca() -> View,
    settings_clear_ca() -> View,
    settings_forget_secrets() -> View,
    settings_open_folder(folder: ProgramFolder) -> View,
    update_choose(weekly: bool) -> View,
    update_open() -> View,
    update_close() -> View,

    // Jobs
    job_new() -> View,
    job_open(id: String) -> View,
    job_forget(id: String) -> View,
    job_close() -> View,
    job_rename(id: String, label: String) -> View,
    job_archive(id: String, archived: bool) -> View,
    job_duplicate(id: String) -> View,
    page_open(stage: Stage) -> View,
    page_next() -> View,

    // The job file
    handover_follow(progress: Channel<u32>) -> bool,
    handover_side(side: Side) -> View,
    handover_save() -> View,
    handover_choose() -> View,
    handover_pick(field: HandoverField, pick: HandoverPick) -> View,
    handover_address(agreed: bool) -> View,
    handover_take() -> View,
    handover_leave() -> View,

    // Practice
    practice_faults() -> Vec<PracticePlace>,
    practice_layouts() -> Vec<PracticeLayout>,
    practice_start(chosen: PracticeChosen) -> View,
    practice_end() -> View,

    // 1 Server
    server_edit(address: String, allow_http: bool) -> View,
    server_choose_ca() -> View,
    server_clear_ca() -> View,
    server_store_token(token: String, place: SecretLocation) -> View,
    server_practice_token() -> View,
    server_forget_token() -> View,
    server_check(progress: Channel<u32>) -> View,

    // 2 Names
    names_edit(entered: NamesInput, access: Option<AccessInput>) -> View,
    names_agree() -> View,
    remedy_set(remedy: Remedy, on: bool) -> View,

    // 3 X app
    xapp_layout(layout: Layout) -> View,
    xapp_show(action: String) -> View,
    xapp_new_app(new_app: bool) -> View,
    xapp_tick(step: String, done: bool) -> View,
    xapp_tick_open() -> View,
    xapp_all(all: bool) -> View,
    xapp_search(seen: String) -> Vec<Sighting>,
    xapp_paste(text: String) -> View,
    xapp_people(people: u32) -> View,
    portal_open() -> View,

    // 4 Credentials
    credentials_enter(field: PasteField, text: String, place: SecretLocation) -> View,
    credentials_use_anyway(field: PasteField, place: SecretLocation) -> View,
    credentials_put_right(place: SecretLocation) -> View,
    credentials_forget_secret() -> View,
    credentials_check() -> View,

    // 5 Test sign-in
    signin_start(progress: Channel<u32>) -> View,
    signin_private(private: bool) -> View,
    signin_by_server(by_server: bool) -> View,
    signin_other_port() -> View,
    signin_control(control: SignInCommand) -> View,
    signin_paste(text: String) -> View,

    // 6 Review and push
    push_review() -> View,
    push_choose(choice: PlanChoice) -> View,
    push_decide(existing: ExistingSource) -> View,
    push_apply(progress: Channel<u32>) -> View,
    push_review_undo() -> View,
    push_undo(consent: Confirmation, progress: Channel<u32>) -> View,
    embed_look() -> View,
    source_stage_choose(chosen: SourceStageChoice) -> View,
    repair_look() -> View,
    repair_table(table: String) -> View,
    repair_agree(user: u32, id: String, agreed: bool) -> View,

    // 7 Verify
    verify_run() -> View,
    verify_tick(item: String, done: bool) -> View,

    // Exports
    export_look() -> View,
    export_text(format: ExportFormat) -> String,
    export_save(format: ExportFormat) -> View,

    // The test login, of a job or of a source that exists
    login_start(of: Subject, opening: LoginOpening, progress: Channel<u32>) -> View,
    login_control(control: LoginCommand) -> View,
    login_unlink(of: Subject) -> View,

    // The rotation of a Client Secret, of a job or of a source that exists
    rotation_start(of: Subject) -> View,
    rotation_prepare(progress: Channel<u32>) -> View,
    rotation_changed() -> View,
    rotation_paste(text: String, progress: Channel<u32>) -> View,
    rotation_use_anyway(progress: Channel<u32>) -> View,
    rotation_use_at_hand(progress: Channel<u32>) -> View,
    rotation_ask(progress: Channel<u32>) -> View,
    rotation_push(progress: Channel<u32>) -> View,
    rotation_end() -> View,

    // A source that exists
    source_check_edit(address: String, slug: String, allow_http: bool) -> View,
    source_check_choose_ca() -> View,
    source_check_clear_ca() -> View,
    source_check_token(token: String, place: SecretLocation) -> View,
    source_check_stored_token() -> View,
    source_check_forget_token() -> View,
    source_check_credentials(field: PasteField, text: String) -> View,
    source_check_forget_secret() -> View,
    source_check_run(progress: Channel<u32>) -> View,
    source_check_open_job() -> View,
    report_text(of: Subject, format: ReportFormat, pseudonyms: bool) -> String,
    report_save(of: Subject, format: ReportFormat, pseudonyms: bool) -> View,
    report_open() -> View,
    report_close() -> View,
    report_exchanges() -> Vec<Exchange>,

    // The fleet
    fleet_read(text: String, name: String, allow_http: bool) -> View,
    fleet_choose_file(allow_http: bool) -> View,
    fleet_jobs() -> View,
    fleet_clear() -> View,
    fleet_run(again: bool, progress: Channel<u32>) -> View,
    fleet_stop() -> View,
    fleet_rows(query: FleetQuery) -> FleetRows,
    fleet_open(row: u32) -> View,
    fleet_save() -> View,
}
