import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { PlainValue } from '#core/tree/tree.ts';
import { describeSchema, faultsIn } from './suite-description.ts';

/** A file of the JSON Schema Test Suite holds a list of these. */
interface TestGroup {
  readonly description: string;
  readonly schema: PlainValue;
  readonly tests: readonly { readonly description: string; readonly data: PlainValue; readonly valid: boolean }[];
}

/**
 * The suite as npm has it, of which only draft 4 is a dialect of OpenAPI; CONTRIBUTING.md tells where the others are to be had. Then the
 * variable names the folder with a folder for each draft.
 */
const npmSuite = 'node_modules/json-schema-test-suite/tests';
const wholeSuite = process.env['JSON_SCHEMA_TEST_SUITE'] ?? '';

/** Groups that lead to documents of other hosts, by a reference in their schema: such are never fetched. */
const remote =
  /"\$ref":"(?:http:\/\/localhost:1234\/|https?:\/\/json-schema\.org\/draft|(?:tree|extendible-dynamic-ref|detached-dynamicref|integer)\.json)/;

/** Keywords and forms of draft 4 that 3.0 does not have. */
const notIn30 = /"(?:additionalItems|dependencies|patternProperties|id|definitions\/items)":|"items":\[|\/items\/0/;

describe('JSON Schema Test Suite', () => {
  describeDraft('draft 4 as 3.0', join(npmSuite, 'draft4'), '3.0.3', notIn30);
  describeDraft('all of draft 4 as 3.0', join(wholeSuite, 'draft4'), '3.0.3', notIn30);
  describeDraft('draft 2020-12 as 3.1', join(wholeSuite, 'draft2020-12'), '3.1.0', undefined);
  describeDraft('draft 2020-12 as 3.2', join(wholeSuite, 'draft2020-12'), '3.2.0', undefined);
});

function describeDraft(title: string, folder: string, version: string, leftOut: RegExp | undefined): void {
  if (wholeSuite === '' && !folder.startsWith(npmSuite)) it.skip(`${title} (JSON_SCHEMA_TEST_SUITE names no folder)`);
  else if (!existsSync(folder)) it.skip(`${title} (it is not installed)`);
  else
    it(`${title}: at least 99 of 100 are told right`, function () {
      this.timeout(600_000);
      const wrong: string[] = [];
      let all = 0;
      for (const [file, group] of groupsIn(folder)) {
        const text = JSON.stringify(group.schema);
        if (file === 'refRemote.json' || file === 'vocabulary.json' || remote.test(text) || leftOut?.test(text))
          continue;
        all += group.tests.length;
        wrong.push(...wrongIn(group, version).map((test) => `${file}: ${group.description}: ${test}`));
      }
      assert.ok(all > 150, `only ${all} tests`);
      assert.ok(wrong.length * 100 <= all, `${wrong.length} of ${all}:\n${wrong.join('\n')}`);
      if (process.env['JSON_SCHEMA_TEST_SUITE_LIST'])
        console.log(`${all - wrong.length} of ${all}\n${wrong.join('\n')}`);
    });
}

function groupsIn(folder: string): readonly (readonly [string, TestGroup])[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) => {
    const groups: readonly TestGroup[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return groups.map((group) => [file, group] as const);
  });
}

function wrongIn({ schema, tests }: TestGroup, version: string): readonly string[] {
  const description = describeSchema(schema, version);
  return tests.flatMap(({ description: title, data, valid }) =>
    (faultsIn(description, data).length === 0) === valid ? [] : title,
  );
}
