import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { zalando } from '#rules/sources.ts';

export const arrayQueryForm = localRule({
  id: 'openapi/array-query-form',
  summary: 'Send lists in the query by commas, or one by one.',
  why: 'Frameworks read `a=1&a=2` and `a=1,2` by themselves; lists parted by blanks, tabs or bars each need a parser of their own.',
  item: documentationFormats,
  references: [zalando(154)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Bars',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: states
          in: query
          style: «pipeDelimited»
          schema: { type: array, items: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: states
          in: query
          style: form
          schema: { type: array, items: { type: string } }
`,
    },
  ],
  on: ['openapi.parameter'],
  having: ['style', 'collectionFormat'],
  *check({ name, in: place, schema, tree, context, section, location }, scope) {
    const isOld = context.version === '2.0';
    const style = findString(tree, isOld ? 'collectionFormat' : 'style');
    if (name === undefined || place?.value !== 'query' || style === undefined) return;
    if (!/^(?:pipeDelimited|spaceDelimited|pipes|ssv|tsv)$/.test(style.value)) return;
    if (scope.resolve(schema)?.types.includes('array') !== true) return;
    const value = isOld ? 'csv' : 'form';
    const pointer = [...pointerOf(location), isOld ? 'collectionFormat' : 'style'];
    const changes = [{ kind: 'set', uri: section.uri, pointer, value }] as const;
    const fix: Fix = { title: `Send “${name.value}” as “${value}”`, safety: 'review', changes };
    const message = `The list “${name.value}” is sent as “${style.value}”. Send it as “${value}”, which frameworks read.`;
    yield { span: style.span, message, fixes: [fix], cause };
  },
});

const cause: Cause = {
  key: 'style',
  message: (count) => `${count} lists in queries are sent as frameworks do not read them. Send them as a form.`,
  fixTitle: (count) => `Send ${count} lists as a form`,
};
