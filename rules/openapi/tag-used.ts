import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { descriptions } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { openApi } from '#rules/sources.ts';

export const tagUsed = globalRule({
  id: 'openapi/tag-used',
  summary: 'List only tags that operations bear.',
  why: 'A tag without operations is an empty chapter: it was left behind, or is spelt otherwise where it is meant.',
  item: descriptions,
  references: [openApi('Tag Object', 'tag-object')],
  severity: 'info',
  recommended: false,
  tag: 'unnecessary',
  examples: [
    {
      title: 'A chapter that is empty',
      bad: `openapi: 3.1.0
tags:
  - name: orders
  - name: «vouchers»
paths:
  /orders:
    get: { tags: [orders] }
`,
      good: `openapi: 3.1.0
tags:
  - name: orders
paths:
  /orders:
    get: { tags: [orders] }
`,
    },
  ],
  on: ['openapi.tag', 'openapi.operation', 'openapi.document'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.document') {
      if (!scope.isUnderstood() || scope.isUsedElsewhere()) yield { key, kind: 'unknown' };
    } else if (node.kind === 'openapi.operation') {
      if (node.tags.length > 0) yield { key, kind: 'borne', names: node.tags.map(({ value }) => value) };
    } else {
      const { name, section, location, tree } = node;
      const parent = findString(tree, 'parent')?.value;
      if (parent !== undefined) yield { key, kind: 'borne', names: [parent] };
      if (name === undefined || findEntry(tree, 'x-traitTag') !== undefined) return;
      yield {
        key,
        kind: 'tag',
        name: name.value,
        span: name.span,
        uri: section.uri,
        pointer: pointerOf(location),
      };
    }
  },
  *compare(facts) {
    const borne = new Set(factsOfKind(facts, 'borne').flatMap(({ value }) => value.names));
    if (borne.size === 0 || factsOfKind(facts, 'unknown').length > 0) return;
    for (const { section, value } of factsOfKind(facts, 'tag')) {
      const { name, span } = value;
      if (borne.has(name)) continue;
      const message = `No operation bears the tag “${name}”. Remove it, or tag the operations it is meant for.`;
      yield { section, value: { span, message, fixes: [remove(value)], cause } };
    }
  },
});

const key = 'tags';

type Fact = Keyed &
  (ListedTag | { readonly kind: 'borne'; readonly names: readonly string[] } | { readonly kind: 'unknown' });

interface ListedTag {
  readonly kind: 'tag';
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const cause: Cause = {
  key: 'unused',
  message: (count) => `No operation bears any of ${count} tags. Remove them, or tag the operations they are meant for.`,
  fixTitle: (count) => `Remove ${count} tags that no operation bears`,
};

function remove({ uri, pointer, name }: ListedTag): Fix {
  const change = { kind: 'remove', uri, pointer, prune: true } as const;
  return { title: `Remove the tag “${name}”`, safety: 'review', changes: [change] };
}
