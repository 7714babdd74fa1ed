import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
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

/** Nobody writes a path of more parts; what is found out about each of its parts is kept. */
const longest = 64;

/** The parts of a path template, in order; slashes at its end and a query are none. None of a path that is too long. */
export const partsOf = remembered((path): readonly PathPart[] => {
  const parts: PathPart[] = [];
  let segment = 0;
  for (const text of withoutQuery(erasedTemplate(path)).split('/')) {
    if (text === '') continue;
    for (const key of splitSegment(text)) parts.push({ key, segment });
    segment++;
  }
  return parts.length > longest ? [] : parts;
}, mostPaths);

/** The path as its parts have it: two paths with the same one name the same thing. */
export function partsTemplate(path: string): string {
  return partsOf(path).reduce((template, { key }) => belowTemplate(template, key), '');
}

/** The template of a part below another. */
export function belowTemplate(template: string, key: string): string {
  return isWithinSegment(key) ? template + key : `${template}/${key}`;
}

/** True for a part that stands in the segment of the one before it: `:archive`, `({})`. */
export function isWithinSegment(key: string): boolean {
  return key.startsWith(':') || key.startsWith('(');
}

/** True for a part with a parameter in it. */
export function isParameterPart(key: string): boolean {
  return key.includes('{');
}

function withoutQuery(template: string): string {
  const end = template.search(/[?#]/);
  return end < 0 ? template : template.slice(0, end);
}

/** A custom method (`{id}:archive`, google.aip.dev/136) and a key in brackets (`Users({id})`, OData) are parts of their own. */
function splitSegment(segment: string): readonly string[] {
  const colon = segment.indexOf(':');
  if (colon > 0 && /^:[A-Za-z][\w.-]*$/.test(segment.slice(colon)))
    return [segment.slice(0, colon), segment.slice(colon)];
  const bracket = segment.indexOf('(');
  if (bracket > 0 && /^\(['"]?\{\}['"]?\)$/.test(segment.slice(bracket)))
    return [segment.slice(0, bracket), segment.slice(bracket)];
  return [segment];
}
