import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveHeaders, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** GET operations that anyone may call: what a CDN could keep. */
export const publicReads = evidenceCollector({
  id: 'public-reads',
  noun: 'operation',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    if (operation.method !== 'get' || operation.origin !== 'path') return;
    const security = effectiveSecurity(operation, scope) ?? [];
    if (security.length > 0 && security.every(({ schemes }) => schemes.length > 0)) return;
    const headers = operation.responses
      .filter(({ status }) => status.value.startsWith('2'))
      .flatMap(({ response }) => scope.resolve(response) ?? [])
      .flatMap((response) => effectiveHeaders(response, scope) ?? []);
    const isCached = namedHeader(headers, 'cache-control') !== undefined;
    const told = isCached ? 'documents Cache-Control' : 'does not document Cache-Control';
    yield { span: operation.anchor, text: `${operationTitle(operation)} is public and ${told}` };
  },
});
