import { localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { generatedCode } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const nameLengthBounded = localRule({
  id: 'openapi/name-length-bounded',
  summary: 'Keep the names of schemas, operations, parameters and headers short.',
  why: 'Generators make classes, files and methods of these names, and join several of them: long ones are cut off, or break the limits of file systems.',
  item: generatedCode,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  options: {
    maximum: { default: 50, description: 'How many characters a name may have.' },
  },
  examples: [
    {
      title: 'An id that tells the whole path',
      bad: `openapi: 3.1.0
paths:
  /customers/{id}/orders/{order}/lines:
    get:
      operationId: «getAllOrderLinesOfOneOrderOfOneCustomerByTheirIdentifiers»
`,
      good: `openapi: 3.1.0
paths:
  /customers/{id}/orders/{order}/lines:
    get:
      operationId: listOrderLines
`,
    },
  ],
  on: ['openapi.schema', 'openapi.operation', 'openapi.parameter', 'openapi.response'],
  *check(node, _scope, { maximum }) {
    const long = (name: Located<string> | undefined, kind: string) =>
      name === undefined || name.value.length <= maximum ? [] : [tooLong(name, kind, maximum)];
    if (node.kind === 'openapi.operation') yield* long(node.operationId, 'operation id');
    else if (node.kind === 'openapi.parameter') yield* long(node.name, 'parameter');
    else if (node.kind === 'openapi.response') for (const { name } of node.headers) yield* long(name, 'header');
    else if (node.role === 'component') yield* long(node.name, 'schema');
  },
});

function tooLong({ value, span }: Located<string>, kind: string, maximum: number) {
  const shown = value.length > 70 ? `${value.slice(0, 60)}…` : value;
  return {
    span,
    message: `The name of the ${kind} “${shown}” has ${value.length} characters. Keep it within ${maximum}.`,
    cause: {
      key: kind,
      message: (count: number) => `The names of ${count} ${kind}s have more than ${maximum} characters.`,
    },
  };
}
