import { placeholders } from '#snippets/placeholders.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

const { singular } = placeholders;
const relation = `${singular}Tree`;

export const treeRelation: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-tree',
  title: 'Tree',
  keywords: ['hierarchy', 'parent', 'children', 'self-relation', 'category'],
  description: 'A self-relation from child to parent, indexed; a parent with children cannot be deleted.',
  context: 'model',
  members: {
    columns: [
      { name: 'parentId', type: { kind: 'id of', model: singular }, isOptional: true },
      {
        name: 'parent',
        type: { kind: 'one', model: singular, foreignKey: 'parentId', onDelete: 'Restrict', relation },
        isOptional: true,
      },
      { name: 'children', type: { kind: 'many', model: singular, relation } },
    ],
    attributes: [{ name: 'index', fields: ['parentId'] }],
  },
};
