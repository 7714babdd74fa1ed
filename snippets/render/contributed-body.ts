import { templateNames } from '#core/openapi/effective/path-template.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import {
  componentOf,
  findComponent,
  mapEntries,
  referencesIn,
  replaceReferences,
} from '#snippets/component-references.ts';
import { problemComponents } from '#snippets/openapi/problem.ts';
import { pathParameter } from '#snippets/path-parameter.ts';
import type { Contribution, OpenApiPattern, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

/**
 * The entries of a contributed snippet. It stands alone: of all components it refers only to the resource's schema and to
 * what the snippet `oas-problem` writes; the others are written in place.
 */
export function contributedBody({ context, body }: Contribution, pattern: OpenApiPattern): Values {
  const entries =
    context === 'responses'
      ? mapEntries(body, (response) => inPlace(response, pattern, true))
      : mapEntries(body, (value) => inPlace(value, pattern, false));
  if (context !== 'paths') return entries;
  return mapEntries(entries, (item, path) => ({ parameters: parametersOf(path), ...(isMap(item) ? item : {}) }));
}

/** True when a contributed body refers to what `oas-problem` writes. */
export function needsProblem(body: Values): boolean {
  return referencesIn(body).some((reference) => isProblem(reference));
}

function inPlace(value: PlainValue, pattern: OpenApiPattern, isWhole: boolean): PlainValue {
  return replaceReferences(value, (reference) => {
    const component = componentOf(reference);
    const isKept = component === undefined || component.name === placeholders.singular;
    if (isKept || (isProblem(reference) && !isWhole)) return undefined;
    const target = findComponent(component, pattern.components);
    return target === undefined ? undefined : inPlace(target, pattern, false);
  });
}

function isProblem(reference: string): boolean {
  const { group = '', name = '' } = componentOf(reference) ?? {};
  return problemComponents[group]?.[name] !== undefined;
}

function parametersOf(path: string): readonly Values[] {
  return templateNames(path).map(({ value }) => pathParameter(value));
}
