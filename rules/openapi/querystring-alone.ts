import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi32 } from '#rules/sources.ts';

export const querystringAlone = localRule({
  id: 'openapi/querystring-alone',
  summary: 'Describe a query string as a whole once, by a media type, and not beside its parts.',
  why: 'A parameter that is the whole query string leaves no room for another one, and its media type says how it is written.',
  item: validity,
  references: [openApi32('Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A part beside the whole',
      bad: `openapi: 3.2.0
paths:
  /orders:
    get:
      parameters:
        - name: filter
          in: querystring
          content:
            application/x-www-form-urlencoded: { schema: { type: object } }
        - { name: «page», in: query, schema: { type: integer } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.2.0
paths:
  /orders:
    get:
      parameters:
        - name: filter
          in: querystring
          content:
            application/x-www-form-urlencoded: { schema: { type: object } }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'A schema alone does not say how it is written',
      bad: `{
  "openapi": "3.2.0",
  "paths": {},
  "components": {
    "parameters": {
      "Filter": { "name": "filter", "in": "querystring", «"schema"»: { "type": "object" } }
    }
  }
}
`,
      good: `{
  "openapi": "3.2.0",
  "paths": {},
  "components": {
    "parameters": {
      "Filter": { "name": "filter", "in": "querystring", "content": { "application/json": {} } }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation', 'openapi.parameter', 'openapi.unused-path-item'],
  *check(node, scope) {
    const { context } = node.kind === 'openapi.unused-path-item' ? node.pathItem : node;
    if (context.version !== '3.2') return;
    if (node.kind === 'openapi.parameter') yield* withSchema(node);
    else if (node.kind === 'openapi.operation') yield* notAlone(node, effectiveParameters(node, scope));
    else
      for (const operation of node.pathItem.operations)
        yield* notAlone(operation, effectiveParameters(operation, scope));
  },
});

function* withSchema({ tree, name, in: place }: Parameter): Iterable<Finding> {
  const schema = findEntry(tree, 'schema');
  if (place?.value !== 'querystring' || schema === undefined) return;
  const message = `The query string “${name?.value ?? ''}” is described by a schema: it needs \`content\`, whose media type says how it is written.`;
  yield { span: schema.key.span, message };
}

function* notAlone(operation: Operation, parameters: readonly Parameter[]): Iterable<Finding> {
  const [whole, second] = parameters.filter((parameter) => parameter.in?.value === 'querystring');
  const other = second ?? parameters.find((parameter) => parameter.in?.value === 'query');
  if (whole === undefined || other === undefined) return;
  const isHere = other.section === operation.section;
  const related = [whole, ...(isHere ? [] : [other])].map(({ section, anchor: span, name }) => ({
    section,
    span,
    message: `“${name?.value ?? ''}” is declared here.`,
  }));
  yield {
    span: isHere ? other.anchor : operation.anchor,
    message: `${operationTitle(operation)} takes the whole query string as “${whole.name?.value ?? ''}”, and “${other.name?.value ?? ''}” as a part of it.`,
    related,
  };
}
