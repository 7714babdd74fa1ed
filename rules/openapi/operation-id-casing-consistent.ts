import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { generatedCode } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const operationIdCasingConsistent = globalRule({
  id: 'openapi/operation-id-casing-consistent',
  summary: 'Write the ids of all operations in one casing.',
  why: 'Generated clients name a method after each operation id, and logs and links quote it: one in another casing is not found where it is looked for.',
  item: generatedCode,
  references: [openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Ids that stay as they are.' },
  },
  examples: [
    {
      title: 'One id in snake case',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get: { operationId: listOrders }
    post: { operationId: createOrder }
  /orders/{id}:
    get: { operationId: getOrder }
    put: { operationId: replaceOrder }
    delete: { operationId: deleteOrder }
  /invoices:
    get: { operationId: listInvoices }
    post: { operationId: createInvoice }
  /invoices/{id}:
    get: { operationId: getInvoice }
    put: { operationId: replaceInvoice }
    delete: { operationId: «delete_invoice» }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get: { operationId: listOrders }
    post: { operationId: createOrder }
  /orders/{id}:
    get: { operationId: getOrder }
    put: { operationId: replaceOrder }
    delete: { operationId: deleteOrder }
  /invoices:
    get: { operationId: listInvoices }
    post: { operationId: createInvoice }
  /invoices/{id}:
    get: { operationId: getInvoice }
    put: { operationId: replaceInvoice }
    delete: { operationId: deleteInvoice }
`,
    },
  ],
  on: ['openapi.operation', 'openapi.link'],
  having: ['operationId'],
  *gather(node, _scope, { allowed }): Iterable<Fact> {
    const { operationId, section, location } = node;
    if (operationId === undefined) return;
    const { value: id, span } = operationId;
    if (node.kind === 'openapi.link') {
      yield { key: 'ids', kind: 'link', id };
      return;
    }
    const writing = writingOf(id);
    if (writing === 'lower' || writing === 'UPPER' || writing === 'unknown' || allowed.includes(id)) return;
    const pointer = [...pointerOf(location), 'operationId'];
    yield { key: 'ids', kind: 'operation', id, writing, span, uri: section.uri, pointer, title: operationTitle(node) };
  },
  *compare(facts, { casing }) {
    const operations = factsOfKind(facts, 'operation');
    const usual = usualStyle(countWritings(operations.map(({ value }) => value)), casing);
    if (usual === undefined) return;
    const taken = new Set(operations.map(({ value }) => value.id));
    const linked = new Set(factsOfKind(facts, 'link').map(({ value }) => value.id));
    for (const fact of operations) {
      const { id, writing } = fact.value;
      const meant = inStyle(id, usual.style);
      if (!fitsStyle(writing, usual.style)) yield finding(fact, meant, usual, taken.has(meant) || linked.has(id));
    }
  },
});

type Fact = OperationFact | (Keyed & { readonly kind: 'link'; readonly id: string });

interface OperationFact extends Keyed {
  readonly kind: 'operation';
  readonly id: string;
  readonly writing: Writing;
  readonly span: Span;
  readonly uri: string;
  /** To the id. */
  readonly pointer: readonly string[];
  readonly title: string;
}

function finding({ section, value }: InSection<OperationFact>, meant: string, usual: UsualStyle, isKept: boolean) {
  const { id, writing, span, uri, pointer, title } = value;
  const message = `The id “${id}” of ${title} is ${saidWriting(writing)}. ${reasonFor(usual, 'ids')}: write “${meant}”.`;
  const change = { kind: 'set', uri, pointer, value: meant } as const;
  const fix: Fix = { title: `Change the operation id “${id}” to “${meant}”`, safety: 'review', changes: [change] };
  return { section, value: { span, message, fixes: isKept ? [] : [fix], cause: manyOf(usual) } };
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `${count} operation ids are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} are`}.`,
    fixTitle: (count) => `Change ${count} operation ids to ${usual.style}`,
  };
}
