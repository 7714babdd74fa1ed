import { effectiveHeaders } from '#core/openapi/effective/effective.ts';
import type { Header, Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';

/** A time that a description says of the end of an operation, and where. */
export interface EndTime {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly section: TreeSection;
  readonly span: Span;
}

/** When an operation was deprecated, and when it ends: by extensions, else by the examples of its headers. */
export function endTimes(
  operation: Operation,
  scope: Pick<Scope, 'resolve'>,
): { readonly deprecation: EndTime | undefined; readonly sunset: EndTime | undefined } {
  return {
    deprecation: inExtensions(operation, deprecationNames) ?? inHeaders(operation, 'deprecation', scope),
    sunset: inExtensions(operation, sunsetNames) ?? inHeaders(operation, 'sunset', scope),
  };
}

const sunsetNames: ReadonlySet<string> = new Set(
  'xsunset xsunsetdate xsunsetat xremovaldate xremovedat xendoflife xeol xeoldate xretirementdate xshutdowndate'.split(
    ' ',
  ),
);
const deprecationNames: ReadonlySet<string> = new Set(
  'xdeprecation xdeprecationdate xdeprecatedat xdeprecatedon xdeprecatedsince'.split(' '),
);

function inExtensions({ tree, section }: Operation, names: ReadonlySet<string>): EndTime | undefined {
  for (const { key, value } of entriesOf(tree)) {
    if (value?.kind !== 'scalar' || typeof value.value !== 'string' || !names.has(foldedName(key.value))) continue;
    const time = timeOf(value.value);
    if (time !== undefined) return { text: value.value, time, section, span: value.span };
  }
  return undefined;
}

function inHeaders({ responses }: Operation, name: string, scope: Pick<Scope, 'resolve'>): EndTime | undefined {
  for (const { response } of responses) {
    const resolved = scope.resolve(response);
    const entry = resolved && effectiveHeaders(resolved, scope)?.find((one) => one.name.value.toLowerCase() === name);
    const header = entry && scope.resolve<Header>(entry.header);
    const shown = header && shownText(header);
    const time = shown && timeOf(shown.value);
    if (header !== undefined && shown !== undefined && time !== undefined)
      return { text: shown.value, time, section: header.section, span: shown.span };
  }
  return undefined;
}

/** The value that a header is shown with: its example, or the only one it has. */
export function shownText({ tree }: Header): Located<string> | undefined {
  const schema = findValue(tree, 'schema');
  return (
    findString(tree, 'example') ??
    findString(tree, 'x-example') ??
    findString(schema, 'example') ??
    findString(schema, 'const') ??
    findString(schema, 'default') ??
    findString(tree, 'default')
  );
}

/** The time that is written in a day (`2027-03-31`), by RFC 3339, as an HTTP date or as `@` and seconds; undefined for any other text. */
export function timeOf(text: string): number | undefined {
  const seconds = /^@(-?\d{1,12})$/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  if (!isoTime.test(text) && !httpDate.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

const isoTime = /^\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/** IMF-fixdate (RFC 9110 §5.6.7). */
export const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
