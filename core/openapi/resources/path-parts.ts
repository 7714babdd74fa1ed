import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { remembered } from '#core/text/remembered.ts';

/** A part of a path: a segment, or what a segment is made of where it says two things (`{id}:archive`, `Users({id})`). */
export interface PathPart {
  /** With parameters taken out: `orders`, `{}`, `:archive`. */
  readonly key: string;
  /** Which segment it stands in, as in `segmentsOf(erasedTemplate(path))`. */
  readonly segment: number;
}

/** So many paths are kept: the same ones are asked about by many rules. */
const mostPaths = 5000;

/** The parts of a path template, in order; slashes at its end and a query are none. */
export const partsOf = remembered((path): readonly PathPart[] => {
  const segments = segmentsOf(erasedTemplate(path));
  return segments.flatMap((text, segment) => splitSegment(text).map((key) => ({ key, segment })));
}, mostPaths);

/** The path as its parts have it: two paths with the same one name the same thing. */
export const partsTemplate = remembered(
  (path): string => partsOf(path).reduce((template, { key }) => belowTemplate(template, key), ''),
  mostPaths,
);

/** The template of a part below another. */
export function belowTemplate(template: string, key: string): string {
  return /^[:(]/.test(key) ? template + key : `${template}/${key}`;
}

/** True for a part with a parameter in it. */
export function isParameterPart(key: string): boolean {
  return key.includes('{');
}

/** A custom method (`{id}:archive`, google.aip.dev/136) and a key in brackets (`Users({id})`, OData) are parts of their own. */
function splitSegment(segment: string): readonly string[] {
  const [, head, custom] = /^([^:]+)(:[A-Za-z][\w.-]*)$/.exec(segment) ?? [];
  if (head !== undefined && custom !== undefined) return [head, custom];
  const [, name, key] = /^([A-Za-z_][\w.]*)(\(['"]?\{\}['"]?\))$/.exec(segment) ?? [];
  return name !== undefined && key !== undefined ? [name, key] : [segment];
}
