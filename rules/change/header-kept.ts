import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Response } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
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
  on: ['openapi.operation', 'openapi.response'],
  *check(node, scope) {
    if (node.kind === 'openapi.response') {
      const name = componentOf(node)?.split('/')[1];
      const before = name === undefined ? undefined : scope.base.find('openapi.response', name);
      if (before !== undefined) yield* lost(before, node, `“${name}”`, scope);
      return;
    }
    const before = formerOperation(node, scope);
    for (const { status, response } of before === undefined ? [] : node.responses) {
      const entry = before?.responses.find((each) => each.status.value === status.value);
      const [former, now] = [scope.base.resolve(entry?.response), scope.resolve(response)];
      if (former !== undefined && now !== undefined && !isSameComponent(former, now))
        yield* lost(former, now, `the ${status.value} of ${operationTitle(node)}`, scope);
    }
  },
});

function* lost(before: Response, after: Response, holder: string, scope: BaseScope): Iterable<Finding> {
  const { base } = scope;
  const headers = effectiveHeaders(after, scope);
  // Of what stands in place of a map nothing is known.
  if (headers === undefined) return;
  const now = new Set(headers.map(({ name }) => name.value.toLowerCase()));
  for (const { name, header } of unnoted(() => effectiveHeaders(before, base)) ?? []) {
    if (now.has(name.value.toLowerCase())) continue;
    yield {
      section: after.section,
      span: after.anchor,
      message: `The header “${name.value}” of ${holder} is gone. Clients may read it.`,
      related: [base.placed(header.section, name.span, `As it was in ${base.name}.`)],
    };
  }
}
