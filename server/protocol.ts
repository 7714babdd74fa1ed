import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';

/** What a client may tell the server when it starts it (`initializationOptions`). All of it is optional. */
export interface InitializationOptions {
  /** Where the rules' pages are: the link of a finding is this text and the rule id. No link without it. */
  readonly rulePageBase?: string;
  /** Languages whose plain syntax problems another extension already shows: `yaml`, `json`, `prisma`. */
  readonly deferSyntax?: readonly string[];
  /** Commands of the client that code actions may name. */
  readonly commands?: readonly ClientCommand[];
  /** The settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<ServerSettings>;
}

/**
 * `plumbline.openRulePage` takes a rule id; `plumbline.ignoreWithReason` takes an `IgnoreTarget`, asks for the reason
 * and sends `plumbline/ignore`.
 */
export type ClientCommand = 'plumbline.openRulePage' | 'plumbline.ignoreWithReason';

/** The section `plumbline` of the configuration, as far as the server reads it. */
export interface ServerSettings {
  readonly enable: boolean;
  readonly preset: string;
}

/** What `plumbline.ignoreWithReason` is called with. */
export interface IgnoreTarget {
  readonly uri: string;
  readonly ruleId: string;
  readonly range: Range;
}

/** The requests beyond the Language Server Protocol: parameters and results by method. `null` means “cannot”. */
export interface PlumblineRequests {
  'plumbline/checklist': { readonly params: ChecklistParams; readonly result: ChecklistState | null };
  /** The edit that writes the answer into `plumbline.review.yaml` (creating it); the client applies it. */
  'plumbline/answer': { readonly params: AnswerParams; readonly result: WorkspaceEdit | null };
  /** A report of the workspace, or of one folder, as Markdown. */
  'plumbline/report': { readonly params: ChecklistParams; readonly result: string | null };
  /** The patterns that fit a document. */
  'plumbline/patterns': { readonly params: PatternsParams; readonly result: readonly PatternSummary[] | null };
  'plumbline/insertPattern': { readonly params: InsertPatternParams; readonly result: PatternInsertion | null };
  /** The edit that makes a finding ignored with a reason. */
  'plumbline/ignore': { readonly params: IgnoreParams; readonly result: WorkspaceEdit | null };
  /** A rule's page as Markdown. */
  'plumbline/rulePage': { readonly params: { readonly ruleId: string }; readonly result: string | null };
  /** Reads every file again, and answers when the review of all of them is published. */
  'plumbline/reviewWorkspace': { readonly params: Record<string, never>; readonly result: ReviewedParams | null };
  /** The safe fixes of one file. */
  'plumbline/fixAll': { readonly params: { readonly uri: string }; readonly result: WorkspaceEdit | null };
}

/** The notifications the server sends beyond the Language Server Protocol. */
export interface PlumblineNotifications {
  /** After every review: the number of findings of every file that is reviewed. */
  'plumbline/reviewed': ReviewedParams;
}

/** How many findings a file has. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export interface ReviewedParams {
  /** By uri; a file that is no description and no schema is absent. */
  readonly files: { readonly [uri: string]: FindingCounts };
  readonly milliseconds: number;
}

export interface ChecklistParams {
  /** The uri of a workspace folder; all of them when absent. */
  readonly folder?: string;
}

/** The checklist of a folder, ready to be shown. */
export interface ChecklistState {
  /** The file the answers are in, whether it exists or not; undefined without a workspace folder. */
  readonly answersUri?: string;
  readonly sections: readonly ChecklistSectionState[];
}

export interface ChecklistSectionState {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistItemState[];
}

export type ChecklistItemState = AutomaticItemState | HumanItemState;

/** A row that rules decide. `findings` is empty unless the state is `findings`. */
export interface AutomaticItemState {
  readonly kind: 'automatic';
  readonly id: string;
  readonly title: string;
  readonly state: 'pass' | 'notApplicable' | 'findings';
  readonly findings: readonly ItemFinding[];
}

export interface ItemFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}

/** A row that only a person can answer. */
export interface HumanItemState {
  readonly kind: 'human';
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The first places that bear on the question. */
  readonly evidence: readonly ItemEvidence[];
  /** How many further places there are. */
  readonly evidenceLeftOut: number;
  readonly answer?: ItemAnswer;
}

export interface ItemEvidence {
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

export interface ItemAnswer {
  readonly checked: boolean;
  readonly note?: string;
  readonly who?: string;
  /** An ISO date: `2026-03-31`. */
  readonly when?: string;
}

export interface AnswerParams {
  readonly folder?: string;
  readonly itemId: string;
  /** `null` takes the answer back. */
  readonly answer: { readonly checked: boolean; readonly note?: string; readonly who?: string } | null;
}

export interface PatternsParams {
  readonly uri: string;
}

export interface PatternSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface InsertPatternParams {
  readonly uri: string;
  readonly patternId: string;
  readonly position: Position;
}

/** Where `cursor` is set, it is a place in the text after the edit. `problem` says why the pattern does not fit there. */
export type PatternInsertion =
  | { readonly edit: WorkspaceEdit; readonly cursor?: Position }
  | { readonly problem: string };

export interface IgnoreParams extends IgnoreTarget {
  readonly reason: string;
}
