import type { Parameter } from '#core/openapi/model.ts';
import { type BaseScope, changeRule, type Finding } from '#core/rule.ts';
import { findBoolean, findString } from '#core/tree/tree.ts';
import { apiChanges } from '#rules/checklist.ts';
import { componentOf, isSameComponent } from '#rules/detectors/change/component-of.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { formerParameters } from '#rules/detectors/change/former-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

const description = (more: string, name = 'status'): string => `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: ${name}
          in: query
${more}          schema: { type: array, items: { type: string } }
      responses: { '200': { description: The orders. } }
`;

export const styleKept = changeRule({
  id: 'change/style-kept',
  summary: 'Keep the style of parameters.',
  why: 'Lists and objects are written into a URL in one of several ways. A client that writes them as before is misread: `a,b` is one value then.',
  item: apiChanges,
  references: [openApi('Style Values', 'style-values')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A list that was written with commas',
      bad: {
        'base/openapi.yaml': description('          explode: false\n'),
        'openapi.yaml': description('', '«status»'),
      },
      good: {
        'base/openapi.yaml': description('          explode: false\n'),
        'openapi.yaml': description('          explode: false\n'),
      },
    },
  ],
  on: ['openapi.operation', 'openapi.parameter'],
  *check(node, scope) {
    if (node.kind === 'openapi.parameter') {
      const name = componentOf(node)?.split('/')[1];
      const former = name === undefined ? undefined : scope.base.find('openapi.parameter', name);
      if (former !== undefined) yield* restyled(former, node, '', scope);
      return;
    }
    const before = formerOperation(node, scope);
    for (const { parameter, former } of before === undefined ? [] : formerParameters(before, node, scope))
      if (!isSameComponent(former, parameter)) yield* restyled(former, parameter, ` of ${operationTitle(node)}`, scope);
  },
});

function* restyled(former: Parameter, parameter: Parameter, holder: string, scope: BaseScope): Iterable<Finding> {
  const [was, is] = [styleOf(former), styleOf(parameter)];
  if (was === is || !isStructured(parameter, scope)) return;
  const { base } = scope;
  yield {
    section: parameter.section,
    span: parameter.name?.span ?? parameter.anchor,
    message: `The parameter “${parameter.name?.value ?? ''}”${holder} had the style ${was}, and now has ${is}.`,
    related: [base.placed(former.section, former.name?.span ?? former.anchor, `As it was in ${base.name}.`)],
  };
}

/** A single value is written alike in all of them. */
function isStructured({ schema }: Parameter, scope: BaseScope): boolean {
  const types = scope.resolve(schema)?.types ?? [];
  return types.includes('array') || types.includes('object');
}

const usual: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** `form`, exploded or not; in 2.0 by its collection format. */
function styleOf({ tree, in: place, context }: Parameter): string {
  if (context.version === '2.0') {
    const format = findString(tree, 'collectionFormat')?.value ?? 'csv';
    return format === 'multi'
      ? '“form”, exploded'
      : format === 'csv'
        ? `“${usual[place?.value ?? ''] ?? 'form'}”`
        : `“${format}”`;
  }
  const style = findString(tree, 'style')?.value ?? usual[place?.value ?? ''] ?? 'form';
  const isExploded = findBoolean(tree, 'explode')?.value ?? style === 'form';
  return `“${style}”${isExploded ? ', exploded' : ''}`;
}
