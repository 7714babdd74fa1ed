import type { PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { activityNouns } from '#rules/words/growing-nouns.ts';
import { ownedModelWords, ownRecordNouns } from '#rules/words/part-models.ts';

/**
 * True for a model whose rows are a part of another one's: it is named after the owner (`TrunkUri`, `GroupRole`), or is what an
 * owner has (`PricingTier`) and goes with it. What people make, order or join is a record of its own: `TeamInvitation`.
 */
export function isNamedPart(model: PrismaModel): boolean {
  const words = wordsOf(model.name.value).map(singularOf);
  const last = words.at(-1) ?? '';
  if (ownRecordNouns.has(last) || activityNouns.has(last)) return false;
  const keys = foreignKeysOf(model);
  if (ownedModelWords.has(last) && keys.some(({ onDelete }) => onDelete?.value === 'Cascade')) return true;
  const owners = [...keys.map(({ field }) => bareType(field)), ...model.fields.flatMap(ownerById)];
  return owners.some((owner) => isBefore(wordsOf(owner).map(singularOf), words));
}

/** The model `stepId` is named after. */
function ownerById({ name }: PrismaModel['fields'][number]): readonly string[] {
  const stem = name.value.replace(/_?id$/i, '');
  return stem === '' || stem === name.value ? [] : [stem];
}

function isBefore(owner: readonly string[], words: readonly string[]): boolean {
  return owner.length < words.length && owner.every((word, index) => word === words[index]);
}
