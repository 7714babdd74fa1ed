import { answersFileName, configFileName } from '#core/source.ts';
import { contributedSnippets, type SnippetLanguage } from '#snippets/render/contributed-snippets.ts';

/** A `.code-snippets` file for one language. Editors that can tell files apart offer none of it in our own files. */
export function snippetFile(language: SnippetLanguage): string {
  const exclude = language === 'yaml' ? { exclude: [configFileName, answersFileName] } : {};
  const snippets = [...contributedSnippets(language)].map(([title, snippet]) => [title, { ...snippet, ...exclude }]);
  return `${JSON.stringify(Object.fromEntries(snippets), undefined, 2)}\n`;
}
