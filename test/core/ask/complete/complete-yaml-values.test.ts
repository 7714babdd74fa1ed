import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { belowResponse, inShop, response, shop } from './typed-shop.ts';

describe('completion in YAML: values', () => {
  it('are those of the specification', () => {
    assert.deepEqual(inShop('in: query', 'in: ¦').labels, ['query', 'header', 'path', 'cookie']);
    assert.match(inShop('in: query', 'in: q¦').taken('path'), /in: path\n/);
    assert.match(inShop('in: query', "in: 'q¦'").taken('path'), /in: 'path'\n/);
    assert.deepEqual(inShop('in: query', 'in: path\n      required: ¦').labels, ['true']);
    assert.deepEqual(inShop('in: query', 'in: query\n      required: ¦').labels, ['true', 'false']);
    assert.ok(inShop('type: string', 'type: [string, ¦]').labels.includes('null'));
    assert.ok(!inShop('type: string', 'type: [string, ¦]').labels.includes('string'));
  });

  it('are those of the enum for a default, in the quotes they need', () => {
    const texts = [
      'open',
      "'1'",
      '"true"',
      "'null'",
      '"a #b"',
      "''",
      "'- a'",
      '"x: y"',
      "'a,b'",
      '1',
      '-2.5',
      'true',
      'null',
    ];
    const list = `type: string\n          enum:\n${texts.map((text) => `            - ${text}\n`).join('')}          `;
    const block = inShop('type: string', `${list}default: ¦`);
    const written = (at: typeof block) =>
      at.labels.map((label) => at.taken(label).split('default: ')[1]?.split('\n')[0]);
    assert.deepEqual(written(block), [
      'open',
      "'1'",
      "'true'",
      "'null'",
      "'a #b'",
      "''",
      "'- a'",
      "'x: y'",
      'a,b',
      '1',
      '-2.5',
      'true',
      'null',
    ]);
    const plain = inShop('type: string', 'type: integer\n          enum: [1, ~, false, *a]\n          const: "¦"');
    assert.match(plain.taken('1'), /const: 1\n/);
    assert.deepEqual(plain.labels, ['1', '~', 'false']);
    const flow = inShop('id:\n          type: string', "id: { enum: ['a,b', c], default: ¦ }");
    assert.ok(flow.taken('a,b').includes("default: 'a,b' }"));
  });

  it('are formats that fit the type', () => {
    assert.deepEqual(inShop('type: integer', 'type: integer\n        format: ¦').labels, ['int32', 'int64']);
    assert.ok(inShop('type: string', 'type: string\n          format: da¦').labels.includes('date-time'));
  });

  it('are status codes with their titles', () => {
    const at = inShop(response, `${response}        ¦\n`);
    assert.equal(at.item('404').detail, 'Not Found');
    assert.ok(!at.labels.includes('200'));
    assert.match(at.taken('404'), /\n {8}'404':\n {10}description: \$\{1:Not Found\}\n/);
    assert.match(inShop(response, `${response}        "4¦"\n`).taken('404'), /\n {8}"404":\n/);
    const plain = shop.replace("'200'", '200');
    assert.match(inShop(response, `${response}        ¦\n`, plain).taken('404'), /\n {8}404:\n/);
  });

  it('are media types, those in use first', () => {
    const typed = belowResponse('content:', '  ¦');
    assert.equal(typed.labels[0], 'application/json');
    const csv = shop.replace(response, `${response}          content:\n            text/csv: {}\n`);
    assert.equal(
      inShop("        '200'", "        '201':\n          content:\n            ¦\n        '200'", csv).labels[0],
      'text/csv',
    );
  });
});
