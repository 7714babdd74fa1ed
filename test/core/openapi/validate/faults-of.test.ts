import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Reading } from '#core/openapi/validate/evaluator.ts';
import type { Fault } from '#core/openapi/validate/fault.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { toPlainValue } from '#core/tree/tree.ts';
import { describeSchema, faultsIn } from './suite-description.ts';

/** What is wrong with a value, each as `keyword: value`. */
function told(schema: PlainValue, value: PlainValue, version = '3.1.0', reading: Partial<Reading> = {}) {
  return faultsIn(describeSchema(schema, version), value, reading).map(line);
}

function line(fault: Fault): string {
  const detail = fault.kind === 'missing' ? fault.names.join(' ') : 'key' in fault ? fault.key.value : '';
  return `${fault.keyword}${detail === '' ? '' : ` ${detail}`}: ${JSON.stringify(toPlainValue(fault.value))}`;
}

/** Written out it would make a schema look like a promise. */
const then = 'then';

const pet = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' }, pin: { type: 'string' } },
};

describe('faultsOf', () => {
  it('tells of the very value within', () => {
    const schema = { type: 'array', items: { type: 'object', properties: { price: { type: 'number', minimum: 1 } } } };
    assert.deepEqual(told(schema, [{ price: 2 }, { price: '2' }, { price: 0 }]), ['type: "2"', 'minimum: 0']);
  });

  it('tells all names that are missing at once, and once where two schemas say so', () => {
    const schema = { allOf: [{ required: ['a', 'b'] }, { required: ['a', 'b'] }, { type: 'object' }] };
    assert.deepEqual(told(schema, {}), ['required a b: {}']);
  });

  it('says nothing more of a value of another type', () => {
    const schema = { allOf: [{ type: 'string', minLength: 3 }, { enum: ['abc'] }] };
    assert.deepEqual(told(schema, 1), ['type: 1']);
  });

  it('tells of the length or of the pattern of one text', () => {
    const schema = { minLength: 3, pattern: '^[a-z]{3}$', items: { maxLength: 1, pattern: '^a$' } };
    assert.deepEqual(told(schema, 'a'), ['minLength: "a"']);
    assert.deepEqual(told({ pattern: '^[a-z]{3}$', minLength: 3 }, 'a'), ['pattern: "a"']);
    assert.deepEqual(told(schema, ['bc', 'b']), ['maxLength: "bc"', 'pattern: "b"']);
    assert.deepEqual(told({ minimum: 3, multipleOf: 2 }, 1), ['minimum: 1', 'multipleOf: 1']);
  });

  it('counts no branches where the value is wrong beside them', () => {
    const several = { oneOf: [{ maxLength: 5 }, { minLength: 1 }] };
    const none = { oneOf: [{ pattern: '^x' }, { pattern: '^y' }] };
    for (const branches of [several, none]) {
      assert.deepEqual(told({ ...branches, maxLength: 2 }, 'abc'), ['maxLength: "abc"']);
      assert.deepEqual(told({ allOf: [branches, { maxLength: 2 }] }, 'abc'), ['maxLength: "abc"']);
      assert.deepEqual(told({ ...branches, maxLength: 3 }, 'abc'), ['oneOf: "abc"']);
    }
    const within = { oneOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: { type: 'string' } } };
    assert.deepEqual(told(within, { a: 1, b: 1 }), ['oneOf: {"a":1,"b":1}', 'type: 1']);
  });

  it('tells of the branch that is meant', () => {
    const schema = { oneOf: [pet, { type: 'string' }, { type: 'null' }] };
    assert.deepEqual(told(schema, { id: 1, name: 2 }), ['type: 2']);
    const kinds = {
      anyOf: ['cat', 'dog'].map((kind) => ({
        type: 'object',
        required: ['kind', 'age'],
        properties: { kind: { const: kind }, age: { type: 'integer' } },
      })),
    };
    assert.deepEqual(told(kinds, { kind: 'dog', age: 'old' }), ['type: "old"']);
  });

  it('tells of all types where each branch wants another one', () => {
    const [fault] = faultsIn(describeSchema({ oneOf: [{ type: 'string' }, { type: 'array' }] }, '3.1.0'), 1);
    assert.deepEqual(fault?.kind === 'type' && fault.expected, ['string', 'array']);
  });

  it('tells that none fits where several are as near', () => {
    const schema = {
      oneOf: [
        { type: 'string', minLength: 5 },
        { type: 'string', pattern: '^x' },
      ],
    };
    assert.deepEqual(told(schema, 'abc'), ['oneOf: "abc"']);
  });

  it('believes a discriminator', () => {
    const branch = (name: string) => ({ type: 'object', required: [name], properties: { kind: { type: 'string' } } });
    const description = { ...branches('kind'), $defs: { A: branch('a'), B: branch('b') } };
    assert.deepEqual(told(description, { kind: 'B' }), ['required b: {"kind":"B"}']);
    assert.deepEqual(told(description, { kind: 'A', a: 1, b: 2 }), []);
    assert.deepEqual(told(description, { a: 1, b: 2 }), []);
    const bare = { oneOf: branches('kind')['oneOf'] ?? [], $defs: description.$defs };
    assert.deepEqual(told(bare, { a: 1, b: 2 }), ['oneOf: {"a":1,"b":2}']);
  });

  it('says nothing that depends on what is not there', () => {
    const unknown = { $ref: 'https://example.com/other.json' };
    assert.deepEqual(told({ oneOf: [{ type: 'string' }, unknown] }, 1), []);
    assert.deepEqual(told({ not: unknown }, 1), []);
    assert.deepEqual(told({ if: unknown, [then]: false }, 1), []);
    assert.deepEqual(told({ contains: unknown }, [1]), []);
    assert.deepEqual(told({ allOf: [unknown], unevaluatedProperties: false }, { a: 1 }), []);
    assert.deepEqual(told({ allOf: [unknown, { type: 'string' }] }, 1), ['type: 1']);
    assert.deepEqual(told({ type: 'int' }, 'a'), []);
    assert.deepEqual(told({ pattern: '(?i)a' }, 'b'), []);
  });

  describe('formats, which are not looked at', () => {
    const date = { type: 'string', format: 'date' };
    const time = { type: 'string', format: 'date-time' };
    const quiet: readonly (readonly [string, PlainValue, PlainValue])[] = [
      ['count for none of several', { oneOf: [date, time] }, '2026-01-31'],
      ['count for none of several numbers', { oneOf: ['int32', 'int64'].map((format) => ({ format })) }, 1],
      [
        'count for none of several objects',
        { oneOf: [{ properties: { a: date } }, { properties: { a: time } }] },
        { a: '' },
      ],
      ['count for none of several lists', { oneOf: [{ items: date }, { items: time }] }, ['a']],
      ['count for none through a choice', { oneOf: [{ anyOf: [date, time] }, { allOf: [time] }] }, 'a'],
      ['count for none among names', { oneOf: [{ propertyNames: date }, { propertyNames: time }] }, { a: 1 }],
      ['forbid nothing', { not: { type: 'string', format: 'email' } }, 'abc'],
      ['decide nothing', { if: { format: 'date' }, [then]: { maxLength: 3 }, else: { maxLength: 2 } }, 'abcd'],
      ['count for no item', { contains: date, maxContains: 1 }, ['a', 'b']],
      [
        'speak of what a text holds',
        { oneOf: [{ contentEncoding: 'base64' }, { contentMediaType: 'text/html' }] },
        'a',
      ],
      ['forbid nothing that a text holds', { not: { contentSchema: { type: 'object' } } }, 'a'],
    ];
    for (const [title, schema, value] of quiet) it(title, () => assert.deepEqual(told(schema, value), []));

    it('leave what fails otherwise as it is', () => {
      assert.deepEqual(told({ oneOf: [date, time] }, 1), ['type: 1']);
      assert.deepEqual(told({ oneOf: [date, time, {}, { type: 'string' }] }, 'a'), ['oneOf: "a"']);
      assert.deepEqual(told({ not: { format: 'email' } }, true), ['not: true']);
      assert.deepEqual(told({ if: { type: 'integer', format: 'int32' }, else: { maxLength: 3 } }, 'abcd'), [
        'maxLength: "abcd"',
      ]);
      assert.deepEqual(told({ contains: { type: 'integer', format: 'int32' } }, ['a']), ['contains: ["a"]']);
    });

    it('hold where the values are listed', () => {
      const listed = { type: 'string', format: 'lower', enum: ['a'] };
      assert.deepEqual(told({ oneOf: [listed, { const: 'a', format: 'x' }] }, 'a'), ['oneOf: "a"']);
    });

    it('leave a choice open that a discriminator names', () => {
      const schema = {
        oneOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }, {}, true],
        discriminator: { propertyName: 'kind' },
        $defs: { A: { properties: { at: date } }, B: {} },
      };
      assert.deepEqual(told(schema, { kind: 'A', at: 'a' }), []);
    });
  });

  describe('by direction', () => {
    const cases: readonly (readonly [Reading['direction'], readonly string[]])[] = [
      ['request', []],
      ['response', ['required id: {"name":"a"}']],
      ['either', []],
    ];
    for (const [direction, expected] of cases)
      it(`asks ${expected.length === 0 ? 'not ' : ''}for a read-only property: ${direction}`, () => {
        const reading = { direction };
        assert.deepEqual(told(pet, { name: 'a' }, '3.0.3', reading), expected);
        const spread = { allOf: [{ required: ['id'] }, { $ref: '#/$defs/P' }], $defs: { P: pet } };
        assert.deepEqual(told(spread, { name: 'a' }, '3.1.0', reading), expected);
      });

    it('asks for a write-only one in requests', () => {
      const schema = { required: ['pin'], properties: { pin: { allOf: [{ writeOnly: true }] } } };
      assert.deepEqual(told(schema, {}, '3.0.3', { direction: 'request' }), ['required pin: {}']);
      assert.deepEqual(told(schema, {}, '3.0.3', { direction: 'response' }), []);
    });
  });

  describe('up to 3.0', () => {
    it('takes null where it is said to, whatever else is said', () => {
      assert.deepEqual(told({ type: 'string', enum: ['a'], nullable: true }, null, '3.0.3'), []);
      assert.deepEqual(told({ nullable: true, allOf: [{ type: 'object' }] }, null, '3.0.3'), []);
      assert.deepEqual(told({ allOf: [{ type: 'object' }, { nullable: true }] }, null, '3.0.3'), []);
      assert.deepEqual(told({ type: 'string', 'x-nullable': true }, null, '2.0'), []);
      assert.deepEqual(told({ type: 'string' }, null, '3.0.3'), ['type: null']);
    });

    it('reads exclusive limits as a boolean', () => {
      const schema = { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false };
      assert.deepEqual(
        [1, 3, 4].flatMap((value) => told(schema, value, '3.0.3')),
        ['exclusiveMinimum: 1', 'maximum: 4'],
      );
    });

    it('reads no number as an exclusive limit, nor a boolean later on', () => {
      const number = { exclusiveMinimum: 1, exclusiveMaximum: 1 };
      for (const version of ['2.0', '3.0.3']) assert.deepEqual(told(number, 1, version), []);
      const boolean = { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true };
      for (const version of ['3.1.0', '3.2.0'])
        assert.deepEqual(
          [0, 1, 3, 4].flatMap((value) => told(boolean, value, version)),
          ['minimum: 0', 'maximum: 4'],
        );
      assert.deepEqual(told(number, 1), ['exclusiveMinimum: 1', 'exclusiveMaximum: 1']);
    });

    it('knows no later keywords', () => {
      const later = { const: 1, prefixItems: [false], propertyNames: false, if: true, [then]: false };
      for (const value of [2, [1], { a: 1 }]) assert.deepEqual(told(later, value, '3.0.3'), []);
      assert.deepEqual(told({ anyOf: [false] }, 1, '2.0'), []);
    });

    it('passes by what stands beside a reference', () => {
      const beside = {
        properties: { a: { $ref: '#/definitions/S/definitions/T', maxLength: 1 } },
        definitions: { T: {} },
      };
      assert.deepEqual(told(beside, { a: 'abc' }, '2.0'), []);
    });

    it('takes no other property for one that a pattern may mean', () => {
      const schema = { additionalProperties: false, patternProperties: { '^x-': {} } };
      assert.deepEqual(told(schema, { 'x-a': 1, b: 1 }, '3.0.3'), ['additionalProperties b: {"x-a":1,"b":1}']);
    });
  });

  describe('what nobody has written yet', () => {
    const lenient = { isLenient: true };
    it('is a reference within a value', () => {
      assert.deepEqual(told({ type: 'string' }, { $ref: 'a.json' }, '3.1.0', lenient), []);
      assert.deepEqual(told({ items: { type: 'string' } }, [{ $ref: 'a.json' }, 1], '3.1.0', lenient), ['type: 1']);
    });
  });

  describe('bounds', () => {
    it('ends where schemas lead back to themselves', () => {
      assert.deepEqual(
        told({ $ref: '#/$defs/A', $defs: { A: { allOf: [{ $ref: '#/$defs/A' }, { type: 'string' }] } } }, 1),
        ['type: 1'],
      );
    });

    it('gives up where branches multiply', () => {
      const branch = (n: number) => ({ $ref: `#/$defs/L${n}` });
      const levels = Array.from({ length: 40 }, (_, n) => [
        `L${n}`,
        { anyOf: [branch(n + 1), { allOf: [branch(n + 1)] }] },
      ]);
      const schema = { ...branch(0), $defs: { ...Object.fromEntries(levels), L40: { type: 'string' } } };
      assert.deepEqual(told(schema, 1), []);
    });

    it('gives up on values that lie too deep', () => {
      let deep: PlainValue = 'x';
      for (let n = 0; n < 400; n++) deep = [deep];
      const schema = { anyOf: [{ type: 'array', items: { $ref: '#' } }, { type: 'integer' }] };
      assert.deepEqual(told(schema, deep), []);
    });
  });
});

function branches(propertyName: string): { readonly [key: string]: PlainValue } {
  return { oneOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }], discriminator: { propertyName } };
}
