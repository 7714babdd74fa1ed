import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '@prisma/prisma-schema-wasm';
import { describe, it } from 'mocha';
import { LineIndex } from '#core/text/line-index.ts';
import { rules } from '#rules/index.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';
import { readCases } from './read-cases.ts';

interface Complaint {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Rules about another thing than Prisma complains of in the same line: beside its extension the editor leaves them out. */
const others: ReadonlySet<string> = new Set([
  'prisma/money-exact',
  'prisma/relation-on-delete-stated',
  'prisma/url-from-environment',
]);

/** So is this rule where Prisma says this. */
const othersIn: { readonly [title: string]: string } = {
  'SetNull on a required column': 'prisma/foreign-key-indexed',
};

const prismaRules = rules.filter(({ id }) => id.startsWith('prisma/'));

describe('what Prisma itself reports', () => {
  for (const { title, files } of readCases(readFileSync('test/rules/prisma-complaints.md', 'utf8'), 'schema.prisma')) {
    it(`is not told by rules: ${title}`, () => {
      const { 'schema.prisma': text = '' } = files;
      const complaints: readonly Complaint[] = JSON.parse(lint(JSON.stringify([['schema.prisma', text]])));
      assert.ok(complaints.length > 0, 'Prisma has something to say');
      const lines = new LineIndex(text);
      const lineOf = (offset: number) => lines.positionAt(offset).line;
      const taken = complaints.map(({ start, end }) => ({
        first: lineOf(start),
        last: lineOf(Math.max(start, end - 1)),
      }));
      const isTaken = (line: number) =>
        taken.some(({ first, last }) => (first === last || last - first < 2) && first <= line && line <= last);
      const told = findingsIn(reviewFiles(files, prismaRules), 'schema.prisma');
      const doubled = told.filter(
        ({ span, ruleId }) =>
          ruleId.startsWith('prisma/') &&
          !others.has(ruleId) &&
          ruleId !== othersIn[title] &&
          isTaken(lineOf(span.start)),
      );
      assert.deepEqual(
        doubled.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
        complaints.map((complaint) => complaint.text).join('\n'),
      );
    });
  }
});
