import { isListKnown, writtenParameters } from '#core/openapi/effective/effective.ts';
import { pathEnd, segmentsOf, templateExpressions } from '#core/openapi/effective/path-template.ts';
import type { Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { foundOnce } from '#core/work/note-read.ts';

/** A path item or an operation with the path parameters it declares itself. */
export interface Owner {
  readonly view: PathItem | Operation;
  readonly declared: readonly Declared[];
  /** False where a `$ref` among the parameters, or in place of them, leads nowhere. */
  readonly isKnown: boolean;
  /** False where a `$ref` stands in place of the list: nothing can be written beside it. */
  readonly isWritable: boolean;
}

export interface Declared {
  readonly name: string;
  readonly site: OrReference<Parameter>;
  /** False where it stands in a list that others may refer to, too. */
  readonly isOwn: boolean;
}

export function ownerOf(view: PathItem | Operation, scope: Scope): Owner {
  return foundOnce(ownerOf, view, () => readOwner(view, scope));
}

function readOwner(view: PathItem | Operation, scope: Scope): Owner {
  const own = new Set(view.parameters);
  const resolved = writtenParameters(view, scope).map((site) => ({ site, parameter: scope.resolve(site) }));
  const declared = resolved.flatMap(({ site, parameter }) =>
    parameter?.in?.value === 'path' && parameter.name !== undefined
      ? [{ name: unbraced(parameter.name.value), site, isOwn: own.has(site) }]
      : [],
  );
  const isKnown = isListKnown(view, scope) && resolved.every(({ parameter }) => parameter !== undefined);
  return { view, declared, isKnown, isWritable: view.parametersReference === undefined };
}

/** What is told of elsewhere: the braces of a template, in the name. */
function unbraced(name: string): string {
  return name.replace(/[{}]/g, '');
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
  const found = new Map<string, Placeholder>();
  for (const { names, written } of segmentsOf(path).flatMap(templateExpressions)) {
    for (const { value } of names) if (!found.has(value)) found.set(value, { name: value, written: written.value });
  }
  return [...found.values()];
}

/** The placeholders behind a `?` or `#`: they stand in no path, and what is declared for them is told of there. */
export function placeholdersBehind(path: string): readonly Placeholder[] {
  const end = pathEnd(path);
  return templateExpressions(path).flatMap(({ names, written }) =>
    written.span.start < end ? [] : names.map(({ value }) => ({ name: value, written: written.value })),
  );
}

/** True when a parameter of this name fills the placeholder. */
export function fills(name: string, { name: bare, written }: Placeholder): boolean {
  return name === bare || name === written || bareName(name) === bare;
}

function bareName(name: string): string {
  if (/^\w+$/.test(name)) return name;
  const [expression] = templateExpressions(`{${name}}`);
  return expression?.names[0]?.value ?? name;
}

/** False where an operation stands in a file of its own: what it declares is not known here. */
export function isWhole({ tree, operations }: PathItem): boolean {
  return operations.length > 0 && entriesOf(tree).every(({ value }) => findEntry(value, '$ref') === undefined);
}

/** The path parameters that are declared here and fill none of these placeholders. */
export function leftOver({ declared }: Owner, placeholders: readonly Placeholder[]): readonly Declared[] {
  if (declared.length === 0) return declared;
  const bare = new Set(placeholders.map(({ name }) => name));
  const written = new Set(placeholders.map((placeholder) => placeholder.written));
  const isUsed = (name: string) => bare.has(name) || written.has(name) || bare.has(bareName(name));
  return declared.filter(({ name, isOwn }) => isOwn && !isUsed(name));
}

/** Those placeholders that none of these parameters fills. */
export function unfilled({ declared }: Owner, placeholders: readonly Placeholder[]): readonly Placeholder[] {
  if (declared.length === 0 || placeholders.length === 0) return placeholders;
  const names = new Set(declared.map(({ name }) => name));
  const bare = new Set(declared.map(({ name }) => bareName(name)));
  const isFilled = ({ name, written }: Placeholder) => names.has(name) || names.has(written) || bare.has(name);
  return placeholders.filter((placeholder) => !isFilled(placeholder));
}
