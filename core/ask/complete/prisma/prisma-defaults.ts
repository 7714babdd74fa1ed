import type { Completion } from '#core/ask/complete/completion.ts';
import type { PrismaMember } from '#core/ask/complete/prisma/prisma-member.ts';
import { type PrismaPlace, snippetProposal, wordProposal } from '#core/ask/complete/prisma/prisma-proposal.ts';
import type { Provider } from '#core/prisma/provider.ts';

/** The values `@default` may give to a field, by its type. */
export function defaultProposals(place: PrismaPlace, member: PrismaMember): readonly Completion[] {
  const { isList } = member;
  const { provider } = place.names;
  const type = place.names.standsFor(member.type);
  if (isList) return [wordProposal(place, 'value', '[]', { about: 'An empty list.' })];
  const values = place.names.enum(type)?.values.map(({ name }) => name.value);
  if (values !== undefined) return values.map((name) => wordProposal(place, 'value', name, { detail: type }));
  return [...ofType(place, { ...member, type }, provider), ...databaseDefault(place, provider)];
}

function ofType(place: PrismaPlace, member: PrismaMember, provider: Provider | undefined): readonly Completion[] {
  const call = (name: string, about: string) => wordProposal(place, 'function', name, { about });
  const { type } = member;
  switch (type) {
    case 'Boolean':
      return [wordProposal(place, 'value', 'false'), wordProposal(place, 'value', 'true')];
    case 'Int':
    case 'BigInt':
      return [
        ...(countsOn(place, member, provider) ? [call('autoincrement()', 'A number that counts on.')] : []),
        ...(provider === 'cockroachdb' ? [call('sequence()', 'A number from a sequence.')] : []),
      ];
    case 'String':
    case 'Bytes':
      return [
        ...(provider === 'mongodb' && mayBeId(place, member) ? [call('auto()', 'An id the database gives.')] : []),
        ...(type === 'Bytes' ? [] : texts.map(([name, about]) => call(name, about))),
      ];
    case 'DateTime':
      return [call('now()', 'The time the row is written.')];
    case 'Json':
      return [wordProposal(place, 'value', '"{}"'), wordProposal(place, 'value', '"[]"')];
    default:
      return [];
  }
}

/** MySQL and MariaDB count keys on, SQLite the one of the table, CockroachDB numbers of 64 bits, MongoDB none. */
function countsOn(place: PrismaPlace, member: PrismaMember, provider: Provider | undefined): boolean {
  switch (provider) {
    case 'mongodb':
      return false;
    case 'cockroachdb':
      return member.type === 'BigInt';
    case 'sqlite':
      return mayBeId(place, member);
    case 'mysql':
      return mayBeId(place, member) || member.attributes.includes('@unique');
    default:
      return true;
  }
}

function mayBeId({ names }: PrismaPlace, { attributes }: PrismaMember): boolean {
  return attributes.includes('@id') || !names.hasId;
}

const texts = [
  ['uuid()', 'A random UUID (version 4).'],
  ['uuid(7)', 'A UUID that sorts by time (version 7).'],
  ['cuid()', 'A collision-resistant id.'],
  ['cuid(2)', 'The same, which tells nothing of the time.'],
  ['ulid()', 'An id that sorts by time.'],
  ['nanoid()', 'A short random id.'],
] as const;

function databaseDefault(place: PrismaPlace, provider: Provider | undefined): readonly Completion[] {
  if (provider === 'mongodb') return [];
  const about = 'An expression of the database.';
  return [snippetProposal(place, 'function', 'dbgenerated()', 'dbgenerated("$1")', { about })];
}
