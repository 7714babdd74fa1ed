import type { DescriptionContext } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const tagDeclared = localRule({
  id: 'openapi/tag-declared',
  summary: 'Declare the tags that operations bear.',
  why: 'A tag that only operations name has no description and no place in the order; a misspelt one makes a group of its own.',
  item: documentationFormats,
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
  *check(operation, scope) {
    const { tags, context, section, location } = operation;
    if (tags.length === 0) return;
    const declared = scope.roots('openapi.tag');
    const names = declared.flatMap(({ name }) => name?.value ?? []);
    // A description that lists none leaves it to its operations.
    if (names.length < declared.length || names.length === 0) return;
    const known = new Set(names);
    const borne = new Set(tags.map(({ value }) => value));
    for (const [index, { value, span }] of tags.entries()) {
      if (known.has(value)) continue;
      const meant = nearestName(value, known);
      const pointer = [...pointerOf(location), 'tags', String(index)];
      const slip = meant !== undefined && !borne.has(meant) ? [useTag(section.uri, pointer, meant)] : [];
      yield {
        span,
        message: `${operationTitle(operation)} bears the tag “${value}”, which is not declared.`,
        fixes: [...slip, declare(value, context)],
        cause: {
          key: value,
          message: (count) => `${count} operations bear the tag “${value}”, which is not declared.`,
        },
      };
    }
  },
});

function useTag(uri: string, pointer: readonly string[], name: string): Fix {
  const change = { kind: 'set', uri, pointer, value: name } as const;
  return { title: `Use the tag “${name}”`, safety: 'review', changes: [change] };
}

function declare(name: string, { rootUri: uri }: DescriptionContext): Fix {
  const change = { kind: 'append', uri, pointer: ['tags'], value: { name } } as const;
  return { title: `Declare the tag “${name}”`, safety: 'review', changes: [change] };
}
