import type { Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { findBoolean, findEntry, findString } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const styleForType = localRule({
  id: 'openapi/style-for-type',
  summary: 'Write values in a style that is made for their type.',
  why: 'What a style does with a type it is not made for is not defined: each tool does something else.',
  item: validity,
  references: [openApi('Style Values', 'style-values'), openApi('Style Examples', 'style-examples')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A list in the style of objects',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: states
          in: query
          style: «deepObject»
          schema: { type: array, items: { type: string } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: states
          in: query
          schema: { type: array, items: { type: string } }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'Blanks between the values of one',
      bad: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "parameters": {
      "State": {
        "name": "state",
        "in": "query",
        "style": «"spaceDelimited"»,
        "schema": { "type": "string" }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "parameters": {
      "State": {
        "name": "state",
        "in": "query",
        "schema": { "type": "string" }
      }
    }
  }
}
`,
    },
    {
      title: 'A style beside a media type',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: filter
          in: query
          «style»: form
          content:
            application/json: { schema: { type: object } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: filter
          in: query
          content:
            application/json: { schema: { type: object } }
      responses:
        '200': { description: The orders. }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check(parameter, scope) {
    const { context, tree } = parameter;
    if (context.version === '2.0') return;
    const isContent = findEntry(tree, 'content') !== undefined && findEntry(tree, 'schema') === undefined;
    if (isContent) yield* besideContent(parameter);
    else yield* unfitStyle(parameter, scope.resolve(parameter.schema));
  },
});

/** What tells how a schema is written says nothing of a media type, which knows itself how it is written. */
function* besideContent(parameter: Parameter): Iterable<Finding> {
  for (const field of ['style', 'explode', 'allowReserved']) {
    const entry = findEntry(parameter.tree, field);
    if (entry === undefined) continue;
    const message = `The parameter “${nameOf(parameter)}” is written as its media type says: “${field}” has no effect.`;
    yield { span: entry.key.span, message, fixes: [remove(parameter, [field], `Remove “${field}”`)] };
  }
}

/** The types each style of lists and objects is made for. */
const types: ReadonlyMap<string, readonly string[]> = new Map([
  ['deepObject', ['object']],
  ['spaceDelimited', ['array', 'object']],
  ['pipeDelimited', ['array', 'object']],
]);

function* unfitStyle(parameter: Parameter, schema: Schema | undefined): Iterable<Finding> {
  const style = findString(parameter.tree, 'style');
  const fitting = types.get(style?.value ?? '');
  if (style === undefined || fitting === undefined || parameter.in?.value !== 'query') return;
  const written = (schema?.types ?? []).filter((type) => type !== 'null');
  const [type] = written;
  if (type !== undefined && !written.some((each) => fitting.includes(each))) {
    const message = `The style “${style.value}” is for ${fitting.map((each) => `${each}s`).join(' and ')}, and the parameter “${nameOf(parameter)}” is ${article(type)} ${type}.`;
    const hasExplode = findEntry(parameter.tree, 'explode') !== undefined;
    const fix = remove(
      parameter,
      hasExplode ? ['style', 'explode'] : ['style'],
      'Remove the style, so that “form” holds',
    );
    yield { span: style.span, message, fixes: [fix] };
  } else yield* unfitExplode(parameter, style.value);
}

/** Values with separators of their own are not taken apart, and a deep object is nothing else. */
function* unfitExplode(parameter: Parameter, style: string): Iterable<Finding> {
  const explode = findBoolean(parameter.tree, 'explode');
  const isDeep = style === 'deepObject';
  if (explode === undefined || explode.value === isDeep) return;
  yield {
    span: explode.span,
    message: `The parameter “${nameOf(parameter)}” has the style “${style}” with \`explode: ${explode.value}\`, of which the specification says nothing.`,
    fixes: isDeep ? [explodeDeep(parameter)] : [],
  };
}

function explodeDeep({ section, location }: Parameter): Fix {
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'explode'], value: true } as const;
  return { title: 'Set `explode: true`', safety: 'review', changes: [change] };
}

function remove(parameter: Parameter, [first, ...others]: readonly [string, ...string[]], title: string): Fix {
  const pointer = pointerOf(parameter.location);
  const drop = (field: string) =>
    ({ kind: 'remove', uri: parameter.section.uri, pointer: [...pointer, field] }) as const;
  return { title, safety: 'review', changes: [drop(first), ...others.map(drop)] };
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? 'an' : 'a';
}

function nameOf({ name }: Parameter): string {
  return name?.value ?? '';
}
