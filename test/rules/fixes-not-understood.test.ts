import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { rateLimitDocumented } from '#rules/openapi/rate-limit-documented.ts';
import { successResponseDocumented } from '#rules/openapi/success-response-documented.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

/** A description whose operation lacks everything, and whose end is being typed. */
const open = (end: string): string => `openapi: 3.0.3
info: { title: T, version: 1.0.0 }
paths:
  /orders:
    post: { responses: {} }
    put: { responses: { '200': { description: OK } } }
  /users:
    get:
      responses:
        '200': { description: OK }
        '404': { $ref: '#/components/responses/Missing' }
components:
  responses:
    Missing:
      description: No
      content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
${end}`;

describe('fixes beside text that is not understood', () => {
  for (const end of [
    '      headers: { a: [',
    '  schemas:\n    A: {',
    '  schemas:\n    A: "',
    '  schemas: [',
    '- ',
    'info: {',
  ]) {
    it(`are found out without an exception: ${JSON.stringify(end)}`, () => {
      const rules = [successResponseDocumented, rateLimitDocumented, errorResponseDocumented];
      const reviewed = reviewFiles({ 'openapi.yaml': open(end) }, rules);
      const fixes = findingsIn(reviewed, 'openapi.yaml').flatMap((finding) => finding.fixes);
      for (const fix of fixes) assert.ok(fixOutcome(fix, reviewed.workspace).kind);
    });
  }
});
