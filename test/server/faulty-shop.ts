/** The rules of `testRulebook` that find something in the files below. */
export const title = 'openapi/title-capitalised';
export const summary = 'openapi/operation-summary';
export const described = 'openapi/property-described';
export const pascal = 'prisma/model-name-pascal-case';

/** A description whose title begins with a small letter, and whose two operations have no summary. */
export const shop = `openapi: 3.1.0
info:
  title: shop
  version: 1.0.0
paths:
  /users:
    get:
      responses: {}
    post:
      responses: {}
`;

/** A schema with a model whose name begins with a small letter. */
export const userSchema = 'model user {\n  id Int @id\n}\n';

/** A description without findings that refers to the file below. */
export const shopWithParts = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths: {}
components:
  schemas:
    User:
      $ref: './parts/user model.yaml#/User'
`;

/** A file with a property that is not described. */
export const userPart = `User:
  type: object
  properties:
    name:
      type: string
`;
