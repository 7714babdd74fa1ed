import type { Schema } from '#core/openapi/model.ts';
import { isOfKind, kindsByKeyword, type ValueKind } from '#core/openapi/spec/keyword-types.ts';
import { type Cause, type Finding, type Fix, localRule } from '#core/rule.ts';
import { entriesOf, isEmptyValue, type Scalar, type TreeEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { spokenType, writtenTypes } from '#rules/detectors/openapi/schema-types.ts';
import {
  liftedToArray,
  mapped,
  removal,
  requiredOfItems,
  respelled,
  retyped,
} from '#rules/fixes/openapi/keywords-fitted.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaName } from '#rules/schema-name.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const schemaKeywordFitsType = localRule({
  id: 'openapi/schema-keyword-fits-type',
  summary: 'Use keywords that speak of the type of the schema.',
  why: 'A keyword for another type is ignored: `maxLength` bounds no integer, and `properties` describe no array. What its author meant to promise is not promised.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object'), jsonSchema('6')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A length of an integer',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        number:
          type: integer
          minimum: 1
          «maxLength»: 8
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        number:
          type: integer
          minimum: 1
`,
    },
    {
      title: 'Properties of a string',
      bad: `{
  "swagger": "2.0",
  "definitions": {
    "Address": {
      "type": "string",
      «"properties"»: { "street": { "type": "string" } },
      "required": ["street"]
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "definitions": {
    "Address": {
      "type": "object",
      "properties": { "street": { "type": "string" } },
      "required": ["street"]
    }
  }
}
`,
    },
    {
      title: 'A number of items that stands in the items',
      bad: `openapi: 3.0.3
components:
  schemas:
    Level:
      type: array
      items:
        type: string
        «minItems»: 2
        maxItems: 2
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Level:
      type: array
      items:
        type: string
      minItems: 2
      maxItems: 2
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check(schema) {
    const found = strayKeywords(schema);
    return found.length === 0 ? noFindings : found.map((stray) => strayFinding(schema, stray));
  },
});

/** Keywords of one schema that speak of one kind of value, which it has not. */
interface StrayKeywords {
  readonly kind: ValueKind;
  readonly entries: readonly [TreeEntry, ...TreeEntry[]];
  readonly types: readonly string[];
  /** True where no keyword speaks of the type it has. */
  readonly isAlone: boolean;
}

function strayKeywords(schema: Schema): readonly StrayKeywords[] {
  const types = writtenTypes(schema);
  if (types === undefined) return none;
  const kinds = kindsByKeyword(schema.context.version);
  let isAlone = true;
  let found: Map<ValueKind, [TreeEntry, ...TreeEntry[]]> | undefined;
  for (const entry of entriesOf(schema.tree)) {
    const kind = kinds.get(entry.key.value);
    if (kind === undefined) continue;
    if (types.some((type) => isOfKind(type, kind))) isAlone = false;
    else if (isMeant(entry)) {
      found ??= new Map();
      const known = found.get(kind);
      if (known === undefined) found.set(kind, [entry]);
      else known.push(entry);
    }
  }
  if (found === undefined) return none;
  const isOnly = isAlone && found.size === 1;
  return [...found].map(([kind, entries]) => ({ kind, entries, types, isAlone: isOnly }));
}

const none: readonly StrayKeywords[] = [];
const noFindings: readonly Finding[] = [];

/** Of what a merge brought in others may have use; what holds for every value was hardly meant. */
function isMeant({ key, value, merged }: TreeEntry): boolean {
  if (merged !== undefined || value === undefined || isEmptyValue(value)) return false;
  // `required: true` speaks of the schema's own value.
  if (key.value === 'required') return value.kind === 'list' && value.items.length > 0;
  if (value.kind === 'map') return key.value === 'items' || value.entries.length > 0;
  return value.kind !== 'scalar' || !holdsAnyway(key.value, value.value);
}

function holdsAnyway(keyword: string, value: Scalar): boolean {
  if (keyword === 'additionalProperties') return value === true;
  return keyword.startsWith('min') && keyword !== 'minimum' ? value === 0 : value === false;
}

function strayFinding(schema: Schema, { kind, entries, types, isAlone }: StrayKeywords): Finding {
  const keywords = mapped(entries, ({ key }) => key.value);
  const verb = keywords.length === 1 ? 'has' : 'have';
  const [has, name] = [spokenType(types), schemaName(schema)];
  const isOther = isAlone && keywords.some((keyword) => keyword === 'properties' || keyword === 'items');
  const change = isOther
    ? retyped(schema, kind)
    : (requiredOfItems(schema, keywords) ?? respelled(schema, keywords, types) ?? liftedToArray(schema, keywords));
  const remove = removal(schema, keywords);
  return {
    span: entries[0].key.span,
    message: `${quotedList(keywords)} ${verb} no effect on ${name === undefined ? has : `“${name}”, which is ${has}`}.`,
    fixes: change === undefined ? [remove] : [change, remove],
    cause: causeOf(keywords, has, change ?? remove),
  };
}

function causeOf(keywords: readonly string[], has: string, { title }: Fix): Cause {
  const verb = keywords.length === 1 ? 'has' : 'have';
  return {
    key: `${quotedList(keywords)} ${has} ${title}`,
    message: (count) => `${quotedList(keywords)} ${verb} no effect on ${has}, in ${count} schemas.`,
    fixTitle: (count) => `${title} in ${count} schemas`,
  };
}
