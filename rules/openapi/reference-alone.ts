import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { Reference } from '#core/openapi/view.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { type IgnoredSiblings, ignoredSiblings, isProse } from '#rules/detectors/openapi/ignored-siblings.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { quotedList, removeSiblings, wrapReference } from '#rules/fixes/openapi/wrap-reference.ts';
import { olderOpenApi, openApi } from '#rules/sources.ts';

export const referenceAlone = localRule({
  id: 'openapi/reference-alone',
  summary: 'Write nothing beside a `$ref` that the version ignores.',
  why: 'What stands beside a `$ref` looks as if it counted. Up to OpenAPI 3.0 nothing does, from 3.1 on only keywords of schemas, `summary` and `description`: tools drop the rest in silence.',
  item: validity,
  references: [
    olderOpenApi('3.0.4', 'Reference Object', 'reference-object'),
    openApi('Reference Object', 'reference-object'),
  ],
  severity: 'warning',
  recommended: true,
  options: {
    prose: { default: false, description: 'Also report titles, descriptions and examples that are ignored.' },
  },
  examples: [
    {
      title: 'A keyword beside the reference to a schema',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        status:
          $ref: '#/components/schemas/Status'
          «default»: open
    Status:
      type: string
      enum: [open, closed]
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        status:
          allOf:
            - $ref: '#/components/schemas/Status'
          default: open
    Status:
      type: string
      enum: [open, closed]
`,
    },
    {
      title: 'A reference that is to be nullable',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        customer:
          $ref: '#/components/schemas/Customer'
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
          allOf:
            - $ref: '#/components/schemas/Customer'
          type: object
          nullable: true
    Customer:
      type: object
`,
    },
    {
      title: 'A field beside the reference to a parameter',
      bad: `openapi: 3.1.0
paths:
  /orders:
    parameters:
      - $ref: '#/components/parameters/Page'
        «required»: true
components:
  parameters:
    Page:
      name: page
      in: query
      schema:
        type: integer
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    parameters:
      - $ref: '#/components/parameters/Page'
components:
  parameters:
    Page:
      name: page
      in: query
      schema:
        type: integer
`,
    },
  ],
  on: ['openapi.reference'],
  check(reference, scope, { prose }) {
    if (entriesOf(reference.tree).length < 2) return none;
    const version = documentVersion(scope);
    if (version === undefined) return none;
    const ignored = ignoredSiblings(reference, version, prose, scope);
    return ignored === undefined ? none : [found(reference, version, ignored)];
  },
});

const none: readonly Finding[] = [];

function found(reference: Reference, version: OpenApiVersion, ignored: IgnoredSiblings): Finding {
  const [first, ...others] = ignored.entries.map(({ key }) => key.value);
  const keys = [first ?? '', ...others] as const;
  const remove = removeSiblings(reference, keys);
  // It counts only where `type` stands in the same schema (3.0.3 “Schema Object”).
  const isNullable = keys.includes('nullable');
  const type = isNullable ? soleType(ignored.target) : undefined;
  const isWrapped = mayWrap(reference, version, ignored) && (!isNullable || type !== undefined);
  const wrap = isWrapped ? [wrapReference(reference, keys, type)] : [];
  const verb = others.length === 0 ? 'is' : 'are';
  return {
    span: ignored.entries[0].key.span,
    message: `${quotedList(keys)} ${verb} ignored beside this $ref: ${whatCounts(reference, version)}.`,
    fixes: [...wrap, remove],
    cause: causeOf(keys[0], version, isWrapped),
  };
}

function whatCounts({ to }: Reference, version: OpenApiVersion): string {
  if (version === '2.0' || version === '3.0') return `in OpenAPI ${version} nothing counts beside one`;
  return `only summary and description count beside one that leads to a ${to.replace(/^openapi\./, '').replaceAll('-', ' ')}`;
}

/** All that say the same keyword are one habit. */
function causeOf(key: string, version: OpenApiVersion, isWrapped: boolean): Cause {
  return {
    key: `${key} ${isWrapped}`,
    message: (count) => `“${key}” is ignored beside ${count} $refs: in OpenAPI ${version} it does not count there.`,
    fixTitle: (count) =>
      isWrapped
        ? `Put ${count} $refs into allOf${key === 'nullable' ? ' beside their types' : ''}, so that “${key}” counts`
        : `Remove what is ignored beside ${count} $refs`,
  };
}

/** False where the target says something else: nothing would fit both. */
function mayWrap({ to }: Reference, version: OpenApiVersion, { entries, target }: IgnoredSiblings): boolean {
  if (to !== 'openapi.schema' || (version !== '2.0' && version !== '3.0')) return false;
  const own = new Set(entriesOf(target.tree).map(({ key }) => key.value));
  return entries.every(({ key, value }) => {
    if (key.value === 'required' && value?.kind !== 'list') return false;
    return isProse(key.value) || !exclusive.has(key.value) || !own.has(key.value);
  });
}

/** What can be said once of a value. */
const exclusive = new Set(['type', 'format', 'items', 'allOf', 'discriminator']);
