import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** True where a text of an operation says that a header leads to the next page, or refers to another text that tells how pages work. */
export function explainsPages(operation: Operation, cursor: Parameter, scope: Scope): boolean {
  const responses = successResponses(operation).map(({ response }) => scope.resolve(response)?.description);
  const own = [cursor.description, scope.resolve(cursor.schema)?.description, operation.description, ...responses];
  return own.some((text) => tells(text?.value));
}

function tells(text: string | undefined): boolean {
  return namesHeader(text) || refers.test(text ?? '');
}

/** True for a text that says that a header leads to the next page. */
export function namesHeader(text: string | undefined): boolean {
  return headers.some((pattern) => pattern.test(text ?? ''));
}

/** “the `Link` header”, “cursors are provided in the response headers”, “the header `X-Next-Page`”. */
const headers: readonly RegExp[] = [
  /\blink\b[^.]{0,200}\bheader/i,
  /\bheaders?\b[^.]{0,60}\blink\b/i,
  /\b(?:next|cursors?|pages?|pagination|paging|continuation|tokens?)\b[^.]{0,100}\b(?:response|http|returned|in the|in a)\b[^.]{0,40}\bheaders?\b/i,
  /\bheaders?\b[^.]{0,60}(?:\b(?:next|following) page|\bcursors?\b|-next\b|-cursor\b|-page\b)/i,
  /-(?:next|cursor|page|continuation)[\w-]*\W{0,4} (?:response |http )?header/i,
];

/** “For details on pagination see the documentation”. */
const refers =
  /\b(?:pagination|paging)\b[^.]{0,80}\b(?:documentation|docs|guide|section)\b|\b(?:see|read)\b[^.]{0,40}\b(?:pagination|paging)\b/i;
