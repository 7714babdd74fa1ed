import type { Operation } from '#core/openapi/model.ts';

/**
 * True for an OPTIONS that asks for no credentials of its own: what browsers send before a request from another origin (Fetch
 * §4.8). It has neither a user, nor a body, nor an error to tell of, whatever holds for the other operations.
 */
export function isPreflight({ method, security }: Pick<Operation, 'method' | 'security'>): boolean {
  return method === 'options' && (security ?? []).every(({ schemes }) => schemes.length === 0);
}
