import { languages } from '#core/languages.ts';
import { peerPage } from '#rules/peers/peer-page.ts';
import { peers } from '#rules/peers/peers.ts';
import { rulePage } from '#rules/rule-page.ts';
import { rulebook } from '#rules/rulebook.ts';
import { patternsPage } from '#snippets/patterns-page.ts';
import { configSchema } from './config-schema.ts';
import { manifestText } from './manifest.ts';
import { ruleTable } from './rule-table.ts';
import { snippetFile } from './snippet-file.ts';

/** Every file that is made from the rules and the patterns, by its path from the repository's root. `read` gives the text of a file there. */
export function generatedFiles(read: (path: string) => string): ReadonlyMap<string, string> {
  return new Map([
    ...rulebook.rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
    ...peers.map((peer): [string, string] => [`docs/peers/${peer.name}.md`, peerPage(peer)]),
    ['docs/rules.md', ruleTable(rulebook)],
    ['docs/patterns.md', patternsPage()],
    ...(['yaml', 'json', 'prisma'] as const).map((language): [string, string] => [
      `snippets/generated/${language}.code-snippets`,
      snippetFile(language),
    ]),
    ['client/reviewed-languages.ts', reviewedLanguages()],
    ['schemas/plumbline.schema.json', `${JSON.stringify(configSchema(rulebook), undefined, 2)}\n`],
    ['package.json', manifestText(read('package.json'), rulebook)],
  ]);
}

/** The client knows nothing of the core. */
function reviewedLanguages(): string {
  const ids = languages.flatMap(({ files }) => files.editorLanguages).map((id) => `'${id}'`);
  return `// Written by "npm run generate" from core/languages.ts.

/** The languages whose files are reviewed, as the editor names them. */
export const reviewedLanguages = [${ids.join(', ')}] as const;
`;
}
