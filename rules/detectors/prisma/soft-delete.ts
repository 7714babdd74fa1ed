import { nativeTypeOf } from '#core/prisma/field.ts';
import { primaryKeyOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { isNamedTime } from '#rules/detectors/prisma/named-time.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { deletionFlagNames, deletionTimeNames, deletionWords, workModelWords } from '#rules/words/deletion.ts';

/** The time a row was soft-deleted: a DateTime called `deletedAt` or the like. */
export function deletionTimeOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find(isDeletionTime);
}

/** True for a DateTime called `deletedAt` or the like. */
export function isDeletionTime({ name, type }: PrismaField): boolean {
  return type.value === 'DateTime' && deletionTimeNames.includes(foldedName(name.value));
}

/** The flag that a row is soft-deleted: `isDeleted`, `removed` or the like, as a Boolean or as a number that can be 0 or 1. */
export function deletionFlagOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find((field) => deletionFlagNames.includes(foldedName(field.name.value)) && isFlag(field));
}

/** `deleted Int` may be a count; a native TinyInt or Bit, or a name such as `isDeleted`, `delFlag`, says flag. */
function isFlag(field: PrismaField): boolean {
  if (field.isList) return false;
  if (field.type.value === 'Boolean') return true;
  const words = wordsOf(field.name.value);
  const isNamedFlag = words[0] === 'is' || words.at(-1) === 'flag';
  return field.type.value === 'Int' && (isNamedFlag || /^(?:TinyInt|Bit)$/.test(nativeTypeOf(field)?.name ?? ''));
}

/** Any other column that tells when a row was deleted: `removedAt`, `deletedTimestamp` as a number, `archived_on`. */
export function tellsDeletionTime({ fields }: PrismaModel): boolean {
  return fields.some(({ name, type }) => {
    if (type.value !== 'Boolean' && isNamedTime(name.value, 'deleted')) return true;
    const words = wordsOf(name.value);
    const isDeletion = words.some((word) => deletionWords.includes(word));
    return (
      isDeletion &&
      type.value !== 'Boolean' &&
      /^(?:at|on|date|time|timestamp|ts|ms|when|since)$/.test(words.at(-1) ?? '')
    );
  });
}

/** True where a row is about a deletion, or about work that is done and thrown away: `PendingDeletion`, `CleanupJob`. */
export function isAboutDeletion({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => deletionWords.includes(word) || workModelWords.includes(word));
}

/** True where a row is one version of a thing, so that a deleted one is a tombstone with the version's own time. */
export function isVersioned(model: PrismaModel): boolean {
  const { fields, section } = model;
  const key = primaryKeyOf(model)?.fields ?? [];
  const isKeyedByVersion = key.length > 1 && key.some(({ value }) => isVersionColumn(value, model));
  const isValidFor = fields.some(({ name }) =>
    /^(?:valid|effective|sys|system|row)(?:from|to|start|end|until)(?:date|time|at|ts)?$/.test(foldedName(name.value)),
  );
  return isKeyedByVersion || isValidFor || commentsSay(section.text, /\btombstones?\b/i);
}

function isVersionColumn(name: string, { fields }: PrismaModel): boolean {
  const isTime = fields.some((field) => field.name.value === name && field.type.value === 'DateTime');
  return isTime || wordsOf(name).some((word) => ['version', 'revision', 'generation', 'sequence'].includes(word));
}
