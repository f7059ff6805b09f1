// Generated from Rust by `cargo xtask bindings`.

import { invoke, type Channel } from "@tauri-apps/api/core";

/**
 * The form, as the page shows it.
 */
export type AccessForm = { 
/**
 * Whether the answer has a list.
 */
lists: boolean, 
/**
 * How many accounts the list has; none without any.
 */
counted: Message | null, 
/**
 * The lines that name no account, or that the list is empty.
 */
refused: Array<Message>, 
/**
 * The risk of handles, if the list has some without an X account ID.
 */
risk: Message | null, 
/**
 * What the answer writes to the server, and which permissions that takes.
 */
needs: Message | null, 
/**
 * The answer; none before one was chosen.
 */
choice: WhoGetsIn | null, 
/**
 * The listed X accounts, one on each line.
 */
list: string, 
/**
 * The group of new users; empty for none.
 */
group: string, };

/**
 * What is entered.
 */
export type AccessInput = { 
/**
 * The answer; none before one was chosen.
 */
choice: WhoGetsIn | null, 
/**
 * The listed X accounts, one on each line.
 */
list: string, 
/**
 * The group of new users; empty for none.
 */
group: string, };

/**
 * Who may sign in.
 */
export type AccessPolicy = "anyone" | "linked" | "userName" | "userNameDeny" | "emailLink" | "emailDeny";

/**
 * How an address is understood.
 */
export type AddressPreview = { 
/**
 * The address that is used, without a trailing slash.
 */
base: string, 
/**
 * `https` or `http`.
 */
scheme: string, 
/**
 * The host.
 */
host: string, 
/**
 * The host as people write it, where that differs from what is sent (RFC 5890).
 */
hostWritten: string | null, 
/**
 * The port.
 */
port: number, 
/**
 * The path below which authentik is served; empty if none.
 */
path: string, 
/**
 * Remarks on what was changed or left out.
 */
said: Array<Message>, };

/**
 * One argument of a message.
 */
export type Arg = number | string;

/**
 * What the person sees in the browser while no callback arrives [docs/evidence/x.md §1.6].
 */
export type BrowserScreen = "somethingWrong" | "otherAccount" | "loginLoop" | "blank";

/**
 * Addresses that should be equal, one in each row.
 */
export type ByteDiff = { 
/**
 * The planned one first.
 */
rows: Array<ByteRow>, 
/**
 * The first byte that differs from the planned address, counted from 1; `None` if all are equal.
 */
first: number | null, 
/**
 * The difference in words.
 */
words: Message | null, };

/**
 * One of the addresses.
 */
export type ByteRow = { 
/**
 * Where the address comes from.
 */
label: Message, 
/**
 * The address.
 */
text: string, };

/**
 * What a pasted list holds of the wanted callbacks.
 */
export type CallbackComparison = { 
/**
 * The wanted ones, in the guide's order.
 */
wanted: Array<WantedCallback>, 
/**
 * Lines that weren't wanted, unchanged: mostly for other uses of the same app.
 */
extra: Array<string>, 
/**
 * How many of all lines are addresses.
 */
addresses: number, 
/**
 * The most callbacks of an app.
 */
most: number, };

/**
 * The list of callbacks that X shows after saving.
 */
export type CallbackListPage = { 
/**
 * The pasted text, if it was pasted for the present callbacks.
 */
text: string, 
/**
 * How the wanted callbacks compare with it.
 */
compared: CallbackComparison | null, 
/**
 * Whether it contains all of them, byte for byte.
 */
confirmed: boolean | null, 
/**
 * The result in words, or that the list was pasted for other addresses.
 */
says: Message | null, 
/**
 * Says that the list is longer than X allows.
 */
overfull: Message | null, };

/**
 * How a wanted callback compares with a list.
 */
export type CallbackStatus = { "is": "there" } | { "is": "differs", 
/**
 * Which line, counted from 1.
 */
line: number, 
/**
 * The two beneath each other.
 */
bytes: ByteDiff, } | { "is": "missing" };

/**
 * A likely cause of a symptom that has several. Its words are `cause-<id>` with `.remedy` in the message files.
 */
export type Cause = "callback-differs" | "client-id-wrong" | "api-key-as-client-id" | "form-not-saved" | "not-a-tester" | "email-switch-off" | "scope-unknown" | "parameters-lost" | "app-suspended" | "type-of-app" | "no-credits" | "x-outage" | "client-id-mistyped" | "client-id-blank" | "app-deleted" | "secret-wrong" | "secret-regenerated" | "api-key-secret-as-secret" | "app-type-changed" | "secret-line-break" | "header-dropped" | "code-late" | "code-used" | "callback-twice" | "other-sign-in" | "request-altered" | "token-spent" | "token-old" | "access-taken-back" | "tweet-read-missing" | "users-read-missing" | "not-pay-per-use" | "not-production" | "app-standalone" | "credits-used-up" | "credits-never-bought" | "credits-elsewhere" | "spend-limit" | "read-often" | "old-plan" | "no-confirmed-email" | "email-scope-missing" | "email-not-given" | "email-mapping-missing" | "secret-pushed-elsewhere" | "server-cut-off" | "x-slow" | "user-linked-elsewhere" | "twitter-host" | "cookies-blocked" | "session-broken" | "extension-blocks" | "source-other-type" | "release-old" | "location-cut" | "proxy-untrusted" | "proxy-drops-scheme" | "proxy-sends-own-host" | "proxy-list-malformed" | "server-stopped" | "proxy-aims-elsewhere" | "machine-offline" | "name-filtered" | "firewall" | "proxy-needed" | "inspecting-proxy" | "network-sign-in" | "x-gateway" | "clock-wrong";

/**
 * One object's part of the plan.
 */
export type Change = { 
/**
 * Identifies the change within the plan.
 */
id: string, 
/**
 * The purpose that it serves.
 */
group: ChangeGroup, 
/**
 * The kind of object that it is about.
 */
target: ChangeTarget, 
/**
 * What it does to the object.
 */
action: ChangeAction, 
/**
 * The change in one line.
 */
title: Message, 
/**
 * Where the object is, or why the change is needed.
 */
why: Message | null, 
/**
 * The fields that change.
 */
fields: Array<FieldChange>, 
/**
 * The request that would be sent, with secrets masked; `None` if nothing is sent.
 */
data: RequestPreview | null, };

/**
 * What a change does to its object.
 */
export type ChangeAction = "create" | "change" | "remove" | "leaveOut" | "nothing";

/**
 * The purpose of a change. Changes with the same purpose are left out together.
 */
export type ChangeGroup = "source" | "email" | "newUsers" | "userNames" | "sourceStage" | "links" | "loginPage" | "access";

/**
 * The kind of object that a change is about.
 */
export type ChangeTarget = "mapping" | "source" | "sourceStage" | "binding" | "connection" | "loginPage" | "secret" | "policy" | "policyBinding" | "flow" | "writeStage" | "denyStage" | "group";

/**
 * How one check of a row ended.
 */
export type CheckMark = "skipped" | "fine" | "note" | "risk" | "breaks";

/**
 * How a check ended.
 */
export type CheckOutcome = "passed" | "found" | "skipped";

/**
 * All possible causes of X's error page, the most likely first.
 */
export type Checklist = { 
/**
 * The causes.
 */
suspects: Array<Suspect>, 
/**
 * How many aren't ruled out.
 */
left: number, 
/**
 * The number in a sentence.
 */
words: Message, };

/**
 * A cleanup item: something to remove after the setup.
 */
export type CleanupItem = { 
/**
 * The item's id.
 */
id: string, 
/**
 * What to do.
 */
words: Message, 
/**
 * A value to copy and search for.
 */
value: string | null, 
/**
 * Why it should be done, and what follows from it.
 */
why: Message, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * An app's OAuth 2.0 Client ID. It is part of every authorize URL, so it isn't secret.
 */
export type ClientId = string;

/**
 * How old X's code was when X had it back, against the 30 seconds that it is good for [D, docs/evidence/x.md §1.4].
 */
export type CodeAge = { 
/**
 * The time from the code's arrival here to X's answer, in milliseconds. X checked the code no later than that.
 */
millis: number, 
/**
 * Whether that is near the end of its lifetime.
 */
near: boolean, 
/**
 * The age in a sentence.
 */
words: Message, };

/**
 * What the admin answered to the diagnosis of a plan that needs consent.
 */
export type Confirmation = "plain" | "given" | "instead";

/**
 * The link to X's consent page. It contains the test's state, so `Debug` doesn't show its text, and it can't be
 * deserialized.
 */
export type ConsentLink = string;

/**
 * What a plan does to people who sign in.
 */
export type Consequence = { 
/**
 * How much it may hurt.
 */
weight: RiskLevel, 
/**
 * The consequence in words.
 */
words: Message, };

/**
 * What a month of sign-ins costs, and what stops them.
 */
export type Cost = { 
/**
 * Price and limits, with the day they were read.
 */
says: Message, 
/**
 * How many people sign in on a day.
 */
people: number, 
/**
 * What they cost in a month.
 */
month: Message, 
/**
 * What that rests on, the price first.
 */
restsOn: Array<CostFact>, };

/**
 * Something about X's prices, with where it was read and when.
 */
export type CostFact = { 
/**
 * What is known.
 */
says: Message, 
/**
 * How well it is known.
 */
evidence: Evidence, 
/**
 * The page it was read from.
 */
source: string, 
/**
 * The day it was last read (`YYYY-MM-DD`).
 */
checked: string, };

/**
 * The client credentials, as the view shows them.
 */
export type CredentialsPage = { 
/**
 * The Client ID that is used.
 */
clientId: string | null, 
/**
 * What was recognized in the Client ID's field.
 */
idRecognised: Recognised | null, 
/**
 * The kept Client Secret.
 */
secret: StoredSecret | null, 
/**
 * What was recognized in the Client Secret's field.
 */
secretRecognised: Recognised | null, 
/**
 * What can be done with the value that was set aside in the Client ID's field.
 */
idOffer: PasteOffer | null, 
/**
 * What can be done with the value that was set aside in the Client Secret's field.
 */
secretOffer: PasteOffer | null, 
/**
 * Whether something was set aside in the Client Secret's field.
 */
secretAside: boolean, 
/**
 * Why the keyring didn't store the secret.
 */
keyring: Diagnosis | null, 
/**
 * What X answered.
 */
answer: PairAnswer | null, 
/**
 * What is wrong with the credentials, or why X's answer proves nothing.
 */
problem: Diagnosis | null, 
/**
 * Whether X is to be asked now: both are entered, and X wasn't asked about them yet.
 */
due: boolean, };

/**
 * One of the derived URLs.
 */
export type DerivedUrl = "callback" | "website";

/**
 * A symptom with its catalogue entry, as it is shown.
 */
export type Diagnosis = { 
/**
 * The stable id, which the last line in the terminal shows.
 */
id: string, 
/**
 * How severe it is.
 */
severity: Severity, 
/**
 * What happened.
 */
title: Message, 
/**
 * Why it happened, if that is known.
 */
why: Message, 
/**
 * What to do.
 */
remedy: Message, 
/**
 * The possible causes, the likeliest first; empty if there is only one cause, which `why` explains.
 */
causes: Array<LikelyCause>, 
/**
 * Where to do it.
 */
link: Link | null, 
/**
 * How well the meaning of the symptom is known.
 */
evidence: Evidence, 
/**
 * The action of this program that fixes it, if there is one.
 */
mend?: FixAction, };

/**
 * A value as it is shown to the admin.
 */
export type DisplayValue = { "kind": "text", "value": string } | { "kind": "words", "value": Message } | { "kind": "list", "value": Array<string> };

/**
 * What a dropped file is.
 */
export type DroppedFile = "job" | "report" | "list";

/**
 * Whether the person's email address is requested.
 */
export type Email = "wanted" | "notWanted";

/**
 * How well the meaning of a symptom is known, by the tags of `docs/evidence/`.
 */
export type Evidence = "documented" | "observed" | "reported" | "inferred" | "measured" | "unknown";

/**
 * How well a person's number is supported by the evidence.
 */
export type EvidenceStatus = "unknown" | "told" | "differs" | "doubled" | "held" | "takenOff";

/**
 * One request with its response, redacted.
 */
export type Exchange = { 
/**
 * The number of the request, counted from 1 in this run.
 */
id: number, 
/**
 * The stage that it belongs to.
 */
stage: Stage, 
/**
 * Where the request came from.
 */
kind: ExchangeKind, 
/**
 * When the request began (RFC 3339, UTC).
 */
at: string, 
/**
 * The HTTP method.
 */
method: string, 
/**
 * The address.
 */
url: string, 
/**
 * The headers sent.
 */
requestHeaders: Array<[string, string]>, 
/**
 * The body sent.
 */
requestBody: string | null, 
/**
 * The status that came back; none if no answer came.
 */
status: number | null, 
/**
 * The headers that came back.
 */
responseHeaders: Array<[string, string]>, 
/**
 * The body that came back.
 */
responseBody: string | null, 
/**
 * Why no answer came.
 */
fault: Diagnosis | null, 
/**
 * How long it took, in milliseconds.
 */
millis: number, 
/**
 * The same request as a curl command, secrets as `$SECRET`.
 */
curl: string | null, };

/**
 * Where a recorded request came from.
 */
export type ExchangeKind = "sent" | "opened" | "received";

/**
 * What to do about sources for X that already exist. It names a slug, so that the question is asked again after the
 * slug changes.
 */
export type ExistingSource = { "kind": "change", "slug": string } | { "kind": "another", "slug": string };

/**
 * How it is written.
 */
export type ExportFormat = "blueprint" | "blueprintFile" | "terraform" | "curl" | "runbook";

/**
 * What the window shows of exports.
 */
export type ExportPage = { 
/**
 * Whether the open page offers exports.
 */
offered: boolean, 
/**
 * Whether the basis of an export is known.
 */
ready: boolean, 
/**
 * Says that the server wasn't read for it.
 */
unread: Message | null, 
/**
 * Why there is no export.
 */
why: Diagnosis | null, };

/**
 * How old the facts are that pages show. A page has the day of most facts at hand and finds its age by that.
 */
export type FactAges = { 
/**
 * How long ago each day (`YYYY-MM-DD`) was, for every day that a fact has.
 */
days: { [key in string]: Message }, 
/**
 * The day of what a diagnosis rests on, by its id. What is read just now has none.
 */
diagnoses: { [key in string]: string }, 
/**
 * The day of what a cause rests on.
 */
causes: { [key in string]: string }, 
/**
 * The facts by where they belong.
 */
groups: Array<GroupAge>, };

/**
 * Where a fact belongs.
 */
export type FactGroup = "x" | "authentik" | "guide" | "limits" | "diagnoses" | "causes";

/**
 * One field's value before and after the change.
 */
export type FieldChange = { 
/**
 * The field's name in the API.
 */
name: string, 
/**
 * The field's name for people.
 */
label: Message, 
/**
 * The current value; `None` if there is no object yet, or the value can't be read.
 */
now: DisplayValue | null, 
/**
 * The value after the change.
 */
will: DisplayValue, 
/**
 * Whether the value is a secret, which is never shown.
 */
secret: boolean, };

/**
 * The result of one check.
 */
export type Finding = { 
/**
 * The stable id of the check.
 */
id: string, 
/**
 * The result in one line.
 */
title: Message, 
/**
 * More about the result.
 */
detail: Message | null, 
/**
 * How the check ended.
 */
outcome: CheckOutcome, 
/**
 * How severe the result is. A check that didn't run is a note.
 */
severity: Severity, 
/**
 * What is wrong, what may have caused it, and how to fix it; `None` if nothing is wrong.
 */
diagnosis: Diagnosis | null, 
/**
 * The two addresses that were compared.
 */
bytes: ByteDiff | null, 
/**
 * The request in the log that the result was read from.
 */
exchange: number | null, };

/**
 * An action of this program that fixes a symptom.
 */
export type FixAction = "rotation";

/**
 * How many rows there are of each kind.
 */
export type FleetCounts = { 
/**
 * All.
 */
all: number, 
/**
 * Those with a verdict.
 */
done: number, 
/**
 * Those that are fine.
 */
fine: number, 
/**
 * Those with a note at worst.
 */
notes: number, 
/**
 * Those with a risk at worst.
 */
risks: number, 
/**
 * Those where sign-in breaks.
 */
breaks: number, };

/**
 * Which kind of row.
 */
export type FleetFilter = "all" | "breaks" | "risks" | "notes" | "fine" | "open";

/**
 * By what rows are ordered.
 */
export type FleetOrder = "line" | "server" | "slug" | "release" | "callback" | "button" | "clientId" | "millis" | "verdict";

/**
 * The page of the fleet.
 */
export type FleetPage = { 
/**
 * The name of the list; none if it was pasted or made from the saved jobs.
 */
name: string | null, 
/**
 * How many sources there are, in total and by verdict.
 */
counts: FleetCounts, 
/**
 * The remarks on the list's lines, at most one hundred.
 */
remarks: Array<ListRemark>, 
/**
 * How many further remarks there are.
 */
moreRemarks: number, 
/**
 * How many lines are wrong.
 */
wrong: number, 
/**
 * Whether a run is active.
 */
running: boolean, 
/**
 * How long the runs have taken so far, in milliseconds.
 */
millis: number, };

/**
 * Which rows are wanted, and in what order.
 */
export type FleetQuery = { 
/**
 * What address, slug, release or a diagnosis' id holds; empty for all.
 */
text: string, 
/**
 * Which rows to include.
 */
show: FleetFilter, 
/**
 * By what they are ordered; rows that are equal in it keep the list's order.
 */
order: FleetOrder, 
/**
 * Whether the last comes first.
 */
descending: boolean, 
/**
 * The first wanted, counted from 0.
 */
from: number, 
/**
 * The one after the last wanted.
 */
to: number, };

/**
 * A row, to be drawn.
 */
export type FleetRow = { 
/**
 * The row's id.
 */
id: number, 
/**
 * The line of the list.
 */
line: number, 
/**
 * The server's address.
 */
server: string, 
/**
 * The slug.
 */
slug: string, 
/**
 * The release that the server tells.
 */
release: string | null, 
/**
 * The verdict; none yet.
 */
severity: Severity | null, 
/**
 * What the worst of it is called.
 */
title: Message | null, 
/**
 * The ids of its diagnoses, worst first.
 */
diagnoses: Array<string>, 
/**
 * How the callback was found.
 */
callback: CheckMark | null, 
/**
 * How the button was found.
 */
button: CheckMark | null, 
/**
 * How the Client ID was found.
 */
clientId: CheckMark | null, 
/**
 * How long it took, in milliseconds.
 */
millis: number | null, };

/**
 * Some rows of the table.
 */
export type FleetRows = { 
/**
 * How many the query finds.
 */
total: number, 
/**
 * Which of them comes first, counted from 0.
 */
from: number, 
/**
 * The requested rows.
 */
rows: Array<FleetRow>, };

/**
 * A flow to choose from.
 */
export type FlowChoice = { 
/**
 * Its slug.
 */
slug: string, 
/**
 * Its name and what it is for.
 */
words: Message, };

/**
 * The footer of a stage's page.
 */
export type Footer = { 
/**
 * What the filled button does.
 */
act: FooterAction, 
/**
 * The button's label.
 */
label: Message, 
/**
 * Whether the button is enabled.
 */
ready: boolean, 
/**
 * Why it is disabled, or what to know before pressing it.
 */
reason: Message | null, 
/**
 * A second, less prominent button: what it does and its label.
 */
other: [FooterAction, Message] | null, };

/**
 * What the filled button at the bottom right does.
 */
export type FooterAction = "checkServer" | "agreeNames" | "tickAction" | "askX" | "startTest" | "compare" | "push" | "checkOutside" | "testLogin" | "finish" | "prepareRotation" | "tellRegenerated" | "askNewSecret" | "pushSecret" | "endRotation" | "continue";

/**
 * What authentik would do with the visitor who signed in at X.
 */
export type Forecast = { 
/**
 * The verdict.
 */
verdict: ForecastVerdict, 
/**
 * The same in a sentence.
 */
words: Message, 
/**
 * What makes it so.
 */
reason: Message | null, 
/**
 * Further remarks; if there is no certain verdict, every possible outcome.
 */
notes: Array<Message>, 
/**
 * What isn't known, and why; empty when the forecast is certain.
 */
doubts: Array<Message>, };

/**
 * What authentik does with a visitor.
 */
export type ForecastVerdict = "signIn" | "enrol" | "external" | "prompt" | "link" | "takeover" | "stop" | "refuse" | "unknown";

/**
 * One of a field's choices.
 */
export type FormChoice = { 
/**
 * The product's own id, which stays stable.
 */
id: string, 
/**
 * X's words.
 */
label: string, 
/**
 * X's words below it.
 */
remark: string | null, };

/**
 * How a field of the form is filled in.
 */
export type FormControl = { "control": "choice", 
/**
 * In X's order.
 */
choices: Array<FormChoice>, } | { "control": "switch" } | { "control": "urls", 
/**
 * X's words for another box.
 */
add: string, 
/**
 * The most boxes.
 */
most: number, } | { "control": "url", 
/**
 * The initial text of the field.
 */
prefilled: string | null, } | { "control": "text" };

/**
 * One field of X's form "User authentication settings".
 */
export type FormField = { 
/**
 * The product's own id, which stays stable.
 */
id: string, 
/**
 * X's words.
 */
label: string, 
/**
 * X's words below it.
 */
remark: string | null, 
/**
 * Whether X wants it filled in.
 */
need: FormNeed, 
/**
 * How it is filled in.
 */
control: FormControl, 
/**
 * How well it is known.
 */
evidence: Evidence, 
/**
 * The day it was last checked.
 */
checked: string, };

/**
 * Whether X wants a field filled in.
 */
export type FormNeed = "required" | "with-email" | "optional";

/**
 * A source that the login page has a button for.
 */
export type FoundSource = { 
/**
 * Its slug.
 */
slug: string, 
/**
 * The label of its button.
 */
name: string, };

/**
 * What is known about a right.
 */
export type GrantedRights = "allowed" | "refused" | "unknown";

/**
 * How old the facts of a group are.
 */
export type GroupAge = { 
/**
 * Which.
 */
group: FactGroup, 
/**
 * It in words.
 */
title: Message, 
/**
 * How many facts it has.
 */
count: number, 
/**
 * The day (`YYYY-MM-DD`) of the one that was looked at longest ago.
 */
oldest: string, };

/**
 * Something to do at X: one numbered entry of the guide.
 */
export type GuideAction = { 
/**
 * Stable, whatever X calls it.
 */
id: string, 
/**
 * The action's heading.
 */
title: Message, 
/**
 * A few words next to the heading.
 */
hint: Message | null, 
/**
 * The steps, in order.
 */
steps: Array<GuideStep>, 
/**
 * Why the action is necessary.
 */
why: Message | null, 
/**
 * What goes wrong otherwise.
 */
wrong: Message | null, };

/**
 * One thing to do, which is ticked once it is done.
 */
export type GuideStep = { 
/**
 * Stable: a tick is kept under it.
 */
id: string, 
/**
 * What the person does with the field.
 */
kind: StepKind, 
/**
 * X's words for the thing.
 */
label: string, 
/**
 * The field of the form that it is about: the id of a [`FormField`](super::FormField).
 */
field: string | null, 
/**
 * The paths to it, each as what to press in turn, in X's words; several if screens differ.
 */
ways: Array<Array<string>>, 
/**
 * What to choose or type; `None` where there is nothing, or the job doesn't know it yet.
 */
value: GuideValue | null, 
/**
 * What the value is, where an action has several.
 */
name: Message | null, 
/**
 * What to do.
 */
say: Message, 
/**
 * How well X's part in it is known.
 */
evidence: Evidence, 
/**
 * The day it was last checked.
 */
checked: string, };

/**
 * What to choose or type.
 */
export type GuideValue = { 
/**
 * The text, byte for byte.
 */
text: string, 
/**
 * Which of the job's values it is; `None` for words of X's own.
 */
name: ValueName | null, };

/**
 * A field that both copies have changed.
 */
export type HandoverConflict = { 
/**
 * The field.
 */
field: HandoverField, 
/**
 * Its name.
 */
name: Message, 
/**
 * Its value here.
 */
ours: string, 
/**
 * Its value in the file.
 */
theirs: string, 
/**
 * The value that was chosen.
 */
pick: HandoverPick | null, };

/**
 * Names one of the fields.
 */
export type HandoverField = "address" | "name" | "slug" | "accessPolicy" | "access" | "email" | "internal" | "userName" | "scopes" | "terms" | "privacy" | "port" | "agreed" | "layout" | "newApp" | "callbacks" | "people" | "clientId" | "skipped" | "authenticationFlow" | "enrolmentFlow" | "userPath" | "groupMatching" | "enabled" | "loginPages" | "without" | "embedded" | "embeddedFlow" | "embeddedAfter" | "embeddedMinutes" | "ticked" | "tidied";

/**
 * How the open job is shared between two people.
 */
export type HandoverPage = { 
/**
 * The part that this person does.
 */
side: Side, 
/**
 * The notice on a page whose stage the other person does: a short one, and what to do.
 */
theirs: [Message, Message] | null, };

/**
 * Which of two values is taken in a conflict.
 */
export type HandoverPick = "ours" | "theirs";

/**
 * A browser on this computer.
 */
export type InstalledBrowser = { 
/**
 * How the system names it.
 */
id: string, 
/**
 * How people name it.
 */
name: string, };

/**
 * A push or an undo that was interrupted, to be completed or undone.
 */
export type InterruptedPush = { 
/**
 * What was interrupted.
 */
title: Message, 
/**
 * What is known about it.
 */
says: Message, 
/**
 * Whether it can be undone from here.
 */
undo: boolean, };

/**
 * A job file that was opened: what it holds, and what has to be decided before it is taken.
 */
export type JobFilePage = { 
/**
 * When it was made, by that machine's clock (RFC 3339, UTC).
 */
made: string, 
/**
 * Who made it.
 */
from: Message, 
/**
 * The part that the person who opened it does.
 */
side: Message, 
/**
 * The server's address in it; empty while none is entered.
 */
address: string, 
/**
 * The slug in it.
 */
slug: string, 
/**
 * The saved job that it is merged into, by its server and slug; none if it becomes a new job.
 */
into: Message | null, 
/**
 * The stages that the other machine claims are done.
 */
done: Array<Message>, 
/**
 * The fields that both copies have changed.
 */
conflicts: Array<HandoverConflict>, 
/**
 * The address that the job would have after the merge, if it differs from the present one.
 */
moves: string | null, 
/**
 * Whether the person agreed to that address.
 */
agreed: boolean, 
/**
 * Whether everything is decided.
 */
ready: boolean, };

/**
 * A job in the list.
 */
export type JobSummary = { 
/**
 * The job's id.
 */
id: string, 
/**
 * The name that the admin gave it; empty if none.
 */
label: string, 
/**
 * Whether the admin moved it below the list.
 */
archived: boolean, 
/**
 * The server's host; none while no address is entered.
 */
host: string | null, 
/**
 * The source's name.
 */
name: string, 
/**
 * The slug.
 */
slug: string, 
/**
 * The page that was open.
 */
stage: Stage, 
/**
 * Its name.
 */
stageName: Message, 
/**
 * The state to show: that of the worst stage, or done when all stages are.
 */
state: StageState, 
/**
 * The words of the stage that the state comes from.
 */
words: Message, 
/**
 * Whether there is a source that people can sign in through.
 */
pushed: boolean, 
/**
 * Whether a secret is stored for it.
 */
hasSecrets: boolean, 
/**
 * When it was last changed (RFC 3339, UTC).
 */
touched: string, 
/**
 * When the source was last checked from outside (RFC 3339, UTC).
 */
checked: string | null, };

/**
 * The open job, page by page.
 */
export type JobView = { 
/**
 * The job's id.
 */
id: string, 
/**
 * The name that the admin gave the job; empty if none.
 */
label: string, 
/**
 * The server's host; none while no address is entered.
 */
host: string | null, 
/**
 * The source's name.
 */
name: string, 
/**
 * The slug.
 */
slug: string, 
/**
 * The page that is open.
 */
page: Stage, 
/**
 * The rail.
 */
stages: Array<StageView>, 
/**
 * How the job is shared between two people.
 */
share: HandoverPage, 
/**
 * Stage 1.
 */
server: ServerPage, 
/**
 * Stage 2.
 */
names: NamesPage, 
/**
 * Stage 3.
 */
xapp: XAppPage, 
/**
 * The second part of stage 3.
 */
credentials: CredentialsPage, 
/**
 * Stage 4.
 */
signin: SignInPage, 
/**
 * Stage 5.
 */
push: PushPage, 
/**
 * Stage 6.
 */
verify: VerifyPage, 
/**
 * The source stage, an optional part of stage 5.
 */
sourceStage: SourceStagePage, 
/**
 * The link repair, an optional part of stage 5.
 */
repair: RepairPage, 
/**
 * The exports.
 */
export: ExportPage, 
/**
 * Whether a rotation can be started: the source was pushed, and there is a token.
 */
rotatable: boolean, };

/**
 * An existing source.
 */
export type KnownSource = { 
/**
 * What its button says.
 */
name: string, 
/**
 * Its name in URLs.
 */
slug: string, 
/**
 * Whether it is of another type than X's, so that it is somebody else's and a plan for its slug is refused. Files of
 * earlier versions lack it.
 */
foreign: boolean, };

/**
 * The existing OAuth sources.
 */
export type KnownSources = { 
/**
 * Each of them.
 */
known: Array<KnownSource>, 
/**
 * How many there are.
 */
all: number, 
/**
 * How many of them are of X's type.
 */
x: number, };

/**
 * Which of X's two portals is on the screen.
 */
export type Layout = "console" | "portal";

/**
 * The question before the window is closed.
 */
export type LeavePrompt = { 
/**
 * What would be lost or left half done, worst first. It is empty if that was settled while the question was shown.
 */
losses: Array<Message>, 
/**
 * Whether the new Client Secret of a half-done rotation can be stored in the keyring.
 */
storable: boolean, 
/**
 * Why the keyring didn't store it.
 */
refused: Diagnosis | null, };

/**
 * A likely cause as it is shown.
 */
export type LikelyCause = { 
/**
 * Which cause it is.
 */
cause: Cause, 
/**
 * The cause in words.
 */
title: Message, 
/**
 * What to do about it.
 */
remedy: Message, 
/**
 * How well it is known that this cause leads to the symptom.
 */
evidence: Evidence, };

/**
 * A page that the product can open. The enum is closed, so it is an allow-list.
 */
export type Link = "console" | "portal" | "xStatus" | "xConnectedApps" | "xOauthDocs" | "xAppDocs" | "xScopesDocs" | "xErrorsDocs" | "xLimitsDocs" | "xPricing" | "authentikSourceDocs" | "authentikSourceStageDocs" | "authentikProxyDocs" | "serverTokens" | "serverRoles" | "serverSources";

/**
 * Something about a line of a list.
 */
export type ListRemark = { 
/**
 * The line, counted from 1; of jobs, which of them.
 */
line: number, 
/**
 * What happens with the line.
 */
kind: ListRemarkKind, 
/**
 * What is wrong, and how to fix it.
 */
says: Message, };

/**
 * What happens with a line that has a remark.
 */
export type ListRemarkKind = "wrong" | "twice" | "hint";

/**
 * The card of the test login on a page.
 */
export type LoginCard = { 
/**
 * The sign-in address that is opened; none where address or slug aren't usable.
 */
address: string | null, 
/**
 * Whether there is a token to watch the events with.
 */
watches: boolean, 
/**
 * The browser that can open a private window.
 */
private: string | null, 
/**
 * How the sign-in is best opened here.
 */
best: LoginOpening, 
/**
 * The progress of the test login that is running.
 */
running: LoginProgress | null, 
/**
 * When the browser was opened for the running or the newest test login (RFC 3339, UTC).
 */
opened: string | null, 
/**
 * How long the newest one took, in milliseconds.
 */
millis: number, 
/**
 * Whether a visitor signed in.
 */
worked: boolean, 
/**
 * Who signed in, according to the server's events.
 */
seen: LoginObservation | null, 
/**
 * How many others signed in meanwhile.
 */
others: number, 
/**
 * The page that the person read.
 */
shown: Message | null, 
/**
 * Why nobody signed in.
 */
problem: Diagnosis | null, 
/**
 * What to know about one that worked.
 */
note: Diagnosis | null, 
/**
 * A link that it made to a user who existed before.
 */
link: LoginLink | null, 
/**
 * The pages that the person may see, while they are asked.
 */
choices: Array<VisitorPageGroup>, };

/**
 * What the person reports or asks for during the watch.
 */
export type LoginCommand = "stop" | "keepWaiting" | { "shows": VisitorPage };

/**
 * The kind of a sign-in through the source.
 */
export type LoginKind = "enrolled" | "linkedToSession" | "linked" | "signedIn" | "linkedElsewhere";

/**
 * A link between a user and an X account, as it is shown before it is removed.
 */
export type LoginLink = { 
/**
 * The link's own number.
 */
pk: number, 
/**
 * The user's number.
 */
user: number, 
/**
 * The user's name, or the user's number if the name can't be read.
 */
name: string, 
/**
 * X's number for the account.
 */
identifier: string, 
/**
 * When it was made, by the server's clock (RFC 3339); empty if the server doesn't say.
 */
created: string, 
/**
 * Whether it was removed.
 */
removed: boolean, };

/**
 * A sign-in through the source, as the events show it.
 */
export type LoginObservation = { 
/**
 * The user's name in authentik.
 */
user: string, 
/**
 * When it happened, by the server's clock (RFC 3339).
 */
at: string, 
/**
 * What kind of sign-in it was.
 */
kind: LoginKind, };

/**
 * Where the sign-in is opened. A browser with an authentik session would link the X account to that session's user, so
 * a private window is best, and the next best is that the person opens one.
 */
export type LoginOpening = "private" | "browser" | "byHand";

/**
 * The identification stage of the login page.
 */
export type LoginPageSources = { 
/**
 * The stage's name.
 */
name: string, 
/**
 * The slug of the flow that the stage is in.
 */
flow: string, };

/**
 * The progress of a watch.
 */
export type LoginProgress = { 
/**
 * Whether the events are being watched.
 */
watches: boolean, 
/**
 * Why they can't be read although there is a token.
 */
blind: Diagnosis | null, 
/**
 * Whether the person is asked what they see now.
 */
asks: boolean, 
/**
 * What X's answer about the client credentials says while no event comes.
 */
likely: Diagnosis | null, 
/**
 * The number of seconds without an event after which the watch ended. The person's answer is still awaited.
 */
silent: number | null, };

/**
 * The outcome of a mapping's test.
 */
export type MappingOutcome = "ran" | "raised" | "untested";

/**
 * The result of the server's own test of a mapping.
 */
export type MappingTestResult = { 
/**
 * The outcome in one word.
 */
outcome: MappingOutcome, 
/**
 * The outcome in a sentence, with what the mapping returned.
 */
words: Message, };

/**
 * A sentence to show: `id` is its key (`key` or `key.attribute`), and `args` are its arguments.
 */
export type Message = { 
/**
 * The key in the message files.
 */
id: string, 
/**
 * The arguments by name.
 */
args: { [key in string]: Arg }, };

/**
 * What the fields of the page hold, as it was typed. The page sends it, the job stores it, and the page shows it.
 */
export type NamesInput = { 
/**
 * The name on the button.
 */
name: string, 
/**
 * The slug.
 */
slug: string, 
/**
 * Who may sign in.
 */
who: AccessPolicy, 
/**
 * Whether the person chose who may sign in. The window begins a job without that choice, because none of the
 * policies suits everybody and each has consequences.
 */
decided: boolean, 
/**
 * Whether the product's mapping fetches the email address from X.
 */
email: boolean, 
/**
 * Further scopes.
 */
scopes: string, 
/**
 * The link to the terms of service. X requires it of an app that requests email addresses.
 */
terms: string, 
/**
 * The link to the privacy policy.
 */
privacy: string, 
/**
 * The port of the test callback.
 */
port: number, };

/**
 * The page.
 */
export type NamesPage = { 
/**
 * Why the name can't be used.
 */
nameRefused: Message | null, 
/**
 * Why the slug can't be used.
 */
slugRefused: Message | null, 
/**
 * Whether the slug is free or which source has it, according to the newest check.
 */
slugKnown: SlugConflict | null, 
/**
 * The choices.
 */
offered: Array<AccessPolicy>, 
/**
 * Why nobody new could sign in with this choice.
 */
whoRefused: Message | null, 
/**
 * Who gets in.
 */
access: AccessForm, 
/**
 * Why the group can't be used.
 */
groupRefused: Message | null, 
/**
 * Whether new users may open authentik's own pages; none where nobody new gets in.
 */
internal: boolean | null, 
/**
 * What fetching it requires: who has to agree, how often X is asked, and what it costs.
 */
emailTakes: Array<Message>, 
/**
 * Why the further scopes can't be sent.
 */
scopesRefused: Message | null, 
/**
 * Remarks about the further scopes.
 */
scopesSaid: Array<Message>, 
/**
 * All scopes that will be requested.
 */
requested: string, 
/**
 * Whether X requires the two links, which it does only of an app that requests email addresses.
 */
wantsLinks: boolean, 
/**
 * Why the link to the terms of service can't be used.
 */
termsRefused: Message | null, 
/**
 * Why the link to the privacy policy can't be used.
 */
privacyRefused: Message | null, 
/**
 * Says that a link is still missing.
 */
linksMissing: Message | null, 
/**
 * Why the port can't be used.
 */
portRefused: Message | null, 
/**
 * The resulting URLs; none while the address or the slug isn't usable.
 */
urls: Urls | null, 
/**
 * Why X might not accept them.
 */
warnings: Array<Warning>, 
/**
 * The bar below.
 */
bar: Footer, 
/**
 * The name on the button.
 */
name: string, 
/**
 * The slug.
 */
slug: string, 
/**
 * Who may sign in.
 */
who: AccessPolicy, 
/**
 * Whether the person chose who may sign in. The window begins a job without that choice, because none of the
 * policies suits everybody and each has consequences.
 */
decided: boolean, 
/**
 * Whether the product's mapping fetches the email address from X.
 */
email: boolean, 
/**
 * Further scopes.
 */
scopes: string, 
/**
 * The link to the terms of service. X requires it of an app that requests email addresses.
 */
terms: string, 
/**
 * The link to the privacy policy.
 */
privacy: string, 
/**
 * The port of the test callback.
 */
port: number, };

/**
 * What is shown of an open report in addition to the result of the check.
 */
export type OpenedReport = { 
/**
 * The version of the program that wrote it.
 */
program: string, 
/**
 * The server's host.
 */
host: string, 
/**
 * The server's address.
 */
address: string, 
/**
 * The source's slug.
 */
slug: string, 
/**
 * Whether an API token was given.
 */
token: boolean, 
/**
 * How many exchanges it contains.
 */
exchanges: number, 
/**
 * The context of the check.
 */
beside: ReportContext, };

/**
 * X's answer about client credentials.
 */
export type PairAnswer = { 
/**
 * What it means.
 */
verdict: PairVerdict, 
/**
 * How well it is known that this answer means it.
 */
evidence: Evidence, 
/**
 * The day (`YYYY-MM-DD`) on which that was last checked.
 */
checked: string | null, 
/**
 * X's own message, redacted and shortened.
 */
said: string | null, 
/**
 * When X was asked (RFC 3339, UTC).
 */
at: string, 
/**
 * How long it took, in milliseconds.
 */
millis: number, 
/**
 * Its number in this run's trace.
 */
exchange: number | null, };

/**
 * What X's answer means for the client credentials.
 */
export type PairVerdict = "accepted" | "idOnly" | "refused" | "cannotTell";

/**
 * The answer to a paste, to be shown next to its field.
 */
export type PasteAnswer = { 
/**
 * Whether the test accepted it; otherwise the test keeps waiting.
 */
taken: boolean, 
/**
 * A description of what was pasted.
 */
words: Message, };

/**
 * How certain the kind is, judged by the shape [docs/evidence/x.md §4, column "Confidence"].
 */
export type PasteCertainty = "low" | "medium" | "high";

/**
 * One of the two fields for client credentials.
 */
export type PasteField = "clientId" | "clientSecret";

/**
 * The kind of a pasted value, judged by its shape [docs/evidence/x.md §4].
 */
export type PasteKind = "empty" | "clientIdConfidential" | "clientIdNative" | "clientIdOther" | "clientIdDamaged" | "clientSecret" | "ambiguousSecret" | "secretOfOddLength" | "pair" | "apiKey" | "oldPair" | "oldAccessToken" | "oldSecret" | "bearerToken" | "accessToken" | "refreshToken" | "authorizationCode" | "appId" | "accountId" | "handle" | "url" | "masked" | "placeholder" | "several" | "unknown";

/**
 * What can be done with a value that wasn't accepted.
 */
export type PasteOffer = "move" | "swap" | "useAnyway";

/**
 * Whether a value belongs in the field that it was pasted into. Only a wrong value is not accepted, unless the person
 * insists.
 */
export type PasteVerdict = "fits" | "suspicious" | "wrong";

/**
 * A position to choose from.
 */
export type PlaceChoice = { 
/**
 * The uuid of the stage that it follows; none if it comes first.
 */
after: string | null, 
/**
 * The same in words.
 */
words: Message, };

/**
 * One of the sources that the job can use: an existing one, or a new one.
 */
export type PlanCandidate = { 
/**
 * The slug that the source has, or would have.
 */
slug: string, 
/**
 * What would be done with it.
 */
label: Message, 
/**
 * Why it may be the source that the admin means, and what the choice leads to.
 */
says: Array<Message>, };

/**
 * One choice that was made on the review page.
 */
export type PlanChoice = { "kind": "authenticationFlow", "value": string } | { "kind": "enrolmentFlow", "value": string } | { "kind": "userPath", "value": string } | { "kind": "groupMatching", "value": string } | { "kind": "enabled", "value": boolean } | { "kind": "loginPages", "value": Array<string> } | { "kind": "group", "value": [ChangeGroup, boolean] };

/**
 * What can be done about sources for X that exist.
 */
export type PlanExisting = { 
/**
 * The existing sources that can be changed.
 */
change: Array<PlanCandidate>, 
/**
 * The option to create another source.
 */
another: PlanCandidate, 
/**
 * The admin's decision, if it still applies.
 */
current: ExistingSource | null, };

/**
 * A group of changes that can be left out.
 */
export type PlanGroupOffer = { 
/**
 * The group.
 */
group: ChangeGroup, 
/**
 * Whether it is left out.
 */
leftOut: boolean, 
/**
 * What the group does.
 */
label: Message, 
/**
 * What it means to leave the group out.
 */
says: Message, };

/**
 * A stage that can show the button.
 */
export type PlanLoginPage = { 
/**
 * The stage's uuid.
 */
stage: string, 
/**
 * The stage's name.
 */
name: string, 
/**
 * Which brands have this login page, and which flow the stage is in.
 */
says: Message, 
/**
 * Whether the stage should show the button.
 */
picked: boolean, 
/**
 * Why that can't be chosen, if it can't.
 */
greyed: Message | null, };

/**
 * Everything that can be chosen about a plan.
 */
export type PlanOffer = { 
/**
 * The sources for X that exist; `None` if nothing needs to be decided about them.
 */
existing: PlanExisting | null, 
/**
 * The authentication flow, for people who already have a user.
 */
authenticationFlow: PlanOptions, 
/**
 * The enrollment flow, for new people; `None` if new people get no user.
 */
enrolmentFlow: PlanOptions | null, 
/**
 * The path in the user directory where new users are put.
 */
userPath: PlanPath, 
/**
 * How authentik matches groups (`group_matching_mode`).
 */
groupMatching: PlanOptions, 
/**
 * Whether the source is enabled.
 */
enabled: boolean, 
/**
 * The stages that can show the button; the login page of the host that was asked comes first.
 */
loginPages: Array<PlanLoginPage>, 
/**
 * The groups of changes that can be left out.
 */
groups: Array<PlanGroupOffer>, };

/**
 * One option of a choice.
 */
export type PlanOption = { 
/**
 * The value that is sent when the option is chosen.
 */
value: string, 
/**
 * The option's name for people.
 */
label: Message, };

/**
 * A choice of one option among several.
 */
export type PlanOptions = { 
/**
 * The options to choose from.
 */
options: Array<PlanOption>, 
/**
 * The value of the current option; `None` if it isn't available.
 */
current: string | null, 
/**
 * Why the current option isn't available, or why nothing can be chosen.
 */
says: Message | null, 
/**
 * Whether the choice is disabled.
 */
greyed: boolean, };

/**
 * The path in the user directory where new users are put.
 */
export type PlanPath = { 
/**
 * The current path.
 */
value: string, 
/**
 * Why the path can't be used, if it can't.
 */
refused: Message | null, };

/**
 * What can be done with a plan.
 */
export type PlanState = "alreadyAsItShouldBe" | "ready" | "needsConsent" | "blocked";

/**
 * A plan as the review page and the command line show it.
 */
export type PlanView = { 
/**
 * The server, without a slash at the end.
 */
server: string, 
/**
 * The source's slug.
 */
slug: string, 
/**
 * When the server was read (RFC 3339).
 */
comparedAt: string, 
/**
 * What can be done with the plan.
 */
state: PlanState, 
/**
 * A summary of the whole plan in one line.
 */
summary: Message, 
/**
 * Why the plan can't be pushed, or needs consent first.
 */
diagnosis: Diagnosis | null, 
/**
 * Each change in the order in which it is written, with the objects that need no change.
 */
changes: Array<Change>, 
/**
 * What the plan means for people who sign in, and what no undo can restore; the worst first.
 */
consequences: Array<Consequence>, 
/**
 * Notes that the admin should read before the push.
 */
notes: Array<Message>, 
/**
 * Lines for the shell of the server itself, for what the admin wants and the API can't do; `None` if there is
 * nothing of that kind.
 */
shell: string | null, };

/**
 * What the band on every page says in practice.
 */
export type PracticeBand = { 
/**
 * The names of the faults that are turned on.
 */
faults: Array<string>, 
/**
 * Whether the page keeps their names to itself until it is asked.
 */
hidden: boolean, 
/**
 * Whether the practice authentik has an enterprise license.
 */
licensed: boolean, 
/**
 * The name of the practice authentik's layout.
 */
layout: string, 
/**
 * The practice authentik's address.
 */
authentik: string, 
/**
 * The practice portal's address.
 */
portal: string, };

/**
 * How practice should start.
 */
export type PracticeChosen = { 
/**
 * The names of the faults.
 */
faults: Array<string>, 
/**
 * Whether the practice authentik has an enterprise license.
 */
licensed: boolean, 
/**
 * The name of the layout; none for that of a fresh server.
 */
layout: string | null, 
/**
 * Whether the faults are kept from whoever rehearses, until they ask.
 */
hidden: boolean, };

/**
 * Something that can go wrong in practice.
 */
export type PracticeFault = { 
/**
 * Its name for the practice servers and on the command line.
 */
name: string, 
/**
 * Its name in plain words.
 */
title: Message, 
/**
 * What it does.
 */
does: Message, 
/**
 * The stage that finds it.
 */
stage: Stage, 
/**
 * How well it is known that the real system behaves like this, in one word.
 */
tag: Message, 
/**
 * The same in a sentence.
 */
tagSays: Message, };

/**
 * A way in which the practice authentik can be set up.
 */
export type PracticeLayout = { 
/**
 * Its name for the practice servers and on the command line.
 */
name: string, 
/**
 * Its name in plain words.
 */
title: Message, 
/**
 * What it means for a rehearsal.
 */
does: Message, };

/**
 * A place where faults can be turned on in practice. The practice servers provide the list: the core knows none of
 * them by name.
 */
export type PracticePlace = { 
/**
 * The name of the place.
 */
title: Message, 
/**
 * The faults that can be turned on there.
 */
faults: Array<PracticeFault>, };

/**
 * Whether a private window is available for the test, and whether the admin wants one.
 */
export type PrivateWindow = { 
/**
 * The browser that can open a private window.
 */
browser: string | null, 
/**
 * Whether the test should open in a private window.
 */
wished: boolean, };

/**
 * The person who signed in, as X reports them.
 */
export type Profile = { 
/**
 * The number of the account, which never changes. authentik's links use it.
 */
id: string, 
/**
 * The display name.
 */
name: string | null, 
/**
 * The handle, without `@`. It may change.
 */
username: string | null, 
/**
 * Absent unless scope, switch and the person allow it [R, docs/evidence/x.md §2].
 */
confirmedEmail: string | null, 
/**
 * The whole answer as indented JSON, redacted.
 */
raw: string, };

/**
 * A folder of the program that a person can open.
 */
export type ProgramFolder = "data" | "log";

/**
 * Which proxy requests go through.
 */
export type ProxyChoice = "system" | "none" | "manual";

/**
 * A push that went through.
 */
export type PushDone = { 
/**
 * When (RFC 3339, UTC).
 */
at: string, 
/**
 * How many changes were written; none if the server was as it should be.
 */
written: number, 
/**
 * The results of the server's own test of the mappings that were written.
 */
tests: Array<MappingTestResult>, };

/**
 * How a push ended.
 */
export type PushOutcome = "whole" | "stopped" | "halfUndone" | "undone" | "turnedOff";

/**
 * The page.
 */
export type PushPage = { 
/**
 * The server's host.
 */
host: string | null, 
/**
 * The user of the token, in whose name changes are written, if the newest check knows.
 */
user: string | null, 
/**
 * What the set-up amounts to.
 */
summary: SetupSummary | null, 
/**
 * The plan, if it is about what is entered now.
 */
plan: PlanView | null, 
/**
 * How many changes it would write.
 */
count: number, 
/**
 * The choices that the plan offers.
 */
choices: PlanOffer | null, 
/**
 * Why there is no plan, or why the newest push or undo stopped.
 */
problem: Diagnosis | null, 
/**
 * Whether something is being written.
 */
pushing: boolean, 
/**
 * A push or an undo that was interrupted.
 */
halfway: InterruptedPush | null, 
/**
 * The progress of each change.
 */
steps: Array<PushProgress>, 
/**
 * The newest push, if it is about what is entered now.
 */
done: PushDone | null, 
/**
 * What an undo would do.
 */
undo: PlanView | null, 
/**
 * A gentler alternative where the undo would delete what people may be using: disabling the source.
 */
undoInstead: PlanView | null, 
/**
 * Whether the live test passed with what would be pushed.
 */
tested: boolean, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * The progress of one change.
 */
export type PushProgress = { 
/**
 * The change, as [`super::Change::id`] names it.
 */
change: string, 
/**
 * The state that the change has reached.
 */
state: PushProgressState, 
/**
 * How long the change has been running, in milliseconds.
 */
millis: number, 
/**
 * Why the change failed, if it did.
 */
diagnosis: Diagnosis | null, };

/**
 * The state of one change while a push or an undo runs.
 */
export type PushProgressState = "waiting" | "writing" | "readingBack" | "written" | "failed";

/**
 * One push from this machine.
 */
export type PushRecord = { 
/**
 * When the push ran (RFC 3339, UTC).
 */
at: string, 
/**
 * How the push ended.
 */
became: PushOutcome, 
/**
 * When it was undone (RFC 3339, UTC).
 */
undone: string | null, 
/**
 * Each write, in the order in which they were made.
 */
writes: Array<WriteRecord>, };

/**
 * The result of recognizing a pasted value. It doesn't contain the value, because it is sent to the page.
 */
export type Recognised = { 
/**
 * The kind of the value.
 */
kind: PasteKind, 
/**
 * How certain the kind is.
 */
certainty: PasteCertainty, 
/**
 * Whether the value belongs in the field that it was pasted into.
 */
verdict: PasteVerdict, 
/**
 * The kind in words.
 */
says: Message, 
/**
 * How to fix the value, if something is wrong with it.
 */
mend: Message | null, 
/**
 * The surrounding characters that were removed.
 */
removed: Array<Message>, };

/**
 * A version as the feed describes it.
 */
export type Release = { 
/**
 * The version, such as `0.2.0`.
 */
version: string, 
/**
 * The day on which it came out (`YYYY-MM-DD`).
 */
day: string, 
/**
 * What is new, as text.
 */
notes: string, 
/**
 * The page from which it can be downloaded.
 */
page: string, };

/**
 * A problem that a property mapping can fix.
 */
export type Remedy = "internal" | "userName";

/**
 * A remedy as a page offers it.
 */
export type RemedyOffer = { 
/**
 * The remedy.
 */
remedy: Remedy, 
/**
 * Whether it is wanted.
 */
on: boolean, 
/**
 * What it does.
 */
title: Message, 
/**
 * Why it would help.
 */
why: Message, };

/**
 * The link repair, as the push page shows it.
 */
export type RepairPage = { 
/**
 * When the server was read (RFC 3339, UTC); none if it wasn't.
 */
lookedAt: string | null, 
/**
 * The result, in one line.
 */
summary: Message | null, 
/**
 * Why the newest attempt to read the server failed.
 */
problem: Diagnosis | null, 
/**
 * Why no repair can be offered, or what couldn't be read.
 */
notes: Array<Message>, 
/**
 * Each person who lost their link.
 */
people: Array<RepairPerson>, 
/**
 * The table as it was pasted.
 */
table: string, 
/**
 * Lines of the table that can't be used.
 */
tableRefused: Array<Message>, 
/**
 * How many are agreed to.
 */
agreed: number, 
/**
 * Whether the server's API makes no links, so that somebody has to make them in the server's own shell.
 */
byShell: boolean, 
/**
 * Where the server's API makes no links: the lines for the server's own shell that make those that are agreed to;
 * none if nobody is.
 */
shell: string | null, };

/**
 * A person who lost their link.
 */
export type RepairPerson = { 
/**
 * The user's number.
 */
user: number, 
/**
 * The user's name.
 */
username: string, 
/**
 * The person's name.
 */
name: string, 
/**
 * The number of their X account; none if no evidence proves it.
 */
id: string | null, 
/**
 * How well the number is supported.
 */
standing: EvidenceStatus, 
/**
 * The evidence for it or against it.
 */
says: Array<Message>, 
/**
 * What to consider before agreeing: this user is a superuser, or is deactivated.
 */
warning: Message | null, 
/**
 * Whether the user is a superuser.
 */
superuser: boolean, 
/**
 * Whether the admin agreed.
 */
agreed: boolean, };

/**
 * The context of a check.
 */
export type ReportContext = { 
/**
 * The release of authentik.
 */
release: string | null, 
/**
 * The newest live test, of a job.
 */
test: TestSummary | null, 
/**
 * The newest comparison, of a job.
 */
plan: PlanView | null, 
/**
 * What was pushed from this machine, oldest first.
 */
pushes: Array<PushRecord>, };

/**
 * How a report is written.
 */
export type ReportFormat = "html" | "markdown" | "json";

/**
 * A preview of a request, as data.
 */
export type RequestPreview = { 
/**
 * The HTTP method.
 */
method: string, 
/**
 * The path below the server's base.
 */
path: string, 
/**
 * The body as indented JSON; `None` if there is none. Secrets, and values that are known only after earlier
 * writes, are shown as placeholders in ‹…›.
 */
body: string | null, };

/**
 * A right of authentik's that the job needs, as its API names it (`app_label.codename`).
 */
export type Right = "viewSource" | "addSource" | "changeSource" | "deleteSource" | "viewFlow" | "viewStage" | "changeStage" | "viewEvents" | "viewConnections" | "addConnection" | "deleteConnection" | "viewUsers" | "viewMapping" | "addMapping" | "changeMapping" | "deleteMapping" | "viewBinding" | "addBinding" | "deleteBinding" | "viewSourceStage" | "addSourceStage" | "changeSourceStage" | "deleteSourceStage" | "viewBrand" | "viewSecret" | "addSecret" | "changeSecret" | "deleteSecret" | "viewSecretValue" | "viewPolicy" | "addPolicy" | "changePolicy" | "deletePolicy" | "viewPolicyBinding" | "addPolicyBinding" | "changePolicyBinding" | "deletePolicyBinding" | "addFlow" | "changeFlow" | "deleteFlow" | "changeBinding" | "viewWriteStage" | "addWriteStage" | "changeWriteStage" | "deleteWriteStage" | "viewDenyStage" | "addDenyStage" | "changeDenyStage" | "deleteDenyStage" | "viewGroup" | "addGroup" | "deleteGroup" | "viewAnyPolicy" | "addAnyPolicy";

/**
 * A right, and whether the token has it.
 */
export type RightState = { 
/**
 * The right.
 */
right: Right, 
/**
 * Whether the token has it.
 */
allowed: GrantedRights, };

/**
 * How much a consequence may hurt.
 */
export type RiskLevel = "note" | "risk" | "danger";

/**
 * What the server's owner needs to give a user the role.
 */
export type RoleSetup = { 
/**
 * The steps in authentik's admin interface, in order.
 */
steps: Array<Message>, 
/**
 * Calls of authentik's API, for a shell with curl and jq. They ask for the owner's token and don't contain one.
 */
api: string, 
/**
 * The same as a blueprint.
 */
blueprint: string, };

/**
 * The result of a rotation.
 */
export type RotationDone = { 
/**
 * How long sign-in was broken, as well as that is known.
 */
says: Message, 
/**
 * The findings of the outside checks, worst first.
 */
findings: Array<Finding>, 
/**
 * Why the outside checks couldn't run.
 */
unseen: Diagnosis | null, 
/**
 * What happened to the old secret.
 */
kept: Message, 
/**
 * Why the old secret couldn't be replaced everywhere.
 */
keptProblem: Diagnosis | null, 
/**
 * Whether a test login can be started from here, for the open job or for the source check.
 */
login: boolean, };

/**
 * The page.
 */
export type RotationPage = { 
/**
 * Whether it was started from the open job or from the source check.
 */
of: Subject, 
/**
 * The server's host.
 */
host: string, 
/**
 * The source's slug.
 */
slug: string, 
/**
 * The step that comes next.
 */
step: RotationStep, 
/**
 * The progress of the readiness check; none while it isn't running.
 */
checking: Array<ServerLegView> | null, 
/**
 * The verdict of each server leg.
 */
legs: Array<ServerLegView>, 
/**
 * What else was found to be ready.
 */
ready: Array<Message>, 
/**
 * Whether the available secret is the one that the server lacks, so that nothing has to be regenerated.
 */
atHand: boolean, 
/**
 * Where to press Regenerate.
 */
portal: Link, 
/**
 * The way to the button, in X's words.
 */
place: Message, 
/**
 * Since when X has another secret, as well as that is known (RFC 3339, UTC).
 */
since: string | null, 
/**
 * Whether the person stated that moment.
 */
exact: boolean, 
/**
 * What was recognized in the newest paste.
 */
recognised: Recognised | null, 
/**
 * Whether the paste was set aside and can be accepted anyway.
 */
aside: boolean, 
/**
 * The last characters of the new secret; none while there is none.
 */
ending: string | null, 
/**
 * Whether X is being asked about it.
 */
asking: boolean, 
/**
 * X's answer about it, or that it isn't a new secret.
 */
says: Message | null, 
/**
 * The one change, with before and after.
 */
plan: PlanView | null, 
/**
 * Whether it is being written.
 */
pushing: boolean, 
/**
 * The progress of the write.
 */
steps: Array<PushProgress>, 
/**
 * What is wrong.
 */
problem: Diagnosis | null, 
/**
 * Which secret the server has after a push that stopped.
 */
stands: Message | null, 
/**
 * The result of the rotation.
 */
done: RotationDone | null, 
/**
 * Whether sign-in stays broken if the person leaves now.
 */
halfDone: boolean, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * The steps of a rotation, with one action each.
 */
export type RotationStep = "ready" | "regenerate" | "paste" | "push" | "done";

/**
 * What was asked for and what was granted, compared as sets: X gives its list in an order of its own
 * [O, docs/evidence/x.md §1.4].
 */
export type ScopeComparison = { 
/**
 * The scopes that were requested.
 */
asked: Scopes, 
/**
 * The scopes that were granted.
 */
granted: Scopes, 
/**
 * The scopes that were requested and not granted.
 */
missing: Scopes, 
/**
 * The scopes that were granted and not requested.
 */
extra: Scopes, };

/**
 * The scopes of a sign-in: a set, in the order in which authentik sends them.
 */
export type Scopes = Array<string>;

/**
 * Where a secret is stored.
 */
export type SecretLocation = "keyring" | "memory";

/**
 * A part of the check of a server and its token.
 */
export type ServerLeg = "name" | "connect" | "tls" | "http" | "found" | "version" | "token" | "rights";

/**
 * The state or the verdict of a leg.
 */
export type ServerLegVerdict = "passed" | "noted" | "failed" | "notNeeded" | "notReached" | "asking" | "waiting";

/**
 * One server leg, ready to be shown.
 */
export type ServerLegView = { 
/**
 * The leg.
 */
leg: ServerLeg, 
/**
 * Its verdict.
 */
verdict: ServerLegVerdict, 
/**
 * How long it took, in milliseconds.
 */
millis: number | null, 
/**
 * What was found.
 */
says: Array<Message>, 
/**
 * What to know or to fix.
 */
diagnosis: Diagnosis | null, };

/**
 * The page.
 */
export type ServerPage = { 
/**
 * The address as it was typed.
 */
address: string, 
/**
 * How it is understood.
 */
read: AddressPreview | null, 
/**
 * Why it can't be used.
 */
refused: Message | null, 
/**
 * Whether it can be used once plain http is agreed to.
 */
asksForHttp: boolean, 
/**
 * Whether plain http was agreed to.
 */
allowHttp: boolean, 
/**
 * The CA file's path.
 */
caFile: string | null, 
/**
 * The stored token.
 */
token: StoredSecret | null, 
/**
 * Whether an entered token waits for a place, because it couldn't be stored.
 */
tokenWaits: boolean, 
/**
 * Why the token wasn't stored.
 */
keyring: Diagnosis | null, 
/**
 * When the result that is shown was found (RFC 3339, UTC).
 */
checkedAt: string | null, 
/**
 * The progress of the running check; empty while none is running.
 */
asking: Array<ServerLegView>, 
/**
 * The verdict of each leg of that check.
 */
legs: Array<ServerLegView>, 
/**
 * What the server answered.
 */
reached: ServerSummary | null, 
/**
 * The smallest role that is sufficient, for the person who may create it; none for a superuser.
 */
handover: RoleSetup | null, 
/**
 * Why the job can't go on.
 */
problem: Diagnosis | null, 
/**
 * A remark about the server that doesn't prevent the job from going on.
 */
note: Diagnosis | null, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * What the server check learned about a server and its token.
 */
export type ServerSummary = { 
/**
 * The release, such as `2025.12.4`.
 */
version: string, 
/**
 * The token's user.
 */
user: string, 
/**
 * Whether the user is a superuser.
 */
superuser: boolean, 
/**
 * How long the token lives.
 */
token: TokenLife, 
/**
 * The source type for X; `None` if the server has none.
 */
xType: XType | null, 
/**
 * The existing OAuth sources; `None` if the token may not see them.
 */
sources: KnownSources | null, 
/**
 * The license's status, `unlicensed`, `valid` …; `None` if the server didn't say.
 */
licence: string | null, 
/**
 * The stage where the button would be added; `None` if it couldn't be found.
 */
loginStage: LoginPageSources | null, 
/**
 * The server's own setting for its address, empty if none is set; `None` if the release has no such setting, or the
 * token may not see it.
 */
baseUrl: string | null, 
/**
 * Each right that the job uses, in the order in which it uses them.
 */
rights: Array<RightState>, 
/**
 * Whether the server keeps Client Secrets as objects of their own, which take permissions of their own.
 */
secrets?: boolean, };

/**
 * What a person set for the whole program.
 */
export type Settings = { 
/**
 * Where a secret is stored unless the person chooses otherwise.
 */
secrets: SecretLocation, 
/**
 * Which proxy requests go through.
 */
proxy: ProxyChoice, 
/**
 * The address of the proxy, for [`ProxyChoice::Manual`]. It has no user name and no password.
 */
proxyAddress: string, 
/**
 * A file with the certificates of a private CA that every request trusts in addition to the platform's roots.
 */
caFile: string | null, 
/**
 * The browser that opens pages, as the system names it; none means the system's default.
 */
browser: string | null, 
/**
 * The port of the test callback in new jobs.
 */
port: number, 
/**
 * Whether the system shows a notification when something ends while the window is behind others.
 */
notifications: boolean, 
/**
 * Whether the program keeps a log of what it did.
 */
log: boolean, 
/**
 * Whether the project's feed is asked for newer versions.
 */
updates: UpdateChoice, };

/**
 * The page.
 */
export type SettingsPage = { 
/**
 * What is set.
 */
set: Settings, 
/**
 * Why the proxy's address isn't used.
 */
proxyRefused: Message | null, 
/**
 * The data folder.
 */
folder: string, 
/**
 * The program's version, with the commit if that is known.
 */
version: string, 
/**
 * Whether a job has a secret that could be forgotten.
 */
hasSecrets: boolean, 
/**
 * The notice of newer versions, in a build that has a feed of them.
 */
update: UpdatePage | null, };

/**
 * What the set-up amounts to.
 */
export type SetupSummary = { 
/**
 * Where visitors find the button.
 */
button: Message, 
/**
 * The callback that X sends visitors back to.
 */
callback: string, 
/**
 * Who can sign in.
 */
who: Message, 
/**
 * Where new users go; none where nobody new gets in.
 */
destination: Message | null, 
/**
 * The test callback, while it is still to be removed at X.
 */
remove: string | null, };

/**
 * How severe a finding is.
 */
export type Severity = "fine" | "note" | "risk" | "breaks";

/**
 * Which part of the job a person does.
 */
export type Side = "both" | "x" | "server";

/**
 * Something that appears on X's screen.
 */
export type Sighting = { 
/**
 * X's words for it.
 */
label: string, 
/**
 * The layouts in which it appears, the newer first; empty if that isn't known.
 */
layouts: Array<Layout>, 
/**
 * The action that it belongs to; none where it isn't needed or stays as it is.
 */
action: string | null, 
/**
 * The heading of that action.
 */
title: Message | null, 
/**
 * What to do with it.
 */
says: Message, 
/**
 * How well it is known.
 */
evidence: Evidence, 
/**
 * The day it was last checked.
 */
checked: string, };

/**
 * What the person reports or asks for while the test is running.
 */
export type SignInCommand = "stop" | { "sees": BrowserScreen } | "seesConsent" | "keepWaiting";

/**
 * How a test ended.
 */
export type SignInEnding = "passed" | "failed" | "stopped";

/**
 * The inputs of a test, so that a later change of any of them makes the outcome outdated. The secret isn't part of
 * them.
 */
export type SignInInputs = { 
/**
 * The app's Client ID.
 */
clientId: ClientId, 
/**
 * The test callback's port.
 */
port: number, 
/**
 * The scopes that were requested.
 */
scopes: Scopes, 
/**
 * Whether the email address was requested.
 */
email: Email, 
/**
 * The address of the consent page: that of X, or of a practice X.
 */
authorize: string, };

/**
 * A sign-in leg: one part of the live test.
 */
export type SignInLeg = "browser" | "consent" | "callback" | "exchange" | "profile" | "revoke";

/**
 * One sign-in leg with its verdict so far.
 */
export type SignInLegResult = { 
/**
 * The leg.
 */
leg: SignInLeg, 
/**
 * Its verdict.
 */
verdict: SignInLegVerdict, 
/**
 * How long it took, in milliseconds; none until it has ended.
 */
millis: number | null, 
/**
 * What was observed.
 */
note: Message | null, 
/**
 * What is wrong, or what is unclear while the leg is running.
 */
diagnosis: Diagnosis | null, 
/**
 * The number of its exchange in this run's request log.
 */
exchange: number | null, };

/**
 * The verdict of a sign-in leg.
 */
export type SignInLegVerdict = "pending" | "running" | "passed" | "warned" | "failed";

/**
 * The outcome of a test, as the job stores it. It contains no secret, no state and no link.
 */
export type SignInOutcome = { 
/**
 * How the test ended.
 */
ending: SignInEnding, 
/**
 * When it started (RFC 3339, UTC).
 */
at: string, 
/**
 * All six legs, in order.
 */
legs: Array<SignInLegResult>, 
/**
 * The person who signed in, according to X.
 */
profile: Profile | null, 
/**
 * The scopes that X granted.
 */
scopesGranted: Scopes | null, 
/**
 * How old X's code was when X received it back; none if it was never sent there.
 */
codeAge: CodeAge | null, 
/**
 * The inputs of the test.
 */
inputs: SignInInputs, 
/**
 * Where this sign-in differed from authentik's.
 */
notes: Array<Message>, };

/**
 * The page.
 */
export type SignInPage = { 
/**
 * The test that runs.
 */
running: SignInProgress | null, 
/**
 * The outcome of the newest test.
 */
outcome: SignInOutcome | null, 
/**
 * What went wrong.
 */
problem: Diagnosis | null, 
/**
 * The possible causes, where X shows the same page for several mistakes.
 */
checklist: Checklist | null, 
/**
 * The result of the newest paste into the running test.
 */
pasted: PasteAnswer | null, 
/**
 * The scopes that were requested and granted.
 */
scopes: ScopeComparison | null, 
/**
 * What authentik would do with the person who signed in.
 */
forecast: Forecast | null, 
/**
 * The remedies for what the forecast warns about.
 */
remedies: Array<RemedyOffer>, 
/**
 * How many legs passed.
 */
passed: number, 
/**
 * The test callback, to compare with X's form.
 */
testCallback: string | null, 
/**
 * What to do about it at X, before and after the test.
 */
callback: TestCallbackNotice, 
/**
 * Whether the test opens in a private window.
 */
private: PrivateWindow, 
/**
 * The host at X to which the server sends visitors, if the test used another one, or should now.
 */
serverHost: string | null, 
/**
 * Whether the next test goes by that host.
 */
byServer: boolean, 
/**
 * Whether the client credentials are available for a test.
 */
canStart: boolean, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * The progress of a live test. Each one replaces the previous one.
 */
export type SignInProgress = { 
/**
 * All six legs, in order.
 */
legs: Array<SignInLegResult>, 
/**
 * The link to X's consent page, while the test waits for the person.
 */
link: ConsentLink | null, 
/**
 * Set while the test is waiting for the person.
 */
waiting: SignInWaiting | null, };

/**
 * Says that the test is waiting for the person, and for how long.
 */
export type SignInWaiting = { 
/**
 * When the waiting started or was restarted (RFC 3339, UTC).
 */
since: string, 
/**
 * When it ends (RFC 3339, UTC).
 */
until: string, 
/**
 * The length of the wait, in seconds.
 */
seconds: number, 
/**
 * Whether the wait has been silent for so long that the person is asked what they see.
 */
stillWaiting: boolean, 
/**
 * What to do at X, according to what the person reported seeing.
 */
advice: Message | null, };

/**
 * What the newest check of the server knows about a slug.
 */
export type SlugConflict = { 
/**
 * Whether no source has it.
 */
free: boolean, 
/**
 * Whether a source of another type has it: Review refuses it then, so the names can't be agreed to.
 */
foreign: boolean, 
/**
 * The same in words.
 */
words: Message, };

/**
 * The page of the source check.
 */
export type SourceCheckPage = { 
/**
 * The address as it was typed.
 */
address: string, 
/**
 * How it is understood.
 */
read: AddressPreview | null, 
/**
 * A description of what was pasted, if it was an address of a source that contains the slug too.
 */
understood: Message | null, 
/**
 * Why it can't be used.
 */
addressRefused: Message | null, 
/**
 * Whether it can be used once plain http is agreed to.
 */
asksForHttp: boolean, 
/**
 * Whether plain http was agreed to.
 */
allowHttp: boolean, 
/**
 * The CA file's path.
 */
caFile: string | null, 
/**
 * The slug.
 */
slug: string, 
/**
 * Why it can't be used.
 */
slugRefused: Message | null, 
/**
 * The sources of X that the login page offers, if they were looked for.
 */
offered: Array<FoundSource> | null, 
/**
 * The stored API token, if there is one for this server.
 */
token: StoredSecret | null, 
/**
 * Why the keyring didn't store or return it.
 */
keyring: Diagnosis | null, 
/**
 * The Client ID that is used.
 */
clientId: string | null, 
/**
 * What was recognized in its field.
 */
idRecognised: Recognised | null, 
/**
 * The Client Secret that was entered, if there is one.
 */
secret: StoredSecret | null, 
/**
 * What was recognized in its field.
 */
secretRecognised: Recognised | null, 
/**
 * Whether the check can be run.
 */
ready: boolean, 
/**
 * What is missing for that.
 */
missing: Message | null, 
/**
 * Whether one is running.
 */
running: boolean, 
/**
 * When it was run (RFC 3339, UTC).
 */
at: string | null, 
/**
 * How long it took, in milliseconds.
 */
millis: number, 
/**
 * How many requests it made.
 */
requests: number, 
/**
 * The progress of the running server check; empty while none is running.
 */
asking: Array<ServerLegView>, 
/**
 * The verdict of each server leg.
 */
legs: Array<ServerLegView>, 
/**
 * The findings: worst first, or in the order of the checks while one is running.
 */
findings: Array<Finding>, 
/**
 * What couldn't be checked.
 */
unseen: Array<Unseen>, 
/**
 * Whether a live test of these credentials can be opened as a job.
 */
testable: boolean, 
/**
 * Whether a rotation can be started from here, which needs a token that has shown the source.
 */
rotatable: boolean, 
/**
 * The test login through authentik.
 */
login: LoginCard, 
/**
 * Set while a report is open; the findings are then those of the report.
 */
opened: OpenedReport | null, };

/**
 * What the page sends when something was chosen.
 */
export type SourceStageChoice = { 
/**
 * Whether a source stage is wanted.
 */
wanted: boolean, 
/**
 * The flow's slug.
 */
flow: string, 
/**
 * The uuid of the stage that it follows; none if it comes first.
 */
after: string | null, 
/**
 * How long a visitor may stay away, in minutes.
 */
minutes: number, };

/**
 * The source stage, as the push page shows it.
 */
export type SourceStagePage = { 
/**
 * Whether a source stage can be chosen.
 */
can: boolean, 
/**
 * Why not, or that there is a license.
 */
licence: Message, 
/**
 * When the server was read for it (RFC 3339, UTC).
 */
lookedAt: string | null, 
/**
 * Why the newest attempt to read the server failed.
 */
problem: Diagnosis | null, 
/**
 * Whether it is wanted.
 */
wanted: boolean, 
/**
 * The flows to choose from.
 */
flows: Array<FlowChoice>, 
/**
 * The slug of the one that is chosen; empty while none is.
 */
flow: string, 
/**
 * The positions in that flow.
 */
places: Array<PlaceChoice>, 
/**
 * The one that is chosen, as in [`PlaceChoice::after`].
 */
after: string | null, 
/**
 * Why the source stage can't be placed there.
 */
placeRefused: Message | null, 
/**
 * How long a visitor may stay away, in minutes.
 */
minutes: number, 
/**
 * Why that can't be used.
 */
minutesRefused: Message | null, 
/**
 * How it affects the source's own flows and the people in them.
 */
warnings: Array<Message>, };

/**
 * A stage of the job, in order.
 */
export type Stage = "server" | "names" | "xapp" | "signin" | "push" | "verify";

/**
 * How far a stage is.
 */
export type StageState = "notStarted" | "inProgress" | "done" | "needsAttention" | "cannotStart";

/**
 * A stage in the rail.
 */
export type StageView = { 
/**
 * The stage.
 */
stage: Stage, 
/**
 * Its name.
 */
name: Message, 
/**
 * How far it is.
 */
state: StageState, 
/**
 * The state in words, or the finding, the count, or what the stage is waiting for.
 */
words: Message, };

/**
 * The page that the program starts with.
 */
export type StartPage = { 
/**
 * The saved jobs, newest first.
 */
jobs: Array<JobSummary>, };

/**
 * What a step asks of the hand.
 */
export type StepKind = "go" | "choose" | "switch" | "type" | "press" | "keep" | "leave";

/**
 * The record of a stored secret: where it is, and how to recognize it. Never the secret itself.
 */
export type StoredSecret = { 
/**
 * Its last four characters; fewer if it is short.
 */
ending: string, 
/**
 * When it was stored (RFC 3339, UTC).
 */
at: string, 
/**
 * The vault that it is in.
 */
place: SecretLocation, 
/**
 * The server that it is for (the address without a trailing slash).
 */
server: string, };

/**
 * Whether a page that serves both is about the open job or the source check.
 */
export type Subject = "job" | "support";

/**
 * A possible cause, and whether it has been ruled out.
 */
export type Suspect = { 
/**
 * The cause.
 */
cause: Cause, 
/**
 * Its description.
 */
title: Message, 
/**
 * How to fix it.
 */
remedy: Message, 
/**
 * How well it is known that this cause leads to the symptom.
 */
evidence: Evidence, 
/**
 * Why it can't be the cause.
 */
ruledOut: Message | null, };

/**
 * What the sign-in page says about the test callback.
 */
export type TestCallbackNotice = { 
/**
 * A port that was free when the registered one was found taken.
 */
otherPort: number | null, 
/**
 * Says that the test callback isn't known to be in X's form.
 */
register: Message | null, 
/**
 * Says that it can be removed, once a test has passed.
 */
remove: CleanupItem | null, };

/**
 * A live test, without whom X says signed in.
 */
export type TestSummary = { 
/**
 * When it began (RFC 3339, UTC).
 */
at: string, 
/**
 * How the live test ended.
 */
ending: SignInEnding, 
/**
 * The sign-in legs.
 */
legs: Array<SignInLegResult>, };

/**
 * How long the token is valid.
 */
export type TokenLife = { "life": "never" } | { "life": "until", 
/**
 * The time (RFC 3339).
 */
at: string, } | { "life": "unknown" };

/**
 * A question about the source that can't be answered from outside.
 */
export type Unseen = { 
/**
 * The stable id of the question.
 */
id: string, 
/**
 * The question in words.
 */
what: Message, 
/**
 * What would answer it.
 */
need: UnseenNeed, 
/**
 * The same need in words.
 */
with: Message, 
/**
 * The rights that an API token would need, by authentik's codenames; empty if no token can show it.
 */
rights: Array<string>, };

/**
 * What would answer a question that can't be answered from outside.
 */
export type UnseenNeed = "token" | "signIn" | "form" | "credentials";

/**
 * Whether the project's feed is asked for newer versions. Without an answer it isn't.
 */
export type UpdateChoice = "unanswered" | "weekly" | "never";

/**
 * The notice of newer versions.
 */
export type UpdatePage = { 
/**
 * Whether the person is still to be asked.
 */
asks: boolean, 
/**
 * The newer version, unless its notice was closed.
 */
newer: Release | null, 
/**
 * What is known, in words.
 */
says: Message, };

/**
 * All URLs that are derived from the server's address and the slug, as plain data.
 */
export type Urls = { 
/**
 * The server, without a slash at the end.
 */
base: string, 
/**
 * The callback, which is the first callback of the app at X.
 */
callback: string, 
/**
 * The value for the form's field "Website URL", which is the server itself.
 */
website: string, 
/**
 * The address that the button on the login page leads to.
 */
login: string, 
/**
 * The base of the server's API.
 */
api: string, 
/**
 * The source's page in authentik's admin interface.
 */
admin: string, 
/**
 * The test callback, which is the second callback of the app at X.
 */
testCallback: string, };

/**
 * A value that follows from the job.
 */
export type ValueName = "callback" | "test-callback" | "website" | "terms" | "privacy";

/**
 * The page.
 */
export type VerifyPage = { 
/**
 * When the outside checks were run (RFC 3339, UTC).
 */
at: string | null, 
/**
 * What was found, worst first.
 */
findings: Array<Finding>, 
/**
 * How many checks passed.
 */
passed: number, 
/**
 * How many ran.
 */
ran: number, 
/**
 * Whether the plan was pushed, so that there is a source that people can sign in through.
 */
pushed: boolean, 
/**
 * The test login.
 */
login: LoginCard, 
/**
 * The cleanup items.
 */
tidy: Array<CleanupItem>, 
/**
 * What was done, once a visitor has signed in.
 */
finish: SetupSummary | null, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * The view: everything that the window shows. Each command answers with a new one, which replaces the previous one.
 */
export type View = { 
/**
 * Counts the views of this run: the one with the higher number is the newer.
 */
revision: number, 
/**
 * The start page, with the saved jobs.
 */
home: StartPage, 
/**
 * The job that is open.
 */
job: JobView | null, 
/**
 * The source check.
 */
support: SourceCheckPage, 
/**
 * The fleet.
 */
fleet: FleetPage, 
/**
 * The rotation in progress.
 */
rotation: RotationPage | null, 
/**
 * A job file that was opened and is waiting to be taken.
 */
handover: JobFilePage | null, 
/**
 * Set while the practice servers are running.
 */
practice: PracticeBand | null, 
/**
 * The question before the window is closed, while it waits for an answer.
 */
leave: LeavePrompt | null, 
/**
 * The note of a crash of an earlier run, until it is dismissed.
 */
crash: string | null, 
/**
 * A notice about something that belongs to no page, such as a damaged file that was set aside.
 */
notice: Diagnosis | null, 
/**
 * How many exchanges the request log holds.
 */
sent: number, 
/**
 * The settings.
 */
settings: SettingsPage, 
/**
 * How old the facts are that pages show.
 */
facts: FactAges, };

/**
 * The page on which a visitor's sign-in ended, as they read it: what authentik shows
 * [docs/evidence/authentik.md §2.1, §2.2, §2.3], and what X shows before that.
 */
export type VisitorPage = "signed-in" | "only-internal" | "linked" | "no-token" | "no-profile" | "state-check" | "access-denied" | "other-failure" | "not-written" | "denied-by-mode" | "not-applicable" | "unknown-error" | "asks-name" | "flow-error" | "no-enrolment" | "no-flow" | "server-error" | "not-found" | "x-something-wrong" | "x-other-account" | "x-login-loop" | "x-blank" | "other";

/**
 * A page on which a visitor's sign-in can end.
 */
export type VisitorPageChoice = { 
/**
 * Identifies the page.
 */
shown: VisitorPage, 
/**
 * The text on the page.
 */
words: Message, };

/**
 * Pages of the same kind.
 */
export type VisitorPageGroup = { 
/**
 * The kind of page, in words.
 */
on: Message, 
/**
 * The pages.
 */
pages: Array<VisitorPageChoice>, };

/**
 * A wanted callback, and how it compares with the list.
 */
export type WantedCallback = { 
/**
 * Which of the job's values it is.
 */
name: ValueName, 
/**
 * The address.
 */
url: string, 
/**
 * What it is for.
 */
label: Message, 
/**
 * How it compares with the list.
 */
standing: CallbackStatus, 
/**
 * The same in words; where it differs, each thing that does, in the order of an address.
 */
says: Array<Message>, };

/**
 * A warning that X's form may refuse a URL, or that X's documentation advises against it. It never blocks the job.
 */
export type Warning = { 
/**
 * The URL that it is about.
 */
url: DerivedUrl, 
/**
 * The warning in words.
 */
message: Message, 
/**
 * How well it is known.
 */
evidence: Evidence, };

/**
 * The answers to "Who gets in?", the safest first. Each is a matching mode of the source and what its own flows ask.
 */
export type WhoGetsIn = "linked" | "listed" | "approval" | "anyone";

/**
 * What a write did to its object.
 */
export type WriteAction = "made" | "changed" | "shown";

/**
 * One write of a push.
 */
export type WriteRecord = { 
/**
 * The kind of object that it wrote.
 */
target: ChangeTarget, 
/**
 * What it did to the object.
 */
did: WriteAction, 
/**
 * The fields that it wrote, as the API names them.
 */
fields: Array<string>, 
/**
 * Whether the server confirmed the write.
 */
confirmed: boolean, };

/**
 * The page.
 */
export type XAppPage = { 
/**
 * Which layout is shown.
 */
layout: Layout, 
/**
 * What X calls this layout's start page.
 */
portal: string, 
/**
 * Whether the app still has to be created.
 */
newApp: boolean, 
/**
 * The actions, in X's order.
 */
actions: Array<GuideAction>, 
/**
 * The ids of the steps that are ticked.
 */
ticked: Array<string>, 
/**
 * The ids of the actions that are done.
 */
doneActions: Array<string>, 
/**
 * The action that is open.
 */
open: string | null, 
/**
 * The whole form, for the drawing.
 */
form: Array<FormField>, 
/**
 * X's labels of the fields that stay as they are.
 */
leftAlone: Array<string>, 
/**
 * How many actions are done.
 */
done: number, 
/**
 * Whether every action is expanded.
 */
all: boolean, 
/**
 * The list of callbacks that X shows, if it was pasted.
 */
pasted: CallbackListPage, 
/**
 * What signing in costs and which limits apply, with their dates.
 */
cost: Cost, 
/**
 * The part of each value that the admin chose, to be highlighted.
 */
marks: Array<string>, 
/**
 * When X's form was last compared with the guide (`YYYY-MM-DD`).
 */
checked: string, 
/**
 * The footer of the page.
 */
bar: Footer, };

/**
 * The source type for X.
 */
export type XType = { 
/**
 * Its name in the API.
 */
name: string, 
/**
 * What the server calls it on its pages.
 */
verboseName: string, };

/** Every message by its key, with the arguments that it takes. */
export type Keys = {
  "access-line-refused": { "line": Arg },
  "access-too-many": { "most": Arg },
  "address-callback-address": Record<never, never>,
  "address-callback-path": Record<never, never>,
  "address-callback-slash": Record<never, never>,
  "address-callback-slug": Record<never, never>,
  "address-error-blank": Record<never, never>,
  "address-error-credentials": Record<never, never>,
  "address-error-empty": Record<never, never>,
  "address-error-host": { "host": Arg },
  "address-error-no-host": Record<never, never>,
  "address-error-path": { "path": Arg },
  "address-error-plain-http": { "host": Arg },
  "address-error-plain-http-public": { "host": Arg },
  "address-error-port": Record<never, never>,
  "address-error-scheme": { "scheme": Arg },
  "address-error-too-long": { "length": Arg },
  "address-error-unspecified": { "host": Arg },
  "address-link-blank": Record<never, never>,
  "address-link-credentials": Record<never, never>,
  "address-link-empty": Record<never, never>,
  "address-link-not-a-page": Record<never, never>,
  "address-link-scheme": Record<never, never>,
  "address-said-dot": Record<never, never>,
  "address-said-fragment": Record<never, never>,
  "address-said-full-stop": Record<never, never>,
  "address-said-host": { "typed": Arg, "written": Arg },
  "address-said-page": { "path": Arg },
  "address-said-path": { "path": Arg },
  "address-said-query": Record<never, never>,
  "address-slip-blank-after": Record<never, never>,
  "address-slip-blank-before": Record<never, never>,
  "address-slip-blank-within": Record<never, never>,
  "address-slip-fragment": Record<never, never>,
  "address-slip-host": { "planned": Arg, "seen": Arg },
  "address-slip-host-case": Record<never, never>,
  "address-slip-invisible": { "code": Arg },
  "address-slip-lookalike": { "code": Arg, "planned": Arg, "seen": Arg },
  "address-slip-other": Record<never, never>,
  "address-slip-path": Record<never, never>,
  "address-slip-path-case": Record<never, never>,
  "address-slip-port": { "planned": Arg, "seen": Arg },
  "address-slip-port-extra": { "seen": Arg },
  "address-slip-port-missing": { "planned": Arg },
  "address-slip-query": Record<never, never>,
  "address-slip-scheme": { "planned": Arg, "seen": Arg },
  "address-slip-scheme-case": Record<never, never>,
  "address-slip-scheme-missing": { "planned": Arg },
  "address-slip-slash-extra": Record<never, never>,
  "address-slip-slash-missing": Record<never, never>,
  "address-slip-www-extra": Record<never, never>,
  "address-slip-www-missing": Record<never, never>,
  "address-slug-blank": Record<never, never>,
  "address-slug-character": { "character": Arg },
  "address-slug-empty": Record<never, never>,
  "address-slug-too-long": { "length": Arg, "most": Arg },
  "address-x-callback-http": Record<never, never>,
  "address-x-callback-localhost": Record<never, never>,
  "address-x-callback-private": { "host": Arg },
  "address-x-website-localhost": Record<never, never>,
  "address-x-website-number": { "host": Arg },
  "address-x-website-private": { "host": Arg },
  "app-name": Record<never, never>,
  "app-not-affiliated": Record<never, never>,
  "app-stage-of": { "number": Arg, "stage": Arg },
  "cause-access-taken-back": Record<never, never>,
  "cause-access-taken-back.remedy": Record<never, never>,
  "cause-api-key-as-client-id": Record<never, never>,
  "cause-api-key-as-client-id.remedy": Record<never, never>,
  "cause-api-key-secret-as-secret": Record<never, never>,
  "cause-api-key-secret-as-secret.remedy": Record<never, never>,
  "cause-app-deleted": Record<never, never>,
  "cause-app-deleted.remedy": Record<never, never>,
  "cause-app-standalone": Record<never, never>,
  "cause-app-standalone.remedy": Record<never, never>,
  "cause-app-suspended": Record<never, never>,
  "cause-app-suspended.remedy": Record<never, never>,
  "cause-app-type-changed": Record<never, never>,
  "cause-app-type-changed.remedy": Record<never, never>,
  "cause-callback-differs": Record<never, never>,
  "cause-callback-differs.remedy": Record<never, never>,
  "cause-callback-twice": Record<never, never>,
  "cause-callback-twice.remedy": Record<never, never>,
  "cause-client-id-blank": Record<never, never>,
  "cause-client-id-blank.remedy": Record<never, never>,
  "cause-client-id-mistyped": Record<never, never>,
  "cause-client-id-mistyped.remedy": Record<never, never>,
  "cause-client-id-wrong": Record<never, never>,
  "cause-client-id-wrong.remedy": Record<never, never>,
  "cause-clock-wrong": Record<never, never>,
  "cause-clock-wrong.remedy": Record<never, never>,
  "cause-code-late": Record<never, never>,
  "cause-code-late.remedy": Record<never, never>,
  "cause-code-used": Record<never, never>,
  "cause-code-used.remedy": Record<never, never>,
  "cause-cookies-blocked": Record<never, never>,
  "cause-cookies-blocked.remedy": Record<never, never>,
  "cause-credits-elsewhere": Record<never, never>,
  "cause-credits-elsewhere.remedy": Record<never, never>,
  "cause-credits-never-bought": Record<never, never>,
  "cause-credits-never-bought.remedy": Record<never, never>,
  "cause-credits-used-up": Record<never, never>,
  "cause-credits-used-up.remedy": Record<never, never>,
  "cause-email-mapping-missing": Record<never, never>,
  "cause-email-mapping-missing.remedy": Record<never, never>,
  "cause-email-not-given": Record<never, never>,
  "cause-email-not-given.remedy": Record<never, never>,
  "cause-email-scope-missing": Record<never, never>,
  "cause-email-scope-missing.remedy": Record<never, never>,
  "cause-email-switch-off": Record<never, never>,
  "cause-email-switch-off.remedy": Record<never, never>,
  "cause-extension-blocks": Record<never, never>,
  "cause-extension-blocks.remedy": Record<never, never>,
  "cause-firewall": Record<never, never>,
  "cause-firewall.remedy": Record<never, never>,
  "cause-form-not-saved": Record<never, never>,
  "cause-form-not-saved.remedy": Record<never, never>,
  "cause-header-dropped": Record<never, never>,
  "cause-header-dropped.remedy": Record<never, never>,
  "cause-inspecting-proxy": Record<never, never>,
  "cause-inspecting-proxy.remedy": Record<never, never>,
  "cause-location-cut": Record<never, never>,
  "cause-location-cut.remedy": Record<never, never>,
  "cause-machine-offline": Record<never, never>,
  "cause-machine-offline.remedy": Record<never, never>,
  "cause-name-filtered": Record<never, never>,
  "cause-name-filtered.remedy": Record<never, never>,
  "cause-network-sign-in": Record<never, never>,
  "cause-network-sign-in.remedy": Record<never, never>,
  "cause-no-confirmed-email": Record<never, never>,
  "cause-no-confirmed-email.remedy": Record<never, never>,
  "cause-no-credits": Record<never, never>,
  "cause-no-credits.remedy": Record<never, never>,
  "cause-not-a-tester": Record<never, never>,
  "cause-not-a-tester.remedy": Record<never, never>,
  "cause-not-pay-per-use": Record<never, never>,
  "cause-not-pay-per-use.remedy": Record<never, never>,
  "cause-not-production": Record<never, never>,
  "cause-not-production.remedy": Record<never, never>,
  "cause-old-plan": Record<never, never>,
  "cause-old-plan.remedy": Record<never, never>,
  "cause-other-sign-in": Record<never, never>,
  "cause-other-sign-in.remedy": Record<never, never>,
  "cause-parameters-lost": Record<never, never>,
  "cause-parameters-lost.remedy": Record<never, never>,
  "cause-proxy-aims-elsewhere": Record<never, never>,
  "cause-proxy-aims-elsewhere.remedy": Record<never, never>,
  "cause-proxy-drops-scheme": Record<never, never>,
  "cause-proxy-drops-scheme.remedy": Record<never, never>,
  "cause-proxy-list-malformed": Record<never, never>,
  "cause-proxy-list-malformed.remedy": Record<never, never>,
  "cause-proxy-needed": Record<never, never>,
  "cause-proxy-needed.remedy": Record<never, never>,
  "cause-proxy-sends-own-host": Record<never, never>,
  "cause-proxy-sends-own-host.remedy": Record<never, never>,
  "cause-proxy-untrusted": Record<never, never>,
  "cause-proxy-untrusted.remedy": Record<never, never>,
  "cause-read-often": Record<never, never>,
  "cause-read-often.remedy": Record<never, never>,
  "cause-release-old": Record<never, never>,
  "cause-release-old.remedy": Record<never, never>,
  "cause-request-altered": Record<never, never>,
  "cause-request-altered.remedy": Record<never, never>,
  "cause-scope-unknown": Record<never, never>,
  "cause-scope-unknown.remedy": Record<never, never>,
  "cause-secret-line-break": Record<never, never>,
  "cause-secret-line-break.remedy": Record<never, never>,
  "cause-secret-pushed-elsewhere": Record<never, never>,
  "cause-secret-pushed-elsewhere.remedy": Record<never, never>,
  "cause-secret-regenerated": Record<never, never>,
  "cause-secret-regenerated.remedy": Record<never, never>,
  "cause-secret-wrong": Record<never, never>,
  "cause-secret-wrong.remedy": Record<never, never>,
  "cause-server-cut-off": Record<never, never>,
  "cause-server-cut-off.remedy": Record<never, never>,
  "cause-server-stopped": Record<never, never>,
  "cause-server-stopped.remedy": Record<never, never>,
  "cause-session-broken": Record<never, never>,
  "cause-session-broken.remedy": Record<never, never>,
  "cause-source-other-type": Record<never, never>,
  "cause-source-other-type.remedy": Record<never, never>,
  "cause-spend-limit": Record<never, never>,
  "cause-spend-limit.remedy": Record<never, never>,
  "cause-token-old": Record<never, never>,
  "cause-token-old.remedy": Record<never, never>,
  "cause-token-spent": Record<never, never>,
  "cause-token-spent.remedy": Record<never, never>,
  "cause-tweet-read-missing": Record<never, never>,
  "cause-tweet-read-missing.remedy": Record<never, never>,
  "cause-twitter-host": Record<never, never>,
  "cause-twitter-host.remedy": Record<never, never>,
  "cause-type-of-app": Record<never, never>,
  "cause-type-of-app.remedy": Record<never, never>,
  "cause-user-linked-elsewhere": Record<never, never>,
  "cause-user-linked-elsewhere.remedy": Record<never, never>,
  "cause-users-read-missing": Record<never, never>,
  "cause-users-read-missing.remedy": Record<never, never>,
  "cause-x-gateway": Record<never, never>,
  "cause-x-gateway.remedy": Record<never, never>,
  "cause-x-outage": Record<never, never>,
  "cause-x-outage.remedy": Record<never, never>,
  "cause-x-slow": Record<never, never>,
  "cause-x-slow.remedy": Record<never, never>,
  "causes-each": { "count": Arg },
  "causes-likeliest": Record<never, never>,
  "causes-ranked": Record<never, never>,
  "checks-base-url": Record<never, never>,
  "checks-base-url-detail": { "url": Arg },
  "checks-base-url-none": Record<never, never>,
  "checks-base-url-none-detail": Record<never, never>,
  "checks-brands": { "brands": Arg },
  "checks-brands-detail": { "there": Arg, "unclear": Arg, "unknown": Arg, "with": Arg },
  "checks-brands-one": Record<never, never>,
  "checks-brands-one-detail": Record<never, never>,
  "checks-button": Record<never, never>,
  "checks-button-detail": { "count": Arg, "flow": Arg, "name": Arg, "place": Arg },
  "checks-byte-end": { "byte": Arg },
  "checks-byte-extra": { "byte": Arg, "seen": Arg },
  "checks-byte-longer": { "byte": Arg },
  "checks-byte-missing": { "byte": Arg, "planned": Arg },
  "checks-byte-other": { "byte": Arg, "planned": Arg, "seen": Arg },
  "checks-callback": { "ways": Arg },
  "checks-callback-detail": { "bytes": Arg, "ways": Arg },
  "checks-callback-differs": { "differing": Arg, "ways": Arg },
  "checks-client-id": Record<never, never>,
  "checks-client-id-detail": Record<never, never>,
  "checks-client-id-native": { "seen": Arg },
  "checks-client-id-seen": { "seen": Arg },
  "checks-client-id-shape": Record<never, never>,
  "checks-drift": Record<never, never>,
  "checks-drift-detail": Record<never, never>,
  "checks-events": { "logins": Arg },
  "checks-events-detail": { "at": Arg, "least": Arg, "links": Arg, "logins": Arg },
  "checks-events-none": { "links": Arg },
  "checks-flow-known": Record<never, never>,
  "checks-flow-known-detail": Record<never, never>,
  "checks-flow-known-stages": { "flow": Arg },
  "checks-flow-new": Record<never, never>,
  "checks-flow-new-detail": Record<never, never>,
  "checks-flow-new-none": Record<never, never>,
  "checks-flow-new-none-detail": Record<never, never>,
  "checks-flow-new-stages": { "flow": Arg },
  "checks-flow-stages-unseen": { "flow": Arg, "rights": Arg },
  "checks-host": Record<never, never>,
  "checks-host-detail": Record<never, never>,
  "checks-linked": { "count": Arg },
  "checks-linked-cut": Record<never, never>,
  "checks-linked-detail": Record<never, never>,
  "checks-locked-out": Record<never, never>,
  "checks-locked-out-detail": Record<never, never>,
  "checks-mappings": Record<never, never>,
  "checks-mappings-detail": { "others": Arg, "ours": Arg },
  "checks-matching": { "mode": Arg },
  "checks-matching-email": Record<never, never>,
  "checks-matching-identifier": Record<never, never>,
  "checks-matching-unclear": Record<never, never>,
  "checks-name-brands": Record<never, never>,
  "checks-name-button": Record<never, never>,
  "checks-name-callback": Record<never, never>,
  "checks-name-client-id": Record<never, never>,
  "checks-name-drift": Record<never, never>,
  "checks-name-events": Record<never, never>,
  "checks-name-flow-known": Record<never, never>,
  "checks-name-flow-new": Record<never, never>,
  "checks-name-host": Record<never, never>,
  "checks-name-linked": Record<never, never>,
  "checks-name-locked-out": Record<never, never>,
  "checks-name-mappings": Record<never, never>,
  "checks-name-matching": Record<never, never>,
  "checks-name-pair": Record<never, never>,
  "checks-name-pkce": Record<never, never>,
  "checks-name-provider-type": Record<never, never>,
  "checks-name-pushed": Record<never, never>,
  "checks-name-scopes": Record<never, never>,
  "checks-name-scopes-set": Record<never, never>,
  "checks-name-source": Record<never, never>,
  "checks-name-type": Record<never, never>,
  "checks-pair": Record<never, never>,
  "checks-pair-detail": Record<never, never>,
  "checks-pair-id": Record<never, never>,
  "checks-pair-id-detail": Record<never, never>,
  "checks-pkce": Record<never, never>,
  "checks-pkce-detail": Record<never, never>,
  "checks-provider-type": Record<never, never>,
  "checks-provider-type-detail": { "name": Arg },
  "checks-pushed": Record<never, never>,
  "checks-pushed-detail": Record<never, never>,
  "checks-row-api": Record<never, never>,
  "checks-row-planned": Record<never, never>,
  "checks-row-sent": Record<never, never>,
  "checks-scopes": Record<never, never>,
  "checks-scopes-detail": { "scopes": Arg },
  "checks-scopes-set": Record<never, never>,
  "checks-scopes-set-detail": { "scopes": Arg },
  "checks-scopes-set-none": Record<never, never>,
  "checks-secret-there": Record<never, never>,
  "checks-secret-there-detail": Record<never, never>,
  "checks-server": Record<never, never>,
  "checks-server-detail": { "host": Arg },
  "checks-skipped-brands": Record<never, never>,
  "checks-skipped-drift": Record<never, never>,
  "checks-skipped-id": Record<never, never>,
  "checks-skipped-many": Record<never, never>,
  "checks-skipped-matching": { "mode": Arg },
  "checks-skipped-pushed": Record<never, never>,
  "checks-skipped-right": { "rights": Arg },
  "checks-skipped-secret": Record<never, never>,
  "checks-skipped-server": Record<never, never>,
  "checks-skipped-source": Record<never, never>,
  "checks-skipped-type": Record<never, never>,
  "checks-source": Record<never, never>,
  "checks-source-detail": Record<never, never>,
  "checks-source-inside": Record<never, never>,
  "checks-source-off": Record<never, never>,
  "checks-source-off-detail": Record<never, never>,
  "checks-token": Record<never, never>,
  "checks-token-detail": { "user": Arg },
  "checks-type": Record<never, never>,
  "checks-type-detail": { "host": Arg },
  "choices-disabled": Record<never, never>,
  "choices-existing-another": { "slug": Arg },
  "choices-existing-another-says": { "callback": Arg },
  "choices-existing-change": { "name": Arg, "slug": Arg },
  "choices-existing-change-says": { "callback": Arg },
  "choices-existing-client-id": Record<never, never>,
  "choices-existing-name": Record<never, never>,
  "choices-existing-slug": Record<never, never>,
  "choices-existing-type": Record<never, never>,
  "choices-flow": { "name": Arg, "slug": Arg },
  "choices-flow-default": { "name": Arg, "slug": Arg },
  "choices-flow-missing": { "slug": Arg },
  "choices-flow-other-kind": { "name": Arg, "slug": Arg },
  "choices-group-email": Record<never, never>,
  "choices-group-identifier": Record<never, never>,
  "choices-group-links": Record<never, never>,
  "choices-group-login-page": Record<never, never>,
  "choices-group-name-deny": Record<never, never>,
  "choices-group-name-link": Record<never, never>,
  "choices-group-new-users": Record<never, never>,
  "choices-group-source-stage": Record<never, never>,
  "choices-group-unknown": Record<never, never>,
  "choices-group-user-names": Record<never, never>,
  "choices-left-out-email-says": Record<never, never>,
  "choices-left-out-links-says": Record<never, never>,
  "choices-left-out-login-page-says": { "login": Arg },
  "choices-left-out-new-users-says": Record<never, never>,
  "choices-left-out-source-stage-says": Record<never, never>,
  "choices-left-out-user-names-says": Record<never, never>,
  "choices-page-asked": { "flows": Arg, "host": Arg },
  "choices-page-brand": { "brand": Arg, "flows": Arg },
  "choices-page-brands": { "brands": Arg, "flows": Arg },
  "choices-page-flow-only": { "flows": Arg },
  "choices-page-there": Record<never, never>,
  "choices-page-unbound": Record<never, never>,
  "choices-path-empty": { "default": Arg },
  "choices-path-percent": Record<never, never>,
  "choices-path-slashes": Record<never, never>,
  "choices-secret-final": Record<never, never>,
  "choices-undo-deletes": Record<never, never>,
  "choices-who-anyone": Record<never, never>,
  "choices-who-approved": Record<never, never>,
  "choices-who-approved-or-listed": { "count": Arg },
  "choices-who-email-deny": Record<never, never>,
  "choices-who-email-left-out": Record<never, never>,
  "choices-who-email-link": Record<never, never>,
  "choices-who-linked": Record<never, never>,
  "choices-who-listed": { "count": Arg },
  "choices-who-no-email": Record<never, never>,
  "choices-who-username-deny": Record<never, never>,
  "choices-who-username-link": Record<never, never>,
  "credentials-kind-access-token": Record<never, never>,
  "credentials-kind-account-id": Record<never, never>,
  "credentials-kind-ambiguous-secret": Record<never, never>,
  "credentials-kind-api-key": { "length": Arg },
  "credentials-kind-app-id": Record<never, never>,
  "credentials-kind-authorization-code": Record<never, never>,
  "credentials-kind-bearer-token": Record<never, never>,
  "credentials-kind-client-id-confidential": Record<never, never>,
  "credentials-kind-client-id-damaged": { "length": Arg },
  "credentials-kind-client-id-native": Record<never, never>,
  "credentials-kind-client-id-other": Record<never, never>,
  "credentials-kind-client-secret": Record<never, never>,
  "credentials-kind-empty": Record<never, never>,
  "credentials-kind-handle": Record<never, never>,
  "credentials-kind-masked": Record<never, never>,
  "credentials-kind-old-access-token": Record<never, never>,
  "credentials-kind-old-pair": Record<never, never>,
  "credentials-kind-old-secret": Record<never, never>,
  "credentials-kind-pair": Record<never, never>,
  "credentials-kind-placeholder": Record<never, never>,
  "credentials-kind-refresh-token": Record<never, never>,
  "credentials-kind-secret-of-odd-length": { "length": Arg },
  "credentials-kind-several": Record<never, never>,
  "credentials-kind-unknown": { "length": Arg },
  "credentials-kind-url": Record<never, never>,
  "credentials-mend-belongs-to-id": Record<never, never>,
  "credentials-mend-belongs-to-secret": Record<never, never>,
  "credentials-mend-copy-again": Record<never, never>,
  "credentials-mend-find-id": Record<never, never>,
  "credentials-mend-find-secret": Record<never, never>,
  "credentials-mend-native": Record<never, never>,
  "credentials-mend-other": Record<never, never>,
  "credentials-mend-pair": Record<never, never>,
  "credentials-said-around": Record<never, never>,
  "credentials-said-decoded": Record<never, never>,
  "credentials-said-inner": Record<never, never>,
  "credentials-said-label": Record<never, never>,
  "credentials-said-split-id": Record<never, never>,
  "credentials-said-split-secret": Record<never, never>,
  "diagnosis-api-token-missing": { "host": Arg },
  "diagnosis-api-token-missing.remedy": Record<never, never>,
  "diagnosis-api-token-missing.why": Record<never, never>,
  "diagnosis-api-token-refused": { "host": Arg },
  "diagnosis-api-token-refused.remedy": Record<never, never>,
  "diagnosis-api-token-refused.why": Record<never, never>,
  "diagnosis-authentik-answer-unknown": { "host": Arg, "status": Arg },
  "diagnosis-authentik-answer-unknown.remedy": Record<never, never>,
  "diagnosis-authentik-answer-unknown.why": Record<never, never>,
  "diagnosis-authentik-busy": { "host": Arg },
  "diagnosis-authentik-busy-own": { "host": Arg },
  "diagnosis-authentik-busy-own.remedy": { "seconds": Arg },
  "diagnosis-authentik-busy-own.why": Record<never, never>,
  "diagnosis-authentik-busy.remedy": Record<never, never>,
  "diagnosis-authentik-busy.why": Record<never, never>,
  "diagnosis-authentik-core-away": { "host": Arg },
  "diagnosis-authentik-core-away.remedy": Record<never, never>,
  "diagnosis-authentik-core-away.why": Record<never, never>,
  "diagnosis-authentik-database-away": { "host": Arg },
  "diagnosis-authentik-database-away.remedy": Record<never, never>,
  "diagnosis-authentik-database-away.why": Record<never, never>,
  "diagnosis-authentik-not-set-up": { "host": Arg },
  "diagnosis-authentik-not-set-up.remedy": { "to": Arg },
  "diagnosis-authentik-not-set-up.why": { "to": Arg },
  "diagnosis-authentik-not-there": { "host": Arg },
  "diagnosis-authentik-not-there.remedy": Record<never, never>,
  "diagnosis-authentik-not-there.why": { "status": Arg },
  "diagnosis-authentik-redirects": { "host": Arg },
  "diagnosis-authentik-redirects.remedy": { "to": Arg },
  "diagnosis-authentik-redirects.why": { "to": Arg },
  "diagnosis-authentik-refuses": { "field": Arg },
  "diagnosis-authentik-refuses.remedy": Record<never, never>,
  "diagnosis-authentik-refuses.why": { "said": Arg },
  "diagnosis-authentik-starting": { "host": Arg },
  "diagnosis-authentik-starting.remedy": Record<never, never>,
  "diagnosis-authentik-starting.why": Record<never, never>,
  "diagnosis-authentik-unavailable": { "host": Arg, "status": Arg },
  "diagnosis-authentik-unavailable.remedy": Record<never, never>,
  "diagnosis-authentik-unavailable.why": Record<never, never>,
  "diagnosis-authentik-write-fault": { "host": Arg },
  "diagnosis-authentik-write-fault.remedy": Record<never, never>,
  "diagnosis-authentik-write-fault.why": Record<never, never>,
  "diagnosis-authorize-login-loop": Record<never, never>,
  "diagnosis-authorize-login-loop.remedy": Record<never, never>,
  "diagnosis-authorize-login-loop.why": Record<never, never>,
  "diagnosis-authorize-other-account": Record<never, never>,
  "diagnosis-authorize-other-account.remedy": Record<never, never>,
  "diagnosis-authorize-other-account.why": Record<never, never>,
  "diagnosis-authorize-page-blank": Record<never, never>,
  "diagnosis-authorize-page-blank.remedy": Record<never, never>,
  "diagnosis-authorize-page-blank.why": Record<never, never>,
  "diagnosis-authorize-page-error": Record<never, never>,
  "diagnosis-authorize-page-error.remedy": Record<never, never>,
  "diagnosis-authorize-page-error.why": Record<never, never>,
  "diagnosis-base-url-differs": Record<never, never>,
  "diagnosis-base-url-differs.remedy": Record<never, never>,
  "diagnosis-base-url-differs.why": { "asked": Arg, "set": Arg },
  "diagnosis-browser-not-opened": Record<never, never>,
  "diagnosis-browser-not-opened.remedy": Record<never, never>,
  "diagnosis-browser-not-opened.why": Record<never, never>,
  "diagnosis-browser-unknown": Record<never, never>,
  "diagnosis-browser-unknown.remedy": Record<never, never>,
  "diagnosis-browser-unknown.why": Record<never, never>,
  "diagnosis-button-hidden": { "slug": Arg },
  "diagnosis-button-hidden.remedy": Record<never, never>,
  "diagnosis-button-hidden.why": Record<never, never>,
  "diagnosis-button-not-on-brands": { "count": Arg, "slug": Arg },
  "diagnosis-button-not-on-brands.remedy": Record<never, never>,
  "diagnosis-button-not-on-brands.why": { "brands": Arg },
  "diagnosis-button-unknown": Record<never, never>,
  "diagnosis-button-unknown.remedy": Record<never, never>,
  "diagnosis-button-unknown.why": { "component": Arg },
  "diagnosis-ca-file-unreadable": Record<never, never>,
  "diagnosis-ca-file-unreadable.remedy": Record<never, never>,
  "diagnosis-ca-file-unreadable.why": { "path": Arg },
  "diagnosis-callback-differs": Record<never, never>,
  "diagnosis-callback-differs.remedy": Record<never, never>,
  "diagnosis-callback-differs.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-loses-https": Record<never, never>,
  "diagnosis-callback-loses-https-listed": Record<never, never>,
  "diagnosis-callback-loses-https-listed.remedy": Record<never, never>,
  "diagnosis-callback-loses-https-listed.why": { "seen": Arg },
  "diagnosis-callback-loses-https.remedy": Record<never, never>,
  "diagnosis-callback-loses-https.why": { "seen": Arg },
  "diagnosis-callback-loses-path": { "path": Arg },
  "diagnosis-callback-loses-path.remedy": { "path": Arg },
  "diagnosis-callback-loses-path.why": { "path": Arg, "seen": Arg },
  "diagnosis-callback-other-host": Record<never, never>,
  "diagnosis-callback-other-host-and-https": Record<never, never>,
  "diagnosis-callback-other-host-and-https-listed": Record<never, never>,
  "diagnosis-callback-other-host-and-https-listed.remedy": Record<never, never>,
  "diagnosis-callback-other-host-and-https-listed.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-other-host-and-https.remedy": Record<never, never>,
  "diagnosis-callback-other-host-and-https.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-other-host-listed": Record<never, never>,
  "diagnosis-callback-other-host-listed.remedy": Record<never, never>,
  "diagnosis-callback-other-host-listed.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-other-host.remedy": { "seen": Arg },
  "diagnosis-callback-other-host.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-other-port": Record<never, never>,
  "diagnosis-callback-other-port.remedy": Record<never, never>,
  "diagnosis-callback-other-port.why": { "planned": Arg, "seen": Arg },
  "diagnosis-callback-refused": Record<never, never>,
  "diagnosis-callback-refused.remedy": Record<never, never>,
  "diagnosis-callback-refused.why": { "error": Arg },
  "diagnosis-callback-silent": { "seconds": Arg },
  "diagnosis-callback-silent.remedy": Record<never, never>,
  "diagnosis-callback-silent.why": Record<never, never>,
  "diagnosis-certificate-ends-soon": { "days": Arg, "host": Arg },
  "diagnosis-certificate-ends-soon.remedy": { "host": Arg },
  "diagnosis-certificate-ends-soon.why": Record<never, never>,
  "diagnosis-certificate-too-new": { "host": Arg },
  "diagnosis-certificate-too-new.remedy": Record<never, never>,
  "diagnosis-certificate-too-new.why": Record<never, never>,
  "diagnosis-changed-meanwhile": { "what": Arg },
  "diagnosis-changed-meanwhile.remedy": Record<never, never>,
  "diagnosis-changed-meanwhile.why": Record<never, never>,
  "diagnosis-changed-since-push": { "name": Arg },
  "diagnosis-changed-since-push.remedy": Record<never, never>,
  "diagnosis-changed-since-push.why": Record<never, never>,
  "diagnosis-client-id-differs": Record<never, never>,
  "diagnosis-client-id-differs.remedy": Record<never, never>,
  "diagnosis-client-id-differs.why": { "planned": Arg, "seen": Arg },
  "diagnosis-client-id-of-other-kind": Record<never, never>,
  "diagnosis-client-id-of-other-kind.remedy": { "kind": Arg },
  "diagnosis-client-id-of-other-kind.why": { "ending": Arg, "kind": Arg },
  "diagnosis-clock-differs": { "amount": Arg, "host": Arg, "unit": Arg, "way": Arg },
  "diagnosis-clock-differs.remedy": Record<never, never>,
  "diagnosis-clock-differs.why": Record<never, never>,
  "diagnosis-consent-declined": Record<never, never>,
  "diagnosis-consent-declined.remedy": Record<never, never>,
  "diagnosis-consent-declined.why": Record<never, never>,
  "diagnosis-consent-unclear": Record<never, never>,
  "diagnosis-consent-unclear.remedy": Record<never, never>,
  "diagnosis-consent-unclear.why": Record<never, never>,
  "diagnosis-draft-damaged": Record<never, never>,
  "diagnosis-draft-damaged.remedy": Record<never, never>,
  "diagnosis-draft-damaged.why": { "path": Arg },
  "diagnosis-draft-too-new": Record<never, never>,
  "diagnosis-draft-too-new.remedy": Record<never, never>,
  "diagnosis-draft-too-new.why": { "path": Arg },
  "diagnosis-enrolment-flow-missing": Record<never, never>,
  "diagnosis-enrolment-flow-missing.remedy": Record<never, never>,
  "diagnosis-enrolment-flow-missing.why": { "slug": Arg },
  "diagnosis-enrolment-flow-unfit": { "flow": Arg },
  "diagnosis-enrolment-flow-unfit.remedy": Record<never, never>,
  "diagnosis-enrolment-flow-unfit.why": { "fault": Arg },
  "diagnosis-export-not-writable": Record<never, never>,
  "diagnosis-export-not-writable.remedy": Record<never, never>,
  "diagnosis-export-not-writable.why": { "path": Arg },
  "diagnosis-export-secret": Record<never, never>,
  "diagnosis-export-secret.remedy": Record<never, never>,
  "diagnosis-export-secret.why": Record<never, never>,
  "diagnosis-flow-missing": { "slug": Arg },
  "diagnosis-flow-missing.remedy": { "slug": Arg },
  "diagnosis-flow-missing.why": Record<never, never>,
  "diagnosis-folder-not-writable": Record<never, never>,
  "diagnosis-folder-not-writable.remedy": { "path": Arg },
  "diagnosis-folder-not-writable.why": { "path": Arg },
  "diagnosis-folder-open": Record<never, never>,
  "diagnosis-folder-open.remedy": { "path": Arg },
  "diagnosis-folder-open.why": { "mode": Arg, "path": Arg },
  "diagnosis-guard-in-front": { "by": Arg, "host": Arg },
  "diagnosis-guard-in-front.remedy": { "by": Arg },
  "diagnosis-guard-in-front.why": { "by": Arg },
  "diagnosis-host-refused": { "host": Arg },
  "diagnosis-host-refused.remedy": { "host": Arg, "underscore": Arg },
  "diagnosis-host-refused.why": { "host": Arg, "status": Arg, "underscore": Arg },
  "diagnosis-input-too-long": Record<never, never>,
  "diagnosis-input-too-long.remedy": Record<never, never>,
  "diagnosis-input-too-long.why": Record<never, never>,
  "diagnosis-job-file-not-writable": Record<never, never>,
  "diagnosis-job-file-not-writable.remedy": Record<never, never>,
  "diagnosis-job-file-not-writable.why": { "path": Arg },
  "diagnosis-job-file-random": Record<never, never>,
  "diagnosis-job-file-random.remedy": Record<never, never>,
  "diagnosis-job-file-random.why": Record<never, never>,
  "diagnosis-job-file-refused": Record<never, never>,
  "diagnosis-job-file-refused.remedy": Record<never, never>,
  "diagnosis-job-file-refused.why": { "detail": Arg, "reason": Arg },
  "diagnosis-job-file-secret": Record<never, never>,
  "diagnosis-job-file-secret.remedy": Record<never, never>,
  "diagnosis-job-file-secret.why": Record<never, never>,
  "diagnosis-keyring-failed": Record<never, never>,
  "diagnosis-keyring-failed.remedy": Record<never, never>,
  "diagnosis-keyring-failed.why": Record<never, never>,
  "diagnosis-keyring-locked": Record<never, never>,
  "diagnosis-keyring-locked.remedy": Record<never, never>,
  "diagnosis-keyring-locked.why": Record<never, never>,
  "diagnosis-keyring-missing": Record<never, never>,
  "diagnosis-keyring-missing.remedy": Record<never, never>,
  "diagnosis-keyring-missing.why": Record<never, never>,
  "diagnosis-keyring-silent": Record<never, never>,
  "diagnosis-keyring-silent.remedy": Record<never, never>,
  "diagnosis-keyring-silent.why": Record<never, never>,
  "diagnosis-legacy-host": { "host": Arg },
  "diagnosis-legacy-host-failed": { "host": Arg },
  "diagnosis-legacy-host-failed.remedy": { "host": Arg },
  "diagnosis-legacy-host-failed.why": Record<never, never>,
  "diagnosis-legacy-host-passed": { "host": Arg },
  "diagnosis-legacy-host-passed.remedy": Record<never, never>,
  "diagnosis-legacy-host-passed.why": Record<never, never>,
  "diagnosis-legacy-host.remedy": Record<never, never>,
  "diagnosis-legacy-host.why": Record<never, never>,
  "diagnosis-links-unseen": { "slug": Arg },
  "diagnosis-links-unseen.remedy": Record<never, never>,
  "diagnosis-links-unseen.why": Record<never, never>,
  "diagnosis-list-unreadable": Record<never, never>,
  "diagnosis-list-unreadable.remedy": Record<never, never>,
  "diagnosis-list-unreadable.why": { "path": Arg },
  "diagnosis-listener-failed": { "port": Arg },
  "diagnosis-listener-failed.remedy": Record<never, never>,
  "diagnosis-listener-failed.why": { "port": Arg },
  "diagnosis-login-denied": Record<never, never>,
  "diagnosis-login-denied.remedy": Record<never, never>,
  "diagnosis-login-denied.why": Record<never, never>,
  "diagnosis-login-in-front": { "host": Arg },
  "diagnosis-login-in-front.remedy": { "host": Arg },
  "diagnosis-login-in-front.why": { "by": Arg },
  "diagnosis-login-linked": { "user": Arg },
  "diagnosis-login-linked-elsewhere": Record<never, never>,
  "diagnosis-login-linked-elsewhere.remedy": Record<never, never>,
  "diagnosis-login-linked-elsewhere.why": Record<never, never>,
  "diagnosis-login-linked.remedy": Record<never, never>,
  "diagnosis-login-linked.why": Record<never, never>,
  "diagnosis-login-mapping-raised": { "name": Arg },
  "diagnosis-login-mapping-raised.remedy": Record<never, never>,
  "diagnosis-login-mapping-raised.why": Record<never, never>,
  "diagnosis-login-name-wanted": Record<never, never>,
  "diagnosis-login-name-wanted.remedy": Record<never, never>,
  "diagnosis-login-name-wanted.why": Record<never, never>,
  "diagnosis-login-page-not-found": { "host": Arg },
  "diagnosis-login-page-not-found.remedy": Record<never, never>,
  "diagnosis-login-page-not-found.why": Record<never, never>,
  "diagnosis-login-pair-accepted": Record<never, never>,
  "diagnosis-login-pair-accepted.remedy": Record<never, never>,
  "diagnosis-login-pair-accepted.why": Record<never, never>,
  "diagnosis-login-profile-refused": Record<never, never>,
  "diagnosis-login-profile-refused.remedy": Record<never, never>,
  "diagnosis-login-profile-refused.why": Record<never, never>,
  "diagnosis-login-profile-unreadable": Record<never, never>,
  "diagnosis-login-profile-unreadable.remedy": Record<never, never>,
  "diagnosis-login-profile-unreadable.why": Record<never, never>,
  "diagnosis-login-secret-stale": Record<never, never>,
  "diagnosis-login-secret-stale.remedy": Record<never, never>,
  "diagnosis-login-secret-stale.why": Record<never, never>,
  "diagnosis-login-server-error": Record<never, never>,
  "diagnosis-login-server-error.remedy": Record<never, never>,
  "diagnosis-login-server-error.why": Record<never, never>,
  "diagnosis-login-server-fault": Record<never, never>,
  "diagnosis-login-server-fault.remedy": Record<never, never>,
  "diagnosis-login-server-fault.why": { "step": Arg },
  "diagnosis-login-signed-in-already": Record<never, never>,
  "diagnosis-login-signed-in-already.remedy": Record<never, never>,
  "diagnosis-login-signed-in-already.why": Record<never, never>,
  "diagnosis-login-state-lost": Record<never, never>,
  "diagnosis-login-state-lost.remedy": Record<never, never>,
  "diagnosis-login-state-lost.why": Record<never, never>,
  "diagnosis-login-token-refused": Record<never, never>,
  "diagnosis-login-token-refused.remedy": Record<never, never>,
  "diagnosis-login-token-refused.why": Record<never, never>,
  "diagnosis-login-unseen": { "seconds": Arg },
  "diagnosis-login-unseen-accepted": { "seconds": Arg },
  "diagnosis-login-unseen-accepted.remedy": Record<never, never>,
  "diagnosis-login-unseen-accepted.why": Record<never, never>,
  "diagnosis-login-unseen.remedy": Record<never, never>,
  "diagnosis-login-unseen.why": Record<never, never>,
  "diagnosis-login-user-inactive": Record<never, never>,
  "diagnosis-login-user-inactive.remedy": Record<never, never>,
  "diagnosis-login-user-inactive.why": Record<never, never>,
  "diagnosis-login-x-refused": Record<never, never>,
  "diagnosis-login-x-refused.remedy": Record<never, never>,
  "diagnosis-login-x-refused.why": Record<never, never>,
  "diagnosis-mapping-changed": { "name": Arg },
  "diagnosis-mapping-changed.remedy": Record<never, never>,
  "diagnosis-mapping-changed.why": Record<never, never>,
  "diagnosis-mapping-unbound": { "name": Arg },
  "diagnosis-mapping-unbound.remedy": Record<never, never>,
  "diagnosis-mapping-unbound.why": Record<never, never>,
  "diagnosis-matching-by-user-name": Record<never, never>,
  "diagnosis-matching-by-user-name.remedy": Record<never, never>,
  "diagnosis-matching-by-user-name.why": Record<never, never>,
  "diagnosis-matching-denies-names": Record<never, never>,
  "diagnosis-matching-denies-names.remedy": Record<never, never>,
  "diagnosis-matching-denies-names.why": Record<never, never>,
  "diagnosis-matching-needs-email": Record<never, never>,
  "diagnosis-matching-needs-email.remedy": Record<never, never>,
  "diagnosis-matching-needs-email.why": { "mode": Arg },
  "diagnosis-no-job-open": Record<never, never>,
  "diagnosis-no-job-open.remedy": Record<never, never>,
  "diagnosis-no-job-open.why": Record<never, never>,
  "diagnosis-no-tls-there": { "host": Arg, "port": Arg },
  "diagnosis-no-tls-there.remedy": Record<never, never>,
  "diagnosis-no-tls-there.why": Record<never, never>,
  "diagnosis-nothing-behind-proxy": { "host": Arg },
  "diagnosis-nothing-behind-proxy.remedy": Record<never, never>,
  "diagnosis-nothing-behind-proxy.why": { "status": Arg },
  "diagnosis-nothing-to-push": Record<never, never>,
  "diagnosis-nothing-to-push.remedy": Record<never, never>,
  "diagnosis-nothing-to-push.why": Record<never, never>,
  "diagnosis-nothing-to-undo": Record<never, never>,
  "diagnosis-nothing-to-undo-others": Record<never, never>,
  "diagnosis-nothing-to-undo-others.remedy": { "others": Arg },
  "diagnosis-nothing-to-undo-others.why": { "others": Arg },
  "diagnosis-nothing-to-undo.remedy": Record<never, never>,
  "diagnosis-nothing-to-undo.why": Record<never, never>,
  "diagnosis-other-program": { "host": Arg },
  "diagnosis-other-program.remedy": Record<never, never>,
  "diagnosis-other-program.why": { "program": Arg },
  "diagnosis-people-locked-out": { "count": Arg, "slug": Arg },
  "diagnosis-people-locked-out.remedy": Record<never, never>,
  "diagnosis-people-locked-out.why": Record<never, never>,
  "diagnosis-pkce-missing": Record<never, never>,
  "diagnosis-pkce-missing.remedy": Record<never, never>,
  "diagnosis-pkce-missing.why": Record<never, never>,
  "diagnosis-pkce-not-s256": Record<never, never>,
  "diagnosis-pkce-not-s256.remedy": Record<never, never>,
  "diagnosis-pkce-not-s256.why": { "method": Arg, "release": Arg },
  "diagnosis-port-forbidden": { "port": Arg },
  "diagnosis-port-forbidden.remedy": Record<never, never>,
  "diagnosis-port-forbidden.why": Record<never, never>,
  "diagnosis-port-taken": { "port": Arg },
  "diagnosis-port-taken.remedy": Record<never, never>,
  "diagnosis-port-taken.why": { "port": Arg, "process": Arg, "program": Arg },
  "diagnosis-practice-failed": Record<never, never>,
  "diagnosis-practice-failed.remedy": Record<never, never>,
  "diagnosis-practice-failed.why": Record<never, never>,
  "diagnosis-proxy-away": { "proxy": Arg },
  "diagnosis-proxy-away.remedy": { "host": Arg },
  "diagnosis-proxy-away.why": { "host": Arg },
  "diagnosis-proxy-refuses": { "proxy": Arg, "status": Arg },
  "diagnosis-proxy-refuses.remedy": { "host": Arg, "status": Arg },
  "diagnosis-proxy-refuses.why": { "host": Arg, "status": Arg },
  "diagnosis-push-elsewhere": { "what": Arg },
  "diagnosis-push-elsewhere.remedy": Record<never, never>,
  "diagnosis-push-elsewhere.why": Record<never, never>,
  "diagnosis-read-back-differs": Record<never, never>,
  "diagnosis-read-back-differs.remedy": Record<never, never>,
  "diagnosis-read-back-differs.why": { "field": Arg, "what": Arg },
  "diagnosis-redirects-to-https": { "host": Arg },
  "diagnosis-redirects-to-https.remedy": { "to": Arg },
  "diagnosis-redirects-to-https.why": { "to": Arg },
  "diagnosis-release-newer": { "version": Arg },
  "diagnosis-release-newer.remedy": Record<never, never>,
  "diagnosis-release-newer.why": Record<never, never>,
  "diagnosis-report-not-writable": Record<never, never>,
  "diagnosis-report-not-writable.remedy": Record<never, never>,
  "diagnosis-report-not-writable.why": { "path": Arg },
  "diagnosis-report-refused": Record<never, never>,
  "diagnosis-report-refused.remedy": Record<never, never>,
  "diagnosis-report-refused.why": { "reason": Arg },
  "diagnosis-report-secret": Record<never, never>,
  "diagnosis-report-secret.remedy": Record<never, never>,
  "diagnosis-report-secret.why": Record<never, never>,
  "diagnosis-rights-missing": { "count": Arg },
  "diagnosis-rights-missing.remedy": { "count": Arg, "user": Arg },
  "diagnosis-rights-missing.why": { "rights": Arg, "user": Arg },
  "diagnosis-roots-missing": Record<never, never>,
  "diagnosis-roots-missing.remedy": Record<never, never>,
  "diagnosis-roots-missing.why": Record<never, never>,
  "diagnosis-scopes-broken": Record<never, never>,
  "diagnosis-scopes-broken.remedy": Record<never, never>,
  "diagnosis-scopes-broken.why": { "separator": Arg },
  "diagnosis-scopes-differ": Record<never, never>,
  "diagnosis-scopes-differ.remedy": Record<never, never>,
  "diagnosis-scopes-differ.why": { "planned": Arg, "seen": Arg },
  "diagnosis-scopes-missing": { "missing": Arg },
  "diagnosis-scopes-missing.remedy": Record<never, never>,
  "diagnosis-scopes-missing.why": { "seen": Arg },
  "diagnosis-scopes-unknown": { "scopes": Arg },
  "diagnosis-scopes-unknown.remedy": Record<never, never>,
  "diagnosis-scopes-unknown.why": Record<never, never>,
  "diagnosis-secret-drifted": { "than": Arg },
  "diagnosis-secret-drifted.remedy": Record<never, never>,
  "diagnosis-secret-drifted.why": Record<never, never>,
  "diagnosis-secret-forgotten": Record<never, never>,
  "diagnosis-secret-forgotten.remedy": Record<never, never>,
  "diagnosis-secret-forgotten.why": Record<never, never>,
  "diagnosis-secret-gone": { "secret": Arg },
  "diagnosis-secret-gone.remedy": { "secret": Arg },
  "diagnosis-secret-gone.why": { "secret": Arg },
  "diagnosis-secret-misplaced": Record<never, never>,
  "diagnosis-secret-misplaced.remedy": Record<never, never>,
  "diagnosis-secret-misplaced.why": Record<never, never>,
  "diagnosis-secret-needed": Record<never, never>,
  "diagnosis-secret-needed.remedy": Record<never, never>,
  "diagnosis-secret-needed.why": Record<never, never>,
  "diagnosis-secret-not-pushed": Record<never, never>,
  "diagnosis-secret-not-pushed.remedy": Record<never, never>,
  "diagnosis-secret-not-pushed.why": Record<never, never>,
  "diagnosis-server-answer-too-large": { "host": Arg },
  "diagnosis-server-answer-too-large.remedy": Record<never, never>,
  "diagnosis-server-answer-too-large.why": Record<never, never>,
  "diagnosis-server-connection-lost": { "host": Arg },
  "diagnosis-server-connection-lost.remedy": Record<never, never>,
  "diagnosis-server-connection-lost.why": Record<never, never>,
  "diagnosis-server-connection-refused": { "host": Arg, "port": Arg },
  "diagnosis-server-connection-refused.remedy": Record<never, never>,
  "diagnosis-server-connection-refused.why": Record<never, never>,
  "diagnosis-server-host-unknown": { "host": Arg },
  "diagnosis-server-host-unknown.remedy": Record<never, never>,
  "diagnosis-server-host-unknown.why": Record<never, never>,
  "diagnosis-server-timed-out": { "host": Arg, "seconds": Arg },
  "diagnosis-server-timed-out.remedy": Record<never, never>,
  "diagnosis-server-timed-out.why": Record<never, never>,
  "diagnosis-server-tls-expired": { "host": Arg },
  "diagnosis-server-tls-expired.remedy": { "host": Arg },
  "diagnosis-server-tls-expired.why": Record<never, never>,
  "diagnosis-server-tls-failed": { "host": Arg },
  "diagnosis-server-tls-failed.remedy": Record<never, never>,
  "diagnosis-server-tls-failed.why": Record<never, never>,
  "diagnosis-server-tls-other-name": { "host": Arg },
  "diagnosis-server-tls-other-name.remedy": { "host": Arg },
  "diagnosis-server-tls-other-name.why": Record<never, never>,
  "diagnosis-server-tls-untrusted": { "host": Arg },
  "diagnosis-server-tls-untrusted.remedy": Record<never, never>,
  "diagnosis-server-tls-untrusted.why": Record<never, never>,
  "diagnosis-setting-drifted": { "field": Arg },
  "diagnosis-setting-drifted.remedy": { "field": Arg },
  "diagnosis-setting-drifted.why": { "now": Arg, "was": Arg },
  "diagnosis-sign-in-flow-missing": Record<never, never>,
  "diagnosis-sign-in-flow-missing.remedy": Record<never, never>,
  "diagnosis-sign-in-flow-missing.why": { "slug": Arg },
  "diagnosis-sign-in-flow-unfit": { "flow": Arg },
  "diagnosis-sign-in-flow-unfit.remedy": Record<never, never>,
  "diagnosis-sign-in-flow-unfit.why": { "fault": Arg },
  "diagnosis-slug-taken": { "slug": Arg },
  "diagnosis-slug-taken.remedy": Record<never, never>,
  "diagnosis-slug-taken.why": Record<never, never>,
  "diagnosis-source-differs": { "slug": Arg },
  "diagnosis-source-differs.remedy": Record<never, never>,
  "diagnosis-source-differs.why": Record<never, never>,
  "diagnosis-source-disabled": { "slug": Arg },
  "diagnosis-source-disabled.remedy": Record<never, never>,
  "diagnosis-source-disabled.why": Record<never, never>,
  "diagnosis-source-exists": { "name": Arg, "slug": Arg },
  "diagnosis-source-exists.remedy": Record<never, never>,
  "diagnosis-source-exists.why": Record<never, never>,
  "diagnosis-source-faults": { "count": Arg, "kind": Arg },
  "diagnosis-source-faults.remedy": { "kind": Arg },
  "diagnosis-source-faults.why": { "at": Arg, "kind": Arg },
  "diagnosis-source-in-use": { "people": Arg, "slug": Arg },
  "diagnosis-source-in-use.remedy": Record<never, never>,
  "diagnosis-source-in-use.why": { "people": Arg },
  "diagnosis-source-missing": { "slug": Arg },
  "diagnosis-source-missing.remedy": Record<never, never>,
  "diagnosis-source-missing.why": Record<never, never>,
  "diagnosis-source-of-other-type": { "slug": Arg },
  "diagnosis-source-of-other-type.remedy": Record<never, never>,
  "diagnosis-source-of-other-type.why": { "to": Arg },
  "diagnosis-source-unknown-or-disabled": { "slug": Arg },
  "diagnosis-source-unknown-or-disabled.remedy": Record<never, never>,
  "diagnosis-source-unknown-or-disabled.why": Record<never, never>,
  "diagnosis-table-not-writable": Record<never, never>,
  "diagnosis-table-not-writable.remedy": Record<never, never>,
  "diagnosis-table-not-writable.why": { "path": Arg },
  "diagnosis-tls-wanted": { "host": Arg, "port": Arg },
  "diagnosis-tls-wanted.remedy": Record<never, never>,
  "diagnosis-tls-wanted.why": Record<never, never>,
  "diagnosis-token-expires-soon": { "minutes": Arg },
  "diagnosis-token-expires-soon.remedy": Record<never, never>,
  "diagnosis-token-expires-soon.why": { "host": Arg },
  "diagnosis-type-missing": { "host": Arg },
  "diagnosis-type-missing.remedy": Record<never, never>,
  "diagnosis-type-missing.why": Record<never, never>,
  "diagnosis-user-is-external": { "user": Arg },
  "diagnosis-user-is-external.remedy": Record<never, never>,
  "diagnosis-user-is-external.why": Record<never, never>,
  "diagnosis-user-name-taken": { "user": Arg },
  "diagnosis-user-name-taken.remedy": Record<never, never>,
  "diagnosis-user-name-taken.why": Record<never, never>,
  "diagnosis-x-answer-foreign": { "status": Arg },
  "diagnosis-x-answer-foreign.remedy": Record<never, never>,
  "diagnosis-x-answer-foreign.why": { "said": Arg },
  "diagnosis-x-answer-too-large": { "host": Arg },
  "diagnosis-x-answer-too-large.remedy": Record<never, never>,
  "diagnosis-x-answer-too-large.why": Record<never, never>,
  "diagnosis-x-answer-unknown": { "status": Arg },
  "diagnosis-x-answer-unknown.remedy": Record<never, never>,
  "diagnosis-x-answer-unknown.why": { "said": Arg },
  "diagnosis-x-app-only-token": Record<never, never>,
  "diagnosis-x-app-only-token.remedy": Record<never, never>,
  "diagnosis-x-app-only-token.why": Record<never, never>,
  "diagnosis-x-client-id-missing": Record<never, never>,
  "diagnosis-x-client-id-missing.remedy": Record<never, never>,
  "diagnosis-x-client-id-missing.why": Record<never, never>,
  "diagnosis-x-client-id-unknown": Record<never, never>,
  "diagnosis-x-client-id-unknown.remedy": Record<never, never>,
  "diagnosis-x-client-id-unknown.why": Record<never, never>,
  "diagnosis-x-client-not-enrolled": Record<never, never>,
  "diagnosis-x-client-not-enrolled.remedy": Record<never, never>,
  "diagnosis-x-client-not-enrolled.why": { "app": Arg },
  "diagnosis-x-code-invalid": Record<never, never>,
  "diagnosis-x-code-invalid.remedy": Record<never, never>,
  "diagnosis-x-code-invalid.why": { "seconds": Arg },
  "diagnosis-x-code-verifier-missing": Record<never, never>,
  "diagnosis-x-code-verifier-missing.remedy": Record<never, never>,
  "diagnosis-x-code-verifier-missing.why": Record<never, never>,
  "diagnosis-x-connection-lost": { "host": Arg },
  "diagnosis-x-connection-lost.remedy": Record<never, never>,
  "diagnosis-x-connection-lost.why": Record<never, never>,
  "diagnosis-x-connection-refused": { "host": Arg, "port": Arg },
  "diagnosis-x-connection-refused.remedy": { "host": Arg, "port": Arg },
  "diagnosis-x-connection-refused.why": Record<never, never>,
  "diagnosis-x-credits-depleted": Record<never, never>,
  "diagnosis-x-credits-depleted.remedy": Record<never, never>,
  "diagnosis-x-credits-depleted.why": Record<never, never>,
  "diagnosis-x-email-missing": Record<never, never>,
  "diagnosis-x-email-missing.remedy": Record<never, never>,
  "diagnosis-x-email-missing.why": Record<never, never>,
  "diagnosis-x-email-refused": Record<never, never>,
  "diagnosis-x-email-refused.remedy": Record<never, never>,
  "diagnosis-x-email-refused.why": { "granted": Arg },
  "diagnosis-x-grant-type-missing": Record<never, never>,
  "diagnosis-x-grant-type-missing.remedy": Record<never, never>,
  "diagnosis-x-grant-type-missing.why": Record<never, never>,
  "diagnosis-x-grant-type-unknown": Record<never, never>,
  "diagnosis-x-grant-type-unknown.remedy": Record<never, never>,
  "diagnosis-x-grant-type-unknown.why": Record<never, never>,
  "diagnosis-x-host-unknown": { "host": Arg },
  "diagnosis-x-host-unknown.remedy": { "host": Arg },
  "diagnosis-x-host-unknown.why": Record<never, never>,
  "diagnosis-x-profile-forbidden": Record<never, never>,
  "diagnosis-x-profile-forbidden.remedy": Record<never, never>,
  "diagnosis-x-profile-forbidden.why": { "said": Arg },
  "diagnosis-x-profile-without-id": Record<never, never>,
  "diagnosis-x-profile-without-id.remedy": Record<never, never>,
  "diagnosis-x-profile-without-id.why": Record<never, never>,
  "diagnosis-x-rate-limited": Record<never, never>,
  "diagnosis-x-rate-limited.remedy": { "reset": Arg },
  "diagnosis-x-rate-limited.why": Record<never, never>,
  "diagnosis-x-redirect-differs": Record<never, never>,
  "diagnosis-x-redirect-differs.remedy": Record<never, never>,
  "diagnosis-x-redirect-differs.why": Record<never, never>,
  "diagnosis-x-scope-missing": Record<never, never>,
  "diagnosis-x-scope-missing.remedy": Record<never, never>,
  "diagnosis-x-scope-missing.why": Record<never, never>,
  "diagnosis-x-scope-ungranted": { "missing": Arg },
  "diagnosis-x-scope-ungranted.remedy": Record<never, never>,
  "diagnosis-x-scope-ungranted.why": { "missing": Arg },
  "diagnosis-x-scopes-not-granted": Record<never, never>,
  "diagnosis-x-scopes-not-granted.remedy": Record<never, never>,
  "diagnosis-x-scopes-not-granted.why": { "missing": Arg },
  "diagnosis-x-secret-refused": Record<never, never>,
  "diagnosis-x-secret-refused.remedy": Record<never, never>,
  "diagnosis-x-secret-refused.why": Record<never, never>,
  "diagnosis-x-spend-cap-reached": Record<never, never>,
  "diagnosis-x-spend-cap-reached.remedy": Record<never, never>,
  "diagnosis-x-spend-cap-reached.why": Record<never, never>,
  "diagnosis-x-timed-out": { "host": Arg, "seconds": Arg },
  "diagnosis-x-timed-out.remedy": Record<never, never>,
  "diagnosis-x-timed-out.why": Record<never, never>,
  "diagnosis-x-tls-expired": { "host": Arg },
  "diagnosis-x-tls-expired.remedy": Record<never, never>,
  "diagnosis-x-tls-expired.why": Record<never, never>,
  "diagnosis-x-tls-failed": { "host": Arg },
  "diagnosis-x-tls-failed.remedy": Record<never, never>,
  "diagnosis-x-tls-failed.why": Record<never, never>,
  "diagnosis-x-tls-other-name": { "host": Arg },
  "diagnosis-x-tls-other-name.remedy": Record<never, never>,
  "diagnosis-x-tls-other-name.why": Record<never, never>,
  "diagnosis-x-tls-untrusted": { "host": Arg },
  "diagnosis-x-tls-untrusted.remedy": Record<never, never>,
  "diagnosis-x-tls-untrusted.why": Record<never, never>,
  "diagnosis-x-token-invalid": Record<never, never>,
  "diagnosis-x-token-invalid.remedy": Record<never, never>,
  "diagnosis-x-token-invalid.why": Record<never, never>,
  "diagnosis-x-token-refused": Record<never, never>,
  "diagnosis-x-token-refused.remedy": Record<never, never>,
  "diagnosis-x-token-refused.why": Record<never, never>,
  "diagnosis-x-unavailable": { "status": Arg },
  "diagnosis-x-unavailable.remedy": Record<never, never>,
  "diagnosis-x-unavailable.why": Record<never, never>,
  "diagnosis-x-usage-cap-reached": Record<never, never>,
  "diagnosis-x-usage-cap-reached.remedy": Record<never, never>,
  "diagnosis-x-usage-cap-reached.why": Record<never, never>,
  "diagnosis-x-user-not-enrolled": Record<never, never>,
  "diagnosis-x-user-not-enrolled.remedy": Record<never, never>,
  "diagnosis-x-user-not-enrolled.why": Record<never, never>,
  "diagnosis-x-verifier-differs": Record<never, never>,
  "diagnosis-x-verifier-differs.remedy": Record<never, never>,
  "diagnosis-x-verifier-differs.why": Record<never, never>,
  "embed-flow": { "designation": Arg, "name": Arg, "slug": Arg },
  "embed-licence-held": { "status": Arg },
  "embed-licence-none": Record<never, never>,
  "embed-licence-over": { "status": Arg },
  "embed-licence-unasked": Record<never, never>,
  "embed-minutes-refused": { "most": Arg },
  "embed-no-flow": { "all": Arg, "flow": Arg },
  "embed-no-stage": { "all": Arg, "flow": Arg, "stage": Arg },
  "embed-place-after": { "stage": Arg },
  "embed-place-first": Record<never, never>,
  "embed-place-gone": Record<never, never>,
  "embed-place-tight": Record<never, never>,
  "embed-signs-in": { "flow": Arg },
  "ended-list": Record<never, never>,
  "ended-push": Record<never, never>,
  "ended-rotation": Record<never, never>,
  "ended-test-as-visitor": Record<never, never>,
  "ended-test-sign-in": Record<never, never>,
  "ended-undo": Record<never, never>,
  "evidence-documented": Record<never, never>,
  "evidence-inferred": Record<never, never>,
  "evidence-measured": Record<never, never>,
  "evidence-observed": Record<never, never>,
  "evidence-reported": Record<never, never>,
  "evidence-unknown": Record<never, never>,
  "exchange-answered": Record<never, never>,
  "exchange-open": Record<never, never>,
  "exchange-sent": Record<never, never>,
  "export-blueprint-apply": Record<never, never>,
  "export-blueprint-environment": { "name": Arg },
  "export-blueprint-file": { "path": Arg },
  "export-blueprint-flows": Record<never, never>,
  "export-blueprint-keep-secret": Record<never, never>,
  "export-blueprint-keep-secret-value": Record<never, never>,
  "export-blueprint-list": { "at": Arg },
  "export-blueprint-page": Record<never, never>,
  "export-blueprint-page-unread": { "address": Arg },
  "export-blueprint-refusal": Record<never, never>,
  "export-curl-again": Record<never, never>,
  "export-curl-ca": Record<never, never>,
  "export-curl-list": Record<never, never>,
  "export-curl-own-ca": Record<never, never>,
  "export-curl-run": { "name": Arg },
  "export-empty": Record<never, never>,
  "export-field-authentication-flow": Record<never, never>,
  "export-field-enabled": Record<never, never>,
  "export-field-enrolment-flow": Record<never, never>,
  "export-field-group-matching": Record<never, never>,
  "export-field-key": Record<never, never>,
  "export-field-mapping": Record<never, never>,
  "export-field-matching": Record<never, never>,
  "export-field-name": Record<never, never>,
  "export-field-scopes": Record<never, never>,
  "export-field-secret": Record<never, never>,
  "export-field-secret-ref": Record<never, never>,
  "export-field-slug": Record<never, never>,
  "export-field-user-path": Record<never, never>,
  "export-lacks-blueprint": { "name": Arg },
  "export-lacks-blueprint-file": { "path": Arg },
  "export-lacks-curl": { "name": Arg },
  "export-lacks-links": { "count": Arg },
  "export-lacks-runbook": Record<never, never>,
  "export-lacks-source-stage": Record<never, never>,
  "export-lacks-terraform": Record<never, never>,
  "export-matching-email-deny": Record<never, never>,
  "export-matching-email-link": Record<never, never>,
  "export-matching-identifier": Record<never, never>,
  "export-matching-username-deny": Record<never, never>,
  "export-matching-username-link": Record<never, never>,
  "export-no-button": Record<never, never>,
  "export-none": Record<never, never>,
  "export-off": Record<never, never>,
  "export-on": Record<never, never>,
  "export-practice": Record<never, never>,
  "export-runbook-button": Record<never, never>,
  "export-runbook-check-callback": Record<never, never>,
  "export-runbook-check-login": Record<never, never>,
  "export-runbook-check-redirect": Record<never, never>,
  "export-runbook-check-tidy": Record<never, never>,
  "export-runbook-checks": Record<never, never>,
  "export-runbook-field": Record<never, never>,
  "export-runbook-let-go": { "names": Arg },
  "export-runbook-mapping": Record<never, never>,
  "export-runbook-mapping-there": Record<never, never>,
  "export-runbook-mappings": Record<never, never>,
  "export-runbook-order": Record<never, never>,
  "export-runbook-page": { "name": Arg, "stage": Arg },
  "export-runbook-page-alone": Record<never, never>,
  "export-runbook-page-others": { "names": Arg },
  "export-runbook-page-unread": Record<never, never>,
  "export-runbook-rotation": Record<never, never>,
  "export-runbook-rotation-authentik": Record<never, never>,
  "export-runbook-rotation-check": Record<never, never>,
  "export-runbook-rotation-secret": { "name": Arg },
  "export-runbook-rotation-x": Record<never, never>,
  "export-runbook-secret": Record<never, never>,
  "export-runbook-secret-new": { "name": Arg },
  "export-runbook-secret-object": Record<never, never>,
  "export-runbook-secret-there": { "name": Arg },
  "export-runbook-source": Record<never, never>,
  "export-runbook-source-new": Record<never, never>,
  "export-runbook-source-there": { "slug": Arg },
  "export-runbook-stage": Record<never, never>,
  "export-runbook-stage-bind": { "flow": Arg, "name": Arg, "order": Arg },
  "export-runbook-stage-make": { "name": Arg, "source": Arg, "timeout": Arg },
  "export-runbook-undo": Record<never, never>,
  "export-runbook-undo-button": { "name": Arg },
  "export-runbook-undo-source": Record<never, never>,
  "export-runbook-undo-x": Record<never, never>,
  "export-runbook-value": Record<never, never>,
  "export-runbook-x": Record<never, never>,
  "export-runbook-x-left": { "names": Arg },
  "export-runbook-x-start": { "host": Arg, "name": Arg },
  "export-says-already": Record<never, never>,
  "export-says-changed": Record<never, never>,
  "export-says-differs": Record<never, never>,
  "export-says-login": Record<never, never>,
  "export-says-lost": Record<never, never>,
  "export-says-made": Record<never, never>,
  "export-says-missing": Record<never, never>,
  "export-says-needs-secret": { "name": Arg },
  "export-says-needs-token": Record<never, never>,
  "export-says-needs-tools": Record<never, never>,
  "export-says-other-kind": Record<never, never>,
  "export-says-refused": Record<never, never>,
  "export-says-shown": Record<never, never>,
  "export-says-unreachable": Record<never, never>,
  "export-terraform-apply": { "variable": Arg },
  "export-terraform-button": { "uuid": Arg },
  "export-terraform-ca": Record<never, never>,
  "export-terraform-destroy": Record<never, never>,
  "export-terraform-kept": { "names": Arg },
  "export-terraform-output": Record<never, never>,
  "export-terraform-page": { "names": Arg, "stage": Arg },
  "export-terraform-page-alone": { "stage": Arg },
  "export-terraform-page-unread": { "stage": Arg },
  "export-terraform-secret": Record<never, never>,
  "export-terraform-secret-object": { "name": Arg, "variable": Arg },
  "export-terraform-secret-ref": Record<never, never>,
  "export-terraform-state": Record<never, never>,
  "export-terraform-whole": Record<never, never>,
  "export-there": Record<never, never>,
  "export-title": { "host": Arg, "slug": Arg },
  "export-unread": Record<never, never>,
  "export-unread-window": Record<never, never>,
  "export-written": { "at": Arg, "program": Arg },
  "facts-ago": { "count": Arg, "unit": Arg },
  "facts-checked": { "ago": Arg },
  "facts-group-authentik": Record<never, never>,
  "facts-group-causes": Record<never, never>,
  "facts-group-diagnoses": Record<never, never>,
  "facts-group-guide": Record<never, never>,
  "facts-group-limits": Record<never, never>,
  "facts-group-x": Record<never, never>,
  "fault-app-deleted-later": Record<never, never>,
  "fault-app-deleted-later.title": Record<never, never>,
  "fault-app-only-token": Record<never, never>,
  "fault-app-only-token.title": Record<never, never>,
  "fault-app-suspended": Record<never, never>,
  "fault-app-suspended.title": Record<never, never>,
  "fault-app-type-changed": Record<never, never>,
  "fault-app-type-changed.title": Record<never, never>,
  "fault-blank-page": Record<never, never>,
  "fault-blank-page.title": Record<never, never>,
  "fault-callback-localhost": Record<never, never>,
  "fault-callback-localhost.title": Record<never, never>,
  "fault-callback-not-registered": Record<never, never>,
  "fault-callback-not-registered.title": Record<never, never>,
  "fault-callback-other-state": Record<never, never>,
  "fault-callback-other-state.title": Record<never, never>,
  "fault-callback-port": Record<never, never>,
  "fault-callback-port.title": Record<never, never>,
  "fault-callback-scheme": Record<never, never>,
  "fault-callback-scheme.title": Record<never, never>,
  "fault-callback-server-error": Record<never, never>,
  "fault-callback-server-error.title": Record<never, never>,
  "fault-callback-slash": Record<never, never>,
  "fault-callback-slash.title": Record<never, never>,
  "fault-callback-without-code": Record<never, never>,
  "fault-callback-without-code.title": Record<never, never>,
  "fault-cancel-as-oauth1": Record<never, never>,
  "fault-cancel-as-oauth1.title": Record<never, never>,
  "fault-cancel-without-state": Record<never, never>,
  "fault-cancel-without-state.title": Record<never, never>,
  "fault-client-id-missing": Record<never, never>,
  "fault-client-id-missing.title": Record<never, never>,
  "fault-client-not-enrolled": Record<never, never>,
  "fault-client-not-enrolled.title": Record<never, never>,
  "fault-code-expired": Record<never, never>,
  "fault-code-expired.title": Record<never, never>,
  "fault-code-used-twice": Record<never, never>,
  "fault-code-used-twice.title": Record<never, never>,
  "fault-consent-cancelled": Record<never, never>,
  "fault-consent-cancelled.title": Record<never, never>,
  "fault-credits-depleted": Record<never, never>,
  "fault-credits-depleted-newer": Record<never, never>,
  "fault-credits-depleted-newer.title": Record<never, never>,
  "fault-credits-depleted.title": Record<never, never>,
  "fault-email-field-refused": Record<never, never>,
  "fault-email-field-refused.title": Record<never, never>,
  "fault-email-switch-off": Record<never, never>,
  "fault-email-switch-off.title": Record<never, never>,
  "fault-error-without-state": Record<never, never>,
  "fault-error-without-state.title": Record<never, never>,
  "fault-form-not-saved": Record<never, never>,
  "fault-form-not-saved.title": Record<never, never>,
  "fault-grant-type-missing": Record<never, never>,
  "fault-grant-type-missing.title": Record<never, never>,
  "fault-grant-type-unknown": Record<never, never>,
  "fault-grant-type-unknown.title": Record<never, never>,
  "fault-invalid-grant": Record<never, never>,
  "fault-invalid-grant.title": Record<never, never>,
  "fault-login-loop": Record<never, never>,
  "fault-login-loop.title": Record<never, never>,
  "fault-never-comes-back": Record<never, never>,
  "fault-never-comes-back.title": Record<never, never>,
  "fault-not-a-tester": Record<never, never>,
  "fault-not-a-tester.title": Record<never, never>,
  "fault-not-in-production": Record<never, never>,
  "fault-not-in-production.title": Record<never, never>,
  "fault-not-set-up": Record<never, never>,
  "fault-not-set-up.title": Record<never, never>,
  "fault-other-account": Record<never, never>,
  "fault-other-account.title": Record<never, never>,
  "fault-place-authentik": Record<never, never>,
  "fault-place-consent": Record<never, never>,
  "fault-place-credentials": Record<never, never>,
  "fault-place-exchange": Record<never, never>,
  "fault-place-profile": Record<never, never>,
  "fault-profile-429": Record<never, never>,
  "fault-profile-429.title": Record<never, never>,
  "fault-profile-forbidden": Record<never, never>,
  "fault-profile-forbidden.title": Record<never, never>,
  "fault-profile-hangs": Record<never, never>,
  "fault-profile-hangs.title": Record<never, never>,
  "fault-profile-html": Record<never, never>,
  "fault-profile-html.title": Record<never, never>,
  "fault-profile-without-id": Record<never, never>,
  "fault-profile-without-id.title": Record<never, never>,
  "fault-proxy-loses-both": Record<never, never>,
  "fault-proxy-loses-both.title": Record<never, never>,
  "fault-proxy-loses-https": Record<never, never>,
  "fault-proxy-loses-https.title": Record<never, never>,
  "fault-proxy-sends-bad-host": Record<never, never>,
  "fault-proxy-sends-bad-host.title": Record<never, never>,
  "fault-proxy-untrusted": Record<never, never>,
  "fault-proxy-untrusted.title": Record<never, never>,
  "fault-public-client": Record<never, never>,
  "fault-public-client.title": Record<never, never>,
  "fault-redirect-differs": Record<never, never>,
  "fault-redirect-differs.title": Record<never, never>,
  "fault-scope-unknown": Record<never, never>,
  "fault-scope-unknown.title": Record<never, never>,
  "fault-secret-regenerated-later": Record<never, never>,
  "fault-secret-regenerated-later.title": Record<never, never>,
  "fault-slug-taken": Record<never, never>,
  "fault-slug-taken.title": Record<never, never>,
  "fault-source-disabled": Record<never, never>,
  "fault-source-disabled.title": Record<never, never>,
  "fault-source-of-another-app": Record<never, never>,
  "fault-source-of-another-app.title": Record<never, never>,
  "fault-spend-cap-in-detail": Record<never, never>,
  "fault-spend-cap-in-detail.title": Record<never, never>,
  "fault-spend-cap-reached": Record<never, never>,
  "fault-spend-cap-reached.title": Record<never, never>,
  "fault-tag-d": Record<never, never>,
  "fault-tag-d.title": Record<never, never>,
  "fault-tag-i": Record<never, never>,
  "fault-tag-i.title": Record<never, never>,
  "fault-tag-m": Record<never, never>,
  "fault-tag-m.title": Record<never, never>,
  "fault-tag-o": Record<never, never>,
  "fault-tag-o.title": Record<never, never>,
  "fault-tag-r": Record<never, never>,
  "fault-tag-r.title": Record<never, never>,
  "fault-tag-t": Record<never, never>,
  "fault-tag-t.title": Record<never, never>,
  "fault-tag-u": Record<never, never>,
  "fault-tag-u.title": Record<never, never>,
  "fault-throttled": Record<never, never>,
  "fault-throttled.title": Record<never, never>,
  "fault-token-429": Record<never, never>,
  "fault-token-429.title": Record<never, never>,
  "fault-token-503": Record<never, never>,
  "fault-token-503.title": Record<never, never>,
  "fault-token-hangs": Record<never, never>,
  "fault-token-hangs.title": Record<never, never>,
  "fault-token-html": Record<never, never>,
  "fault-token-html.title": Record<never, never>,
  "fault-token-other-error": Record<never, never>,
  "fault-token-other-error.title": Record<never, never>,
  "fault-token-refused": Record<never, never>,
  "fault-token-refused.title": Record<never, never>,
  "fault-token-without-rights": Record<never, never>,
  "fault-token-without-rights.title": Record<never, never>,
  "fault-tweet-read-missing": Record<never, never>,
  "fault-tweet-read-missing.title": Record<never, never>,
  "fault-unknown-client-id": Record<never, never>,
  "fault-unknown-client-id-401": Record<never, never>,
  "fault-unknown-client-id-401.title": Record<never, never>,
  "fault-unknown-client-id.title": Record<never, never>,
  "fault-usage-cap-exceeded": Record<never, never>,
  "fault-usage-cap-exceeded.title": Record<never, never>,
  "fault-user-not-enrolled": Record<never, never>,
  "fault-user-not-enrolled.title": Record<never, never>,
  "fault-verifier-differs": Record<never, never>,
  "fault-verifier-differs.title": Record<never, never>,
  "fault-verifier-missing": Record<never, never>,
  "fault-verifier-missing.title": Record<never, never>,
  "fault-wrong-secret": Record<never, never>,
  "fault-wrong-secret.title": Record<never, never>,
  "fault-x-503": Record<never, never>,
  "fault-x-503.title": Record<never, never>,
  "fault-x-outage": Record<never, never>,
  "fault-x-outage.title": Record<never, never>,
  "fleet-column-secret": { "name": Arg },
  "fleet-column-unread": { "name": Arg },
  "fleet-list-empty": Record<never, never>,
  "fleet-list-no-server": Record<never, never>,
  "fleet-list-too-long": { "most": Arg },
  "fleet-list-too-many": { "count": Arg, "most": Arg },
  "fleet-row-break": Record<never, never>,
  "fleet-row-no-slug": { "server": Arg },
  "fleet-row-no-text": Record<never, never>,
  "fleet-row-quote": Record<never, never>,
  "fleet-row-same": { "line": Arg },
  "fleet-row-same-otherwise": { "line": Arg },
  "fleet-row-values": { "count": Arg, "most": Arg },
  "footer-already": Record<never, never>,
  "footer-ask-again": Record<never, never>,
  "footer-ask-x": Record<never, never>,
  "footer-callback-left": Record<never, never>,
  "footer-check-again": Record<never, never>,
  "footer-check-and-continue": Record<never, never>,
  "footer-check-outside": Record<never, never>,
  "footer-check-server": Record<never, never>,
  "footer-choose-who": Record<never, never>,
  "footer-compare": Record<never, never>,
  "footer-compare-again": Record<never, never>,
  "footer-continue-names": Record<never, never>,
  "footer-continue-review": Record<never, never>,
  "footer-continue-signin": Record<never, never>,
  "footer-continue-verify": Record<never, never>,
  "footer-continue-xapp": Record<never, never>,
  "footer-copy-login": Record<never, never>,
  "footer-finish": Record<never, never>,
  "footer-go-on-anyway": Record<never, never>,
  "footer-look-again": Record<never, never>,
  "footer-mend-fields": Record<never, never>,
  "footer-mend-pair": Record<never, never>,
  "footer-needs-address": Record<never, never>,
  "footer-needs-address-and-token": Record<never, never>,
  "footer-needs-consent": Record<never, never>,
  "footer-needs-id": Record<never, never>,
  "footer-needs-pair": Record<never, never>,
  "footer-needs-push": Record<never, never>,
  "footer-needs-secret": Record<never, never>,
  "footer-needs-server": Record<never, never>,
  "footer-needs-token": Record<never, never>,
  "footer-next-step": { "label": Arg, "step": Arg },
  "footer-nothing-written": Record<never, never>,
  "footer-now-paste": Record<never, never>,
  "footer-now-sign-in": Record<never, never>,
  "footer-other-slug": Record<never, never>,
  "footer-port-taken": { "port": Arg },
  "footer-problems-left": { "count": Arg },
  "footer-push": { "count": Arg },
  "footer-push-without-test": Record<never, never>,
  "footer-pushing": Record<never, never>,
  "footer-skip-test": Record<never, never>,
  "footer-start-test": Record<never, never>,
  "footer-test-again": Record<never, never>,
  "footer-test-login": Record<never, never>,
  "footer-waiting-for-x": Record<never, never>,
  "forecast-address-not-given": Record<never, never>,
  "forecast-because-address": { "address": Arg, "user": Arg },
  "forecast-because-address-taken": { "address": Arg, "user": Arg },
  "forecast-because-disabled": Record<never, never>,
  "forecast-because-inactive": { "user": Arg },
  "forecast-because-linked": { "id": Arg },
  "forecast-because-name": Record<never, never>,
  "forecast-because-name-denied": { "user": Arg },
  "forecast-because-names-are-unique": Record<never, never>,
  "forecast-because-new": { "id": Arg },
  "forecast-because-no-address": Record<never, never>,
  "forecast-because-no-authentication": Record<never, never>,
  "forecast-because-no-enrolment": Record<never, never>,
  "forecast-because-no-name": Record<never, never>,
  "forecast-because-other-account": { "user": Arg },
  "forecast-because-signed-in": Record<never, never>,
  "forecast-because-suffixed": { "id": Arg, "user": Arg },
  "forecast-by-number": Record<never, never>,
  "forecast-doubt-addressed": { "why": Arg },
  "forecast-doubt-application": { "why": Arg },
  "forecast-doubt-external": { "why": Arg },
  "forecast-doubt-linked": { "why": Arg },
  "forecast-doubt-named": { "user": Arg, "why": Arg },
  "forecast-doubt-other-account": { "why": Arg },
  "forecast-enrol": { "user": Arg },
  "forecast-external": Record<never, never>,
  "forecast-external-user": { "user": Arg },
  "forecast-external-user-usually": { "user": Arg },
  "forecast-external-usually": Record<never, never>,
  "forecast-internal": Record<never, never>,
  "forecast-link": { "user": Arg },
  "forecast-link-fails": { "user": Arg },
  "forecast-link-risk": { "user": Arg },
  "forecast-links-signed-in": { "user": Arg },
  "forecast-no-address-for-all": Record<never, never>,
  "forecast-no-address-for-some": Record<never, never>,
  "forecast-no-token": Record<never, never>,
  "forecast-prompt": Record<never, never>,
  "forecast-refuse-disabled": Record<never, never>,
  "forecast-refuse-inactive": Record<never, never>,
  "forecast-refuse-linked": { "id": Arg },
  "forecast-refuse-mode": Record<never, never>,
  "forecast-refuse-name": { "user": Arg },
  "forecast-refuse-name-next": { "user": Arg },
  "forecast-refuse-no-authentication": Record<never, never>,
  "forecast-refuse-second": Record<never, never>,
  "forecast-refuse-signed-in": Record<never, never>,
  "forecast-signed-in-denied": Record<never, never>,
  "forecast-signed-in-links": Record<never, never>,
  "forecast-signs-in": { "user": Arg },
  "forecast-signs-in-somebody": Record<never, never>,
  "forecast-silent": Record<never, never>,
  "forecast-takeover": { "user": Arg },
  "forecast-unasked": Record<never, never>,
  "forecast-unknown": { "count": Arg },
  "forecast-with-address": { "address": Arg },
  "forecast-without-address": Record<never, never>,
  "handover-field": { "field": Arg },
  "handover-into": { "host": Arg, "slug": Arg },
  "handover-side-both": Record<never, never>,
  "handover-side-server": Record<never, never>,
  "handover-side-x": Record<never, never>,
  "handover-theirs-done": { "who": Arg },
  "handover-theirs-done-says": Record<never, never>,
  "handover-theirs-open": { "who": Arg },
  "handover-theirs-open-says": Record<never, never>,
  "handover-theirs-secret": Record<never, never>,
  "handover-theirs-secret-says": Record<never, never>,
  "layout-flows-renamed": Record<never, never>,
  "layout-flows-renamed.title": Record<never, never>,
  "layout-fresh": Record<never, never>,
  "layout-fresh.title": Record<never, never>,
  "layout-two-brands": Record<never, never>,
  "layout-two-brands.title": Record<never, never>,
  "leave-rotation": Record<never, never>,
  "leave-rotation-secret": { "ending": Arg },
  "leave-rotation-stored": Record<never, never>,
  "leave-secrets": { "hosts": Arg },
  "leave-token-aside": Record<never, never>,
  "leave-writing": Record<never, never>,
  "login-on-anywhere": Record<never, never>,
  "login-on-error-page": Record<never, never>,
  "login-on-in": Record<never, never>,
  "login-on-login-page": Record<never, never>,
  "login-on-refusal": Record<never, never>,
  "login-on-x": Record<never, never>,
  "login-shows-access-denied": Record<never, never>,
  "login-shows-asks-name": Record<never, never>,
  "login-shows-denied-by-mode": Record<never, never>,
  "login-shows-flow-error": Record<never, never>,
  "login-shows-linked": Record<never, never>,
  "login-shows-no-enrolment": Record<never, never>,
  "login-shows-no-flow": Record<never, never>,
  "login-shows-no-profile": Record<never, never>,
  "login-shows-no-token": Record<never, never>,
  "login-shows-not-applicable": Record<never, never>,
  "login-shows-not-found": Record<never, never>,
  "login-shows-not-written": Record<never, never>,
  "login-shows-only-internal": Record<never, never>,
  "login-shows-other": Record<never, never>,
  "login-shows-other-failure": Record<never, never>,
  "login-shows-server-error": Record<never, never>,
  "login-shows-signed-in": Record<never, never>,
  "login-shows-state-check": Record<never, never>,
  "login-shows-unknown-error": Record<never, never>,
  "login-shows-x-blank": Record<never, never>,
  "login-shows-x-login-loop": Record<never, never>,
  "login-shows-x-other-account": Record<never, never>,
  "login-shows-x-something-wrong": Record<never, never>,
  "machine-browser": { "browser": Arg },
  "machine-browser-detail": Record<never, never>,
  "machine-browser-unnamed": Record<never, never>,
  "machine-ca-file": { "count": Arg },
  "machine-ca-file-detail": { "path": Arg },
  "machine-clock": { "host": Arg },
  "machine-clock-detail": { "now": Arg },
  "machine-clock-no-answer": Record<never, never>,
  "machine-clock-no-server": Record<never, never>,
  "machine-clock-unknown": Record<never, never>,
  "machine-directly": { "host": Arg },
  "machine-directly-detail": Record<never, never>,
  "machine-folder": Record<never, never>,
  "machine-folder-there": { "path": Arg },
  "machine-folder-to-be": { "path": Arg },
  "machine-keyring": Record<never, never>,
  "machine-keyring-detail": Record<never, never>,
  "machine-loopback": Record<never, never>,
  "machine-loopback-detail": Record<never, never>,
  "machine-memory": Record<never, never>,
  "machine-memory-detail": Record<never, never>,
  "machine-no-private": Record<never, never>,
  "machine-no-private-detail": Record<never, never>,
  "machine-port": { "port": Arg },
  "machine-port-detail": { "callback": Arg },
  "machine-private": Record<never, never>,
  "machine-private-detail": Record<never, never>,
  "machine-rights": Record<never, never>,
  "machine-rights-detail": { "mode": Arg },
  "machine-roots": { "count": Arg },
  "machine-roots-detail": Record<never, never>,
  "machine-roots-of-system": Record<never, never>,
  "machine-server": { "host": Arg },
  "machine-server-detail": Record<never, never>,
  "machine-through": { "host": Arg, "proxy": Arg },
  "machine-through-detail": Record<never, never>,
  "machine-version": { "version": Arg },
  "machine-version-detail": { "processor": Arg, "system": Arg },
  "mapping-email": Record<never, never>,
  "mapping-internal": Record<never, never>,
  "mapping-user-name": Record<never, never>,
  "names-access-needs": Record<never, never>,
  "names-email-asks": Record<never, never>,
  "names-email-form": { "switch": Arg },
  "names-email-scope-alone": Record<never, never>,
  "names-links-missing": { "switch": Arg },
  "names-links-wrong": Record<never, never>,
  "names-list-count": { "count": Arg },
  "names-list-empty": Record<never, never>,
  "names-list-unusable": Record<never, never>,
  "names-name-empty": Record<never, never>,
  "names-port-low": Record<never, never>,
  "names-secret-misplaced": Record<never, never>,
  "names-slug-foreign": { "name": Arg },
  "names-slug-free": Record<never, never>,
  "names-slug-taken": { "name": Arg },
  "names-who-needs-email": Record<never, never>,
  "page-crash-dismiss": Record<never, never>,
  "page-crash-title": Record<never, never>,
  "page-crash-why": Record<never, never>,
  "page-credentials-accepted": Record<never, never>,
  "page-credentials-accepted-says": Record<never, never>,
  "page-credentials-ask-again": Record<never, never>,
  "page-credentials-asked": Record<never, never>,
  "page-credentials-cannot-tell": Record<never, never>,
  "page-credentials-cannot-tell-says": Record<never, never>,
  "page-credentials-foot": { "said": Arg, "time": Arg, "took": Arg },
  "page-credentials-foot-silent": { "time": Arg, "took": Arg },
  "page-credentials-forget": Record<never, never>,
  "page-credentials-id": Record<never, never>,
  "page-credentials-id-hint": Record<never, never>,
  "page-credentials-id-only": Record<never, never>,
  "page-credentials-id-only-says": Record<never, never>,
  "page-credentials-id-refused": Record<never, never>,
  "page-credentials-in-memory": Record<never, never>,
  "page-credentials-keep-old": Record<never, never>,
  "page-credentials-keyring-again": Record<never, never>,
  "page-credentials-naming": Record<never, never>,
  "page-credentials-not-proven": Record<never, never>,
  "page-credentials-put-there": Record<never, never>,
  "page-credentials-refused": Record<never, never>,
  "page-credentials-refused-at": { "time": Arg },
  "page-credentials-refused-says": Record<never, never>,
  "page-credentials-replacing": Record<never, never>,
  "page-credentials-secret": Record<never, never>,
  "page-credentials-secret-hint": Record<never, never>,
  "page-credentials-secret-kept": Record<never, never>,
  "page-credentials-secret-refused": Record<never, never>,
  "page-credentials-show-where": Record<never, never>,
  "page-credentials-swap": Record<never, never>,
  "page-credentials-tip": Record<never, never>,
  "page-credentials-today": Record<never, never>,
  "page-credentials-use-anyway": Record<never, never>,
  "page-credentials-where": Record<never, never>,
  "page-credentials-where-app-only": Record<never, never>,
  "page-credentials-where-app-only-says": Record<never, never>,
  "page-credentials-where-foot": Record<never, never>,
  "page-credentials-where-new": Record<never, never>,
  "page-credentials-where-new-both": Record<never, never>,
  "page-credentials-where-old": Record<never, never>,
  "page-credentials-where-old-says": Record<never, never>,
  "page-credentials-where-pasted": Record<never, never>,
  "page-credentials-where-token-pasted": Record<never, never>,
  "page-export-blueprint": Record<never, never>,
  "page-export-blueprint-says": Record<never, never>,
  "page-export-blueprint-text": Record<never, never>,
  "page-export-curl": Record<never, never>,
  "page-export-curl-says": Record<never, never>,
  "page-export-curl-text": Record<never, never>,
  "page-export-menu": Record<never, never>,
  "page-export-preview": Record<never, never>,
  "page-export-report": Record<never, never>,
  "page-export-report-says": Record<never, never>,
  "page-export-runbook": Record<never, never>,
  "page-export-runbook-says": Record<never, never>,
  "page-export-runbook-text": Record<never, never>,
  "page-export-save": Record<never, never>,
  "page-export-secret": Record<never, never>,
  "page-export-secret-environment": Record<never, never>,
  "page-export-secret-file": Record<never, never>,
  "page-export-terraform": Record<never, never>,
  "page-export-terraform-says": Record<never, never>,
  "page-export-terraform-text": Record<never, never>,
  "page-finish-close": Record<never, never>,
  "page-finish-nothing": Record<never, never>,
  "page-finish-remove": Record<never, never>,
  "page-finish-remove-says": { "callback": Arg },
  "page-finish-report": Record<never, never>,
  "page-finish-report-save": Record<never, never>,
  "page-finish-report-says": Record<never, never>,
  "page-finish-title": Record<never, never>,
  "page-fleet-all": { "count": Arg },
  "page-fleet-breaks": Record<never, never>,
  "page-fleet-check": { "count": Arg },
  "page-fleet-column-button": Record<never, never>,
  "page-fleet-column-callback": Record<never, never>,
  "page-fleet-column-client-id": Record<never, never>,
  "page-fleet-column-found": Record<never, never>,
  "page-fleet-column-release": Record<never, never>,
  "page-fleet-column-server": Record<never, never>,
  "page-fleet-column-slug": Record<never, never>,
  "page-fleet-column-time": Record<never, never>,
  "page-fleet-column-verdict": Record<never, never>,
  "page-fleet-done": { "all": Arg, "breaks": Arg, "risks": Arg, "took": Arg },
  "page-fleet-file": Record<never, never>,
  "page-fleet-file-or-drop": Record<never, never>,
  "page-fleet-filter": Record<never, never>,
  "page-fleet-fine": Record<never, never>,
  "page-fleet-go-on": Record<never, never>,
  "page-fleet-http": Record<never, never>,
  "page-fleet-http-why": Record<never, never>,
  "page-fleet-jobs": Record<never, never>,
  "page-fleet-lead": Record<never, never>,
  "page-fleet-list": Record<never, never>,
  "page-fleet-list-hint": Record<never, never>,
  "page-fleet-more-found": { "count": Arg, "title": Arg },
  "page-fleet-more-remarks": { "count": Arg },
  "page-fleet-nav": Record<never, never>,
  "page-fleet-needs-list": Record<never, never>,
  "page-fleet-no-source": Record<never, never>,
  "page-fleet-none": Record<never, never>,
  "page-fleet-note": Record<never, never>,
  "page-fleet-ok": Record<never, never>,
  "page-fleet-only-breaks": { "count": Arg },
  "page-fleet-only-fine": { "count": Arg },
  "page-fleet-only-notes": { "count": Arg },
  "page-fleet-only-risks": { "count": Arg },
  "page-fleet-open": { "server": Arg, "slug": Arg },
  "page-fleet-other": Record<never, never>,
  "page-fleet-progress": Record<never, never>,
  "page-fleet-ready": { "count": Arg },
  "page-fleet-remark": { "line": Arg },
  "page-fleet-remarks": { "wrong": Arg },
  "page-fleet-risk": Record<never, never>,
  "page-fleet-running": { "all": Arg, "breaks": Arg, "done": Arg, "risks": Arg },
  "page-fleet-save": Record<never, never>,
  "page-fleet-show": Record<never, never>,
  "page-fleet-skipped": Record<never, never>,
  "page-fleet-stopped": { "all": Arg, "breaks": Arg, "done": Arg, "risks": Arg },
  "page-fleet-table": Record<never, never>,
  "page-fleet-take": Record<never, never>,
  "page-fleet-title": Record<never, never>,
  "page-fleet-waiting": Record<never, never>,
  "page-handover-address": Record<never, never>,
  "page-handover-both-says": Record<never, never>,
  "page-handover-conflict": { "field": Arg },
  "page-handover-done": Record<never, never>,
  "page-handover-done-none": Record<never, never>,
  "page-handover-from": Record<never, never>,
  "page-handover-into": Record<never, never>,
  "page-handover-leave": Record<never, never>,
  "page-handover-made": Record<never, never>,
  "page-handover-menu": Record<never, never>,
  "page-handover-merge": Record<never, never>,
  "page-handover-merge-act": Record<never, never>,
  "page-handover-moves": { "address": Arg },
  "page-handover-moves-why": Record<never, never>,
  "page-handover-new": Record<never, never>,
  "page-handover-new-act": Record<never, never>,
  "page-handover-open": Record<never, never>,
  "page-handover-opened-says": Record<never, never>,
  "page-handover-ours": Record<never, never>,
  "page-handover-save": Record<never, never>,
  "page-handover-says": Record<never, never>,
  "page-handover-server-says": Record<never, never>,
  "page-handover-side": Record<never, never>,
  "page-handover-slug": Record<never, never>,
  "page-handover-theirs": Record<never, never>,
  "page-handover-title": Record<never, never>,
  "page-handover-x-says": Record<never, never>,
  "page-handover-you": Record<never, never>,
  "page-known-checked": { "ago": Arg, "how": Arg },
  "page-known-documented": Record<never, never>,
  "page-known-inferred": Record<never, never>,
  "page-known-measured": Record<never, never>,
  "page-known-observed": Record<never, never>,
  "page-known-reported": Record<never, never>,
  "page-known-unknown": Record<never, never>,
  "page-leave-close": Record<never, never>,
  "page-leave-nothing": Record<never, never>,
  "page-leave-stay": Record<never, never>,
  "page-leave-store": Record<never, never>,
  "page-leave-title": Record<never, never>,
  "page-login-address": Record<never, never>,
  "page-login-again": Record<never, never>,
  "page-login-by-hand": Record<never, never>,
  "page-login-by-you": Record<never, never>,
  "page-login-copy": Record<never, never>,
  "page-login-copy-again": Record<never, never>,
  "page-login-enrolled": { "user": Arg },
  "page-login-link": { "user": Arg },
  "page-login-link-account": Record<never, never>,
  "page-login-link-made": Record<never, never>,
  "page-login-link-number": Record<never, never>,
  "page-login-link-unknown": Record<never, never>,
  "page-login-link-user": Record<never, never>,
  "page-login-linked": { "user": Arg },
  "page-login-linked-elsewhere": { "user": Arg },
  "page-login-linked-says": { "user": Arg },
  "page-login-open": Record<never, never>,
  "page-login-open-browser": Record<never, never>,
  "page-login-private": { "browser": Arg },
  "page-login-private-by-hand": Record<never, never>,
  "page-login-private-why": Record<never, never>,
  "page-login-said": Record<never, never>,
  "page-login-said-says": Record<never, never>,
  "page-login-says": Record<never, never>,
  "page-login-says-blind": Record<never, never>,
  "page-login-seen": Record<never, never>,
  "page-login-seen-at": { "others": Arg, "time": Arg, "took": Arg },
  "page-login-sees": Record<never, never>,
  "page-login-sees-says": Record<never, never>,
  "page-login-signed-in": { "user": Arg },
  "page-login-silent": { "seconds": Arg },
  "page-login-stop": Record<never, never>,
  "page-login-tied": { "user": Arg },
  "page-login-title": Record<never, never>,
  "page-login-unlink": Record<never, never>,
  "page-login-unlink-ask": { "user": Arg },
  "page-login-unlink-keep": Record<never, never>,
  "page-login-unlink-says": { "user": Arg },
  "page-login-unlinked": { "user": Arg },
  "page-login-waiting": Record<never, never>,
  "page-login-waits": Record<never, never>,
  "page-login-watch": Record<never, never>,
  "page-login-watching": Record<never, never>,
  "page-login-watching-by-hand": { "time": Arg },
  "page-login-watching-says": { "time": Arg },
  "page-names-anyone": Record<never, never>,
  "page-names-anyone-risk": Record<never, never>,
  "page-names-anyone-why": Record<never, never>,
  "page-names-approval": Record<never, never>,
  "page-names-approval-why": Record<never, never>,
  "page-names-callback": Record<never, never>,
  "page-names-destination": Record<never, never>,
  "page-names-destination-applications": Record<never, never>,
  "page-names-destination-applications-why": Record<never, never>,
  "page-names-destination-everywhere": Record<never, never>,
  "page-names-destination-everywhere-why": Record<never, never>,
  "page-names-email": Record<never, never>,
  "page-names-email-deny": Record<never, never>,
  "page-names-email-deny-risk": Record<never, never>,
  "page-names-email-deny-why": Record<never, never>,
  "page-names-email-link": Record<never, never>,
  "page-names-email-link-risk": Record<never, never>,
  "page-names-email-link-why": Record<never, never>,
  "page-names-email-modes": Record<never, never>,
  "page-names-email-modes-why": Record<never, never>,
  "page-names-email-why": Record<never, never>,
  "page-names-group": Record<never, never>,
  "page-names-group-hint": Record<never, never>,
  "page-names-lead": Record<never, never>,
  "page-names-linked": Record<never, never>,
  "page-names-linked-why": Record<never, never>,
  "page-names-links-hint": Record<never, never>,
  "page-names-list": Record<never, never>,
  "page-names-list-file": Record<never, never>,
  "page-names-list-hint": Record<never, never>,
  "page-names-list-hint-approval": Record<never, never>,
  "page-names-listed": Record<never, never>,
  "page-names-listed-why": Record<never, never>,
  "page-names-login": Record<never, never>,
  "page-names-more": Record<never, never>,
  "page-names-name": Record<never, never>,
  "page-names-name-hint": Record<never, never>,
  "page-names-port": Record<never, never>,
  "page-names-port-hint": Record<never, never>,
  "page-names-privacy": Record<never, never>,
  "page-names-recognition": Record<never, never>,
  "page-names-recognition-id": Record<never, never>,
  "page-names-recognition-id-why": Record<never, never>,
  "page-names-requested": { "scopes": Arg },
  "page-names-scopes": Record<never, never>,
  "page-names-scopes-hint": Record<never, never>,
  "page-names-slug": Record<never, never>,
  "page-names-slug-hint": Record<never, never>,
  "page-names-terms": Record<never, never>,
  "page-names-test-callback": Record<never, never>,
  "page-names-title": Record<never, never>,
  "page-names-urls": Record<never, never>,
  "page-names-urls-marked": Record<never, never>,
  "page-names-urls-none": Record<never, never>,
  "page-names-urls-rest": Record<never, never>,
  "page-names-user-name": Record<never, never>,
  "page-names-user-name-deny": Record<never, never>,
  "page-names-user-name-deny-why": Record<never, never>,
  "page-names-user-name-risk": Record<never, never>,
  "page-names-user-name-why": Record<never, never>,
  "page-names-website": Record<never, never>,
  "page-names-who": Record<never, never>,
  "page-practice-again": Record<never, never>,
  "page-practice-anew": Record<never, never>,
  "page-practice-chosen": { "count": Arg },
  "page-practice-concealed": Record<never, never>,
  "page-practice-concealed-says": Record<never, never>,
  "page-practice-fault": Record<never, never>,
  "page-practice-found": { "count": Arg },
  "page-practice-hide": Record<never, never>,
  "page-practice-hide-why": Record<never, never>,
  "page-practice-layout": Record<never, never>,
  "page-practice-lead": Record<never, never>,
  "page-practice-licensed": Record<never, never>,
  "page-practice-licensed-why": Record<never, never>,
  "page-practice-many": Record<never, never>,
  "page-practice-none": Record<never, never>,
  "page-practice-none-does": Record<never, never>,
  "page-practice-rehearse": Record<never, never>,
  "page-practice-rehearse-credentials": Record<never, never>,
  "page-practice-rehearse-form": Record<never, never>,
  "page-practice-rehearse-push": Record<never, never>,
  "page-practice-rehearse-signin": Record<never, never>,
  "page-practice-reveal": Record<never, never>,
  "page-practice-search": Record<never, never>,
  "page-practice-search-hint": Record<never, never>,
  "page-practice-server": Record<never, never>,
  "page-practice-start": Record<never, never>,
  "page-practice-surprise": Record<never, never>,
  "page-practice-tags": Record<never, never>,
  "page-practice-title": Record<never, never>,
  "page-practice-true": Record<never, never>,
  "page-practice-true-says": Record<never, never>,
  "page-problem-copy": Record<never, never>,
  "page-problem-report": Record<never, never>,
  "page-problem-says": Record<never, never>,
  "page-push-ask": { "count": Arg, "host": Arg },
  "page-push-ask-as": { "user": Arg },
  "page-push-ask-says": Record<never, never>,
  "page-push-ask-tested": Record<never, never>,
  "page-push-ask-untested": Record<never, never>,
  "page-push-change": Record<never, never>,
  "page-push-choose-authentication": Record<never, never>,
  "page-push-choose-enabled": Record<never, never>,
  "page-push-choose-enabled-why": Record<never, never>,
  "page-push-choose-enrolment": Record<never, never>,
  "page-push-choose-groups": Record<never, never>,
  "page-push-choose-groups-hint": Record<never, never>,
  "page-push-choose-none": Record<never, never>,
  "page-push-choose-pages": Record<never, never>,
  "page-push-choose-path": Record<never, never>,
  "page-push-choose-path-hint": Record<never, never>,
  "page-push-choose-source": Record<never, never>,
  "page-push-comparing": Record<never, never>,
  "page-push-danger": Record<never, never>,
  "page-push-done": Record<never, never>,
  "page-push-done-none": Record<never, never>,
  "page-push-done-none-says": Record<never, never>,
  "page-push-drawing": Record<never, never>,
  "page-push-existing": Record<never, never>,
  "page-push-failed": Record<never, never>,
  "page-push-follows": Record<never, never>,
  "page-push-halfway-undo": Record<never, never>,
  "page-push-include": Record<never, never>,
  "page-push-lead": { "host": Arg, "time": Arg, "user": Arg },
  "page-push-lead-already": { "host": Arg, "time": Arg },
  "page-push-lead-done": { "host": Arg, "time": Arg },
  "page-push-lead-done-none": { "host": Arg, "time": Arg },
  "page-push-lead-nobody": { "host": Arg, "time": Arg },
  "page-push-lead-open": Record<never, never>,
  "page-push-lead-pushing": { "host": Arg },
  "page-push-lead-stopped": Record<never, never>,
  "page-push-left-out": Record<never, never>,
  "page-push-list-says": Record<never, never>,
  "page-push-more": Record<never, never>,
  "page-push-never-shown": Record<never, never>,
  "page-push-new": Record<never, never>,
  "page-push-not-begun": Record<never, never>,
  "page-push-nothing": Record<never, never>,
  "page-push-other-slug": Record<never, never>,
  "page-push-progress": Record<never, never>,
  "page-push-read-back": Record<never, never>,
  "page-push-reading-back": Record<never, never>,
  "page-push-remove": Record<never, never>,
  "page-push-safe": Record<never, never>,
  "page-push-secret": Record<never, never>,
  "page-push-step-login-page": Record<never, never>,
  "page-push-step-source": Record<never, never>,
  "page-push-stopped": Record<never, never>,
  "page-push-summary": Record<never, never>,
  "page-push-title": { "count": Arg },
  "page-push-title-already": Record<never, never>,
  "page-push-title-blocked": Record<never, never>,
  "page-push-title-done": { "count": Arg },
  "page-push-title-open": Record<never, never>,
  "page-push-title-pushing": { "count": Arg },
  "page-push-title-stopped": Record<never, never>,
  "page-push-title-undoing": Record<never, never>,
  "page-push-turned-off": Record<never, never>,
  "page-push-turned-off-says": Record<never, never>,
  "page-push-uncompared": Record<never, never>,
  "page-push-uncompared-says": Record<never, never>,
  "page-push-undo": Record<never, never>,
  "page-push-undo-act": Record<never, never>,
  "page-push-undo-ask": { "host": Arg },
  "page-push-undo-consent": Record<never, never>,
  "page-push-undo-delete": Record<never, never>,
  "page-push-undo-disable": Record<never, never>,
  "page-push-undo-says": Record<never, never>,
  "page-push-undone": Record<never, never>,
  "page-push-undone-says": Record<never, never>,
  "page-push-waiting": Record<never, never>,
  "page-push-worth-knowing": Record<never, never>,
  "page-push-writing": Record<never, never>,
  "page-push-written": { "all": Arg, "done": Arg },
  "page-repair": Record<never, never>,
  "page-repair-agree": { "id": Arg, "user": Arg },
  "page-repair-agreed": { "count": Arg },
  "page-repair-agreed-shell": { "count": Arg },
  "page-repair-careful": Record<never, never>,
  "page-repair-careful-says": Record<never, never>,
  "page-repair-look": Record<never, never>,
  "page-repair-look-again": Record<never, never>,
  "page-repair-person-unknown": { "user": Arg },
  "page-repair-says": Record<never, never>,
  "page-repair-shell": Record<never, never>,
  "page-repair-shell-says": Record<never, never>,
  "page-repair-shell-what": Record<never, never>,
  "page-repair-table": Record<never, never>,
  "page-repair-table-go": Record<never, never>,
  "page-repair-table-hint": Record<never, never>,
  "page-report-json-why": Record<never, never>,
  "page-report-ran": { "count": Arg, "time": Arg },
  "page-report-release": Record<never, never>,
  "page-report-says-job": Record<never, never>,
  "page-rotation-asking": Record<never, never>,
  "page-rotation-at-hand": Record<never, never>,
  "page-rotation-at-hand-says": Record<never, never>,
  "page-rotation-cost": Record<never, never>,
  "page-rotation-done": Record<never, never>,
  "page-rotation-gap": { "exact": Arg },
  "page-rotation-gap-says": Record<never, never>,
  "page-rotation-lead": { "host": Arg, "slug": Arg },
  "page-rotation-leave": Record<never, never>,
  "page-rotation-leave-go": Record<never, never>,
  "page-rotation-leave-says": Record<never, never>,
  "page-rotation-leave-stay": Record<never, never>,
  "page-rotation-old": Record<never, never>,
  "page-rotation-outside": Record<never, never>,
  "page-rotation-paste": Record<never, never>,
  "page-rotation-pasted": { "ending": Arg, "says": Arg },
  "page-rotation-push": Record<never, never>,
  "page-rotation-push-says": Record<never, never>,
  "page-rotation-push-test-after": Record<never, never>,
  "page-rotation-pushed": Record<never, never>,
  "page-rotation-ready": Record<never, never>,
  "page-rotation-ready-done": Record<never, never>,
  "page-rotation-ready-says": Record<never, never>,
  "page-rotation-regenerate": Record<never, never>,
  "page-rotation-regenerate-clock": Record<never, never>,
  "page-rotation-regenerate-says": Record<never, never>,
  "page-rotation-regenerated": { "time": Arg },
  "page-rotation-regenerated-not": Record<never, never>,
  "page-rotation-secret": Record<never, never>,
  "page-rotation-secret-given": { "ending": Arg },
  "page-rotation-secret-hint": Record<never, never>,
  "page-rotation-secret-short": Record<never, never>,
  "page-rotation-stands": Record<never, never>,
  "page-rotation-start": Record<never, never>,
  "page-rotation-title": Record<never, never>,
  "page-rotation-token": Record<never, never>,
  "page-rotation-use-anyway": Record<never, never>,
  "page-rotation-waits": Record<never, never>,
  "page-rotation-waits-go-on": Record<never, never>,
  "page-rotation-waits-says": { "host": Arg, "slug": Arg },
  "page-server-address": Record<never, never>,
  "page-server-address-example": Record<never, never>,
  "page-server-address-hint": Record<never, never>,
  "page-server-allow-http": Record<never, never>,
  "page-server-allow-http-why": Record<never, never>,
  "page-server-allowed": Record<never, never>,
  "page-server-answered": { "host": Arg },
  "page-server-asking": Record<never, never>,
  "page-server-ca": Record<never, never>,
  "page-server-ca-choose": Record<never, never>,
  "page-server-ca-clear": Record<never, never>,
  "page-server-ca-file": Record<never, never>,
  "page-server-ca-other": Record<never, never>,
  "page-server-ca-says": Record<never, never>,
  "page-server-checking": { "host": Arg },
  "page-server-foot": { "time": Arg },
  "page-server-hidden": Record<never, never>,
  "page-server-in-memory": Record<never, never>,
  "page-server-lead": Record<never, never>,
  "page-server-licence": Record<never, never>,
  "page-server-licence-why": Record<never, never>,
  "page-server-login-flow": { "flow": Arg },
  "page-server-login-none": Record<never, never>,
  "page-server-login-page": Record<never, never>,
  "page-server-no-superuser": Record<never, never>,
  "page-server-other-token": Record<never, never>,
  "page-server-practice": Record<never, never>,
  "page-server-practice-says": { "address": Arg },
  "page-server-practice-token": Record<never, never>,
  "page-server-practice-token-used": Record<never, never>,
  "page-server-read": { "host": Arg, "port": Arg, "scheme": Arg },
  "page-server-read-path": { "host": Arg, "path": Arg, "port": Arg, "scheme": Arg },
  "page-server-read-written": { "written": Arg },
  "page-server-ready": { "host": Arg },
  "page-server-refused": Record<never, never>,
  "page-server-right-access": Record<never, never>,
  "page-server-right-add-binding": Record<never, never>,
  "page-server-right-add-connection": Record<never, never>,
  "page-server-right-add-mapping": Record<never, never>,
  "page-server-right-add-mapping-why": Record<never, never>,
  "page-server-right-add-secret": Record<never, never>,
  "page-server-right-add-source": Record<never, never>,
  "page-server-right-add-source-stage": Record<never, never>,
  "page-server-right-change-mapping": Record<never, never>,
  "page-server-right-change-secret": Record<never, never>,
  "page-server-right-change-source": Record<never, never>,
  "page-server-right-change-source-stage": Record<never, never>,
  "page-server-right-change-stage": Record<never, never>,
  "page-server-right-delete-binding": Record<never, never>,
  "page-server-right-delete-connection": Record<never, never>,
  "page-server-right-delete-mapping": Record<never, never>,
  "page-server-right-delete-secret": Record<never, never>,
  "page-server-right-delete-secret-why": Record<never, never>,
  "page-server-right-delete-source": Record<never, never>,
  "page-server-right-delete-source-stage": Record<never, never>,
  "page-server-right-delete-source-why": Record<never, never>,
  "page-server-right-view-binding": Record<never, never>,
  "page-server-right-view-brand": Record<never, never>,
  "page-server-right-view-connections": Record<never, never>,
  "page-server-right-view-connections-why": Record<never, never>,
  "page-server-right-view-events": Record<never, never>,
  "page-server-right-view-events-why": Record<never, never>,
  "page-server-right-view-flow": Record<never, never>,
  "page-server-right-view-mapping": Record<never, never>,
  "page-server-right-view-mapping-why": Record<never, never>,
  "page-server-right-view-secret": Record<never, never>,
  "page-server-right-view-secret-value": Record<never, never>,
  "page-server-right-view-secret-value-why": Record<never, never>,
  "page-server-right-view-source": Record<never, never>,
  "page-server-right-view-source-stage": Record<never, never>,
  "page-server-right-view-stage": Record<never, never>,
  "page-server-right-view-users": Record<never, never>,
  "page-server-right-view-users-why": Record<never, never>,
  "page-server-rights": Record<never, never>,
  "page-server-role": Record<never, never>,
  "page-server-role-api": Record<never, never>,
  "page-server-role-api-why": Record<never, never>,
  "page-server-role-as": Record<never, never>,
  "page-server-role-blueprint": Record<never, never>,
  "page-server-role-blueprint-why": Record<never, never>,
  "page-server-role-copy": Record<never, never>,
  "page-server-role-lead": { "host": Arg },
  "page-server-role-steps": Record<never, never>,
  "page-server-sources": Record<never, never>,
  "page-server-sources-all": { "all": Arg },
  "page-server-sources-x": { "x": Arg },
  "page-server-superuser": Record<never, never>,
  "page-server-title": Record<never, never>,
  "page-server-token": Record<never, never>,
  "page-server-token-again": Record<never, never>,
  "page-server-token-for-ever": Record<never, never>,
  "page-server-token-handing": Record<never, never>,
  "page-server-token-hint": Record<never, never>,
  "page-server-token-kept-not": Record<never, never>,
  "page-server-token-life": Record<never, never>,
  "page-server-token-open": Record<never, never>,
  "page-server-token-unknown": Record<never, never>,
  "page-server-token-unknown-why": Record<never, never>,
  "page-server-token-until": { "day": Arg, "time": Arg },
  "page-server-token-waits": Record<never, never>,
  "page-server-untried": Record<never, never>,
  "page-server-untried-why": Record<never, never>,
  "page-server-user": Record<never, never>,
  "page-server-verdict-not-ready": Record<never, never>,
  "page-server-verdict-ready": Record<never, never>,
  "page-server-version": Record<never, never>,
  "page-server-way": { "host": Arg },
  "page-server-way-ends": { "host": Arg },
  "page-server-x-type": Record<never, never>,
  "page-server-x-type-called": { "name": Arg },
  "page-server-x-type-none": Record<never, never>,
  "page-settings-about": Record<never, never>,
  "page-settings-appearance": Record<never, never>,
  "page-settings-browser": Record<never, never>,
  "page-settings-browser-default": Record<never, never>,
  "page-settings-ca-says": Record<never, never>,
  "page-settings-does-again": Record<never, never>,
  "page-settings-does-area": Record<never, never>,
  "page-settings-does-area-back": Record<never, never>,
  "page-settings-does-back": Record<never, never>,
  "page-settings-does-copy": Record<never, never>,
  "page-settings-does-enter": Record<never, never>,
  "page-settings-does-esc": Record<never, never>,
  "page-settings-does-filter": Record<never, never>,
  "page-settings-does-new": Record<never, never>,
  "page-settings-does-open": Record<never, never>,
  "page-settings-does-push": Record<never, never>,
  "page-settings-does-sent": Record<never, never>,
  "page-settings-does-stage": Record<never, never>,
  "page-settings-does-ticket": Record<never, never>,
  "page-settings-does-why": Record<never, never>,
  "page-settings-does-zoom": Record<never, never>,
  "page-settings-does-zoom-reset": Record<never, never>,
  "page-settings-facts": Record<never, never>,
  "page-settings-facts-group": { "ago": Arg, "count": Arg, "title": Arg },
  "page-settings-folder": Record<never, never>,
  "page-settings-forget": Record<never, never>,
  "page-settings-forget-none": Record<never, never>,
  "page-settings-forget-practice": Record<never, never>,
  "page-settings-forget-says": Record<never, never>,
  "page-settings-forget-title": Record<never, never>,
  "page-settings-key-alt": Record<never, never>,
  "page-settings-key-cmd": Record<never, never>,
  "page-settings-key-esc": Record<never, never>,
  "page-settings-key-option": Record<never, never>,
  "page-settings-key-shift": Record<never, never>,
  "page-settings-keyboard": Record<never, never>,
  "page-settings-less-motion": Record<never, never>,
  "page-settings-license": Record<never, never>,
  "page-settings-licenses": Record<never, never>,
  "page-settings-licenses-copy": Record<never, never>,
  "page-settings-log": Record<never, never>,
  "page-settings-log-says": Record<never, never>,
  "page-settings-network": Record<never, never>,
  "page-settings-notifications": Record<never, never>,
  "page-settings-notifications-says": Record<never, never>,
  "page-settings-open-data": Record<never, never>,
  "page-settings-open-log": Record<never, never>,
  "page-settings-percent": { "percent": Arg },
  "page-settings-port": Record<never, never>,
  "page-settings-port-hint": Record<never, never>,
  "page-settings-port-wrong": Record<never, never>,
  "page-settings-program": Record<never, never>,
  "page-settings-proxy": Record<never, never>,
  "page-settings-proxy-address": Record<never, never>,
  "page-settings-proxy-manual": Record<never, never>,
  "page-settings-proxy-none": Record<never, never>,
  "page-settings-proxy-system": Record<never, never>,
  "page-settings-secrets": Record<never, never>,
  "page-settings-secrets-keyring": Record<never, never>,
  "page-settings-secrets-memory": Record<never, never>,
  "page-settings-secrets-says": Record<never, never>,
  "page-settings-test": Record<never, never>,
  "page-settings-theme": Record<never, never>,
  "page-settings-theme-auto": Record<never, never>,
  "page-settings-theme-contrast": Record<never, never>,
  "page-settings-theme-dark": Record<never, never>,
  "page-settings-theme-light": Record<never, never>,
  "page-settings-version": { "version": Arg },
  "page-settings-zoom": Record<never, never>,
  "page-settings-zoom-in": Record<never, never>,
  "page-settings-zoom-out": Record<never, never>,
  "page-shell-diagnosis-id": { "id": Arg },
  "page-shell-diagnosis-id-copied": Record<never, never>,
  "page-shell-evidence-documented": Record<never, never>,
  "page-shell-evidence-inferred": Record<never, never>,
  "page-shell-evidence-measured": Record<never, never>,
  "page-shell-evidence-observed": Record<never, never>,
  "page-shell-evidence-reported": Record<never, never>,
  "page-shell-evidence-unknown": Record<never, never>,
  "page-shell-fault": Record<never, never>,
  "page-shell-fault-remedy": Record<never, never>,
  "page-shell-fault-why": { "said": Arg },
  "page-shell-forget": { "name": Arg },
  "page-shell-forget-act": Record<never, never>,
  "page-shell-forget-keep": Record<never, never>,
  "page-shell-forget-says": Record<never, never>,
  "page-shell-job-close": Record<never, never>,
  "page-shell-job-forget": Record<never, never>,
  "page-shell-job-new": Record<never, never>,
  "page-shell-job-says": { "slug": Arg, "words": Arg },
  "page-shell-link-authentik-proxy-docs": Record<never, never>,
  "page-shell-link-authentik-source-docs": Record<never, never>,
  "page-shell-link-authentik-source-stage-docs": Record<never, never>,
  "page-shell-link-console": Record<never, never>,
  "page-shell-link-portal": Record<never, never>,
  "page-shell-link-server-roles": Record<never, never>,
  "page-shell-link-server-sources": Record<never, never>,
  "page-shell-link-server-tokens": Record<never, never>,
  "page-shell-link-x-app-docs": Record<never, never>,
  "page-shell-link-x-connected-apps": Record<never, never>,
  "page-shell-link-x-errors-docs": Record<never, never>,
  "page-shell-link-x-limits-docs": Record<never, never>,
  "page-shell-link-x-oauth-docs": Record<never, never>,
  "page-shell-link-x-pricing": Record<never, never>,
  "page-shell-link-x-scopes-docs": Record<never, never>,
  "page-shell-link-x-status": Record<never, never>,
  "page-shell-no-server": Record<never, never>,
  "page-shell-no-slug": Record<never, never>,
  "page-shell-open-job": Record<never, never>,
  "page-shell-practice-end": Record<never, never>,
  "page-shell-practice-faults": { "count": Arg, "faults": Arg },
  "page-shell-practice-hidden": Record<never, never>,
  "page-shell-practice-job": Record<never, never>,
  "page-shell-practice-none": Record<never, never>,
  "page-shell-sent-browser": Record<never, never>,
  "page-shell-sent-filter": Record<never, never>,
  "page-shell-sent-filter-label": Record<never, never>,
  "page-shell-sent-no-match": Record<never, never>,
  "page-shell-sent-opened": Record<never, never>,
  "page-shell-sent-received": Record<never, never>,
  "page-shell-sent-unanswered": Record<never, never>,
  "page-shell-slug": { "slug": Arg },
  "page-shell-starting": Record<never, never>,
  "page-signin-again": Record<never, never>,
  "page-signin-at-x": Record<never, never>,
  "page-signin-before": Record<never, never>,
  "page-signin-before-back": { "callback": Arg },
  "page-signin-before-browser": Record<never, never>,
  "page-signin-before-callback": Record<never, never>,
  "page-signin-before-practice": Record<never, never>,
  "page-signin-before-profile": Record<never, never>,
  "page-signin-before-revoke": Record<never, never>,
  "page-signin-before-show": Record<never, never>,
  "page-signin-by-server": { "host": Arg },
  "page-signin-by-server-why": { "host": Arg },
  "page-signin-causes": Record<never, never>,
  "page-signin-change-names": Record<never, never>,
  "page-signin-choose-port": Record<never, never>,
  "page-signin-copy-link": Record<never, never>,
  "page-signin-differs": Record<never, never>,
  "page-signin-doubts": Record<never, never>,
  "page-signin-elsewhere": Record<never, never>,
  "page-signin-email": Record<never, never>,
  "page-signin-email-not-asked": Record<never, never>,
  "page-signin-enrol": Record<never, never>,
  "page-signin-evidence": Record<never, never>,
  "page-signin-evidence-gone": Record<never, never>,
  "page-signin-external": Record<never, never>,
  "page-signin-failed": { "all": Arg, "leg": Arg },
  "page-signin-forecast": Record<never, never>,
  "page-signin-handle": Record<never, never>,
  "page-signin-id": Record<never, never>,
  "page-signin-keep-waiting": Record<never, never>,
  "page-signin-lead": Record<never, never>,
  "page-signin-link": Record<never, never>,
  "page-signin-link-user": Record<never, never>,
  "page-signin-listening": { "address": Arg, "left": Arg },
  "page-signin-name": Record<never, never>,
  "page-signin-no-body": Record<never, never>,
  "page-signin-no-name": Record<never, never>,
  "page-signin-none": Record<never, never>,
  "page-signin-not-opened": Record<never, never>,
  "page-signin-old": { "time": Arg },
  "page-signin-other-account": Record<never, never>,
  "page-signin-passed": { "all": Arg, "passed": Arg },
  "page-signin-paste": Record<never, never>,
  "page-signin-paste-hint": { "callback": Arg },
  "page-signin-paste-use": Record<never, never>,
  "page-signin-private": { "browser": Arg },
  "page-signin-private-by-hand": Record<never, never>,
  "page-signin-private-why": Record<never, never>,
  "page-signin-profile": Record<never, never>,
  "page-signin-prompt": Record<never, never>,
  "page-signin-refuse": Record<never, never>,
  "page-signin-remedies": Record<never, never>,
  "page-signin-saw-error": Record<never, never>,
  "page-signin-scopes": Record<never, never>,
  "page-signin-scopes-asked": Record<never, never>,
  "page-signin-scopes-extra": Record<never, never>,
  "page-signin-scopes-granted": Record<never, never>,
  "page-signin-scopes-missing": Record<never, never>,
  "page-signin-scopes-none": Record<never, never>,
  "page-signin-sees-account": Record<never, never>,
  "page-signin-sees-blank": Record<never, never>,
  "page-signin-sees-consent": Record<never, never>,
  "page-signin-sees-ends": Record<never, never>,
  "page-signin-sees-goes-on": Record<never, never>,
  "page-signin-sees-login": Record<never, never>,
  "page-signin-sees-unreachable": Record<never, never>,
  "page-signin-sees-wrong": Record<never, never>,
  "page-signin-sign-in": Record<never, never>,
  "page-signin-silent": Record<never, never>,
  "page-signin-still": Record<never, never>,
  "page-signin-still-says": Record<never, never>,
  "page-signin-stop": Record<never, never>,
  "page-signin-stopped": Record<never, never>,
  "page-signin-suspect-done": Record<never, never>,
  "page-signin-suspect-out": Record<never, never>,
  "page-signin-suspects": Record<never, never>,
  "page-signin-suspects-out": { "count": Arg },
  "page-signin-suspects-test": Record<never, never>,
  "page-signin-takeover": Record<never, never>,
  "page-signin-test": Record<never, never>,
  "page-signin-title": Record<never, never>,
  "page-signin-turned-away": Record<never, never>,
  "page-signin-turned-away-says": Record<never, never>,
  "page-signin-unknown": Record<never, never>,
  "page-signin-use-port": { "port": Arg },
  "page-signin-who": Record<never, never>,
  "page-signin-working": Record<never, never>,
  "page-source-check-address": Record<never, never>,
  "page-source-check-address-example": Record<never, never>,
  "page-source-check-breaks": Record<never, never>,
  "page-source-check-change": Record<never, never>,
  "page-source-check-changes-nothing": Record<never, never>,
  "page-source-check-coming": Record<never, never>,
  "page-source-check-copy": Record<never, never>,
  "page-source-check-enter-slug": Record<never, never>,
  "page-source-check-findings": { "count": Arg },
  "page-source-check-fine": Record<never, never>,
  "page-source-check-http": Record<never, never>,
  "page-source-check-http-why": Record<never, never>,
  "page-source-check-id-hint": Record<never, never>,
  "page-source-check-lead": Record<never, never>,
  "page-source-check-line": { "host": Arg, "slug": Arg },
  "page-source-check-more": Record<never, never>,
  "page-source-check-more-says": Record<never, never>,
  "page-source-check-not-run": { "count": Arg },
  "page-source-check-note": Record<never, never>,
  "page-source-check-offered": { "count": Arg },
  "page-source-check-offered-one": { "name": Arg, "slug": Arg },
  "page-source-check-open-job": Record<never, never>,
  "page-source-check-opened": Record<never, never>,
  "page-source-check-opened-address": Record<never, never>,
  "page-source-check-opened-at": Record<never, never>,
  "page-source-check-opened-by": Record<never, never>,
  "page-source-check-opened-close": Record<never, never>,
  "page-source-check-opened-how": Record<never, never>,
  "page-source-check-opened-open": Record<never, never>,
  "page-source-check-opened-outside": Record<never, never>,
  "page-source-check-opened-program": { "program": Arg },
  "page-source-check-opened-says": Record<never, never>,
  "page-source-check-opened-slug": Record<never, never>,
  "page-source-check-opened-token": Record<never, never>,
  "page-source-check-passed": { "count": Arg },
  "page-source-check-ran": { "count": Arg, "requests": Arg, "time": Arg, "took": Arg },
  "page-source-check-reads-only": Record<never, never>,
  "page-source-check-report": Record<never, never>,
  "page-source-check-report-format": Record<never, never>,
  "page-source-check-report-html": Record<never, never>,
  "page-source-check-report-html-why": Record<never, never>,
  "page-source-check-report-json": Record<never, never>,
  "page-source-check-report-json-why": Record<never, never>,
  "page-source-check-report-markdown": Record<never, never>,
  "page-source-check-report-preview": Record<never, never>,
  "page-source-check-report-pseudonyms": Record<never, never>,
  "page-source-check-report-pseudonyms-why": Record<never, never>,
  "page-source-check-report-save": Record<never, never>,
  "page-source-check-report-says": Record<never, never>,
  "page-source-check-report-title": Record<never, never>,
  "page-source-check-risk": Record<never, never>,
  "page-source-check-run": Record<never, never>,
  "page-source-check-secret-hint": Record<never, never>,
  "page-source-check-skipped": Record<never, never>,
  "page-source-check-slug": Record<never, never>,
  "page-source-check-slug-example": Record<never, never>,
  "page-source-check-slug-where": Record<never, never>,
  "page-source-check-so-far": { "count": Arg },
  "page-source-check-test": Record<never, never>,
  "page-source-check-ticket": { "size": Arg },
  "page-source-check-title": Record<never, never>,
  "page-source-check-token": Record<never, never>,
  "page-source-check-token-hint": Record<never, never>,
  "page-source-check-token-keep": Record<never, never>,
  "page-source-check-token-keep-why": Record<never, never>,
  "page-source-check-token-kept": Record<never, never>,
  "page-source-check-token-waits": Record<never, never>,
  "page-source-check-unseen": Record<never, never>,
  "page-source-check-unseen-count": { "count": Arg },
  "page-source-stage": Record<never, never>,
  "page-source-stage-ask": Record<never, never>,
  "page-source-stage-ask-again": Record<never, never>,
  "page-source-stage-compare": Record<never, never>,
  "page-source-stage-embed": Record<never, never>,
  "page-source-stage-flow": Record<never, never>,
  "page-source-stage-flow-none": Record<never, never>,
  "page-source-stage-minutes": Record<never, never>,
  "page-source-stage-minutes-hint": Record<never, never>,
  "page-source-stage-never-on": Record<never, never>,
  "page-source-stage-place": Record<never, never>,
  "page-source-stage-says": Record<never, never>,
  "page-start-all-archived": Record<never, never>,
  "page-start-archive": Record<never, never>,
  "page-start-archived": { "count": Arg },
  "page-start-continue": Record<never, never>,
  "page-start-continue-job": { "name": Arg },
  "page-start-duplicate": Record<never, never>,
  "page-start-duplicate-says": Record<never, never>,
  "page-start-fleet": Record<never, never>,
  "page-start-fleet-says": Record<never, never>,
  "page-start-job-place": { "number": Arg, "server": Arg, "slug": Arg, "stage": Arg },
  "page-start-job-place-checked": { "day": Arg, "number": Arg, "server": Arg, "slug": Arg, "stage": Arg },
  "page-start-jobs": Record<never, never>,
  "page-start-lead": Record<never, never>,
  "page-start-login": Record<never, never>,
  "page-start-login-job": { "name": Arg },
  "page-start-more": { "name": Arg },
  "page-start-no-jobs": Record<never, never>,
  "page-start-no-jobs-says": Record<never, never>,
  "page-start-note": Record<never, never>,
  "page-start-open": Record<never, never>,
  "page-start-open-job": { "name": Arg },
  "page-start-practice-says": { "number": Arg, "stage": Arg },
  "page-start-practise": Record<never, never>,
  "page-start-practise-says": Record<never, never>,
  "page-start-practising": Record<never, never>,
  "page-start-rename": Record<never, never>,
  "page-start-rename-act": Record<never, never>,
  "page-start-rename-hint": Record<never, never>,
  "page-start-rename-label": Record<never, never>,
  "page-start-search": Record<never, never>,
  "page-start-search-none": Record<never, never>,
  "page-start-set-up": Record<never, never>,
  "page-start-set-up-says": Record<never, never>,
  "page-start-source-check": Record<never, never>,
  "page-start-source-check-says": Record<never, never>,
  "page-start-title": Record<never, never>,
  "page-start-today": { "time": Arg },
  "page-start-unarchive": Record<never, never>,
  "page-summary-button": Record<never, never>,
  "page-summary-callback": Record<never, never>,
  "page-summary-destination": Record<never, never>,
  "page-summary-who": Record<never, never>,
  "page-update-ask-says": Record<never, never>,
  "page-update-ask-title": Record<never, never>,
  "page-update-close": Record<never, never>,
  "page-update-never": Record<never, never>,
  "page-update-newer-says": { "day": Arg },
  "page-update-newer-title": { "version": Arg },
  "page-update-notes": Record<never, never>,
  "page-update-open": Record<never, never>,
  "page-update-switch": Record<never, never>,
  "page-update-switch-says": Record<never, never>,
  "page-update-weekly": Record<never, never>,
  "page-verify-checked-at": { "time": Arg },
  "page-verify-evidence": Record<never, never>,
  "page-verify-finished": Record<never, never>,
  "page-verify-finished-says": Record<never, never>,
  "page-verify-lead": Record<never, never>,
  "page-verify-not-run": Record<never, never>,
  "page-verify-note": Record<never, never>,
  "page-verify-ok": Record<never, never>,
  "page-verify-passed": { "passed": Arg, "ran": Arg },
  "page-verify-problem": Record<never, never>,
  "page-verify-quiet": { "count": Arg },
  "page-verify-risk": Record<never, never>,
  "page-verify-tidy": Record<never, never>,
  "page-verify-tidy-value": Record<never, never>,
  "page-verify-title": Record<never, never>,
  "page-verify-unchecked": Record<never, never>,
  "page-verify-unchecked-says": Record<never, never>,
  "page-xapp-all": Record<never, never>,
  "page-xapp-app": Record<never, never>,
  "page-xapp-checked": { "ago": Arg },
  "page-xapp-console": Record<never, never>,
  "page-xapp-cost": Record<never, never>,
  "page-xapp-cost-people": Record<never, never>,
  "page-xapp-cost-reckon": Record<never, never>,
  "page-xapp-different": Record<never, never>,
  "page-xapp-different-says": Record<never, never>,
  "page-xapp-different-title": Record<never, never>,
  "page-xapp-drawing": Record<never, never>,
  "page-xapp-enter-link": Record<never, never>,
  "page-xapp-have": Record<never, never>,
  "page-xapp-layout": Record<never, never>,
  "page-xapp-lead": Record<never, never>,
  "page-xapp-left-alone": Record<never, never>,
  "page-xapp-left-alone-says": Record<never, never>,
  "page-xapp-make": Record<never, never>,
  "page-xapp-narrow": Record<never, never>,
  "page-xapp-narrow-end": Record<never, never>,
  "page-xapp-none": Record<never, never>,
  "page-xapp-none-says": Record<never, never>,
  "page-xapp-not-yet": Record<never, never>,
  "page-xapp-nth": { "all": Arg, "name": Arg, "nth": Arg },
  "page-xapp-open": { "portal": Arg },
  "page-xapp-open-practice": Record<never, never>,
  "page-xapp-or": Record<never, never>,
  "page-xapp-paste": Record<never, never>,
  "page-xapp-paste-clear": Record<never, never>,
  "page-xapp-paste-differs": Record<never, never>,
  "page-xapp-paste-extra": { "count": Arg },
  "page-xapp-paste-go": Record<never, never>,
  "page-xapp-paste-is-there": Record<never, never>,
  "page-xapp-paste-label": Record<never, never>,
  "page-xapp-paste-line": { "line": Arg },
  "page-xapp-paste-missing": Record<never, never>,
  "page-xapp-paste-says": Record<never, never>,
  "page-xapp-portal": Record<never, never>,
  "page-xapp-seen": Record<never, never>,
  "page-xapp-seen-both": Record<never, never>,
  "page-xapp-seen-console": Record<never, never>,
  "page-xapp-seen-found": { "count": Arg },
  "page-xapp-seen-hint": Record<never, never>,
  "page-xapp-seen-none": Record<never, never>,
  "page-xapp-seen-not-needed": Record<never, never>,
  "page-xapp-seen-portal": Record<never, never>,
  "page-xapp-seen-step": { "nth": Arg },
  "page-xapp-title": Record<never, never>,
  "page-xapp-to-console": Record<never, never>,
  "page-xapp-to-names": Record<never, never>,
  "page-xapp-to-portal": Record<never, never>,
  "page-xapp-to-server": Record<never, never>,
  "page-xapp-ways": Record<never, never>,
  "page-xapp-ways-all": Record<never, never>,
  "page-xapp-why": Record<never, never>,
  "page-xapp-why-alone": Record<never, never>,
  "page-xapp-wrong": Record<never, never>,
  "pasted-blanks": Record<never, never>,
  "pasted-brackets": Record<never, never>,
  "pasted-invisible": Record<never, never>,
  "pasted-line-breaks": Record<never, never>,
  "pasted-punctuation": Record<never, never>,
  "pasted-quotes": Record<never, never>,
  "plan-access-change": { "kind": Arg, "name": Arg },
  "plan-access-create": { "kind": Arg, "name": Arg },
  "plan-access-let-in": { "passes": Arg, "who": Arg },
  "plan-access-let-in-wrong": { "who": Arg },
  "plan-access-nothing": { "kind": Arg, "name": Arg },
  "plan-access-unanswered": Record<never, never>,
  "plan-access-untested": Record<never, never>,
  "plan-binding-create": { "flow": Arg },
  "plan-binding-nothing": { "flow": Arg },
  "plan-button-add": Record<never, never>,
  "plan-button-remove": Record<never, never>,
  "plan-button-there": Record<never, never>,
  "plan-field-account": Record<never, never>,
  "plan-field-authentication-flow": Record<never, never>,
  "plan-field-client-id": Record<never, never>,
  "plan-field-enabled": Record<never, never>,
  "plan-field-enrolment-flow": Record<never, never>,
  "plan-field-expression": Record<never, never>,
  "plan-field-group": Record<never, never>,
  "plan-field-group-matching": Record<never, never>,
  "plan-field-inactive": Record<never, never>,
  "plan-field-mappings": Record<never, never>,
  "plan-field-matching": Record<never, never>,
  "plan-field-name": Record<never, never>,
  "plan-field-order": Record<never, never>,
  "plan-field-other": { "field": Arg },
  "plan-field-policy-mode": Record<never, never>,
  "plan-field-resume-timeout": Record<never, never>,
  "plan-field-scopes": Record<never, never>,
  "plan-field-secret": Record<never, never>,
  "plan-field-secret-ref": Record<never, never>,
  "plan-field-secret-value": Record<never, never>,
  "plan-field-slug": Record<never, never>,
  "plan-field-sources": Record<never, never>,
  "plan-field-stages": Record<never, never>,
  "plan-field-type": Record<never, never>,
  "plan-field-user": Record<never, never>,
  "plan-field-user-path": Record<never, never>,
  "plan-link-create": { "id": Arg, "user": Arg },
  "plan-link-unseen": { "account": Arg },
  "plan-mapping-change": { "name": Arg },
  "plan-mapping-create": { "name": Arg },
  "plan-mapping-nothing": { "name": Arg },
  "plan-mapping-raised": { "gave": Arg, "name": Arg },
  "plan-mapping-ran": { "gave": Arg, "name": Arg },
  "plan-mapping-unanswered": { "name": Arg },
  "plan-mapping-untested": { "name": Arg },
  "plan-note-access-handles": Record<never, never>,
  "plan-note-access-not-taken": { "stage": Arg },
  "plan-note-access-signed-in": Record<never, never>,
  "plan-note-kept": { "field": Arg },
  "plan-note-linked": { "more": Arg, "names": Arg },
  "plan-note-linked-unnamed": Record<never, never>,
  "plan-note-links": Record<never, never>,
  "plan-note-links-by-shell": { "count": Arg },
  "plan-note-links-kept": Record<never, never>,
  "plan-note-links-stay": Record<never, never>,
  "plan-note-mapping-stays": { "name": Arg },
  "plan-note-other-source": Record<never, never>,
  "plan-note-rights": Record<never, never>,
  "plan-note-same-client-id": { "name": Arg, "slug": Arg },
  "plan-note-same-name": { "name": Arg, "slug": Arg },
  "plan-note-secret-kept": Record<never, never>,
  "plan-note-secret-left": { "name": Arg },
  "plan-note-secret-shared": { "name": Arg, "slug": Arg },
  "plan-note-secret-stays": Record<never, never>,
  "plan-object-gone": { "kind": Arg },
  "plan-object-remove": { "kind": Arg, "name": Arg },
  "plan-object-restore": { "kind": Arg, "name": Arg },
  "plan-secret-change": { "name": Arg },
  "plan-secret-create": { "name": Arg },
  "plan-secret-nothing": { "name": Arg },
  "plan-source-change": { "name": Arg },
  "plan-source-create": { "name": Arg },
  "plan-source-disable": { "name": Arg },
  "plan-source-nothing": { "name": Arg },
  "plan-source-nothing-other": { "name": Arg },
  "plan-source-remove": { "name": Arg },
  "plan-source-restore": { "name": Arg },
  "plan-stage-change": { "name": Arg },
  "plan-stage-create": { "name": Arg },
  "plan-stage-nothing": { "name": Arg },
  "plan-summary-already": Record<never, never>,
  "plan-summary-blocked": Record<never, never>,
  "plan-summary-push": { "count": Arg },
  "plan-summary-undo": { "count": Arg },
  "plan-summary-undone": Record<never, never>,
  "plan-value-expression": { "lines": Arg },
  "plan-value-mappings": { "count": Arg },
  "plan-value-matching-email-deny": Record<never, never>,
  "plan-value-matching-email-link": Record<never, never>,
  "plan-value-matching-identifier": Record<never, never>,
  "plan-value-matching-username-deny": Record<never, never>,
  "plan-value-matching-username-link": Record<never, never>,
  "plan-value-no": Record<never, never>,
  "plan-value-none": Record<never, never>,
  "plan-value-secret-comes-back": Record<never, never>,
  "plan-value-secret-earlier": Record<never, never>,
  "plan-value-secret-ending": { "ending": Arg },
  "plan-value-secret-given": Record<never, never>,
  "plan-value-secret-replaced": Record<never, never>,
  "plan-value-yes": Record<never, never>,
  "plan-why-access-authentication": Record<never, never>,
  "plan-why-access-enrollment": Record<never, never>,
  "plan-why-access-listed": Record<never, never>,
  "plan-why-access-policy": Record<never, never>,
  "plan-why-access-write": Record<never, never>,
  "plan-why-account-taken": { "id": Arg },
  "plan-why-already": Record<never, never>,
  "plan-why-changed-here": Record<never, never>,
  "plan-why-flow": { "flow": Arg },
  "plan-why-flow-gone": { "flow": Arg },
  "plan-why-gone": Record<never, never>,
  "plan-why-group-superuser": Record<never, never>,
  "plan-why-group-used": Record<never, never>,
  "plan-why-known": Record<never, never>,
  "plan-why-link-by-shell": Record<never, never>,
  "plan-why-link-unseen": { "user": Arg },
  "plan-why-linked": { "id": Arg },
  "plan-why-made-here": Record<never, never>,
  "plan-why-new": { "host": Arg },
  "plan-why-secret": Record<never, never>,
  "plan-why-secret-used": { "source": Arg },
  "plan-why-stage": { "stage": Arg },
  "plan-why-stage-taken": { "name": Arg },
  "plan-why-stays": Record<never, never>,
  "plan-why-unlicensed": { "status": Arg },
  "plan-why-unseen": Record<never, never>,
  "portal-callback.hint": Record<never, never>,
  "portal-callback.why": Record<never, never>,
  "portal-callback.wrong": { "something_wrong": Arg },
  "portal-callbacks-all-there": { "wanted": Arg },
  "portal-callbacks-amiss": { "amiss": Arg, "wanted": Arg },
  "portal-callbacks-missing": Record<never, never>,
  "portal-callbacks-row-wanted": Record<never, never>,
  "portal-callbacks-row-x": Record<never, never>,
  "portal-callbacks-stage": Record<never, never>,
  "portal-callbacks-stale": Record<never, never>,
  "portal-callbacks-there": Record<never, never>,
  "portal-callbacks-too-many": { "addresses": Arg, "most": Arg },
  "portal-cost": { "callbacks": Arg, "day": Arg, "month": Arg, "price": Arg, "year": Arg },
  "portal-cost-month": { "days": Arg, "dollars": Arg, "people": Arg },
  "portal-cost-once-a-day": Record<never, never>,
  "portal-cost-read": { "price": Arg },
  "portal-cost-second-read": { "price": Arg },
  "portal-cost-spending-limit": Record<never, never>,
  "portal-cost-zero-balance": Record<never, never>,
  "portal-create-app": Record<never, never>,
  "portal-create-app.hint": Record<never, never>,
  "portal-create-app.why": { "pay_per_use": Arg, "production": Arg },
  "portal-create-app.wrong": { "development": Arg, "something_wrong": Arg },
  "portal-name-callback": Record<never, never>,
  "portal-name-test-callback": Record<never, never>,
  "portal-open-settings": { "last": Arg },
  "portal-open-settings.why": { "pay_per_use": Arg },
  "portal-open-settings.wrong": { "pay_per_use": Arg },
  "portal-permissions-and-type.why": Record<never, never>,
  "portal-permissions-and-type.wrong": Record<never, never>,
  "portal-save-and-copy": Record<never, never>,
  "portal-save-and-copy.why": { "done": Arg },
  "portal-save-and-copy.wrong": { "oauth_2": Arg, "regenerate": Arg, "something_wrong": Arg },
  "portal-scopes-always": { "scope": Arg },
  "portal-scopes-email": { "switch": Arg },
  "portal-scopes-near": { "near": Arg, "scope": Arg },
  "portal-scopes-not-a-name": { "scope": Arg },
  "portal-scopes-not-needed": { "scope": Arg },
  "portal-scopes-offline": Record<never, never>,
  "portal-scopes-repeated": { "scope": Arg },
  "portal-scopes-star": { "missing": Arg },
  "portal-scopes-star-dropped": Record<never, never>,
  "portal-scopes-unknown": { "scope": Arg, "something_wrong": Arg },
  "portal-seen-app-info": Record<never, never>,
  "portal-seen-bearer": { "bearer_token": Arg },
  "portal-seen-callbacks": Record<never, never>,
  "portal-seen-cancel": { "save": Arg },
  "portal-seen-client-secret-id": { "client_id": Arg, "client_secret": Arg },
  "portal-seen-consent": Record<never, never>,
  "portal-seen-create": Record<never, never>,
  "portal-seen-credits": Record<never, never>,
  "portal-seen-done": Record<never, never>,
  "portal-seen-environment": { "development": Arg, "production": Arg },
  "portal-seen-first-app": { "pay_per_use": Arg },
  "portal-seen-keys": { "authentication": Arg, "oauth_2": Arg },
  "portal-seen-leave": Record<never, never>,
  "portal-seen-not-now": Record<never, never>,
  "portal-seen-not-set-up": { "authentication": Arg },
  "portal-seen-not-valid": Record<never, never>,
  "portal-seen-oauth-1": { "client_id": Arg, "client_secret": Arg, "consumer_key": Arg, "consumer_secret": Arg },
  "portal-seen-oauth-2": { "client_id": Arg, "client_secret": Arg, "regenerate": Arg },
  "portal-seen-optional": Record<never, never>,
  "portal-seen-overview": { "apps": Arg },
  "portal-seen-package": { "manage_apps": Arg, "move_to_package": Arg, "pay_per_use": Arg },
  "portal-seen-settings": { "authentication": Arg },
  "portal-seen-type": Record<never, never>,
  "portal-seen-way": Record<never, never>,
  "portal-seen-xai": Record<never, never>,
  "portal-step-application-name": { "label": Arg },
  "portal-step-authentication": { "edit": Arg, "label": Arg, "set_up": Arg },
  "portal-step-callback": Record<never, never>,
  "portal-step-choose": { "value": Arg },
  "portal-step-choose-under": { "label": Arg, "value": Arg },
  "portal-step-copy-client-id": { "label": Arg },
  "portal-step-copy-client-secret": { "label": Arg },
  "portal-step-create": { "bearer_token": Arg, "consumer_key": Arg, "label": Arg },
  "portal-step-create-app": { "label": Arg, "new_app": Arg },
  "portal-step-leave": { "label": Arg },
  "portal-step-link": { "label": Arg },
  "portal-step-open-app": { "label": Arg },
  "portal-step-package": { "label": Arg, "manage_apps": Arg, "production": Arg, "value": Arg },
  "portal-step-request-email": { "label": Arg },
  "portal-step-save": { "label": Arg },
  "portal-step-test-callback": { "add_another": Arg },
  "portal-step-type": { "label": Arg },
  "portal-step-web-app-under": { "avoid": Arg, "label": Arg, "value": Arg },
  "portal-terms.hint": Record<never, never>,
  "portal-terms.why": Record<never, never>,
  "portal-terms.wrong": Record<never, never>,
  "portal-title": { "label": Arg },
  "portal-two-titles": { "label": Arg, "last": Arg },
  "portal-website.why": Record<never, never>,
  "portal-website.wrong": Record<never, never>,
  "practice-authentik-continue": Record<never, never>,
  "practice-authentik-continue-now": Record<never, never>,
  "practice-authentik-external": Record<never, never>,
  "practice-authentik-inside": Record<never, never>,
  "practice-authentik-inside-admin": Record<never, never>,
  "practice-authentik-label": Record<never, never>,
  "practice-authentik-name-field": Record<never, never>,
  "practice-authentik-no-button": Record<never, never>,
  "practice-authentik-no-password": Record<never, never>,
  "practice-authentik-nothing-here": Record<never, never>,
  "practice-authentik-pick-name": Record<never, never>,
  "practice-authentik-sign-out": Record<never, never>,
  "practice-authentik-signed-in": { "name": Arg },
  "practice-authentik-title": { "title": Arg },
  "practice-x-back-to": { "callback": Arg },
  "practice-x-bare-ip": Record<never, never>,
  "practice-x-consent": { "app": Arg },
  "practice-x-consent-title": Record<never, never>,
  "practice-x-gone": { "apps": Arg },
  "practice-x-hidden": Record<never, never>,
  "practice-x-home": { "apps": Arg },
  "practice-x-internal-name": Record<never, never>,
  "practice-x-label": Record<never, never>,
  "practice-x-localhost": Record<never, never>,
  "practice-x-log-in": Record<never, never>,
  "practice-x-may": Record<never, never>,
  "practice-x-needed": Record<never, never>,
  "practice-x-needed-for-email": { "switch": Arg },
  "practice-x-no-app": { "create": Arg },
  "practice-x-no-client": { "authentication": Arg },
  "practice-x-no-package": Record<never, never>,
  "practice-x-no-secret": Record<never, never>,
  "practice-x-not-saved": { "count": Arg },
  "practice-x-nowhere": Record<never, never>,
  "practice-x-plain-http": Record<never, never>,
  "practice-x-portal": { "name": Arg },
  "practice-x-scope-email": Record<never, never>,
  "practice-x-scope-offline": Record<never, never>,
  "practice-x-scope-other": Record<never, never>,
  "practice-x-scope-posts": Record<never, never>,
  "practice-x-scope-profile": Record<never, never>,
  "practice-x-sections": Record<never, never>,
  "practice-x-seen": { "regenerate": Arg },
  "practice-x-shown-once": Record<never, never>,
  "practice-x-signed-in": Record<never, never>,
  "practice-x-title": { "title": Arg },
  "practice-x-too-many": { "most": Arg },
  "practice-x-which-layout": Record<never, never>,
  "problem-report-crash": Record<never, never>,
  "problem-report-log": Record<never, never>,
  "problem-report-page": { "page": Arg },
  "problem-report-program": { "arch": Arg, "os": Arg, "version": Arg },
  "problem-report-settings": { "set": Arg },
  "problem-report-web-view": { "version": Arg },
  "push-halfway": Record<never, never>,
  "push-halfway-left": { "left": Arg, "written": Arg },
  "push-halfway-undo": Record<never, never>,
  "push-halfway-undoing": Record<never, never>,
  "push-halfway-unread": Record<never, never>,
  "reach-base-url": { "url": Arg },
  "reach-base-url-none": Record<never, never>,
  "reach-basis": { "basis": Arg },
  "reach-certificate": { "chain": Arg, "from": Arg, "issuer": Arg, "names": Arg, "until": Arg },
  "reach-connect": { "address": Arg },
  "reach-connect-proxy": { "proxy": Arg },
  "reach-found": Record<never, never>,
  "reach-found-without-health": Record<never, never>,
  "reach-http": { "status": Arg },
  "reach-leg-connect": Record<never, never>,
  "reach-leg-found": Record<never, never>,
  "reach-leg-http": Record<never, never>,
  "reach-leg-name": Record<never, never>,
  "reach-leg-rights": Record<never, never>,
  "reach-leg-tls": Record<never, never>,
  "reach-leg-token": Record<never, never>,
  "reach-leg-version": Record<never, never>,
  "reach-name": { "addresses": Arg },
  "reach-name-by-proxy": { "proxy": Arg },
  "reach-name-number": Record<never, never>,
  "reach-retry": { "seconds": Arg },
  "reach-rights": { "allowed": Arg, "refused": Arg, "untried": Arg },
  "reach-tls": { "protocol": Arg },
  "reach-tls-by-proxy": Record<never, never>,
  "reach-tls-plain": Record<never, never>,
  "reach-token": { "user": Arg },
  "reach-token-never": Record<never, never>,
  "reach-token-superuser": { "user": Arg },
  "reach-token-unknown": Record<never, never>,
  "reach-verdict-asking": Record<never, never>,
  "reach-verdict-failed": Record<never, never>,
  "reach-verdict-not-needed": Record<never, never>,
  "reach-verdict-not-reached": Record<never, never>,
  "reach-verdict-noted": Record<never, never>,
  "reach-verdict-passed": Record<never, never>,
  "reach-verdict-waiting": Record<never, never>,
  "reach-version": { "version": Arg },
  "reach-version-differs": { "version": Arg },
  "reach-version-older": Record<never, never>,
  "reach-version-outside": { "version": Arg },
  "reach-version-plain": Record<never, never>,
  "reach-version-untold": Record<never, never>,
  "remedy-internal": Record<never, never>,
  "remedy-internal-why": Record<never, never>,
  "remedy-user-name": Record<never, never>,
  "remedy-user-name-usually": Record<never, never>,
  "remedy-user-name-why": { "other": Arg, "user": Arg },
  "repair-agrees-test": { "at": Arg },
  "repair-blind-many": Record<never, never>,
  "repair-blind-own": Record<never, never>,
  "repair-by-shell": Record<never, never>,
  "repair-cut": Record<never, never>,
  "repair-differs": Record<never, never>,
  "repair-differs-test": { "at": Arg, "handle": Arg, "id": Arg },
  "repair-doubled": { "id": Arg },
  "repair-held": { "id": Arg, "user": Arg },
  "repair-hint-test": { "at": Arg, "handle": Arg, "id": Arg },
  "repair-inactive": Record<never, never>,
  "repair-line-alone": { "line": Arg, "text": Arg },
  "repair-line-no-number": { "id": Arg, "line": Arg },
  "repair-line-stranger": { "line": Arg, "user": Arg },
  "repair-silent": Record<never, never>,
  "repair-summary": { "count": Arg },
  "repair-superuser": { "user": Arg },
  "repair-taken-off": { "by": Arg, "day": Arg },
  "repair-told-entered": { "id": Arg, "line": Arg },
  "repair-told-event": { "at": Arg, "id": Arg },
  "repair-told-kept": { "at": Arg, "id": Arg },
  "report-breaks": Record<never, never>,
  "report-diagnosis": { "id": Arg },
  "report-do-this": Record<never, never>,
  "report-exchanges": { "count": Arg },
  "report-field": { "name": Arg, "now": Arg, "will": Arg },
  "report-fine": Record<never, never>,
  "report-foot": { "program": Arg, "release": Arg, "requests": Arg },
  "report-leg": { "millis": Arg, "title": Arg, "verdict": Arg },
  "report-not-run": Record<never, never>,
  "report-note": Record<never, never>,
  "report-plan": { "at": Arg },
  "report-push": { "at": Arg, "became": Arg, "undone": Arg },
  "report-pushes": { "count": Arg },
  "report-risk": Record<never, never>,
  "report-says": { "address": Arg, "at": Arg },
  "report-says-token": { "address": Arg, "at": Arg },
  "report-skipped": Record<never, never>,
  "report-test": { "at": Arg, "ending": Arg },
  "report-title": { "host": Arg, "slug": Arg },
  "report-unseen": Record<never, never>,
  "report-way": { "host": Arg },
  "report-write": { "confirmed": Arg, "did": Arg, "fields": Arg, "target": Arg },
  "role-step-check": Record<never, never>,
  "role-step-group": { "name": Arg },
  "role-step-policies": Record<never, never>,
  "role-step-rights": { "rights": Arg },
  "role-step-role": { "name": Arg },
  "role-step-user": { "user": Arg },
  "rotation-accepted": Record<never, never>,
  "rotation-bar-ask-again": Record<never, never>,
  "rotation-bar-asking": Record<never, never>,
  "rotation-bar-check": Record<never, never>,
  "rotation-bar-checking": Record<never, never>,
  "rotation-bar-go-on": Record<never, never>,
  "rotation-bar-needs-secret": Record<never, never>,
  "rotation-bar-not-before": Record<never, never>,
  "rotation-bar-pressed": Record<never, never>,
  "rotation-bar-push": Record<never, never>,
  "rotation-cannot-tell": Record<never, never>,
  "rotation-gap": { "minutes": Arg, "seconds": Arg },
  "rotation-gap-at-least": { "minutes": Arg, "seconds": Arg },
  "rotation-kept": { "jobs": Arg },
  "rotation-kept-nowhere": Record<never, never>,
  "rotation-place": { "keys": Arg, "oauth": Arg, "regenerate": Arg, "secret": Arg },
  "rotation-ready-at-hand": Record<never, never>,
  "rotation-ready-cannot-tell": Record<never, never>,
  "rotation-ready-refused": Record<never, never>,
  "rotation-ready-right": { "user": Arg },
  "rotation-ready-right-unknown": { "user": Arg },
  "rotation-ready-source": { "id": Arg, "name": Arg },
  "rotation-ready-taken": Record<never, never>,
  "rotation-ready-unknown": Record<never, never>,
  "rotation-same": Record<never, never>,
  "rotation-same-refused": Record<never, never>,
  "rotation-stands-old": { "minutes": Arg, "seconds": Arg },
  "rotation-stands-unclear": { "minutes": Arg, "seconds": Arg },
  "settings-proxy-not-one": Record<never, never>,
  "settings-proxy-password": Record<never, never>,
  "shell-all-jobs": Record<never, never>,
  "shell-as-data": Record<never, never>,
  "shell-back": Record<never, never>,
  "shell-bytes-agree": { "count": Arg },
  "shell-bytes-extra": { "at": Arg, "found": Arg },
  "shell-bytes-missing": { "at": Arg, "expected": Arg },
  "shell-bytes-other": { "at": Arg, "expected": Arg, "found": Arg },
  "shell-bytes-row": { "difference": Arg, "row": Arg },
  "shell-change-after": Record<never, never>,
  "shell-change-data": { "title": Arg },
  "shell-change-field": Record<never, never>,
  "shell-change-nothing": Record<never, never>,
  "shell-change-now": Record<never, never>,
  "shell-change-stays": Record<never, never>,
  "shell-change-will-be": Record<never, never>,
  "shell-check-a-source": Record<never, never>,
  "shell-check-again": Record<never, never>,
  "shell-close": Record<never, never>,
  "shell-close-why-this": Record<never, never>,
  "shell-copied": Record<never, never>,
  "shell-copied-what": { "what": Arg },
  "shell-copy": Record<never, never>,
  "shell-copy-failed": Record<never, never>,
  "shell-copy-what": { "what": Arg },
  "shell-ctrl": Record<never, never>,
  "shell-do-this": Record<never, never>,
  "shell-drawing": { "field": Arg },
  "shell-drawing-plain": Record<never, never>,
  "shell-drawn-after": { "field": Arg },
  "shell-drawn-after-plain": Record<never, never>,
  "shell-enter": Record<never, never>,
  "shell-error-title": { "title": Arg },
  "shell-evidence": Record<never, never>,
  "shell-help": Record<never, never>,
  "shell-job": Record<never, never>,
  "shell-jobs": Record<never, never>,
  "shell-keyring-waits": Record<never, never>,
  "shell-keyring-waits-why": Record<never, never>,
  "shell-leg-ok": Record<never, never>,
  "shell-leg-waiting": Record<never, never>,
  "shell-main": Record<never, never>,
  "shell-more": Record<never, never>,
  "shell-not-yet": Record<never, never>,
  "shell-page-actions": Record<never, never>,
  "shell-practice": Record<never, never>,
  "shell-practice-change": Record<never, never>,
  "shell-practice-word": Record<never, never>,
  "shell-replace": Record<never, never>,
  "shell-risk": Record<never, never>,
  "shell-sent": Record<never, never>,
  "shell-sent-as-curl": Record<never, never>,
  "shell-sent-as-curl-what": Record<never, never>,
  "shell-sent-close": Record<never, never>,
  "shell-sent-count": { "count": Arg },
  "shell-sent-list": Record<never, never>,
  "shell-sent-no-secrets": Record<never, never>,
  "shell-sent-none": Record<never, never>,
  "shell-sent-none-says": Record<never, never>,
  "shell-sent-text": Record<never, never>,
  "shell-settings": Record<never, never>,
  "shell-skip": Record<never, never>,
  "shell-stage-cant-start": Record<never, never>,
  "shell-stage-done": Record<never, never>,
  "shell-stage-in-progress": Record<never, never>,
  "shell-stage-needs-attention": Record<never, never>,
  "shell-stage-not-started": Record<never, never>,
  "shell-stages": Record<never, never>,
  "shell-start": Record<never, never>,
  "shell-step-done": Record<never, never>,
  "shell-stop": Record<never, never>,
  "shell-stored-keyring": { "ends": Arg, "when": Arg },
  "shell-stored-memory": { "ends": Arg },
  "shell-time-left": { "minutes": Arg, "seconds": Arg },
  "shell-time-left-said": { "seconds": Arg },
  "shell-why-this": Record<never, never>,
  "shell-window-title": { "title": Arg },
  "shell-window-title-host": { "host": Arg, "title": Arg },
  "signin-advice-consent": Record<never, never>,
  "signin-before-ends": Record<never, never>,
  "signin-callback-removed": Record<never, never>,
  "signin-callback-unticked": Record<never, never>,
  "signin-code-age": { "limit": Arg, "seconds": Arg },
  "signin-code-age-near": { "limit": Arg, "seconds": Arg },
  "signin-code-age-pasted": { "limit": Arg, "seconds": Arg },
  "signin-code-age-pasted-near": { "limit": Arg, "seconds": Arg },
  "signin-differs-callback": { "callback": Arg },
  "signin-differs-email": Record<never, never>,
  "signin-differs-host": Record<never, never>,
  "signin-differs-owner": Record<never, never>,
  "signin-leg-browser": Record<never, never>,
  "signin-leg-callback": Record<never, never>,
  "signin-leg-consent": Record<never, never>,
  "signin-leg-exchange": Record<never, never>,
  "signin-leg-profile": Record<never, never>,
  "signin-leg-revoke": Record<never, never>,
  "signin-note-browser": { "address": Arg, "scopes": Arg },
  "signin-note-callback": { "seconds": Arg },
  "signin-note-callback-bare": Record<never, never>,
  "signin-note-callback-pasted": { "seconds": Arg },
  "signin-note-exchange": { "scopes": Arg },
  "signin-note-exchange-unsaid": { "scopes": Arg },
  "signin-note-foreign": Record<never, never>,
  "signin-note-not-revoked": Record<never, never>,
  "signin-note-profile": { "fields": Arg },
  "signin-note-profile-again": { "said": Arg },
  "signin-note-profile-without-email": { "fields": Arg },
  "signin-note-revoke": Record<never, never>,
  "signin-page-already": Record<never, never>,
  "signin-page-already-next": Record<never, never>,
  "signin-page-declined": Record<never, never>,
  "signin-page-declined-next": Record<never, never>,
  "signin-page-not-ours": Record<never, never>,
  "signin-page-not-ours-next": Record<never, never>,
  "signin-page-received": Record<never, never>,
  "signin-page-received-next": Record<never, never>,
  "signin-page-refused": Record<never, never>,
  "signin-page-unclear": Record<never, never>,
  "signin-page-unclear-next": Record<never, never>,
  "signin-paste-bare-code": Record<never, never>,
  "signin-paste-code": Record<never, never>,
  "signin-paste-declined": Record<never, never>,
  "signin-paste-empty": Record<never, never>,
  "signin-paste-late": Record<never, never>,
  "signin-paste-no-code": Record<never, never>,
  "signin-paste-not-a-code": Record<never, never>,
  "signin-paste-other-address": { "callback": Arg },
  "signin-paste-other-state": Record<never, never>,
  "signin-paste-refused": { "error": Arg },
  "signin-paste-still-at-x": Record<never, never>,
  "signin-paste-twice": Record<never, never>,
  "signin-paste-unclear": Record<never, never>,
  "signin-ruled-api-key": Record<never, never>,
  "signin-ruled-callback": Record<never, never>,
  "signin-ruled-client-id": Record<never, never>,
  "signin-ruled-email": Record<never, never>,
  "signin-ruled-not-saved": Record<never, never>,
  "signin-ruled-parameters": Record<never, never>,
  "signin-ruled-scopes": Record<never, never>,
  "signin-suspects-all": { "all": Arg },
  "signin-suspects-left": { "all": Arg, "left": Arg },
  "signin-suspects-none": Record<never, never>,
  "signin-suspects-one": Record<never, never>,
  "signin-verdict-failed": Record<never, never>,
  "signin-verdict-passed": Record<never, never>,
  "signin-verdict-pending": Record<never, never>,
  "signin-verdict-running": Record<never, never>,
  "signin-verdict-warned": Record<never, never>,
  "source-check-needs-address": Record<never, never>,
  "source-check-none-offered": Record<never, never>,
  "source-check-pick-source": Record<never, never>,
  "source-check-understood-admin": { "slug": Arg },
  "source-check-understood-api": { "slug": Arg },
  "source-check-understood-callback": { "slug": Arg },
  "source-check-understood-error": { "error": Arg, "slug": Arg },
  "source-check-understood-login": { "slug": Arg },
  "stage-address-wrong": Record<never, never>,
  "stage-after-names": Record<never, never>,
  "stage-after-push": Record<never, never>,
  "stage-after-server": Record<never, never>,
  "stage-after-signin": Record<never, never>,
  "stage-after-xapp": Record<never, never>,
  "stage-changed": Record<never, never>,
  "stage-checking": Record<never, never>,
  "stage-done": Record<never, never>,
  "stage-id-unknown": Record<never, never>,
  "stage-in-progress": Record<never, never>,
  "stage-names": Record<never, never>,
  "stage-names-wrong": Record<never, never>,
  "stage-not-reached": Record<never, never>,
  "stage-not-started": Record<never, never>,
  "stage-port-taken": Record<never, never>,
  "stage-port-wrong": Record<never, never>,
  "stage-problems": { "count": Arg },
  "stage-proved": Record<never, never>,
  "stage-push": Record<never, never>,
  "stage-push-failed": Record<never, never>,
  "stage-rights-missing": Record<never, never>,
  "stage-scopes-wrong": Record<never, never>,
  "stage-secret-refused": Record<never, never>,
  "stage-server": Record<never, never>,
  "stage-signin": Record<never, never>,
  "stage-skipped": Record<never, never>,
  "stage-slug-foreign": Record<never, never>,
  "stage-steps": { "done": Arg, "total": Arg },
  "stage-test-failed": Record<never, never>,
  "stage-testing": Record<never, never>,
  "stage-theirs": Record<never, never>,
  "stage-theirs-done": Record<never, never>,
  "stage-token-refused": Record<never, never>,
  "stage-verified": Record<never, never>,
  "stage-verify": Record<never, never>,
  "stage-who-wrong": Record<never, never>,
  "stage-writing": Record<never, never>,
  "stage-xapp": Record<never, never>,
  "summary-button": { "host": Arg, "name": Arg },
  "summary-goes-everywhere": Record<never, never>,
  "summary-goes-to-applications": Record<never, never>,
  "summary-only-linked": Record<never, never>,
  "switch-cancel": Record<never, never>,
  "switch-development-testers-only": Record<never, never>,
  "switch-email-scope-needs-switch": Record<never, never>,
  "switch-failed-exchange-burns-code": Record<never, never>,
  "switch-long-state": Record<never, never>,
  "switch-loopback-port": Record<never, never>,
  "switch-portal-bare-ip": Record<never, never>,
  "switch-portal-internal-names": Record<never, never>,
  "switch-portal-plain-http": Record<never, never>,
  "switch-public-client-secret": Record<never, never>,
  "switch-revoke-answer": Record<never, never>,
  "switch-unknown-client-status": Record<never, never>,
  "switch-zero-credits-block-profile": Record<never, never>,
  "terminal-about": Record<never, never>,
  "terminal-after": Record<never, never>,
  "terminal-any-allow-http": Record<never, never>,
  "terminal-any-ca-file": Record<never, never>,
  "terminal-any-practice": Record<never, never>,
  "terminal-check": Record<never, never>,
  "terminal-check-address": Record<never, never>,
  "terminal-check-client-id": Record<never, never>,
  "terminal-check-gone": { "id": Arg },
  "terminal-check-job": Record<never, never>,
  "terminal-check-json": Record<never, never>,
  "terminal-check-no-slug": Record<never, never>,
  "terminal-check-other-job": { "file": Arg },
  "terminal-check-quiet": Record<never, never>,
  "terminal-check-server": Record<never, never>,
  "terminal-check-slug": Record<never, never>,
  "terminal-check-token-stdin": Record<never, never>,
  "terminal-check.examples": Record<never, never>,
  "terminal-check.more": Record<never, never>,
  "terminal-completions": Record<never, never>,
  "terminal-completions-shell": Record<never, never>,
  "terminal-completions.examples": Record<never, never>,
  "terminal-completions.more": Record<never, never>,
  "terminal-doctor": Record<never, never>,
  "terminal-doctor-json": Record<never, never>,
  "terminal-doctor-looking": Record<never, never>,
  "terminal-doctor-port": Record<never, never>,
  "terminal-doctor-server": Record<never, never>,
  "terminal-doctor.examples": Record<never, never>,
  "terminal-doctor.more": Record<never, never>,
  "terminal-export": Record<never, never>,
  "terminal-export-format": Record<never, never>,
  "terminal-export-output": Record<never, never>,
  "terminal-export-secret-file": Record<never, never>,
  "terminal-export-secret-file-only": Record<never, never>,
  "terminal-export-unread": Record<never, never>,
  "terminal-export-written": { "file": Arg },
  "terminal-export.examples": Record<never, never>,
  "terminal-export.more": Record<never, never>,
  "terminal-facts": Record<never, never>,
  "terminal-facts-all": { "count": Arg },
  "terminal-facts-json": Record<never, never>,
  "terminal-facts-older": { "count": Arg, "day": Arg, "found": Arg },
  "terminal-facts-older-than": Record<never, never>,
  "terminal-facts.examples": Record<never, never>,
  "terminal-facts.more": Record<never, never>,
  "terminal-file-unreadable": { "file": Arg, "reason": Arg },
  "terminal-fleet": Record<never, never>,
  "terminal-fleet-allow-http": Record<never, never>,
  "terminal-fleet-concurrency": Record<never, never>,
  "terminal-fleet-done": { "all": Arg, "breaks": Arg, "done": Arg, "fine": Arg, "notes": Arg, "risks": Arg, "seconds": Arg },
  "terminal-fleet-file": Record<never, never>,
  "terminal-fleet-jobs": Record<never, never>,
  "terminal-fleet-json": Record<never, never>,
  "terminal-fleet-line": { "line": Arg, "says": Arg },
  "terminal-fleet-none": Record<never, never>,
  "terminal-fleet-output": Record<never, never>,
  "terminal-fleet-per-host": Record<never, never>,
  "terminal-fleet-quiet": Record<never, never>,
  "terminal-fleet-remarks": { "count": Arg },
  "terminal-fleet-so-far": { "all": Arg, "done": Arg },
  "terminal-fleet-stopped": Record<never, never>,
  "terminal-fleet.examples": Record<never, never>,
  "terminal-fleet.more": Record<never, never>,
  "terminal-handover": Record<never, never>,
  "terminal-handover-file": Record<never, never>,
  "terminal-handover-json": Record<never, never>,
  "terminal-handover-one-output": Record<never, never>,
  "terminal-handover-server": Record<never, never>,
  "terminal-handover-side": Record<never, never>,
  "terminal-handover-slug": Record<never, never>,
  "terminal-handover-which": { "count": Arg },
  "terminal-handover-written": { "file": Arg },
  "terminal-handover.examples": Record<never, never>,
  "terminal-handover.more": Record<never, never>,
  "terminal-heading-commands": Record<never, never>,
  "terminal-heading-examples": Record<never, never>,
  "terminal-heading-options": Record<never, never>,
  "terminal-heading-usage": Record<never, never>,
  "terminal-help": Record<never, never>,
  "terminal-input-not-text": Record<never, never>,
  "terminal-input-too-long": { "most": Arg },
  "terminal-input-unreadable": { "reason": Arg },
  "terminal-keyring-waits": Record<never, never>,
  "terminal-label-admin": Record<never, never>,
  "terminal-label-api": Record<never, never>,
  "terminal-label-callback": Record<never, never>,
  "terminal-label-login": Record<never, never>,
  "terminal-label-test-callback": Record<never, never>,
  "terminal-label-website": Record<never, never>,
  "terminal-login": Record<never, never>,
  "terminal-login-address": Record<never, never>,
  "terminal-login-allow-http": Record<never, never>,
  "terminal-login-ca-file": Record<never, never>,
  "terminal-login-came": { "kind": Arg, "millis": Arg, "user": Arg },
  "terminal-login-choose": { "count": Arg },
  "terminal-login-client-id": Record<never, never>,
  "terminal-login-json": Record<never, never>,
  "terminal-login-link": { "account": Arg, "user": Arg },
  "terminal-login-nobody": Record<never, never>,
  "terminal-login-not-listed": { "name": Arg },
  "terminal-login-open": { "address": Arg },
  "terminal-login-others": { "count": Arg },
  "terminal-login-server": Record<never, never>,
  "terminal-login-shows": Record<never, never>,
  "terminal-login-slug": Record<never, never>,
  "terminal-login-timeout": Record<never, never>,
  "terminal-login-token-stdin": Record<never, never>,
  "terminal-login-told": Record<never, never>,
  "terminal-login.examples": Record<never, never>,
  "terminal-login.more": Record<never, never>,
  "terminal-man": Record<never, never>,
  "terminal-man-of": Record<never, never>,
  "terminal-man.examples": Record<never, never>,
  "terminal-man.more": Record<never, never>,
  "terminal-merge": Record<never, never>,
  "terminal-merge-address": Record<never, never>,
  "terminal-merge-conflict": { "field": Arg, "ours": Arg, "theirs": Arg, "title": Arg },
  "terminal-merge-file": Record<never, never>,
  "terminal-merge-into": { "into": Arg },
  "terminal-merge-json": Record<never, never>,
  "terminal-merge-moves": { "address": Arg },
  "terminal-merge-new": { "address": Arg, "slug": Arg },
  "terminal-merge-no-conflict": { "field": Arg },
  "terminal-merge-ours": Record<never, never>,
  "terminal-merge-theirs": Record<never, never>,
  "terminal-merge-undecided": Record<never, never>,
  "terminal-merge.examples": Record<never, never>,
  "terminal-merge.more": Record<never, never>,
  "terminal-needs-yes": Record<never, never>,
  "terminal-no-runtime": { "reason": Arg },
  "terminal-nothing-written": Record<never, never>,
  "terminal-options-ca-file": Record<never, never>,
  "terminal-options-changed": Record<never, never>,
  "terminal-options-differs": Record<never, never>,
  "terminal-options-exists": Record<never, never>,
  "terminal-options-no-browser": Record<never, never>,
  "terminal-options-shows": Record<never, never>,
  "terminal-options-undo": Record<never, never>,
  "terminal-options-without": Record<never, never>,
  "terminal-output-failed": { "reason": Arg },
  "terminal-plan": Record<never, never>,
  "terminal-plan-json": Record<never, never>,
  "terminal-plan.examples": Record<never, never>,
  "terminal-plan.more": Record<never, never>,
  "terminal-practice": Record<never, never>,
  "terminal-practice-at": { "address": Arg },
  "terminal-practice-authentik-port": Record<never, never>,
  "terminal-practice-drafted": { "release": Arg },
  "terminal-practice-elsewhere": { "address": Arg, "file": Arg },
  "terminal-practice-failed": { "reason": Arg },
  "terminal-practice-fault": Record<never, never>,
  "terminal-practice-foreign": { "file": Arg },
  "terminal-practice-json": Record<never, never>,
  "terminal-practice-layout": Record<never, never>,
  "terminal-practice-licensed": Record<never, never>,
  "terminal-practice-list-faults": Record<never, never>,
  "terminal-practice-list-switches": Record<never, never>,
  "terminal-practice-patience": Record<never, never>,
  "terminal-practice-release": Record<never, never>,
  "terminal-practice-switch": Record<never, never>,
  "terminal-practice-tls": Record<never, never>,
  "terminal-practice-walk": Record<never, never>,
  "terminal-practice-x-port": Record<never, never>,
  "terminal-practice.examples": Record<never, never>,
  "terminal-practice.more": Record<never, never>,
  "terminal-push": Record<never, never>,
  "terminal-push-allow": Record<never, never>,
  "terminal-push-another": Record<never, never>,
  "terminal-push-approve": Record<never, never>,
  "terminal-push-ask": { "count": Arg },
  "terminal-push-authentication-flow": Record<never, never>,
  "terminal-push-change": Record<never, never>,
  "terminal-push-change-existing": Record<never, never>,
  "terminal-push-client-id": Record<never, never>,
  "terminal-push-disabled": Record<never, never>,
  "terminal-push-email": Record<never, never>,
  "terminal-push-enrolment-flow": Record<never, never>,
  "terminal-push-group": Record<never, never>,
  "terminal-push-group-matching": Record<never, never>,
  "terminal-push-json": Record<never, never>,
  "terminal-push-link": Record<never, never>,
  "terminal-push-list-unread": { "error": Arg, "path": Arg },
  "terminal-push-login-page": Record<never, never>,
  "terminal-push-matching": Record<never, never>,
  "terminal-push-name": Record<never, never>,
  "terminal-push-needs-email": { "matching": Arg },
  "terminal-push-no-enrolment": { "matching": Arg },
  "terminal-push-no-page": { "all": Arg, "name": Arg },
  "terminal-push-nobody-new": Record<never, never>,
  "terminal-push-remedy": Record<never, never>,
  "terminal-push-resume-timeout": Record<never, never>,
  "terminal-push-scopes": Record<never, never>,
  "terminal-push-server": Record<never, never>,
  "terminal-push-slug": Record<never, never>,
  "terminal-push-source-stage": Record<never, never>,
  "terminal-push-source-stage-after": Record<never, never>,
  "terminal-push-user-path": Record<never, never>,
  "terminal-push-without": Record<never, never>,
  "terminal-push-yes": Record<never, never>,
  "terminal-push.examples": Record<never, never>,
  "terminal-push.more": Record<never, never>,
  "terminal-recognise": Record<never, never>,
  "terminal-recognise-field": Record<never, never>,
  "terminal-recognise-json": Record<never, never>,
  "terminal-recognise-prompt": Record<never, never>,
  "terminal-recognise.examples": Record<never, never>,
  "terminal-recognise.more": Record<never, never>,
  "terminal-report": Record<never, never>,
  "terminal-report-address": Record<never, never>,
  "terminal-report-client-id": Record<never, never>,
  "terminal-report-format": Record<never, never>,
  "terminal-report-open": Record<never, never>,
  "terminal-report-output": Record<never, never>,
  "terminal-report-pseudonyms": Record<never, never>,
  "terminal-report-server": Record<never, never>,
  "terminal-report-slug": Record<never, never>,
  "terminal-report-token-stdin": Record<never, never>,
  "terminal-report.examples": Record<never, never>,
  "terminal-report.more": Record<never, never>,
  "terminal-rotate": Record<never, never>,
  "terminal-rotate-accepted": Record<never, never>,
  "terminal-rotate-ask": Record<never, never>,
  "terminal-rotate-cannot-tell": Record<never, never>,
  "terminal-rotate-json": Record<never, never>,
  "terminal-rotate-no-secret": Record<never, never>,
  "terminal-rotate-paste": Record<never, never>,
  "terminal-rotate-press": Record<never, never>,
  "terminal-rotate-server": Record<never, never>,
  "terminal-rotate-slug": Record<never, never>,
  "terminal-rotate-yes": Record<never, never>,
  "terminal-rotate.examples": Record<never, never>,
  "terminal-rotate.more": Record<never, never>,
  "terminal-secret-in-arguments": Record<never, never>,
  "terminal-step-comparing": Record<never, never>,
  "terminal-step-failed": { "change": Arg },
  "terminal-step-reading-back": { "change": Arg },
  "terminal-step-writing": { "change": Arg },
  "terminal-step-written": { "change": Arg, "millis": Arg },
  "terminal-test": Record<never, never>,
  "terminal-test-by-server": Record<never, never>,
  "terminal-test-ca-file": Record<never, never>,
  "terminal-test-client-id": Record<never, never>,
  "terminal-test-elsewhere": Record<never, never>,
  "terminal-test-email": Record<never, never>,
  "terminal-test-email-told": { "email": Arg },
  "terminal-test-given-up": Record<never, never>,
  "terminal-test-granted": { "scopes": Arg },
  "terminal-test-json": Record<never, never>,
  "terminal-test-no-browser": Record<never, never>,
  "terminal-test-open": { "address": Arg },
  "terminal-test-passed": Record<never, never>,
  "terminal-test-port": Record<never, never>,
  "terminal-test-profile": { "handle": Arg, "id": Arg, "name": Arg },
  "terminal-test-scopes": Record<never, never>,
  "terminal-test-secret": Record<never, never>,
  "terminal-test-server": Record<never, never>,
  "terminal-test-server-email": Record<never, never>,
  "terminal-test-slug": Record<never, never>,
  "terminal-test-stopped": Record<never, never>,
  "terminal-test-stopping": Record<never, never>,
  "terminal-test-timeout": Record<never, never>,
  "terminal-test-unread": Record<never, never>,
  "terminal-test.examples": Record<never, never>,
  "terminal-test.more": Record<never, never>,
  "terminal-undo": Record<never, never>,
  "terminal-undo-ask": Record<never, never>,
  "terminal-undo-delete": Record<never, never>,
  "terminal-undo-disable": Record<never, never>,
  "terminal-undo-instead": Record<never, never>,
  "terminal-undo-json": Record<never, never>,
  "terminal-undo-server": Record<never, never>,
  "terminal-undo-slug": Record<never, never>,
  "terminal-undo-yes": Record<never, never>,
  "terminal-undo.examples": Record<never, never>,
  "terminal-undo.more": Record<never, never>,
  "terminal-undone": Record<never, never>,
  "terminal-unseen": Record<never, never>,
  "terminal-update": Record<never, never>,
  "terminal-update-absent": Record<never, never>,
  "terminal-update-json": Record<never, never>,
  "terminal-update-never": Record<never, never>,
  "terminal-update-off": Record<never, never>,
  "terminal-update-weekly": Record<never, never>,
  "terminal-update.examples": Record<never, never>,
  "terminal-update.more": Record<never, never>,
  "terminal-urls": Record<never, never>,
  "terminal-urls-compare": Record<never, never>,
  "terminal-urls-extra": { "line": Arg },
  "terminal-urls-json": Record<never, never>,
  "terminal-urls-server": Record<never, never>,
  "terminal-urls-slug": Record<never, never>,
  "terminal-urls.examples": Record<never, never>,
  "terminal-urls.more": Record<never, never>,
  "terminal-usage-command": { "command": Arg },
  "terminal-usage-missing": { "arguments": Arg },
  "terminal-usage-one-of": { "all": Arg, "argument": Arg, "value": Arg },
  "terminal-usage-other": Record<never, never>,
  "terminal-usage-see": { "command": Arg },
  "terminal-usage-twice": { "argument": Arg },
  "terminal-usage-unknown": { "argument": Arg },
  "terminal-usage-value": { "argument": Arg, "value": Arg },
  "terminal-usage-value-missing": { "argument": Arg },
  "terminal-version": Record<never, never>,
  "terminal-walk-accepted": Record<never, never>,
  "terminal-walk-done": Record<never, never>,
  "terminal-walk-login": { "user": Arg },
  "terminal-walk-reached": { "user": Arg, "version": Arg },
  "terminal-walk-registered": { "count": Arg },
  "terminal-walk-urls": { "callback": Arg, "test": Arg },
  "terminal-window-help": Record<never, never>,
  "terminal-window-no-display": Record<never, never>,
  "terminal-window-no-webview": { "reason": Arg },
  "terminal-window-not-opened": { "reason": Arg },
  "terminal-window-version": { "version": Arg },
  "unseen-app": Record<never, never>,
  "unseen-brands": Record<never, never>,
  "unseen-callbacks": Record<never, never>,
  "unseen-mappings": Record<never, never>,
  "unseen-matching": Record<never, never>,
  "unseen-secret": Record<never, never>,
  "unseen-secret-of-server": Record<never, never>,
  "unseen-sign-ins": Record<never, never>,
  "unseen-source-off": Record<never, never>,
  "unseen-user-names": Record<never, never>,
  "unseen-with-credentials": Record<never, never>,
  "unseen-with-form": Record<never, never>,
  "unseen-with-sign-in": Record<never, never>,
  "unseen-with-token": { "rights": Arg },
  "update-failed": { "day": Arg },
  "update-never-checked": Record<never, never>,
  "update-newer": { "version": Arg },
  "update-newest": { "day": Arg },
  "verify-tidy-callback": Record<never, never>,
  "verify-tidy-callback-why": Record<never, never>,
  "verify-tidy-token": Record<never, never>,
  "verify-tidy-token-why": Record<never, never>,
  "why-credentials-1": Record<never, never>,
  "why-credentials-1-title": Record<never, never>,
  "why-credentials-2": Record<never, never>,
  "why-credentials-2-title": Record<never, never>,
  "why-credentials-3": Record<never, never>,
  "why-credentials-3-title": Record<never, never>,
  "why-credentials-4": Record<never, never>,
  "why-credentials-4-title": Record<never, never>,
  "why-credentials-5": Record<never, never>,
  "why-credentials-5-title": Record<never, never>,
  "why-names-1": Record<never, never>,
  "why-names-1-title": Record<never, never>,
  "why-names-2": Record<never, never>,
  "why-names-2-title": Record<never, never>,
  "why-names-3": Record<never, never>,
  "why-names-3-title": Record<never, never>,
  "why-names-4": Record<never, never>,
  "why-names-4-title": Record<never, never>,
  "why-names-5": Record<never, never>,
  "why-names-5-title": Record<never, never>,
  "why-push-1": Record<never, never>,
  "why-push-1-title": Record<never, never>,
  "why-push-2": Record<never, never>,
  "why-push-2-title": Record<never, never>,
  "why-push-3": Record<never, never>,
  "why-push-3-title": Record<never, never>,
  "why-push-4": Record<never, never>,
  "why-push-4-title": Record<never, never>,
  "why-push-5": Record<never, never>,
  "why-push-5-title": Record<never, never>,
  "why-server-1": Record<never, never>,
  "why-server-1-title": Record<never, never>,
  "why-server-2": Record<never, never>,
  "why-server-2-title": Record<never, never>,
  "why-server-3": Record<never, never>,
  "why-server-3-title": Record<never, never>,
  "why-server-4": Record<never, never>,
  "why-server-4-title": Record<never, never>,
  "why-server-5": Record<never, never>,
  "why-server-5-title": Record<never, never>,
  "why-signin-1": Record<never, never>,
  "why-signin-1-title": Record<never, never>,
  "why-signin-2": Record<never, never>,
  "why-signin-2-title": Record<never, never>,
  "why-signin-3": Record<never, never>,
  "why-signin-3-title": Record<never, never>,
  "why-signin-4": Record<never, never>,
  "why-signin-4-title": Record<never, never>,
  "why-signin-5": Record<never, never>,
  "why-signin-5-title": Record<never, never>,
  "why-start-1": Record<never, never>,
  "why-start-1-title": Record<never, never>,
  "why-start-2": Record<never, never>,
  "why-start-2-title": Record<never, never>,
  "why-start-3": Record<never, never>,
  "why-start-3-title": Record<never, never>,
  "why-start-4": Record<never, never>,
  "why-start-4-title": Record<never, never>,
  "why-start-5": Record<never, never>,
  "why-start-5-title": Record<never, never>,
  "why-verify-1": Record<never, never>,
  "why-verify-1-title": Record<never, never>,
  "why-verify-2": Record<never, never>,
  "why-verify-2-title": Record<never, never>,
  "why-verify-3": Record<never, never>,
  "why-verify-3-title": Record<never, never>,
  "why-verify-4": Record<never, never>,
  "why-verify-4-title": Record<never, never>,
  "why-verify-5": Record<never, never>,
  "why-verify-5-title": Record<never, never>,
  "why-xapp-1": Record<never, never>,
  "why-xapp-1-title": Record<never, never>,
  "why-xapp-2": Record<never, never>,
  "why-xapp-2-title": Record<never, never>,
  "why-xapp-3": Record<never, never>,
  "why-xapp-3-title": Record<never, never>,
  "why-xapp-4": Record<never, never>,
  "why-xapp-4-title": Record<never, never>,
  "why-xapp-5": Record<never, never>,
  "why-xapp-5-title": Record<never, never>,
};

/** The arguments of messages whose numbers name something, so that their digits aren't grouped. */
export const identifiers: readonly string[] = ["byte", "line", "number", "port", "row", "year"];

/** Every command of the window. Each answers, or throws a `Diagnosis`. */
export const commands = {
  appView: (): Promise<View> => invoke("app_view"),
  appTrace: (): Promise<Array<Exchange>> => invoke("app_trace"),
  appMark: (args: { label: string }): Promise<boolean> => invoke("app_mark", args),
  appZoom: (args: { percent: number }): Promise<boolean> => invoke("app_zoom", args),
  linkOpen: (args: { link: Link }): Promise<View> => invoke("link_open", args),
  noticeDismiss: (): Promise<View> => invoke("notice_dismiss"),
  fileDrop: (args: { name: string, text: string }): Promise<DroppedFile> => invoke("file_drop", args),
  windowNarrow: (args: { on: boolean }): Promise<boolean> => invoke("window_narrow", args),
  crashDismiss: (): Promise<View> => invoke("crash_dismiss"),
  problemReport: (): Promise<string> => invoke("problem_report"),
  leaveStay: (): Promise<View> => invoke("leave_stay"),
  leaveStoreSecret: (): Promise<View> => invoke("leave_store_secret"),
  leaveClose: (): Promise<boolean> => invoke("leave_close"),
  settingsChange: (args: { settings: Settings }): Promise<View> => invoke("settings_change", args),
  settingsBrowsers: (): Promise<Array<InstalledBrowser>> => invoke("settings_browsers"),
  settingsChooseCa: (): Promise<View> => invoke("settings_choose_ca"),
  settingsClearCa: (): Promise<View> => invoke("settings_clear_ca"),
  settingsForgetSecrets: (): Promise<View> => invoke("settings_forget_secrets"),
  settingsOpenFolder: (args: { folder: ProgramFolder }): Promise<View> => invoke("settings_open_folder", args),
  updateChoose: (args: { weekly: boolean }): Promise<View> => invoke("update_choose", args),
  updateOpen: (): Promise<View> => invoke("update_open"),
  updateClose: (): Promise<View> => invoke("update_close"),
  jobNew: (): Promise<View> => invoke("job_new"),
  jobOpen: (args: { id: string }): Promise<View> => invoke("job_open", args),
  jobForget: (args: { id: string }): Promise<View> => invoke("job_forget", args),
  jobClose: (): Promise<View> => invoke("job_close"),
  jobRename: (args: { id: string, label: string }): Promise<View> => invoke("job_rename", args),
  jobArchive: (args: { id: string, archived: boolean }): Promise<View> => invoke("job_archive", args),
  jobDuplicate: (args: { id: string }): Promise<View> => invoke("job_duplicate", args),
  pageOpen: (args: { stage: Stage }): Promise<View> => invoke("page_open", args),
  pageNext: (): Promise<View> => invoke("page_next"),
  handoverFollow: (args: { progress: Channel<number> }): Promise<boolean> => invoke("handover_follow", args),
  handoverSide: (args: { side: Side }): Promise<View> => invoke("handover_side", args),
  handoverSave: (): Promise<View> => invoke("handover_save"),
  handoverChoose: (): Promise<View> => invoke("handover_choose"),
  handoverPick: (args: { field: HandoverField, pick: HandoverPick }): Promise<View> => invoke("handover_pick", args),
  handoverAddress: (args: { agreed: boolean }): Promise<View> => invoke("handover_address", args),
  handoverTake: (): Promise<View> => invoke("handover_take"),
  handoverLeave: (): Promise<View> => invoke("handover_leave"),
  practiceFaults: (): Promise<Array<PracticePlace>> => invoke("practice_faults"),
  practiceLayouts: (): Promise<Array<PracticeLayout>> => invoke("practice_layouts"),
  practiceStart: (args: { chosen: PracticeChosen }): Promise<View> => invoke("practice_start", args),
  practiceEnd: (): Promise<View> => invoke("practice_end"),
  serverEdit: (args: { address: string, allowHttp: boolean }): Promise<View> => invoke("server_edit", args),
  serverChooseCa: (): Promise<View> => invoke("server_choose_ca"),
  serverClearCa: (): Promise<View> => invoke("server_clear_ca"),
  serverStoreToken: (args: { token: string, place: SecretLocation }): Promise<View> => invoke("server_store_token", args),
  serverPracticeToken: (): Promise<View> => invoke("server_practice_token"),
  serverForgetToken: (): Promise<View> => invoke("server_forget_token"),
  serverCheck: (args: { progress: Channel<number> }): Promise<View> => invoke("server_check", args),
  namesEdit: (args: { entered: NamesInput, access: AccessInput | null }): Promise<View> => invoke("names_edit", args),
  namesAgree: (): Promise<View> => invoke("names_agree"),
  remedySet: (args: { remedy: Remedy, on: boolean }): Promise<View> => invoke("remedy_set", args),
  xappLayout: (args: { layout: Layout }): Promise<View> => invoke("xapp_layout", args),
  xappShow: (args: { action: string }): Promise<View> => invoke("xapp_show", args),
  xappNewApp: (args: { newApp: boolean }): Promise<View> => invoke("xapp_new_app", args),
  xappTick: (args: { step: string, done: boolean }): Promise<View> => invoke("xapp_tick", args),
  xappTickOpen: (): Promise<View> => invoke("xapp_tick_open"),
  xappAll: (args: { all: boolean }): Promise<View> => invoke("xapp_all", args),
  xappSearch: (args: { seen: string }): Promise<Array<Sighting>> => invoke("xapp_search", args),
  xappPaste: (args: { text: string }): Promise<View> => invoke("xapp_paste", args),
  xappPeople: (args: { people: number }): Promise<View> => invoke("xapp_people", args),
  portalOpen: (): Promise<View> => invoke("portal_open"),
  credentialsEnter: (args: { field: PasteField, text: string, place: SecretLocation }): Promise<View> => invoke("credentials_enter", args),
  credentialsUseAnyway: (args: { field: PasteField, place: SecretLocation }): Promise<View> => invoke("credentials_use_anyway", args),
  credentialsPutRight: (args: { place: SecretLocation }): Promise<View> => invoke("credentials_put_right", args),
  credentialsForgetSecret: (): Promise<View> => invoke("credentials_forget_secret"),
  credentialsCheck: (): Promise<View> => invoke("credentials_check"),
  signinStart: (args: { progress: Channel<number> }): Promise<View> => invoke("signin_start", args),
  signinPrivate: (args: { private: boolean }): Promise<View> => invoke("signin_private", args),
  signinByServer: (args: { byServer: boolean }): Promise<View> => invoke("signin_by_server", args),
  signinOtherPort: (): Promise<View> => invoke("signin_other_port"),
  signinControl: (args: { control: SignInCommand }): Promise<View> => invoke("signin_control", args),
  signinPaste: (args: { text: string }): Promise<View> => invoke("signin_paste", args),
  pushReview: (): Promise<View> => invoke("push_review"),
  pushChoose: (args: { choice: PlanChoice }): Promise<View> => invoke("push_choose", args),
  pushDecide: (args: { existing: ExistingSource }): Promise<View> => invoke("push_decide", args),
  pushApply: (args: { progress: Channel<number> }): Promise<View> => invoke("push_apply", args),
  pushReviewUndo: (): Promise<View> => invoke("push_review_undo"),
  pushUndo: (args: { consent: Confirmation, progress: Channel<number> }): Promise<View> => invoke("push_undo", args),
  embedLook: (): Promise<View> => invoke("embed_look"),
  sourceStageChoose: (args: { chosen: SourceStageChoice }): Promise<View> => invoke("source_stage_choose", args),
  repairLook: (): Promise<View> => invoke("repair_look"),
  repairTable: (args: { table: string }): Promise<View> => invoke("repair_table", args),
  repairAgree: (args: { user: number, id: string, agreed: boolean }): Promise<View> => invoke("repair_agree", args),
  verifyRun: (): Promise<View> => invoke("verify_run"),
  verifyTick: (args: { item: string, done: boolean }): Promise<View> => invoke("verify_tick", args),
  exportLook: (): Promise<View> => invoke("export_look"),
  exportText: (args: { format: ExportFormat }): Promise<string> => invoke("export_text", args),
  exportSave: (args: { format: ExportFormat }): Promise<View> => invoke("export_save", args),
  loginStart: (args: { of: Subject, opening: LoginOpening, progress: Channel<number> }): Promise<View> => invoke("login_start", args),
  loginControl: (args: { control: LoginCommand }): Promise<View> => invoke("login_control", args),
  loginUnlink: (args: { of: Subject }): Promise<View> => invoke("login_unlink", args),
  rotationStart: (args: { of: Subject }): Promise<View> => invoke("rotation_start", args),
  rotationPrepare: (args: { progress: Channel<number> }): Promise<View> => invoke("rotation_prepare", args),
  rotationChanged: (): Promise<View> => invoke("rotation_changed"),
  rotationPaste: (args: { text: string, progress: Channel<number> }): Promise<View> => invoke("rotation_paste", args),
  rotationUseAnyway: (args: { progress: Channel<number> }): Promise<View> => invoke("rotation_use_anyway", args),
  rotationUseAtHand: (args: { progress: Channel<number> }): Promise<View> => invoke("rotation_use_at_hand", args),
  rotationAsk: (args: { progress: Channel<number> }): Promise<View> => invoke("rotation_ask", args),
  rotationPush: (args: { progress: Channel<number> }): Promise<View> => invoke("rotation_push", args),
  rotationEnd: (): Promise<View> => invoke("rotation_end"),
  sourceCheckEdit: (args: { address: string, slug: string, allowHttp: boolean }): Promise<View> => invoke("source_check_edit", args),
  sourceCheckChooseCa: (): Promise<View> => invoke("source_check_choose_ca"),
  sourceCheckClearCa: (): Promise<View> => invoke("source_check_clear_ca"),
  sourceCheckToken: (args: { token: string, place: SecretLocation }): Promise<View> => invoke("source_check_token", args),
  sourceCheckStoredToken: (): Promise<View> => invoke("source_check_stored_token"),
  sourceCheckForgetToken: (): Promise<View> => invoke("source_check_forget_token"),
  sourceCheckCredentials: (args: { field: PasteField, text: string }): Promise<View> => invoke("source_check_credentials", args),
  sourceCheckForgetSecret: (): Promise<View> => invoke("source_check_forget_secret"),
  sourceCheckRun: (args: { progress: Channel<number> }): Promise<View> => invoke("source_check_run", args),
  sourceCheckOpenJob: (): Promise<View> => invoke("source_check_open_job"),
  reportText: (args: { of: Subject, format: ReportFormat, pseudonyms: boolean }): Promise<string> => invoke("report_text", args),
  reportSave: (args: { of: Subject, format: ReportFormat, pseudonyms: boolean }): Promise<View> => invoke("report_save", args),
  reportOpen: (): Promise<View> => invoke("report_open"),
  reportClose: (): Promise<View> => invoke("report_close"),
  reportExchanges: (): Promise<Array<Exchange>> => invoke("report_exchanges"),
  fleetRead: (args: { text: string, name: string, allowHttp: boolean }): Promise<View> => invoke("fleet_read", args),
  fleetChooseFile: (args: { allowHttp: boolean }): Promise<View> => invoke("fleet_choose_file", args),
  fleetJobs: (): Promise<View> => invoke("fleet_jobs"),
  fleetClear: (): Promise<View> => invoke("fleet_clear"),
  fleetRun: (args: { again: boolean, progress: Channel<number> }): Promise<View> => invoke("fleet_run", args),
  fleetStop: (): Promise<View> => invoke("fleet_stop"),
  fleetRows: (args: { query: FleetQuery }): Promise<FleetRows> => invoke("fleet_rows", args),
  fleetOpen: (args: { row: number }): Promise<View> => invoke("fleet_open", args),
  fleetSave: (): Promise<View> => invoke("fleet_save"),
};
