import { pathItemParts } from '#core/openapi/effective/effective.ts';
import { writtenMethod } from '#core/openapi/effective/written-method.ts';
import { changeRule } from '#core/rule.ts';
import { unnoted } from '#core/work/note-read.ts';
import { apiChanges } from '#rules/checklist.ts';
import { formerPathItem } from '#rules/detectors/change/former-path-item.ts';
import { operationBack } from '#rules/fixes/openapi/operation-back.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi, rfc } from '#rules/sources.ts';

const description = (operations: string, path = '/orders/{id}'): string => `openapi: 3.1.0
paths:
  ${path}:
    get:
      responses: { '200': { description: The order. } }
${operations}`;

const removal = `    delete:
      responses: { '204': { description: It is gone. } }
`;

export const operationKept = changeRule({
  id: 'change/operation-kept',
  summary: 'Keep the operations that clients call.',
  why: 'A client that calls an operation which is gone gets 405. Who says a version before that it will go, and when, gives everybody the time to do without.',
  item: apiChanges,
  references: [openApi('Path Item Object', 'path-item-object'), rfc(8594)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A method that is gone',
      bad: {
        'base/openapi.yaml': description(removal),
        'openapi.yaml': description('', '«/orders/{orderId}»'),
      },
      good: { 'base/openapi.yaml': description(removal), 'openapi.yaml': description(removal, '/orders/{orderId}') },
    },
  ],
  on: ['openapi.path-item'],
  *check(pathItem, scope) {
    const { base } = scope;
    const former = formerPathItem(pathItem, scope);
    if (former === undefined) return;
    const now = new Set(pathItemParts(pathItem, scope).flatMap((part) => part.operations.map(writtenMethod)));
    for (const operation of unnoted(() => pathItemParts(former, base)).flatMap((part) => part.operations)) {
      if (now.has(writtenMethod(operation)) || operation.deprecated?.value === true) continue;
      yield {
        span: pathItem.path.span,
        message: `${operationTitle(operation)} is gone. Keep it, and say that it is deprecated.`,
        fixes: operationBack(operation, former, pathItem, operationTitle(operation), scope),
        related: [base.placed(operation.section, operation.anchor, `As it was in ${base.name}.`)],
      };
    }
  },
});
