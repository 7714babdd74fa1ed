import type { Operation, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** A response, and how it is seen. */
export interface SeenResponse {
  readonly response: Response;
  /** The code it is documented under. */
  readonly status: string;
  readonly operation: Operation;
  readonly isShared: boolean;
}

/** The responses of an operation under some codes, `$ref`s followed. What a client of the API answers has no such headers. */
export function* responsesUnder(
  operation: Operation,
  isMeant: (status: string) => boolean,
  scope: Pick<Scope, 'resolve'>,
): Iterable<SeenResponse> {
  if (operation.origin === 'webhook' || operation.origin === 'callback') return;
  for (const { status, response } of operation.responses) {
    const resolved = isMeant(status.value) ? scope.resolve(response) : undefined;
    if (resolved === undefined) continue;
    const isShared = response.kind === 'openapi.reference';
    yield { response: resolved, status: status.value, operation, isShared };
  }
}

/** `the 429 of GET /users`, `the shared 429 response “TooMany”` */
export function responseTitle({ response, status, operation, isShared }: SeenResponse): string {
  if (!isShared) return `the ${status} of ${operationTitle(operation)}`;
  const { section, location } = response;
  // A response in a file of its own bears that file's name.
  const name = pointerOf(location).at(-1) ?? section.uri.slice(section.uri.lastIndexOf('/') + 1);
  return `the shared ${status} response “${name}”`;
}
