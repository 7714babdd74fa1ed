import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Source } from '#core/source.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { generateOpenApi } from './generate-openapi.ts';
import { generatePrisma } from './generate-prisma.ts';

/** Something to be measured; its text is made when it is asked for. */
export interface Case {
  readonly name: string;
  readonly source: () => Source;
}

/** The generated cases, small to large. Resources are chosen so that the YAML has about the size named. */
export const generatedCases: readonly Case[] = [
  prismaCase(200),
  prismaCase(2_000),
  prismaCase(20_000),
  openApiCase('openapi 0.1 MB yaml', 22, 'yaml'),
  openApiCase('openapi 1 MB yaml', 220, 'yaml'),
  openApiCase('openapi 10 MB yaml', 2_200, 'yaml'),
  openApiCase('openapi 1 MB json', 220, 'json'),
];

/** A file of the disk. */
export function fileCase(path: string): Case {
  return { name: path, source: () => ({ uri: uriOfPath(resolve(path)), text: readFileSync(path, 'utf8') }) };
}

function prismaCase(lines: number): Case {
  const source = () => ({ uri: 'file:///bench/schema.prisma', text: generatePrisma(lines) });
  return { name: `prisma ${lines} lines`, source };
}

function openApiCase(name: string, resources: number, language: 'yaml' | 'json'): Case {
  const source = () => {
    const value = generateOpenApi(resources);
    const text =
      language === 'json' ? JSON.stringify(value, undefined, 2) : stringify(value, { aliasDuplicateObjects: false });
    return { uri: `file:///bench/openapi.${language}`, text };
  };
  return { name, source };
}
