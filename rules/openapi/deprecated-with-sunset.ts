import { successResponses } from '#core/openapi/documented-responses.ts';
import type { Operation } from '#core/openapi/model.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { deprecation } from '#rules/checklist.ts';
import { saysWhenItEnds } from '#rules/detectors/end-date.ts';
import { addHeaders } from '#rules/fixes/add-header.ts';
import { headerValue, type NewHeader } from '#rules/fixes/header-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const deprecatedWithSunset = localRule({
  id: 'openapi/deprecated-with-sunset',
  summary: 'Say when a deprecated operation ends.',
  why: 'A warning without a date is put off for ever: clients plan their move only when they know the day on which the operation stops answering.',
  item: deprecation,
  references: [rfc(8594, '3'), rfc(9745, '4'), zalando(187), zalando(189)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Deprecated, and no word about the end',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      «deprecated»: true
      responses:
        '200':
          description: The orders that match.
`,
      good: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      responses:
        '200':
          description: The orders that match.
          headers:
            Deprecation:
              description: When the operation was deprecated (RFC 9745), as @ and seconds since 1970.
              schema:
                type: string
            Sunset:
              description: When the operation stops answering (RFC 8594), as an HTTP date.
              schema:
                type: string
`,
    },
    {
      title: 'The date can stand in an extension or in the text',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/search": {
      "get": { «"deprecated"»: true, "responses": {} }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/search": {
      "get": { "deprecated": true, "x-sunset": "2027-03-31", "responses": {} }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.deprecated?.value !== true || saysWhenItEnds(operation, scope)) return;
    const fix = documentHeaders(operation);
    yield {
      span: findEntry(operation.tree, 'deprecated')?.key.span ?? operation.anchor,
      message: `${operationTitle(operation)} is deprecated and does not say when it ends.`,
      ...(fix ? { fixes: [fix] } : {}),
    };
  },
});

/** Documents both headers at the first success response; undefined where that is shared with other operations. */
function documentHeaders(operation: Operation): Fix | undefined {
  const response = successResponses(operation)[0]?.response;
  if (response?.kind !== 'openapi.response') return undefined;
  const { context } = operation;
  const change = addHeaders(response, {
    Deprecation: headerValue(context, deprecationHeader),
    Sunset: headerValue(context, sunsetHeader),
  });
  return { title: 'Document the Deprecation and Sunset headers', safety: 'review', changes: change };
}

const deprecationHeader: NewHeader = {
  description: 'When the operation was deprecated (RFC 9745), as @ and seconds since 1970.',
  schema: { type: 'string' },
};
const sunsetHeader: NewHeader = {
  description: 'When the operation stops answering (RFC 8594), as an HTTP date.',
  schema: { type: 'string' },
};
