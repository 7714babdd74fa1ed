import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import type { DiagramDetail } from '#core/diagram/entity-shape.ts';
import { mermaidText } from '#core/diagram/mermaid-text.ts';
import { finish } from '#core/work/steps.ts';
import { schemaOf } from './schema-of.ts';

const text = `model Customer {
  id     Int     @id
  email  String? @unique
  shape  Unsupported("circle")
  orders Order[]
}
model Order {
  id         Int      @id
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId Int
  tags       String[]
}
type Geo {
  lat Float
}
`;

describe('a data model as Mermaid', () => {
  it('has models with keys, and relations with their ends', () => {
    assert.equal(
      mermaidOf('all'),
      `erDiagram
  "Customer" {
    Int id PK
    String email UK "optional"
    Unsupported shape
  }
  "Order" {
    Int id PK
    Int customerId FK
    String[] tags
  }
  "Geo" {
    Float lat
  }
  "Order" }o--|| "Customer" : "customer"
`,
    );
  });

  it('shows keys, or names alone', () => {
    assert.doesNotMatch(mermaidOf('keys'), /shape|tags|lat/);
    assert.match(mermaidOf('keys'), /Int customerId FK\n {2}\}\n {2}"Geo"\n/);
    assert.equal(
      mermaidOf('names'),
      'erDiagram\n  "Customer"\n  "Order"\n  "Geo"\n  "Order" }o--|| "Customer" : "customer"\n',
    );
  });

  it('writes no name that would mean something else', () => {
    const column = { name: '1 "x"', type: 'pg.Vector(3)', isId: true, isForeign: true, isUnique: true };
    const entity = { id: 'a"\n%% b', name: 'a', kind: 'model', section: 's', columns: [column] } as const;
    assert.equal(
      mermaidText({ entities: [entity], relations: [], leftOut: 0 }, 'all'),
      'erDiagram\n  "a_ __ b" {\n    pg_Vector(3) _1__x_ PK, FK\n  }\n',
    );
  });
});

function mermaidOf(detail: DiagramDetail): string {
  return mermaidText(finish(dataModelOf(schemaOf({ 'schema.prisma': text }))), detail);
}
