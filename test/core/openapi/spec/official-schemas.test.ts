import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { versions } from '#core/openapi/spec/objects-of.ts';
import { Random } from '../../../support/random.ts';
import { knownDifference } from './known-differences.ts';
import { mutate } from './mutants.ts';
import { officialSchema } from './official-schema.ts';
import { toldFaults } from './told-faults.ts';
import { wholeDescription } from './whole-descriptions.ts';

const perVersion = 500;

for (const version of versions) {
  const official = officialSchema(version);
  describe(`the tables and the official schema of ${version}`, () => {
    if (official === undefined) it.skip('say the same (it is not installed: npm install)');
    else {
      it('find nothing in a description that has everything', () => {
        assert.deepEqual(official(wholeDescription(version)), []);
        assert.deepEqual(toldFaults(wholeDescription(version)), []);
      });

      it(`say the same of ${perVersion} mutants, but for what is listed`, () => {
        const random = new Random(Number(process.env['PLUMBLINE_SEED'] ?? 1));
        const counts = { valid: 0, invalid: 0, different: 0 };
        const differences: string[] = [];
        for (let n = 0; n < perVersion; n++) {
          const mutant = mutate(wholeDescription(version), random);
          assert.ok(mutant !== undefined);
          const [refused, told] = [official(mutant.value), toldFaults(mutant.value)];
          if ((refused.length === 0) === (told.length === 0)) counts[told.length === 0 ? 'valid' : 'invalid']++;
          else if (knownDifference(version, mutant, refused, told) !== undefined) counts.different++;
          else
            differences.push(
              `${mutant.told}: ${refused[0] ? `official ${refused[0].place} ${refused[0].message}` : ''} ${told[0] ?? ''}`,
            );
        }
        if (process.env['PLUMBLINE_SHOW']) console.log(version, counts);
        assert.deepEqual(differences, []);
        assert.ok(Math.min(counts.valid, counts.invalid) > perVersion / 10, JSON.stringify(counts));
      });
    }
  });
}
