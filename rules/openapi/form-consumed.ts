import type { Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { findEntry, findString, itemsOf } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { type ListedParameter, listedParameters } from '#rules/detectors/openapi/listed-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const formConsumed = localRule({
  id: 'openapi/form-consumed',
  summary: 'Consume a form where an operation of Swagger 2.0 has form fields.',
  why: 'Fields of a form, and files above all, cannot be sent in another media type than that of a form.',
  item: validity,
  references: [olderOpenApi('2.0', 'Parameter Object', 'parameter-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A file in JSON',
      bad: `swagger: '2.0'
consumes: [application/json]
paths:
  /files:
    post:
      parameters:
        - { name: «file», in: formData, type: file }
      responses:
        '201': { description: Stored. }
`,
      good: `swagger: '2.0'
consumes: [application/json]
paths:
  /files:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: file, in: formData, type: file }
      responses:
        '201': { description: Stored. }
`,
    },
    {
      title: 'The operation says so itself',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        «"consumes"»: ["application/json"],
        "parameters": [
          { "name": "note", "in": "formData", "type": "string" }
        ],
        "responses": { "201": { "description": "Created." } }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "consumes": ["application/x-www-form-urlencoded"],
        "parameters": [
          { "name": "note", "in": "formData", "type": "string" }
        ],
        "responses": { "201": { "description": "Created." } }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.context.version !== '2.0') return;
    const form = formOf(operation, scope);
    const [first] = form;
    const own = findEntry(operation.tree, 'consumes');
    const consumed = own === undefined ? operation.context.consumes : ownTypes(operation);
    const hasFile = form.some(({ parameter }) => findString(parameter?.tree, 'type')?.value === 'file');
    if (first === undefined || consumed === undefined || consumed.some(isForm)) return;
    // Where nothing is said, other fields than files may be sent as a form all the same.
    if (consumed.length === 0 && !hasFile) return;
    const isHere = first.site.section === operation.section;
    const what = consumed.length === 0 ? 'says no media type' : `consumes ${consumed.join(', ')}`;
    yield {
      span: own?.key.span ?? (isHere ? first.site.anchor : operation.anchor),
      message: `${operationTitle(operation)} has form fields and ${what}: ${hasFile ? 'files are' : 'they are'} sent as a form.`,
      fixes: [consume(operation, hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded')],
    };
  },
});

/** The fields of the form, those of the path, too. */
function formOf(operation: Operation, scope: Scope): readonly ListedParameter[] {
  return [operation, operation.pathItem]
    .flatMap((view) => listedParameters(view, scope))
    .filter(({ parameter }) => parameter?.in?.value === 'formData');
}

/** Undefined where what is written is no list of texts. */
function ownTypes({ tree }: Operation): readonly string[] | undefined {
  const written = findEntry(tree, 'consumes')?.value;
  const types = itemsOf(written).map((item) => (item.kind === 'scalar' ? item.value : undefined));
  const known = types.filter((type) => typeof type === 'string');
  return written?.kind === 'list' && known.length === types.length ? known : undefined;
}

function isForm(type: string): boolean {
  return /^(?:multipart\/|application\/x-www-form-urlencoded|\*\/\*)/i.test(type.trim());
}

function consume({ section, location }: Operation, type: string): Fix {
  const pointer = [...pointerOf(location), 'consumes'];
  const before = ['produces', 'parameters'];
  const change = { kind: 'set', uri: section.uri, pointer, value: [type], before } as const;
  return { title: `Consume ${type}`, safety: 'review', changes: [change] };
}
