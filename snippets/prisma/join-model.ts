import { placeholders } from '#snippets/placeholders.ts';
import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { ModelBlock, PrismaPattern } from '#snippets/prisma-pattern.ts';

const { singular, variable } = placeholders;
const joinName = `${singular}Tag`;
const backRelation = { name: `${variable}Tags`, type: { kind: 'many', model: joinName } } as const;

const join: ModelBlock = {
  kind: 'model',
  name: joinName,
  columns: [
    { name: `${variable}Id`, type: { kind: 'id of', model: singular } },
    {
      name: variable,
      type: { kind: 'one', model: singular, foreignKey: `${variable}Id`, onDelete: 'Cascade' },
    },
    { name: 'tagId', type: { kind: 'id of', model: 'Tag' } },
    { name: 'tag', type: { kind: 'one', model: 'Tag', foreignKey: 'tagId', onDelete: 'Cascade' } },
    createdAtColumn,
  ],
  key: [`${variable}Id`, 'tagId'],
  attributes: [{ name: 'index', fields: ['tagId'] }],
};

export const joinModel: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-join',
  title: 'Many-to-many through a model',
  keywords: ['many-to-many', 'junction', 'pivot', 'link table', 'tags'],
  description: 'A model between the one under the cursor and Tag, each pair once, both foreign keys indexed.',
  context: 'schema',
  blocks: [join],
  support: [
    {
      kind: 'model',
      name: 'Tag',
      columns: [keyColumn, { name: 'name', type: 'string', attributes: '@unique' }, createdAtColumn, updatedAtColumn],
    },
  ],
  members: { columns: [backRelation] },
  otherMembers: { Tag: [backRelation] },
};
