import { bracedSpans, hideBraced } from '#core/openapi/effective/braces.ts';
import { remembered } from '#core/text/remembered.ts';
import type { Located } from '#core/text/span.ts';

/**
 * What stands between braces in a path, in any of the notations routers and gateways have: `{id}`, `{+path}`, `{;id}`, `{*slug}`,
 * `{proxy+}`, `{id:[0-9]+}`, `{name=shelves/*}` (RFC 6570 §2.2, google.api.HttpRule).
 */
export interface TemplateExpression {
  /** All between the outer braces, as written. Spans count from the start of the path. */
  readonly written: Located<string>;
  /** The bare names, as parameters bear them; mostly one, none for a nameless `{*}` and for a query (`{?page}`). */
  readonly names: readonly Located<string>[];
  /** What follows the name after `:` or `=`: an expression, a type or a pattern. */
  readonly constraint: string | undefined;
  /** `;` and `.` stand in the request, too (RFC 6570 §3.2.7, §3.2.5); empty otherwise. */
  readonly prefix: '' | ';' | '.';
  /** True when it matches slashes: all that is left of a path. */
  readonly isRest: boolean;
}

/** So many paths are kept: what is asked of a path is asked by many rules, and of all paths again when one changes. */
const mostPaths = 5000;

/** The template expressions of a path, outermost braces only. */
export function templateExpressions(path: string): readonly TemplateExpression[] {
  return path.includes('{') ? expressionsOf(path) : [];
}

const expressionsOf = remembered(
  (path): readonly TemplateExpression[] =>
    bracedSpans(path).map(({ start, end }) => readExpression(path.slice(start + 1, end - 1), start + 1)),
  mostPaths,
);

/** The parts between the slashes, empty ones left out: `/users/{id}` has `users` and `{id}`. Slashes within braces part nothing. */
export const segmentsOf = remembered((path): readonly string[] => {
  const shown = path.includes('{') ? hideBraced(path) : path;
  const end = pathEnd(path);
  const segments: string[] = [];
  for (let start = 0; start < end; ) {
    const slash = shown.indexOf('/', start);
    const next = slash < 0 ? end : Math.min(slash, end);
    if (next > start) segments.push(path.slice(start, next));
    start = next + 1;
  }
  return segments;
}, mostPaths);

/** Where a query or fragment begins, outside of braces; the length of the path where there is none. */
export function pathEnd(path: string): number {
  const query = path.search(/[?#]/);
  if (query < 0) return path.length;
  return path.includes('{') ? hideBraced(path).search(/[?#]|$/) : query;
}

/** The bare names of the parameters in a path; spans count from its start. */
export function templateNames(path: string): readonly Located<string>[] {
  return templateExpressions(path).flatMap(({ names }) => names);
}

/** The one expression that a segment consists of: `{id}`, but not `{id}.json`; undefined for any other segment. */
export function wholeExpression(segment: string): TemplateExpression | undefined {
  const [expression] = templateExpressions(segment);
  return expression?.written.span.start === 1 && expression.written.span.end === segment.length - 1
    ? expression
    : undefined;
}

/** True when the path ends in a parameter: `/users/{id}`. */
export function endsInExpression(path: string): boolean {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  return path[end - 1] === '}' && bracedSpans(path).at(-1)?.end === end;
}

/**
 * The path with its parameters taken out: two paths with the same one match requests of one shape. `/users/{}`; `{+}` for what
 * matches slashes; a pattern of segments is written out (`/{name=shelves/*}` is `/shelves/{}`).
 */
export function erasedTemplate(path: string): string {
  return path.includes('{') ? erasedOf(path) : path;
}

const erasedOf = remembered((path): string => {
  let [erased, last] = ['', 0];
  for (const expression of templateExpressions(path)) {
    const { start, end } = expression.written.span;
    erased += path.slice(last, start - 1) + erasedExpression(expression);
    last = end + 1;
  }
  return erased + path.slice(last);
}, mostPaths);

function erasedExpression({ constraint, prefix, isRest, written }: TemplateExpression): string {
  if (isRest) return '{+}';
  const isSegments = constraint !== undefined && /=[^:=]*\*/.test(written.value);
  return isSegments ? constraint.replace(/\*+/g, '{}') : `${prefix}{}`;
}

/** Operators before a list of names; of these `?`, `&` and `#` belong to the query and the fragment. */
const notation = /^([+./;*?&#]*)([^:=]*)(?:[:=](.*))?$/s;
const anyRest = /^(?:\.[*+]|path|\*\*|.*\/\*\*)$/;

function readExpression(value: string, start: number): TemplateExpression {
  const [, operators = '', list = '', constraint] = notation.exec(value) ?? [];
  const written = { value, span: { start, end: start + value.length } };
  const isQuery = /[?&#]/.test(operators);
  const isRest =
    !isQuery && (/[+*]/.test(operators) || /(?:[+*]|\.\.\.)$/.test(list) || anyRest.test(constraint ?? ''));
  const prefix = /^[;.]/.test(operators) && !isRest ? (operators.startsWith(';') ? ';' : '.') : '';
  const names = isQuery ? [] : namesOf(list, start + operators.length);
  return { written, names, constraint, prefix, isRest };
}

function namesOf(list: string, start: number): readonly Located<string>[] {
  const found: Located<string>[] = [];
  let at = start;
  for (const part of list.split(',')) {
    const value = part.replace(/(?:(?<![*+?])[*+?]+|\.{3})\s*$/, '').trim();
    const from = at + (part.length - part.trimStart().length);
    // `{$}` ends a path in some routers.
    if (value !== '' && value !== '$') found.push({ value, span: { start: from, end: from + value.length } });
    at += part.length + 1;
  }
  return found;
}
