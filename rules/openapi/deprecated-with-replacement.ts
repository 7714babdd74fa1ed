import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import { type Cause, localRule, type Scope } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { deprecation } from '#rules/checklist.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const deprecatedWithReplacement = localRule({
  id: 'openapi/deprecated-with-replacement',
  summary: 'Say what to use in place of a deprecated operation.',
  why: 'Whoever reads that an operation goes away asks what to call from then on; where nothing is said, all ask by mail.',
  item: deprecation,
  references: [zalando(187), rfc(5829, '3.3')],
  severity: 'info',
  recommended: false,
  tag: 'deprecated',
  examples: [
    {
      title: 'Deprecated, and no word of what comes instead',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      «deprecated»: true
      description: Looks for orders.
`,
      good: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      description: Looks for orders. Use GET /orders with \`q\` instead.
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['deprecated'],
  *check(operation, scope) {
    const { deprecated, summary, description, tree, anchor } = operation;
    if (deprecated?.value !== true || isPreflight(operation)) return;
    if ([summary, description].some((text) => text !== undefined && namesOther(text.value))) return;
    if (hasExtension(operation) || hasSuccessor(operation, scope)) return;
    yield {
      span: findEntry(tree, 'deprecated')?.key.span ?? anchor,
      message: `${operationTitle(operation)} is deprecated and does not say what to use instead. Name the operation that replaces it, or say that none does.`,
      cause: unreplaced,
    };
  },
});

/** A text that tells of something else to use, or that there is nothing. */
function namesOther(text: string): boolean {
  return /\b(?:use|using|replac\w*|instead|in favou?r of|supersed\w*|successor|migrat\w*|switch to|moved to|prefer(?:red)?|alternatives?|see|refer to|newer|no (?:replacement|alternative|longer))\b|\]\(|\b(?:GET|POST|PUT|PATCH|DELETE) \//i.test(
    text,
  );
}

function hasExtension({ tree }: Operation): boolean {
  return entriesOf(tree).some(
    ({ key }) => isExtension(key.value) && /replac|successor|supersed|alternative|instead/i.test(key.value),
  );
}

/** A link to the next version (RFC 5829), or to any operation. */
function hasSuccessor({ responses, tree }: Operation, scope: Pick<Scope, 'resolve'>): boolean {
  if (findEntry(tree, 'externalDocs') !== undefined) return true;
  return responses.some(({ response }) => {
    const resolved = scope.resolve(response);
    return resolved !== undefined && namedHeader(effectiveHeaders(resolved, scope), 'link') !== undefined;
  });
}

const unreplaced: Cause = {
  key: 'unreplaced',
  message: (count) => `${count} deprecated operations do not say what to use instead.`,
};
