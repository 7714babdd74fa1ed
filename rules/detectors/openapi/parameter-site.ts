import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** A parameter as one of the operations has it that take it, as plain data. */
export interface ParameterSite {
  readonly name: string;
  /** Tells the parameter apart, however many operations refer to it. */
  readonly place: string;
  readonly section: Section;
  readonly span: Span;
  /** The operation that takes it. */
  readonly title: string;
  /** True for a parameter that operations refer to. */
  readonly isShared: boolean;
}

export function parameterSite(parameter: Parameter, operation: Operation): ParameterSite {
  const { section, anchor, name, location } = parameter;
  return {
    name: name?.value ?? '',
    place: JSON.stringify([section.uri, ...pointerOf(location)]),
    section,
    span: name?.span ?? anchor,
    title: operationTitle(operation),
    isShared: section !== operation.section || pointerOf(location)[0] === 'components',
  };
}

/** As a sentence begins: `“limit” of GET /orders`, `The shared “limit”`. */
export function parameterTitle({ name, title, isShared }: ParameterSite): string {
  return isShared ? `The shared “${name}”` : `“${name}” of ${title}`;
}
