import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { formatRegistry, openApi } from '#rules/sources.ts';

export const binaryInBody = globalRule({
  id: 'openapi/binary-in-body',
  summary: 'Send raw bytes as a body of their own, and encode them in JSON.',
  why: 'JSON has no bytes: what is called binary in it is sent as base64 by one client, as escaped text by another, and broken by a third.',
  item: documentationFormats,
  references: [openApi('Considerations for File Uploads', 'considerations-for-file-uploads'), formatRegistry],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Bytes in a property',
      bad: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                invoice: { type: string, format: «binary» }
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                invoice: { type: string, format: byte }
`,
    },
    {
      title: 'Since 3.1 the encoding has a keyword',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                invoice:
                  type: string
                  format: «binary»
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                invoice:
                  type: string
                  contentEncoding: base64
`,
    },
  ],
  on: ['openapi.media-type'],
  *gather(media, scope): Iterable<Fact> {
    if (!isJsonMediaType(media.name.value) || media.schema === undefined || media.context.version === '2.0') return;
    for (const { schema, property } of bytesIn(media, scope)) {
      const { section, location, format, context } = schema;
      if (format === undefined) continue;
      const pointer = pointerOf(location);
      const key = JSON.stringify([section.uri, ...pointer]);
      const isLater = context.version === '3.1' || context.version === '3.2';
      const isShared = media.schema.kind === 'openapi.reference';
      const { uri } = section;
      yield { key, section, span: format.span, name: media.name.value, property, uri, pointer, isLater, isShared };
    }
  },
  *compare([first]) {
    if (first === undefined) return;
    const { name, property, span, section } = first.value;
    const what = property === undefined ? `A body of ${name}` : `The property “${property}” in ${name}`;
    const message = `${what} is said to be binary, which JSON cannot hold. Send base64, or another media type.`;
    yield {
      section: section,
      value: { span, message, fixes: first.value.isShared ? [] : [encode(first.value)], cause },
    };
  },
});

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** The media type. */
  readonly name: string;
  readonly property: string | undefined;
  readonly uri: string;
  /** Of the schema. */
  readonly pointer: readonly string[];
  /** True from 3.1 on. */
  readonly isLater: boolean;
  /** True for a schema that other media types may have, too: a form takes bytes. */
  readonly isShared: boolean;
}

interface Bytes {
  readonly schema: Schema;
  readonly property: string | undefined;
}

/** The body itself or its items, and their properties, as far as they are written there. */
function bytesIn({ schema }: MediaType, scope: Scope): readonly Bytes[] {
  const resolved = scope.resolve(schema);
  if (resolved === undefined || withoutBytes.has(resolved)) return none;
  const found: Bytes[] = [];
  for (const body of [resolved, inner(resolved)]) {
    if (body === undefined) continue;
    if (isBytes(body)) found.push({ schema: body, property: undefined });
    for (const { name, schema: value } of body.properties) {
      if (value.kind === 'openapi.reference') continue;
      for (const each of [value, inner(value)])
        if (each !== undefined && isBytes(each)) found.push({ schema: each, property: name.value });
    }
  }
  if (found.length === 0) withoutBytes.add(resolved);
  return found;
}

/** Many bodies are one component: it is looked through once. */
const withoutBytes = new WeakSet<Schema>();

const none: readonly Bytes[] = [];

function isBytes({ tree }: Schema): boolean {
  return findString(tree, 'format')?.value === 'binary';
}

/** The items of a list that are written in place. */
function inner({ tree, items }: Schema): Schema | undefined {
  return findEntry(tree, 'items') !== undefined && items?.kind === 'openapi.schema' ? items : undefined;
}

const cause: Cause = {
  key: 'binary',
  message: (count) =>
    `${count} values in JSON are said to be binary, which JSON cannot hold. Send base64, or other media types.`,
  fixTitle: (count) => `Say that ${count} values are base64`,
};

function encode({ uri, pointer, isLater }: Fact): Fix {
  const format = [...pointer, 'format'];
  if (!isLater) {
    const change = { kind: 'set', uri, pointer: format, value: 'byte' } as const;
    return { title: 'Say that the binary value is base64', safety: 'review', changes: [change] };
  }
  const encoding = [...pointer, 'contentEncoding'];
  return {
    title: 'Say that the binary value is base64',
    safety: 'review',
    changes: [
      { kind: 'set', uri, pointer: encoding, value: 'base64', before: ['format'] },
      { kind: 'remove', uri, pointer: format },
    ],
  };
}
