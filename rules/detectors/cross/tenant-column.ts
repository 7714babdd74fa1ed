import { fieldOf } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/**
 * True for the name of a column that says whose row it is: every query of a tenant asks for it first. Environments and workspaces are
 * called in more words: `runtimeEnvironmentId`.
 */
export function isTenantName(name: string): boolean {
  return (
    tenantName.test(name) || /[a-z](?:Environment|Workspace|Tenant)Id$|_(?:environment|workspace|tenant)_id$/.test(name)
  );
}

const tenantName =
  /^(?:tenant|org|organi[sz]ation|workspace|account|project|company|team|shop|store|environment|realm)_?id$/i;

/** The column by which a table is parted among tenants: required, and the first one of an index already; none where several are. */
export function tenantColumns(model: PrismaModel): readonly string[] {
  const firsts = indexesOf(model).flatMap(({ fields }) => fields[0]?.value ?? []);
  const tenants = [...new Set(firsts)].filter(
    (name) => isTenantName(name) && fieldOf(model, name)?.isOptional === false,
  );
  return tenants.length === 1 ? tenants : [];
}
