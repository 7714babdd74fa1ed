import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { entityMarks } from '#core/diagram/entity-marks.ts';
import type { ReviewFinding } from '#core/review-finding.ts';
import { finish } from '#core/work/steps.ts';
import { schemaOf } from './schema-of.ts';

describe('what findings say of an entity', () => {
  it('stands at the model they are in, also where a namespace of Prisma 8 has several', () => {
    const text = `// use prisma-8
namespace auth {
  model Role {
    id Int @id
  }
  model User {
    id   Int  @id
    role Role @relation(fields: [roleId], references: [id])
    roleId Int
  }
}
// About notes.
model User {
  key Int @id
}
`;
    const schema = schemaOf({ 'a.prisma': text });
    const finding = (at: string): ReviewFinding => {
      const start = text.indexOf(at);
      const place = { uri: 'file:///w/a.prisma', span: { start, end: start + 1 } };
      return { ruleId: 'prisma/a', severity: 'warning', message: at, fixes: [], related: [], members: [], ...place };
    };
    const found = ['role Role', 'Role {', 'About', 'key', 'namespace'].map(finding);
    const marks = finish(entityMarks(schema, finish(dataModelOf(schema)), () => found));
    assert.deepEqual(
      [...marks].map(([entity, { messages, fields }]) => [entity, messages.join(), [...fields.keys()].join()]),
      [
        ['auth.Role', 'Role {', ''],
        ['auth.User', 'role Role', 'roleId'],
        ['User', 'About,key', 'key'],
      ],
    );
  });
});
