import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { casingOfNames, inCasing } from '#core/text/name-casing.ts';
import type { Span } from '#core/text/span.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi, rfc } from '#rules/sources.ts';

export const operationIdUrlSafe = globalRule({
  id: 'openapi/operation-id-url-safe',
  summary: 'Write ids of operations that can stand in a URL.',
  why: 'Documentation links to operations by their ids, and generators make names of them: blanks, quotes and brackets break both.',
  item: pathTemplates,
  references: [openApi('Operation Object', 'operation-object'), rfc(3986, '2')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A sentence in place of an id',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      operationId: «list all orders»
      responses:
        '200':
          description: The orders.
          links:
            again: { operationId: list all orders }
  /orders/{id}:
    get:
      operationId: getOrder
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      operationId: listAllOrders
      responses:
        '200':
          description: The orders.
          links:
            again: { operationId: listAllOrders }
  /orders/{id}:
    get:
      operationId: getOrder
`,
    },
  ],
  on: ['openapi.operation', 'openapi.link'],
  *gather(node): Iterable<Fact> {
    const { operationId, section, location } = node;
    if (operationId === undefined) return;
    const { value: id, span } = operationId;
    const pointer = [...pointerOf(location), 'operationId'];
    if (node.kind === 'openapi.link') yield { key, kind: 'link', id, uri: section.uri, pointer };
    else yield { key, kind: 'id', id, span, title: operationTitle(node), uri: section.uri, pointer };
  },
  *compare(facts) {
    const operations = factsOfKind(facts, 'id');
    const isSafe = ({ value }: (typeof operations)[number]): boolean => safe.test(value.id);
    if (operations.every(isSafe)) return;
    const links = factsOfKind(facts, 'link');
    const taken = new Set(operations.map(({ value }) => value.id));
    const casing = casingOfNames([...taken].filter((id) => safe.test(id))) ?? 'camel';
    for (const operation of operations) {
      const { section, value } = operation;
      if (isSafe(operation)) continue;
      const { id, span, title } = value;
      const name = inCasing(id.replace(/[^\x20-\x7e]/g, ''), casing);
      const isFree = /^[a-z_]\w*/i.test(name) && !taken.has(name);
      taken.add(name);
      const following = links.map(({ value: link }) => link).filter((link) => link.id === id);
      const message = `The id “${id}” of ${title} cannot stand in a URL. Write letters, digits and “-”, “_” or “.”.`;
      yield { section, value: { span, message, fixes: isFree ? [rename(value, name, following)] : [] } };
    }
  },
});

const key = 'ids';
/** What RFC 3986 §2 lets stand in a URL unescaped. */
const safe = /^[\w\-.~:/?#[\]@!$&'()*+,;=]*$/;

type Fact = Keyed & (IdFact | LinkFact);

interface LinkFact {
  readonly kind: 'link';
  readonly id: string;
  readonly uri: string;
  /** Of the id. */
  readonly pointer: readonly string[];
}

interface IdFact extends Omit<LinkFact, 'kind'> {
  readonly kind: 'id';
  readonly span: Span;
  readonly title: string;
}

/** Links follow. */
function rename(own: IdFact, id: string, links: readonly LinkFact[]): Fix {
  const setId = ({ uri, pointer }: IdFact | LinkFact) => ({ kind: 'set', uri, pointer, value: id }) as const;
  return { title: `Give ${own.title} the id “${id}”`, safety: 'review', changes: [setId(own), ...links.map(setId)] };
}
