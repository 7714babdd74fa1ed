import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { discriminatorPropertyPresent } from '#rules/openapi/discriminator-property-present.ts';
import { applyFixes, reviewFiles } from './check-rule.ts';

/** Two discriminators of these properties that share a branch. */
function fixed(first: string, second: string, cat: string): string {
  const text = `openapi: 3.1.0
components:
  schemas:
    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }]
      discriminator: { propertyName: ${first} }
    Guest:
      oneOf: [{ $ref: '#/components/schemas/Cat' }]
      discriminator: { propertyName: ${second} }
    Cat:
      type: object
${cat}      properties:
        kind: { type: string }
        role: { type: string }
`;
  const files = { 'openapi.yaml': text };
  const reviewed = reviewFiles(files, [discriminatorPropertyPresent]);
  const fixes = [...reviewed.files.values()].flatMap(({ findings }) =>
    findings.flatMap(({ members, fixes: own }) =>
      members.length === 0 ? own.slice(0, 1) : members.flatMap((each) => each.fixes.slice(0, 1)),
    ),
  );
  assert.equal(fixes.length, 2);
  const after = applyFixes(reviewed, files, fixes)['openapi.yaml'] ?? '';
  return after.slice(after.indexOf('    Cat:\n'), after.indexOf('      properties:'));
}

describe('the branch that discriminators share', () => {
  it('gets each property once', () => {
    const list = '      required: [id]\n';
    assert.equal(fixed('kind', 'kind', list), '    Cat:\n      type: object\n      required: [id, kind]\n');
    assert.equal(fixed('kind', 'role', list), '    Cat:\n      type: object\n      required: [id, kind, role]\n');
  });

  it('gets the properties of all where it had no list', () => {
    const once = '    Cat:\n      type: object\n      required:\n        - kind\n';
    assert.equal(fixed('kind', 'kind', ''), once);
    assert.equal(fixed('kind', 'role', ''), `${once}        - role\n`);
  });
});
