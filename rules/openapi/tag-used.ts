import type { Tag, Written } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findString, findValue, itemsOf } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { openApi } from '#rules/sources.ts';

export const tagUsed = globalRule({
  id: 'openapi/tag-used',
  summary: 'List only tags that operations bear.',
  why: 'A tag without operations is an empty chapter: it was left behind, or is spelt otherwise where it is meant.',
  item: documentationFormats,
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
  on: ['openapi.tag', 'openapi.operation', 'openapi.document', 'openapi.written'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.written') {
      const names = namesInGroups(node);
      if (names.length > 0) yield { key, kind: 'grouped', names };
    } else if (node.kind === 'openapi.document') {
      if (!scope.isUnderstood() || scope.isUsedElsewhere()) yield { key, kind: 'unknown' };
    } else if (node.kind === 'openapi.operation') {
      if (node.tags.length > 0) yield { key, kind: 'borne', names: node.tags.map(({ value }) => value) };
    } else {
      const { name, section, location, tree } = node;
      const parent = findString(tree, 'parent')?.value;
      if (name !== undefined && parent !== undefined) yield { key, kind: 'child', name: name.value, parent };
      if (name === undefined || findEntry(tree, 'x-traitTag') !== undefined || isChapter(node)) return;
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
    const borne = factsOfKind(facts, 'borne').flatMap(({ value }) => value.names);
    if (borne.length === 0 || factsOfKind(facts, 'unknown').length > 0) return;
    const used = withParents(
      borne,
      new Map(factsOfKind(facts, 'child').map(({ value }) => [value.name, value.parent])),
    );
    const grouped = new Set(factsOfKind(facts, 'grouped').flatMap(({ value }) => value.names));
    const tags = factsOfKind(facts, 'tag').filter(({ value }) => !used.has(value.name) && !grouped.has(value.name));
    // Where all listed tags are others than those that are borne, one of both lists is spelt otherwise.
    const isMismatch = tags.length === factsOfKind(facts, 'tag').length;
    for (const { section, value } of tags) {
      const { name, span } = value;
      const message = `No operation bears the tag “${name}”. Remove it, or tag the operations it is meant for.`;
      yield { section, value: { span, message, fixes: isMismatch ? [] : [remove(value)], cause } };
    }
  },
});

const key = 'tags';

/** A text of its own, or the place for one of the schemas: renderers show it as a chapter without operations. */
function isChapter({ description }: Tag): boolean {
  const text = description?.value ?? '';
  return text.length > longest || /<\w+Definition|^#/m.test(text);
}

const longest = 200;

type Fact = Keyed &
  (
    | ListedTag
    | { readonly kind: 'child'; readonly name: string; readonly parent: string }
    | { readonly kind: 'borne'; readonly names: readonly string[] }
    | { readonly kind: 'grouped'; readonly names: readonly string[] }
    | { readonly kind: 'unknown' }
  );

/** The tags that `x-tagGroups` puts in order: renderers show them as chapters, with operations or without. */
function namesInGroups({ section: { pointer, tree } }: Written): readonly string[] {
  const groups = pointer.length === 0 ? findValue(tree, groupsKey) : pointer[0] === groupsKey ? tree : undefined;
  return itemsOf(groups).flatMap((group) => locatedStrings(findValue(group, 'tags')).map(({ value }) => value));
}

const groupsKey = 'x-tagGroups';

/** What operations bear, and what that lies below (OpenAPI 3.2). */
function withParents(borne: readonly string[], parents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = new Set(borne);
  for (const name of used) {
    const parent = parents.get(name);
    if (parent !== undefined) used.add(parent);
  }
  return used;
}

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
