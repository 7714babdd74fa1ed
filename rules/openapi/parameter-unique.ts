import type { Operation, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { toPlainValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import {
  type ListedParameter,
  listedParameters,
  parameterIdentity,
} from '#rules/detectors/openapi/listed-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';

export const parameterUnique = localRule({
  id: 'openapi/parameter-unique',
  summary: 'Declare each parameter once in a list.',
  why: 'Of two parameters with the same name and place one is lost: generators fail, or take whichever they read last.',
  item: validity,
  references: [openApi('Operation Object', 'operation-object'), openApi('Path Item Object', 'path-item-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A parameter that was copied',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: status, in: query, schema: { type: string } }
        - { name: «limit», in: query, schema: { type: integer } }
      responses:
        '200': { description: The orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: status, in: query, schema: { type: string } }
      responses:
        '200': { description: The orders. }
`,
    },
    {
      title: 'A shared parameter that is written out, too',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/Limit" },
          { "name": «"limit"», "in": "query", "type": "integer" }
        ],
        "responses": { "200": { "description": "The orders." } }
      }
    }
  },
  "parameters": {
    "Limit": { "name": "limit", "in": "query", "type": "integer" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/Limit" }
        ],
        "responses": { "200": { "description": "The orders." } }
      }
    }
  },
  "parameters": {
    "Limit": { "name": "limit", "in": "query", "type": "integer" }
  }
}
`,
    },
  ],
  on: ['openapi.operation', 'openapi.path-item', 'openapi.unused-path-item'],
  *check(node, scope) {
    if (node.kind !== 'openapi.unused-path-item') yield* doubled(node, scope);
    else for (const view of [node.pathItem, ...node.pathItem.operations]) yield* doubled(view, scope);
  },
});

function* doubled(view: PathItem | Operation, scope: Scope): Iterable<Finding> {
  const known = new Map<string, ListedParameter>();
  for (const listed of listedParameters(view, scope)) {
    const identity = listed.parameter && parameterIdentity(listed.parameter);
    if (identity === undefined) continue;
    const first = known.get(identity);
    if (first === undefined) known.set(identity, listed);
    else yield twice(view, first, listed);
  }
}

function twice(view: PathItem | Operation, first: ListedParameter, { site, parameter }: ListedParameter): Finding {
  const [name = '', place = ''] = [parameter?.name?.value, parameter?.in?.value];
  const title = view.kind === 'openapi.operation' ? operationTitle(view) : `The path “${view.path.value}”`;
  const isSame =
    first.parameter?.tree === parameter?.tree ||
    equalValues(toPlainValue(first.parameter?.tree), toPlainValue(parameter?.tree));
  const changes = [{ kind: 'remove', uri: site.section.uri, pointer: pointerOf(site.location) }] as const;
  const fix: Fix = { title: `Remove the second parameter “${name}”`, safety: 'safe', changes };
  return {
    span: site.anchor,
    message: `${title} declares the ${place} parameter “${name}” twice.`,
    related: [{ section: first.site.section, span: first.site.anchor, message: `“${name}” is declared here first.` }],
    fixes: isSame ? [fix] : [],
  };
}
