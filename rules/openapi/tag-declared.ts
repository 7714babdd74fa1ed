import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { validity } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const tagDeclared = globalRule({
  id: 'openapi/tag-declared',
  summary: 'Declare the tags that operations bear.',
  why: 'A tag that only operations name has no description and no place in the order; a misspelt one makes a group of its own.',
  item: validity,
  references: [openApi('OpenAPI Object', 'openapi-object'), openApi('Tag Object', 'tag-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A misspelt tag',
      bad: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
paths:
  /orders:
    get:
      tags: [«order»]
`,
      good: `openapi: 3.1.0
tags:
  - name: orders
    description: What customers bought.
paths:
  /orders:
    get:
      tags: [orders]
`,
    },
    {
      title: 'A tag that is missing in the list',
      bad: `{
  "swagger": "2.0",
  "tags": [{ "name": "orders" }],
  "paths": {
    "/invoices": { "get": { "tags": [«"invoices"»] } }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "tags": [{ "name": "orders" }, { "name": "invoices" }],
  "paths": {
    "/invoices": { "get": { "tags": ["invoices"] } }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<Fact> {
    const { tags, context, section, location } = operation;
    if (tags.length === 0) return;
    const declared = scope.roots('openapi.tag');
    const names = declared.flatMap(({ name }) => name?.value ?? []);
    // A description that lists none leaves it to its operations.
    if (names.length < declared.length || names.length === 0) return;
    const known = new Set(names);
    const borne = new Set(tags.map(({ value }) => value));
    for (const [index, { value: name, span }] of tags.entries()) {
      if (known.has(name)) continue;
      const near = nearestName(name, known);
      const meant = near === undefined || borne.has(near) ? undefined : near;
      const pointer = [...pointerOf(location), 'tags', String(index)];
      const title = operationTitle(operation);
      yield { key: `tag ${name}`, name, span, title, uri: section.uri, pointer, meant, rootUri: context.rootUri };
    }
  },
  *compare(facts) {
    const cause = causeOf(facts[0]?.value.name ?? '');
    for (const [index, { section, value }] of facts.entries()) {
      const { span, title, name, meant } = value;
      const slip = meant === undefined ? [] : [useTag(value, meant)];
      // Declaring it once serves all.
      const fixes = index === 0 ? [...slip, declare(value)] : slip;
      yield {
        section,
        value: { span, message: `${title} bears the tag “${name}”, which is not declared.`, fixes, cause },
      };
    }
  },
});

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  /** Of the operation. */
  readonly title: string;
  readonly uri: string;
  readonly pointer: readonly string[];
  /** A declared tag that is called nearly so. */
  readonly meant: string | undefined;
  readonly rootUri: string;
}

function causeOf(name: string): Cause {
  return { key: name, message: (count) => `${count} operations bear the tag “${name}”, which is not declared.` };
}

function useTag({ uri, pointer }: Fact, name: string): Fix {
  const change = { kind: 'set', uri, pointer, value: name } as const;
  return { title: `Use the tag “${name}”`, safety: 'review', changes: [change] };
}

function declare({ name, rootUri: uri }: Fact): Fix {
  const change = { kind: 'append', uri, pointer: ['tags'], value: { name } } as const;
  return { title: `Declare the tag “${name}”`, safety: 'review', changes: [change] };
}
