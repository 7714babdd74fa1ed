import type { Schema } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findString, findValue, itemsOf } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { meantFormat } from '#rules/detectors/openapi/mistaken-format.ts';
import { soleType, spokenType } from '#rules/detectors/openapi/schema-types.ts';
import { schemaName } from '#rules/schema-name.ts';
import { formatRegistry, jsonSchema } from '#rules/sources.ts';
import { stringFormats } from '#rules/words/formats.ts';

export const schemaFormatKnown = localRule({
  id: 'openapi/schema-format-known',
  summary: 'Spell formats as the registry does, and give them to the type they are for.',
  why: 'Tools pass over a format they do not know: a `datetime` is validated as any text, and generated clients get a string where they could get a time.',
  item: validity,
  references: [formatRegistry, jsonSchema('7.3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A hyphen is missing',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        createdAt:
          type: string
          format: «datetime»
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        createdAt:
          type: string
          format: date-time
`,
    },
    {
      title: 'A date is no number',
      bad: `{
  "swagger": "2.0",
  "definitions": {
    "Invoice": {
      "properties": {
        "due": { "type": "integer", "format": «"date"» }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "definitions": {
    "Invoice": {
      "properties": {
        "due": { "type": "string", "format": "date" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['format'],
  check(schema) {
    const { format } = schema;
    return format === undefined ? none : formatFindings(schema, format);
  },
});

const none: readonly Finding[] = [];

function formatFindings(schema: Schema, format: Located<string>): readonly Finding[] {
  const type = soleType(schema);
  if (type === undefined) return none;
  const isNumber = type === 'integer' || type === 'number';
  const meant = type === 'string' || isNumber ? meantFormat(format.value, isNumber ? 'number' : 'string') : undefined;
  if (meant !== undefined) return isOtherwise(schema, meant) ? none : [misspelt(schema, format, meant)];
  return type !== 'string' && stringFormats.has(format.value) ? [misplaced(schema, format, type)] : none;
}

/** True where an example shows that something else is meant: `2024-01-01 12:00` is no `date-time`. */
function isOtherwise({ tree }: Schema, meant: string): boolean {
  const form = forms.get(meant);
  const example =
    findString(tree, 'example') ?? locatedStrings(findValue(tree, 'examples'))[0] ?? findString(tree, 'default');
  return form !== undefined && example !== undefined && !form.test(example.value);
}

/** RFC 3339 §5.6. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/],
]);

function misspelt(schema: Schema, { value, span }: Located<string>, meant: string): Finding {
  const name = schemaName(schema);
  const of = name === undefined ? '' : ` of “${name}”`;
  return {
    span,
    message: `The format “${value}”${of} is not known; is “${meant}” meant?`,
    fixes: [{ title: `Write “${meant}” instead`, safety: 'review', changes: [setting(schema, 'format', meant)] }],
    cause: {
      key: value,
      message: (count) => `The format “${value}” of ${count} schemas is not known; is “${meant}” meant?`,
      fixTitle: (count) => `Write “${meant}” instead in ${count} schemas`,
    },
  };
}

function misplaced(schema: Schema, { value, span }: Located<string>, type: string): Finding {
  const name = schemaName(schema);
  const has = spokenType([type]);
  return {
    span,
    message: `The format “${value}” is one of strings${name === undefined ? `, and this is ${has}` : `, and “${name}” is ${has}`}.`,
    fixes: [...refitting(schema, value), removal(schema)],
    cause: {
      key: `${value} ${type}`,
      message: (count) =>
        `The format “${value}” is one of strings, and ${count} schemas that have it are of another type: ${has}.`,
      fixTitle: (count) => `Let format and type fit in ${count} schemas`,
    },
  };
}

/** What the values that are written beside tell: that the type is meant, or that they are seconds; without any a string is. */
function refitting(schema: Schema, format: string): readonly Fix[] {
  const { tree } = schema;
  const seen = [findValue(tree, 'example'), itemsOf(findValue(tree, 'examples'))[0], findValue(tree, 'default')];
  const [first] = seen.filter((value) => value !== undefined);
  const isNumber = first?.kind === 'scalar' && typeof first.value === 'number';
  if (first === undefined && findValue(tree, 'enum') === undefined) {
    return [{ title: 'Change the type to “string”', safety: 'review', changes: [setting(schema, 'type', 'string')] }];
  }
  if (!isNumber || format !== 'date-time') return [];
  return [{ title: 'Write “unixtime” instead', safety: 'review', changes: [setting(schema, 'format', 'unixtime')] }];
}

function setting({ section, location }: Schema, key: string, value: string) {
  return { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), key], value } as const;
}

function removal({ section, location }: Schema): Fix {
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), 'format'] } as const;
  return { title: 'Remove the format', safety: 'review', changes: [change] };
}
