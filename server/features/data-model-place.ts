import type { Location } from 'vscode-languageserver';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { fieldOf } from '#core/prisma/field.ts';
import { shiftSpan } from '#core/text/span.ts';
import { shownSchema } from '#server/features/shown-schema.ts';
import type { Reviews, Slices, Texts } from '#server/inputs.ts';
import type { DataModelPlaceParams } from '#server/protocol.ts';

/** Where the name of a model, or of a field of it, stands now; `null` when the model is gone. */
export async function dataModelPlace(
  session: Pick<Reviews, 'shown' | 'complete'> & Texts & Slices,
  { uri, model, field }: DataModelPlaceParams,
): Promise<Location | null> {
  const shown = await shownSchema(session, uri);
  if (shown === undefined) return null;
  const { entities } = await session.finish(dataModelOf(shown.schema));
  const entity = entities.find(({ id }) => id === model);
  for (const { uri: file, sections, starts } of shown.schema.documents) {
    const index = sections.findIndex(({ id }) => id === entity?.section);
    const blocks = sections[index]?.nodes.filter((node) => node.kind === 'prisma.model' || node.kind === 'prisma.type');
    const block = blocks?.find((each) => blockId(each) === entity?.name);
    if (block === undefined) continue;
    const { name } = (field === undefined ? undefined : fieldOf(block, field)) ?? block;
    return {
      uri: session.documents.clientDocument(file).uri,
      range: session.lines.rangeOf(shown.review, file, shiftSpan(name.span, starts[index] ?? 0)),
    };
  }
  return null;
}
