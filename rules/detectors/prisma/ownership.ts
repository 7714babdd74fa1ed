import { blockId } from '#core/prisma/block-name.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { targetId } from '#core/prisma/named-block.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { Keyed, Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { keyNameOf } from '#rules/detectors/prisma/foreign-key-name.ts';
import { modelLike } from '#rules/detectors/prisma/model-named.ts';
import { globalModelWords } from '#rules/words/tenants.ts';

/** To which other rows those of a model belong. */
export interface OwnershipFact extends Keyed {
  readonly key: 'tenancy';
  readonly kind: 'ownership';
  readonly model: string;
  /** The models it has foreign keys to, or columns that are called after their ids. */
  readonly owners: readonly string[];
  /** All models, and other types, its fields that are no scalars have. */
  readonly related: readonly string[];
  /** It is a user, a plan, a job: of no tenant, or of a person. */
  readonly isNamedGlobal: boolean;
  /** That, or a list of values, or a join of others. */
  readonly isPerhapsGlobal: boolean;
}

/** The fact of a model. */
export function ownershipOf(model: PrismaModel, scope: Scope): OwnershipFact {
  const keys = foreignKeysOf(model);
  const scalars = model.fields.filter(({ type }) => isScalarType(type.value));
  const foreign = new Set(keys.flatMap(({ fields }) => fields.map(({ value }) => value)));
  const isNamedGlobal = wordsOf(model.name.value).some((word) => globalModelWords.has(word));
  const isValues = keys.length === 0 && scalars.length <= fewColumns;
  const isJoin = keys.length > 1 && scalars.length - foreign.size <= fewColumns;
  return {
    key: 'tenancy',
    kind: 'ownership',
    model: blockId(model),
    owners: [...new Set([...keys.map(({ field }) => targetId(field, scope)), ...namedOwners(model, foreign, scope)])],
    related: model.fields.filter(({ type }) => !isScalarType(type.value)).map((field) => targetId(field, scope)),
    isNamedGlobal,
    isPerhapsGlobal: isNamedGlobal || isValues || isJoin,
  };
}

/** A list of values has so many columns, a join so many beside its foreign keys. */
const fewColumns = 3;

function namedOwners(model: PrismaModel, foreign: ReadonlySet<string>, scope: Scope): readonly string[] {
  return model.fields.flatMap((field) => {
    const isOpen = isScalarType(field.type.value) && !field.isList && !foreign.has(field.name.value);
    const key = isOpen ? keyNameOf(field) : undefined;
    const owner = key?.isMarked ? modelLike(key.stem, model, scope) : undefined;
    return owner === undefined ? [] : blockId(owner);
  });
}
