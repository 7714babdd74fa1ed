import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { head, mended } from './mended.ts';

describe('nullable without a type, in 3.1', () => {
  const schemas = (lines: string) => `${head('3.1.0')}paths: {}
components:
  schemas:
    Name: { type: string }
${lines}`;

  it('is an alternative, as elsewhere', () => {
    const others = "    Other: { oneOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }\n";
    const { text } = mended(
      schemas(
        `${others}    A:\n      $ref: '#/components/schemas/Name'\n      nullable: true\n      description: Maybe.\n`,
      ),
    );
    assert.equal(
      text,
      schemas(
        `${others}    A:\n      oneOf:\n        - $ref: '#/components/schemas/Name'\n        - type: 'null'\n      description: Maybe.\n`,
      ),
    );
  });

  it('is an alternative of what is there', () => {
    const { text } = mended(
      schemas(
        "    A: { anyOf: [{ $ref: '#/components/schemas/Name' }], nullable: true }\n    B: { enum: [a], nullable: true }\n    C: { allOf: [{ type: string }, { minLength: 1 }], nullable: true }\n",
      ),
    );
    assert.equal(
      text,
      schemas(
        "    A: { anyOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }\n    B: { enum: [a, null] }\n    C: { anyOf: [{ allOf: [{ type: string }, { minLength: 1 }] }, { type: 'null' }] }\n",
      ),
    );
  });

  it('is left alone where a discriminator would have to tell it, or nothing is said of values', () => {
    const text = schemas(
      "    A: { oneOf: [{ $ref: '#/components/schemas/Name' }], discriminator: { propertyName: a }, nullable: true }\n    B: { properties: {}, nullable: true }\n",
    );
    assert.equal(mended(text).text, text);
  });
});
