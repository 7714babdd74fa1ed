import type { Schema } from '#core/openapi/model.ts';
import { locatedStrings } from '#core/openapi/read/located-strings.ts';
import { type Finding, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findString, findValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { meantFormat } from '#rules/detectors/openapi/mistaken-format.ts';
import { soleType, spokenType } from '#rules/detectors/openapi/schema-types.ts';
import { asNumber, asString, setting, withoutFormat } from '#rules/fixes/openapi/refitted-format.ts';
import { schemaName } from '#rules/schema-name.ts';
import { formatRegistry, jsonSchema } from '#rules/sources.ts';
import { plainNumberFormats, stringFormats } from '#rules/words/formats.ts';

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
  if (type === 'string') return plainNumberFormats.has(format.value) ? [ofNumbers(schema, format)] : none;
  return stringFormats.has(format.value) ? [misplaced(schema, format, type)] : none;
}

function ofNumbers(schema: Schema, { value, span }: Located<string>): Finding {
  const name = schemaName(schema);
  return {
    span,
    message: `The format “${value}” is one of numbers, and ${name === undefined ? 'this' : `“${name}”`} is a string.`,
    fixes: [...asNumber(schema, value), withoutFormat(schema)],
    cause: {
      key: `${value} string`,
      message: (count) => `The format “${value}” is one of numbers, and ${count} schemas that have it are strings.`,
      fixTitle: (count) => `Let format and type fit in ${count} schemas`,
    },
  };
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
    fixes: [...asString(schema, value), withoutFormat(schema)],
    cause: {
      key: `${value} ${type}`,
      message: (count) =>
        `The format “${value}” is one of strings, and ${count} schemas that have it are of another type: ${has}.`,
      fixTitle: (count) => `Let format and type fit in ${count} schemas`,
    },
  };
}
