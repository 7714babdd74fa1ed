import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gatherSources } from '#cli/gather-sources.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { ReviewSession } from '#cli/review-session.ts';
import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { withFolder } from './run-in-folder.ts';

const api =
  'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\ncomponents:\n  schemas:\n    Pet: {$ref: a.yaml#/Pet}\n';

describe('a session of reviews', () => {
  it('runs the rules once, after all files are found', () =>
    withFolder(
      {
        'api.yaml': api,
        'a.yaml': 'Pet: {$ref: b.yaml#/Pet}\n',
        'b.yaml': 'Pet: {type: object, properties: {name: {$ref: c.yaml#/Name}}}\n',
        'c.yaml': 'Name: {type: string}\n',
      },
      async (folder) => {
        const seen: string[] = [];
        const noting = localRule({
          id: 'openapi/noting',
          summary: 'Note every schema.',
          why: 'To count them.',
          item: documentationFormats,
          references: [],
          severity: 'info',
          recommended: true,
          examples: [{ title: 'None', bad: '', good: '' }],
          on: ['openapi.info', 'openapi.schema'],
          *check({ kind, section }) {
            seen.push(`${kind} ${section.uri.slice(section.uri.lastIndexOf('/') + 1)}`);
          },
        });
        const gathered = await gatherSources([{ kind: 'file', given: 'api.yaml', path: `${folder}/api.yaml` }], folder);
        const rulebook = { rules: [noting], presets: [] };
        const { files } = await new ReviewSession(gathered, rulebook, new KnownFiles(gathered.folders)).review();
        assert.equal(files.size, 4);
        assert.deepEqual(seen.sort(), ['openapi.info api.yaml', 'openapi.schema b.yaml', 'openapi.schema c.yaml']);
      },
    ));
});
