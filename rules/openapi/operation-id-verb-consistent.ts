import type { Operation } from '#core/openapi/model.ts';
import { listEnvelope } from '#core/openapi/resources/list-envelope.ts';
import type { StandardOperation } from '#core/openapi/resources/standard-operations.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { generatedCode } from '#rules/checklist.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip } from '#rules/sources.ts';
import { standardVerbs } from '#rules/words/standard-verbs.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const operationIdVerbConsistent = globalRule({
  id: 'openapi/operation-id-verb-consistent',
  summary: 'Use one verb in the ids of operations that do the same.',
  why: 'Generated clients name a method after each operation id. Where one thing is got, the next fetched and another one retrieved, each name has to be looked up.',
  item: generatedCode,
  references: [aip(131), aip(132), aip(135)],
  severity: 'info',
  recommended: false,
  options: {
    allowed: { default: [], description: 'Ids that stay as they are.' },
  },
  examples: [
    {
      title: 'One that is fetched',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}: { get: { operationId: getOrder } }
  /users/{id}: { get: { operationId: getUser } }
  /books/{id}: { get: { operationId: getBook } }
  /invoices/{id}: { get: { operationId: getInvoice } }
  /refunds/{id}: { get: { operationId: getRefund } }
  /payments/{id}: { get: { operationId: «fetchPayment» } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}: { get: { operationId: getOrder } }
  /users/{id}: { get: { operationId: getUser } }
  /books/{id}: { get: { operationId: getBook } }
  /invoices/{id}: { get: { operationId: getInvoice } }
  /refunds/{id}: { get: { operationId: getRefund } }
  /payments/{id}: { get: { operationId: getPayment } }
`,
    },
    {
      title: 'Verbs at the end',
      bad: `swagger: '2.0'
paths:
  /orders/{id}: { delete: { operationId: orders_delete } }
  /users/{id}: { delete: { operationId: users_delete } }
  /books/{id}: { delete: { operationId: books_delete } }
  /invoices/{id}: { delete: { operationId: invoices_delete } }
  /refunds/{id}: { delete: { operationId: «refunds_destroy» } }
`,
      good: `swagger: '2.0'
paths:
  /orders/{id}: { delete: { operationId: orders_delete } }
  /users/{id}: { delete: { operationId: users_delete } }
  /books/{id}: { delete: { operationId: books_delete } }
  /invoices/{id}: { delete: { operationId: invoices_delete } }
  /refunds/{id}: { delete: { operationId: refunds_delete } }
`,
    },
  ],
  on: ['openapi.operation', 'openapi.link'],
  having: ['operationId'],
  *gather(node, scope, { allowed }): Iterable<Fact> {
    const { operationId, section, location } = node;
    if (operationId === undefined) return;
    const { value: id, span } = operationId;
    if (node.kind === 'openapi.link') {
      yield { key, kind: 'link', id };
      return;
    }
    const role = node.deprecated?.value === true || allowed.includes(id) ? undefined : roleOf(node, scope);
    const verb = role && !isMadeOfPath(id, node.method) ? verbIn(id, standardVerbs[role]) : undefined;
    const title = operationTitle(node);
    const pointer = [...pointerOf(location), 'operationId'];
    if (role === undefined || verb === undefined) yield { key, kind: 'other', id };
    else yield { key, kind: 'operation', role, ...verb, id, span, uri: section.uri, pointer, title };
  },
  *compare(facts) {
    const operations = factsOfKind(facts, 'operation');
    const ids = [...operations, ...factsOfKind(facts, 'other')].map(({ value }) => value.id);
    const known: KnownIds = {
      taken: new Set(ids),
      linked: new Set(factsOfKind(facts, 'link').map(({ value }) => value.id)),
    };
    for (const role of roles) {
      const alike = operations.filter(({ value }) => value.role === role);
      const usual = usualVerb(alike.map(({ value }) => value));
      if (usual === undefined) continue;
      for (const fact of alike)
        if (fact.value.verb !== usual.verb && !methodWords.has(fact.value.verb)) yield otherVerb(fact, usual, known);
    }
  },
});

const key = 'ids';

/** What only repeats the method says not what is done: a POST may well look something up. */
const methodWords = wordSet('post put patch');

const roles = Object.keys(standardVerbs) as readonly StandardOperation[];

type Fact = OperationFact | OtherFact | LinkFact;

/** An id of which nothing is said. */
interface OtherFact extends Keyed {
  readonly kind: 'other';
  readonly id: string;
}

interface LinkFact extends Keyed {
  readonly kind: 'link';
  readonly id: string;
}

interface Verb {
  /** In small letters. */
  readonly verb: string;
  /** True where it stands at the end of the id. */
  readonly isLast: boolean;
}

interface OperationFact extends Keyed, Verb {
  readonly kind: 'operation';
  readonly role: StandardOperation;
  readonly id: string;
  readonly span: Span;
  readonly uri: string;
  /** To the id. */
  readonly pointer: readonly string[];
  readonly title: string;
}

/** What the method says of the resource; undefined where it stands for something else. */
function roleOf(operation: Operation, scope: Scope): StandardOperation | undefined {
  const { origin, method, path } = operation;
  const kind = origin === 'path' ? scope.resource(path)?.kind : undefined;
  if (kind === 'item') return ofItems.get(method);
  if (kind !== 'collection') return undefined;
  if (method === 'get') return listEnvelope(operation, scope) === undefined ? undefined : 'list';
  return method === 'post' ? 'create' : undefined;
}

const ofItems: ReadonlyMap<string, StandardOperation> = new Map([
  ['get', 'read'],
  ['put', 'replace'],
  ['patch', 'update'],
  ['delete', 'delete'],
]);

/** `list_models_v1_models_get`: frameworks make such ids of a function, its path and its method. */
function isMadeOfPath(id: string, method: string): boolean {
  const words = wordsOf(id);
  return words.length > 4 && words.at(-1) === method;
}

/** Its first word, else its last one, where that is one of the verbs and there are others. */
function verbIn(id: string, verbs: ReadonlySet<string>): Verb | undefined {
  const words = wordsOf(id);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2) return undefined;
  if (verbs.has(first)) return { verb: first, isLast: false };
  return verbs.has(last) ? { verb: last, isLast: true } : undefined;
}

interface UsualVerb extends Verb {
  readonly count: number;
  /** Of how many. */
  readonly all: number;
}

/** The verb of nearly all, where five or more have one. */
function usualVerb(facts: readonly OperationFact[]): UsualVerb | undefined {
  const counts = new Map<string, number>();
  for (const { verb } of facts) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined || facts.length < 5 || most[1] < 0.7 * facts.length) return undefined;
  const [verb, count] = most;
  const atEnd = facts.filter((fact) => fact.verb === verb && fact.isLast).length;
  return { verb, isLast: atEnd * 2 > count, count, all: facts.length };
}

interface KnownIds {
  readonly taken: ReadonlySet<string>;
  /** Links name these. */
  readonly linked: ReadonlySet<string>;
}

function otherVerb(
  { section, value }: InSection<OperationFact>,
  usual: UsualVerb,
  { taken, linked }: KnownIds,
): InSection<Finding> {
  const { id, verb, role, span, uri, pointer, title } = value;
  const meant = withVerb(value, usual.verb);
  const isAlike = value.isLast === usual.isLast;
  const advice = isAlike ? `Write “${meant}”.` : `Say “${usual.verb}” here, too.`;
  const message = `The id “${id}” of ${title} says “${verb}”, ${usual.count} others “${usual.verb}”. ${advice}`;
  const change = { kind: 'set', uri, pointer, value: meant } as const;
  const fix: Fix = { title: `Change the operation id “${id}” to “${meant}”`, safety: 'review', changes: [change] };
  const isKept = !isAlike || taken.has(meant) || linked.has(id);
  const fixes = isKept ? [] : [fix];
  return { section, value: { span, message, fixes, cause: manyOf(role, usual) } };
}

/** The id with another verb, written as its own is. */
function withVerb({ id, verb, isLast }: OperationFact, wanted: string): string {
  const start = isLast ? id.toLowerCase().lastIndexOf(verb) : id.toLowerCase().indexOf(verb);
  const own = id.slice(start, start + verb.length);
  return `${id.slice(0, start)}${likeIt(own, wanted)}${id.slice(start + verb.length)}`;
}

function likeIt(own: string, word: string): string {
  if (own === own.toUpperCase()) return word.toUpperCase();
  return own.charAt(0) === own.charAt(0).toUpperCase() ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

function manyOf(role: StandardOperation, { verb, count: others, all }: UsualVerb): Cause {
  return {
    key: role,
    message: (count) => `${count} ids of operations that ${role} do not say “${verb}”, as ${others} of ${all} do.`,
    fixTitle: (count) => `Say “${verb}” in ${count} operation ids`,
  };
}
