import type { SchemaSpan } from '#core/openapi/compare/difference.ts';
import type { DescriptionContext, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { BaseScope, Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findValue, type PlainValue, type TreeNode } from '#core/tree/tree.ts';
import { componentOf } from '#rules/detectors/change/component-of.ts';
import { formerValue } from '#rules/fixes/openapi/former-value.ts';
import { missingComponents } from '#rules/fixes/openapi/missing-components.ts';
import { inRequired } from '#rules/fixes/openapi/property-required.ts';

/**
 * Writes a property that is gone where it stood, beside what may have taken its place: as it was and deprecated, where the version can say
 * so, or as it was. It is required where it was, and what it refers to comes back with it.
 */
export function broughtBack(
  name: string,
  { schema: found }: SchemaSpan,
  former: SchemaSpan,
  scope: BaseScope,
): readonly Fix[] {
  const properties = findValue(former.schema.tree, 'properties');
  const written = findValue(properties, name);
  const schema = ownerNow(found, former.schema, scope);
  if (written === undefined || findValue(findValue(schema.tree, 'properties'), name) !== undefined) return [];
  const { context, section, location } = schema;
  const value = formerValue(written, former.schema, schema);
  const missing = section.uri === context.rootUri ? missingComponents(value, context.rootUri, scope) : [];
  if (missing === undefined) return [];
  const wasRequired = former.schema.required.some((each) => each.value === name);
  const beside = [...missing, ...(wasRequired ? inRequired(schema, name) : [])];
  const pointer = [...pointerOf(location), 'properties', name];
  const place = placeAmong(properties, name);
  const fix = (title: string, property: PlainValue): Fix => ({
    title,
    safety: 'review',
    changes: [{ kind: 'set', uri: section.uri, pointer, value: property, ...place }, ...beside],
  });
  const old = deprecated(value, context);
  return [
    ...(old === undefined ? [] : [fix(`Bring “${name}” back, deprecated`, old)]),
    fix(`Bring “${name}” back`, value),
  ];
}

/** Of a component that is included the component: it stands where it stood. */
function ownerNow(schema: Schema, former: Schema, scope: BaseScope): Schema {
  const own = componentOf(former);
  if (own === undefined || own === componentOf(schema)) return schema;
  return scope.find('openapi.schema', own.slice(own.indexOf('/') + 1)) ?? schema;
}

/** Behind the properties it stood behind, or before those it stood before. */
function placeAmong(
  properties: TreeNode | undefined,
  name: string,
): Pick<TreeChange & { kind: 'set' }, 'after' | 'before'> {
  const names = properties?.kind === 'map' ? properties.entries.map(({ key }) => String(key.value)) : [];
  const index = names.indexOf(name);
  return index > 0 ? { after: names.slice(0, index).reverse() } : { before: names.slice(1) };
}

/** Undefined where it is deprecated already, and where nothing can say it. */
function deprecated(value: PlainValue, { version }: DescriptionContext): PlainValue | undefined {
  if (!isMap(value) || value['deprecated'] === true || version === '2.0') return undefined;
  // Beside a `$ref` nothing counts in 3.0.
  const isAlone = version === '3.0' && '$ref' in value;
  return isAlone ? { allOf: [{ $ref: value['$ref'] ?? null }], deprecated: true } : { ...value, deprecated: true };
}
