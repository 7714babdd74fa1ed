import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { readOfWrite } from '#rules/detectors/openapi/read-of-write.ts';
import { sentBody } from '#rules/detectors/openapi/sent-body.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { aip } from '#rules/sources.ts';
import { secretProperties } from '#rules/words/secret-properties.ts';

export const sentPropertyReturned = localRule({
  id: 'openapi/sent-property-returned',
  summary: 'Return what can be written.',
  why: 'A field that is sent and never returned cannot be shown, compared or kept in an update: whoever reads, changes and writes back loses it.',
  item: methodSemantics,
  references: [aip(133), aip(134)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A note that is sent and never seen again',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «post»:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses: { '201': { description: The order. } }
  /orders/{id}:
    get:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    NewOrder: { type: object, properties: { number: { type: string }, shop: { type: string }, note: { type: string } } }
    Order: { type: object, properties: { id: { type: string }, number: { type: string }, shop: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/NewOrder' } } } }
      responses: { '201': { description: The order. } }
  /orders/{id}:
    get:
      responses:
        '200': { description: The order., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
components:
  schemas:
    NewOrder: { type: object, properties: { number: { type: string }, shop: { type: string }, note: { type: string } } }
    Order: { type: object, properties: { id: { type: string }, number: { type: string }, shop: { type: string }, note: { type: string } } }
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['requestBody', 'parameters'],
  *check(operation, scope) {
    const get = readOfWrite(operation, scope);
    const read = get && successBody(get, scope);
    const sent = read && sentBody(operation, scope);
    if (get === undefined || read === undefined || sent === undefined || sent.tree === read.tree) return;
    const returned = propertiesIn(read, scope);
    const written = propertiesIn(sent, scope);
    if (returned === undefined || written === undefined) return;
    const names = new Set(returned.map(({ name }) => foldedName(name.value)));
    const lost = written.filter(
      (property) => !names.has(foldedName(property.name.value)) && mayBeShown(property, names, scope),
    );
    const shared = written.filter(({ name }) => names.has(foldedName(name.value))).length;
    // With little in common it is another thing: an envelope, a command.
    if (lost.length === 0 || shared < 2 || shared < lost.length) return;
    yield {
      span: operation.anchor,
      message: `${operationTitle(operation)} takes ${quotedList(lost.map(({ name }) => name.value))}, which ${operationTitle(get)} does not return. Return what was written, or mark it \`writeOnly\`.`,
      cause: unseen,
    };
  },
});

const unseen: Cause = {
  key: 'unseen',
  message: (count) => `${count} writes take properties that the read of the same resource does not return.`,
};

/** Undefined where a branch may have more. */
function propertiesIn(schema: Schema, scope: Pick<Scope, 'resolve'>): readonly OwnedProperty[] | undefined {
  const isBranched = (one: Schema): boolean => one.oneOf.length > 0 || one.anyOf.length > 0;
  const properties = propertiesOf(schema, scope);
  const isOpen =
    isBranched(schema) || schema.types.includes('array') || properties.some(({ owner }) => isBranched(owner));
  return properties.length === 0 || isOpen ? undefined : properties;
}

/** Secrets, and what only steers the write, are not returned; `ownerId` may come back as `owner`. */
function mayBeShown(
  { name, schema }: OwnedProperty,
  returned: ReadonlySet<string>,
  scope: Pick<Scope, 'resolve'>,
): boolean {
  if (scope.resolve<Schema>(schema)?.writeOnly === true || nameEnding(name.value, secretProperties) !== undefined)
    return false;
  if (steering.test(name.value)) return false;
  const folded = foldedName(name.value);
  return (
    !returned.has(folded.replace(/ids?$/, '')) &&
    !returned.has(`${folded}id`) &&
    ![...returned].some((one) => one.includes(folded))
  );
}

const steering =
  /pass|token|secret|code|confirm|force|dry|validate|notify|send|skip|ignore|overwrite|upsert|replace|async|option|mode|captcha|nonce|idempot|file|upload|content|data|image|base64|template|clone|copy|from|source|add|remove|delete|set|include|expand|fields|version|etag|comment|reason|action|op$/i;
