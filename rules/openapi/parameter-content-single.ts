import type { Header, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const parameterContentSingle = localRule({
  id: 'openapi/parameter-content-single',
  summary: 'Describe a parameter or header by one media type.',
  why: 'Nothing in a request says which of several media types the value of a parameter is written in.',
  item: validity,
  references: [openApi('Parameter Object', 'parameter-object'), openApi('Header Object', 'header-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Two media types',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: filter
          in: query
          «content»:
            application/json: { schema: { type: object } }
            text/plain: { schema: { type: string } }
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
    {
      title: 'None',
      bad: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "headers": { "Total": { «"content"»: {} } }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "headers": { "Total": { "schema": { "type": "integer" } } }
  }
}
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.header'],
  *check(view) {
    const entry = findEntry(view.tree, 'content');
    const isWritten = entry?.value?.kind === 'map' && findEntry(entry.value, '$ref') === undefined;
    if (view.context.version === '2.0' || entry === undefined || !isWritten) return;
    const count = entriesOf(entry.value).length;
    if (count === 1) return;
    const what = count === 0 ? 'no media type' : `${count} media types`;
    yield { span: entry.key.span, message: `${titleOf(view)} has ${what} under \`content\`: there must be one.` };
  },
});

function titleOf(view: Parameter | Header): string {
  const written = view.kind === 'openapi.parameter' ? view.name?.value : undefined;
  const noun = view.kind === 'openapi.header' ? 'header' : 'parameter';
  return `The ${noun} “${written ?? pointerOf(view.location).at(-1) ?? ''}”`;
}
