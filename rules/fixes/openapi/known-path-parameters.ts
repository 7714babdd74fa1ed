import { erasedTemplate } from '#core/openapi/ask/path-template.ts';
import type { Parameter, PathItem } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';

/** So many paths above, and as many below, are looked at. */
const pathsAsked = 8;

/**
 * Path parameters by name, as the description declares them, portable: the shared one, else that of another operation of the path,
 * else that of a path above or below it. Undefined where there is none. What is asked for each name is looked for once.
 */
export function knownPathParameters(pathItem: PathItem, scope: Scope): (name: string) => PlainValue | undefined {
  let shared: ReadonlyMap<string, PlainValue> | undefined;
  let near: ReadonlyMap<string, PlainValue> | undefined;
  return (name) => {
    shared ??= firstOfEachName(sharedParameters(isOfPath, scope));
    const known = shared.get(name);
    if (known !== undefined) return known;
    near ??= firstOfEachName(nearParameters(pathItem, scope));
    const found = near.get(name);
    return found === undefined ? undefined : withRequired(found);
  };
}

function isOfPath(parameter: Parameter): boolean {
  return parameter.in?.value === 'path';
}

function nearParameters(pathItem: PathItem, scope: Scope): readonly HouseParameter[] {
  return [pathItem, ...pathsAround(pathItem, scope)].flatMap(({ operations }) =>
    operations.flatMap((operation) => houseParameters(operation, isOfPath, scope)),
  );
}

function firstOfEachName(parameters: readonly HouseParameter[]): ReadonlyMap<string, PlainValue> {
  const values = new Map<string, PlainValue>();
  for (const { name, value } of parameters) if (!values.has(name)) values.set(name, value);
  return values;
}

/** The paths this one begins with, nearest first, and some that begin with it. */
function pathsAround({ path }: PathItem, scope: Scope): readonly PathItem[] {
  const template = erasedTemplate(path.value);
  const above: string[] = [];
  for (
    let end = template.lastIndexOf('/');
    end > 0 && above.length < pathsAsked;
    end = template.lastIndexOf('/', end - 1)
  )
    above.push(template.slice(0, end));
  const names = scope.names('openapi.path-item');
  const first = firstFrom(names, `${template}/`);
  const below = names.slice(first, first + pathsAsked).filter((name) => name.startsWith(`${template}/`));
  return [...above, ...below].flatMap((name) => scope.find('openapi.path-item', name) ?? []);
}

/** Where the first name stands that is not less, in a sorted list. */
function firstFrom(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A parameter of a path is required wherever it stands: said behind its name and place. */
function withRequired(value: PlainValue): PlainValue {
  if (!isMap(value) || '$ref' in value) return value;
  const entries = Object.entries(value);
  const end = entries.findLastIndex(([own]) => own === 'name' || own === 'in') + 1;
  return Object.fromEntries([...entries.slice(0, end), ['required', true], ...entries.slice(end)]);
}
