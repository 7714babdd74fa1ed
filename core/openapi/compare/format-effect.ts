import type { Effect } from '#core/openapi/compare/difference.ts';

/** Formats that say which values there are; any other is a remark. Of a pair the second takes all values of the first. */
const wider: ReadonlyMap<string, string> = new Map([
  ['int32', 'int64'],
  ['float', 'double'],
]);

/** The OpenAPI Format Registry and JSON Schema 2020-12 (Validation §7.3). */
const telling = new Set(
  'int32 int64 float double byte binary date date-time time duration email idn-email hostname ipv4 ipv6 uri uri-reference uuid'.split(
    ' ',
  ),
);

/** What another format does to the values that are allowed; undefined where it does nothing that is known. */
export function formatEffect(before: string | undefined, after: string | undefined): Effect | undefined {
  const [former, now] = [known(before), known(after)];
  if (former === now) return undefined;
  if (former === undefined) return 'narrowed';
  if (now === undefined) return 'widened';
  if (wider.get(former) === now) return 'widened';
  return wider.get(now) === former ? 'narrowed' : 'both';
}

function known(format: string | undefined): string | undefined {
  return format !== undefined && telling.has(format) ? format : undefined;
}
