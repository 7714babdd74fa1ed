import type { MediaType, Parameter, Schema } from '#core/openapi/model.ts';
import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { soleReference } from '#rules/detectors/openapi/sole-reference.ts';
import { openApi } from '#rules/sources.ts';

export const exampleNoReference = localRule({
  id: 'openapi/example-no-reference',
  summary: 'Refer to examples under `examples`, where references count.',
  why: 'An `example` is data: a `$ref` in it is shown to readers as it is written, and mock servers answer with it.',
  item: documentationFormats,
  references: [openApi('Media Type Object', 'media-type-object'), openApi('Example Object', 'example-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A reference in place of data',
      bad: `openapi: 3.1.0
components:
  requestBodies:
    Order:
      content:
        application/json:
          schema: { type: object }
          example:
            «$ref»: '#/components/examples/order'
  examples:
    order: { value: { product: 4711 } }
`,
      good: `openapi: 3.1.0
components:
  requestBodies:
    Order:
      content:
        application/json:
          schema: { type: object }
          examples:
            order:
              $ref: '#/components/examples/order'
  examples:
    order: { value: { product: 4711 } }
`,
    },
  ],
  on: ['openapi.media-type', 'openapi.parameter', 'openapi.schema', 'openapi.example'],
  having: ['example', 'value'],
  *check(node) {
    const isNamed = node.kind === 'openapi.example';
    const example = findEntry(node.tree, isNamed ? 'value' : 'example')?.value;
    const reference = example && soleReference(example);
    if (reference === undefined) return;
    const where = isNamed ? 'in place of the whole example' : 'under examples';
    const message = `“${reference.value}” is shown as data: references do not count there. Refer to it ${where}.`;
    const fix = isNamed ? undefined : referUnderExamples(node, reference.value);
    yield { span: reference.span, message, fixes: fix === undefined ? [] : [fix], cause };
  },
});

const cause: Cause = {
  key: 'reference',
  message: (count) => `${count} references in examples are shown as data. Refer to whole examples instead.`,
  fixTitle: (count) => `Refer to ${count} examples under “examples”`,
};

/** Media types and parameters of 3.x name examples; what is referred to has to be one. */
function referUnderExamples(node: MediaType | Parameter | Schema, target: string): Fix | undefined {
  const { section, location, context, tree } = node;
  const read = readReferenceTarget(target, section.uri);
  const name = read.kind === 'pointer' ? read.pointer.at(-1) : undefined;
  const isExample = read.kind === 'pointer' && read.pointer.at(-2) === 'examples' && read.pointer[0] === 'components';
  if (name === undefined || !isExample || context.version === '2.0' || node.kind === 'openapi.schema') return undefined;
  if (findEntry(tree, 'examples') !== undefined) return undefined;
  const { uri } = section;
  const pointer = pointerOf(location);
  const set = {
    kind: 'set',
    uri,
    pointer: [...pointer, 'examples'],
    value: { [name]: { $ref: target } },
    before: ['example'],
  } as const;
  const remove = { kind: 'remove', uri, pointer: [...pointer, 'example'] } as const;
  return { title: `Refer to the example “${name}” under “examples”`, safety: 'review', changes: [set, remove] };
}
