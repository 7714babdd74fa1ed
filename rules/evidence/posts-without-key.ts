import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** POST operations that take no idempotency key: a client that retries one may create two. */
export const postsWithoutKey = evidenceCollector({
  id: 'posts-without-key',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    if (operation.method !== 'post' || operation.origin !== 'path') return;
    const isKey = (name: string | undefined) => /idempoten|request-?id/i.test(name ?? '');
    if (effectiveParameters(operation, scope).some(({ name }) => isKey(name?.value))) return;
    yield { span: operation.anchor, text: `${operationTitle(operation)} takes no idempotency key` };
  },
});
