import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { toPascalCase } from '#core/text/casing.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { Span } from '#core/text/span.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

interface Fact extends Keyed {
  /** The operation id. */
  readonly id: string;
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
      title: 'A method whose id is taken',
      bad: `openapi: 3.1.0
paths:
  /pets:
    get:
      operationId: pets.get
    head:
      operationId: «pets.get»
  /pets/first:
    head:
      operationId: pets.head
`,
      good: `openapi: 3.1.0
paths:
  /pets:
    get:
      operationId: pets.get
    head:
      operationId: headPets
  /pets/first:
    head:
      operationId: pets.head
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
    const { value: id, span } = operationId;
    yield {
      key: 'ids',
      id,
      span,
      title: operationTitle(operation),
      uri: section.uri,
      pointer: pointerOf(location),
      method,
      path,
    };
  },
  *compare(facts) {
    const firsts = new Map<string, InSection<Fact>>();
    for (const fact of facts) if (!firsts.has(fact.value.id)) firsts.set(fact.value.id, fact);
    const taken = new Set(firsts.keys());
    for (const fact of facts) {
      const { section, value } = fact;
      const first = firsts.get(value.id);
      if (first === undefined || first === fact) continue;
      const { id, title, span } = first.value;
      const related = [{ section: first.section, span, message: `${title} has the id “${id}” too.` }];
      const message = `${value.title} has the operation id “${id}” of ${title}.`;
      const name = newIds(value, first.value).find((each) => !taken.has(each));
      if (name !== undefined) taken.add(name);
      const fixes = name === undefined ? [] : [rename(value, name)];
      yield { section, value: { span: value.span, message, related, fixes } };
    }
  },
});

/** What names the method where the id does so already, else what is made of method and path, which is hardly ever taken. */
function newIds({ id, method, path }: Fact, first: Fact): readonly string[] {
  const byPath = inCasing([method, ...segmentsOf(path)].join(' '), casingOfNames([id]) ?? 'camel');
  const byMethod = path === first.path ? withMethod(id, first.method, method) : undefined;
  return byMethod === undefined ? [byPath] : [byMethod, byPath];
}

function rename({ uri, pointer, title }: Fact, name: string): Fix {
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
