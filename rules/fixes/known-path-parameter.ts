import type { Parameter, PathItem } from '#core/openapi/model.ts';
import { erasedTemplate } from '#core/openapi/path-template.ts';
import type { Scope } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { houseParameters, sharedParameters } from '#rules/fixes/house-parameter.ts';

/** So many paths above, and as many below, are looked at. */
const pathsAsked = 8;

/**
 * A path parameter as the description declares one of this name, portable: the shared one, else that of another operation of the
 * path, else that of a path above or below it. Undefined where there is none.
 */
export function knownPathParameter(pathItem: PathItem, name: string, scope: Scope): PlainValue | undefined {
  const isMeant = (parameter: Parameter): boolean => parameter.in?.value === 'path' && parameter.name?.value === name;
  const [shared] = sharedParameters(isMeant, scope);
  if (shared !== undefined) return shared.value;
  for (const item of [pathItem, ...pathsAround(pathItem, scope)]) {
    for (const operation of item.operations) {
      const [known] = houseParameters(operation, isMeant, scope);
      if (known !== undefined) return withRequired(known.value);
    }
  }
  return undefined;
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
