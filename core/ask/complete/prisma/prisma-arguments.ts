import type { Completion } from '#core/ask/complete/completion.ts';
import { defaultProposals } from '#core/ask/complete/prisma/prisma-defaults.ts';
import type { OpenBracket, PrismaMember } from '#core/ask/complete/prisma/prisma-member.ts';
import {
  type PrismaPlace,
  snippetProposal,
  textProposal,
  withComma,
  wordProposal,
} from '#core/ask/complete/prisma/prisma-proposal.ts';
import { choice } from '#core/ask/complete/snippet.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** What may stand between the brackets around the cursor. */
export function argumentProposals(place: PrismaPlace, member: PrismaMember): readonly Completion[] {
  const inner = member.brackets.at(-1);
  if (inner === undefined || !inner.isBeginning) return [];
  const { behind } = place;
  const call = member.brackets.find(({ callee }) => callee.startsWith('@'));
  if (call === undefined) return [];
  if (inner.mark === '[') return listed(place, member, call, inner);
  if (inner !== call) return fieldArguments(place, inner);
  if (inner.argument !== '') return behind.comma === '' ? valuesOf(place, inner.argument, call.callee) : [];
  if (place.isQuoted)
    return call.callee === '@@schema' ? place.names.schemaNames.map((name) => textProposal(place, name)) : [];
  const first = inner.given.length === 0 && inner.words.length === 0 && behind.comma === '';
  if (call.callee === '@default') return first ? defaultProposals(place, member) : [];
  if (call.callee === '@@schema') return place.names.schemaNames.map((name) => textProposal(place, name));
  const isFieldsFirst = call.callee !== '@relation' && inner.words.length > 0;
  return argumentNames(call.callee, place.names.provider)
    .filter(([name]) => ![...inner.given, ...behind.given].includes(name) && !(isFieldsFirst && name === 'fields'))
    .map(([name, value, about]) =>
      snippetProposal(place, 'argument', `${name}:`, `${name}: ${value}`, { about, isAskedOn: value.includes('$1') }),
    )
    .map((each) => withComma(place, each));
}

type ArgumentName = readonly [name: string, value: string, about: string];

const map: ArgumentName = ['map', '"$1"', 'The name of the constraint in the database.'];
const name: ArgumentName = ['name', '"$1"', 'What it is called in the generated client.'];
const fields: ArgumentName = ['fields', '[$1]', 'The fields it is made of.'];

function argumentNames(callee: string, provider: Provider | undefined): readonly ArgumentName[] {
  const clustered: readonly ArgumentName[] =
    provider === 'sqlserver' ? [['clustered', choice(1, ['true', 'false']), 'Whether the rows lie in its order.']] : [];
  const type: readonly ArgumentName[] =
    provider === 'postgresql' || provider === 'cockroachdb' ? [['type', '$1', 'The kind of index.']] : [];
  switch (callee) {
    case '@relation':
      return [
        ['fields', '[$1]', 'The fields of this model that hold the key.'],
        ['references', '[$1]', 'The fields of the other model they refer to.'],
        ['onDelete', '$1', 'What happens to this row when the other one is deleted.'],
        ['onUpdate', '$1', 'What happens to this row when the key of the other one changes.'],
        ['name', '"$1"', 'Tells several relations between the same models apart.'],
        map,
      ];
    case '@@index':
      return [fields, map, ...type, ...clustered];
    case '@@fulltext':
      return [fields, map];
    case '@@id':
    case '@@unique':
      return [fields, name, map, ...clustered];
    case '@id':
    case '@unique':
      return [map, ['sort', choice(1, ['Asc', 'Desc']), 'The order in the index.'], ...clustered];
    default:
      return [];
  }
}

/** The values of an argument that has a name. */
function valuesOf(place: PrismaPlace, argument: string, callee: string): readonly Completion[] {
  if (place.isQuoted) return [];
  const words = (...all: readonly string[]) => all.map((label) => wordProposal(place, 'value', label));
  switch (argument) {
    case 'onDelete':
    case 'onUpdate':
      return referentialActions(place.names.provider).map(([label, about]) =>
        wordProposal(place, 'value', label, { about }),
      );
    case 'sort':
      return words('Asc', 'Desc');
    case 'clustered':
      return words('true', 'false');
    case 'type':
      if (callee !== '@@index') return [];
      return place.names.provider === 'cockroachdb' ? words('BTree', 'Gin') : words(...indexTypes);
    default:
      return [];
  }
}

const indexTypes = ['BTree', 'Hash', 'Gin', 'Gist', 'SpGist', 'Brin'];

const actions = [
  ['Cascade', 'This row goes, or changes, with it.'],
  ['Restrict', 'It cannot be done while this row is there.'],
  ['NoAction', 'The database decides, mostly at the end of the transaction.'],
  ['SetNull', 'The fields that hold the key become null.'],
  ['SetDefault', 'The fields that hold the key get their defaults.'],
] as const;

/** Prisma’s documentation, “Referential actions”: not every database has all. */
export function referentialActions(provider: Provider | undefined): readonly (typeof actions)[number][] {
  const isAbsent = (label: string) =>
    (provider === 'sqlserver' && label === 'Restrict') || (provider === 'mongodb' && label === 'SetDefault');
  return actions.filter(([label]) => !isAbsent(label));
}

/** The fields a list of an attribute may name: those it does not name yet. */
function listed(place: PrismaPlace, member: PrismaMember, call: OpenBracket, list: OpenBracket): readonly Completion[] {
  const { names } = place;
  const isForeign = call.callee === '@relation' && call.argument === 'references';
  const holder = isForeign ? names.model(member.type) : names.block;
  if (holder === undefined || holder.kind === 'prisma.enum' || place.isQuoted) return [];
  const isOf = call.callee === '@relation' || ['@@id', '@@unique', '@@index', '@@fulltext'].includes(call.callee);
  if (!isOf) return [];
  const own = holder.fields.filter(
    (field) => !names.isRelation(field) && ![...list.words, ...place.behind.words].includes(field.name.value),
  );
  const isLikely = isForeign ? isKey : (field: PrismaField) => beginsWith(field, member.name);
  const ordered = [...own.filter(isLikely), ...own.filter((field) => !isLikely(field))];
  return ordered
    .map((field) => wordProposal(place, 'field', field.name.value, { detail: field.type.value }))
    .map((each) => withComma(place, each));
}

function isKey(field: PrismaField): boolean {
  return attributeOf(field, 'id') !== undefined || attributeOf(field, 'unique') !== undefined;
}

function beginsWith(field: PrismaField, name: string): boolean {
  return name !== '' && field.name.value.toLowerCase().startsWith(name.toLowerCase());
}

/** `name(sort: Desc)` in a list of fields. */
function fieldArguments(place: PrismaPlace, inner: OpenBracket): readonly Completion[] {
  if (inner.argument !== '') return valuesOf(place, inner.argument, '');
  const { provider } = place.names;
  const known: readonly ArgumentName[] = [
    ['sort', '$1', 'The order in the index.'],
    ...(provider === 'mysql' ? [['length', '$1', 'How much of the text is indexed.'] as const] : []),
    ...(provider === 'postgresql' ? [['ops', 'raw("$1")', 'The operator class.'] as const] : []),
  ];
  return known
    .filter(([own]) => !inner.given.includes(own))
    .map(([own, value, about]) =>
      snippetProposal(place, 'argument', `${own}:`, `${own}: ${value}`, { about, isAskedOn: own === 'sort' }),
    );
}
