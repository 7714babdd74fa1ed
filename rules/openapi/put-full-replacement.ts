import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, PathItem, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { successBody } from '#rules/detectors/openapi/collection.ts';
import { sentBody } from '#rules/detectors/openapi/sent-body.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { rfc, zalando } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const putFullReplacement = localRule({
  id: 'openapi/put-full-replacement',
  summary: 'Let a PUT take all that the GET returns and a client may write.',
  why: 'A PUT replaces the resource by what it sends. What it cannot send is either lost or kept in secret: then it is a PATCH.',
  item: methodSemantics,
  references: [rfc(9110, '9.3.4'), zalando(148)],
  severity: 'info',
  recommended: false,
  options: {
    share: { default: 0.3, description: 'The share of writable properties that a PUT must lack to be told of.' },
  },
  having: ['put'],
  examples: [
    {
      title: 'A PUT that takes a part',
      bad: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { type: object, properties: { id: {}, name: {}, email: {}, phone: {}, city: {}, language: {} } }
    «put»:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { name: {}, email: {} } }
      responses:
        '200': { description: The user. }
`,
      good: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema: { type: object, properties: { id: {}, name: {}, email: {}, phone: {}, city: {}, language: {} } }
    patch:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { name: {}, email: {} } }
      responses:
        '200': { description: The user. }
`,
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope, { share }) {
    const put = methodOf(pathItem, 'put');
    const get = methodOf(pathItem, 'get');
    const whole = get && successBody(get, scope);
    const sent = put && sentBody(put, scope);
    if (pathItem.origin !== 'path' || put === undefined || whole === undefined || sent === undefined) return;
    const [writable, taken] = [writableNames(whole, scope), namesOf(sent, scope)];
    if (writable === undefined || taken === undefined) return;
    const missing = writable.filter((name) => !taken.has(name));
    // Where they have little in common, the body is no part of the resource.
    const isPart = (writable.length - missing.length) * 2 >= taken.size && writable.length > missing.length;
    if (!isPart || missing.length < 2 || missing.length < writable.length * share) return;
    const title = operationTitle(put);
    const fix = asPatch(put, pathItem, title);
    yield {
      span: put.anchor,
      message: `${title} takes no ${quotedList(missing)}, which the GET returns. Take the whole, mark what is the server’s as read-only, or make it a PATCH.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

function methodOf({ operations }: PathItem, method: 'put' | 'get'): Operation | undefined {
  return operations.find((operation) => operation.method === method);
}

/** Undefined where there may be more than is listed. */
function namesOf(schema: Schema, scope: Scope): ReadonlySet<string> | undefined {
  const { oneOf, anyOf, allOf, additionalProperties } = schema;
  if (oneOf.length + anyOf.length > 0 || allOf.some((part) => scope.resolve(part) === undefined)) return undefined;
  if (additionalProperties === true || typeof additionalProperties === 'object') return undefined;
  const names = new Set(propertiesOf(schema, scope).map(({ name }) => name.value));
  return names.size === 0 ? undefined : names;
}

/** Those that no word says are the server's. */
function writableNames(schema: Schema, scope: Scope): readonly string[] | undefined {
  const names = namesOf(schema, scope);
  const readOnly = new Set(
    propertiesOf(schema, scope).flatMap(({ name, schema: value }) =>
      scope.resolve(value)?.readOnly ? [name.value] : [],
    ),
  );
  return (
    names && [...names].filter((name) => !readOnly.has(name) && !wordsOf(name).some((word) => serverWords.has(word)))
  );
}

const serverWords = wordSet(
  'id uuid uid guid created creation updated modified deleted changed last at by on date time timestamp etag version revision href url uri link links self embedded object kind type status state count counts total number owner organization tenant account errors error history usage stats is has can',
);

function asPatch({ section, location }: Operation, pathItem: PathItem, title: string): Fix | undefined {
  const put = pathItem.operations.find(({ method }) => method === 'put');
  const hasPatch = pathItem.operations.some(({ method }) => method === 'patch');
  if (hasPatch || put === undefined || !isWrittenInPlace(put)) return undefined;
  const change = { kind: 'rename', uri: section.uri, pointer: pointerOf(location), name: 'patch' } as const;
  return { title: `Make a PATCH of ${title}`, safety: 'review', changes: [change] };
}
