import type { Parameter } from '#core/openapi/model.ts';
import { localRule } from '#core/rule.ts';
import { generatedCode } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const parameterOrder = localRule({
  id: 'openapi/parameter-order',
  summary: 'List required parameters before those that may be left out.',
  why: 'Generators make arguments in this order: one that is required behind one that is not cannot be left to its default in most languages.',
  item: generatedCode,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'What must be there comes last',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: «shop», in: query, required: true, schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: shop, in: query, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.operation'],
  having: ['parameters'],
  *check(operation, scope) {
    let optional: Parameter | undefined;
    for (const parameter of operation.parameters) {
      const resolved = scope.resolve<Parameter>(parameter);
      if (resolved === undefined) continue;
      if (resolved.required?.value !== true && resolved.in?.value !== 'path') optional ??= resolved;
      else if (optional !== undefined) {
        yield {
          span: parameter.anchor,
          message: `${operationTitle(operation)} lists “${resolved.name?.value ?? ''}”, which is required, behind “${optional.name?.value ?? ''}”, which is not. List it first.`,
          cause: {
            key: 'order',
            message: (count: number) => `${count} operations list required parameters behind such as may be left out.`,
          },
        };
        return;
      }
    }
  },
});
