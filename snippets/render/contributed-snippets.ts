import { renderJsonEntry } from '#core/tree/write/render-json.ts';
import { renderEntry, renderYamlKey } from '#core/tree/write/render-yaml.ts';
import { resolveStyle, type TreeStyle } from '#core/tree/write/style.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';
import { openApiPatterns, prismaPatterns } from '#snippets/patterns.ts';
import { type ResourceNames, replacePlaceholders, resourceNames } from '#snippets/placeholders.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';
import { contributedBody } from '#snippets/render/contributed-body.ts';
import { renderBlock, renderMembers } from '#snippets/render/prisma-blocks.ts';
import { portableTarget } from '#snippets/render/prisma-fields.ts';
import { snippetBody } from '#snippets/render/snippet-text.ts';

/** A snippet as VS Code reads it; lines are indented by tabs, which the editor turns into its own indentation. */
export interface ContributedSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export type SnippetLanguage = 'yaml' | 'json' | 'prisma';

/** All snippets of a language by title. */
export function contributedSnippets(language: SnippetLanguage): ReadonlyMap<string, ContributedSnippet> {
  const snippets = language === 'prisma' ? prismaPatterns.map(prismaSnippet) : openApiSnippets(language);
  return new Map(snippets);
}

function openApiSnippets(language: 'yaml' | 'json'): readonly [string, ContributedSnippet][] {
  return openApiPatterns.flatMap((pattern) =>
    pattern.contributions.map((contribution): [string, ContributedSnippet] => {
      const { prefix = pattern.id, context } = contribution;
      const body = contributedBody(contribution, pattern);
      const lines = language === 'yaml' ? yamlLines(body) : jsonLines(body);
      const title = prefix === pattern.id ? pattern.title : `${pattern.title} (${prefix})`;
      const description = `OpenAPI, in ${contextNames[context]}: ${pattern.description}`;
      return [title, { prefix, description, body: snippetBody(lines, defaultNames(pattern)) }];
    }),
  );
}

/** Where a contributed snippet is typed, as a reader calls it. */
export const contextNames = {
  paths: 'paths',
  'path item': 'a path',
  operation: 'an operation',
  responses: 'the responses of an operation',
  webhooks: 'webhooks',
  components: 'components',
  schemas: 'components/schemas',
} as const;

function prismaSnippet(pattern: PrismaPattern): [string, ContributedSnippet] {
  const names = resourceNames('items');
  const widthOf = (text: string): number => replacePlaceholders(text, (form) => names[form]).length;
  const { blocks, members, context } = pattern;
  const lines =
    blocks === undefined
      ? renderMembers(members ?? { columns: [] }, portableTarget, widthOf)
      : joined(blocks.map((block) => renderBlock(block, portableTarget, '\t', widthOf) ?? []));
  const place = context === 'model' ? 'a model' : 'the schema';
  const description = `Prisma, in ${place}: ${pattern.description}`;
  return [pattern.title, { prefix: pattern.id, description, body: snippetBody(lines, names) }];
}

function joined(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function defaultNames({ collection = 'items' }: OpenApiPattern): ResourceNames {
  return resourceNames(collection);
}

const noEvidence = {
  lineBreak: undefined,
  indentation: undefined,
  dashIndentation: undefined,
  quote: undefined,
  numberKeyQuote: undefined,
  valueQuotes: undefined,
  flowItems: undefined,
  flowMaps: undefined,
  bareReferences: undefined,
  inlineLists: true,
  padding: undefined,
  colon: undefined,
  isMinified: undefined,
};

/** Wider than the two blanks a list item is set in by, so that both can be told apart. */
const wide = 8;
const yamlStyle: TreeStyle = {
  ...resolveStyle('yaml', noEvidence),
  indentation: ' '.repeat(wide),
  dashIndentation: wide,
};
const jsonStyle: TreeStyle = { ...resolveStyle('json', noEvidence), indentation: '\t' };

function yamlLines(body: Values): readonly string[] {
  return Object.entries(body)
    .flatMap(([key, value]) => renderEntry(key, renderYamlKey(key, 'key', yamlStyle), value, 0, yamlStyle))
    .map((line) =>
      line.replace(/^ +/, (blanks) => '\t'.repeat(blanks.length / wide) + ' '.repeat(blanks.length % wide)),
    );
}

function jsonLines(body: Values): readonly string[] {
  return Object.entries(body)
    .map(([key, value]) => renderJsonEntry(key, value, { isInline: false, indentation: '' }, jsonStyle))
    .join(',\n')
    .split('\n');
}
