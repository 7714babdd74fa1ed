import { effectiveHeaders, effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { allFormer, parameterKey } from '#rules/detectors/change/former-parameters.ts';
import { type OperationPair, outgoingPairs } from '#rules/detectors/change/outgoing-pairs.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (headers: string, key = "'201'"): string => `openapi: 3.1.0
paths:
  /orders:
    post:
      responses:
        ${key}:
          description: The order is placed.
${headers}`;

const location = `          headers:
            Location: { schema: { type: string, format: uri-reference } }
            ETag: { schema: { type: string } }
`;

export const headerKept = changeRule({
  id: 'change/header-kept',
  summary: 'Keep the headers of responses.',
  why: 'Clients that follow `Location`, or wait as `Retry-After` says, find nothing there from one day to the next.',
  item: apiChanges,
  references: [openApi('Header Object', 'header-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A header that is gone',
      bad: {
        'base/openapi.yaml': description(location),
        'openapi.yaml': description(location.replace(/ +Location.*\n/, ''), "«'201'»"),
      },
      good: { 'base/openapi.yaml': description(location), 'openapi.yaml': description(location) },
    },
  ],
  on: ['openapi.operation', 'openapi.response', 'openapi.callback'],
  *check(node, scope) {
    if (node.kind === 'openapi.response') {
      const name = componentOf(node)?.split('/')[1];
      const before = name === undefined ? undefined : scope.base.find('openapi.response', name);
      if (before !== undefined) yield* lost(before, node, `“${name}”`, scope);
      return;
    }
    for (const pair of outgoingPairs(node, scope)) yield* lostParameters(pair, scope);
    const before = node.kind === 'openapi.operation' ? formerOperation(node, scope) : undefined;
    if (node.kind === 'openapi.callback') return;
    for (const { status, response } of before === undefined ? [] : node.responses) {
      const entry = before?.responses.find((each) => each.status.value === status.value);
      const [former, now] = [scope.base.resolve(entry?.response), scope.resolve(response)];
      if (former !== undefined && now !== undefined && !isSameComponent(former, now))
        yield* lost(former, now, `the ${status.value} of ${operationTitle(node)}`, scope);
    }
  },
});

/** What a webhook sends beside its body. */
function* lostParameters({ before, after, title }: OperationPair, scope: BaseScope): Iterable<Finding> {
  if (!knowsParameters(after, scope)) return;
  const now = new Set(effectiveParameters(after, scope).map(parameterKey));
  for (const parameter of allFormer(before, scope)) {
    if (parameter.in?.value !== 'header' || parameter.name === undefined || now.has(parameterKey(parameter))) continue;
    yield goneFinding(parameter.name.value, title, after, parameter.section, parameter.name.span, scope);
  }
}

function* lost(before: Response, after: Response, holder: string, scope: BaseScope): Iterable<Finding> {
  const { base } = scope;
  const headers = effectiveHeaders(after, scope);
  // Of what stands in place of a map nothing is known.
  if (headers === undefined) return;
  const now = new Set(headers.map(({ name }) => name.value.toLowerCase()));
  for (const { name, header } of unnoted(() => effectiveHeaders(before, base)) ?? []) {
    if (now.has(name.value.toLowerCase())) continue;
    yield goneFinding(name.value, holder, after, header.section, name.span, scope);
  }
}

function goneFinding(
  name: string,
  holder: string,
  { section, anchor }: Response | Operation,
  former: Section,
  at: Span,
  { base }: BaseScope,
): Finding {
  return {
    section,
    span: anchor,
    message: `The header “${name}” of ${holder} is gone. Clients may read it.`,
    related: [base.placed(former, at, `As it was in ${base.name}.`)],
  };
}
