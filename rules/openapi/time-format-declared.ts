import type { Parameter, Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { lackingTimeFormats } from '#rules/detectors/openapi/time-form.ts';
import { namedTime } from '#rules/detectors/openapi/time-name.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { sayFormat } from '#rules/fixes/openapi/say-format.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

export const timeFormatDeclared = localRule({
  id: 'openapi/time-format-declared',
  summary: 'Say by a format how times are written.',
  why: 'A bare string may be `2024-03-01`, `03/01/2024` or seconds since 1970: each client guesses, and generated ones get a text where they could get a time.',
  item: fieldTypes,
  references: [zalando(238), zalando(169), azure('json-date-time-is-rfc3339'), rfc(3339, '5.6')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A time that may be any text',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «createdAt»:
          type: string
          description: When the order was placed.
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
          description: When the order was placed.
`,
    },
    {
      title: 'The example tells which one is meant',
      bad: `{
  "swagger": "2.0",
  "definitions": {
    "Invoice": {
      "properties": {
        «"due_date"»: { "type": "string", "example": "2024-03-31" }
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
        "due_date": { "type": "string", "format": "date", "example": "2024-03-31" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema', 'openapi.parameter'],
  having: ['type', 'schema'],
  check(node) {
    const name = node.name?.value;
    if (name === undefined || namedTime(name) === 'none') return none;
    if (node.kind === 'openapi.schema') return node.role === 'property' ? judge(node, node, name) : none;
    const { schema } = node;
    return schema?.kind === 'openapi.schema' ? judge(schema, node, name) : none;
  },
});

const none: readonly Finding[] = [];

function judge(schema: Schema, { anchor, description, tree }: Schema | Parameter, name: string): readonly Finding[] {
  const formats = lackingTimeFormats(schema, name, description?.value, tree);
  const [format] = formats;
  if (format === undefined) return none;
  const owner = ownerTitle(schema.location);
  const message = `“${name}”${owner === undefined ? '' : ` of ${owner}`} is a time without a format. Say \`format: ${format}\`, or how else it is written.`;
  const fixes = isWrittenInPlace(schema, 'type') ? formats.map((each) => sayFormat(schema, name, each)) : [];
  return [{ span: anchor, message, fixes, cause: manyOf(format) }];
}

function manyOf(format: string): Cause {
  return {
    key: format,
    message: (count) => `${count} times have no format. Say \`format: ${format}\`, or how else they are written.`,
    fixTitle: (count) => `Say \`format: ${format}\` of ${count} times`,
  };
}
