import { errorResponses, successResponses } from '#core/openapi/effective/documented-responses.ts';
import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, OrReference, ResponseEntry, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { errorMembers } from '#rules/detectors/openapi/error-schema.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';
import { errorSchemaEndings, failureMembers, successFlags } from '#rules/words/error-flags.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const errorByStatus = localRule({
  id: 'openapi/error-by-status',
  summary: 'Tell errors by their status code, not in a successful response.',
  why: 'Clients, caches, retries and monitoring look at the status code. An error under 200 counts as a success for all of them, and whoever forgets to look into the body goes on with nothing.',
  item: errorPayloads,
  references: [rfc(9110, '15'), zalando(243), azure('rest-use-standard-status-codes')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A flag that says whether it worked',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        «'200'»:
          description: The order, or why there is none.
          content:
            application/json:
              schema:
                type: object
                properties:
                  success: { type: boolean }
                  error: { type: string }
                  order: { type: object }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        '201':
          description: The order.
          content:
            application/json:
              schema: { type: object }
        '422':
          description: That is no order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string } } }
`,
    },
    {
      title: 'An order or an error',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        «'200'»:
          description: The order.
          content:
            application/json:
              schema:
                oneOf:
                  - $ref: '#/components/schemas/Order'
                  - $ref: '#/components/schemas/Shipment'
                  - $ref: '#/components/schemas/ErrorResponse'
        default:
          description: An error.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ErrorResponse'
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Shipment: { type: object, properties: { id: { type: string } } }
    ErrorResponse: { type: object, properties: { code: { type: string }, message: { type: string } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                oneOf:
                  - $ref: '#/components/schemas/Order'
                  - $ref: '#/components/schemas/Shipment'
        default:
          description: An error.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/ErrorResponse'
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Shipment: { type: object, properties: { id: { type: string } } }
    ErrorResponse: { type: object, properties: { code: { type: string }, message: { type: string } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.origin !== 'path' || isRemoteCall(operation.path)) return;
    for (const entry of successResponses(operation)) {
      if (entry.status.value === '207' || entry.status.value === '*') continue;
      const finding = hiddenError(operation, entry, scope);
      if (finding !== undefined) yield finding;
    }
  },
});

/** GraphQL and JSON-RPC answer 200 by their specifications, and batches tell of each of their calls. */
function isRemoteCall(path: string): boolean {
  const words = segmentsOf(path).flatMap(wordsOf);
  return words.some((word) => remoteWords.has(word));
}

const remoteWords: ReadonlySet<string> = wordSet('graphql gql rpc jsonrpc batch bulk batches trpc mcp xmlrpc');

function hiddenError(operation: Operation, entry: ResponseEntry, scope: Scope): Finding | undefined {
  const json = (scope.resolve(entry.response)?.content ?? []).filter(({ name }) => isJsonMediaType(name.value));
  for (const media of json) {
    const schema = scope.resolve(media.schema);
    if (schema === undefined) continue;
    const branch = errorBranch(schema, scope);
    if (branch !== undefined) return branchFinding(operation, entry, media, branch);
    const flags = operation.method === 'get' || tellsErrors(operation) ? undefined : flagAndError(schema, scope);
    if (flags !== undefined) return flagFinding(operation, entry, flags);
  }
  return undefined;
}

/** Where errors are documented by status, a flag is only the envelope that all answers have. */
function tellsErrors(operation: Operation): boolean {
  return errorResponses(operation).length > 0;
}

interface ErrorBranch {
  readonly name: string;
  readonly keyword: 'oneOf' | 'anyOf';
  readonly index: number;
  readonly all: number;
  readonly schema: Schema;
}

/** A branch of a choice that is a component for errors by its name, with such members. */
function errorBranch(schema: Schema, scope: Scope): ErrorBranch | undefined {
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const names = schema[keyword].map((branch) => errorNameOf(branch, scope));
    const index = names.findIndex((name) => name !== undefined);
    const name = names[index];
    // Where all are errors, it is what was asked for.
    if (name !== undefined && names.includes(undefined)) return { name, keyword, index, all: names.length, schema };
  }
  return undefined;
}

/** The name of a component that describes errors; undefined for anything else. */
function errorNameOf(branch: OrReference<Schema>, scope: Scope): string | undefined {
  const schema = branch.kind === 'openapi.reference' ? scope.resolve<Schema>(branch) : undefined;
  const name = schema?.name?.value;
  if (schema === undefined || name === undefined) return undefined;
  const words = wordsOf(name);
  const isNamed = errorSchemaEndings.some((ending) =>
    ending.every((word, at) => words.at(at - ending.length) === word),
  );
  return isNamed && propertiesOf(schema, scope).some((property) => errorMembers.has(foldedName(property.name.value)))
    ? name
    : undefined;
}

interface Flags {
  readonly flag: string;
  readonly error: string;
}

/** A flag that may be false, beside a member for what went wrong. */
function flagAndError(schema: Schema, scope: Scope): Flags | undefined {
  if (schema.oneOf.length + schema.anyOf.length > 0) return undefined;
  const properties = propertiesOf(schema, scope);
  if (properties.some(({ name }) => name.value === 'jsonrpc')) return undefined;
  const flag = properties.find(({ name, schema: value }) => {
    const resolved = successFlags.has(foldedName(name.value)) ? scope.resolve(value) : undefined;
    return resolved?.types.includes('boolean') === true && resolved.enum?.every(({ value }) => value === true) !== true;
  });
  const error = properties.find(({ name }) => failureMembers.has(foldedName(name.value)));
  return flag && error && { flag: flag.name.value, error: error.name.value };
}

function flagFinding(operation: Operation, { status }: ResponseEntry, { flag, error }: Flags): Finding {
  const title = operationTitle(operation);
  return {
    span: status.span,
    message: `${title} answers ${status.value} when it fails, too, and says so in “${flag}” and “${error}”. Answer 4xx or 5xx then.`,
    cause: flagged,
  };
}

const flagged: Cause = {
  key: 'flag',
  message: (count) =>
    `${count} operations answer a success when they fail, too, and tell it in the body. Answer 4xx or 5xx then.`,
};

function branchFinding(
  operation: Operation,
  { status }: ResponseEntry,
  media: MediaType,
  branch: ErrorBranch,
): Finding {
  const title = operationTitle(operation);
  const fix = withoutBranch(operation, branch, title, status.value);
  return {
    span: status.span,
    message: `${title} answers ${status.value} with “${branch.name}”, too. Answer an error with a status of its own.`,
    ...(fix && media.schema === branch.schema && { fixes: [fix] }),
    cause: branched,
  };
}

const branched: Cause = {
  key: 'branch',
  message: (count) => `${count} operations answer an error under a successful status. Give it a status of its own.`,
  fixTitle: (count) => `Take the errors out of ${count} successful responses`,
};

/** Where the same error is documented already, and more than one branch is left. */
function withoutBranch(
  operation: Operation,
  { keyword, index, all, name, schema }: ErrorBranch,
  title: string,
  status: string,
): Fix | undefined {
  if (!tellsErrors(operation) || all < 3 || schema.section !== operation.section) return undefined;
  const pointer = [...pointerOf(schema.location), keyword, String(index)];
  const change = { kind: 'remove', uri: schema.section.uri, pointer } as const;
  return { title: `Take “${name}” out of the ${status} of ${title}`, safety: 'review', changes: [change] };
}
