import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const operationTagged = globalRule({
  id: 'openapi/operation-tagged',
  summary: 'Tag every operation.',
  why: 'Documentation and generated clients group operations by their tags: those without end up in a heap called “default”.',
  item: documentationFormats,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One that was forgotten',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get: { tags: [orders], operationId: listOrders }
  /orders/{id}:
    «get»: { operationId: getOrder }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { tags: [orders], operationId: listOrders }
  /orders/{id}:
    get: { tags: [orders], operationId: getOrder }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation): Iterable<Fact> {
    if (operation.origin !== 'path') return;
    const { tags, path, anchor: span, section, tree } = operation;
    const names = tags.map(({ value }) => value);
    if (names.length > 0) yield { key, path, names, span, title: '', uri: '', pointer: [] };
    else if (findEntry(tree, 'tags')?.value?.kind !== 'map')
      yield {
        key,
        path,
        names,
        span,
        title: operationTitle(operation),
        uri: section.uri,
        pointer: pointerOf(operation.location),
      };
  },
  *compare(facts) {
    const tagged = facts.map(({ value }) => value).filter(({ names }) => names.length > 0);
    const near = new NearTags(tagged);
    for (const { section, value } of untagged(facts)) {
      const { span, title } = value;
      const names = near.of(value.path);
      const fixes = names === undefined ? [] : [bear(value, names)];
      yield { section, value: { span, message: `${title} has no tag. Say to which group it belongs.`, fixes, cause } };
    }
  },
});

const key = 'tags';

/** An operation; one with tags is only looked at. */
interface Fact extends Keyed {
  readonly path: string;
  readonly names: readonly string[];
  readonly span: Span;
  readonly title: string;
  readonly uri: string;
  readonly pointer: readonly string[];
}

function untagged(facts: readonly InSection<Fact>[]): readonly InSection<Fact>[] {
  return facts.filter(({ value }) => value.names.length === 0);
}

/** What the operations of the same path bear, or else those below the same first segments; only where all of them bear the same. */
class NearTags {
  readonly #byPath = new Map<string, Set<string>>();

  constructor(tagged: readonly Fact[]) {
    for (const { path, names } of tagged) {
      const text = JSON.stringify(names);
      for (const prefix of prefixesOf(path)) {
        const known = this.#byPath.get(prefix) ?? new Set();
        this.#byPath.set(prefix, known.add(text));
      }
    }
  }

  of(path: string): readonly string[] | undefined {
    for (const prefix of prefixesOf(path).toReversed()) {
      const [only, ...others] = this.#byPath.get(prefix) ?? [];
      if (only !== undefined) return others.length === 0 ? JSON.parse(only) : undefined;
    }
    return undefined;
  }
}

/** `/orders`, `/orders/{id}` for `/orders/{id}`. */
function prefixesOf(path: string): readonly string[] {
  const segments = segmentsOf(path);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

const cause: Cause = {
  key: 'untagged',
  message: (count) => `${count} operations have no tag. Say to which group each of them belongs.`,
  fixTitle: (count) => `Tag ${count} operations like their neighbours`,
};

function bear({ uri, pointer, title }: Fact, value: readonly string[]): Fix {
  const before = ['summary', 'description', 'operationId', 'parameters', 'requestBody', 'responses'];
  const change = { kind: 'set', uri, pointer: [...pointer, 'tags'], value, before } as const;
  const tags = value.map((name) => `“${name}”`).join(', ');
  return { title: `Tag ${title} with ${tags}`, safety: 'review', changes: [change] };
}
