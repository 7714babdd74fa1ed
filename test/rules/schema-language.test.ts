import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '#core/rule.ts';
import { foreignKeyRelated } from '#rules/prisma/foreign-key-related.ts';
import { softDeleteShape } from '#rules/prisma/soft-delete-shape.ts';
import { timestampsPresent } from '#rules/prisma/timestamps-present.ts';
import { reviewFiles } from './check-rule.ts';

const person = `  id        Int    @id
  nombre    String
  apellido  String
  direccion String
`;

/** The titles of the fixes of each finding of a rule, in order. */
function titles(rule: Rule, text: string): readonly (readonly string[])[] {
  const { files } = reviewFiles({ 'schema.prisma': text }, [rule]);
  return [...files.values()].flatMap(({ findings }) => findings.map(({ fixes }) => fixes.map(({ title }) => title)));
}

describe('fixes in schemas that are not written in English', () => {
  it('add no times whose names nothing tells', () => {
    assert.deepEqual(titles(timestampsPresent, `model Persona {\n${person}}\n`), [[]]);
  });

  it('add no times in the words of a date that is none of the row', () => {
    const text = `model Persona {\n${person}  fecha_nacimiento DateTime\n}\n`;
    assert.deepEqual(titles(timestampsPresent, text), [[]]);
  });

  it('add the time of deletion in the words of the time of creation, or not', () => {
    const text = (time: string) => `model Persona {\n${person}  deleted Boolean\n${time}}\n`;
    assert.deepEqual(titles(softDeleteShape, text('')), [[]]);
    assert.deepEqual(titles(softDeleteShape, text('  criadoEm DateTime\n')), [
      ['Add `excluidoEm` beside `deleted`, which stays until its rows have a time'],
    ]);
    assert.deepEqual(titles(softDeleteShape, text('  fecha_eliminacion DateTime?\n')), []);
  });

  it('add no list whose plural nothing tells', () => {
    const text = (name: string) =>
      `model Cliente {\n${person}  pedidos Pedido[]\n}\n\nmodel Pedido {\n  id Int @id\n  numero String\n  clienteId Int\n  cliente Cliente @relation(fields: [clienteId], references: [id])\n}\n\n` +
      `model ${name} {\n  id Int @id\n  titulo String\n  clienteId Int\n}\n`;
    assert.deepEqual(titles(foreignKeyRelated, text('Publicacion')), [[]]);
    assert.equal(titles(foreignKeyRelated, text('Factura'))[0]?.length, 1);
  });
});
