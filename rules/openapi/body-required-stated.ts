import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { openApi } from '#rules/sources.ts';

export const bodyRequiredStated = localRule({
  id: 'openapi/body-required-stated',
  summary: 'Say of a request body with required properties whether it is required itself.',
  why: 'A request body is optional unless it says otherwise: generated clients let callers leave out the whole of it, required properties included.',
  item: documentationFormats,
  references: [openApi('Request Body Object', 'request-body-object')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'A required name in an optional body',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      «requestBody»:
        content:
          application/json:
            schema:
              type: object
              required: [product]
              properties:
                product: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [product]
              properties:
                product: { type: string }
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['requestBody'],
  *check(operation, scope) {
    const { requestBody: body, context, origin } = operation;
    if (
      origin !== 'path' ||
      body?.kind !== 'openapi.request-body' ||
      context.version === '2.0' ||
      body.tree.kind !== 'map'
    )
      return;
    if (findEntry(body.tree, 'required') !== undefined || body.content.length === 0) return;
    const lists = body.content.map(({ schema }) => (schema === undefined ? [] : [...requiredNames(schema, scope)]));
    const [names = []] = lists;
    if (lists.some((list) => list.length === 0)) return;
    const title = operationTitle(operation);
    const pointer = [...pointerOf(body.location), 'required'];
    const change = { kind: 'set', uri: body.section.uri, pointer, value: true, before: ['content'] } as const;
    const fix: Fix = { title: `Require the body of ${title}`, safety: 'review', changes: [change] };
    yield {
      span: body.anchor,
      message: `The body of ${title} may be left out, though ${quotedList(names)} ${names.length === 1 ? 'is' : 'are'} required in it. Require the body.`,
      fixes: [fix],
      cause,
    };
  },
});

const cause: Cause = {
  key: 'optional',
  message: (count) =>
    `${count} request bodies may be left out, though properties in them are required. Require the bodies.`,
  fixTitle: (count) => `Require ${count} request bodies`,
};
