import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { perhapsTenantNouns, tenantNouns } from '#rules/words/tenants.ts';

/** A column that says whose row it is. */
export interface TenantColumn {
  readonly field: PrismaField;
  /** `tenant` of `tenantId` and `tenant_uuid`. */
  readonly noun: string;
  /** It is called nothing else: `tenantId`, not `teamId`. */
  readonly isSure: boolean;
}

/** The columns by which the rows of a model may be parted among tenants. */
export function tenantColumnsOf({ fields }: PrismaModel): readonly TenantColumn[] {
  return fields.flatMap((field) => {
    const noun = nounOf(field);
    if (noun === undefined) return [];
    return [{ field, noun, isSure: tenantNouns.has(noun) }];
  });
}

/** True for the model of the tenants themselves, by its name alone. */
export function isTenantModelName(name: string): boolean {
  return tenantNouns.has(singularOf(foldedName(name)));
}

function nounOf({ name, type, isList }: PrismaField): string | undefined {
  const words = wordsOf(name.value);
  const last = words.at(-1) ?? '';
  if (isList || !['String', 'Int', 'BigInt', 'Bytes'].includes(type.value)) return undefined;
  const joined = words.length === 1 && last.endsWith('id') ? last.slice(0, -2) : undefined;
  const noun = joined ?? (words.length === 2 && ['id', 'uuid', 'key'].includes(last) ? words[0] : undefined);
  return noun !== undefined && (tenantNouns.has(noun) || perhapsTenantNouns.has(noun)) ? tenantNoun(noun) : undefined;
}

/** One noun for all spellings of it. */
export function tenantNoun(noun: string): string {
  return noun === 'org' || noun === 'organisation' ? 'organization' : noun;
}
