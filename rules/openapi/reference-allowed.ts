import type { StrayReference } from '#core/openapi/spec/fault.ts';
import { methods } from '#core/openapi/spec/methods.ts';
import { type Finding, localRule } from '#core/rule.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findNode, findString } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { belowSchema } from '#rules/fixes/openapi/below-schema.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const referenceAllowed = localRule({
  id: 'openapi/reference-allowed',
  summary: 'Write a `$ref` only where the specification allows one.',
  why: 'Some tools follow a `$ref` wherever it stands, others refuse it, or take it for a name: what it leads to is there for some only.',
  item: validity,
  references: [openApi('Reference Object', 'reference-object'), openApiVersions],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A reference in place of a list',
      bad: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      «parameters»: { $ref: '#/components/x-lists/Paging' }
      responses:
        '200': { description: The orders. }
components:
  x-lists:
    Paging:
      - { name: page, in: query, schema: { type: integer } }
`,
      good: `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders:
    get:
      parameters:
        - $ref: '#/components/parameters/Page'
      responses:
        '200': { description: The orders. }
components:
  parameters:
    Page: { name: page, in: query, schema: { type: integer } }
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section }) {
    for (const fault of faults)
      if (fault.kind === 'stray-reference') yield schemaAsMediaType(fault, section) ?? strayReference(fault);
  },
});

function strayReference({ pointer, label }: StrayReference): Finding {
  const isOperation = pointer.length === 3 && pointer[0] === 'paths' && methods.has(pointer[2] ?? '');
  // A path may be a reference, its operations may not.
  const remedy = isOperation
    ? 'let whole paths refer to files with their operations, or write these out'
    : 'write out what stands there, or refer to its parts';
  return {
    span: label.span,
    message: `“${pointer.at(-1) ?? ''}” is a reference, and the specification allows none there: ${remedy}.`,
    cause: {
      key: isOperation ? 'operation' : '',
      message: (count) =>
        isOperation
          ? `${count} operations are references, and the specification allows none there: ${remedy}.`
          : `${count} references stand where the specification allows none: ${remedy}.`,
    },
  };
}

/** A media type that refers to a schema of the components means that its body is one. */
function schemaAsMediaType({ pointer, label, field }: StrayReference, section: TreeSection): Finding | undefined {
  const value = findNode(section.tree, pointer.slice(section.pointer.length));
  const target = field === 'content' ? findString(value, '$ref')?.value : undefined;
  if (target === undefined || !/#\/(?:components\/schemas|definitions)\/[^/]+$/.test(target)) return undefined;
  return {
    span: label.span,
    message: `“${pointer.at(-1) ?? ''}” refers to a schema itself. Put the reference below “schema”.`,
    fixes: [belowSchema(section.uri, pointer)],
    cause: {
      key: 'schema',
      message: (count) => `${count} media types refer to schemas themselves. Put the references below “schema”.`,
      fixTitle: (count) => `Put the $refs of ${count} media types below “schema”`,
    },
  };
}
