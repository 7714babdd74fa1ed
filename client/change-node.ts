import type { Place } from '#client/checklist-node.ts';
import type { ChangedThing, ChangesState, ToldChange } from '#server/protocol.ts';

/** A line of the view of changes, ready to be shown. */
export interface ChangeNode {
  /** Unique in the view and the same after a refresh. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  readonly icon: string;
  /** What the menus of the view look at: `both` was there before, and can be compared. */
  readonly role: 'thing' | 'both' | 'single';
  readonly children: readonly ChangeNode[];
  /** Where a click leads. */
  readonly place: Place;
  /** The same place as it was. */
  readonly was?: Place;
}

/** What changed as the lines of the view. */
export function changeNodes({ things }: ChangesState): readonly ChangeNode[] {
  return things.map(thingNode);
}

const icons: { readonly [kind: string]: string } = {
  file: 'file',
  operation: 'symbol-method',
  model: 'database',
  schema: 'symbol-object',
  'prisma-enum': 'symbol-enum',
};

function thingNode({ name, kind, place, changes }: ChangedThing): ChangeNode {
  const id = `${place.uri}#${kind} ${name}`;
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  return {
    id,
    label: name,
    description: count,
    tooltip: `${name}: ${count}`,
    spoken: `${name}, ${count}`,
    icon: icons[kind] ?? 'symbol-misc',
    role: 'thing',
    children: changes.map((change, index) => changeNode(`${id} ${index}`, change)),
    place,
  };
}

const effects = {
  'breaks-clients': { words: 'breaks clients', icon: 'error' },
  'loses-data': { words: 'loses data', icon: 'error' },
  'may-fail': { words: 'may fail on rows', icon: 'warning' },
} as const;

function changeNode(id: string, { message, effect, place, was }: ToldChange): ChangeNode {
  const { words, icon } = effect === undefined ? { words: undefined, icon: 'info' } : effects[effect];
  // The first sentence tells what changed; all of it stands in the tooltip.
  const [, first = message] = /^(.+?[.!?])(?:\s|$)/s.exec(message) ?? [];
  return {
    id,
    label: first,
    ...(words === undefined ? {} : { description: words }),
    tooltip: message,
    spoken: words === undefined ? message : `${message} ${words}`,
    icon,
    role: was === undefined ? 'single' : 'both',
    children: [],
    place,
    ...(was && { was }),
  };
}
