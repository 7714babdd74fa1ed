import { segmentsOf } from '#core/openapi/ask/path-template.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule } from '#core/rule.ts';
import { toPascalCase } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { casingOfNames, inCasing } from '#rules/detectors/openapi/name-casing.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

interface Fact {
  /** The operation id. */
  readonly key: string;
  readonly span: Span;
  readonly title: string;
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly method: string;
  readonly path: string;
}

export const operationIdUnique = globalRule({
  id: 'openapi/operation-id-unique',
  summary: 'Give each operation an id of its own.',
  why: 'Generated clients name a method after each operation id: of two with the same one, one is lost or renamed with the next release.',
  item: pathTemplates,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An id that was copied',
      bad: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      operationId: getUser
  /users/{id}/orders:
    get:
      operationId: «getUser»
`,
      good: `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      operationId: getUser
  /users/{id}/orders:
    get:
      operationId: getUsersIdOrders
`,
    },
    {
      title: 'The same in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/users": {
      "get": { "operationId": "users" },
      "post": { "operationId": «"users"» }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/users": {
      "get": { "operationId": "users" },
      "post": { "operationId": "postUsers" }
    }
  }
}
`,
    },
    {
      title: 'Two methods of a path',
      bad: `openapi: 3.1.0
paths:
  /health:
    get:
      operationId: health.get
    head:
      operationId: «health.get»
`,
      good: `openapi: 3.1.0
paths:
  /health:
    get:
      operationId: health.get
    head:
      operationId: health.head
`,
    },
    {
      title: 'The method stands in the id',
      bad: `openapi: 3.1.0
paths:
  /health:
    get:
      operationId: GetHealth
    head:
      operationId: «GetHealth»
`,
      good: `openapi: 3.1.0
paths:
  /health:
    get:
      operationId: GetHealth
    head:
      operationId: HeadHealth
`,
    },
    {
      title: 'An id in snake case',
      bad: `openapi: 3.1.0
paths:
  /users:
    get:
      operationId: list_all
  /orders:
    get:
      operationId: «list_all»
`,
      good: `openapi: 3.1.0
paths:
  /users:
    get:
      operationId: list_all
  /orders:
    get:
      operationId: get_orders
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation): Iterable<Fact> {
    const { operationId, location, section, method, path } = operation;
    if (operationId === undefined || operationId.value === '') return;
    const { value: key, span } = operationId;
    yield {
      key,
      span,
      title: operationTitle(operation),
      uri: section.uri,
      pointer: pointerOf(location),
      method,
      path,
    };
  },
  *compare([first, ...others]) {
    if (first === undefined) return;
    const { key, title, span } = first.value;
    const related = [{ section: first.section, span, message: `${title} has the id “${key}” too.` }];
    for (const { section, value } of others) {
      const message = `${value.title} has the operation id “${key}” of ${title}.`;
      yield { section, value: { span: value.span, message, related, fixes: [renameByPath(value, first.value)] } };
    }
  },
});

/** An id made of method and path is hardly ever taken. */
function renameByPath({ key, uri, pointer, method, path, title }: Fact, first: Fact): Fix {
  const byPath = inCasing([method, ...segmentsOf(path)].join(' '), casingOfNames([key]) ?? 'camel');
  const name = (path === first.path ? withMethod(key, first.method, method) : undefined) ?? byPath;
  const change = { kind: 'set', uri, pointer: [...pointer, 'operationId'], value: name } as const;
  return { title: `Give ${title} the id “${name}”`, safety: 'review', changes: [change] };
}

/** The id of another method of the same path: `pets.head` beside `pets.get`, `PutPet` beside `GetPet`; undefined where it does not name the method. */
function withMethod(id: string, from: string, to: string): string | undefined {
  const parts = id.split(/([\W_]+|(?<=[a-z])(?=[A-Z]))/).filter((part) => part !== undefined);
  const index = parts.findLastIndex((part) => part.toLowerCase() === from);
  const isCapital = /^[A-Z]/.test(parts[index] ?? '');
  return index < 0 ? undefined : parts.with(index, isCapital ? toPascalCase(to) : to).join('');
}
