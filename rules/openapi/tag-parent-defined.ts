import type { Tag } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { openApi32 } from '#rules/sources.ts';

interface Fact extends Keyed {
  /** Undefined where it is not written: then any tag may stand there. */
  readonly name: string | undefined;
  readonly span: Span;
  /** Undefined where the tag names none. */
  readonly parent: string | undefined;
  readonly uri: string;
  readonly pointer: readonly string[];
}

export const tagParentDefined = globalRule({
  id: 'openapi/tag-parent-defined',
  summary: 'Nest tags below tags that are defined, and never in a circle.',
  why: 'A navigation made from the tags has no place for one whose parent is missing, or is below it.',
  item: validity,
  references: [openApi32('Tag Object', 'tag-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A misspelt parent',
      bad: `openapi: 3.2.0
tags:
  - name: billing
  - name: invoices
    parent: «biling»
paths: {}
`,
      good: `openapi: 3.2.0
tags:
  - name: billing
  - name: invoices
    parent: billing
paths: {}
`,
    },
    {
      title: 'A circle',
      bad: `{
  "openapi": "3.2.0",
  "tags": [
    { "name": "billing", "parent": «"invoices"» },
    { "name": "invoices", "parent": «"billing"» }
  ],
  "paths": {}
}
`,
      good: `{
  "openapi": "3.2.0",
  "tags": [
    { "name": "billing" },
    { "name": "invoices", "parent": "billing" }
  ],
  "paths": {}
}
`,
    },
  ],
  on: ['openapi.tag'],
  *gather(tag, scope): Iterable<Fact> {
    const version = documentVersion(scope);
    if (version === '3.2' && scope.isUnderstood()) yield factOf(tag);
  },
  *compare(facts) {
    const parents = new Map<string, string | undefined>();
    for (const { value } of facts) if (value.name !== undefined) parents.set(value.name, value.parent);
    const isKnown = facts.every(({ value }) => value.name !== undefined);
    const circular = circularTags(parents);
    for (const { section, value } of facts) {
      const { name, parent, span } = value;
      if (name === undefined || parent === undefined) continue;
      if (circular.has(name)) yield { section, value: { span, message: `The tag “${name}” is below itself.` } };
      else if (isKnown && !parents.has(parent))
        yield { section, value: undefinedParent(value, name, parent, parents.keys()) };
    }
  },
});

function factOf({ name, tree, section, location, anchor }: Tag): Fact {
  const parent = findString(tree, 'parent');
  const pointer = pointerOf(location);
  return {
    key: 'tags',
    name: name?.value,
    span: parent?.span ?? anchor,
    parent: parent?.value,
    uri: section.uri,
    pointer,
  };
}

type Parents = ReadonlyMap<string, string | undefined>;

function undefinedParent({ span, uri, pointer }: Fact, name: string, parent: string, names: Iterable<string>): Finding {
  const meant = nearestName(parent, names);
  const message = `The parent “${parent}” of the tag “${name}” is not defined.`;
  if (meant === undefined || meant === name) return { span, message };
  const changes = [{ kind: 'set', uri, pointer: [...pointer, 'parent'], value: meant }] as const;
  return { span, message, fixes: [{ title: `Use “${meant}”`, safety: 'review', changes }] };
}

/** The tags that one comes back to on the way up; each is passed once. */
function circularTags(parents: Parents): ReadonlySet<string> {
  const circular = new Set<string>();
  const walks = new Map<string, number>();
  let walk = 0;
  for (const start of parents.keys()) {
    walk++;
    let name: string | undefined = start;
    for (; name !== undefined && !walks.has(name); name = parents.get(name)) walks.set(name, walk);
    if (name === undefined || walks.get(name) !== walk) continue;
    for (; name !== undefined && !circular.has(name); name = parents.get(name)) circular.add(name);
  }
  return circular;
}
