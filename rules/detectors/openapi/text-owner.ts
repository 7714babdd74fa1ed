import type { OpenApiNode } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** How findings name what a description or summary is of: `GET /users`, `the tag “orders”`, `“User”`. */
export function textOwner(node: OpenApiNode): string {
  switch (node.kind) {
    case 'openapi.info':
      return 'the API';
    case 'openapi.operation':
      return operationTitle(node);
    case 'openapi.path-item':
      return node.path.value;
    case 'openapi.server':
      return `the server ${node.url?.value ?? ''}`.trim();
    case 'openapi.tag':
      return node.name === undefined ? 'a tag' : `the tag “${node.name.value}”`;
    case 'openapi.parameter':
      return node.name === undefined ? 'a parameter' : `the parameter “${node.name.value}”`;
    default:
      return `“${pointerOf(node.location).at(-1) ?? 'this file'}”`;
  }
}
