import type { Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { findEntry, findNumber } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { namedTitle, schemaInPlace } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { sayFormat } from '#rules/fixes/openapi/say-format.ts';
import { formatRegistry, owasp, zalando } from '#rules/sources.ts';
import { moneyWords } from '#rules/words/money.ts';

export const numberFormatDeclared = localRule({
  id: 'openapi/number-format-declared',
  summary: 'Say how large numbers are, by a format or by their limits.',
  why: 'Without a format each generator chooses its own type: what is an `int` of 32 bits here and a `long` there overflows in one of them.',
  item: fieldTypes,
  references: [zalando(171), formatRegistry, owasp(4)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A count of any size',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «lineCount»:
          type: integer
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        lineCount:
          type: integer
          format: int32
`,
    },
    {
      title: 'A parameter of Swagger 2.0',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/shops": {
      "get": { "parameters": [{ "name": «"radius"», "in": "query", "type": "number" }], "responses": {} }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/shops": {
      "get": { "parameters": [{ "name": "radius", "in": "query", "type": "number", "format": "double" }], "responses": {} }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema', 'openapi.parameter'],
  having: ['type', 'schema'],
  check(node) {
    const schema = schemaInPlace(node);
    const type = schema && soleType(schema);
    if (schema === undefined || (type !== 'integer' && type !== 'number') || isSized(schema)) return none;
    const name = node.name?.value ?? '';
    // Money has a rule of its own, and a status code is small.
    if ((type === 'number' && isMoneyName(name, moneyWords)) || /^(?:http_?)?status(?:_?code)?$/i.test(name))
      return none;
    const formats = type === 'number' ? ['double', 'float'] : isLarge(schema, name) ? ['int64'] : ['int32', 'int64'];
    const [first = ''] = formats;
    return [
      {
        span: node.anchor,
        message: `${namedTitle(node)} is ${type === 'integer' ? 'an integer' : 'a number'} of any size. Say \`format: ${formats.join('` or `')}\`, or its minimum and maximum.`,
        fixes: isWrittenInPlace(schema, 'type') ? formats.map((format) => sayFormat(schema, name, format)) : [],
        cause: manyOf(type, first),
      },
    ];
  },
});

const none: readonly Finding[] = [];

/** A format, an enum, or both limits say it. */
function isSized({ tree, enum: values }: Schema): boolean {
  if (values !== undefined || findEntry(tree, 'format') !== undefined) return true;
  const [least, most] = [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ].map((keys) => keys.some((key) => findNumber(tree, key) !== undefined));
  return least === true && most === true;
}

/** Ids and times in milliseconds outgrow 32 bits. */
function isLarge({ tree }: Schema, name: string): boolean {
  const shown = findNumber(tree, 'example') ?? findNumber(tree, 'default') ?? findNumber(tree, 'maximum');
  if (shown !== undefined && Math.abs(shown.value) > 2 ** 31 - 1) return true;
  return /(?:^id|_id|Id|ID|[Tt]imestamp|_at|At|[Mm]illis|bytes|Bytes)$/.test(name);
}

function manyOf(type: string, format: string): Cause {
  return {
    key: `${type} ${format}`,
    message: (count) => `${count} ${type}s are of any size. Say \`format: ${format}\`, or their minimum and maximum.`,
    fixTitle: (count) => `Say \`format: ${format}\` of ${count} ${type}s`,
  };
}
