import type { Completion } from '#core/ask/complete/completion.ts';
import { type PrismaPlace, snippetProposal, textProposal } from '#core/ask/complete/prisma/prisma-proposal.ts';
import { stop } from '#core/ask/complete/snippet.ts';
import { providers } from '#core/prisma/provider.ts';

/** A key of a `datasource` or `generator`. */
interface KnownSetting {
  readonly about: string;
  /** What may be written; any text where there is none. */
  readonly values?: readonly string[];
  readonly as?: 'list' | 'env';
}

/** Prisma’s documentation, “Prisma schema reference”. */
const datasource: { readonly [key: string]: KnownSetting } = {
  provider: { about: 'The kind of database.', values: providers },
  relationMode: {
    about: 'Whether the database keeps relations by foreign keys, or Prisma does.',
    values: ['foreignKeys', 'prisma'],
  },
  schemas: { about: 'The schemas of the database that models may stand in (`@@schema`).', as: 'list' },
  extensions: { about: 'Extensions of PostgreSQL; behind the preview feature `postgresqlExtensions`.', as: 'list' },
  url: { about: 'Where the database is. Since Prisma 7 that stands in `prisma.config.ts`.', as: 'env' },
  directUrl: { about: 'Where migrations reach the database, past a pool. Not since Prisma 7.', as: 'env' },
  shadowDatabaseUrl: { about: 'A database that migrations are tried in. Not since Prisma 7.', as: 'env' },
};

const extensions = ['ts', 'mts', 'cts'];

const generator: { readonly [key: string]: KnownSetting } = {
  provider: { about: 'What generates.', values: ['prisma-client', 'prisma-client-js'] },
  output: { about: 'The folder it writes to, from this file on.' },
  previewFeatures: {
    about: 'Features that may still change.',
    as: 'list',
    values: [
      'nativeDistinct',
      'partialIndexes',
      'postgresqlExtensions',
      'relationJoins',
      'schemaEngineDriverAdapters',
      'shardKeys',
      'strictUndefinedChecks',
      'typedSql',
      'views',
    ],
  },
  runtime: {
    about: 'Where the client runs.',
    values: ['nodejs', 'deno', 'bun', 'workerd', 'vercel-edge', 'edge-light', 'react-native'],
  },
  moduleFormat: { about: 'The kind of modules that are written.', values: ['esm', 'cjs'] },
  generatedFileExtension: { about: 'The ending of the files that are written.', values: extensions },
  importFileExtension: { about: 'The ending in their imports.', values: [...extensions, 'js', 'mjs', 'cjs'] },
  engineType: { about: 'How queries are run.', values: ['client', 'library', 'binary'] },
  binaryTargets: { about: 'The platforms engines are kept for.', as: 'list', values: ['native'] },
};

/** The keys and values of a `datasource` or `generator`. */
export function settingProposals(place: PrismaPlace, keyword: string, written: string): readonly Completion[] {
  const known = keyword === 'datasource' ? datasource : generator;
  const { before } = place;
  if (before.length === 0) return place.isQuoted ? [] : keyProposals(place, known, written);
  const [key, equals, ...rest] = before.map(({ text }) => text);
  const setting = known[key ?? ''];
  if (setting === undefined || equals !== '=') return [];
  const isList = setting.as === 'list';
  const isMeant = isList ? rest[0] === '[' && !rest.includes(']') : rest.length === 0;
  const values = (setting.values ?? []).map((value) => textProposal(place, value, { detail: key ?? '' }));
  const taken = new Set(rest);
  return isMeant ? values.filter(({ label }) => !taken.has(`"${label}"`)) : [];
}

function keyProposals(
  place: PrismaPlace,
  known: { readonly [key: string]: KnownSetting },
  written: string,
): readonly Completion[] {
  const taken = new Set([...written.matchAll(/^[ \t]*(\w+)[ \t]*=/gm)].map(([, key]) => key));
  const missing = Object.entries(known).filter(([key]) => !taken.has(key));
  return missing.map(([key, setting]) => {
    const snippet = place.next === '=' ? key : `${key} = ${valueSnippet(setting)}`;
    const isAskedOn = snippet.includes('$1') && setting.values !== undefined;
    return snippetProposal(place, 'field', key, snippet, { about: setting.about, isAskedOn });
  });
}

function valueSnippet({ as }: KnownSetting): string {
  if (as === 'env') return `env("${stop(1, 'DATABASE_URL')}")`;
  return as === 'list' ? '["$1"]' : '"$1"';
}
