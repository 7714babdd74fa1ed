import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed, type Scope, type Section } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { pagination } from '#rules/checklist.ts';
import { defaultInText, maximumInText } from '#rules/detectors/bound-in-text.ts';
import { listBody } from '#rules/detectors/collection.ts';
import { numberRange } from '#rules/detectors/number-range.ts';
import { pagingOf, parameterWord } from '#rules/detectors/paging.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip, owasp } from '#rules/sources.ts';
import { limitNames } from '#rules/words/paging-parameters.ts';

export const pageSizeBounded = globalRule({
  id: 'openapi/page-size-bounded',
  summary: 'Give the page size a maximum.',
  why: 'A client that asks for a million rows gets them, and takes the memory and the database connection of everyone else with it.',
  item: pagination,
  references: [owasp(4), aip(158)],
  severity: 'warning',
  recommended: true,
  options: {
    maximum: { default: 100, description: 'The maximum that the fix writes where the text names none.' },
  },
  examples: [
    {
      title: 'A limit without an end',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «limit»
          in: query
          schema:
            type: integer
            minimum: 1
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            minimum: 1
            maximum: 100
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
`,
    },
    {
      title: 'The maximum stands in the text only',
      bad: `swagger: '2.0'
parameters:
  PageSize:
    name: «page_size»
    in: query
    description: Orders per page, at most 250.
    type: integer
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageSize'
      responses:
        '200': { description: A page of orders. }
`,
      good: `swagger: '2.0'
parameters:
  PageSize:
    name: page_size
    in: query
    description: Orders per page, at most 250.
    type: integer
    maximum: 250
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/parameters/PageSize'
      responses:
        '200': { description: A page of orders. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<LimitFact> {
    const limit = pageSizeOf(operation, scope);
    const range = limit?.schema && numberRange(limit.schema, scope);
    if (limit === undefined || range === undefined || range.isBounded) return;
    const key = JSON.stringify([limit.section.uri, ...pointerOf(limit.location)]);
    const { section, anchor, name, description } = limit;
    yield {
      key,
      section,
      span: name?.span ?? anchor,
      name: name?.value,
      title: operationTitle(operation),
      texts: [description?.value, range.text].flatMap((text) => text ?? []),
      largestSeen: range.largestSeen,
      owner: range.owner && { uri: range.owner.section.uri, pointer: pointerOf(range.owner.location) },
    };
  },
  *compare(facts, { maximum }) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, name, title, texts, largestSeen, owner } = first.value;
    const others = facts.length - 1;
    const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'operation' : 'operations'}`;
    const named = maximumInText(texts);
    const lack = named === undefined ? 'has no maximum' : `has its maximum of ${named} in the text only`;
    const message = `The page size “${name}” of ${title}${more} ${lack}.`;
    const fix = limitTo(owner, named ?? Math.max(maximum, largestSeen, defaultInText(texts)));
    yield { section, value: { span, message, ...(fix ? { fixes: [fix] } : {}) } };
  },
});

interface LimitFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string | undefined;
  readonly title: string;
  /** What is said of it, and of its values. */
  readonly texts: readonly string[];
  /** The largest of its default and example. */
  readonly largestSeen: number;
  /** The schema to write a bound into; undefined where others share it. */
  readonly owner: SchemaSite | undefined;
}

interface SchemaSite {
  readonly uri: string;
  readonly pointer: readonly string[];
}

/** The parameter that sets the page size; a name like `size` counts only beside paging parameters or for a list. */
function pageSizeOf(operation: Operation, scope: Scope): Parameter | undefined {
  if (operation.method !== 'get' || operation.origin !== 'path') return undefined;
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (limit === undefined || limit.in?.value !== 'query') return undefined;
  const isCertain = limitNames.has(parameterWord(limit)) || cursor !== undefined || offset !== undefined;
  return isCertain || listBody(operation, scope) !== undefined ? limit : undefined;
}

function limitTo(owner: SchemaSite | undefined, value: number): Fix | undefined {
  if (owner === undefined) return undefined;
  const { uri } = owner;
  const pointer = [...owner.pointer, 'maximum'];
  const change = { kind: 'set', uri, pointer, value, after: ['minimum', 'format', 'type'] } as const;
  return { title: `Set the maximum to ${value}`, safety: 'review', changes: [change] };
}
