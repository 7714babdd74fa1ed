import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toldOf } from './told-of.ts';

interface Case {
  readonly title: string;
  readonly before: Content;
  readonly after: Content;
  readonly told: readonly string[];
}

/** What a webhook or callback sends, and what it is answered. */
interface Content {
  readonly sent: string;
  readonly answered?: string;
  readonly headers?: string;
}

const cases: readonly Case[] = [
  {
    title: 'a property less of what is sent',
    before: {
      sent: '{ type: object, required: [id, total], properties: { id: { type: string }, total: { type: number } } }',
    },
    after: { sent: '{ type: object, required: [id], properties: { id: { type: string } } }' },
    told: ['response-property-kept: “total” of the body of HOLDER is gone'],
  },
  {
    title: 'a property more of what is sent, and required',
    before: { sent: '{ type: object, required: [id], properties: { id: { type: string } } }' },
    after: {
      sent: '{ type: object, required: [id, total], properties: { id: { type: string }, total: { type: number } } }',
    },
    told: [],
  },
  {
    title: 'another type of what is sent',
    before: { sent: '{ type: object, properties: { total: { type: number } } }' },
    after: { sent: '{ type: object, properties: { total: { type: string } } }' },
    told: ['response-still-understood: “total” of the body of HOLDER was of type number and is of type string'],
  },
  {
    title: 'fewer values of what is sent',
    before: { sent: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }' },
    after: { sent: '{ type: object, properties: { state: { type: string, enum: [open] } } }' },
    told: [],
  },
  {
    title: 'more values of what is sent',
    before: { sent: '{ type: object, properties: { state: { type: string, enum: [open] } } }' },
    after: { sent: '{ type: object, properties: { state: { type: string, enum: [open, paid] } } }' },
    told: ['response-values-known: “state” of the body of HOLDER lists “paid” now, too'],
  },
  {
    title: 'a property more that has to be answered',
    before: { sent: '{ type: object }', answered: '{ type: object, properties: { ok: { type: boolean } } }' },
    after: {
      sent: '{ type: object }',
      answered: '{ type: object, required: [ok], properties: { ok: { type: boolean } } }',
    },
    told: ['request-nothing-more-required: “ok” of the 200 of HOLDER is required now'],
  },
  {
    title: 'a property less that has to be answered',
    before: {
      sent: '{ type: object }',
      answered: '{ type: object, required: [ok], properties: { ok: { type: boolean } } }',
    },
    after: { sent: '{ type: object }', answered: '{ type: object, properties: { ok: { type: boolean } } }' },
    told: [],
  },
  {
    title: 'a header less',
    before: { sent: '{ type: object }', headers: '{ name: X-Event, in: header, schema: { type: string } }' },
    after: { sent: '{ type: object }' },
    told: ['header-kept: The header “X-Event” of HOLDER is gone'],
  },
  {
    title: 'a header more',
    before: { sent: '{ type: object }' },
    after: {
      sent: '{ type: object }',
      headers: '{ name: X-Event, in: header, required: true, schema: { type: string } }',
    },
    told: [],
  },
];

function operation({ sent, answered = '{ type: object }', headers = '' }: Content): string {
  const content = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
  return `{ post: { parameters: [${headers}], requestBody: { required: true, ${content(sent)} }, responses: { '200': { description: Taken., ${content(answered)} } } } }`;
}

const accepted = "responses: { '202': { description: Begun. } }";
const places = [
  {
    holder: 'the webhook “placed”',
    text: (content: Content) => `openapi: 3.1.0\nwebhooks:\n  placed: ${operation(content)}\n`,
  },
  {
    holder: 'the webhook “placed”',
    text: (content: Content) =>
      `openapi: 3.1.0\nwebhooks:\n  placed: { $ref: '#/components/pathItems/P' }\ncomponents:\n  pathItems:\n    P: ${operation(content)}\n`,
  },
  {
    holder: 'the callback “done” of POST /exports',
    text: (content: Content) =>
      `openapi: 3.0.3\npaths:\n  /exports:\n    post:\n      callbacks:\n        done:\n          '{$request.body#/url}': ${operation(content)}\n      ${accepted}\n`,
  },
  {
    holder: 'the callback “Done”',
    text: (content: Content) =>
      `openapi: 3.0.3\npaths:\n  /exports:\n    post:\n      callbacks: { done: { $ref: '#/components/callbacks/Done' } }\n      ${accepted}\n  /imports:\n    post:\n      callbacks: { done: { $ref: '#/components/callbacks/Done' } }\n      ${accepted}\ncomponents:\n  callbacks:\n    Done:\n      '{$request.body#/url}': ${operation(content)}\n`,
  },
];

describe('changes of what the API calls', () => {
  for (const [index, { holder, text }] of places.entries())
    for (const { title, before, after, told } of cases)
      it(`${title}: ${holder}, ${index + 1}`, () => {
        const expected = told.map((each) => each.replace('HOLDER', holder));
        assert.deepEqual(toldOf(text(before), text(after)), expected);
      });

  it('a component that a webhook sends and an operation takes', () => {
    const text = (total: string) => `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      ${accepted}
webhooks:
  placed: ${operation({ sent: "{ $ref: '#/components/schemas/Order' }" })}
components:
  schemas:
    Order: { type: object, required: [total], properties: { total: ${total} } }
`;
    assert.deepEqual(toldOf(text('{ type: number }'), text("{ type: [number, 'null'] }")), [
      'response-still-understood: “total” of “Order” may be null now',
    ]);
    assert.deepEqual(toldOf(text("{ type: [number, 'null'] }"), text('{ type: number }')), [
      'request-still-accepted: “total” of “Order” may be null no longer',
    ]);
  });
});
