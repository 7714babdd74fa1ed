/** A description in which the rules of the tests find nothing. */
export const clean = `openapi: 3.1.0
info:
  title: Pets
  version: "1"
paths:
  /pets:
    get:
      operationId: list
      responses:
        "200":
          description: OK
`;

/** The same with an id that begins with a capital. */
export const faulty = clean.replace('operationId: list', 'operationId: List');

/** A schema with a model whose name begins with a small letter. */
export const schema = 'model user {\n  id Int @id\n}\n';
