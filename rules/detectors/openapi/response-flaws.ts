import { walkNode } from '#core/openapi/description/walk.ts';
import { isJsonMediaType, isProblemMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { Response } from '#core/openapi/model.ts';
import type { ReferenceOutcome, Scope } from '#core/rule.ts';
import { describesProblem } from '#rules/detectors/openapi/error-schema.ts';
import { isUndescribed } from '#rules/detectors/openapi/lacks-schema.ts';

/**
 * What findings tell of a response, so that it is no model for others: a `$ref` in it leads nowhere, JSON in it has no schema, or it
 * has the members of a problem (RFC 9457) under another media type.
 */
export type ResponseFlaw = 'leads nowhere' | 'no schema' | 'unsaid problem';

export function responseFlaws(response: Response, scope: Pick<Scope, 'resolve' | 'outcome'>): readonly ResponseFlaw[] {
  const flaws: ResponseFlaw[] = [];
  let isLost = false;
  walkNode(response, (node) => {
    if (node.kind === 'openapi.reference') isLost ||= lost.has(scope.outcome(node));
  });
  if (isLost) flaws.push('leads nowhere');
  const json = response.content.filter(({ name }) => isJsonMediaType(name.value));
  if (json.some((media) => isUndescribed(media, response))) flaws.push('no schema');
  if (isUnsaidProblem(response, scope)) flaws.push('unsaid problem');
  return flaws;
}

const lost: ReadonlySet<ReferenceOutcome> = new Set(['missing-file', 'missing-pointer', 'circular']);

function isUnsaidProblem({ content, context }: Response, scope: Pick<Scope, 'resolve'>): boolean {
  if (context.version === '2.0' || content.some(({ name }) => isProblemMediaType(name.value))) return false;
  const schema = scope.resolve(content.find(({ name }) => isJsonMediaType(name.value))?.schema);
  if (schema === undefined || schema.oneOf.length + schema.anyOf.length > 0) return false;
  return describesProblem(schema, scope);
}
