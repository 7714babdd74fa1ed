import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter, PathItem } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findEntry, type PlainValue } from '#core/tree/tree.ts';
import { foldedNames } from '#rules/detectors/openapi/folded-names.ts';
import { namesBeginning } from '#rules/detectors/openapi/names-beginning.ts';
import { parameterPlace, pathsWithPlace } from '#rules/detectors/openapi/parameter-place.ts';
import { portableReference } from '#rules/fixes/openapi/portable-value.ts';
import { parametersAsWritten, sameParameter, type WrittenParameter } from '#rules/fixes/openapi/written-parameter.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** A path parameter as the description declares it elsewhere. */
export interface KnownPathParameter {
  /** A reference or a Parameter Object, portable. */
  readonly value: PlainValue;
  /** `GET /users/{id} does`, `the shared “UserId”`: what it is declared as. */
  readonly example: string;
}

/** So many paths above, as many below, and as many others are looked at. */
const pathsAsked = 8;

/**
 * Says how another operation of the path declares a parameter of a name, else one of a path where it stands behind the same segment:
 * what `id` means, only that tells. A name of several words, as `userId`, may also be that of a shared parameter. What a path
 * declares is looked up once, when it is first asked for.
 */
export function knownPathParameters(
  pathItem: PathItem,
  scope: Scope,
): (name: string) => KnownPathParameter | undefined {
  const declared = new Map<PathItem, ReadonlyMap<string, Declared>>();
  const declaredIn = (path: PathItem): ReadonlyMap<string, Declared> => {
    const known = declared.get(path) ?? declaredBy(path, scope);
    declared.set(path, known);
    return known;
  };
  const others = new OtherPaths(pathItem, scope);
  return (name) => {
    const own = declaredIn(pathItem).get(name);
    if (own !== undefined) return asDeclared(own);
    for (const path of others.like(name)) {
      const found = declaredIn(path).get(name);
      if (found !== undefined) return asDeclared(found);
    }
    return sharedParameter(name, scope);
  };
}

interface Declared {
  readonly operation: Operation;
  readonly written: WrittenParameter;
}

/** The path parameters of the operations of a path, by name; of several the first that says what its value is. */
function declaredBy({ operations }: PathItem, scope: Scope): ReadonlyMap<string, Declared> {
  const byName = new Map<string, Declared>();
  for (const operation of operations) {
    for (const written of parametersAsWritten(operation, scope)) {
      const name = pathName(written.parameter);
      if (name !== undefined && !byName.has(name) && isWhole(written)) byName.set(name, { operation, written });
    }
  }
  return byName;
}

/** False for one that says nothing of its value: a copy would lack it, too. What is shared is referred to, and not copied. */
function isWhole({ written, parameter: { tree, context } }: WrittenParameter): boolean {
  if (written.kind === 'openapi.reference') return true;
  const fields = context.version === '2.0' ? ['type'] : ['schema', 'content'];
  return fields.some((field) => findEntry(tree, field) !== undefined);
}

function asDeclared({ operation, written }: Declared): KnownPathParameter {
  const value = sameParameter(written);
  const target = isMap(value) ? findReference(value) : undefined;
  if (target === undefined) return { value: withRequired(value), example: `${operationTitle(operation)} does` };
  return { value, example: `the shared “${target.slice(target.lastIndexOf('/') + 1)}”` };
}

function findReference({ $ref }: { readonly $ref?: PlainValue }): string | undefined {
  return typeof $ref === 'string' ? $ref : undefined;
}

function sharedParameter(name: string, scope: Scope): KnownPathParameter | undefined {
  if (wordsOf(name).length < 2) return undefined;
  const component = foldedNames(scope.names('openapi.parameter')).get(foldedName(name));
  const parameter = component === undefined ? undefined : scope.find('openapi.parameter', component);
  if (parameter === undefined || pathName(parameter) !== name) return undefined;
  return { value: portableReference(parameter), example: `the shared “${component}”` };
}

/** The name of a parameter in the path. */
function pathName(parameter: Parameter): string | undefined {
  return parameter.in?.value === 'path' ? parameter.name?.value : undefined;
}

/** The paths beside one; each is looked up once. */
class OtherPaths {
  readonly #path: string;
  readonly #scope: Scope;
  readonly #found = new Map<string, PathItem | undefined>();
  #around: readonly string[] | undefined;

  constructor({ path }: PathItem, scope: Scope) {
    this.#path = path.value;
    this.#scope = scope;
  }

  /** Those in which a parameter of this name stands behind the same segment: those above and below first. */
  like(name: string): readonly PathItem[] {
    const place = parameterPlace(this.#path, name);
    if (place === undefined) return [];
    const names = this.#scope.names('openapi.path-item');
    this.#around ??= templatesAround(erasedTemplate(this.#path), names);
    const templates = new Set([...this.#around, ...pathsWithPlace(place, names).slice(0, pathsAsked)]);
    return [...templates]
      .flatMap((template) => this.#find(template) ?? [])
      .filter((other) => parameterPlace(other.path.value, name) === place);
  }

  #find(template: string): PathItem | undefined {
    if (!this.#found.has(template)) this.#found.set(template, this.#scope.find('openapi.path-item', template));
    return this.#found.get(template);
  }
}

/** The templates this one begins with, nearest first, and some that begin with it. */
function templatesAround(template: string, names: readonly string[]): readonly string[] {
  const above: string[] = [];
  for (
    let end = template.lastIndexOf('/');
    end > 0 && above.length < pathsAsked;
    end = template.lastIndexOf('/', end - 1)
  )
    above.push(template.slice(0, end));
  return [...above, ...namesBeginning(names, `${template}/`, pathsAsked)];
}

/** A parameter of a path is required wherever it stands: said behind its name and place. */
function withRequired(value: PlainValue): PlainValue {
  if (!isMap(value) || '$ref' in value) return value;
  const entries = Object.entries(value);
  const end = entries.findLastIndex(([own]) => own === 'name' || own === 'in') + 1;
  return Object.fromEntries([...entries.slice(0, end), ['required', true], ...entries.slice(end)]);
}
