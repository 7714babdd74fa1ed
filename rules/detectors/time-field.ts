import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName } from '#core/text/casing.ts';

const creationNames = namesOf(
  'createdat createdon created createdate createddate createddatetime createtime createdtime creationdate creationtime datecreated timecreated insertedat addedat dateadded',
);
const updateNames = namesOf(
  'updatedat updatedon updated updatedate updateddate updatetime updatedtime dateupdated lastupdated lastupdatedat lastupdatedon modifiedat modifiedon modified modifieddate datemodified lastmodified lastmodifiedat lastmodifiedon lastmodifieddate changedat changedon lastchanged lastchangedat',
);

/** True for a name such as `createdAt`, `date_created`, `insertedAt`. */
export function isCreationName(name: string): boolean {
  return creationNames.has(foldedName(name));
}

/** True for a name such as `updatedAt`, `modified_on`, `lastUpdated`. */
export function isUpdateName(name: string): boolean {
  return updateNames.has(foldedName(name));
}

/** The field that says when a row was made: by its name, or a time that is `now()` by default. */
export function creationTimeOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find(({ name }) => isCreationName(name.value)) ?? fields.find(isNowByDefault);
}

/** The field that says when a row was last changed: by its name, or by `@updatedAt`. */
export function updateTimeOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find((field) => isUpdateName(field.name.value) || attributeOf(field, 'updatedAt') !== undefined);
}

/** True for a time the database or the client sets when the row is made. */
export function isNowByDefault(field: PrismaField): boolean {
  const value = defaultOf(field);
  return field.type.value === 'DateTime' && value?.kind === 'call' && !isUpdateName(field.name.value);
}

function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
