import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '#rules/index.ts';
import { reviewFiles } from '../check-rule.ts';
import { toldOf } from './told-of.ts';

const changeRules = rules.filter(({ id }) => id.startsWith('change/'));

/** A description in which `Thing` is sent and returned; `others` are components beside it. */
function described(schema: string, others = ''): string {
  const version = schema.includes("'null'") ? '3.1.0' : '3.0.3';
  const content = `content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }`;
  return `openapi: ${version}
paths:
  /things:
    put:
      requestBody: { required: true, ${content} }
      responses: { '200': { description: It., ${content} } }
components:
  schemas:
    Thing: ${schema}
${others
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => `    ${line.trim()}\n`)
  .join('')}`;
}

interface SchemaChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly told: readonly string[];
}

const square = `Base: { type: object, required: [kind], properties: { kind: { type: string } } }
Square: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { kind: { type: string, enum: [square] } } }] }
Circle: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { kind: { type: string, enum: [circle] } } }] }
Line: { type: object, required: [kind, length], properties: { kind: { type: string, enum: [line] }, length: { type: number } } }
Shape: { oneOf: [{ $ref: '#/components/schemas/Square' }, { $ref: '#/components/schemas/Circle' }] }
`;
const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;
const list = (...names: readonly string[]): string => `[${names.map(ref).join(', ')}]`;

const schemaChanges: readonly SchemaChange[] = [
  {
    title: 'null as a branch of its own, once `nullable` beside branches',
    before: '{ nullable: true, anyOf: [{ type: string }, { type: object }] }',
    after: `{ anyOf: [{ type: string }, { type: object, additionalProperties: true }, { type: 'null' }] }`,
    told: [],
  },
  {
    title: 'null that is taken from branches',
    before: '{ nullable: true, anyOf: [{ type: string }, { type: object }] }',
    after: '{ anyOf: [{ type: string }, { type: object }] }',
    told: ['request-still-accepted: “Thing” may be null no longer'],
  },
  {
    title: '`nullable` beside `allOf`',
    before: `{ type: object, properties: { a: { allOf: ${list('Base')}, nullable: true } } }`,
    after: `{ type: object, properties: { a: { anyOf: [${ref('Base')}, { type: 'null' }] } } }`,
    told: [],
  },
  {
    title: 'titles and descriptions of branches',
    before: '{ oneOf: [{ type: string }, { type: object, properties: { a: {} } }, { type: array, items: {} }] }',
    after:
      '{ oneOf: [{ title: A, type: string }, { type: object, description: b, properties: { a: {} } }, { type: array, items: {}, example: [] }] }',
    told: [],
  },
  {
    title: 'one branch more, of branches whose type their `allOf` says',
    before: `{ oneOf: ${list('Square', 'Circle')} }`,
    after: `{ oneOf: ${list('Square', 'Circle', 'Line')} }`,
    told: ['response-still-understood: “Thing” has 1 more alternative in “oneOf”'],
  },
  {
    title: 'one branch more, of another type',
    before: '{ oneOf: [{ type: string }, { type: number }] }',
    after: '{ oneOf: [{ type: string }, { type: number }, { type: boolean }] }',
    told: ['response-still-understood: “Thing” has 1 more alternative in “oneOf”'],
  },
  {
    title: 'one branch more, and its value in the discriminator',
    before: `{ oneOf: ${list('Square', 'Circle')}, discriminator: { propertyName: kind, mapping: { square: Square } } }`,
    after: `{ oneOf: ${list('Square', 'Circle', 'Line')}, discriminator: { propertyName: kind, mapping: { square: Square, line: Line } } }`,
    told: ['response-still-understood: “Thing” has 1 more alternative in “oneOf”'],
  },
  {
    title: 'branches that have a union of their own now',
    before: `{ oneOf: ${list('Square', 'Circle', 'Line')} }`,
    after: `{ oneOf: ${list('Shape', 'Line')} }`,
    told: [],
  },
  {
    title: 'another branch, told apart by its value',
    before: `{ oneOf: ${list('Square', 'Circle')} }`,
    after: `{ oneOf: ${list('Square', 'Line')} }`,
    told: [
      'request-still-accepted: “Thing” has 1 fewer alternative in “oneOf”',
      'response-still-understood: “Thing” has 1 more alternative in “oneOf”',
    ],
  },
  {
    title: 'a property of one of the branches that are written in place',
    before:
      '{ oneOf: [{ type: object, properties: { kind: { enum: [a] }, n: { type: string } } }, { type: object, properties: { kind: { enum: [b] }, n: { type: string } } }] }',
    after:
      '{ oneOf: [{ type: object, properties: { kind: { enum: [b] }, n: { type: string, nullable: true } } }, { type: object, properties: { kind: { enum: [a] }, n: { type: string, nullable: true } } }] }',
    told: [
      'response-still-understood: “n” of “Thing” may be null now',
      'response-still-understood: “n” of “Thing” may be null now',
    ],
  },
  {
    title: 'branches of another type each, of which both changed',
    before: '{ oneOf: [{ type: string }, { type: object, properties: { email: { type: string } } }] }',
    after:
      '{ oneOf: [{ type: string, format: email }, { type: object, properties: { email: { type: string, nullable: true } } }] }',
    told: [
      'request-still-accepted: “Thing” had no format and has the format “email”',
      'response-still-understood: “email” of “Thing” may be null now',
    ],
  },
  {
    title: 'more types in a property, null among them',
    before: '{ type: object, properties: { a: { type: string } } }',
    after: `{ type: object, properties: { a: { anyOf: [{ type: string, maxLength: 9 }, { type: object }, { type: 'null' }] } } }`,
    told: ['response-still-understood: “a” of “Thing” was of type string and is of type string or object or null'],
  },
  {
    title: 'more branches, null among them',
    before: '{ type: object, properties: { a: { type: string } } }',
    after:
      '{ type: object, properties: { a: { anyOf: [{ type: string }, { type: integer }, { type: object, nullable: true }] } } }',
    told: ['response-still-understood: “a” of “Thing” has 2 more alternatives in “anyOf”'],
  },
  {
    title: 'an object instead of a list',
    before: '{ type: object, properties: { a: { type: array, items: { type: string } } } }',
    after:
      '{ type: object, properties: { a: { type: object, additionalProperties: false, required: [b], properties: { b: {} } } } }',
    told: [
      'request-still-accepted: “a” of “Thing” was of type array and is of type object',
      'response-still-understood: “a” of “Thing” was of type array and is of type object',
    ],
  },
  {
    title: 'nothing but null, in two spellings',
    before: '{ type: object, properties: { a: { type: string, nullable: true, enum: [null] } } }',
    after: `{ type: object, properties: { a: { type: 'null' } } }`,
    told: [],
  },
  {
    title: 'a property that branches have now, of two parts with branches',
    before: `{ type: object, allOf: [{ type: object, properties: { length: { type: number } } }, { oneOf: ${list('Square', 'Circle')} }] }`,
    after: `{ type: object, allOf: [{ oneOf: [{ type: object, properties: { length: { type: number } } }, { type: object }] }, { oneOf: ${list('Square', 'Circle')} }] }`,
    told: ['request-not-limited: “Thing” has another “oneOf” now'],
  },
  {
    title: 'null as a branch, in two spellings',
    before:
      '{ type: object, properties: { a: { oneOf: [{ type: string, format: uri }, { type: string, nullable: true, enum: [null] }] } } }',
    after: `{ type: object, properties: { a: { anyOf: [{ type: string, format: uri }, { type: 'null' }] } } }`,
    told: [],
  },
  {
    title: 'a branch less, and null beside it as before',
    before: `{ type: object, properties: { a: { oneOf: [{ type: string }, { type: integer }, { nullable: true, enum: [null] }] } } }`,
    after: `{ type: object, properties: { a: { oneOf: [{ type: string }, { type: 'null' }] } } }`,
    told: ['request-still-accepted: “a” of “Thing” has 1 fewer alternative in “oneOf”'],
  },
  {
    title: 'one of two branches alone, and what only it says',
    before:
      '{ type: object, properties: { a: { oneOf: [{ type: string, format: uri, maxLength: 9 }, { type: string, maxLength: 0 }] } } }',
    after: '{ type: object, properties: { a: { type: string, format: uri, maxLength: 9 } } }',
    told: ['request-still-accepted: “a” of “Thing” has 1 fewer alternative in “oneOf”'],
  },
  {
    title: 'a list of values that branches list now',
    before: '{ type: object, properties: { a: { type: string, enum: [b, c] } } }',
    after: '{ type: object, properties: { a: { oneOf: [{ type: string, enum: [b] }, { type: string, enum: [c] }] } } }',
    told: ['request-not-limited: “a” of “Thing” has another “oneOf” now'],
  },
  {
    title: 'a value that a part lists, whichever part has the property first',
    before: `{ allOf: [{ oneOf: ${list('Square', 'Line')} }, { type: object, required: [kind], properties: { kind: { type: string, enum: [a] } } }] }`,
    after: `{ allOf: [${ref('Base')}, { type: object, required: [kind], properties: { kind: { type: string, enum: [a] } } }] }`,
    told: ['request-not-limited: “Thing” has another “oneOf” now'],
  },
];

describe('changes as real descriptions make them', () => {
  for (const { title, before, after, told } of schemaChanges)
    it(title, () => assert.deepEqual(toldOf(described(before, square), described(after, square)), told));

  it('offers no type beside branches that were not there', () => {
    const [before, after] = ['{ type: string }', '{ anyOf: [{ type: string, maxLength: 9 }, { type: object }] }'];
    const { files } = reviewFiles(
      { 'base/openapi.yaml': described(before), 'openapi.yaml': described(after) },
      changeRules,
    );
    const fixes = [...files.values()].flatMap(({ findings }) => findings.flatMap((each) => each.fixes));
    assert.deepEqual(fixes, []);
  });

  it('branches that are called alternatives, in one number or the other', () => {
    const more = toldOf(
      described('{ oneOf: [{ type: string }] }'),
      described('{ oneOf: [{ type: string }, { type: number }, { type: object }] }'),
    );
    assert.deepEqual(more, ['response-still-understood: “Thing” has 2 more alternatives in “oneOf”']);
  });
});

/** A description with one parameter, and a body beside it. */
function withParameter(place: string, schema: string): string {
  const path = place === 'path' ? '/things/{a}' : '/things';
  return `openapi: 3.0.3
paths:
  ${path}:
    get:
      parameters: [{ name: a, in: ${place}, required: ${place === 'path'}, schema: ${schema} }]
      responses: {}
`;
}

describe('parameters, which are sent as text', () => {
  for (const place of ['query', 'path', 'header', 'cookie']) {
    for (const type of ['integer', 'number', 'boolean'])
      it(`any text instead of ${type} in ${place}`, () => {
        const [before, after] = [`{ type: ${type} }`, '{ type: string }'].map((schema) => withParameter(place, schema));
        assert.deepEqual(toldOf(before ?? '', after ?? ''), []);
      });
    it(`an integer instead of text in ${place}`, () => {
      const told = toldOf(withParameter(place, '{ type: string }'), withParameter(place, '{ type: integer }'));
      assert.equal(told.length, 1, told.join());
    });
  }
  it('a list instead of text', () => {
    const after = withParameter('query', '{ type: array, items: { type: integer } }');
    assert.equal(toldOf(withParameter('query', '{ type: string }'), after).length, 1);
  });
  it('text instead of one of several simple types', () => {
    const before = withParameter('query', '{ anyOf: [{ type: string }, { type: integer }] }');
    assert.deepEqual(toldOf(before, withParameter('query', '{ type: string }')), []);
  });
  it('text of which nothing was said', () => {
    assert.deepEqual(
      toldOf(withParameter('query', '{ nullable: true }'), withParameter('query', '{ type: string }')),
      [],
    );
  });
  it('text with a format', () => {
    const after = withParameter('query', '{ type: string, format: uuid }');
    assert.equal(toldOf(withParameter('query', '{ type: integer }'), after).length, 1);
  });
});

/** A description with a security scheme and others, of which one operation asks for the first. */
function secured(asked: string, ...schemes: readonly string[]): string {
  return `openapi: 3.0.3
security: [{ ${asked}: [] }]
paths:
  /things: { get: { responses: {} } }
components:
  securitySchemes:
${schemes.map((scheme) => `    ${scheme}\n`).join('')}`;
}

const key = '{ type: apiKey, in: header, name: X-Key }';

describe('security schemes', () => {
  it('with another name are the same', () => {
    const told = toldOf(secured('key', `key: ${key}`), secured('project', `project: ${key}`));
    assert.deepEqual(told, []);
  });
  it('with another name and another header are not', () => {
    const after = secured('project', 'project: { type: apiKey, in: header, name: X-Project }');
    assert.equal(toldOf(secured('key', `key: ${key}`), after).length, 1);
  });
  it('that stood beside each other are two', () => {
    const schemes = ['staff: { type: http, scheme: bearer }', 'user: { type: http, scheme: bearer }'];
    assert.equal(toldOf(secured('user', ...schemes), secured('staff', ...schemes)).length, 1);
    assert.equal(toldOf(secured('user', ...schemes), secured('staff', schemes[0] ?? '')).length, 1);
  });
});
