import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const requiredNoDefault = localRule({
  id: 'openapi/required-no-default',
  summary: 'Give a parameter a default, or require it.',
  why: 'A default is what counts where a parameter is left out, which a required one never is: either clients send too much, or the default is a lie.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object'), openApi('Schema Object', 'schema-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Both',
      bad: `openapi: 3.1.0
components:
  parameters:
    region:
      name: region
      in: query
      required: true
      schema:
        type: string
        «default»: eu
`,
      good: `openapi: 3.1.0
components:
  parameters:
    region:
      name: region
      in: query
      required: true
      schema:
        type: string
`,
    },
    {
      title: 'A parameter of 2.0',
      bad: `{
  "swagger": "2.0",
  "parameters": {
    "region": { "name": "region", "in": "header", "required": true, "type": "string", «"default"»: "eu" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "parameters": {
    "region": { "name": "region", "in": "header", "required": true, "type": "string" }
  }
}
`,
    },
  ],
  on: ['openapi.parameter'],
  having: ['required'],
  *check({ name, required, schema, section }) {
    if (required?.value !== true || name === undefined || schema?.kind !== 'openapi.schema') return;
    const entry = findEntry(schema.tree, 'default');
    if (entry === undefined || entry.merged) return;
    // One value is no choice: the default says what is sent.
    if (schema.enum?.length === 1) return;
    const message = `The parameter “${name.value}” is required, and has a default that never counts. Keep one of both.`;
    const pointer = [...pointerOf(schema.location), 'default'];
    const changes = [{ kind: 'remove', uri: section.uri, pointer }] as const;
    const fix: Fix = { title: `Remove the default of “${name.value}”`, safety: 'review', changes };
    yield { span: entry.key.span, message, fixes: [fix], cause };
  },
});

const cause: Cause = {
  key: 'default',
  message: (count) => `${count} required parameters have defaults that never count. Keep one of both.`,
  fixTitle: (count) => `Remove the defaults of ${count} required parameters`,
};
