import { content, itemPath, itemResponse, itemSchema } from '#snippets/openapi/resource.ts';
import { componentReference, problems } from '#snippets/openapi/shared-components.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import { guardedReplacement } from '#snippets/openapi/write-guard.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { singular, words } = placeholders;
const mergePatch = 'application/merge-patch+json';

const patch = withChange(
  {
    operationId: `update${singular}`,
    summary: `Change parts of one ${words}`,
    description: 'JSON Merge Patch (RFC 7396): what is not sent stays, null takes away.',
    requestBody: {
      required: true,
      content: content(mergePatch, componentReference('schemas', `${singular}Patch`), { name: 'New name' }),
    },
    responses: { '200': itemResponse, ...problems('400', '401', '404', '422', '429', 'default') },
  },
  guardedReplacement,
);

/** Nothing is required: what is absent stays as it is. */
const patchSchema: Values = {
  type: 'object',
  minProperties: 1,
  properties: { name: { type: 'string', minLength: 1, maxLength: 120 } },
};

export const mergePatchOperation: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-merge-patch',
  title: 'Partial update by merge patch',
  keywords: ['update', 'PATCH', 'RFC 7396', 'edit'],
  description: 'A PATCH with application/merge-patch+json, no required property, If-Match and 412.',
  components: { schemas: { [singular]: itemSchema, [`${singular}Patch`]: patchSchema } },
  writableCopies: [`${singular}Patch`],
  contributions: [{ context: 'path item', body: { patch } }],
  insertion: {
    kind: 'paths',
    parts: [{ path: itemPath, operations: { patch } }],
    onOperation: {
      kind: 'operations',
      reach: 'operation',
      methods: ['patch'],
      changes: [{ ...guardedReplacement, renamedMediaType: ['application/json', mergePatch] }],
      place: 'a PATCH operation, or the path of one item without one',
    },
  },
};
