import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { OrReference, PathItem, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** True for a path behind a collection with nothing but a POST whose body lists or filters resources: `/points/delete` with ids. */
export function choosesMany({ path, operations }: PathItem, scope: Scope): boolean {
  const [post, ...others] = operations;
  if (post?.method !== 'post' || others.length > 0) return false;
  if (segmentsOf(path.value).at(-2)?.includes('{') === true && !/batch|bulk|many/i.test(path.value)) return false;
  const schemas = effectiveRequestBody(post, scope)?.content.map(({ schema }) => schema) ?? [];
  return schemas.some((schema) => schema !== undefined && holdsChoice(schema, scope));
}

/** An array, an object with one or with a filter, or a choice of such. */
function holdsChoice(schema: OrReference<Schema>, scope: Scope): boolean {
  const resolved = scope.resolve(schema);
  if (resolved === undefined) return false;
  const branches = [...resolved.oneOf, ...resolved.anyOf].flatMap((branch) => scope.resolve(branch) ?? []);
  return [resolved, ...branches].some(
    (part) =>
      part.types.includes('array') ||
      propertiesOf(part, scope).some(
        ({ name, schema: value }) =>
          /^(?:filters?|query|where|criteria)$/.test(foldedName(name.value)) ||
          scope.resolve(value)?.types.includes('array') === true,
      ),
  );
}
