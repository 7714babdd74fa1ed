import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** The version a description is written in, for nodes that do not know it; undefined where there is no document. */
export function documentVersion(scope: Pick<Scope, 'roots'>): OpenApiVersion | undefined {
  return scope.roots('openapi.document')[0]?.context.version;
}
