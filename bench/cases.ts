import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { generateManyFiles } from '../test/support/generate-many-files.ts';
import { generateOpenApi } from '../test/support/generate-openapi.ts';
import { generatePair } from '../test/support/generate-pair.ts';
import { generatePrisma } from '../test/support/generate-prisma.ts';

/** Something to be measured; its text is made when it is asked for. */
export interface Case {
  readonly name: string;
  /** The name of the file the text is written to; its ending tells the language. */
  readonly fileName: string;
  readonly text: () => string;
  /** Files beside it, by path from the folder it lies in. */
  readonly beside?: () => ReadonlyMap<string, string>;
  /** Those of them that are open in the editor, too. */
  readonly open?: readonly string[];
}

/** The generated cases, small to large. Resources are chosen so that the YAML has about the size named. */
export const generatedCases: readonly Case[] = [
  prismaCase(200),
  prismaCase(2_000),
  prismaCase(20_000),
  openApiCase('openapi 50 kB yaml', 12, 'yaml'),
  openApiCase('openapi 1 MB yaml', 240, 'yaml'),
  openApiCase('openapi 10 MB yaml', 2_400, 'yaml'),
  openApiCase('openapi 1 MB json', 190, 'json'),
  manyFilesCase(700),
  pairCase('prisma'),
  pairCase('yaml'),
];

/** A real description, the largest that is well known; no part of this repository. */
const realFiles = ['../shared/corpus/perf/github.yaml', '../shared/corpus/perf/github.json'];

/** The generated cases, and the real files that are there. */
export function defaultCases(): readonly Case[] {
  return [...generatedCases, ...realFiles.filter((path) => existsSync(path)).map(fileCase)];
}

/** What Plumbline and others are compared by: a description of 4 MB, and the real one. */
export function peerCases(): readonly Case[] {
  const [real] = realFiles.filter((path) => existsSync(path) && path.endsWith('.yaml'));
  return [openApiCase('openapi 4 MB yaml', 960, 'yaml'), ...(real === undefined ? [] : [fileCase(real)])];
}

/** A file of the disk. It is measured as a copy, without the files it refers to. */
export function fileCase(path: string): Case {
  return { name: path, fileName: basename(path), text: () => readFileSync(path, 'utf8') };
}

function prismaCase(lines: number): Case {
  return { name: `prisma ${lines} lines`, fileName: 'schema.prisma', text: () => generatePrisma(lines) };
}

/** A description in about four files for each resource; one of the files of a path is opened and edited. */
function manyFilesCase(resources: number): Case {
  const edited = 'paths/8.yaml';
  let made: ReadonlyMap<string, string> | undefined;
  const files = () => {
    made ??= new Map([
      ...generateManyFiles(resources),
      ['plumbline.yaml', 'exclude: ["build/**", "**/*.draft.yaml", old]\n'],
    ]);
    return made;
  };
  return {
    name: `openapi ${resources * 4} files`,
    fileName: edited,
    text: () => files().get(edited) ?? '',
    beside: files,
  };
}

/** A schema of 2 000 lines and the description of 1 MB that is compared with it, both open; one of them is edited. */
function pairCase(edited: 'prisma' | 'yaml'): Case {
  let made: ReadonlyMap<string, string> | undefined;
  const files = () => {
    if (made !== undefined) return made;
    const { prisma, openapi } = generatePair(pairedModels);
    const yaml = stringify(openapi, { aliasDuplicateObjects: false });
    made = new Map([
      ['schema.prisma', prisma],
      ['openapi.yaml', yaml],
    ]);
    return made;
  };
  const [fileName, other] = edited === 'prisma' ? ['schema.prisma', 'openapi.yaml'] : ['openapi.yaml', 'schema.prisma'];
  return {
    name: edited === 'prisma' ? 'prisma beside openapi 1 MB' : 'openapi 1 MB beside prisma',
    fileName,
    text: () => files().get(fileName) ?? '',
    beside: files,
    open: [other],
  };
}

const pairedModels = 106;

function openApiCase(name: string, resources: number, language: 'yaml' | 'json'): Case {
  const text = () => {
    const value = generateOpenApi(resources);
    if (language === 'json') return JSON.stringify(value, undefined, 2);
    return stringify(value, { aliasDuplicateObjects: false });
  };
  return { name, fileName: `openapi.${language}`, text };
}
