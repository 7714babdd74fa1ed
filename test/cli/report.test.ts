import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createReport } from '#cli/report.ts';
import { jsonReport } from '#cli/report-json.ts';
import { summaryText, textReport } from '#cli/report-text.ts';
import { plainStyle } from '#cli/style.ts';
import type { FileReview, ReviewFinding } from '#core/review-finding.ts';

const uri = 'file:///project/api/openapi.yaml';
const schemaUri = 'file:///project/prisma/schema.prisma';

const finding: ReviewFinding = {
  ruleId: 'openapi/get-no-request-body',
  severity: 'error',
  uri,
  span: { start: 14, end: 17 },
  message: 'GET /users has a request body.',
  fixes: [{ title: 'Remove the request body', safety: 'review', changes: [] }],
  related: [{ uri: schemaUri, span: { start: 6, end: 10 }, message: 'The model.' }],
  members: [],
};
const lesser: ReviewFinding = { ...finding, severity: 'info', span: { start: 0, end: 5 }, fixes: [], related: [] };

/** One at its own place, and the others in the schema. */
function fold(count: number): ReviewFinding {
  const members = Array.from({ length: count }, (_, index) => ({
    ...finding,
    ...(index === 0 ? {} : { uri: schemaUri, span: { start: index, end: index + 1 } }),
    message: `Place ${index}.`,
  }));
  return {
    ...finding,
    message: `${count} operations have a request body.`,
    fixes: [{ title: `Remove ${count} request bodies`, safety: 'review', changes: [] }],
    related: members.slice(1, 6),
    members,
  };
}

function reportOf(
  findings: readonly ReviewFinding[],
  lowest: 'info' | 'error' = 'info',
  every = false,
  isShown: (uri: string) => boolean = () => true,
) {
  const files: FileReview[] = [
    { uri: schemaUri, role: 'prisma', text: 'model User {\n}\n', findings: [] },
    { uri, role: 'openapi-root', text: 'paths:\n  /u:\n  get: {}\n', findings },
    { uri: 'file:///project/package.json', role: 'other', text: '{}', findings: [] },
  ];
  return createReport(
    { files: new Map(files.map((file) => [file.uri, file])) },
    { cwd: '/project', aliases: new Map(), isShown, made: [], lowest, rules: undefined, every },
  );
}

function textOf(findings: readonly ReviewFinding[], maxFindings = 0): string {
  return [...textReport(reportOf(findings), { style: plainStyle, width: 80, maxFindings })].join('');
}

describe('the report', () => {
  it('groups findings by file, each with its line, carets, related places and fix', () => {
    assert.equal(
      textOf([finding]),
      [
        'api/openapi.yaml',
        '  3:2 error GET /users has a request body.  openapi/get-no-request-body',
        '  3 │   get: {}',
        '    │  ^^^',
        '    see: prisma/schema.prisma:1:7 The model.',
        '    fix: Remove the request body',
        '',
        '',
      ].join('\n'),
    );
  });

  it('sums up', () => {
    assert.equal(
      summaryText(reportOf([finding, lesser]).summary, plainStyle),
      '1 error, 1 info in 1 file (2 reviewed).\n',
    );
    assert.equal(summaryText(reportOf([]).summary, plainStyle), '✔ 2 files reviewed, nothing to improve.\n');
  });

  it('shows the worst findings when there are too many, and counts the others', () => {
    const text = textOf([lesser, finding, lesser], 1);
    assert.match(text, /3:2 error/);
    assert.match(text, /and 2 further findings/);
    assert.equal(text.match(/ {2}\d+:\d+ /g)?.length, 1);
  });

  it('leaves out what is below the lowest severity', () => {
    assert.deepEqual(
      reportOf([lesser, finding], 'error').files.map(({ findings }) => findings.length),
      [1, 0],
    );
  });

  it('names the first places of a finding that tells of several, and counts the others', () => {
    const text = textOf([fold(9)]);
    assert.match(text, /3:2 error 9 operations have a request body\. /);
    assert.equal(text.match(/see: /g)?.length, 6);
    assert.match(text, /see: prisma\/schema\.prisma:1:2 Place 1\./);
    assert.match(text, /see: … and 3 further places \(--every shows all\)/);
    assert.match(text, /fix: Remove 9 request bodies/);
    assert.doesNotMatch(textOf([fold(6)]), /further/);
    const { summary } = reportOf([fold(9), lesser]);
    assert.equal(summaryText(summary, plainStyle), '1 error, 1 info at 10 places in 1 file (2 reviewed).\n');
  });

  it('gives programs the count and all places, or the findings one by one', () => {
    const [file] = jsonReport(reportOf([fold(9)])).files;
    assert.equal(file?.findings.length, 1);
    assert.equal(file?.findings[0]?.count, 9);
    assert.deepEqual(
      file?.findings[0]?.places.map(({ path, message }) => `${path} ${message}`),
      ['api/openapi.yaml Place 0.', ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `prisma/schema.prisma Place ${at}.`)],
    );
    const every = jsonReport(reportOf([fold(9)], 'info', true));
    assert.deepEqual(
      every.files.map(({ path, findings }) => `${path} ${findings.length} ${findings.map(({ count }) => count)}`),
      ['api/openapi.yaml 1 1', 'prisma/schema.prisma 8 1,1,1,1,1,1,1,1'],
    );
    assert.equal(every.summary.places, 9);
  });

  it('tells one by one of the files that are shown where a finding also tells of others', () => {
    const report = reportOf([fold(9)], 'info', false, (of) => of === uri);
    assert.deepEqual(
      report.files.flatMap(({ findings }) => findings.map(({ message }) => message)),
      ['Place 0.'],
    );
  });

  it('is a stable document for programs', () => {
    assert.deepEqual(jsonReport(reportOf([finding])), {
      version: 1,
      files: [
        {
          path: 'api/openapi.yaml',
          role: 'openapi-root',
          findings: [
            {
              ruleId: 'openapi/get-no-request-body',
              severity: 'error',
              message: 'GET /users has a request body.',
              start: { line: 3, column: 2, offset: 14 },
              end: { line: 3, column: 5, offset: 17 },
              fixes: [{ title: 'Remove the request body', safety: 'review' }],
              related: [
                {
                  path: 'prisma/schema.prisma',
                  start: { line: 1, column: 7, offset: 6 },
                  end: { line: 1, column: 11, offset: 10 },
                  message: 'The model.',
                },
              ],
              count: 1,
              places: [],
            },
          ],
          leftOut: 0,
          fixed: 0,
          applied: [],
        },
        { path: 'prisma/schema.prisma', role: 'prisma', findings: [], leftOut: 0, fixed: 0, applied: [] },
      ],
      summary: {
        files: 2,
        filesWithFindings: 1,
        error: 1,
        warning: 0,
        info: 0,
        places: 1,
        fixable: 0,
        fixed: 0,
        rules: { 'openapi/get-no-request-body': 1 },
      },
    });
  });
});
