import { isJsonMediaType, isJsonPatch } from '#core/openapi/effective/media-type-name.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { bodyOwner } from '#rules/detectors/openapi/body-owner.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { aip, owasp } from '#rules/sources.ts';

export const bulkRequestBounded = localRule({
  id: 'openapi/bulk-request-bounded',
  summary: 'Bound the number of items that one request may send.',
  why: 'A list without an end lets one request take all of the memory, or hold a transaction for minutes. Clients that know the bound part their lists.',
  item: methodSemantics,
  references: [owasp(4), aip(233)],
  severity: 'info',
  recommended: false,
  options: {
    items: { default: 100, description: 'The bound that the fix writes.' },
  },
  examples: [
    {
      title: 'Any number of orders in one request',
      bad: `openapi: 3.1.0
paths:
  /orders/batch:
    post:
      requestBody:
        content:
          application/json:
            schema:
              «type»: array
              items: { type: object }
      responses:
        '201': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/batch:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: array
              maxItems: 100
              items: { type: object }
      responses:
        '201': { description: The orders. }
`,
    },
  ],
  on: ['openapi.request-body'],
  *check(body, scope, { items }) {
    // 2.0: the media types share one schema.
    const media = body.content.find(({ name }) => isJsonMediaType(name.value) && !isJsonPatch(name.value));
    const schema = scope.resolve(media?.schema);
    if (media === undefined || schema?.types.includes('array') !== true) return;
    if (['maxItems', 'enum', 'const'].some((keyword) => findEntry(schema.tree, keyword) !== undefined)) return;
    const isOwn = schema === media.schema && schema.section === body.section;
    const { section, location } = schema;
    const change = {
      kind: 'set',
      uri: section.uri,
      pointer: [...pointerOf(location), 'maxItems'],
      value: items,
      after: ['type'],
    } as const;
    const fix = { title: `Take ${items} items at most`, safety: 'review', changes: [change] } as const;
    yield {
      span: isOwn ? (findEntry(schema.tree, 'type')?.key.span ?? schema.anchor) : media.name.span,
      section: media.section,
      message: `The request body${bodyOwner(body)} is a list of any length. Bound it by maxItems.`,
      ...(isWrittenInPlace(schema) && { fixes: [fix] }),
      cause: unbounded,
    };
  },
});

const unbounded: Cause = {
  key: 'unbounded',
  message: (count) => `${count} request bodies are lists of any length. Bound them by maxItems.`,
  fixTitle: (count) => `Bound the lists of ${count} request bodies`,
};
