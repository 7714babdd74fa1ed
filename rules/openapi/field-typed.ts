import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongType } from '#core/openapi/spec/fault.ts';
import { type Finding, localRule } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { isEmptyValue, type TreeNode } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { objectTitle, shapeWords } from '#rules/detectors/openapi/spec-words.ts';
import { oldExclusiveBound } from '#rules/fixes/openapi/old-exclusive-bound.ts';
import { retyped } from '#rules/fixes/openapi/retyped.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const fieldTyped = localRule({
  id: 'openapi/field-typed',
  summary: 'Give every field a value of its type.',
  why: 'Tools refuse a value of another type, or pass it by: a version that is a number loses its zeros, an empty field says nothing.',
  item: validity,
  references: [openApi('Specification', 'specification'), openApiVersions],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A number where text is wanted, and a field without a value',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: «1.10»
  «description»:
paths: {}
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: '1.10'
paths: {}
`,
    },
    {
      title: 'One text where a list is wanted',
      bad: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/orders": {
      "get": {
        "tags": «"orders"»,
        "responses": { "200": { "description": "The orders." } }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/orders": {
      "get": {
        "tags": [
          "orders"
        ],
        "responses": { "200": { "description": "The orders." } }
      }
    }
  }
}
`,
    },
    {
      title: 'Two types in 3.0',
      bad: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      «type»: [string, 'null']
`,
      good: `openapi: 3.0.3
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Name:
      type: string
      nullable: true
`,
    },
    {
      title: 'An exclusive bound as 3.1 has it, in 3.0',
      bad: `openapi: 3.0.3
info: { title: Weather, version: '1' }
paths: {}
components:
  schemas:
    Reading:
      type: object
      properties:
        celsius:
          type: number
          format: double
          exclusiveMinimum: «-2»
`,
      good: `openapi: 3.0.3
info: { title: Weather, version: '1' }
paths: {}
components:
  schemas:
    Reading:
      type: object
      properties:
        celsius:
          type: number
          format: double
          minimum: -2
          exclusiveMinimum: true
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section, context: { version } }) {
    for (const fault of faults) if (fault.kind === 'wrong-type') yield wrongType(fault, version, section);
  },
});

function wrongType(fault: WrongType, version: OpenApiVersion, section: TreeSection): Finding {
  const { value, label, expected, object, field } = fault;
  const wanted = shapeWords(version, expected);
  const remedy = remedyFor(fault, version);
  const name = nameOf(fault);
  const message = isEmptyValue(value)
    ? `${name} has no value: ${wanted} is wanted${fault.isRequired || fault.isWithin ? '' : ', or leave it out'}.`
    : `${name} is ${typeWords(value)}: ${wanted} is wanted${remedy}.`;
  const fix = oldExclusiveBound(fault, version, section) ?? retyped(fault, version, section.text, section.uri);
  return {
    span: label.span,
    message,
    fixes: fix === undefined ? [] : [fix],
    cause: {
      key: `${object} ${field} ${typeWords(value)} ${fault.isWithin} ${fix === undefined}`,
      message: (count) =>
        `“${field}” in ${objectTitle(version, object)} is ${typeWords(value)} ${count} times: ${wanted} is wanted${remedy}.`,
      ...(fix && { fixTitle: (count: number) => `Give “${field}” the type it needs, ${count} times` }),
    },
  };
}

function nameOf({ isWithin, field, pointer }: WrongType): string {
  const own = pointer.at(-1) ?? '';
  if (isWithin && field !== '')
    return /^\d+$/.test(own) ? `Item ${Number(own) + 1} of “${field}”` : `“${own}” in “${field}”`;
  const above = pointer.at(-2);
  return /^\d\d?$/.test(own) && above !== undefined ? `Item ${Number(own) + 1} of “${above}”` : `“${own}”`;
}

function typeWords(value: TreeNode): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`;
  if (value.value === null) return 'empty';
  if (typeof value.value === 'string') return 'text';
  return typeof value.value === 'number' ? 'a number' : String(value.value);
}

/** What people mean by such a value, and how it is written in this version. */
function remedyFor({ object, field, value, isWithin }: WrongType, version: OpenApiVersion): string {
  if (object !== 'schema' || isWithin) return '';
  const isOld = version === '2.0' || version === '3.0';
  if (field === 'required' && value.kind === 'scalar')
    return ', of the properties that are required, in the schema they belong to';
  if (field === 'type' && value.kind === 'list' && version === '3.0')
    return ', and “nullable: true” beside it where null is one';
  if (field === 'exclusiveMinimum' || field === 'exclusiveMaximum') {
    const inclusive = field === 'exclusiveMinimum' ? 'minimum' : 'maximum';
    return isOld ? `, beside the number in “${inclusive}”` : `, in place of the one in “${inclusive}”`;
  }
  if (field === 'examples' && value.kind === 'map') return ' in a schema';
  return '';
}
