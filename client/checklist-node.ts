import type { HumanItemState, ItemFinding } from '#server/protocol.ts';

/** A line of the checklist view, ready to be shown. */
export interface ChecklistNode {
  /** Unique in the view and the same after a refresh, so that what was unfolded stays so. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: NodeIcon;
  /** What the menus of the view look at. */
  readonly role: NodeRole;
  readonly children: readonly ChecklistNode[];
  /** Where a click leads. */
  readonly place?: Place;
  /** The rule behind a finding. */
  readonly ruleId?: string;
  /** The row behind the checkbox. */
  readonly human?: HumanRow;
}

export type NodeRole =
  | 'folder'
  | 'section'
  | 'automatic'
  | 'finding'
  | 'human.open'
  | 'human.answered'
  | 'text'
  | 'evidence';

export type NodeIcon = 'pass' | 'notApplicable' | 'error' | 'warning' | 'info' | 'question' | 'note' | 'evidence';

export type Place = Pick<ItemFinding, 'uri' | 'range'>;

export interface HumanRow {
  /** The uri of the workspace folder whose answers file the answer belongs in. */
  readonly folder: string;
  readonly item: HumanItemState;
}
