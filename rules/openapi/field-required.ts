import type { OpenApiVersion, Written } from '#core/openapi/model.ts';
import type { MissingField, TooShort } from '#core/openapi/spec/fault.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { missingRoots } from '#rules/detectors/openapi/missing-roots.ts';
import { objectTitle, quoted } from '#rules/detectors/openapi/spec-words.ts';
import { openApi, openApiVersions } from '#rules/sources.ts';

export const fieldRequired = localRule({
  id: 'openapi/field-required',
  summary: 'Write the fields that the specification requires.',
  why: 'Tools build on the fields that are always there: without one of them they refuse the description, or make something up.',
  item: validity,
  references: [openApi('Specification', 'specification'), openApiVersions],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A response without a description',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      responses:
        «'200'»:
          content:
            application/json:
              schema: { type: array, items: { type: string } }
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
`,
    },
    {
      title: 'A parameter without a schema, and a description without a version',
      bad: `{
  "swagger": "2.0",
  «"info"»: { "title": "Shop" },
  "paths": {
    "/orders": {
      "get": {
        "parameters": [{ "name": «"page"», "in": "query" }],
        "responses": { "200": { "description": "The orders." } }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "info": { "title": "Shop", "version": "1" },
  "paths": {
    "/orders": {
      "get": {
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }],
        "responses": { "200": { "description": "The orders." } }
      }
    }
  }
}
`,
    },
    {
      title: 'A description of nothing',
      bad: `«openapi»: 3.1.0\ninfo: { title: Shop, version: '1' }\n`,
      good: `openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\npaths: {}\n`,
    },
  ],
  on: ['openapi.written', 'openapi.document'],
  *check(node, scope) {
    const {
      context: { version },
    } = node;
    if (node.kind === 'openapi.document') {
      for (const fields of missingRoots(version, scope)) yield missing(node.anchor, 'document', fields, version);
      return;
    }
    for (const fault of node.faults) {
      if (fault.kind === 'missing-field' && !isToldElsewhere(fault))
        yield missing(fault.label.span, fault.object, fault.fields, version, fixesFor(fault, node));
      if (fault.kind === 'too-short' && !isAnsweredElsewhere(fault)) yield tooShort(fault, version, node.section.uri);
    }
  },
});

function missing(
  span: Finding['span'],
  object: MissingField['object'],
  fields: readonly string[],
  version: OpenApiVersion,
  fixes: readonly Fix[] = [],
): Finding {
  const [names, title] = [quoted(fields, 'or'), objectTitle(version, object)];
  return {
    span,
    message: `${names} is missing: ${title} must have ${fields.length > 1 ? 'one of them' : 'it'}.`,
    fixes,
    cause: {
      key: `${object} ${fields.join(' ')} ${fixes.length}`,
      message: (count) =>
        `${names} is missing ${count} times: ${title} must have ${fields.length > 1 ? 'one of them' : 'it'}.`,
      ...(fixes.length > 0 && { fixTitle: (count: number) => `Add ${names}, ${count} times` }),
    },
  };
}

function tooShort({ label, field, object, pointer }: TooShort, version: OpenApiVersion, uri: string): Finding {
  const title = objectTitle(version, object);
  // Where nothing is required, nothing need be said of it.
  const fixes: readonly Fix[] =
    object === 'schema' && field === 'required'
      ? [{ title: 'Remove the empty “required”', safety: 'safe', changes: [{ kind: 'remove', uri, pointer }] }]
      : [];
  return {
    span: label.span,
    message: `“${field}” is empty: it must have one item at least.`,
    fixes,
    cause: {
      key: `empty ${object} ${field}`,
      message: (count) => `“${field}” in ${title} is empty ${count} times: it must have one item at least.`,
      ...(fixes.length > 0 && { fixTitle: (count: number) => `Remove “${field}” where it is empty, ${count} times` }),
    },
  };
}

/** What operations answer is told of with what they should answer; of those at no path, nothing is. */
function isAnsweredElsewhere({ object, pointer }: TooShort): boolean {
  return object === 'responses' && pointer[0] !== 'components' && pointer.at(-2) !== 'options';
}

/** An operation that answers nothing is told of with what it should answer; preflight requests are not. */
function isToldElsewhere({ object, fields, pointer }: MissingField): boolean {
  return object === 'operation' && fields[0] === 'responses' && pointer.at(-1) !== 'options';
}

/** Scopes may be none: that is said by an empty map (OpenAPI 3.x “OAuth Flow Object”). */
function fixesFor({ fields: [field], pointer }: MissingField, { section: { uri } }: Written): readonly Fix[] {
  if (field !== 'scopes') return [];
  const change = { kind: 'set', uri, pointer: [...pointer, field], value: {} } as const;
  return [{ title: 'Say that there are no scopes', safety: 'safe', changes: [change] }];
}
