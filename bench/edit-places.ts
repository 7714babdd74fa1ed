import type { Edit } from '#core/text/span.ts';
import { findRename } from './find-rename.ts';

/** Where a text can be edited as people do; offsets count from the start of the text. */
export interface EditPlaces {
  /** Within descriptions, summaries and comments. */
  readonly prose: readonly number[];
  /** Where a property or a field can be put in front of another one. */
  readonly members: readonly Insertion[];
  /** Edits that break the syntax. */
  readonly breaks: readonly Edit[];
  /** One edit for each place that names the component. */
  readonly rename: readonly Edit[];
  /** Where 200 lines can be put, and these. */
  readonly pastes: readonly Insertion[];
}

/** Texts to be put at an offset, one after the other. */
export interface Insertion {
  readonly offset: number;
  readonly pieces: readonly string[];
}

export type BenchLanguage = 'yaml' | 'json' | 'prisma';

export function languageOf(fileName: string): BenchLanguage {
  if (fileName.endsWith('.prisma')) return 'prisma';
  return /\.jsonc?$/.test(fileName) ? 'json' : 'yaml';
}

/** Finds the places of a text. */
export function findEditPlaces(text: string, language: BenchLanguage): EditPlaces {
  switch (language) {
    case 'yaml':
      return yamlPlaces(text);
    case 'json':
      return jsonPlaces(text);
    case 'prisma':
      return prismaPlaces(text);
    default:
      return language satisfies never;
  }
}

function yamlPlaces(text: string): EditPlaces {
  const member = (indent: string) =>
    ['addedMember:', '  type: string', '  description: Added.'].map((line) => `${indent}${line}\n`);
  return {
    prose: [...text.matchAll(/(?:description|summary): \w+(?= )/g)].map(endOf),
    members: insertions(text, /\n *properties: *\n(?=( +)[\w-]+:)/g, member),
    breaks: [...text.matchAll(/(?:description|summary): (?=\w)/g)].map((match) => insert(endOf(match), '"')),
    rename: findRename(text),
    pastes: insertions(text, /\n {2}schemas: *\n(?=( +)[\w-]+:)/g, (indent) => [pastedYaml(indent)]),
  };
}

function pastedYaml(indent: string): string {
  const lines = ['PastedSchema:', '  type: object', '  properties:'];
  for (let index = 0; lines.length < linesPasted; index++) {
    lines.push(`    pasted${index}:`, '      type: string', '      description: A pasted property.');
  }
  return lines.map((line) => `${indent}${line}\n`).join('');
}

function jsonPlaces(text: string): EditPlaces {
  const member = (indent: string) => [`${indent}"addedMember": {`, '"type": "string"', '},\n'];
  return {
    prose: [...text.matchAll(/"(?:description|summary)": "\w+(?= )/g)].map(endOf),
    members: insertions(text, /\n *"properties": \{\n(?=( +)")/g, member),
    breaks: [...text.matchAll(/"type": "\w+(?=")/g)].map((match) => remove(endOf(match), 1)),
    rename: findRename(text),
    pastes: insertions(text, /\n {2,4}"schemas": \{\n(?=( +)")/g, (indent) => [pastedJson(indent)]),
  };
}

function pastedJson(indent: string): string {
  const properties: Record<string, unknown> = {};
  for (let index = 0; index * 4 < linesPasted; index++) {
    properties[`pasted${index}`] = { type: 'string', description: 'A pasted property.' };
  }
  const value = JSON.stringify({ type: 'object', properties }, undefined, 2).replaceAll('\n', `\n${indent}`);
  return `${indent}"PastedSchema": ${value},\n`;
}

function prismaPlaces(text: string): EditPlaces {
  const heads = /\nmodel \w+ \{(?=\n)/g;
  const ends = [...text.matchAll(/\n(?=\}\n)/g)].map((match) => remove(endOf(match), 1));
  const halfTyped = [...text.matchAll(heads)].map((match) => insert(endOf(match), '\n  @@index(['));
  return {
    prose: [...text.matchAll(/\/\/\/ \w+/g)].map(endOf),
    members: insertions(text, heads, () => ['\n  added', ' String', '?']),
    breaks: [...ends, ...halfTyped],
    rename: [],
    pastes: insertions(text, /\n\}\n\n(?=model )/g, () => [pastedPrisma()]),
  };
}

function pastedPrisma(): string {
  const fields = Array.from({ length: linesPasted - 4 }, (_, index) => `  pasted${index} String?\n`).join('');
  return `model PastedModel {\n  id String @id\n${fields}}\n\n`;
}

const linesPasted = 200;

/** An insertion behind each match; the pieces are made from the indentation the match has captured. */
function insertions(
  text: string,
  pattern: RegExp,
  piecesOf: (indent: string) => readonly string[],
): readonly Insertion[] {
  return [...text.matchAll(pattern)].map((match) => ({ offset: endOf(match), pieces: piecesOf(match[1] ?? '') }));
}

function insert(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

function remove(offset: number, length: number): Edit {
  return { span: { start: offset, end: offset + length }, newText: '' };
}

function endOf(match: RegExpMatchArray): number {
  return (match.index ?? 0) + match[0].length;
}
