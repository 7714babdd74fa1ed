import { segmentsOf } from '#core/openapi/effective/path-template.ts';

/** The first segment of a path that names something: no parameter, no version, not `api`; empty where none does. */
export function firstName(path: string): string {
  const isName = (segment: string): boolean => !segment.includes('{') && !/^(?:api|rest|v\d[\w.]*)$/i.test(segment);
  return segmentsOf(path).find(isName) ?? '';
}
