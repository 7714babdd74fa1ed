import type { Written } from '#core/openapi/model.ts';
import type { Collector, Survey } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { entriesOf, findEntry, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** What stands under keys of the root that the specification does not know there, as plain data. */
export function rootEntries(survey: Survey, key: string): PlainValue | undefined {
  const found = survey.gathered(former).filter(({ value }) => value.pointer[0] === key);
  const whole = found.find(({ value }) => value.pointer.length === 1);
  if (whole !== undefined) return whole.value.value;
  const entries = found.flatMap(({ value }) => (value.pointer.length === 2 ? [[value.pointer[1], value.value]] : []));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The names of what stands under such a key. */
export function rootNames(survey: Survey, key: string): readonly string[] {
  const value = rootEntries(survey, key);
  return isMap(value) ? Object.keys(value) : [];
}

interface RootEntry {
  readonly pointer: readonly string[];
  readonly value: PlainValue;
}

const formerKeys = new Set([
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'definitions',
  'schemas',
  'parameters',
  'responses',
  'securityDefinitions',
  'securitySchemes',
]);

const former: Collector<RootEntry> = {
  on: ['openapi.written'],
  isClosed: () => true,
  *gather(node) {
    if (node.kind === 'openapi.written' && node.section.uri === node.context.rootUri) yield* entriesIn(node);
  },
};

function* entriesIn({ section: { pointer, tree, isHeader } }: Written): Iterable<RootEntry> {
  const [first] = pointer;
  if (tree === undefined || isHeader) return;
  if (first === undefined) {
    for (const { key, value } of entriesOf(tree)) if (formerKeys.has(key.value)) yield* entry([key.value], value);
  } else if (formerKeys.has(first)) yield* entry(pointer, tree);
}

function* entry(pointer: readonly string[], tree: TreeNode | undefined): Iterable<RootEntry> {
  if (tree !== undefined && findEntry(tree, '$ref') === undefined) yield { pointer, value: toPlainValue(tree) };
}
