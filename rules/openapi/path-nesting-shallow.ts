import { segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import { localRule } from '#core/rule.ts';
import { resourceNames } from '#rules/checklist.ts';
import { pathSite } from '#rules/detectors/openapi/path-site.ts';
import { zalando } from '#rules/sources.ts';

export const pathNestingShallow = localRule({
  id: 'openapi/path-nesting-shallow',
  summary: 'Nest resources no deeper than callers know their ids.',
  why: 'Whoever wants one line of an order must know the ids of all that is around it; an id of its own at the top is enough to find it.',
  item: resourceNames,
  references: [zalando(147)],
  severity: 'info',
  recommended: false,
  options: {
    levels: { default: 3, description: 'How many parameters a path may have.' },
  },
  examples: [
    {
      title: 'Four ids to get one note',
      bad: `openapi: 3.1.0
paths:
  «/shops/{shopId}/customers/{customerId}/orders/{orderId}/notes/{noteId}»: {}
`,
      good: `openapi: 3.1.0
paths:
  /order-notes/{noteId}: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *check(node, _scope, { levels }) {
    const site = pathSite(node);
    if (site === undefined) return;
    // Of several in a row, as `/{owner}/{repo}`, each is a part of one name.
    const segments = segmentsOf(site.path);
    const depth = segments.filter(
      (segment, index) => isParameter(segment) && !isParameter(segments[index + 1] ?? ''),
    ).length;
    if (depth <= levels) return;
    const last = segments.slice(-2).join('/');
    const message = `“${site.path}” is nested ${depth} levels deep. Offer “/${last}” at the top: its id is enough to find it.`;
    yield {
      span: site.span,
      message,
      cause: { key: 'deep', message: (count: number) => `${count} paths are nested more than ${levels} levels deep.` },
    };
  },
});

function isParameter(segment: string): boolean {
  return wholeExpression(segment) !== undefined;
}
