import { statSync } from 'node:fs';
import { describe, it } from 'mocha';
import { corpusFolder, corpusWorkspaces, reviewWorkspace } from '../../../scripts/corpus/corpus-workspaces.ts';
import { checkFixes, rulebook } from './checked-fixes.ts';

/** Larger descriptions, in bytes, take too long, unless `PLUMBLINE_EVERY_FIX=1` asks for them. */
const largest = process.env['PLUMBLINE_EVERY_FIX'] === '1' ? 1_000_000 : 20_000;

describe('fixes change what they are about, and bring up nothing', () => {
  const corpus = corpusFolder();
  it(`on real files${corpus === undefined ? ' (none are here)' : ''}`, function () {
    if (corpus === undefined) this.skip();
  });
  for (const workspace of corpus === undefined ? [] : corpusWorkspaces(corpus)) {
    if (!workspace.roots.every((root) => statSync(root).size < largest)) continue;
    it(`in ${workspace.name}`, () => {
      const start = reviewWorkspace(workspace, rulebook, true);
      const unread = new Map(start.workspace.wanted.map((uri) => [uri, 'missing'] as const));
      const folders = [`file://${encodeURI(workspace.folder)}/`];
      checkFixes({ start, settings: { folders, preset: 'recommended', unread, failFast: true } });
    });
  }
});
