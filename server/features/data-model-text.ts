import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { dataModelPicture } from '#core/diagram/data-model-picture.ts';
import { mermaidText } from '#core/diagram/mermaid-text.ts';
import { svgDocument } from '#core/diagram/svg-document.ts';
import { type DiagramInput, shownMarks } from '#server/features/data-model.ts';
import { knownDetail, schemaSummary, shownSchema } from '#server/features/shown-schema.ts';
import type { DataModelText, DataModelTextParams } from '#server/protocol.ts';

/** The diagram of the schema that a file belongs to as the text of a file; `null` where it belongs to none. */
export async function dataModelText(
  session: DiagramInput,
  { uri, detail, format, theme }: DataModelTextParams,
): Promise<DataModelText | null> {
  const shown = await shownSchema(session, uri);
  if (shown === undefined) return null;
  const { schema } = shown;
  const { title } = schemaSummary(
    session,
    schema.root,
    schema.documents.map((document) => document.uri),
  );
  const name = fileNameOf(title);
  const model = await session.finish(dataModelOf(schema));
  if (format === 'mermaid') return { name, text: mermaidText(model, knownDetail(detail)) };
  const marks = await session.finish(shownMarks(session, shown));
  const picture = await session.finish(dataModelPicture(model, marks, knownDetail(detail)));
  return { name, text: svgDocument(picture, title, theme === 'dark' ? 'dark' : 'light') };
}

/** The last part of a path without its ending; of a folder its name. */
function fileNameOf(title: string): string {
  const name = title.slice(title.lastIndexOf('/') + 1).replace(/\.prisma$/, '');
  return name === '' ? 'data-model' : name;
}
