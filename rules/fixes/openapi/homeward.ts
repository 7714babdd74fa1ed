import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { asComponents } from '#rules/fixes/openapi/as-components.ts';
import { asContent } from '#rules/fixes/openapi/as-content.ts';
import { asFlows } from '#rules/fixes/openapi/as-flows.ts';
import { asServers } from '#rules/fixes/openapi/as-servers.ts';
import { withoutMediaTypes } from '#rules/fixes/openapi/without-media-types.ts';
import { addressKeys } from '#rules/words/field-remedies.ts';

/** Takes fields to where this version writes what they say. */
export function homeward(
  fault: UnknownField,
  names: readonly string[],
  { uri, context }: { readonly uri: string; readonly context: DescriptionContext },
  scope: Scope,
): Fix | undefined {
  if (context.version === '2.0') return undefined;
  if (fault.object !== 'document')
    return asContent(fault, names, uri, context) ?? asFlows(fault, names, uri) ?? withoutMediaTypes(fault, uri);
  if (addressKeys.has(fault.key.value)) return asServers(names, scope.rootKeys().includes('servers'), context);
  return asComponents(fault.key.value, context);
}
