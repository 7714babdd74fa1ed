import type { WrongKey } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { meantKey } from '#rules/detectors/openapi/meant-form.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';
import { keyFormWords } from '#rules/words/form-words.ts';

export const keyWellFormed = localRule({
  id: 'openapi/key-well-formed',
  summary: 'Write paths, status codes, media types and names of components in their form.',
  why: 'Tools read these keys: a path without its slash, or a code that is none, is refused or belongs to nothing.',
  item: validity,
  references: [
    openApi('Paths Object', 'paths-object'),
    openApi('Responses Object', 'responses-object'),
    openApi('Components Object', 'components-object'),
    openApiVersions,
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A path without its slash, and a range in lower case',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  «orders»:
    get:
      responses:
        '200': { description: The orders. }
        «4xx»: { description: It was the client. }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '4XX': { description: It was the client. }
`,
    },
    {
      title: 'A name with a blank',
      bad: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/orders": {
      "post": {
        "requestBody": {
          "content": { "application/json": { "schema": { "$ref": "#/components/schemas/New order" } } }
        },
        "responses": { "201": { "description": "The order." } }
      }
    }
  },
  "components": {
    "schemas": {
      «"New order"»: { "type": "object" }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/orders": {
      "post": {
        "requestBody": {
          "content": { "application/json": { "schema": { "$ref": "#/components/schemas/New_order" } } }
        },
        "responses": { "201": { "description": "The order." } }
      }
    }
  },
  "components": {
    "schemas": {
      "New_order": { "type": "object" }
    }
  }
}
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section: { uri } }) {
    for (const fault of faults) if (fault.kind === 'wrong-key') yield wrongKey(fault, uri);
  },
});

function wrongKey({ key, form, pointer }: WrongKey, uri: string): Finding {
  const name = meantKey(key.value, form);
  const title = `Rename “${key.value}” to “${name}”`;
  return {
    span: key.span,
    message: `“${key.value}” ${keyFormWords(form)}.`,
    fixes: name === undefined ? [] : [{ title, safety: 'review', changes: [{ kind: 'rename', uri, pointer, name }] }],
    cause: {
      key: `${form} ${name === undefined}`,
      message: (count) => `${count} keys are like “${key.value}”, which ${keyFormWords(form)}.`,
      ...(name !== undefined && { fixTitle: (count: number) => `Rename ${count} keys such as “${key.value}”` }),
    },
  };
}
