import type { Completion } from '#core/ask/complete/completion.ts';
import { defaultProposals } from '#core/ask/complete/prisma/prisma-defaults.ts';
import type { PrismaMember } from '#core/ask/complete/prisma/prisma-member.ts';
import { type PrismaPlace, snippetProposal, wordProposal } from '#core/ask/complete/prisma/prisma-proposal.ts';
import { literal, stop } from '#core/ask/complete/snippet.ts';
import { isScalarType } from '#core/prisma/field.ts';
import { nativeTypesFor } from '#core/prisma/native-types.ts';

/** The attributes a field may have beside those it has. */
export function fieldAttributes(place: PrismaPlace, member: PrismaMember): readonly Completion[] {
  const { names } = place;
  const { type, isList, isOptional } = member;
  const isModel = names.isOfKind(type, 'prisma.model');
  const isType = names.isOfKind(type, 'prisma.type');
  const isColumn = !isModel && !isType;
  const holder = names.block?.kind === 'prisma.type' ? 'type' : 'model';
  const inModel = holder === 'model';
  const proposals = [
    ...(isModel && inModel ? [relation(place, isList)] : []),
    ...(isColumn && inModel && !isList && !isOptional && !names.hasId ? [idAttribute(place)] : []),
    ...(isColumn && inModel && !isList ? [uniqueAttribute(place)] : []),
    ...(isColumn ? [defaultAttribute(place, member)] : []),
    ...(type === 'DateTime' && !isList ? [updatedAt(place)] : []),
    ...(isColumn ? nativeTypes(place, type) : []),
    ...(isModel ? [] : [mapAttribute(place)]),
    ...(inModel ? [ignoreAttribute(place)] : []),
  ];
  const hasNative = member.attributes.some((name) => name.includes('.'));
  return proposals.filter(({ label }) => {
    return label.includes('.') ? !hasNative : !member.attributes.includes(label.replace(/\(.*/, ''));
  });
}

/** The attributes of a whole model or enum, beside those it has. */
export function blockAttributes(place: PrismaPlace, keyword: string): readonly Completion[] {
  const { names } = place;
  const { block } = names;
  const attribute = (name: string, args: string, about: string) => {
    const given = args === '' ? '' : `(${args})`;
    return snippetProposal(place, 'attribute', name, `${name}${given}`, { about, isAskedOn: args === '[$1]' });
  };
  const map = attribute('@@map', '"$1"', 'The name in the database.');
  const schema =
    names.schemaNames.length > 0 ? [attribute('@@schema', '"$1"', 'The schema of the database it stands in.')] : [];
  if (keyword === 'enum') return [map, ...schema];
  if (keyword === 'type') return [];
  const isFulltext = names.provider === 'mysql' || names.provider === 'mongodb';
  const taken = block?.kind === 'prisma.model' ? block.attributes.map(({ name }) => `@@${name.value}`) : [];
  const isOnce = (label: string) => !['@@unique', '@@index', '@@fulltext'].includes(label);
  return [
    attribute('@@index', '[$1]', 'An index over one or several fields.'),
    attribute('@@unique', '[$1]', 'No two rows have the same values in these fields.'),
    ...(names.hasId ? [] : [attribute('@@id', '[$1]', 'A key of several fields.')]),
    ...(isFulltext ? [attribute('@@fulltext', '[$1]', 'An index for searching text.')] : []),
    map,
    ...schema,
    attribute('@@ignore', '', 'Left out of the generated client.'),
  ].filter(({ label }) => !isOnce(label) || !taken.includes(label));
}

/** Those of a value of an enum. */
export function valueAttributes(place: PrismaPlace, { attributes }: PrismaMember): readonly Completion[] {
  return attributes.includes('@map') ? [] : [mapAttribute(place)];
}

function relation(place: PrismaPlace, isList: boolean): Completion {
  const snippet = isList ? '@relation("$1")' : `@relation(fields: [$1], references: [${stop(2, 'id')}])`;
  const about = 'How it is related: the fields that hold the key, and those they refer to.';
  return snippetProposal(place, 'attribute', '@relation', snippet, { about, isAskedOn: !isList });
}

function idAttribute(place: PrismaPlace): Completion {
  return wordProposal(place, 'attribute', '@id', { about: 'The key of the model.' });
}

function uniqueAttribute(place: PrismaPlace): Completion {
  return wordProposal(place, 'attribute', '@unique', { about: 'No two rows have the same value.' });
}

function updatedAt(place: PrismaPlace): Completion {
  return wordProposal(place, 'attribute', '@updatedAt', { about: 'Set to the time of every update.' });
}

function mapAttribute(place: PrismaPlace): Completion {
  return snippetProposal(place, 'attribute', '@map', '@map("$1")', { about: 'The name in the database.' });
}

function ignoreAttribute(place: PrismaPlace): Completion {
  return wordProposal(place, 'attribute', '@ignore', { about: 'Left out of the generated client.' });
}

/** Where there is only one value it can have, with that. */
function defaultAttribute(place: PrismaPlace, member: PrismaMember): Completion {
  const [only, ...others] = defaultProposals(place, member).filter(({ label }) => label !== 'dbgenerated()');
  const value = only !== undefined && others.length === 0 ? literal(only.edit.newText) : '$1';
  const words = { about: 'The value where none is given.', isAskedOn: value === '$1' };
  return snippetProposal(place, 'attribute', '@default', `@default(${value})`, words);
}

function nativeTypes(place: PrismaPlace, type: string): readonly Completion[] {
  const { provider, datasource } = place.names;
  if (provider === undefined || datasource === undefined || !isScalarType(type)) return [];
  return nativeTypesFor(provider, type).flatMap(({ name, args, needsArgs }) => {
    const label = `@${datasource}.${name}`;
    const stops = args.map((arg, index) => stop(index + 1, arg)).join(', ');
    const detail = `type of ${provider}`;
    const bare = needsArgs ? [] : [wordProposal(place, 'type', label, { detail })];
    if (args.length === 0) return bare;
    const shown = `${label}(${args.join(', ')})`;
    return [...bare, snippetProposal(place, 'type', shown, `${label}(${stops})`, { detail })];
  });
}
