import type { OrReference, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix, Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { addComponent, componentPointer, referenceTo } from '#rules/fixes/openapi/component.ts';

/** So many properties are copied; a larger schema is better parted by a person. */
const mostProperties = 60;

/**
 * A schema beside the one that is referred to, with the same properties and none of them required, for a patch to refer to. It is called as
 * other patches of the description are: “PatchOrder” beside “PatchUser”, “OrderUpdate” beside “UserUpdate”, else “OrderPatch”. Undefined for
 * what is no component of the root, or is put together.
 */
export function patchComponent(reference: OrReference<Schema>, title: string, scope: Scope): Fix | undefined {
  const schema = scope.resolve(reference);
  if (reference.kind !== 'openapi.reference' || schema === undefined) return undefined;
  const { context, section, properties, allOf, oneOf, anyOf, tree } = schema;
  const name = pointerOf(schema.location).at(-1) ?? '';
  const isComponent =
    section.uri === context.rootUri &&
    pointerOf(schema.location).join('/') === componentPointer('schemas', name, context).join('/');
  const isPlain = allOf.length + oneOf.length + anyOf.length === 0 && properties.length > 0;
  if (!isComponent || !isPlain || properties.length > mostProperties) return undefined;
  const value = optional(toPlainValue(tree));
  const patch = patchName(name, scope.names('openapi.schema'));
  if (value === undefined || patch === undefined) return undefined;
  const { uri } = reference.section;
  const change = {
    kind: 'set',
    uri,
    pointer: pointerOf(reference.location),
    value: referenceTo('schemas', patch, uri, context),
  } as const;
  return {
    title: `Give ${title} a schema “${patch}” that requires nothing`,
    safety: 'review',
    changes: [change, addComponent('schemas', patch, value, context)],
  };
}

/** Without what is required, and without examples and texts that are those of the whole. */
function optional(value: PlainValue): PlainValue | undefined {
  if (!isMap(value)) return undefined;
  const left = Object.entries(value).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(left);
}

const dropped: ReadonlySet<string> = new Set([
  'required',
  'example',
  'examples',
  'default',
  'description',
  'title',
  'minProperties',
]);

function patchName(name: string, taken: readonly string[]): string | undefined {
  const patterns: readonly RegExp[] = [/^Patch(?=[A-Z])/, /(?<=[a-z])Patch$/, /^Update(?=[A-Z])/, /(?<=[a-z])Update$/];
  const makers = [`Patch${name}`, `${name}Patch`, `Update${name}`, `${name}Update`];
  const counts = patterns.map((pattern) => taken.filter((other) => pattern.test(other)).length);
  const most = Math.max(...counts);
  const usual = most === 0 ? `${name}Patch` : makers[counts.indexOf(most)];
  return [usual, `${name}Patch`].find((each) => each !== undefined && !taken.includes(each));
}
