import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { chainPlaces, chainWords, takenOverWords } from '#rules/words/mirrors.ts';

/**
 * True for a copy of what is kept elsewhere: nobody here gives out its key, it has no status and no user, and it says when it was
 * taken over (`importedAt`) or where in a blockchain it stands (`blockNumber`).
 */
export function isMirror(model: PrismaModel): boolean {
  const id = model.fields.find((field) => attributeOf(field, 'id') !== undefined);
  if (id === undefined || attributeOf(id, 'default') !== undefined || defaultOf(id) !== undefined) return false;
  if (model.fields.some(isOurs) || foreignKeysOf(model).some((key) => isOwnKey(key, id))) return false;
  const isHashed = ['hash', 'txhash', 'blockhash'].includes(foldedName(id.name.value));
  return model.fields.some(
    (field) => isTakenOver(field) || isChainPlace(field) || (isHashed && field !== id && isOfChain(field)),
  );
}

function isTakenOver({ name, type, isList }: PrismaField): boolean {
  return type.value === 'DateTime' && !isList && wordsOf(name.value).some((word) => takenOverWords.has(word));
}

function isChainPlace({ name }: PrismaField): boolean {
  return chainPlaces.has(foldedName(name.value));
}

/** `parentBlock`, `txRoot`, `utxoIndex`; not a relation. */
function isOfChain({ name, type }: PrismaField): boolean {
  return type.value === 'String' && wordsOf(name.value).some((word) => chainWords.has(word));
}

/** A status changes here; a user of ours made or edited it. */
function isOurs(field: PrismaField): boolean {
  return (
    /^(?:status|state|userid|ownerid|authorid|createdby(?:id)?|updatedby(?:id)?)$/.test(foldedName(field.name.value)) ||
    people.test(bareType(field))
  );
}

const people = /^(?:app_?)?users?$/i;

/** A foreign key that is the id, too: the row extends another one. */
function isOwnKey({ fields }: { readonly fields: readonly { readonly value: string }[] }, id: PrismaField): boolean {
  return fields.some(({ value }) => value === id.name.value);
}
