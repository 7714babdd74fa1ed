import { errorResponses } from '#core/openapi/effective/documented-responses.ts';
import type { Operation, OrReference, Response, ResponseEntry } from '#core/openapi/model.ts';
import { formatPointer, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';

/** What an operation of a path says of its errors. Where only “default” is documented it may be what the operation answers at all. */
export function documentedErrors(operation: Operation): readonly ResponseEntry[] {
  if (operation.origin !== 'path') return [];
  const errors = errorResponses(operation);
  const isAll = errors.length === operation.responses.length;
  return isAll ? errors.filter(({ status }) => status.value !== 'default') : errors;
}

/** The id of where a shared response stands, after all `$ref`s; undefined of one in place, and of what leads nowhere. */
export function sharedId(response: OrReference<Response>, scope: Pick<Scope, 'resolve'>): string | undefined {
  if (response.kind !== 'openapi.reference') return undefined;
  const target = readReferenceTarget(response.target, response.section.uri);
  const found = target.kind === 'pointer' ? scope.resolve(response) : undefined;
  return found && idOf(found.section.uri, pointerOf(found.location));
}

/** True for a response under its status at an operation, rather than shared. */
export function isInPlace({ location: { key, parent: container } }: Response): boolean {
  const owner = container?.parent;
  if (container?.key !== 'responses' || owner?.parent === undefined || owner.key === 'components') return false;
  return /^(?:[1-5](?:\d\d|xx)|default)$/i.test(key);
}

/** Uri and JSON pointer. */
export function idOf(uri: string, pointer: readonly string[]): string {
  return `${uri}#${formatPointer(pointer)}`;
}
