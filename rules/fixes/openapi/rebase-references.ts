import { formatPointer, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** A value of the file `from` as it has to be written in the file `to`: every `$ref` leads where it led. */
export function rebaseReferences(value: PlainValue, from: string, to: string): PlainValue {
  if (from === to) return value;
  if (Array.isArray(value)) return value.map((item: PlainValue) => rebaseReferences(item, from, to));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? rebased(inner, from, to) : rebaseReferences(inner, from, to),
    ]),
  );
}

function rebased(target: string, from: string, to: string): string {
  const read = readReferenceTarget(target, from);
  if (read.kind === 'remote') return target;
  const fragment = read.kind === 'anchor' ? read.name : formatPointer(read.pointer);
  const file = relativeUri(to, read.uri);
  return fragment === '' && file !== '' ? file : `${file}#${fragment}`;
}
