import { effectiveParameters, writtenParameters } from '#core/openapi/effective/effective.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { DescriptionContext, Operation, OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { Described, KnownOperation } from '#rules/fixes/openapi/operation-pattern.ts';
import { absoluteReferences, portableValue } from '#rules/fixes/openapi/portable-value.ts';

/**
 * Portable values for the parameters in a path that its path item does not declare: as other paths with them write them, else as the
 * last one of the pattern's path is written, else plain strings.
 */
export function pathParameterValues(
  path: string,
  item: PathItem | undefined,
  known: readonly KnownOperation[],
  pattern: Operation | undefined,
  scope: Described,
): readonly PlainValue[] {
  const declared = new Set(
    item === undefined ? [] : writtenParameters(item, scope).map((each) => scope.resolve(each)?.name?.value),
  );
  const names = [...new Set(templateNames(path).map(({ value }) => value))].filter((name) => !declared.has(name));
  return names.map(
    (name) =>
      ownValue(name, path, known, scope) ??
      patternValue(name, pattern, scope) ??
      plainValue(name, known[0]?.operation.context),
  );
}

/** As it is written on a path that begins the same. */
function ownValue(
  name: string,
  path: string,
  known: readonly KnownOperation[],
  scope: Described,
): PlainValue | undefined {
  const end = path.indexOf(`{${name}}`) + name.length + 2;
  const beginning = path.slice(0, end);
  for (const { operation } of known) {
    if (!operation.path.startsWith(beginning)) continue;
    for (const site of [...writtenParameters(operation, scope), ...writtenParameters(operation.pathItem, scope)]) {
      const parameter = scope.resolve(site);
      if (parameter?.name?.value === name && parameter.in?.value === 'path') return toValue(site);
    }
  }
  return undefined;
}

/** What the last parameter of another path says of its values. */
function patternValue(name: string, pattern: Operation | undefined, scope: Described): PlainValue | undefined {
  const last = templateNames(pattern?.path ?? '').at(-1)?.value;
  const parameter = pattern && effectiveParameters(pattern, scope).find((each) => each.name?.value === last);
  const value = parameter && portableValue(parameter);
  const isAlike = wordsOf(name).at(-1) === wordsOf(last ?? '').at(-1);
  if (value === undefined || !isMap(value) || !isAlike) return undefined;
  const { name: _name, description: _text, ...rest } = value;
  return { name, ...withoutExamples(rest) };
}

function withoutExamples(value: { readonly [key: string]: PlainValue }): { readonly [key: string]: PlainValue } {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !/^examples?$|^x-/.test(key)));
}

function toValue(site: OrReference<Parameter>): PlainValue {
  return site.kind === 'openapi.reference'
    ? absoluteReferences({ $ref: site.target }, site.section.uri)
    : portableValue(site);
}

function plainValue(name: string, context: DescriptionContext | undefined): PlainValue {
  const isOld = context?.version === '2.0';
  return { name, in: 'path', required: true, ...(isOld ? { type: 'string' } : { schema: { type: 'string' } }) };
}
