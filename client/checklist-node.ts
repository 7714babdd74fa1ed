import type { HumanItemState, ItemFinding } from '#server/protocol.ts';

/** A line of the checklist view, ready to be shown. */
export interface ChecklistNode {
  /** Unique in the view and the same after a refresh, so that what was unfolded stays so. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken?: string;
  readonly icon?: NodeIcon;
  /** What the menus of the view look at. */
  readonly role: NodeRole;
  readonly children: readonly ChecklistNode[];
  /** Where a click leads. */
  readonly place?: Place;
  /** The row whose page a click opens. */
  readonly row?: RowId;
  /** The rule behind a finding. */
  readonly ruleId?: string;
  /** The row that can be answered here. */
  readonly human?: HumanRow;
  /** The service whose rows are asked for when the line is unfolded. */
  readonly service?: string;
}

export type NodeRole =
  | 'folder'
  | 'service'
  | 'summary'
  | 'schema'
  | 'section'
  | 'automatic'
  | 'finding'
  | 'human.open'
  | 'human.answered'
  | 'text'
  | 'evidence';

export type NodeIcon =
  | 'service'
  | 'schema'
  | 'summary'
  | 'pass'
  | 'passWithExceptions'
  | 'notApplicable'
  | 'unknown'
  | 'error'
  | 'warning'
  | 'info'
  | 'open'
  | 'yes'
  | 'no'
  | 'stale'
  | 'note'
  | 'evidence';

/** A place in a file; without a range, the file. */
export type Place = Pick<ItemFinding, 'uri'> & Partial<Pick<ItemFinding, 'range'>>;

/** A row of the checklist of one service. */
export interface RowId {
  /** The id of the service. */
  readonly service: string;
  readonly itemId: string;
  readonly title: string;
}

export interface HumanRow {
  /** The id of the service the answer is for. */
  readonly service: string;
  readonly item: HumanItemState;
}
