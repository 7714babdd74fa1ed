import { errorResponses, successResponses } from '#core/openapi/documented-responses.ts';
import { isProblemMediaType, mediaTypeEssence } from '#core/openapi/media-type-name.ts';
import type { Operation, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Scope, Section } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** The content of one error response; a shared one is gathered from each operation that uses it. */
export interface ErrorContent {
  readonly kind: 'error';
  readonly key: string;
  readonly name: string;
  readonly isProblem: boolean;
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  /** The media type's key; undefined in 2.0, which lists media types elsewhere. */
  readonly pointer: readonly string[] | undefined;
}

/** The JSON contents an operation documents for its errors. */
export function* errorContents(operation: Operation, scope: Scope): Iterable<ErrorContent> {
  if (operation.origin !== 'path') return;
  // Where no success is documented, “default” is what the operation answers at all.
  const hasSuccess = successResponses(operation).length > 0;
  for (const { status, response } of errorResponses(operation)) {
    if (status.value === 'default' && !hasSuccess) continue;
    const resolved = scope.resolve(response);
    if (resolved === undefined) continue;
    const name =
      response.kind === 'openapi.reference'
        ? `“${sharedName(resolved)}”`
        : `${operationTitle(operation)} ${status.value}`;
    const fact = errorContent(name, resolved);
    if (fact !== undefined) yield fact;
  }
}

/** Undefined unless the content is JSON, plain or a problem. */
function errorContent(name: string, { content, section, context }: Response): ErrorContent | undefined {
  const problem = content.find((other) => isProblemMediaType(other.name.value));
  const media = problem ?? content.find((other) => mediaTypeEssence(other.name.value) === 'application/json');
  if (media === undefined) return undefined;
  return {
    kind: 'error',
    key: 'document',
    name,
    isProblem: problem !== undefined,
    section: media.section,
    span: media.name.span,
    uri: section.uri,
    pointer: context.version === '2.0' ? undefined : pointerOf(media.location),
  };
}

function sharedName({ location }: Response): string {
  return pointerOf(location).at(-1) ?? '';
}
