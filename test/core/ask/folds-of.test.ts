import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { foldsOf } from '#core/ask/folds-of.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { finish } from '#core/work/steps.ts';
import { type Texts, workspaceOf } from './symbol-lines.ts';

const api = `openapi: 3.1.0
servers:
- url: https://one.example.com
  description: >
    Two
    lines

- url: https://two.example.com
paths:
  /orders:
    # All of them
    get:
      tags:
      - orders
      responses:
        '200':
          description: ok

  /items: {}
components:
  schemas:
    Order: {type: object,
      title: Order}

# The end
`;

describe('foldsOf', () => {
  it('folds every map, list and text of a description, also lists that are not indented below their key', () => {
    assert.deepEqual(folded({ 'api.yaml': api }), [
      '1-7 servers:',
      '2-5 - url: https://one.example.com',
      '3-5   description: >',
      '8-18 paths:',
      '9-16   /orders:',
      '11-16     get:',
      '12-13       tags:',
      '14-16       responses:',
      "15-16         '200':",
      '19-22 components:',
      '20-22   schemas:',
      '21-22     Order: {type: object,',
    ]);
  });

  it('folds what references lead to, and leaves other files alone', () => {
    const files = {
      'order.yaml': 'type: object\nproperties:\n  id:\n    type: string\n',
      'api.yaml': 'openapi: 3.1.0\ncomponents:\n  schemas:\n    Order: {$ref: order.yaml}\n',
      'other.yaml': 'a:\n  b: 1\n',
    };
    assert.deepEqual(folded(files), ['1-3 properties:', '2-3   id:']);
    assert.deepEqual(folded({ 'other.yaml': files['other.yaml'] }), []);
    assert.deepEqual(folded({ 'api.json': '{\n "openapi": "3.1.0",\n "paths": {\n }\n}' }), []);
  });

  it('folds blocks of a schema, and leaves their closing braces to be seen', () => {
    const schema = `model Order {
id Int
@@index([
id,
])
}

enum State {
  OPEN
}

model Line { id Int }
`;
    assert.deepEqual(folded({ 'schema.prisma': schema }), ['0-4 model Order {', '2-3 @@index([', '7-8 enum State {']);
  });

  it('folds a namespace of Prisma 8 around its blocks', () => {
    const schema = '// use prisma-8\nnamespace auth {\n  model User {\n    id Int @id\n  }\n}\n';
    assert.deepEqual(folded({ 'schema.prisma': schema }), ['1-4 namespace auth {', '2-3   model User {']);
  });

  it('folds the named types of Prisma 8, and those of several lines', () => {
    const schema = '// use prisma-8\ntypes {\n  A = Int\n  B = VarChar(\n    3,\n  )\n}\n';
    assert.deepEqual(folded({ 'schema.prisma': schema }), ['1-5 types {', '3-4   B = VarChar(']);
  });

  it('folds what is marked as a region, as editors do without us', () => {
    const text =
      'openapi: 3.1.0\n# region Paths\npaths:\n  /a: {}\n  #region b\n  /b: {}\n  # endregion\n#endregion\n# regional\n';
    assert.deepEqual(folded({ 'api.yaml': text }), ['1-7 # region Paths', '2-5 paths:', '4-6   #region b']);
    assert.deepEqual(folded({ 'other.yaml': text.replace('openapi', 'other') }), []);
  });

  it('tells no more levels than are wanted', () => {
    assert.deepEqual(folded({ 'api.yaml': api }, 7), [
      '1-7 servers:',
      '2-5 - url: https://one.example.com',
      '8-18 paths:',
      '9-16   /orders:',
      '19-22 components:',
      '20-22   schemas:',
    ]);
    assert.deepEqual(folded({ 'api.yaml': api }, 2), []);
  });
});

/** The folds of the first file, by line: both numbers, and the text of the first. */
function folded(files: Texts, most = 1000): readonly string[] {
  const [[name = '', text = ''] = []] = Object.entries(files);
  const lines = new LineIndex(text);
  const lineAt = (offset: number) => lines.positionAt(offset).line;
  const found = finish(foldsOf(`file:///w/${name}`, workspaceOf(files), lineAt, most));
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  return inOrder.map(({ start, end }) => `${start}-${end} ${lines.lineText(start)}`);
}
