import { mappedName, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, targetId } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { isCopyOfForeign } from '#rules/detectors/prisma/foreign-key-comment.ts';
import {
  foreignSystems,
  mailColumnNames,
  mailIdWords,
  mailModelWords,
  ownIdNames,
  passedAroundWords,
} from '#rules/words/foreign-systems.ts';

/**
 * True where names tell, or leave open, that an id is not one of the model it is called after: `messageId` of an email, `traceId`,
 * `orderId` in a copy of what another system has. What may be either is ours where another model has a foreign key of that name.
 */
export function isIdOfElsewhere(field: PrismaField, model: PrismaModel, target: PrismaModel, scope: Scope): boolean {
  if (namesForeignSystem(mappedName(field)?.value ?? '')) return true;
  if (field.type.value !== 'String' || nativeTypeOf(field)?.name === 'Uuid') return false;
  const stem = wordsOf(field.name.value).slice(0, -1);
  const last = stem.at(-1) ?? '';
  if (mailIdWords.includes(last) && isMail(model)) return true;
  const isCopy = namesForeignSystem(model.name.value) || isCopyOfForeign(model);
  if (isCopy && !ownIdNames.includes(stem.join(''))) return true;
  const isOpen = passedAroundWords.includes(last) || namesForeignSystem(stem.join('_'));
  return isOpen && !isUsedElsewhere(field, target, scope);
}

/** True for a name with the name of another system in it: `stripe_customer_id`. */
function namesForeignSystem(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => foreignSystems.includes(word)) || words[0] === 'external' || words[0] === 'ext';
}

function isMail({ name, fields }: PrismaModel): boolean {
  const isNamed = wordsOf(name.value).some((word) => mailModelWords.includes(word));
  return isNamed || fields.filter((field) => mailColumnNames.includes(foldedName(field.name.value))).length > 1;
}

/** So many models that the target names are looked at. */
const modelsAsked = 50;

/** True where a model that the target names has a foreign key of the same name that leads there. */
function isUsedElsewhere({ name }: PrismaField, target: PrismaModel, scope: Scope): boolean {
  const folded = foldedName(name.value);
  const models = new Set(target.fields.map((field) => targetId(field, scope)));
  return [...models].slice(0, modelsAsked).some((other) => {
    const model = scope.find('prisma.model', other);
    const keys = model === undefined ? [] : foreignKeysOf(model);
    return keys.some(
      ({ field, fields: [first, ...rest] }) =>
        leadsTo(field, target, scope) && rest.length === 0 && foldedName(first?.value ?? '') === folded,
    );
  });
}
