/** What `mapping:` in `plumbline.yaml` says about schemas of the API and models of the database. */
export interface SchemaMapping {
  /** The model of a schema, by the names of components; `false`: it has none. */
  readonly models: ReadonlyMap<string, string | false>;
  /** The fields that properties stand for, by the names of components and of properties; `false`: it stands for none. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string | false>>;
}

export const noMapping: SchemaMapping = { models: new Map(), fields: new Map() };

/** True for two that say the same. */
export function isSameMapping(a: SchemaMapping, b: SchemaMapping): boolean {
  return a === b || (isSame(a.models, b.models) && isSame(a.fields, b.fields, isSame));
}

function isSame<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  isAlike: (one: T, other: T) => boolean = Object.is,
): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && isAlike(value, other);
  });
}
