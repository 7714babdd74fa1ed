import { entriesOf } from '#core/tree/tree.ts';
import { mapNode } from '#core/tree/tree-nodes.ts';
import type { JudgingSchema } from '#rules/detectors/openapi/written-value.ts';

/** A schema as if some of its keywords were not written. */
export function schemaWithout({ location, tree, context }: JudgingSchema, keywords: readonly string[]): JudgingSchema {
  const { start, end } = tree.span;
  const entries = entriesOf(tree).filter(({ key }) => !keywords.includes(key.value));
  return { location, context, tree: mapNode(start, end, entries) };
}
