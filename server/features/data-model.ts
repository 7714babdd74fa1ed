import { EvidenceDigest } from '#core/checklist/evidence-digest.ts';
import type { DataModel } from '#core/diagram/data-model.ts';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { dataModelPicture } from '#core/diagram/data-model-picture.ts';
import { diagramStyle } from '#core/diagram/diagram-style.ts';
import { type EntityMarks, entityMarks } from '#core/diagram/entity-marks.ts';
import type { Steps } from '#core/work/steps.ts';
import { knownDetail, type ShownSchema, schemaSummary, shownSchema } from '#server/features/shown-schema.ts';
import type { Folders, Reviews, Shown, Slices, Texts } from '#server/inputs.ts';
import type { DataModelDetail, DataModelParams, DataModelState } from '#server/protocol.ts';

/** What a diagram is made with. */
export type DiagramInput = Pick<Reviews, 'shown' | 'complete'> &
  Pick<Shown, 'contextOf'> &
  Pick<Texts, 'documents'> &
  Slices &
  Folders;

/** The data model of the schema that a file belongs to, with what is found in it; `null` where it belongs to none. */
export async function dataModel(
  session: DiagramInput,
  { uri, detail, known }: DataModelParams,
): Promise<DataModelState | null> {
  const shown = await shownSchema(session, uri);
  if (shown === undefined) return null;
  const { schema } = shown;
  const model = await session.finish(dataModelOf(schema));
  const marks = await session.finish(shownMarks(session, shown));
  const shape = knownDetail(detail);
  const digest = digestOf(schema.root, model, marks, shape);
  const uris = schema.documents.map((document) => document.uri);
  return {
    ...schemaSummary(session, schema.root, uris),
    models: model.entities.length,
    leftOut: model.leftOut,
    digest,
    ...(digest === known
      ? {}
      : { style: diagramStyle, picture: await session.finish(dataModelPicture(model, marks, shape)) }),
  };
}

/** What is found in the models of a schema, as it is shown. */
export function* shownMarks(
  session: Pick<Shown, 'contextOf'>,
  { review, schema }: ShownSchema,
): Steps<ReadonlyMap<string, EntityMarks>> {
  const { shownOf } = session.contextOf(review);
  const model = yield* dataModelOf(schema);
  return yield* entityMarks(schema, model, (uri) => {
    const file = review.files.get(uri);
    return file === undefined ? [] : shownOf(file);
  });
}

/** The same for pictures that are the same; places in the files do not count. */
function digestOf(
  root: string,
  model: DataModel,
  marks: ReadonlyMap<string, EntityMarks>,
  detail: DataModelDetail,
): string {
  const marked = [...marks].map(([id, { fields, ...own }]) => [id, own, [...fields]]);
  return new EvidenceDigest().add(JSON.stringify([root, detail, model.entities, model.relations, marked])).text;
}
