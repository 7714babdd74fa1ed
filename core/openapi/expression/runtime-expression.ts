import { bracedSpans } from '#core/openapi/effective/braces.ts';
import { formatPointer, parsePointer } from '#core/openapi/reference/reference-target.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Located } from '#core/text/span.ts';

/** What stands for a value of a request or response until there is one (OpenAPI 3.x “Runtime Expressions”). */
export type RuntimeExpression =
  | { readonly source: 'url' | 'method' | 'statusCode' }
  | {
      readonly source: 'header' | 'query' | 'path';
      readonly message: 'request' | 'response';
      readonly name: string;
    }
  /** The whole body where the pointer has no steps. */
  | { readonly source: 'body'; readonly message: 'request' | 'response'; readonly pointer: readonly string[] };

const whole = /^\$(url|method|statusCode)$/;
const part = /^\$(request|response)\.(?:(query|path)\.(.+)|(header)\.([\w!#$%&'*+.^`|~-]+))$/s;
const body = /^\$(request|response)\.body(?:#(|\/.*))?$/s;

/** Undefined for what is no expression. */
export function readRuntimeExpression(text: string): RuntimeExpression | undefined {
  const [, source] = whole.exec(text) ?? [];
  if (source === 'url' || source === 'method' || source === 'statusCode') return { source };
  const [, holder, place, name, header, headerName] = part.exec(text) ?? [];
  if (place === 'query' || place === 'path') return { source: place, message: messageOf(holder), name: name ?? '' };
  if (header !== undefined) return { source: 'header', message: messageOf(holder), name: headerName ?? '' };
  const [found, owner, pointer = ''] = body.exec(text) ?? [];
  return found === undefined
    ? undefined
    : { source: 'body', message: messageOf(owner), pointer: parsePointer(pointer) };
}

function messageOf(text: string | undefined): 'request' | 'response' {
  return text === 'response' ? 'response' : 'request';
}

/** The text of an expression that leads into a body. */
export function bodyExpression(message: 'request' | 'response', pointer: readonly string[]): string {
  return `$${message}.body${pointer.length === 0 ? '' : `#${formatPointer(pointer)}`}`;
}

/**
 * What is meant as an expression in a text: all of it where it begins with a `$`, or what stands in braces. Spans count from the
 * start of the text. Constants and plain URLs have none.
 */
export function expressionsIn(text: string): readonly Located<string>[] {
  if (meansExpression(text)) return [{ value: text, span: { start: 0, end: text.length } }];
  return bracedSpans(text).flatMap(({ start, end }) => {
    const value = text.slice(start + 1, end - 1);
    return meansExpression(value) ? { value, span: { start: start + 1, end: end - 1 } } : [];
  });
}

const firstWords = ['request', 'response', 'url', 'method', 'statusCode'];
const places = ['body', 'header', 'query', 'path'];

/** True for an expression, and for a slip of one: another case, a letter off, the `$` or the `#` left out. `$5` is a constant. */
function meansExpression(text: string): boolean {
  const [, dollar, word = '', place] = /^(\$?)([A-Za-z]+)(?:\.([A-Za-z]+))?/.exec(text) ?? [];
  if (dollar === '$') return nearestName(word, firstWords) !== undefined;
  return /^(?:request|response)$/i.test(word) && place !== undefined && nearestName(place, places) !== undefined;
}

/** The expression that is meant by a slip of one; undefined where that is not sure. */
export function mendedExpression(text: string): string | undefined {
  const [, word = '', rest = ''] = /^\$?([A-Za-z]+)(.*)$/s.exec(text.trim()) ?? [];
  const first = nearestName(word, firstWords);
  const mended = first === 'request' || first === 'response' ? mendedSource(first, rest) : rest === '' && `$${first}`;
  return mended && mended !== text && readRuntimeExpression(mended) !== undefined ? mended : undefined;
}

function mendedSource(message: 'request' | 'response', rest: string): string | undefined {
  const [, word = '', after = ''] = /^[./#]([A-Za-z]+)(.*)$/s.exec(rest) ?? [];
  const place = nearestName(word, places);
  if (place === undefined) return undefined;
  if (place !== 'body') return `$${message}.${place}${after.replace(/^[/#]+/, '.')}`;
  const steps = after.replace(/^[./#$]+/, '');
  // What stands behind a `#` is a pointer but for its first slash, and what stands behind a dot a path of names.
  const pointer = /^[.[]/.test(after) ? steps.split('.') : parsePointer(`/${steps}`);
  return bodyExpression(message, steps === '' ? [] : pointer);
}
