import { type Finding, localRule } from '#core/rule.ts';
import { toCamelCase, toPascalCase } from '#core/text/casing.ts';
import { generatedCode } from '#rules/checklist.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi } from '#rules/sources.ts';
import { builtInTypes, reservedWords } from '#rules/words/reserved-names.ts';

export const nameNotReserved = localRule({
  id: 'openapi/name-not-reserved',
  summary: 'Call no schema and no operation by a word that programming languages reserve.',
  why: 'A generated class `Error` hides that of the language, and no method can be called `delete`: generators add underscores, each in its own way.',
  item: generatedCode,
  references: [openApi('Components Object', 'components-object'), openApi('Operation Object', 'operation-object')],
  severity: 'info',
  recommended: false,
  options: {
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'A schema called as a built-in type',
      bad: `openapi: 3.1.0
components:
  schemas:
    «Error»:
      type: object
      properties: { message: { type: string } }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    ApiError:
      type: object
      properties: { message: { type: string } }
`,
    },
    {
      title: 'An operation called as a keyword',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": { "delete": { "operationId": «"delete"» } }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/{id}": { "delete": { "operationId": "deleteOrder" } }
  }
}
`,
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  check(node, _scope, { allowed }) {
    if (node.kind === 'openapi.operation') {
      const { operationId: id } = node;
      if (
        id === undefined ||
        id.value.length > longest ||
        !reservedWords.has(toCamelCase(id.value)) ||
        allowed.includes(id.value)
      )
        return none;
      const message = `The id “${id.value}” of ${operationTitle(node)} is a word that programming languages reserve. Say what is done to what, as in “${id.value}Order”.`;
      return [{ span: id.span, message }];
    }
    const { role, name, anchor } = node;
    if (role !== 'component' || name === undefined || name.value.length > longest || allowed.includes(name.value))
      return none;
    if (!builtInTypes.has(toPascalCase(name.value))) return none;
    const message = `The schema “${name.value}” is called as a type that programming languages have. Say which one it is, as in “Api${toPascalCase(name.value)}”.`;
    return [{ span: anchor, message }];
  },
});

const none: readonly Finding[] = [];

/** Of the words. */
const longest = 10;
