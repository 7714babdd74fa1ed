import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { AutomaticRowState } from '#core/checklist/checklist.ts';
import { checklist } from '#rules/checklist.ts';
import { strict } from '#rules/presets/strict.ts';
import { rulebook } from '#rules/rulebook.ts';
import type { PlacedFinding } from '#server/shown/overview.ts';
import { markedFiles } from '../rules/check-rule.ts';
import { corpus, hasCorpus } from '../support/corpus.ts';
import { type ReviewedChecklists, reviewChecklists } from './review-checklists.ts';

/** Larger files say nothing else here, and take long. */
const longestText = 150_000;
const filesRead = 60;

/** What is wrong is taken out, and nothing is left to judge. */
const mendedAway: ReadonlySet<string> = new Set([
  'openapi/url-no-credentials',
  'openapi/component-used',
  'openapi/precondition-accepted',
  'openapi/sunset-ahead',
  'prisma/cache-outside',
  'prisma/graph-fits',
  'prisma/index-selective',
]);

/** What they judge is named in options, not in files. */
const bySetting: ReadonlySet<string> = new Set(['prisma/soft-delete-policy', 'prisma/string-length-policy']);

/** Those that are on in `strict`, and need nothing to compare with. */
const rules = rulebook.rules.filter(
  ({ id, needs }) =>
    strict.rules[id]?.severity !== 'off' && !bySetting.has(id) && !needs.some((need) => need === 'base'),
);

describe('a row that rules decide', () => {
  it('is never passed by a finding of its subject, and has something to judge where its rule found something', () => {
    for (const rule of rules) {
      for (const { title, bad } of rule.examples) {
        const reviewed = reviewChecklists(textsOf(markedFiles(rule, bad)));
        assertTrue(reviewed, `${rule.id}: ${title}`);
        const found = reviewed.checklists.flatMap(rowsOf).filter((row) => isDecidedBy(row, rule.id));
        assert.ok(
          found.some(({ state }) => state === 'findings'),
          `${rule.id}: ${title}`,
        );
      }
    }
  });

  it('is judged still where a finding was mended', () => {
    for (const rule of rules.filter(({ id }) => !mendedAway.has(id))) {
      for (const { title, good } of rule.examples) {
        const { checklists } = reviewChecklists(textsOf(markedFiles(rule, good)));
        const states = checklists.flatMap(rowsOf).filter(({ item }) => item.id === rule.item.id);
        assert.ok(
          states.some(({ state }) => state !== 'notApplicable'),
          `${rule.id}: ${title}`,
        );
      }
    }
  });

  it('is left out where all its rules ship off, until one is turned on', () => {
    const files = { 'api.yaml': "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n" };
    const told = (preset: 'recommended' | 'strict') =>
      reviewChecklists(files, preset)
        .checklists.flatMap(rowsOf)
        .map(({ item }) => item.id);
    assert.ok(told('strict').includes('generated-code'));
    assert.ok(!told('recommended').includes('generated-code'));
  });

  it('says of the shipped example what stands there', () => {
    const names = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:yaml|prisma)$/.test(name),
    );
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(join('examples', name), 'utf8')]));
    const reviewed = reviewChecklists(files, 'recommended');
    assertTrue(reviewed, 'examples');
    const states = new Map(reviewed.checklists.flatMap(rowsOf).map(({ item, state }) => [item.id, state]));
    assert.equal(states.get('foreign-keys'), 'findings');
    assert.equal(states.get('webhook-signatures'), 'notApplicable');
    assert.equal(states.get('path-templates'), 'pass');
  });

  it('is the same for two services that share what is wrong, though that is told once', () => {
    const root = (title: string) =>
      `openapi: 3.1.0\ninfo: { title: ${title}, version: '1' }\npaths:\n  /a: { $ref: 'shared.yaml#/a' }\n  /b: { $ref: 'shared.yaml#/b' }\n`;
    const item = "get:\n    requestBody: { content: {} }\n    responses: { '200': { description: OK } }\n";
    const shared = `a:\n  ${item}b:\n  ${item}`;
    const { checklists } = reviewChecklists({ 'a.yaml': root('A'), 'b.yaml': root('B'), 'shared.yaml': shared });
    const states = checklists.map((each) => rowsOf(each).find(({ item: { id } }) => id === 'methods-semantics')?.state);
    assert.deepEqual(states, ['findings', 'findings']);
  });

  it('tells the truth of real files', function () {
    if (!hasCorpus) this.skip();
    this.timeout(3_600_000);
    let read = 0;
    for (const file of someFiles()) {
      const text = readFileSync(file, 'utf8');
      const name = file.endsWith('.prisma') ? 'schema.prisma' : `openapi${file.slice(file.lastIndexOf('.'))}`;
      assertTrue(reviewChecklists({ [name]: text }), file);
      read++;
    }
    assert.ok(read >= filesRead, `${read} files`);
  });

  it('names rules that are there', () => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    for (const { items } of checklist) {
      for (const item of items) {
        for (const id of item.kind === 'automatic' ? item.alsoDecidedBy : []) assert.ok(ids.has(id), id);
      }
    }
  });
});

/** No row is passed, or has nothing to judge, beside a finding of one of its rules. */
function assertTrue({ checklists, overview }: ReviewedChecklists, what: string): void {
  const files = new Map(overview.files.map((file) => [file.uri, file]));
  for (const each of checklists) {
    const { description, schema } = each.service;
    const uris = new Set([...(description?.uris ?? []), ...(schema?.uris ?? [])]);
    const findings = [...uris].flatMap((uri) => files.get(uri)?.findings ?? []);
    const groups = [description, schema].flatMap((part) => (part && overview.groups.get(part.root)) ?? []);
    for (const row of rowsOf(each)) {
      const own = findings.filter(({ ruleId }) => isDecidedBy(row, ruleId));
      const told = `${what}: ${row.item.id} is ${row.state} beside ${own.map(({ ruleId, message }) => `${ruleId} ${message}`).join(', ')}`;
      assert.equal(row.state === 'findings', own.length > 0, told);
      if (own.length === 0) continue;
      assert.ok(
        groups.some(({ subjects }) => subjects.has(row.item.id)),
        `${told}: its subject is not seen`,
      );
    }
  }
}

function isDecidedBy({ item }: AutomaticRowState<unknown>, ruleId: string): boolean {
  return item.alsoDecidedBy.includes(ruleId) || rules.find(({ id }) => id === ruleId)?.item.id === item.id;
}

function rowsOf({ sections }: ReviewedChecklists['checklists'][number]): readonly AutomaticRowState<PlacedFinding>[] {
  return sections.flatMap(({ items }) => items).filter((row) => row.kind === 'automatic');
}

function textsOf(files: ReturnType<typeof markedFiles>): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
}

/** Every so many of the smaller files of the corpus. */
function someFiles(): readonly string[] {
  const all = ['openapi', 'prisma']
    .flatMap((folder) =>
      readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(corpus, folder, name),
      ),
    )
    .filter(
      (path) => /\.(?:ya?ml|json|prisma)$/.test(path) && statSync(path).isFile() && statSync(path).size <= longestText,
    )
    .sort();
  const step = Math.max(1, Math.floor(all.length / filesRead));
  return all.filter((_, index) => index % step === 0);
}
