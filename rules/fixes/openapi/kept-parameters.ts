import { writtenParameters } from '#core/openapi/effective/effective.ts';
import type { Parameter } from '#core/openapi/model.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { type Fitting, fittedPart } from '#rules/fixes/openapi/fitted-operation.ts';
import type { Described, KnownOperation } from '#rules/fixes/openapi/operation-pattern.ts';
import { absoluteReferences, portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { speaksOf, withNouns } from '#rules/fixes/openapi/renamed-nouns.ts';

type PlainMap = { readonly [key: string]: PlainValue };

/** The parameters of a pattern that its like has, too, portable: those that most operations of its kind have, and bodies (2.0); none of the path. */
export function keptParameters(
  pattern: KnownOperation,
  known: readonly KnownOperation[],
  fitting: Fitting,
  scope: Described,
): readonly PlainValue[] {
  const alike = known.filter(({ meaning }) => meaning === pattern.meaning);
  const named = alike.map(({ operation }) =>
    namesOf(writtenParameters(operation, scope).map((each) => scope.resolve(each))),
  );
  const isUsual = (name: string): boolean => named.filter((names) => names.has(name)).length * 2 >= named.length;
  const value = portableValue(pattern.operation);
  const list = isMap(value) ? value['parameters'] : undefined;
  const referred = new Map<string, Parameter | undefined>();
  for (const site of pattern.operation.parameters)
    if (site.kind === 'openapi.reference')
      referred.set(
        targetOf(absoluteReferences({ $ref: site.target }, site.section.uri)),
        scope.resolve<Parameter>(site),
      );
  const isKept = (name: string | undefined, place: string | undefined): boolean =>
    name !== undefined && place !== 'path' && isUsual(name) && !speaksOf(name, fitting.pairs);
  return (list !== undefined && isList(list) ? list : []).filter(isMap).flatMap((item): readonly PlainValue[] => {
    const parameter = referred.get(targetOf(item));
    if (parameter === undefined) return inline(item, fitting, isKept);
    const fitted = fittedPart(item, fitting, undefined);
    return fitted !== undefined && isKept(parameter.name?.value, parameter.in?.value) ? [fitted] : [];
  });
}

function inline(
  item: PlainMap,
  fitting: Fitting,
  isKept: (name: string | undefined, place: string | undefined) => boolean,
): readonly PlainValue[] {
  const { name, in: place } = item;
  if (typeof name !== 'string' || typeof place !== 'string') return [];
  if (place === 'body') {
    const body = fittedPart(item, fitting, fitting.sent);
    return body === undefined ? [] : [{ ...body, name: withNouns(name, fitting.pairs), in: place }];
  }
  return isKept(name, place) ? [fittedPart(item, fitting, undefined) ?? item] : [];
}

function targetOf(value: PlainValue): string {
  const target = isMap(value) ? value['$ref'] : undefined;
  return typeof target === 'string' ? target : '';
}

function namesOf(parameters: readonly (Parameter | undefined)[]): ReadonlySet<string> {
  return new Set(parameters.flatMap((parameter) => parameter?.name?.value ?? []));
}
