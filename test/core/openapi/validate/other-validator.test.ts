import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'mocha';
import type { PlainValue } from '#core/tree/tree.ts';
import { Random } from '../../../support/random.ts';
import { describeSchema, faultsIn } from './suite-description.ts';

interface OtherValidator {
  validate(value: unknown): { readonly valid: boolean };
}
type OtherLibrary = { readonly Validator: new (schema: unknown, draft: '2020-12', short: boolean) => OtherValidator };

/** A validator for JSON Schema by others; undefined where it is not installed. */
const other = loadOther();

describe('faultsOf and another validator', () => {
  if (other === undefined) it.skip('agree (the other one is not installed)');
  else
    it('agree about 20 000 schemas and values made at random', function () {
      this.timeout(600_000);
      const counts = { fitting: 0, wrong: 0 };
      for (let seed = 0; seed < 4000; seed++) {
        const random = new Random(seed);
        const schema = new SchemaMaker(random).make();
        const description = describeSchema(schema, '3.1.0');
        const theirs = new other.Validator(schema, '2020-12', false);
        for (let n = 0; n < 5; n++) {
          const value = randomValue(random, 3);
          const isFitting = faultsIn(description, value).length === 0;
          counts[isFitting ? 'fitting' : 'wrong']++;
          const context = `seed ${seed}: ${JSON.stringify(schema)} of ${JSON.stringify(value)}`;
          assert.equal(isFitting, theirs.validate(value).valid, context);
        }
      }
      assert.ok(Math.min(counts.fitting, counts.wrong) > 4000, JSON.stringify(counts));
    });
});

function loadOther(): OtherLibrary | undefined {
  try {
    return createRequire(import.meta.url)('@cfworker/json-schema');
  } catch {
    return undefined;
  }
}

/** Written out it would make a schema look like a promise. */
const then = 'then';

type PlainMap = { readonly [key: string]: PlainValue };

const names = ['a', 'b', 'c', 'ab'] as const;
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;

function randomValue(random: Random, depth: number): PlainValue {
  const kind = random.below(depth > 0 ? 8 : 5);
  if (kind === 0) return random.pick([null, true, false]);
  if (kind < 3) return random.pick([0, 1, 2, 3.5, -1]);
  if (kind < 5) return random.pick(['', 'a', 'ab', 'abc', 'b']);
  const children = Array.from({ length: random.below(4) }, () => randomValue(random, depth - 1));
  return kind === 5 ? children : Object.fromEntries(children.map((child) => [random.pick(names), child]));
}

class SchemaMaker {
  readonly #random: Random;
  /** No definition leads to another one: none leads back to itself. */
  #hasDefinitions = false;

  constructor(random: Random) {
    this.#random = random;
  }

  make(): PlainValue {
    const $defs = { a: this.#schema(2), b: this.#schema(1) };
    this.#hasDefinitions = true;
    return { ...this.#map(3), $defs };
  }

  #schema(depth: number): PlainValue {
    return this.#random.below(12) === 0 ? this.#random.pick([true, false]) : this.#map(depth);
  }

  #map(depth: number): PlainMap {
    const count = 1 + this.#random.below(3);
    return Object.assign({}, ...Array.from({ length: count }, () => this.#keyword(depth)));
  }

  #keyword(depth: number): PlainMap {
    const { pick, below } = {
      pick: this.#random.pick.bind(this.#random),
      below: this.#random.below.bind(this.#random),
    };
    const leaf = below(depth > 0 ? 24 : 10);
    switch (leaf) {
      case 0:
        return { type: pick(types) };
      case 1:
        return { type: [pick(types), pick(types)].filter((type, at, all) => all.indexOf(type) === at) };
      case 2:
        return { enum: [randomValue(this.#random, 1), randomValue(this.#random, 1)] };
      case 3:
        return { const: randomValue(this.#random, 1) };
      case 4:
        return pick<PlainMap>([
          { minimum: 1 },
          { maximum: 2 },
          { exclusiveMinimum: 0 },
          { exclusiveMaximum: 3 },
          { multipleOf: 0.5 },
        ]);
      case 5:
        return pick<PlainMap>([{ minLength: 1 }, { maxLength: 2 }, { pattern: '^a' }, { pattern: 'b$' }]);
      case 6:
        return pick<PlainMap>([{ minItems: 1 }, { maxItems: 2 }, { uniqueItems: true }]);
      case 7:
        return pick<PlainMap>([{ minProperties: 1 }, { maxProperties: 1 }, { required: [pick(names)] }]);
      case 8:
        return { dependentRequired: { [pick(names)]: [pick(names)] } };
      case 9:
        return this.#hasDefinitions ? { $ref: pick(['#/$defs/a', '#/$defs/b']) } : {};
      default:
        return this.#applicator(leaf, depth - 1);
    }
  }

  #applicator(leaf: number, depth: number): PlainMap {
    const inner = (): PlainValue => this.#schema(depth);
    const name = this.#random.pick(names);
    switch (leaf) {
      case 10:
      case 11:
        return { properties: { [name]: inner(), a: inner() } };
      case 12:
        return { patternProperties: { '^a': inner() } };
      case 13:
        return { properties: { [name]: inner() }, additionalProperties: inner() };
      case 14:
        return { propertyNames: inner() };
      case 15:
        return { items: inner() };
      case 16:
        return { prefixItems: [inner(), inner()], items: inner() };
      case 17:
        return { contains: inner(), ...this.#random.pick<PlainMap>([{}, { minContains: 0 }, { maxContains: 1 }]) };
      case 18:
        return { allOf: [inner(), inner()] };
      case 19:
        return { anyOf: [inner(), inner()] };
      case 20:
        return { oneOf: [inner(), inner()] };
      case 21:
        return { not: inner() };
      case 22:
        return { if: inner(), [then]: inner(), else: inner() };
      default:
        return { dependentSchemas: { [name]: inner() } };
    }
  }
}
