import type { HeaderEntry, Parameter } from '#core/openapi/model.ts';

/** The header of this name (in lower case) among those of a response: names of headers have no case (RFC 9110 §5.1). */
export function namedHeader(headers: readonly HeaderEntry[] | undefined, wanted: string): HeaderEntry | undefined {
  return headers?.find(({ name }) => name.value.toLowerCase() === wanted);
}

/** True for a parameter that is the header of this name (in lower case). */
export function isHeader({ name, in: place }: Parameter, wanted: string): boolean {
  return place?.value === 'header' && name?.value.toLowerCase() === wanted;
}
