import type { Schema } from '#core/openapi/model.ts';
import { type Finding, localRule, type Scope } from '#core/rule.ts';
import { findBoolean, findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { isTyped, soleType } from '#rules/detectors/openapi/schema-types.ts';
import { schemaName } from '#rules/schema-name.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const nullableTyped = localRule({
  id: 'openapi/nullable-typed',
  summary: 'Write `nullable` beside the `type` it adds null to.',
  why: '`nullable` adds null to the `type` of the same schema. Beside `allOf` or `oneOf` alone it adds nothing, and strict validators refuse null.',
  item: validity,
  references: [olderOpenApi('3.0.4', 'Schema Object', 'schema-object')],
  severity: 'warning',
  // Nearly all tools take it as it is meant.
  recommended: false,
  examples: [
    {
      title: 'A reference that is to be nullable',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        customer:
          allOf:
            - $ref: '#/components/schemas/Customer'
          «nullable»: true
    Customer:
      type: object
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        customer:
          $ref: '#/components/schemas/Customer'
    Customer:
      type: object
      nullable: true
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['nullable'],
  check(schema, scope) {
    const { context, tree } = schema;
    if (context.version !== '3.0' || findBoolean(tree, 'nullable')?.value !== true || isTyped(tree)) return none;
    return refusesNull(schema, scope) ? [untyped(schema)] : none;
  },
});

const none: readonly Finding[] = [];

/** True where null is no value of what the schema is made of. */
function refusesNull({ allOf, anyOf, oneOf }: Schema, { resolve }: Pick<Scope, 'resolve'>): boolean {
  const isOther = (branch: Schema['allOf'][number]): boolean => {
    const resolved = resolve(branch);
    const isNullable = resolved === undefined || findBoolean(resolved.tree, 'nullable')?.value === true;
    return resolved !== undefined && !isNullable && soleType(resolved) !== undefined;
  };
  return allOf.some(isOther) || [anyOf, oneOf].some((branches) => branches.length > 0 && branches.every(isOther));
}

function untyped(schema: Schema): Finding {
  const name = schemaName(schema);
  return {
    span: findEntry(schema.tree, 'nullable')?.key.span ?? schema.anchor,
    message: `“nullable” adds nothing to ${name === undefined ? 'this schema' : `“${name}”`}, which has no type of its own.`,
    cause: {
      key: 'nullable',
      message: (count) => `“nullable” adds nothing to ${count} schemas, which have no type of their own.`,
    },
  };
}
