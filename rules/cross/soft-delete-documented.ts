import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Cause, type DatabaseScope, type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { softDelete } from '#rules/checklist.ts';
import { responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { itemModel } from '#rules/detectors/cross/item-model.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { aip } from '#rules/sources.ts';
import { hardDeletionNames, listsDeletedNames, restoringVerbs } from '#rules/words/restoring.ts';

const description = (method: string, text: string): string => `openapi: 3.1.0
paths:
  /notes/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    get:
      responses:
        '200':
          description: The note.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Note' }
    ${method}:
      summary: Delete a note${text}
      responses:
        '204': { description: Done. }
components:
  schemas:
    Note:
      type: object
      properties:
        id: { type: integer }
        body: { type: string }
`;

const schema = `model Note {
  id        Int       @id @default(autoincrement())
  body      String
  deletedAt DateTime?
}
`;

const said = 'Marks the note as deleted: it is no longer found, and its row is kept.';

export const softDeleteDocumented = localRule({
  id: 'cross/soft-delete-documented',
  summary: 'Say that a deleted row is kept.',
  why: 'Who deletes personal data relies on it being gone, and who deletes by mistake would like to know that it is not. Where rows are only marked, the API should say so, and how long they are kept.',
  item: softDelete,
  references: [aip(164)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A deletion that only marks',
      bad: { 'openapi.yaml': description('«delete»', ''), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('delete', `\n      description: '${said}'`), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const { method, origin, path, pathItem, anchor } = operation;
    if (method !== 'delete' || origin !== 'path' || !endsInParameter(path) || isExplained(operation, scope)) return;
    const model = itemModel(pathItem, scope);
    const mark = model && isTable(model) ? (deletionTimeOf(model) ?? deletionFlagOf(model)) : undefined;
    if (model === undefined || mark === undefined || isToldElsewhere(pathItem, mark, model, scope)) return;
    yield {
      span: anchor,
      message: `${operationTitle(operation)} does not say that rows of ${model.name.value} are only marked as deleted.`,
      fixes: sayKept(operation, model),
      related: [{ section: mark.section, span: mark.name.span, message: 'The mark of deletion.' }],
      cause: unsaid,
    };
  },
});

const unsaid: Cause = {
  key: 'unsaid',
  message: (count) => `${count} operations do not say that what they delete is only marked as deleted.`,
  fixTitle: (count) => `Say in ${count} operations that rows are kept`,
};

/** Any word about what becomes of the row, or a parameter that decides it. */
function isExplained(operation: Operation, scope: Scope): boolean {
  const { summary, description: text, responses } = operation;
  const texts = [summary, text, ...responses.map(({ response }) => scope.resolve(response)?.description)];
  const isChosen = effectiveParameters(operation, scope).some(({ name }) =>
    hardDeletionNames.has(foldedName(name?.value ?? '')),
  );
  return isChosen || texts.some((each) => kept.test(each?.value ?? ''));
}

const kept =
  /soft|restor|undelet|recover|trash|archiv|retain|retention|purg|\bkeep|\bkept|\bmark|hidden|hide|permanent|irrevers|\bdays?\b|deactivat|disable|anonymi|gdpr|forever|for good/i;

/** An operation that restores, a list that can show the deleted, or an item that says when it was. */
function isToldElsewhere(pathItem: PathItem, mark: PrismaField, model: PrismaModel, scope: DatabaseScope): boolean {
  const template = scope.resource(pathItem.path.value)?.template ?? '';
  const hasRestore = [...restoringVerbs].some((verb) =>
    ['/', ':'].some((sign) => scope.find('openapi.path-item', `${template}${sign}${verb}`) !== undefined),
  );
  const collection = scope.find('openapi.path-item', template.replace(/\/[^/]*$/, ''));
  const listsDeleted = collection?.operations.some((operation) => listsTheDeleted(operation, scope)) ?? false;
  return hasRestore || listsDeleted || pathItem.operations.some((operation) => shows(operation, mark, model, scope));
}

function listsTheDeleted(operation: Operation, scope: Scope): boolean {
  return effectiveParameters(operation, scope).some(({ name }) => listsDeletedNames.has(foldedName(name?.value ?? '')));
}

function shows(operation: Operation, mark: PrismaField, model: PrismaModel, scope: Scope): boolean {
  const properties = responseSubjects(operation, scope).flatMap((subject) => propertiesOf(subject, scope));
  return properties.some(({ name }) => fieldFor(model, name.value) === mark);
}

/** Where nothing is written yet. */
function sayKept(operation: Operation, model: PrismaModel): readonly Fix[] {
  const { description: text, section, location } = operation;
  if (text !== undefined || !isWrittenInPlace(operation)) return [];
  const value = `Marks the ${wordsOf(model.name.value).join(' ')} as deleted: it is no longer found, and its row is kept.`;
  const pointer = [...pointerOf(location), 'description'];
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['summary', 'operationId', 'tags'] } as const;
  return [{ title: `Say that ${operationTitle(operation)} keeps the row`, safety: 'review', changes: [change] }];
}
