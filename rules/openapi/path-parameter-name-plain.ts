import { localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { openApi, rfc } from '#rules/sources.ts';

export const pathParameterNamePlain = localRule({
  id: 'openapi/path-parameter-name-plain',
  summary: 'Name path parameters without characters that end a part of a URL.',
  why: 'Tools cut a path at its slashes, question marks and hashes before they look for placeholders: one with such a name falls apart.',
  item: validity,
  references: [rfc(3986, '3'), openApi('Path Templating', 'path-templating')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A name with a slash',
      bad: `openapi: 3.1.0
paths:
  /orders/{order/id}:
    get:
      parameters:
        - name: «order/id»
          in: path
          required: true
          schema: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{orderId}:
    get:
      parameters:
        - name: orderId
          in: path
          required: true
          schema: { type: string }
`,
    },
  ],
  on: ['openapi.parameter'],
  *check({ name, in: place }) {
    if (name === undefined || place?.value !== 'path' || /[{}]/.test(name.value)) return;
    const [mark] = /[/?#]/.exec(name.value) ?? [];
    if (mark === undefined) return;
    yield {
      span: name.span,
      message: `The path parameter “${name.value}” holds “${mark}”, which ends ${ended[mark] ?? 'a part of a URL'}. Call it otherwise, in the path too.`,
    };
  },
});

/** RFC 3986 §3. */
const ended: Readonly<Record<string, string>> = {
  '/': 'a segment',
  '?': 'the path',
  '#': 'the path and the query',
};
