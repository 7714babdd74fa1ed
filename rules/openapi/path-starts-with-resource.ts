import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { localRule } from '#core/rule.ts';
import { resourceNames } from '#rules/checklist.ts';
import { pathSite, segmentSpan } from '#rules/detectors/openapi/path-site.ts';
import { zalando } from '#rules/sources.ts';

export const pathStartsWithResource = localRule({
  id: 'openapi/path-starts-with-resource',
  summary: 'Begin paths with the name of a resource, and give each parameter a segment of its own.',
  why: 'A path that begins with an id leaves no room for anything else beside it, and an id with text around it has to be cut out by each client.',
  item: resourceNames,
  references: [zalando(143)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'An id at the top, and one that is part of a name',
      bad: `openapi: 3.1.0
paths:
  /«{orderId}»/notes: {}
  /reports/«report-{year}»: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders/{orderId}/notes: {}
  /reports/{year}: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *check(node) {
    const site = pathSite(node);
    if (site === undefined) return;
    const segments = segmentsOf(site.path);
    const [first = ''] = segments;
    const { section } = site;
    if (
      /^\{[^{}]*\}$/.test(first) &&
      !/version|tenant|locale|lang|region|account|org|realm|path|proxy|\+|\*/i.test(first)
    ) {
      const message = `The path “${site.path}” begins with a parameter. Begin with the name of what “${first}” is one of.`;
      yield { section, span: segmentSpan(site, 0), message };
    }
    for (const [index, segment] of segments.entries()) {
      // `{id}.json` names a format, and `{id}:cancel` an action.
      if (!/^[\w-]*[A-Za-z\d][-_]?\{[^{}]*\}|\}[-_]?[A-Za-z\d]/.test(segment) || /^v\{/i.test(segment)) continue;
      const message = `“${segment}” in the path “${site.path}” is a parameter with text around it. Give the parameter a segment of its own.`;
      yield { section, span: segmentSpan(site, index), message };
    }
  },
});
