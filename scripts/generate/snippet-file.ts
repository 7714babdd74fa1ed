import { contributedSnippets, type SnippetLanguage } from '#snippets/render/contributed-snippets.ts';

/** A `.code-snippets` file for one language. */
export function snippetFile(language: SnippetLanguage): string {
  return `${JSON.stringify(Object.fromEntries(contributedSnippets(language)), undefined, 2)}\n`;
}
