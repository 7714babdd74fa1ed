import type { Parameter } from '#core/openapi/model.ts';

/** True for a header by which a repeated request is known: `Idempotency-Key` and the like. */
export function isKeyHeader(parameter: Parameter): boolean {
  return parameter.in?.value === 'header' && /idempot/i.test(parameter.name?.value ?? '');
}
