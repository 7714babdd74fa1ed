import { objectOf, versions } from '#core/openapi/spec/objects-of.ts';
import type { ObjectName } from '#core/openapi/spec/spec.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/** A key of the document, or of its components, that the specification does not know. */
export interface StrayKey {
  readonly section: TreeSection;
  readonly key: Located<string>;
  /** From the root of the file, the key itself included. */
  readonly pointer: readonly string[];
}

/** The keys a document may have, and its components, in any version: a description may be on its way from one to another. */
const knownRootKeys = fieldsOf('document');
const knownComponentKeys = fieldsOf('components');

function fieldsOf(object: ObjectName): ReadonlySet<string> {
  return new Set(versions.flatMap((version) => Object.keys(objectOf(version, object)?.fields ?? {})));
}

/** True for what may be called by a stray key instead: a key of the document or of its components. */
export function isKnownKey(pointer: readonly string[]): boolean {
  const [first = '', second] = pointer;
  if (pointer.length === 1) return knownRootKeys.has(first);
  return pointer.length === 2 && first === 'components' && knownComponentKeys.has(second ?? '');
}

/** True for a section whose coming, going or change may change which keys are stray. */
export function tellsStrayKeys({ pointer }: TreeSection): boolean {
  return pointer.length < 2 || (pointer.length === 2 && pointer[0] === 'components');
}

/** The stray keys of a root file; extensions are none. */
export function strayKeys({ sections }: TreeDocument): readonly StrayKey[] {
  return sections.filter(tellsStrayKeys).flatMap((section) => [...keysOf(section)].filter(isStray));
}

/** The keys at the root of a file. */
export function rootKeys({ sections }: TreeDocument): readonly string[] {
  return sections.flatMap(({ pointer, tree }) => pointer[0] ?? entriesOf(tree).map(({ key }) => key.value));
}

function isStray({ pointer }: StrayKey): boolean {
  return !pointer.at(-1)?.startsWith('x-') && !isKnownKey(pointer);
}

/** The section's own key, and those within it as far as they are keys of the document or its components. */
function* keysOf(section: TreeSection): Iterable<StrayKey> {
  const { pointer, key, tree } = section;
  if (key !== undefined && pointer.length > 0) yield { section, key, pointer };
  if (!section.isHeader) yield* keysWithin(section, pointer, tree);
}

function* keysWithin(section: TreeSection, above: readonly string[], tree: TreeNode | undefined): Iterable<StrayKey> {
  if (tree === undefined || (above.length > 0 && (above.length > 1 || above[0] !== 'components'))) return;
  for (const { key, value } of entriesOf(tree)) {
    const pointer = [...above, key.value];
    yield { section, key, pointer };
    yield* keysWithin(section, pointer, value);
  }
}
