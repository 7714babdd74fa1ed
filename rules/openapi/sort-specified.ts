import type { Parameter } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { findEntry } from '#core/tree/tree.ts';
import { pagination } from '#rules/checklist.ts';
import { azure, zalando } from '#rules/sources.ts';

export const sortSpecified = localRule({
  id: 'openapi/sort-specified',
  summary: 'Say by what a list can be sorted, and how it is without.',
  why: 'A parameter for sorting that names no values is tried out by hand. And where the order is left open, pages overlap: the same row comes twice, another one never.',
  item: pagination,
  references: [zalando(137), azure('collections-orderby-ordering')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A sort that says nothing',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «sort»
          in: query
          schema: { type: string }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: sort
          in: query
          schema: { type: string, enum: [placed_at, -placed_at], default: -placed_at }
      responses:
        '200': { description: The orders. }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter, scope) {
    const { name, in: place } = parameter;
    if (name === undefined || place?.value !== 'query' || !sortNames.has(foldedName(name.value))) return;
    if (!isUnspecified(parameter, scope)) return;
    yield {
      span: name.span,
      message: `“${name.value}” does not say by what can be sorted. List the values, and one as its default.`,
      cause: unspecified(name.value),
    };
  },
});

const sortNames: ReadonlySet<string> = new Set(['sort', 'sortby', 'orderby', 'ordering', 'sortfield', 'sortkey']);

/** No values, no default, no example, and no word on fields. */
function isUnspecified({ schema, description, hasExample, content }: Parameter, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || hasExample || content.length > 0 || resolved.types[0] === 'boolean') return false;
  const { oneOf, anyOf, allOf, items } = resolved;
  if (oneOf.length + anyOf.length + allOf.length > 0) return false;
  const inner = items === undefined ? resolved : scope.resolve(items);
  if (inner === undefined || inner.oneOf.length + inner.anyOf.length + inner.allOf.length > 0) return false;
  const isSaid = [resolved, inner].some(
    ({ tree, enum: values }) =>
      values !== undefined ||
      (['default', 'example', 'examples', 'pattern', 'format'] as const).some(
        (key) => findEntry(tree, key) !== undefined,
      ),
  );
  const texts = [description?.value, resolved.description?.value].filter((text) => text !== undefined);
  return !isSaid && !texts.some((text) => specifies.test(text));
}

const specifies =
  /default|\basc|\bdesc|e\.g|example|such as|possible|allowed|supported|one of|values?\b|[`"'“:,<*]|https?:|see\b/i;

function unspecified(name: string): Cause {
  return { key: name, message: (count) => `“${name}” does not say at ${count} places by what can be sorted.` };
}
