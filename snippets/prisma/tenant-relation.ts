import { placeholders } from '#snippets/placeholders.ts';
import { createdAtColumn, keyColumn, updatedAtColumn } from '#snippets/prisma/usual-columns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

const { singular, pluralVariable } = placeholders;

export const tenantRelation: PrismaPattern = {
  language: 'prisma',
  id: 'prisma-tenant',
  title: 'Tenant',
  keywords: ['multi-tenancy', 'organization', 'workspace', 'account', 'SaaS'],
  description: 'A relation to Tenant, with slugs unique and lists indexed per tenant.',
  context: 'model',
  support: [
    {
      kind: 'model',
      name: 'Tenant',
      columns: [keyColumn, { name: 'name', type: 'string' }, createdAtColumn, updatedAtColumn],
    },
  ],
  members: {
    columns: [
      { name: 'tenantId', type: { kind: 'id of', model: 'Tenant' } },
      { name: 'tenant', type: { kind: 'one', model: 'Tenant', foreignKey: 'tenantId', onDelete: 'Restrict' } },
      { name: 'slug', type: 'string' },
    ],
    attributes: [
      { name: 'unique', fields: ['tenantId', 'slug'] },
      { name: 'index', fields: ['tenantId', 'createdAt'] },
    ],
  },
  otherMembers: { Tenant: [{ name: pluralVariable, type: { kind: 'many', model: singular } }] },
};
