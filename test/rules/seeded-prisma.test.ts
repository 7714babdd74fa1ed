import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { review } from '#core/review.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { rulebook } from '#rules/rulebook.ts';
import { prismaErrors } from '../core/prisma/prisma-oracle.ts';
import { readSeededFaults, type SeededFault, type SeededSchema } from './seeded-faults.ts';

const folder = 'test/rules/seeded';
const schemas = readdirSync(folder)
  .filter((name) => name.startsWith('prisma-'))
  .sort()
  .flatMap((name) => readSeededFaults(readFileSync(`${folder}/${name}`, 'utf8')));

const known = new Set<string>(rulebook.rules.map(({ id }) => id));
const recommended = new Set<string>(rulebook.rules.flatMap(({ id, recommended }) => (recommended ? [id] : [])));

/** Of twenty faults so many are caught. */
const leastShare = 19 / 20;

describe('seeded faults in Prisma schemas', () => {
  it('are many, and Prisma itself holds nothing against them', () => {
    const faults = schemas.flatMap((schema) => schema.faults);
    assert.ok(faults.length >= 60, `${faults.length}`);
    const texts = [...schemas, ...faults].map(({ title, text }) => ({ title, errors: errorsOf(text) }));
    assert.deepEqual(
      texts.filter(({ errors }) => errors.length > 0),
      [],
    );
    assert.deepEqual(
      faults.filter(({ ruleIds }) => ruleIds.length === 0),
      [],
    );
  });

  it('are caught by strict, nineteen of twenty', () => assertCaught('strict', known));

  it('are caught by recommended where their rule is, nineteen of twenty', () =>
    assertCaught('recommended', recommended));

  for (const schema of schemas) {
    it(`are not found where they are not: ${schema.title}`, () => {
      const found = told('recommended', schema.text).map(shown);
      assert.deepEqual(found, [], 'recommended');
      const bound = new Set(schema.faults.flatMap(({ ruleIds }) => ruleIds));
      const strict = told('strict', schema.text).filter(({ ruleId }) => bound.has(ruleId));
      assert.deepEqual(strict.map(shown), [], 'strict');
    });
  }
});

/** Those whose rules are there; the others wait for theirs. */
function assertCaught(preset: string, rules: ReadonlySet<string>): void {
  const pairs = schemas.flatMap((schema) => schema.faults.map((fault) => ({ schema, fault })));
  const tried = pairs.filter(({ fault }) => fault.ruleIds.some((id) => rules.has(id)));
  const missed = tried.filter(({ schema, fault }) => !isCaught(preset, schema, fault));
  const least = Math.ceil(tried.length * leastShare);
  const caught = tried.length - missed.length;
  const names = missed.map(({ fault }) => `${fault.ruleIds.join()}: ${fault.title}`).join('\n');
  assert.ok(
    caught >= least,
    `${caught} of ${tried.length} are caught, ${pairs.length - tried.length} wait; missed:\n${names}`,
  );
}

/** True when one of its rules says something that it does not say of the clean schema. */
function isCaught(preset: string, schema: SeededSchema, { text, ruleIds }: SeededFault): boolean {
  const before = new Set(told(preset, schema.text).map(shown));
  return told(preset, text).some((finding) => ruleIds.includes(finding.ruleId) && !before.has(shown(finding)));
}

function shown({ ruleId, message }: ReviewFinding): string {
  return `${ruleId}: ${message}`;
}

function told(preset: string, text: string): readonly ReviewFinding[] {
  const settings = { folders: ['file:///seeded'], preset, unread: new Map(), failFast: true };
  const { files } = review([{ uri: 'file:///seeded/schema.prisma', text }], rulebook, settings);
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
}

function errorsOf(text: string): readonly string[] {
  return prismaErrors([['schema.prisma', text]]);
}
