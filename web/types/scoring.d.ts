// What goes through the gateway to `scoring`. Made by `make contract`; change scoring/contract.py.

export type Capacity = "none" | "low" | "some" | "plenty";

export type YesOrNo = "yes" | "no";

export type Outcome = "done" | "not-now" | "not-for-me" | "no-answer";

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

export type Entries = string[][];

/** How many times another idea was asked for, by slot. */
export interface Ideas {
  invitation?: number;
  contribution?: number;
}

/** When and where, in the reader's own words, and the day. */
export interface Moment {
  when?: string;
  where?: string;
  day?: string;
}

/** The days on which the reader counted, this time and the time before. */
export interface Counted {
  now?: string;
  before?: string;
}

/** What became of a move in an earlier week. */
export interface PastMove {
  move: string;
  week: number;
  outcome: Outcome;
}

/** The input of the command line: answers by strand, 0 to 4, null, or "none" where there is nothing to count. */
export interface Person {
  answers: Record<string, number | string | null>;
  capacity?: Capacity;
  contexts?: string[];
  week?: number;
  wishes?: string[];
  ordinary?: boolean;
  second?: Record<string, YesOrNo>;
  history?: PastMove[];
  thin_spot?: string;
}

/** Asks for the score of a person. */
export interface ScoreRequest {
  do: "score";
  input: Person;
}

/** Asks for the same with one answer changed. */
export interface WhatIfRequest {
  do: "what-if";
  input: Person;
  strand: string;
  answer: number;
}

/** What every request about the form brings. */
export interface FormRequest {
  entries: Entries;
  today: string;
  another?: Ideas;
}

/** How texts are to be phrased: with which address, whether with scores and points, and with the card's score. */
export interface PhrasingRequest {
  site?: string;
  left_out?: string[];
  numbers?: boolean;
  card_score?: boolean;
}

/** Asks for the view of the form. */
export interface BuilderRequest extends FormRequest, PhrasingRequest {
  do: "builder";
  thin_spot?: string | null;
  promised?: string | null;
  history?: PastMove[];
  counted?: Counted;
  moment?: Moment;
}

/** Asks for the card behind a shared link. */
export interface OpenLinkRequest extends PhrasingRequest {
  do: "open-link";
  code: string;
}

/** Asks for the form as a file. */
export interface ExportRequest extends FormRequest {
  do: "export";
}

/** Asks what such a file would change. */
export interface ImportPreviewRequest extends FormRequest {
  do: "import-preview";
  text: string;
}

/** The weekly review in a calendar. */
export interface ReviewChoice {
  weekday: Weekday;
  time: string;
}

/** A move in a calendar, one of the site by its id, or in the reader's own words. */
export interface MoveChoice {
  id?: string;
  title?: string;
  date: string;
  time: string;
}

/** Asks for a calendar file, at `stamp`. */
export interface CalendarRequest {
  do: "calendar";
  today: string;
  stamp: string;
  name_the_move?: boolean;
  review?: ReviewChoice;
  move?: MoveChoice;
  moment?: Moment;
  alarm?: boolean;
  link?: string;
}

/** A strand by its id and label. */
export interface NamedStrand {
  id: string;
  label: string;
}

/** What a strand earned and could gain. */
export interface StrandScore {
  id: string;
  label: string;
  answer: number | null;
  set_aside: boolean;
  points: number | null;
  gain: number | null;
}

/** A move, but for the answers that it makes sense for. */
export interface MoveData {
  id: string;
  kind: string;
  title: string;
  detail: string;
  say: string;
  easy_no: string;
  effort: number;
  needs: string[];
  counts: boolean;
  direction: string;
  only: string[];
  avoid: string[];
  suits: string[];
  guard: string;
  sources: string[];
}

/** One if-then plan, for the move on offer. */
export interface PlanData {
  when: string;
  then: string;
}

/** A step of a protocol. */
export interface StepData {
  when: string;
  then: string;
  if_not: string;
}

/** A strand's if-then steps. */
export interface ProtocolData {
  steps: StepData[];
  repair: string;
}

/** The card's headline, and all of it. */
export interface CardText {
  line: string;
  text: string;
}

/** What `community-os score` prints. */
export interface ScoreResult {
  model: number;
  score: number | null;
  score_exact: number | null;
  range: number[];
  band: string | null;
  answered: number;
  strands: StrandScore[];
  thin_spot: NamedStrand | null;
  ties: string[];
  next_thin: NamedStrand | null;
  invitation: MoveData | null;
  contribution: MoveData | null;
  second: string[];
  plan: PlanData | null;
  protocol: ProtocolData | null;
  path: string[];
  card: CardText;
  code: string;
}

/** A move that is suggested. */
export interface Idea {
  id: string;
  kind: string;
  title: string;
  detail: string;
  say: string;
  easy_no: string;
  guard: string;
  after: string;
  idea: string;
  more: boolean;
  next: number;
}

/** The texts of the card's picture; empty where there is none. */
export interface CardParts {
  week: string;
  headline: string;
  say: string;
  day: string;
  moment: string;
  line: string;
  score: string;
  address: string;
}

/** What another answer would give; of a strand's five, in their order. */
export interface PossibleAnswer {
  score: string;
  said: string;
}

/** A strand in the table of points. */
export interface PointsRow {
  label: string;
  value: number | null;
  answer: string;
  points: string;
  gain: string;
  steps: PossibleAnswer[];
}

/** A strand on the map. */
export interface MapRow {
  id: string;
  label: string;
  value: number | null;
  answer: string;
  thin: boolean;
}

/** When the reader counted, this time and the time before; empty where it was today, or never. */
export interface CountedData {
  now: string;
  again: boolean;
  before: string;
}

/** The result as finished texts and rows; empty, or null, where there is nothing yet. */
export interface BuilderView {
  state: "empty" | "partial" | "complete";
  sentence: string;
  said: string;
  range: string;
  score: string;
  band: string;
  thin_spot: string;
  ties: string[];
  notes: string[];
  calm: string;
  invitation: Idea | null;
  contribution: Idea | null;
  plan: PlanData | null;
  protocol: ProtocolData | null;
  second: string[];
  chapter: string[];
  path: string[];
  card: string;
  card_parts: CardParts | null;
  points: PointsRow[];
  link: string;
  ring: MapRow[];
  picture: string;
  counted: CountedData | null;
}

/** The card behind a link, and what would put its answers into the form. */
export interface SharedView {
  entries: Entries;
  view: BuilderView;
}

/** A file for the reader: name and text. */
export interface FileData {
  file: string;
  text: string;
}

/** A line of the form that a file would change. */
export interface ChangedLine {
  label: string;
  before: string;
  after: string;
}

/** What a file holds, and what would put it into the form. */
export interface ImportPreview {
  said: string;
  changes: ChangedLine[];
  notes: string[];
  entries: Entries;
  another: Ideas;
}

/** Why a request is refused, and what is allowed. */
export interface IssueData {
  path: string;
  code: string;
  text: string;
  allowed: string;
}

/** The answer to a bad request. */
export interface Refusal {
  ok: false;
  issues: IssueData[];
}

export type LedgerFields = Record<string, unknown>;

/** None */
export interface LedgerChange {
  in: string;
  id?: string;
  fields?: LedgerFields;
  remove?: boolean;
  join?: string;
  review?: boolean;
}

/** Asks for this week, with the builder's form where it holds anything. */
export interface LedgerRequest {
  do: "ledger";
  text: string;
  today: string;
  entries?: Entries;
  another?: Ideas;
  promised?: string | null;
  counted?: string | null;
  site?: string;
  left_out?: string[];
}

/** Asks for the people as a list and as rings. */
export interface PeopleRequest {
  do: "people";
  text: string;
  today: string;
}

/** Asks whether a name is in the ledger already. */
export interface KnownNameRequest {
  do: "people-name";
  text: string;
  name: string;
  today: string;
}

/** Asks what becomes of two entries that are made one. */
export interface JoinedPeopleRequest {
  do: "people-join";
  text: string;
  id: string;
  join: string;
  today: string;
}

/** Asks for the ledger with changes made at a moment, in UTC. */
export interface LedgerChangeRequest {
  do: "ledger-change";
  text: string;
  changes: LedgerChange[];
  now: string;
}

/** Asks what the text of a file would change. */
export interface LedgerImportRequest {
  do: "ledger-import";
  text: string;
  file: string;
}

/** None */
export interface LedgerFileRequest {
  do: "ledger-file";
  text: string;
  as: "json" | "people" | "weeks";
  today: string;
}

/** Asks for the names in contacts. */
export interface LedgerNamesRequest {
  do: "ledger-names";
  names: string;
}

/** Asks which answers the ledger suggests. */
export interface LedgerAnswersRequest {
  do: "ledger-answers";
  text: string;
  today: string;
}

/** Something by its id and name. */
export interface Named {
  id: string;
  name: string;
}

/** Somebody who needs maintenance, and why, in words. */
export interface DueRow extends Named {
  reason: string;
}

/** An earlier week of which it is not known what became of its invitation. */
export interface LastWeek {
  week: string;
  range: string;
  title: string;
}

/** What is asked or given; empty where there is none. */
export interface PlanChoice {
  title: string;
  move: string;
  person: string;
  kind: string;
}

/** This week as it was written. */
export interface WrittenWeek {
  people: string[];
  names: string[];
  line: string;
  invitation: PlanChoice;
  day: string;
  contribution: PlanChoice;
  quiet: boolean;
}

/** A week in the history; `height` is its score for a bar, 0 where it was not counted. */
export interface WeekRow {
  id: string;
  year: string;
  day: string;
  range: string;
  text: string;
  outcome: string;
  note: string;
  score: string;
  height: number;
  written: boolean;
}

/** The weeks of a year, the latest first. */
export interface HistoryYear {
  year: string;
  weeks: WeekRow[];
}

/** The score that was counted in a week, which its entry does not have yet. */
export interface CountedWeek {
  week: string;
  score: number;
}

/** This week as finished texts and rows; empty, or null, where there is nothing. */
export interface LedgerView {
  state: "empty" | "open" | "written";
  week: string;
  range: string;
  last: LastWeek | null;
  last_written: string;
  due: DueRow[];
  resting: string[];
  people: Named[];
  others: Named[];
  repairs: Named[];
  invitation: Idea | null;
  promised: boolean;
  contribution: Idea | null;
  days: Named[];
  written: WrittenWeek | null;
  card: string;
  card_parts: CardParts | null;
  ring: MapRow[];
  since: string;
  recount: boolean;
  counted: CountedWeek | null;
  bars: WeekRow[];
  years: HistoryYear[];
}

/** A place in the picture of the rings, in a square of 200 by 200. */
export interface SpotData {
  x: number;
  y: number;
}

/** Somebody in the list; only who may be named has a place in the picture. `touched`: `about`, if today. */
export interface PersonRow {
  id: string;
  name: string;
  kind: string;
  ring: string;
  state: string;
  rhythm: string;
  last: string;
  last_month: string;
  repair: boolean;
  about: string;
  touched: string;
  rests: string;
  spot: SpotData | null;
  closer: string;
  further: string;
  guarded: boolean;
}

/** A name in the picture, where its line begins, ends or has its middle. */
export interface LabelData {
  text: string;
  x: number;
  y: number;
  anchor: string;
}

/** Everybody, in the order of names, and what the picture says. */
export interface PeopleView {
  said: string;
  room: string;
  active: PersonRow[];
  others: PersonRow[];
  ghosts: SpotData[];
  labels: LabelData[];
  months: Named[];
  few: boolean;
  empty: boolean;
}

/** Who has a name already, in words, and the change after which nobody of that name is suggested. */
export interface KnownName {
  said: string;
  leave: LedgerChange;
}

/** What becomes of two entries that are made one, and the change that does it. */
export interface JoinedPeople {
  said: string;
  change: LedgerChange;
}

/** The new text of a ledger, and the changes that take these back. */
export interface ChangedLedger {
  text: string;
  undo: LedgerChange[];
}

/** What a file would change, and the ledger with it. */
export interface LedgerPreview {
  said: string;
  changes: ChangedLine[];
  text: string;
}

/** The names in contacts. */
export interface FoundNames {
  names: string[];
}

/** An answer to a question of the builder, and why. */
export interface SuggestedAnswer {
  strand: string;
  answer: number;
  said: string;
}

/** What the ledger suggests, and what became of earlier moves. */
export interface SuggestedAnswers {
  answers: SuggestedAnswer[];
  history: PastMove[];
}

/** Every request by its name, with the result of its answer. */
export interface Exchanges {
  "score": { request: ScoreRequest; result: ScoreResult };
  "what-if": { request: WhatIfRequest; result: ScoreResult };
  "builder": { request: BuilderRequest; result: BuilderView };
  "open-link": { request: OpenLinkRequest; result: SharedView };
  "export": { request: ExportRequest; result: FileData };
  "import-preview": { request: ImportPreviewRequest; result: ImportPreview };
  "calendar": { request: CalendarRequest; result: FileData };
  "ledger": { request: LedgerRequest; result: LedgerView };
  "people": { request: PeopleRequest; result: PeopleView };
  "people-name": { request: KnownNameRequest; result: KnownName };
  "people-join": { request: JoinedPeopleRequest; result: JoinedPeople };
  "ledger-change": { request: LedgerChangeRequest; result: ChangedLedger };
  "ledger-import": { request: LedgerImportRequest; result: LedgerPreview };
  "ledger-file": { request: LedgerFileRequest; result: FileData };
  "ledger-names": { request: LedgerNamesRequest; result: FoundNames };
  "ledger-answers": { request: LedgerAnswersRequest; result: SuggestedAnswers };
}

export type Request = Exchanges[keyof Exchanges]["request"];

/** What a request is answered with. */
export type Answer<R extends Request> = { ok: true; result: Exchanges[R["do"]]["result"] } | Refusal;
