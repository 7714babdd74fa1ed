import { type Cause, type Finding, globalRule } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { pagination } from '#rules/checklist.ts';
import { HousePaging } from '#rules/detectors/openapi/house-paging.ts';
import { listFacts, type WholeFact } from '#rules/detectors/openapi/list-facts.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import type { ListSite } from '#rules/fixes/openapi/list-site.ts';
import { pageLike } from '#rules/fixes/openapi/page-list.ts';
import { type StandardPaging, standardPaging } from '#rules/fixes/openapi/standard-paging.ts';
import { aip, owasp, zalando } from '#rules/sources.ts';
import { lookupNames } from '#rules/words/lookup-names.ts';

export const listPaginated = globalRule({
  id: 'openapi/list-paginated',
  summary: 'Paginate lists.',
  why: 'A list without pages works until the table has grown; then it is slow for everyone, and pages cannot be added without breaking the clients that read it whole.',
  item: pagination,
  references: [zalando(159), aip(158), owasp(4)],
  severity: 'warning',
  recommended: true,
  options: {
    lookups: {
      default: lookupNames,
      description: 'Resources that are few by nature: the last word of a path, in the plural.',
    },
    boundedItems: { default: 200, description: 'A list with at most so many items (`maxItems`) needs no pages.' },
  },
  examples: [
    {
      title: 'A bare array of everything',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                type: array
                items:
                  type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          description: Items per page.
          schema:
            type: integer
            minimum: 1
            maximum: 100
            default: 20
        - name: cursor
          in: query
          description: Where the page starts, as the page before said; the first page without it.
          schema:
            type: string
      responses:
        '200':
          description: All orders.
          headers:
            Link:
              description: The next page, as a link with rel="next" (RFC 8288); none after the last page.
              schema:
                type: string
          content:
            application/json:
              schema:
                type: array
                items:
                  type: object
`,
    },
    {
      title: 'The description has shared parameters for it',
      bad: `openapi: 3.1.0
paths:
  /orders:
    «get»:
      parameters:
        - $ref: '#/components/parameters/Status'
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/OrderList'
  /orders/{id}:
    get:
      responses: {}
components:
  parameters:
    Status: { name: status, in: query, schema: { type: string } }
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 50 } }
    Cursor: { name: cursor, in: query, schema: { type: string } }
  schemas:
    OrderList:
      type: object
      properties:
        orders:
          type: array
          items:
            type: object
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/components/parameters/Status'
        - $ref: '#/components/parameters/Limit'
        - $ref: '#/components/parameters/Cursor'
      responses:
        '200':
          description: All orders.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/OrderList'
  /orders/{id}:
    get:
      responses: {}
components:
  parameters:
    Status: { name: status, in: query, schema: { type: string } }
    Limit: { name: limit, in: query, schema: { type: integer, maximum: 50 } }
    Cursor: { name: cursor, in: query, schema: { type: string } }
  schemas:
    OrderList:
      type: object
      properties:
        orders:
          type: array
          items:
            type: object
        nextCursor:
          type: string
          description: Where the next page starts; absent after the last page.
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  gather: listFacts,
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    const wholes = factsOfKind(facts, 'whole');
    if (document === undefined || wholes.length === 0) return;
    const styles = factsOfKind(facts, 'paged').map(({ value }) => value.style);
    const house = new HousePaging(styles.flatMap((style) => style ?? []));
    const { shared, names, context, span } = document.value;
    const standard = standardPaging(shared, names, wholes.length > 1, context);
    const isAll = styles.length === 0 ? { place: { section: document.section, span }, all: wholes.length } : {};
    for (const { section, value } of wholes)
      yield { section, value: { ...wholeList(value, house, standard), cause: { ...wholeLists, ...isAll } } };
  },
});

function wholeList({ span, site }: WholeFact, house: HousePaging, standard: StandardPaging): Finding {
  const known = house.for(site);
  const style = known ?? standard.style;
  const additions = known === undefined ? standard.additions : [];
  const [first, ...others] = site.isChangeable ? [...pageLike(site, style), ...additions] : [];
  const how = style.parameters.map(({ name }) => `\`${name}\``).join(', ');
  const isWrapped = [first, ...others].some((change) => change !== undefined && wraps(change, site));
  const form = isWrapped ? ' (the array becomes an object with it)' : '';
  const like = known === undefined ? '' : `, as ${known.title} does`;
  return {
    span,
    message: `${site.title} returns the whole list: nothing limits or pages it.`,
    ...(first && {
      fixes: [{ title: `Page ${site.title} by ${how}${like}${form}`, safety: 'review', changes: [first, ...others] }],
    }),
  };
}

/** True for the change that writes another body. */
function wraps(change: TreeChange, { body }: ListSite): boolean {
  return change.kind === 'set' && body?.uri === change.uri && equalValues(change.pointer, body.pointer);
}

/** Lists that are not paged are one decision, or one generator's habit. */
const wholeLists: Cause = {
  key: 'whole lists',
  message: (count) => `${count} lists are returned whole: nothing limits or pages them.`,
  fixTitle: (count) => `Add paging to ${count} lists`,
};
