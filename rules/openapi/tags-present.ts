import { type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { openApi } from '#rules/sources.ts';

export const tagsPresent = globalRule({
  id: 'openapi/tags-present',
  summary: 'List the tags of the API at its root.',
  why: 'The list gives tags their order and their descriptions; without it every tool puts the groups where it meets them.',
  item: documentationFormats,
  references: [openApi('OpenAPI Object', 'openapi-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Tags that only operations bear',
      bad: `«openapi»: 3.1.0
paths:
  /orders:
    get: { tags: [orders] }
  /returns:
    get: { tags: [returns, orders] }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { tags: [orders] }
  /returns:
    get: { tags: [returns, orders] }
tags:
  - name: orders
  - name: returns
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.operation') {
      if (node.tags.length > 0) yield { key, kind: 'borne', names: node.tags.map(({ value }) => value) };
    } else if (!scope.rootKeys().includes('tags')) {
      yield { key, kind: 'unlisted', span: node.anchor, uri: node.context.rootUri };
    }
  },
  *compare(facts) {
    const [root] = factsOfKind(facts, 'unlisted');
    const names = [...new Set(factsOfKind(facts, 'borne').flatMap(({ value }) => value.names))];
    if (root === undefined || names.length === 0) return;
    const { section, value } = root;
    const count = names.length === 1 ? 'one tag, which is' : `${names.length} tags, which are`;
    const message = `Operations bear ${count} not listed at the root. List and describe ${names.length === 1 ? 'it' : 'them'}.`;
    yield { section, value: { span: value.span, message, fixes: [list(value.uri, names)] } };
  },
});

const key = 'tags';

type Fact = Keyed &
  (
    | { readonly kind: 'borne'; readonly names: readonly string[] }
    | { readonly kind: 'unlisted'; readonly span: Span; readonly uri: string }
  );

function list(uri: string, names: readonly string[]): Fix {
  const value = names.map((name) => ({ name }));
  return {
    title: names.length === 1 ? 'List the tag' : `List the ${names.length} tags`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer: ['tags'], value }],
  };
}
