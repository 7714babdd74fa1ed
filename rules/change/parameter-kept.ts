import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { type BaseScope, changeRule } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { allFormer, formerParameters, parameterKey } from '#rules/detectors/change/former-parameters.ts';
import { isOfPath } from '#rules/detectors/change/shared-by-path.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (more: string, method = 'get'): string => `openapi: 3.1.0
paths:
  /orders:
    ${method}:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
${more}      responses: { '200': { description: The orders. } }
`;

const status = '        - { name: status, in: query, schema: { type: string } }\n';

export const parameterKept = changeRule({
  id: 'change/parameter-kept',
  summary: 'Keep the parameters that clients send.',
  why: 'Most servers ignore a parameter that they do not know: a client that filters by it gets everything, and does not notice.',
  item: apiChanges,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A filter that is gone',
      bad: { 'base/openapi.yaml': description(status), 'openapi.yaml': description('', '«get»') },
      good: { 'base/openapi.yaml': description(status), 'openapi.yaml': description(status) },
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    const { base } = scope;
    const before = formerOperation(operation, scope);
    if (before === undefined || !knowsParameters(operation, scope)) return;
    const kept = new Set(formerParameters(before, operation, scope).map(({ former }) => former));
    for (const parameter of allFormer(before, scope)) {
      // Those of the path are said by its template.
      if (kept.has(parameter) || parameter.in?.value === 'path' || parameter.name === undefined) continue;
      if (isToldBefore(parameter, before, operation, scope)) continue;
      const name = `${parameter.in?.value ?? ''} parameter “${parameter.name.value}”`.trim();
      yield {
        span: operation.anchor,
        message: `The ${name} of ${operationTitle(operation)} is gone. Keep it, and say that it is deprecated.`,
        related: [base.placed(parameter.section, parameter.name.span, `As it was in ${base.name}.`)],
      };
    }
  },
});

/** What stood at a path, and is gone from it, is told at the first of its operations that lacks it. */
function isToldBefore(parameter: Parameter, before: Operation, operation: Operation, scope: BaseScope): boolean {
  const { operations } = operation.pathItem;
  if (operations.length < 2 || !unnoted(() => isOfPath(parameter, before, scope.base))) return false;
  const first = operations.find((each) => {
    const former = formerOperation(each, scope);
    const had = former !== undefined && allFormer(former, scope).some(({ tree }) => tree === parameter.tree);
    return had && effectiveParameters(each, scope).every((own) => parameterKey(own) !== parameterKey(parameter));
  });
  return first !== undefined && first.tree !== operation.tree;
}
