import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf, templateExpressions, templateNames } from '#core/openapi/effective/path-template.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { findNumber } from '#core/tree/tree.ts';
import { foundOnce } from '#core/work/note-read.ts';
import { endsInParameter, successBody } from '#rules/detectors/openapi/collection.ts';
import { mayCreateAtPath } from '#rules/detectors/openapi/creates-at-path.ts';
import { isKnownToList } from '#rules/detectors/openapi/may-list.ts';
import { pagingOf } from '#rules/detectors/openapi/paging.ts';
import { fills, ownerOf } from '#rules/detectors/openapi/path-parameters.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { segmentKinds } from '#rules/detectors/openapi/segment-kinds.ts';
import { workedOnValues } from '#rules/detectors/openapi/worked-on-values.ts';
import { idWords } from '#rules/words/worked-on-values.ts';

/** True when the path names something that may not be there; `others` are parameters that name no resource. */
export function namesResource(operation: Operation, scope: Scope, others: readonly string[]): boolean {
  if (operation.origin !== 'path' || !operation.path.includes('{') || isPreflight(operation)) return false;
  if (isFilter(operation, scope)) return false;
  // All that is left of a path names no one resource.
  const single = templateExpressions(operation.path).filter(({ isRest }) => !isRest);
  const placeholders = single.flatMap(({ names, written }) =>
    names.map(({ value }) => ({ name: value, written: written.value })),
  );
  const values = valuesGiven(operation, scope);
  const made = mayCreateAtPath(operation, scope) ? placeholders.at(-1)?.name : undefined;
  const inPath = effectiveParameters(operation, scope).filter((parameter) => parameter.in?.value === 'path');
  const foldedOthers = foldedNames(others);
  return placeholders.some((placeholder) => {
    const { name } = placeholder;
    if (name === made || values.has(name) || isOther(name, foldedOthers)) return false;
    const declared = inPath.find((parameter) => fills(parameter.name?.value ?? '', placeholder));
    return declared === undefined ? knowsParameters(operation, scope) : isIdentity(declared, scope);
  });
}

/** What is worked on, and what is given to actions. */
function valuesGiven(operation: Operation, scope: Scope): ReadonlySet<string> {
  return foundOnce(
    valuesGiven,
    operation,
    () => new Set([...workedOnValues(operation, scope), ...givenNames(operation.path, scope)]),
  );
}

/**
 * The names of parameters that are no ids, and are given to an action, say which form is wanted, or stand where no word says what they
 * name: `/search/{term}`, `/reports/{format}`, `/{path}`, `/api/{name}`.
 */
function givenNames(path: string, scope: Scope): readonly string[] {
  if (templateNames(path).every(({ value }) => isId(value))) return [];
  const kinds = segmentKinds(path, scope);
  const front = kinds.findIndex((kind) => kind !== 'prefix');
  const given = segmentsOf(path).filter(
    (_, index) => kinds[index] === 'argument' || (index === front && kinds[index] === 'unknown'),
  );
  return given.flatMap(templateNames).flatMap(({ value }) => (isId(value) ? [] : [value]));
}

function isId(name: string): boolean {
  return idWords.has(wordsOf(name).at(-1) ?? '');
}

/** A GET that lists by what its path ends in finds none where there is none: `/items/brand/{brandId}`. */
function isFilter(operation: Operation, scope: Scope): boolean {
  if (operation.method !== 'get' || !endsInParameter(operation.path)) return false;
  const body = successBody(operation, scope);
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (body?.types.includes('array') === true || (limit ?? cursor ?? offset) !== undefined) return true;
  return isBehindOwnName(operation.path) && isKnownToList(operation.pathItem, scope);
}

/** `/branches/country/{country}`, where a singular says what the branches are looked for by. */
function isBehindOwnName(path: string): boolean {
  const [last = '', before = '', holder = ''] = segmentsOf(path).toReversed();
  const [name] = templateNames(last);
  const [first = ''] = wordsOf(name?.value ?? '');
  return holder !== '' && !holder.includes('{') && first === wordsOf(before).at(-1) && first === singularOf(first);
}

/** False where what is declared cannot be read: a parameter may be among it. */
function knowsParameters(operation: Operation, scope: Scope): boolean {
  return ownerOf(operation, scope).isKnown && ownerOf(operation.pathItem, scope).isKnown;
}

/** The names of an option, by its value: the same for all operations. */
const folded = new WeakMap<readonly string[], ReadonlySet<string>>();

function foldedNames(names: readonly string[]): ReadonlySet<string> {
  const known = folded.get(names) ?? new Set(names.map(foldedName));
  folded.set(names, known);
  return known;
}

function isOther(name: string, others: ReadonlySet<string>): boolean {
  return others.has(foldedName(name)) || others.has(wordsOf(name).at(-1) ?? '');
}

/** A value from a fixed list or range is refused, not missing. */
function isIdentity(parameter: Parameter, scope: Scope): boolean {
  const schema = scope.resolve(parameter.schema);
  return schema?.enum === undefined && findNumber(schema?.tree, 'maximum') === undefined;
}
