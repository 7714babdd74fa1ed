import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type BaseScope, changeRule, type Finding, type Fix } from '#core/rule.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { formerParameters } from '#rules/detectors/change/former-parameters.ts';
import { reachedPlaces } from '#rules/detectors/change/reached-places.ts';
import { isToldAtFirst } from '#rules/detectors/change/shared-by-path.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (required: string, name = 'shop'): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: ${name}
          in: query
${required}          schema: { type: string }
      responses: { '200': { description: The orders. } }
`;

export const parameterNotRequired = changeRule({
  id: 'change/parameter-not-required',
  summary: 'Require no parameter that clients do not send.',
  why: 'A client that was written for the version before does not send it, and is refused.',
  item: apiChanges,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A filter that is required now',
      bad: {
        'base/openapi.yaml': description(''),
        'openapi.yaml': description('          required: true\n', '«shop»'),
      },
      good: { 'base/openapi.yaml': description(''), 'openapi.yaml': description('          required: false\n') },
    },
  ],
  on: ['openapi.operation', 'openapi.parameter'],
  *check(node, scope) {
    if (node.kind === 'openapi.operation') yield* ofOperation(node, scope);
    else yield* ofComponent(node, scope);
  },
});

/** What operations share is told where it stands. */
function* ofComponent(parameter: Parameter, scope: BaseScope): Iterable<Finding> {
  const name = componentOf(parameter)?.split('/')[1];
  const former = name === undefined ? undefined : scope.base.find('openapi.parameter', name);
  const isRequired = parameter.required?.value === true && parameter.in?.value !== 'path';
  if (former === undefined || !isRequired || former.required?.value === true) return;
  const finding = required(parameter, undefined, false);
  yield { ...finding, related: reachedPlaces(former, undefined, scope) };
}

function* ofOperation(operation: Operation, scope: BaseScope): Iterable<Finding> {
  const before = formerOperation(operation, scope);
  if (before === undefined) return;
  const known = new Map(formerParameters(before, operation, scope).map(({ parameter, former }) => [parameter, former]));
  for (const parameter of effectiveParameters(operation, scope)) {
    const former = known.get(parameter);
    const isRequired = parameter.required?.value === true;
    // A parameter more in a path makes another path.
    if (!isRequired || parameter.in?.value === 'path' || former?.required?.value === true) continue;
    if (former !== undefined && isSameComponent(former, parameter)) continue;
    if (isToldAtFirst(parameter, operation, scope)) continue;
    yield required(parameter, operation, former === undefined);
  }
}

function required(parameter: Parameter, operation: Operation | undefined, isNew: boolean): Finding {
  const name = `The ${parameter.in?.value ?? ''} parameter “${parameter.name?.value ?? ''}”`;
  const what = isNew ? 'is new and required' : 'is required now';
  const uri = parameter.section.uri;
  const fix: Fix = {
    title: `Let “${parameter.name?.value ?? ''}” be optional`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer: [...pointerOf(parameter.location), 'required'], value: false }],
  };
  return {
    section: parameter.section,
    span: parameter.name?.span ?? parameter.anchor,
    message: `${name}${operation === undefined ? '' : ` of ${operationTitle(operation)}`} ${what}. Clients that do not send it are refused.`,
    fixes: [fix],
  };
}
