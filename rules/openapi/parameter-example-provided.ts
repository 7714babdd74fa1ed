import type { Header, OrReference, Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { entriesOf, findEntry, findValue } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { isExemplified } from '#rules/detectors/openapi/body-example.ts';
import { sharedName } from '#rules/detectors/openapi/shared-name.ts';
import { tellsValues } from '#rules/detectors/openapi/tells-values.ts';
import { exampleValue } from '#rules/fixes/openapi/example-value.ts';
import { openApi } from '#rules/sources.ts';

export const parameterExampleProvided = localRule({
  id: 'openapi/parameter-example-provided',
  summary: 'Give parameters and headers an example.',
  why: 'How a value is spelt in a URL or a header is not what its schema shows; consoles fill in the example, and readers copy it.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object'), openApi('Header Object', 'header-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A date in the query',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «since»
          in: query
          schema: { type: string, format: date }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: since
          in: query
          schema: { type: string, format: date }
          example: '2026-01-31'
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.header'],
  *check(node, scope) {
    const { schema, tree, context } = node;
    if (context.version === '2.0' || schema === undefined || isShown(node, schema, scope)) return;
    const isParameter = node.kind === 'openapi.parameter';
    const name = isParameter ? node.name?.value : sharedName(node);
    if (name === undefined || findEntry(tree, 'content') !== undefined) return;
    const message = `The ${isParameter ? `${node.in?.value ?? ''} parameter` : 'header'} “${name}” has no example. Show one value.`;
    yield { span: node.anchor, message, fixes: show(node, name, schema, scope), cause };
  },
});

/** Of a choice and of true or false everybody knows a value. */
function isShown({ tree }: Parameter | Header, schema: OrReference<Schema>, scope: Scope): boolean {
  const isOwn = ['example', 'x-example'].some((key) => findEntry(tree, key) !== undefined);
  if (isOwn || entriesOf(findValue(tree, 'examples')).length > 0 || isExemplified(schema)) return true;
  const resolved = scope.resolve(schema);
  if (resolved === undefined || isExemplified(resolved)) return true;
  const isKnown = resolved.types.length === 0 || resolved.types.includes('boolean');
  return isKnown || findEntry(resolved.tree, 'default') !== undefined;
}

function show(node: Parameter | Header, name: string, schema: OrReference<Schema>, scope: Scope): readonly Fix[] {
  const value = tellsValues(schema, scope) ? exampleValue(schema, scope) : undefined;
  if (value === undefined || value === 'string') return [];
  const pointer = [...pointerOf(node.location), 'example'];
  const change = { kind: 'set', uri: node.section.uri, pointer, value } as const;
  return [{ title: `Write an example of “${name}” from its schema`, safety: 'review', changes: [change] }];
}

const cause: Cause = {
  key: 'bare',
  message: (count) => `${count} parameters and headers have no example. Show one value of each.`,
  fixTitle: (count) => `Write ${count} examples from the schemas of parameters and headers`,
};
