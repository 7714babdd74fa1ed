import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import type { MediaType, Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** For each operation, how many of its request and response bodies have an example. */
export const exampleCoverage = evidenceCollector({
  id: 'example-coverage',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    const bodies = bodiesOf(operation, scope);
    const shown = bodies.filter(({ hasExample }) => hasExample).length;
    if (shown === bodies.length) return;
    const text = `${operationTitle(operation)}: ${shown} of ${bodies.length} bodies have an example of their own`;
    yield { span: operation.anchor, text };
  },
});

function bodiesOf(operation: Operation, scope: Scope): readonly MediaType[] {
  const responses = operation.responses.map(({ response }) => scope.resolve(response));
  return [effectiveRequestBody(operation, scope), ...responses].flatMap((part) => part?.content ?? []);
}
