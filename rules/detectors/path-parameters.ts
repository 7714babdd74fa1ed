import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { templateNames } from '#core/openapi/path-template.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';

/** A path item or an operation with the path parameters it declares itself. */
export interface Owner {
  readonly view: PathItem | Operation;
  readonly declared: readonly Declared[];
  /** False where a `$ref` among the parameters leads nowhere. */
  readonly isKnown: boolean;
}

export interface Declared {
  readonly name: string;
  readonly site: OrReference<Parameter>;
}

export function ownerOf(view: PathItem | Operation, scope: Scope): Owner {
  const resolved = view.parameters.map((site) => ({ site, parameter: scope.resolve(site) }));
  const declared = resolved.flatMap(({ site, parameter }) =>
    parameter?.in?.value === 'path' && parameter.name !== undefined ? [{ name: parameter.name.value, site }] : [],
  );
  return { view, declared, isKnown: resolved.every(({ parameter }) => parameter !== undefined) };
}

/** The placeholders before the query; `{path*}`, `{+path}` and `{id:int}` are read as routers read them. */
export function namesIn(path: string): readonly string[] {
  const [beforeQuery = ''] = path.split(/[?#]/);
  const names = templateNames(beforeQuery).map(({ value }) => plainName(value));
  return [...new Set(names)].filter((name) => name !== '');
}

function plainName(name: string): string {
  return name
    .replace(/^[+/.;*]/, '')
    .replace(/[*+]$/, '')
    .replace(/:.*$/, '')
    .trim();
}

/** False where an operation stands in a file of its own: what it declares is not known here. */
export function isWhole({ tree, operations }: PathItem): boolean {
  return operations.length > 0 && entriesOf(tree).every(({ value }) => findEntry(value, '$ref') === undefined);
}

/** Every placeholder of a path, as it is written and as it is read. */
export function allNamesIn(path: string): readonly string[] {
  return templateNames(path).flatMap(({ value }) => [value, plainName(value)]);
}

/** The path parameters that are declared, but none of these names. */
export function leftOver({ declared }: Owner, names: readonly string[]): readonly Declared[] {
  return declared.filter(({ name }) => !names.includes(name) && !names.includes(plainName(name)));
}
