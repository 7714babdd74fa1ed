import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixOutcome } from '#core/fix/fix-outcome.ts';
import { resolveFixes } from '#core/fix.ts';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { applyEdits } from '#core/text/span.ts';
import { rulebook } from '#rules/rulebook.ts';

const folder = 'file:///w/';
const id = 'openapi/reference-resolves';
const settings: ReviewSettings = { folders: ['file:///w'], preset: 'recommended', unread: new Map(), failFast: true };

type Files = { readonly [path: string]: string };

function reviewed(files: Files): Review {
  const sources = Object.entries(files).map(([path, text]) => ({ uri: `${folder}${path}`, text }));
  return review(sources, rulebook, settings);
}

function findings({ files }: Review) {
  return [...files.values()].flatMap((file) =>
    file.findings.flatMap((each) => (each.members.length > 0 ? each.members : [each])),
  );
}

function creations(of: Review) {
  const all = [...of.files.values()].flatMap((file) => file.findings.filter(({ ruleId }) => ruleId === id));
  return all.flatMap(({ fixes }) => fixes.filter(({ title }) => title.startsWith('Create ')));
}

/** The files after the one creation there is, which brings up nothing. */
function create(files: Files, title: string): Files {
  const before = reviewed(files);
  const [fix, ...others] = creations(before);
  assert.deepEqual([fix?.title, others.length], [title, 0]);
  assert.ok(fix !== undefined && fixOutcome(fix, before.workspace).kind === 'writes');
  const edits = new Map(resolveFixes(before, [fix]).files.map((file) => [file.uri, file.edits]));
  const after = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, applyEdits(text, edits.get(`${folder}${path}`) ?? [])]),
  );
  const said = (of: Review): readonly string[] => findings(of).map(({ ruleId, message }) => `${ruleId} ${message}`);
  const known = new Set(said(before));
  assert.deepEqual(
    said(reviewed(after)).filter((each) => !known.has(each) || each.startsWith(id)),
    [],
    JSON.stringify(after),
  );
  return after;
}

const head = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers:
  - url: https://api.example.com
`;

describe('a component that is created where a reference leads nowhere', () => {
  it('is a schema without a promise, in the map that is there', () => {
    const text = `${head}paths: {}
components:
  schemas:
    Line:
      type: object
      properties:
        order:
          $ref: '#/components/schemas/Order'
  responses: {}
`;
    assert.equal(
      create({ 'openapi.yaml': text }, 'Create schema “Order”')['openapi.yaml'],
      text.replace('  responses:', '    Order:\n      type: object\n  responses:'),
    );
  });

  it('makes the maps it needs, in JSON and 2.0 too', () => {
    const json = `{
  "openapi": "3.0.3",
  "paths": {},
  "x-line": {},
  "components": {
    "headers": {
      "Link": { "schema": { "$ref": "#/components/schemas/Link" } }
    }
  }
}
`;
    const made = create({ 'openapi.json': json }, 'Create schema “Link”')['openapi.json'];
    assert.deepEqual(JSON.parse(made ?? '').components.schemas, { Link: { type: 'string' } });
    const swagger = `swagger: '2.0'\npaths: {}\ndefinitions:\n  Line: { properties: { order: { $ref: '#/definitions/Order' } } }\n`;
    assert.equal(
      create({ 'a.yaml': swagger }, 'Create schema “Order”')['a.yaml'],
      `${swagger}  Order: { type: object }\n`,
    );
  });

  const operation = (parts: string): string => `${head}paths:
  /orders/{orderId}:
    parameters:
      - { name: orderId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getOrder
${parts}components:
  parameters:
    SortBy: { name: sort_by, in: query, schema: { type: string } }
`;

  it('is a parameter in the path, the header or the query, named like the others', () => {
    const parameter = (name: string): string =>
      operation(`      parameters:\n        - $ref: '#/components/parameters/${name}'\n`);
    const written = (name: string): string | undefined =>
      create({ 'a.yaml': parameter(name) }, `Create parameter “${name}”`)['a.yaml']?.slice(parameter(name).length);
    assert.equal(
      written('OrderId'),
      '    OrderId: { name: orderId, in: path, required: true, schema: { type: string } }\n',
    );
    assert.equal(written('X-Tenant'), '    X-Tenant: { name: X-Tenant, in: header, schema: { type: string } }\n');
    assert.equal(written('ShipTo'), '    ShipTo: { name: ship_to, in: query, schema: { type: string } }\n');
  });

  it('is a response, a request body, a header or an example', () => {
    const text = operation(`      requestBody: { $ref: '#/components/requestBodies/Order' }
      responses:
        '200':
          description: The order.
          headers:
            ETag: { $ref: '#/components/headers/ETag' }
          content:
            application/json:
              schema: { type: object, description: An order. }
              examples:
                one: { $ref: '#/components/examples/Order' }
        '404': { $ref: '#/components/responses/NotFound' }
`);
    const before = reviewed({ 'a.yaml': text });
    const fixes = creations(before);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Create request body “Order”', 'Create header “ETag”', 'Create example “Order”', 'Create response “NotFound”'],
    );
    const { files, skipped } = resolveFixes(before, fixes);
    assert.deepEqual(skipped, []);
    const after = applyEdits(
      text,
      files.flatMap(({ edits }) => edits),
    );
    assert.equal(creations(reviewed({ 'a.yaml': after })).length, 0);
    assert.match(after, /NotFound:\n {6}description: Not found\.|NotFound: \{ description: Not found\. \}/);
    const [lost, known] = [reviewed({ 'a.yaml': text }), reviewed({ 'a.yaml': after })].map((each) =>
      findings(each).map(({ ruleId, message }) => `${ruleId} ${message}`),
    );
    assert.deepEqual(
      known?.filter((each) => lost?.includes(each) !== true),
      [],
    );
  });

  it('is made once for all that lead to it', () => {
    const text = `${head}paths: {}
components:
  schemas:
    A: { properties: { o: { $ref: '#/components/schemas/Order' } } }
    B: { properties: { o: { $ref: '#/components/schemas/Order' } } }
`;
    assert.equal(create({ 'a.yaml': text }, 'Create schema “Order”')['a.yaml'], `${text}    Order: { type: object }\n`);
  });

  it('is made by one fix, where nothing leads the way yet, and several by one that counts them', () => {
    const titles = (...names: readonly string[]): readonly string[] => {
      const content = (name: string) =>
        `{ content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } }, description: A }`;
      const paths = names.map((name, index) => `  /a${index}: { get: { responses: { '200': ${content(name)} } } }\n`);
      const { files } = reviewed({ 'a.yaml': `${head}paths:\n${paths.join('')}` });
      const told = [...files.values()].flatMap((file) => file.findings.filter(({ ruleId }) => ruleId === id));
      assert.equal(told.length, 1);
      return told.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    };
    assert.deepEqual(titles('Pet', 'Pet'), ['Create schema “Pet”']);
    assert.deepEqual(titles('Pet', 'Dog', 'Pet'), ['Create the 2 components that references lead to']);
  });

  it('opens components in lines of their own, however short the maps beside are', () => {
    const text = `${head}paths:
  /orders:
    get:
      parameters:
        - { $ref: '#/components/parameters/Sort' }
`;
    const made = create({ 'a.yaml': text }, 'Create parameter “Sort”')['a.yaml']?.slice(text.length);
    assert.match(made ?? '', /^components:\n {2}parameters:\n {4}Sort:/);
  });

  it('comes after the name that may be meant', () => {
    const text = `${head}paths: {}
components:
  schemas:
    Line: { properties: { customer: { $ref: '#/components/schemas/Custmer' } } }
    Customer: { type: object }
`;
    const [found] = findings(reviewed({ 'a.yaml': text })).filter(({ ruleId }) => ruleId === id);
    assert.deepEqual(
      found?.fixes.map(({ title }) => title),
      ['Refer to “#/components/schemas/Customer” instead', 'Create schema “Custmer”'],
    );
  });

  it('stands in another file where the map is there', () => {
    const root = `${head}paths: {}
components:
  schemas:
    Line: { properties: { order: { $ref: 'common.yaml#/components/schemas/Order' } } }
`;
    const common = 'components:\n  schemas:\n    Money:\n      type: object\n';
    const made = create({ 'a.yaml': root, 'common.yaml': common }, 'Create schema “Order” in “common.yaml”');
    assert.equal(made['common.yaml'], `${common}    Order:\n      type: object\n`);
    assert.equal(made['a.yaml'], root);
  });

  it('is not offered where the pointer leads elsewhere, or the file is no place for it', () => {
    const line = (target: string): string =>
      `${head}paths: {}\ncomponents:\n  schemas:\n    Line: { properties: { o: { $ref: '${target}' } } }\n`;
    const none = (files: Files): void => assert.deepEqual(creations(reviewed(files)), []);
    none({ 'a.yaml': line('#/components/responses/Order') });
    none({ 'a.yaml': line('#/definitions/Order') });
    none({ 'a.yaml': line('#/components/schemas/Order/properties/id') });
    none({ 'a.yaml': line('#/components/schemas/Order of ours') });
    none({ 'a.yaml': line('gone.yaml#/components/schemas/Order') });
    none({ 'a.yaml': line('common.yaml#/components/schemas/Order'), 'common.yaml': 'schemas: {}\n' });
    none({ 'a.yaml': line('#/components/schemas/Order').replace('paths: {}', 'paths: {') });
    none({
      'a.yaml': line('common.yaml#/components/schemas/Order'),
      'common.yaml': 'components:\n  schemas:\n    A: {\n',
    });
  });
});
