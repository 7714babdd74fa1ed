import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { review } from '#core/review.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { rulebook } from '#rules/rulebook.ts';
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';

const folder = 'test/rules/whole';
const root = 'file:///whole/';

/** With `PLUMBLINE_UPDATE=1` what is found is written down in place of what was expected; read what changed. */
const isUpdating = process.env['PLUMBLINE_UPDATE'] === '1';

describe('what recommended says of whole schemas', () => {
  for (const name of readdirSync(folder).sort()) {
    const markdown = readFileSync(`${folder}/${name}`, 'utf8');
    const title = /^# (.*)/.exec(markdown)?.[1] ?? name;
    it(`is what was read and found right: ${title}`, () => {
      const files = [...markdown.matchAll(/^```prisma (\S+)\n(.*?)^```$/gms)].map(
        ([, path = '', text = '']) => [path, text] as const,
      );
      assert.ok(files.length > 0, 'has schemas');
      if (name !== 'prisma8.md') assert.deepEqual(prismaErrors(files), [], 'Prisma takes it');
      const found = told(files);
      if (isUpdating)
        writeFileSync(
          `${folder}/${name}`,
          markdown.replace(/^```expected\n.*?^```$/ms, () => `\`\`\`expected\n${found}\`\`\``),
        );
      else assert.equal(found, /^```expected\n(.*?)^```$/ms.exec(markdown)?.[1]);
    });
  }
});

/** File, line, rule, message and the titles of the fixes, a finding a line. */
function told(files: readonly (readonly [string, string])[]): string {
  const sources = files.map(([path, text]) => ({ uri: root + path, text }));
  const settings = { folders: [root.slice(0, -1)], preset: 'recommended', unread: new Map(), failFast: true };
  const reviewed = review(sources, rulebook, settings);
  const lines = sources.flatMap(({ uri, text }) => {
    const index = new LineIndex(text);
    return [...singleFindings(reviewed.files.get(uri)?.findings ?? [])].map(({ span, ruleId, message, fixes }) => {
      const place = `${uri.slice(root.length)}:${index.positionAt(span.start).line + 1}`;
      const titles = fixes.map(({ title }) => ` → ${title}`).join('');
      return `${place} ${ruleId}: ${message}${titles}\n`;
    });
  });
  return lines.join('');
}
