import type { DescriptionContext } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** The kinds of components that both 2.0 and 3.x have a place for. */
export type ComponentKind = 'schemas' | 'parameters' | 'responses' | 'securitySchemes';

/** Adds a component to the description's root file, unless there is one of that name. */
export function addComponent(
  kind: ComponentKind,
  name: string,
  value: PlainValue,
  context: DescriptionContext,
): TreeChange {
  const pointer = componentPointer(kind, name, context);
  return { kind: 'set', uri: context.rootUri, pointer, value, ifAbsent: true };
}

/** A Reference Object for the file `uri` that leads to a component of the description. */
export function referenceTo(
  kind: ComponentKind,
  name: string,
  uri: string,
  context: DescriptionContext,
): { readonly $ref: string } {
  const fragment = formatPointer(componentPointer(kind, name, context));
  return { $ref: `${relativeUri(uri, context.rootUri)}#${fragment}` };
}

/** Where a component stands: below `components`, or at the root of a 2.0 description. */
export function componentPointer(
  kind: ComponentKind,
  name: string,
  { version }: DescriptionContext,
): readonly string[] {
  return version === '2.0' ? [swaggerKeys[kind], name] : ['components', kind, name];
}

const swaggerKeys = {
  schemas: 'definitions',
  parameters: 'parameters',
  responses: 'responses',
  securitySchemes: 'securityDefinitions',
} as const;
