import { describe, it } from 'mocha';
import { enumMatches } from '#rules/cross/enum-matches.ts';
import { lookupUnique } from '#rules/cross/lookup-unique.ts';
import { pathIdMatches } from '#rules/cross/path-id-matches.ts';
import { requiredColumnSent } from '#rules/cross/required-column-sent.ts';
import { restrictedDeleteDocumented } from '#rules/cross/restricted-delete-documented.ts';
import { checkExample } from './check-rule.ts';

const vans = (id: string, schema: string): string => `openapi: 3.0.3
paths:
  /vans/{id}:
    get:
      parameters:
        - name: ${id}
          in: path
          required: true
          schema:
            ${schema}
      responses:
        '200':
          description: The van.
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: { type: integer, format: int32 }
                  plate: { type: string }
`;

const members = (username: string): string => `openapi: 3.0.3
paths:
  /members/{username}:
    get:
      parameters:
        - { name: ${username}, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The member.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Member' }
components:
  schemas:
    Member:
      type: object
      properties:
        username: { type: string }
        bio: { type: string }
`;

const member = (attributes: string): string => `model Member {
  id       String @id @default(cuid())
  username String ${attributes}
  bio      String @db.Text
}
`;

const depots = (responses: string, conflict = ''): string => `swagger: '2.0'
paths:
  /vans:
    post:
      responses:
        '201': { description: created }
        '409': { description: plate taken }
  /depots/{id}:
    delete:
      parameters:
        - { name: id, in: path, required: true, type: integer }
      ${responses}:
        '204': { description: gone }
${conflict}`;

const depot = `model Depot {
  id   Int   @id
  vans Van[]
}

model Van {
  id      Int   @id
  depot   Depot @relation(fields: [depotId], references: [id], onDelete: Restrict)
  depotId Int

  @@index([depotId])
}
`;

const orders = (key: string, added = ''): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        status:
          ${key}:
            - { const: NEW }
            - { const: PAID }
${added}`;

const order = `enum Status {
  NEW
  PAID
  LOST
}

model Order {
  id     String @id
  status Status
}
`;

const pages = (title: string, type: string): string => `openapi: 3.1.0
paths:
  /pages/{id}:
    patch:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
      requestBody:
        content:
          application/merge-patch+json:
            schema: { $ref: '#/components/schemas/Page' }
      responses:
        '204': { description: Changed. }
components:
  schemas:
    Page:
      type: object
      properties:
        ${title}: { type: ${type} }
        text: { type: [string, 'null'] }
`;

describe('what fixes of cross rules write', () => {
  it('gives an id in the path the format that it is returned with', () => {
    const schema = 'model Van {\n  id    Int    @id @default(autoincrement())\n  plate String\n}\n';
    checkExample(pathIdMatches, {
      title: '',
      bad: { 'openapi.yaml': vans('«id»', 'type: string\n            format: uuid'), 'schema.prisma': schema },
      good: { 'openapi.yaml': vans('id', 'type: integer\n            format: int32'), 'schema.prisma': schema },
    });
  });

  it('writes @unique before what speaks of the column', () => {
    checkExample(lookupUnique, {
      title: '',
      bad: { 'openapi.yaml': members('«username»'), 'schema.prisma': member('@db.VarChar(30)') },
      good: { 'openapi.yaml': members('username'), 'schema.prisma': member('@unique @db.VarChar(30)') },
    });
  });

  it('takes no words for a conflict that are true of another resource', () => {
    const conflict = "        '409': { description: the request conflicts with what is there already }\n";
    checkExample(restrictedDeleteDocumented, {
      title: '',
      bad: { 'openapi.yaml': depots('«responses»'), 'schema.prisma': depot },
      good: { 'openapi.yaml': depots('responses', conflict), 'schema.prisma': depot },
    });
  });

  it('adds a value to a choice of constants', () => {
    checkExample(enumMatches, {
      title: '',
      bad: { 'openapi.yaml': orders('«oneOf»'), 'schema.prisma': order },
      good: { 'openapi.yaml': orders('oneOf', '            - { const: LOST }\n'), 'schema.prisma': order },
    });
  });

  it('takes null out of a merge patch', () => {
    const schema = 'model Page {\n  id    Int     @id @default(autoincrement())\n  title String\n  text  String?\n}\n';
    checkExample(requiredColumnSent, {
      title: '',
      bad: { 'openapi.yaml': pages('«title»', "[string, 'null']"), 'schema.prisma': schema },
      good: { 'openapi.yaml': pages('title', 'string'), 'schema.prisma': schema },
    });
  });
});
