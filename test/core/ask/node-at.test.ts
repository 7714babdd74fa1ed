import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nodeAt } from '#core/ask/node-at.ts';
import { sectionAt } from '#core/ask/section-at.ts';
import { readMarkedFiles } from './marked-files.ts';

const head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n";

function at(text: string, name = 'api.yaml') {
  const { workspace, uri, offset, marked, shown } = readMarkedFiles({ [name]: text });
  const node = nodeAt(workspace, uri, offset);
  assert.deepEqual(node === undefined ? [] : [shown({ uri, span: node.span })], marked);
  const section = sectionAt(workspace, uri, offset);
  return { node, path: node && `${node.part} /${node.pointer.join('/')}`, section };
}

describe('nodeAt', () => {
  it('finds keys and values, with their pointers', () => {
    assert.equal(at(`${head}paths: {/a: {get: {«summ¦ary»: Text}}}\n`).path, 'key /paths//a/get/summary');
    assert.equal(at(`${head}paths: {/a: {get: {summary: «Text¦»}}}\n`).path, 'value /paths//a/get/summary');
    assert.equal(at(`${head}paths: {/a: {get: {tags: [a, «¦b»]}}}\n`).path, 'value /paths//a/get/tags/1');
    assert.equal(at(`${head}«¦paths»: {}\n`).path, 'key /paths');
    assert.equal(
      at(`${head}components:\n  schemas:\n    «A¦»:\n      type: object\n`).path,
      'key /components/schemas/A',
    );
    assert.equal(at('{"openapi": "3.1.0", "info": {"title": «"A¦"»}}', 'api.json').path, 'value /info/title');
  });

  it('finds what an alias repeats where it is written', () => {
    const text = `${head}x-a: &a {type: «¦string»}\ncomponents: {schemas: {A: *a, B: {<<: *a}}}\n`;
    assert.equal(at(text).path, 'value /x-a/type');
  });

  it('finds nothing in Prisma files and between values', () => {
    assert.equal(at('model A {\n  i¦d Int @id\n}\n', 'schema.prisma').node, undefined);
    assert.equal(at(`${head}\n¦\npaths: {}\n`).node, undefined);
  });
});

describe('sectionAt', () => {
  it('says where the section around a place begins', () => {
    const text = `${head}paths:\n  /a: {get: {}}\n  /b: {get: {summary: «¦A»}}\n`;
    const { section } = at(text);
    assert.equal(section?.section.id.endsWith('#/paths/~1b'), true);
    assert.equal(section?.start, text.indexOf('  /b'));
    const { section: block } = at('model A {\n}\n\nmodel ¦B {\n}\n', 'schema.prisma');
    assert.equal(block?.section.id.endsWith('#model:B'), true);
  });
});
