import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { Span } from '#core/text/span.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { likelySummary } from '#rules/fixes/openapi/likely-summary.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const operationIdPresent = globalRule({
  id: 'openapi/operation-id-present',
  summary: 'Give every operation an id.',
  why: 'Generated clients name their methods after the ids. Without one each generator makes a name of its own from the path, and another one when the path changes.',
  item: pathTemplates,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'One that was forgotten',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      operationId: list_orders
  /orders/{id}:
    «delete»:
      summary: Cancel an order.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      operationId: list_orders
  /orders/{id}:
    delete:
      summary: Cancel an order.
      operationId: delete_order
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation): Iterable<Fact> {
    const { operationId, method, path, origin, section, tree, location } = operation;
    if (operationId !== undefined && operationId.value !== '') yield { key, kind: 'id', id: operationId.value };
    else if (operationId !== undefined || lacksField(tree, 'operationId')) {
      const name = likelySummary({ method, path, origin, operationId: undefined })?.replaceAll(/ an? /g, ' ');
      const words = name ?? [method, ...segmentsOf(path).filter(isTelling)].join(' ');
      const title = operationTitle(operation);
      yield { key, kind: 'bare', title, words, span: operation.anchor, uri: section.uri, pointer: pointerOf(location) };
    }
  },
  *compare(facts) {
    const ids = factsOfKind(facts, 'id').map(({ value }) => value.id);
    const casing = casingOfNames(ids) ?? 'camel';
    const taken = new Set(ids);
    for (const { section, value } of factsOfKind(facts, 'bare')) {
      const { title, span, words } = value;
      const id = inCasing(words, casing);
      const fixes = taken.has(id) || !/^\w/.test(id) ? [] : [identify(value, id)];
      taken.add(id);
      yield { section, value: { span, message: `${title} has no operationId. Give it one.`, fixes, cause } };
    }
  },
});

const key = 'ids';

/** False for a version, and for what stands in front of all paths. */
function isTelling(segment: string): boolean {
  return !/^(?:v\d[\d.]*|api|rest)$/i.test(segment);
}

type Fact = Keyed & (Bare | { readonly kind: 'id'; readonly id: string });

interface Bare {
  readonly kind: 'bare';
  readonly title: string;
  /** What its id may be made of. */
  readonly words: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const cause: Cause = {
  key: 'missing',
  message: (count) => `${count} operations have no operationId. Give each of them one.`,
  fixTitle: (count) => `Give ${count} operations ids made of method and path`,
};

function identify({ uri, pointer, title }: Bare, value: string): Fix {
  const after = ['description', 'summary', 'tags'];
  const before = ['parameters', 'requestBody', 'consumes', 'produces', 'responses'];
  const change = { kind: 'set', uri, pointer: [...pointer, 'operationId'], value, after, before } as const;
  return { title: `Give ${title} the id “${value}”`, safety: 'review', changes: [change] };
}
