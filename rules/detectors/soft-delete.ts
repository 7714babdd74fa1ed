import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName } from '#core/text/casing.ts';

const timeNames: ReadonlySet<string> = new Set(
  'deletedat deletedon deletedate deleteddate deletetime deletedtime deletiontime deletiondate softdeletedat'.split(
    ' ',
  ),
);
const flagNames: ReadonlySet<string> = new Set('isdeleted deleted softdeleted issoftdeleted'.split(' '));

/** The time a row was soft-deleted: a DateTime called `deletedAt` or the like. */
export function deletionTimeOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find(({ name, type }) => type.value === 'DateTime' && timeNames.has(foldedName(name.value)));
}

/** The flag that a row is soft-deleted: a Boolean called `isDeleted` or the like. */
export function deletionFlagOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find(({ name, type }) => type.value === 'Boolean' && flagNames.has(foldedName(name.value)));
}
