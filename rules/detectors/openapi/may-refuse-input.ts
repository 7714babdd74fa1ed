import { effectiveParameters, effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { pagingParameters } from '#rules/detectors/openapi/paging-parameter.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';

/**
 * True where a caller can send what an operation refuses, whatever the credentials: anything but a GET has that, and a GET with a
 * parameter. One that only chooses a page refuses little.
 */
export function mayRefuseInput(operation: Operation, scope: Scope): boolean {
  const { method, path } = operation;
  if (isPreflight(operation) || method === 'trace') return false;
  if (method !== 'get' && method !== 'head') return true;
  if (path.includes('{') || effectiveRequestBody(operation, scope) !== undefined) return true;
  const asked = effectiveParameters(operation, scope).filter((parameter) => parameter.in?.value !== 'header');
  if (asked.length === 0) return false;
  const paging = new Set(pagingParameters(operation, scope).map(({ name }) => name));
  return asked.some(({ name }) => !paging.has(name?.value ?? ''));
}
