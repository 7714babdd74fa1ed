import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { askAhead } from '#core/ask/ask-ahead.ts';
import { findSymbols } from '#core/ask/find-symbols.ts';
import { linksOf } from '#core/ask/links-of.ts';
import { readingDetails } from '#core/ask/reading-details.ts';
import { referencesTo } from '#core/ask/references-to.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { finish } from '#core/work/steps.ts';
import { generateOpenApi } from '../../support/generate-openapi.ts';
import { generatePrisma } from '../../support/generate-prisma.ts';
import { workspaceOf } from './symbol-lines.ts';

const uris = ['file:///w/api.yaml', 'file:///w/api.json', 'file:///w/schema.prisma', 'file:///w/part.yaml'] as const;
const yaml = stringify(generateOpenApi(3), { aliasDuplicateObjects: false });
const files = {
  'api.yaml': `${yaml}x-part: {$ref: part.yaml}\n`,
  'api.json': JSON.stringify(generateOpenApi(2)),
  'schema.prisma': generatePrisma(60),
  'part.yaml': 'type: object\n',
};

/** What is asked of a workspace, place by place. */
function answers(workspace: Workspace) {
  return [
    finish(findSymbols('id', workspace, 50, () => true)).map(({ uri, name, span }) => [uri, name, span]),
    ...uris.flatMap((uri) => [
      finish(linksOf(uri, workspace)),
      finish(readingDetails(uri, workspace)).lost,
      ...[100, 900, 2_000, 3_000].map((offset) => finish(referencesTo(workspace, uri, offset))),
    ]),
  ];
}

/** Counts how often the trees of sections are looked at from now on. */
function countReads({ documents }: Workspace): { count: number } {
  const reads = { count: 0 };
  for (const { sections } of documents.values()) {
    for (const section of sections) {
      if (section.kind !== 'tree') continue;
      const { tree } = section;
      const get = () => {
        reads.count++;
        return tree;
      };
      Object.defineProperty(section, 'tree', { get });
    }
  }
  return reads;
}

describe('askAhead', () => {
  it('leaves nothing to look for in trees when names and links are asked for', () => {
    const workspace = workspaceOf(files);
    const reads = countReads(workspace);
    finish(askAhead(uris, workspace));
    assert.ok(reads.count > 100, `${reads.count}`);
    reads.count = 0;
    finish(findSymbols('id', workspace, 50, () => true));
    for (const uri of uris) finish(linksOf(uri, workspace));
    finish(askAhead(uris, workspace));
    assert.equal(reads.count, 0);
  });

  it('leaves no reference to follow when what leads nowhere is asked for', () => {
    const files = { 'api.yaml': 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: "#/components/pathItems/A"\n' };
    const workspace = workspaceOf(files);
    const [uri] = uris;
    let followed = 0;
    for (const description of workspace.descriptions) {
      const outcome = description.outcome.bind(description);
      description.outcome = (...values) => {
        followed++;
        return outcome(...values);
      };
    }
    finish(askAhead(uris, workspace));
    assert.equal(followed, 1);
    assert.deepEqual(finish(readingDetails(uri, workspace)).lost, [
      { span: { start: 38, end: 64 }, target: '#/components/pathItems/A', outcome: 'missing-pointer' },
    ]);
    assert.equal(followed, 1);
  });

  it('looks only into what an edit changed', () => {
    const before = workspaceOf(files);
    finish(askAhead(uris, before));
    const after = workspaceOf({ ...files, 'api.yaml': files['api.yaml'].replace('description:', 'summary:') }, before);
    const reads = countReads(after);
    finish(askAhead(uris, after));
    assert.ok(reads.count > 0 && reads.count < 100, `${reads.count}`);
  });

  it('changes no answer, dropped in the middle or not', () => {
    const expected = answers(workspaceOf(files));
    for (const steps of [0, 1, Number.POSITIVE_INFINITY]) {
      const workspace = workspaceOf(files);
      const ahead = askAhead(uris, workspace);
      for (let step = 0; step < steps && ahead.next().done !== true; step++);
      assert.deepEqual(answers(workspace), expected);
    }
  });

  it('leaves out what would take long at once', () => {
    const long = `  A: {type: object, description: ${'a'.repeat(200_000)}}\n`;
    const workspace = workspaceOf({ 'api.yaml': `openapi: 3.1.0\ncomponents:\n schemas:\n${long}` });
    const reads = countReads(workspace);
    finish(askAhead(uris, workspace));
    const [longest = ''] = [...workspace.documents.values()]
      .flatMap(({ sections }) => sections.map(({ text }) => text))
      .sort((a, b) => b.length - a.length);
    assert.ok(longest.length > 200_000);
    const others = reads.count;
    finish(findSymbols('A', workspace, 9, () => true));
    assert.ok(reads.count > others);
  });

  it('asks of files that are not there nothing', () => {
    finish(askAhead(['file:///w/none.yaml'], workspaceOf({})));
  });
});
