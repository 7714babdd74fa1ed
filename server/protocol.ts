import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Picture } from '#core/diagram/picture.ts';

/** What a client may tell the server when it starts it (`initializationOptions`). All of it is optional. */
export interface InitializationOptions {
  /** Where the rules' pages are: the link of a finding is this text and the rule id. No link without it. */
  readonly rulePageBase?: string;
  /** Languages whose plain syntax problems another extension already shows: `yaml`, `json`, `prisma`. */
  readonly deferSyntax?: readonly string[];
  /** What of the navigation is left to another extension, or switched off: each a feature and a language (`hover prisma`). */
  readonly deferNavigation?: readonly DeferredNavigation[];
  /** What of the completion is left to another extension, or switched off; `plumbline.yaml` keeps its own. */
  readonly deferCompletion?: readonly DeferredCompletion[];
  /** True: the client shows the problems under the pointer itself, above what a hover says. */
  readonly showsProblemsInHovers?: boolean;
  /** The scheme under which the client shows files as they were (`plumbline/baseText`); without it findings do not lead there. */
  readonly baseScheme?: string;
  /** Commands of the client that code actions may name. */
  readonly commands?: readonly ClientCommand[];
  /** The settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<ServerSettings>;
}

/** What finds the way in files; `refDefinition` is what a `$ref` leads to, `definition` what anything else leads to. */
export type NavigationFeature =
  | 'definition'
  | 'refDefinition'
  | 'references'
  | 'highlight'
  | 'hover'
  | 'documentSymbol'
  | 'workspaceSymbol'
  | 'folding'
  | 'documentLink';

/** What a file is written in; JSON with comments is JSON. */
export type NavigationLanguage = 'yaml' | 'json' | 'prisma';

/** A feature in files of a language. */
export type DeferredNavigation = `${NavigationFeature} ${NavigationLanguage}`;

/**
 * What is proposed while somebody types: `fields` is what the specification or Prisma has, `usualFields` the same in files whose names
 * tell other extensions by which schema they are written, `names` what the files of the workspace say.
 */
export type CompletionFeature = 'fields' | 'usualFields' | 'names';

/** Proposals in files of a language. */
export type DeferredCompletion = `${CompletionFeature} ${NavigationLanguage}`;

/**
 * `plumbline.openRulePage` takes a rule id; `plumbline.acceptChange` takes an `AcceptTarget`, asks for the rest of `AcceptParams`
 * and sends `plumbline/acceptChange`; `plumbline.ignoreWithReason` takes an `IgnoreTarget`, asks for the reason
 * and sends `plumbline/ignore`; `plumbline.showChanges` takes a `ChangesTarget` and shows its places; `plumbline.showPlaces` takes a `PlacesTarget`, sends `plumbline/places` and shows the answer;
 * `editor.action.triggerSuggest` asks for completion again.
 */
export type ClientCommand =
  | 'plumbline.openRulePage'
  | 'plumbline.acceptChange'
  | 'plumbline.ignoreWithReason'
  | 'plumbline.showPlaces'
  | 'plumbline.showChanges'
  | 'editor.action.triggerSuggest';

/** The section `plumbline` of the configuration, as far as the server reads it. */
export interface ServerSettings {
  readonly enable: boolean;
  readonly preset: string;
  /** So long typing rests before what is new in it is told, in milliseconds; 0: it is told at once. */
  readonly typingRest: number;
  /** The commit that files are compared with; empty: where this branch left the default one; `off`: none. */
  readonly changeBase: string;
  /** Lines above documents, operations and models count what changed. */
  readonly changeLens: boolean;
}

/** What `plumbline.ignoreWithReason` is called with. */
export interface IgnoreTarget {
  readonly uri: string;
  readonly ruleId: string;
  readonly range: Range;
}

/** What `plumbline.acceptChange` is called with: a finding about a change. */
export interface AcceptTarget {
  readonly uri: string;
  readonly ruleId: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  readonly message: string;
}

/** What `plumbline.showPlaces` is called with: one finding that tells of several places. */
export interface PlacesTarget {
  readonly uri: string;
  readonly ruleId: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  readonly message: string;
  /** Where the places are asked for. */
  readonly from: { readonly uri: string; readonly position: Position };
}

/** What `plumbline.showChanges` is called with. */
export interface ChangesTarget {
  /** Where it stands. */
  readonly uri: string;
  readonly position: Position;
  readonly places: readonly Location[];
}

/** What changed in a description or schema. */
export interface ChangesState {
  /** `3 changes against main · 1 breaks clients`. */
  readonly title: string;
  /** In file order; first of each file what belongs to no one thing. */
  readonly things: readonly ChangedThing[];
}

/** An operation, a model, a component … with what changed in it. */
export interface ChangedThing {
  readonly name: string;
  /** `operation`, `model`, `schema` …; `file` for the file itself. */
  readonly kind: string;
  readonly place: Location;
  readonly changes: readonly ToldChange[];
}

export interface ToldChange {
  readonly message: string;
  /** What it does to others; left out for what is only to be looked at. */
  readonly effect?: 'breaks-clients' | 'loses-data' | 'may-fail';
  readonly place: Location;
  /** The same place as it was, for clients that name a scheme for such files. */
  readonly was?: Location;
}

/** `no-schema`: the file belongs to none; `no-base`: it is compared with nothing; `no-change`: its database stays as it is. */
export type MigrationDraft =
  | { readonly text: string }
  | { readonly missing: 'no-schema' | 'no-base' | 'no-change'; readonly base: string };

/** The requests beyond the Language Server Protocol: parameters and results by method. `null` means “cannot”. */
export interface PlumblineRequests {
  'plumbline/checklist': { readonly params: ChecklistParams; readonly result: ChecklistState | null };
  /** The edit that writes the answer into `plumbline.review.yaml` (creating it); the client applies it. */
  'plumbline/answer': { readonly params: AnswerParams; readonly result: WorkspaceEdit | null };
  /** A row with its question, answer, evidence or findings, as Markdown. */
  'plumbline/rowPage': { readonly params: RowParams; readonly result: string | null };
  /** A report of the workspace, or of one folder, as Markdown. */
  'plumbline/report': { readonly params: ReportParams; readonly result: string | null };
  /** The patterns that fit a document. */
  'plumbline/patterns': { readonly params: PatternsParams; readonly result: readonly PatternSummary[] | null };
  'plumbline/insertPattern': { readonly params: InsertPatternParams; readonly result: PatternInsertion | null };
  /** The edit that makes a finding ignored with a reason. */
  'plumbline/ignore': { readonly params: IgnoreParams; readonly result: WorkspaceEdit | null };
  /** The edit that writes into `plumbline.changes.yaml` (creating it) that a change may be. */
  'plumbline/acceptChange': { readonly params: AcceptParams; readonly result: WorkspaceEdit | null };
  /** All places a finding tells of; `null` when it is gone. */
  'plumbline/places': { readonly params: PlacesTarget; readonly result: readonly Location[] | null };
  /** A rule's page as Markdown. */
  'plumbline/rulePage': { readonly params: { readonly ruleId: string }; readonly result: string | null };
  /** Reads every file again, and answers when the review of all of them is published. */
  'plumbline/reviewWorkspace': { readonly params: Record<string, never>; readonly result: ReviewedParams | null };
  /** What a file was taken for; `null` for one that is not known, or while reviewing is off. */
  'plumbline/reading': { readonly params: { readonly uri: string }; readonly result: FileReadingState | null };
  /** The same with its sections, what leads nowhere in it and what was not understood, as Markdown. */
  'plumbline/readingPage': { readonly params: { readonly uri: string }; readonly result: string | null };
  /** The resources of the description a file belongs to; `null` where it belongs to none. */
  'plumbline/resources': { readonly params: { readonly uri: string }; readonly result: ResourcesState | null };
  /** The edit that adds an operation in the style of the description; `null` when it is there, or cannot be written. */
  'plumbline/addOperation': { readonly params: AddOperationParams; readonly result: AddedOperation | null };
  /** The Prisma schemas of the workspace; `null` while reviewing is off. */
  'plumbline/dataModels': { readonly params: Record<string, never>; readonly result: readonly SchemaSummary[] | null };
  /** The data model of the schema a file belongs to, as a diagram; `null` where it belongs to none. */
  'plumbline/dataModel': { readonly params: DataModelParams; readonly result: DataModelState | null };
  /** Where a model, or a field of it, stands now; `null` when it is gone. */
  'plumbline/dataModelPlace': { readonly params: DataModelPlaceParams; readonly result: Location | null };
  /** The diagram as a file that stands alone; `null` where the file belongs to no schema. */
  'plumbline/dataModelText': { readonly params: DataModelTextParams; readonly result: DataModelText | null };
  /** Which schemas of the description a file belongs to are which models of the database; `null` where it is compared with none. */
  'plumbline/dataMap': { readonly params: { readonly uri: string }; readonly result: DataMapState | null };
  /** The edit that says of a pair that it is wrong: in the description, in its style; `null` where it is gone, or cannot be written. */
  'plumbline/wrongMatch': { readonly params: WrongMatchParams; readonly result: WorkspaceEdit | null };
  /** What changed in the description or schema a file belongs to; `null` where it is compared with nothing. */
  'plumbline/changes': { readonly params: { readonly uri: string }; readonly result: ChangesState | null };
  /** What is to be done to the database of the schema a file belongs to, as a draft in SQL, or why there is none. */
  'plumbline/migrationPlan': { readonly params: { readonly uri: string }; readonly result: MigrationDraft | null };
  /** The text of a file as it was in the base, by its uri of that time; `null` where it was not there. */
  'plumbline/baseText': { readonly params: { readonly uri: string }; readonly result: string | null };
  /** The safe fixes of one file. */
  'plumbline/fixAll': { readonly params: { readonly uri: string }; readonly result: WorkspaceEdit | null };
}

/** What a description offers, by the paths it has. */
export interface ResourcesState {
  /** The title in the description; the name of its file where there is none. */
  readonly title: string;
  readonly resources: readonly ResourceState[];
}

export interface ResourceState {
  /** As it is written. */
  readonly path: string;
  /** `collection`, `item`, `singleton`, `action`, `prefix` …, `unknown`. */
  readonly kind: string;
  /** Continues “because …”. */
  readonly reason: string;
  /** Of a collection those of its items, too. */
  readonly operations: readonly ResourceOperation[];
  readonly missing: readonly MissingOperation[];
  readonly children: readonly ResourceState[];
}

export interface ResourceOperation {
  /** In capital letters. */
  readonly method: string;
  readonly path: string;
  /** `list`, `create`, `read`, `replace`, `update`, `delete`; absent where the method alone does not tell. */
  readonly operation?: string;
  /** How the schema that is sent is called: `NewOrder`, `Order[]` for a list of them; absent where it has no name. */
  readonly sent?: string;
  /** The same of what is answered. */
  readonly answered?: string;
  /** The form of a list, `{ data, meta }`, why it is taken for that (continues “because …”), and how many of all lists have it. */
  readonly form?: { readonly shown: string; readonly reason: string; readonly alike: number; readonly all: number };
  readonly place: Location;
}

/** An operation that a client may look for. */
export interface MissingOperation {
  /** In capital letters. */
  readonly method: string;
  /** As it would be written. */
  readonly path: string;
  readonly operation: string;
}

export interface AddOperationParams extends MissingOperation {
  /** A file of the description. */
  readonly uri: string;
}

export interface AddedOperation {
  readonly edit: WorkspaceEdit;
  /** Where the operation stands afterwards. */
  readonly uri: string;
  readonly position: Position;
}

/** A Prisma schema, in one file or several. */
export interface SchemaSummary {
  /** Its first file. */
  readonly uri: string;
  /** Its file, or its folder where it has several, from the workspace folder on. */
  readonly title: string;
}

/** How much of each model a diagram shows: all columns, those that are keys, or none. */
export type DataModelDetail = 'all' | 'keys' | 'names';

export interface DataModelParams {
  /** A file of the schema. */
  readonly uri: string;
  readonly detail: DataModelDetail;
  /** The digest of what is shown already. */
  readonly known?: string;
}

/** The data model of a schema as a diagram. */
export interface DataModelState extends SchemaSummary {
  readonly models: number;
  /** How many further models are not shown. */
  readonly leftOut: number;
  /** The same for what looks the same. */
  readonly digest: string;
  /** How the parts of the picture look, as CSS: colours are custom properties `--diagram-…`. Absent with the picture. */
  readonly style?: string;
  /** Absent where it is the one that is known already. */
  readonly picture?: Picture;
}

export interface DataModelPlaceParams {
  /** A file of the schema. */
  readonly uri: string;
  /** The id of a box of the picture. */
  readonly model: string;
  readonly field?: string;
}

export interface DataModelTextParams {
  /** A file of the schema. */
  readonly uri: string;
  readonly detail: DataModelDetail;
  readonly format: 'svg' | 'mermaid';
  readonly theme: 'light' | 'dark';
}

export interface DataModelText {
  /** What a file with it may be called, without an ending. */
  readonly name: string;
  readonly text: string;
}

/** What the schemas of a description are in the database. */
export interface DataMapState {
  /** The title in the description; the name of its file where there is none. */
  readonly title: string;
  readonly pairs: readonly DataPair[];
  readonly schemas: readonly (PlacedName & {
    /** Why it describes no model. Continues “because …”. */ readonly doubt: string;
  })[];
  readonly models: readonly PlacedName[];
  readonly paths: readonly MappedPath[];
}

export interface PlacedName {
  readonly name: string;
  readonly place: Location;
}

export interface DataPair {
  readonly schema: PlacedName;
  readonly model: PlacedName;
  /** From 0 to 1; 1 is what somebody wrote, or where all agrees. */
  readonly score: number;
  /** The strongest first; each continues “because …”. */
  readonly reasons: readonly string[];
  readonly fields: readonly DataField[];
  /** The properties that are no fields, and the columns that are no properties. */
  readonly properties: readonly PlacedName[];
  readonly columns: readonly PlacedName[];
}

export interface DataField {
  /** `metadata.id` where it is nested. */
  readonly property: PlacedName;
  readonly field: PlacedName;
  readonly reason: string;
  /** False where nothing can be written at the property: a `$ref` stands for it. */
  readonly isWritable: boolean;
}

/** A path whose rows are known. */
export interface MappedPath {
  readonly path: PlacedName;
  readonly model: PlacedName;
  readonly reasons: readonly string[];
  /** `{userId}` is `User.id`, in the model of the path `userId`. */
  readonly keys: readonly { readonly parameter: string; readonly field: PlacedName; readonly column?: string }[];
}

export interface WrongMatchParams {
  /** A file of the description. */
  readonly uri: string;
  /** As the map calls them. */
  readonly schema: string;
  readonly model: string;
  /** Set: only this property is no such field. */
  readonly property?: string;
}

/** The notifications the server sends beyond the Language Server Protocol. */
export interface PlumblineNotifications {
  /** After every review: of which files the number of findings is another than the client was told before. */
  'plumbline/reviewed': ReviewedNews;
}

/** The notifications the client may send beyond the Language Server Protocol. */
export interface PlumblineClientNotifications {
  /** Where the cursor is. Clients that can tell it say so when it has moved, a few times a second at most; the others need not. */
  'plumbline/cursor': CursorParams;
}

export interface CursorParams {
  /** Of the document that has the cursor, whatever it is. */
  readonly uri: string;
  /** Of the text the positions are counted in. */
  readonly version: number;
  /** Several cursors have several. */
  readonly positions: readonly Position[];
}

/** How many findings a file has. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface ReviewedNews {
  /** True: nothing that was told before counts. */
  readonly isWhole: boolean;
  /** By uri. */
  readonly changed: { readonly [uri: string]: FindingCounts };
  /** The uris of files that are not reviewed any more. */
  readonly gone: readonly string[];
  readonly milliseconds: number;
}

/** What is known of all files. */
export interface ReviewedParams {
  /** By uri; a file that is no description and no schema is absent. */
  readonly files: { readonly [uri: string]: FindingCounts };
  readonly milliseconds: number;
}

export interface ReportParams {
  /** The uri of a workspace folder; all of them when absent. */
  readonly folder?: string;
}

export interface ChecklistParams extends ReportParams {
  /** The ids of the services whose rows are wanted; of all when absent. */
  readonly services?: readonly string[];
}

/** The checklists of a folder, ready to be shown: one for each description, and for each Prisma schema that belongs to none. */
export interface ChecklistState {
  readonly services: readonly ServiceState[];
}

/** What one checklist is about, and how far it is. Where a folder has no description yet, it stands for itself. */
export interface ServiceState {
  /** The uri of the description's root file; for a schema alone, of its folder or file; for a folder, its own. */
  readonly id: string;
  /** The title in the description; the path where there is none. */
  readonly title: string;
  readonly version?: string;
  /** From the workspace folder on; empty for the folder itself. */
  readonly path: string;
  /** The description's root file; absent for a schema alone and for a folder. */
  readonly uri?: string;
  readonly schema?: ServiceSchema;
  /** The file its answers are in, whether it exists or not; absent outside of any workspace folder. */
  readonly answersUri?: string;
  readonly counts: ServiceCounts;
  /** Absent where nobody asked for the rows. */
  readonly sections?: readonly ChecklistSectionState[];
}

/** The Prisma schema of a service. */
export interface ServiceSchema {
  /** From the workspace folder on. */
  readonly path: string;
  /** Its first file. */
  readonly uri: string;
}

export interface ServiceCounts {
  readonly rows: number;
  /** Rows that rules or people have decided, whatever they said. */
  readonly decided: number;
  /** Rows with findings, and those answered with no. */
  readonly failing: number;
  /** Rows that nobody has decided, and those whose answer is stale. */
  readonly open: number;
}

export interface ChecklistSectionState {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistItemState[];
}

export type ChecklistItemState = AutomaticItemState | HumanItemState;

interface ItemState {
  readonly id: string;
  /** A short noun: what the row is about. */
  readonly title: string;
  /** What is true of a good design. */
  readonly sentence: string;
}

/** A row that rules decide. `findings` is empty unless the state is `findings`. */
export interface AutomaticItemState extends ItemState {
  readonly kind: 'automatic';
  /**
   * `notApplicable`: there is nothing its rules judge. `unknown`: all its rules are off, or something could not be read. A
   * `pass` with `ignored` or `off` is one with exceptions.
   */
  readonly state: 'pass' | 'notApplicable' | 'unknown' | 'findings';
  /** What its rules judge, in the plural. */
  readonly subject: string;
  readonly findings: readonly ItemFinding[];
  /** How many findings are ignored with a reason. */
  readonly ignored: number;
  /** The ids of its rules that are off, for some of the files at least. */
  readonly off: readonly string[];
  /** What could not be read, or not whole. */
  readonly unread: readonly string[];
}

export interface ItemFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}

/** A row that only a person can answer. */
export interface HumanItemState extends ItemState {
  readonly kind: 'human';
  readonly question: string;
  /** True: the question asks what or which, and a yes needs a note. */
  readonly asksNote: boolean;
  /** The first places that bear on the question. */
  readonly evidence: readonly ItemEvidence[];
  /** How many further places there are. */
  readonly evidenceLeftOut: number;
  readonly answer?: ItemAnswer;
  /** Why the answer has to be given again: `answered for 3 webhooks, now 5`. */
  readonly stale?: string;
}

export interface ItemEvidence {
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

/** Yes means that the sentence of the row holds, no that there is work to do. */
export type ItemVerdict = 'yes' | 'no' | 'not-applicable';

export interface ItemAnswer {
  readonly verdict: ItemVerdict;
  readonly note?: string;
  readonly who?: string;
  /** An ISO date: `2026-03-31`. */
  readonly when?: string;
}

/** A row of one checklist. */
export interface RowParams {
  /** The id of the service. */
  readonly service: string;
  readonly itemId: string;
}

export interface AnswerParams extends RowParams {
  /** `null` takes the answer back. */
  readonly answer: { readonly verdict: ItemVerdict; readonly note?: string; readonly who?: string } | null;
}

/** What a file was taken for, and what belongs to it. Paths are from the workspace folder on. */
export interface FileReadingState {
  /** `unused`: part of no description and no schema. */
  readonly role: 'description' | 'fragment' | 'copy' | 'schema' | 'config' | 'unused';
  /** `OpenAPI 3.1`, `Swagger 2.0`; of what a fragment is part of. Absent where there is none. */
  readonly version?: string;
  /** The roots of the descriptions it is part of, or that are compared with the schema; of a copy the one that is reviewed. */
  readonly roots: readonly string[];
  /** The Prisma schema that the description is compared with. */
  readonly schema?: string;
  /** The configuration that holds for it. */
  readonly config?: string;
  readonly preset: string;
}

export interface PatternsParams {
  readonly uri: string;
  /** Where it is to be put; the beginning of the file when absent. */
  readonly position?: Position;
}

export interface PatternSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What else it is looked for as. */
  readonly keywords: readonly string[];
  /** Why it does not fit at the position; absent when it does. */
  readonly problem?: string;
  /** Whether `endDate` is to be asked for. */
  readonly wantsEndDate: boolean;
}

export interface InsertPatternParams {
  readonly uri: string;
  readonly patternId: string;
  readonly position: Position;
  /** When what the pattern is about ends, as YYYY-MM-DD; a placeholder is written without it. */
  readonly endDate?: string;
}

/** Where `cursor` is set, it is a place in the text after the edit. `problem` says why the pattern does not fit there. */
export type PatternInsertion =
  | { readonly edit: WorkspaceEdit; readonly cursor?: Position }
  | { readonly problem: string };

export interface AcceptParams extends AcceptTarget {
  readonly why: string;
  readonly who?: string;
  /** The last day on which it is not told, as YYYY-MM-DD. */
  readonly until: string;
}

export interface IgnoreParams extends IgnoreTarget {
  readonly reason: string;
}
