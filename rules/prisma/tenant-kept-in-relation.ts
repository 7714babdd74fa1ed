import type { PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule } from '#core/rule.ts';
import { tenantRows } from '#rules/checklist.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isTenantModelName, tenantColumnsOf } from '#rules/detectors/prisma/tenant-column.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';

const project = (key: string): string => `model Project {
  id       Int    @id @default(autoincrement())
  tenantId Int
  title    String
  tasks    Task[]
${key}}

`;

export const tenantKeptInRelation = localRule({
  id: 'prisma/tenant-kept-in-relation',
  summary: 'Let a relation lead to a row of the same tenant only.',
  why:
    'A foreign key over the id alone leads to rows of any tenant: a request with the id of somebody else’s project hangs a task into it, and no constraint minds. ' +
    'A key over tenant and id, which the other model declares unique, cannot lead out of the tenant.',
  item: tenantRows,
  references: [
    prismaDocumentation('Relations', 'prisma-schema/data-model/relations'),
    postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A task in anybody’s project',
      bad: `${project('')}model Task {
  id        Int     @id @default(autoincrement())
  tenantId  Int
  «project»   Project @relation(fields: [projectId], references: [id])
  projectId Int

  @@index([projectId])
}
`,
      good: `${project('\n  @@unique([tenantId, id])\n')}model Task {
  id        Int     @id @default(autoincrement())
  tenantId  Int
  project   Project @relation(fields: [tenantId, projectId], references: [tenantId, id])
  projectId Int

  @@index([tenantId, projectId])
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    const own = sureTenant(model);
    if (own === undefined || !isTable(model)) return;
    if (providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    for (const { field, fields, references } of foreignKeysOf(model)) {
      const target = modelOf(field, scope);
      const other = target && target !== model ? sureTenant(target) : undefined;
      if (target === undefined || other === undefined || isTenantModelName(target.name.value)) continue;
      if (fields.some(({ value }) => value === own) || references.some(({ value }) => value === other)) continue;
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` may lead to the ${target.name.value} of another tenant. Refer to \`[${other}, ${references.map(({ value }) => value).join(', ')}]\`, unique together.`,
        cause: {
          key: 'crossing',
          message: (count) =>
            `${count} relations may lead to rows of another tenant: their foreign keys leave the tenant out.`,
        },
      };
    }
  },
});

/** The column of the tenant, which no row is without; undefined without one that is called nothing else. */
function sureTenant(model: PrismaModel): string | undefined {
  return tenantColumnsOf(model).find(({ field, isSure }) => isSure && !field.isOptional)?.field.name.value;
}
