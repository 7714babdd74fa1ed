import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus } from '../../support/corpus.ts';
import type { PrismaFiles } from './prisma-oracle.ts';

/** The Prisma schemas of the corpus: the files of a folder `prisma/schema` form one, every other file is one. */
export function corpusSchemas(): ReadonlyMap<string, PrismaFiles> {
  const schemas = new Map<string, (readonly [string, string])[]>();
  for (const entry of prismaFilesIn('').sort()) {
    const folder = /^.*\/prisma\/schema(?=\/)/.exec(entry)?.[0];
    const key = folder ?? entry;
    const files = schemas.get(key) ?? [];
    files.push([entry, readFileSync(join(corpus, entry), 'utf8')]);
    schemas.set(key, files);
  }
  assert.ok(schemas.size > 25);
  return schemas;
}

/** Paths from the corpus; links are not followed. */
function prismaFilesIn(folder: string): string[] {
  return readdirSync(join(corpus, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return prismaFilesIn(path);
    return entry.isFile() && path.endsWith('.prisma') ? [path] : [];
  });
}

/** Prisma 7 refuses connection strings in the schema, which earlier versions ask for, and a former preview feature. */
export function withoutOldSettings(text: string): string {
  return text
    .replace(/^\s*(?:url|directUrl|shadowDatabaseUrl)\s*=.*$/gm, '')
    .replace(/, *"metrics"|"metrics",? */g, '');
}
