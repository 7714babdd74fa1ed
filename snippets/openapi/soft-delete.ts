import { isMap } from '#core/tree/equal-values.ts';
import { listByCursor } from '#snippets/openapi/list-cursor.ts';
import { collectionPath, itemPath, itemResponse, itemSchema, readItem } from '#snippets/openapi/resource.ts';
import { problems } from '#snippets/openapi/shared-components.ts';
import { withChange } from '#snippets/openapi/with-change.ts';
import type { OpenApiPattern, OperationChange, PathPart, Values } from '#snippets/pattern.ts';
import { placeholders } from '#snippets/placeholders.ts';

const { singular, words, pluralWords } = placeholders;

const remove: Values = {
  operationId: `delete${singular}`,
  summary: `Delete one ${words}`,
  description: `The ${words} stays stored with deletedAt set, and no longer shows in lists.`,
  responses: { '204': { description: 'Deleted.' }, ...problems('400', '401', '404', '429', 'default') },
};

const restore: Values = {
  operationId: `restore${singular}`,
  summary: `Restore one deleted ${words}`,
  responses: { '200': itemResponse, ...problems('400', '401', '404', '409', '429', 'default') },
};

const includeDeleted: Values = {
  name: 'includeDeleted',
  in: 'query',
  description: `Whether to list deleted ${pluralWords} too.`,
  schema: { type: 'boolean', default: false },
};

const deletedAt: Values = {
  type: 'string',
  format: 'date-time',
  readOnly: true,
  description: 'When it was deleted; absent while it is not.',
};

const restorePath = `${itemPath}/restore`;
const listDeletedToo: OperationChange = { methods: ['get'], parameters: [includeDeleted] };
const list = withChange(listByCursor, listDeletedToo);

const parts: readonly [PathPart, ...PathPart[]] = [
  { path: collectionPath, operations: {}, withNew: { get: list }, changes: [listDeletedToo], pagesBy: 'cursor' },
  { path: itemPath, operations: { delete: remove }, withNew: { get: readItem } },
  { path: restorePath, operations: { post: restore } },
];

export const softDelete: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-soft-delete',
  title: 'Soft delete and restore',
  keywords: ['DELETE', 'restore', 'undelete', 'archive', 'trash'],
  description: 'DELETE with 204, POST restore, includeDeleted on the list, and a read-only deletedAt.',
  components: {
    schemas: { [singular]: { ...itemSchema, properties: { ...propertiesOf(itemSchema), deletedAt } } },
  },
  contributions: [
    {
      context: 'paths',
      body: {
        [collectionPath]: { get: list },
        [itemPath]: { get: readItem, delete: remove },
        [restorePath]: { post: restore },
      },
    },
  ],
  insertion: { kind: 'paths', parts, itemProperties: { deletedAt } },
};

function propertiesOf({ properties }: Values): Values {
  return properties !== undefined && isMap(properties) ? properties : {};
}
