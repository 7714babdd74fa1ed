import type { Header, Response, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf, findNumber } from '#core/tree/tree.ts';
import { rateLimits } from '#rules/checklist.ts';
import { headerOf } from '#rules/detectors/openapi/cache-headers.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { rfc } from '#rules/sources.ts';

export const retryAfterTyped = globalRule({
  id: 'openapi/retry-after-typed',
  summary: 'Describe Retry-After as whole seconds, or as an HTTP date.',
  why: 'HTTP clients wait by themselves where they understand the header. A fraction, a negative number or a date of another form they do not.',
  item: rateLimits,
  references: [rfc(9110, '10.2.3')],
  severity: 'warning',
  recommended: false,
  having: ['headers'],
  examples: [
    {
      title: 'A date of another form',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '429':
          description: Too many requests.
          headers:
            «Retry-After»:
              schema:
                type: string
                format: date-time
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '429':
          description: Too many requests.
          headers:
            Retry-After:
              schema:
                type: integer
`,
    },
    {
      title: 'A fraction, in Swagger 2.0',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        503:
          description: Down.
          headers:
            «Retry-After»: { type: number, description: How long to wait. }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        503:
          description: Down.
          headers:
            Retry-After: { type: integer, description: How long to wait. }
`,
    },
  ],
  on: ['openapi.response'],
  *gather(response, scope): Iterable<HeaderFact> {
    const header = headerOf(response, 'retry-after', scope);
    const schema = scope.resolve(header?.schema);
    const fault = schema && faultOf(schema);
    if (header === undefined || schema === undefined || fault === undefined) return;
    yield { key: 'headers', ...headerSite(header, response), fault, owner: ownerOf(schema, header) };
  },
  *compare(facts) {
    for (const { value } of onePerPlace(facts)) yield wrongHeader(value);
  },
});

interface HeaderFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** Tells the header apart, however many responses refer to it. */
  readonly place: string;
  /** The response that has it: `429`, `TooManyRequests`. */
  readonly owner: Owner | undefined;
  readonly response: string;
  readonly fault: string;
}

interface Owner {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** Keywords of the type that it has now. */
  readonly stray: readonly string[];
}

function headerSite({ section, location, anchor }: Header, response: Response) {
  const place = JSON.stringify([section.uri, ...pointerOf(location)]);
  return { section, span: anchor, place, response: pointerOf(response.location).at(-1) ?? '' };
}

/** Undefined for what may be meant: a number of seconds, or a text, which an HTTP date is. */
function faultOf(schema: Schema): string | undefined {
  const types = schema.types.filter((type) => type !== 'null');
  const [type] = types;
  if (type === undefined || types.length > 1) return undefined;
  const format = schema.format?.value ?? '';
  if (type === 'string') return /^date(?:-?time)?$/.test(format) ? `of the format “${format}”` : undefined;
  if (type !== 'integer') return `of the type “${type}”`;
  return (findNumber(schema.tree, 'minimum')?.value ?? 0) < 0 ? 'perhaps negative' : undefined;
}

function ownerOf(schema: Schema, header: Header): Owner | undefined {
  if (schema.section !== header.section || schema.role === 'component' || !isWrittenInPlace(schema)) return undefined;
  const keys = entriesOf(schema.tree).map(({ key }) => key.value);
  // Values that are shown would have to change with the type.
  if (keys.some((key) => /^(?:default|examples?|enum|const|allOf|oneOf|anyOf|items|properties)$/.test(key)))
    return undefined;
  const stray = keys.filter((key) => /^(?:format|minimum|minLength|maxLength|pattern)$/.test(key));
  return { uri: schema.section.uri, pointer: pointerOf(schema.location), stray };
}

function wrongHeader({ section, span, response, fault, owner }: HeaderFact): InSection<Finding> {
  const message = `Retry-After of the response “${response}” is ${fault}. It holds whole seconds, or an HTTP date.`;
  const fixes: readonly Fix[] =
    owner === undefined
      ? []
      : [{ title: 'Describe Retry-After as whole seconds', safety: 'review', changes: asSeconds(owner) }];
  return { section, value: { span, message, fixes, cause: wrongHeaders } };
}

function asSeconds({ uri, pointer, stray }: Owner): readonly [TreeChange, ...TreeChange[]] {
  const removed = stray.map((key): TreeChange => ({ kind: 'remove', uri, pointer: [...pointer, key] }));
  return [{ kind: 'set', uri, pointer: [...pointer, 'type'], value: 'integer' }, ...removed];
}

const wrongHeaders: Cause = {
  key: 'retry-after',
  message: (count) => `${count} Retry-After headers are neither whole seconds nor HTTP dates.`,
  fixTitle: (count) => `Describe ${count} Retry-After headers as whole seconds`,
};
