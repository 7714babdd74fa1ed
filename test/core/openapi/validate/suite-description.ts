import type { Description } from '#core/openapi/description/description.ts';
import type { Reading } from '#core/openapi/validate/evaluator.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import { faultsOf } from '#core/openapi/validate/faults-of.ts';
import { plainTree } from '#core/openapi/validate/plain-tree.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { describeFiles } from '../describe-openapi.ts';

/** A description in which a schema stands as a component; its references to its own root lead there. */
export function describeSchema(schema: PlainValue, version: string): Description {
  const header = version === '2.0' ? { swagger: '2.0' } : { openapi: version };
  const schemas = { S: relocated(schema, `#${schemaHolder(version)}/S`) };
  const holder = version === '2.0' ? { definitions: schemas } : { components: { schemas } };
  return describeFiles({ 'openapi.json': JSON.stringify({ ...header, ...holder }) });
}

function schemaHolder(version: string): string {
  return version === '2.0' ? '/definitions' : '/components/schemas';
}

/** In what a value is not as that schema says. */
export function faultsIn(
  description: Description,
  value: PlainValue,
  reading: Partial<Reading> = {},
): readonly Fault[] {
  const { version } = description.context;
  const schema = description.placeAt([...schemaHolder(version).slice(1).split('/'), 'S']);
  if (schema === undefined) throw new Error('There is no schema.');
  const scope = { resolve: description.resolveUnderstood.bind(description) };
  return faultsOf(plainTree(value), schema, { scope, version, direction: 'either', isLenient: false, ...reading });
}

/** Where no `$id` says otherwise, references count from the root of the file. Values are left alone. */
function relocated(value: PlainValue, root: string): PlainValue {
  if (Array.isArray(value)) return value.map((item) => relocated(item, root));
  if (!isMap(value) || typeof value['$id'] === 'string') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'enum' || key === 'const') return [key, inner];
      const isReference = (key === '$ref' || key === '$dynamicRef') && typeof inner === 'string';
      return [key, isReference ? inner.replace(/^#(?=\/|$)/, root) : relocated(inner, root)];
    }),
  );
}
