import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { openApi } from '#rules/sources.ts';

export const pathParameterRequired = localRule({
  id: 'openapi/path-parameter-required',
  summary: 'Mark every path parameter as required.',
  why: 'No request can leave a part of its path out. The specification wants it said, and tools refuse descriptions that do not.',
  item: validity,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'Nothing is said',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - name: «id»
          in: path
          schema: { type: string }
      responses:
        '200': { description: The order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: string }
      responses:
        '200': { description: The order. }
`,
    },
    {
      title: 'The opposite is said',
      bad: `{
  "swagger": "2.0",
  "paths": {},
  "parameters": {
    "Id": { "name": "id", "in": "path", "required": «false», "type": "string" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {},
  "parameters": {
    "Id": { "name": "id", "in": "path", "required": true, "type": "string" }
  }
}
`,
    },
  ],
  on: ['openapi.parameter'],
  *check({ tree, name, in: place, required, section, location }) {
    if (place?.value !== 'path' || name === undefined || required?.value === true) return;
    const isMissing = findEntry(tree, 'required') === undefined;
    if (isMissing ? !lacksField(tree, 'required') : required === undefined) return;
    const pointer = [...pointerOf(location), 'required'];
    const change = { kind: 'set', uri: section.uri, pointer, value: true, after: ['in', 'name'] } as const;
    yield {
      span: required?.span ?? name.span,
      message: `The path parameter “${name.value}” is not marked as required.`,
      fixes: [{ title: `Mark “${name.value}” as required`, safety: 'safe', changes: [change] }],
      cause: habit,
    };
  },
});

const habit = {
  key: 'required',
  message: (count: number) => `${count} path parameters are not marked as required.`,
  fixTitle: (count: number) => `Mark ${count} path parameters as required`,
};
