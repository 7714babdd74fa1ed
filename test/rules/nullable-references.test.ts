import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { referenceAlone } from '#rules/openapi/reference-alone.ts';
import { reviewFiles } from './check-rule.ts';

/** The titles of the fixes of what stands beside references to these schemas. */
function titles(beside: string, ...targets: readonly string[]): readonly string[] {
  const properties = targets.map((_, at) => `        p${at}: { $ref: '#/components/schemas/T${at}', ${beside} }\n`);
  const schemas = targets.map((target, at) => `    T${at}: ${target}\n`);
  const text = `openapi: 3.0.3
components:
  schemas:
    Order:
      properties:
${properties.join('')}${schemas.join('')}`;
  const { files } = reviewFiles({ 'openapi.yaml': text }, [referenceAlone]);
  return [...files.values()].flatMap(({ findings }) =>
    findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)),
  );
}

describe('nullable beside a $ref', () => {
  const remove = 'Remove “nullable”, which is ignored beside the $ref';

  it('is given the type of the target', () => {
    assert.deepEqual(titles('nullable: true', '{ type: string }'), [
      'Put the $ref into allOf beside its type “string”, so that “nullable” counts',
      remove,
    ]);
    assert.deepEqual(
      titles('nullable: true, default: a', '{ type: string }')[0],
      'Put the $ref into allOf beside its type “string”, so that “nullable” and “default” count',
    );
  });

  it('is only removed where the target has no single type', () => {
    for (const target of ['{ oneOf: [{ type: string }, { type: integer }] }', '{ enum: [a] }', '{ properties: {} }'])
      assert.deepEqual(titles('nullable: true', target), [remove]);
  });

  it('is one decision, whatever the types', () => {
    assert.deepEqual(titles('nullable: true', '{ type: string }', '{ type: object }', '{ type: integer }'), [
      'Put 3 $refs into allOf beside their types, so that “nullable” counts',
    ]);
  });
});
