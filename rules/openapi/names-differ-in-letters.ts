import type { Schema } from '#core/openapi/model.ts';
import { type Finding, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { generatedCode } from '#rules/checklist.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { openApi } from '#rules/sources.ts';

export const namesDifferInLetters = globalRule({
  id: 'openapi/names-differ-in-letters',
  summary: 'Let names of schemas, operations and properties differ by more than casing and separators.',
  why: 'Generators bend names into the casing of their language: of `user_id` and `userId` one overwrites the other, or is called `userId1`.',
  item: generatedCode,
  references: [openApi('Components Object', 'components-object'), openApi('Operation Object', 'operation-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'Two properties that become one',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        userId: { type: string }
        «user_id»: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        userId: { type: string }
        ownerId: { type: string }
`,
    },
    {
      title: 'Two schemas, and two operations',
      bad: `{
  "openapi": "3.1.0",
  "paths": {
    "/orders": {
      "get": { "operationId": "list_orders" },
      "post": { "operationId": «"listOrders"» }
    }
  },
  "components": {
    "schemas": {
      "OrderItem": { "type": "object" },
      «"Order_Item"»: { "type": "object" }
    }
  }
}
`,
      good: `{
  "openapi": "3.1.0",
  "paths": {
    "/orders": {
      "get": { "operationId": "list_orders" },
      "post": { "operationId": "createOrder" }
    }
  },
  "components": {
    "schemas": {
      "OrderItem": { "type": "object" },
      "OrderLine": { "type": "object" }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  *gather(node): Iterable<Fact> {
    if (node.kind === 'openapi.operation') {
      if (node.operationId !== undefined) yield* named('operation', node.operationId.value, node.operationId.span);
      return;
    }
    if (node.role === 'component' && node.name !== undefined) yield* named('schema', node.name.value, node.anchor);
    yield* collisions(node);
  },
  *compare(facts) {
    const first = new Map<string, InSection<Fact>>();
    for (const fact of facts) {
      const { kind, name, span, owner, twin } = fact.value;
      const [known] = first.values();
      const other = kind === 'property' ? twin : known?.value.name;
      if (!first.has(name)) first.set(name, fact);
      if (span === undefined || other === undefined || other === name) continue;
      yield { section: fact.section, value: finding(span, kind, name, other, owner) };
    }
  },
});

interface Fact extends Keyed {
  readonly kind: 'schema' | 'operation' | 'property';
  readonly name: string;
  readonly span: Span;
  /** Of a property: what it is one of, and the other property. */
  readonly owner?: string | undefined;
  readonly twin?: string;
}

/** Names without letters are told apart by their signs: `+1`, `-1`. */
function* named(kind: 'schema' | 'operation', name: string, span: Span): Iterable<Fact> {
  const folded = foldedName(name);
  if (/\p{L}/u.test(folded)) yield { key: `${kind} ${folded}`, kind, name, span };
}

function* collisions({ properties, location }: Schema): Iterable<Fact> {
  if (properties.length < 2) return;
  const known = new Map<string, string>();
  for (const { name } of properties) {
    const folded = foldedName(name.value);
    const twin = known.get(folded);
    known.set(folded, twin ?? name.value);
    if (twin === undefined || twin === name.value || !/\p{L}/u.test(folded)) continue;
    yield { key: 'properties', kind: 'property', name: name.value, span: name.span, owner: ownerTitle(location), twin };
  }
}

function finding(span: Span, kind: Fact['kind'], name: string, other: string, owner: string | undefined): Finding {
  const subject = {
    schema: `The schema “${name}”`,
    operation: `The operation id “${name}”`,
    property: `“${name}”${owner === undefined ? '' : ` of ${owner}`}`,
  }[kind];
  return {
    span,
    message: `${subject} differs from “${other}” in casing and separators only. Generators make one name of both: call one of them otherwise.`,
  };
}
