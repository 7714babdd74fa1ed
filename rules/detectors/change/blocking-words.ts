import type { ModelIndex } from '#core/prisma/indexes.ts';
import type { Provider } from '#core/prisma/provider.ts';
import { capitalised } from '#core/text/casing.ts';
import type { BlockingWork } from '#rules/detectors/change/blocking-work.ts';

/** What a database lets others do to a table meanwhile, and what to do instead. */
interface Blocking {
  readonly waits: 'writes' | 'everything';
  readonly remedy: string;
}

type Works = { readonly [W in keyof BlockingWork]?: Blocking };

const secondColumn = 'fill a second column in batches, and take its name at the end';

/** As the manuals of PostgreSQL 18, MySQL 8.4 and SQL Server 2022 say it of what Prisma writes; of other databases there is nothing to wait for, or all of it. */
const blocking: { readonly [P in Provider]?: Works } = {
  postgresql: {
    built: { waits: 'writes', remedy: 'build it with `CONCURRENTLY`, in a migration of its own' },
    checked: { waits: 'writes', remedy: 'add the foreign key with `NOT VALID`, and validate it in a second migration' },
    rewritten: { waits: 'everything', remedy: secondColumn },
  },
  // Indexes are built while others write.
  mysql: {
    checked: { waits: 'writes', remedy: 'add the foreign key with `foreign_key_checks` off, once no orphans are left' },
    rewritten: { waits: 'writes', remedy: secondColumn },
  },
  sqlserver: {
    built: { waits: 'writes', remedy: 'build it with `ONLINE = ON`' },
    checked: { waits: 'everything', remedy: 'add the foreign key `WITH NOCHECK`, and check it in a second migration' },
    rewritten: { waits: 'everything', remedy: secondColumn },
  },
};

/** What waits for a table while the migration is at it; undefined where nothing does. */
export function blockingWords(name: string, work: BlockingWork, provider: Provider): string | undefined {
  const works = blocking[provider];
  if (works === undefined) return undefined;
  const told = [
    { how: works.built, what: builtWords(work.built), count: work.built.length },
    {
      how: works.checked,
      what: `checks ${names(work.checked.map(({ field }) => field.name.value))}`,
      count: work.checked.length,
    },
    {
      how: works.rewritten,
      what: `writes every row anew for ${names(work.rewritten.map((field) => field.name.value))}`,
      count: work.rewritten.length,
    },
  ].flatMap(({ how, what, count }) => (how === undefined || count === 0 ? [] : [{ ...how, what, count }]));
  if (told.length === 0) return undefined;
  const waits = told.some((each) => each.waits === 'everything') ? 'neither reads nor writes' : 'no writes';
  const remedies = told.map(
    ({ remedy, count }) => `${capitalised(count > 1 ? remedy.replace('build it', 'build them') : remedy)}.`,
  );
  return `\`${name}\` takes ${waits} while the migration ${joined(told.map(({ what }) => what))}. ${remedies.join(' ')}`;
}

function builtWords(indexes: readonly ModelIndex[]): string {
  const [only, ...more] = indexes;
  if (only === undefined || more.length > 0) return `builds ${indexes.length} indexes`;
  return `builds an index on ${names(only.fields.map(({ value }) => value))}`;
}

/** The first three, and how many more there are. */
function names(all: readonly string[]): string {
  const shown = all.slice(0, 3).map((name) => `\`${name}\``);
  return all.length > 3 ? `${shown.join(', ')} and ${all.length - 3} more` : joined(shown);
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
