import { type Cause, type Finding, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { pagesByNumber } from '#rules/detectors/openapi/page-end.ts';
import { type PagingStyle, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { azure, zalando } from '#rules/sources.ts';

export const pageStyleConsistent = globalRule({
  id: 'openapi/page-style-consistent',
  summary: 'Page all lists in one way.',
  why: 'One loop that reads all pages serves a whole API, if every list is paged alike. With two ways each client has two loops, and two kinds of mistakes.',
  item: pagination,
  references: [zalando(160), azure('collections-response-is-object')],
  severity: 'info',
  recommended: false,
  options: {
    style: {
      default: 'usual',
      description: 'How lists are to be paged: `cursor`, `offset`, or `usual` for what most of a description do.',
    },
  },
  examples: [
    {
      title: 'A list that counts among lists that do not',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200': { description: A page of orders. }
  /invoices:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200': { description: A page of invoices. }
  /users:
    «get»:
      parameters:
        - { name: page, in: query, schema: { type: integer } }
      responses:
        '200': { description: A page of users. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200': { description: A page of orders. }
  /invoices:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200': { description: A page of invoices. }
  /users:
    get:
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        '200': { description: A page of users. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<StyleFact> {
    if (operation.deprecated?.value === true) return;
    const style = pagingStyleOf(operation, scope);
    const way = style && wayOf(style, pagesByNumber(operation, scope));
    if (style !== undefined && way !== undefined)
      yield { key: 'styles', span: operation.anchor, title: style.title, ...way };
  },
  *compare(facts, { style }) {
    const usual = style === 'cursor' || style === 'offset' ? style : usualWay(facts);
    const others = facts.filter(({ value }) => value.way === usual).length;
    for (const { section, value } of facts)
      if (value.way !== usual && usual !== undefined) yield { section, value: otherStyle(value, usual, others) };
  },
});

type Way = 'cursor' | 'offset';

interface StyleFact extends Keyed {
  readonly span: Span;
  readonly title: string;
  readonly way: Way;
  /** The parameter that says so. */
  readonly name: string;
}

/** Undefined for a list that can be read both ways. */
function wayOf(
  { parameters }: PagingStyle,
  isNumber: boolean,
): { readonly way: Way; readonly name: string } | undefined {
  const cursor = parameters.find(({ role }) => role === 'cursor');
  const offset = parameters.find(({ role }) => role === 'offset');
  if (cursor !== undefined && offset !== undefined) return undefined;
  if (cursor !== undefined) return { way: 'cursor', name: cursor.name };
  return offset && isNumber ? { way: 'offset', name: offset.name } : undefined;
}

/** Of as many of both cursors are the better ones: they miss nothing when rows come and go. */
function usualWay(facts: readonly InSection<StyleFact>[]): Way | undefined {
  const cursors = facts.filter(({ value }) => value.way === 'cursor').length;
  return cursors * 2 >= facts.length ? 'cursor' : 'offset';
}

function otherStyle({ span, title, way, name }: StyleFact, usual: Way, others: number): Finding {
  const ways = others === 1 ? '1 other list' : `${others} other lists`;
  const than = others === 0 ? `not by ${usual}` : `${ways} by ${usual}`;
  const message = `${title} pages by ${way} (“${name}”), ${than}. Page all lists by ${usual}.`;
  return { span, message, cause: otherStyles(way, than) };
}

function otherStyles(way: Way, than: string): Cause {
  return { key: way, message: (count) => `${count} lists page by ${way}, ${than}.` };
}
