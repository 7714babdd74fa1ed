import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gatherSources } from '#cli/gather-sources.ts';
import { KnownFiles } from '#cli/known-files.ts';
import { ReviewSession } from '#cli/review-session.ts';
import { localRule } from '#core/rule.ts';
import { ruleInfo } from '../support/test-rule.ts';
import { withFolder } from '../support/with-folder.ts';

const api = `openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      responses:
        '200': {description: A pet, content: {application/json: {schema: {$ref: 'a.yaml#/Pet'}}}}
`;

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
        const seen: (string | undefined)[] = [];
        const noting = localRule({
          ...ruleInfo,
          id: 'openapi/noting',
          severity: 'info',
          on: ['openapi.media-type'],
          check({ schema }, scope) {
            seen.push(scope.resolve(schema)?.section.uri);
            return [];
          },
        });
        const gathered = await gatherSources([{ kind: 'file', given: 'api.yaml', path: `${folder}/api.yaml` }], folder);
        const rulebook = { rules: [noting], presets: [] };
        const { files } = await new ReviewSession(gathered, rulebook, new KnownFiles(gathered.folders)).review();
        assert.equal(files.size, 4);
        assert.deepEqual(seen, [`${gathered.folders[0]}/b.yaml`]);
      },
    ));
});
