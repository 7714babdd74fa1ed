import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { segmentsOf, templateExpressions } from '#core/openapi/path-template.ts';
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

/** What a path asks a parameter for. */
export interface Placeholder {
  /** The bare name: `path` for `{path+}`. */
  readonly name: string;
  /** All that stands between the braces: parameters may be called so, too. */
  readonly written: string;
}

/** The placeholders before the query, each name once. */
export function placeholdersIn(path: string): readonly Placeholder[] {
  const found = segmentsOf(path)
    .flatMap(templateExpressions)
    .flatMap(({ names, written }) => names.map(({ value }) => ({ name: value, written: written.value })));
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

/** True when a parameter of this name fills the placeholder. */
export function fills(name: string, { name: bare, written }: Placeholder): boolean {
  return name === bare || name === written || bareName(name) === bare;
}

function bareName(name: string): string {
  const [expression] = templateExpressions(`{${name}}`);
  return expression?.names[0]?.value ?? name;
}

/** False where an operation stands in a file of its own: what it declares is not known here. */
export function isWhole({ tree, operations }: PathItem): boolean {
  return operations.length > 0 && entriesOf(tree).every(({ value }) => findEntry(value, '$ref') === undefined);
}

/** The path parameters that are declared and fill none of these placeholders. */
export function leftOver({ declared }: Owner, placeholders: readonly Placeholder[]): readonly Declared[] {
  return declared.filter(({ name }) => !placeholders.some((placeholder) => fills(name, placeholder)));
}
