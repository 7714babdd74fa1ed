import { descriptionAround } from '#core/ask/description-around.ts';
import type { MissingOperation, ToldResource } from '#core/ask/resource-tree.ts';
import { resourcesOf } from '#core/ask/resources-of.ts';
import type { FileEdits } from '#core/fix/file-edits.ts';
import { FixWriter } from '#core/fix/fix-writer.ts';
import type { Review } from '#core/review.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { applyEdits } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { addOperation } from '#rules/fixes/openapi/add-operation.ts';
import type { Reviews, Shown, Slices, Texts } from '#server/inputs.ts';
import type { AddedOperation, AddOperationParams } from '#server/protocol.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';

type AddOperationInput = Pick<Reviews, 'current'> & Pick<Texts, 'documents'> & Slices & Pick<Shown, 'contextOf'>;

/** The edit that adds a missing operation in the style of its description, and where it stands then; `null` where it is not missing. */
export async function addedOperation(
  session: AddOperationInput,
  { uri, method, path }: AddOperationParams,
): Promise<AddedOperation | null> {
  const file = canonicalUri(uri);
  const review = await session.current(file);
  const description = review && descriptionAround(review.workspace, file);
  if (review === undefined || description === undefined) return null;
  const all = missingIn(await session.finish(resourcesOf(description)));
  const missing = all.find((each) => each.method.toUpperCase() === method && each.path === path);
  const fix = missing && addOperation(missing, description, description.context);
  const writer = new FixWriter(review.workspace);
  if (fix === undefined || !writer.add(fix)) return null;
  const { files, failed } = writer.finish();
  const [written] = files;
  if (written === undefined || failed.length > 0) return null;
  return { edit: toWorkspaceEdit(files, session.contextOf(review)), ...placeOf(session, review, written) };
}

function missingIn(resources: readonly ToldResource[]): readonly MissingOperation[] {
  return resources.flatMap(({ missing, children }) => [...missing, ...missingIn(children)]);
}

/** Where the first edit of a file leads to in the text it makes. */
function placeOf({ documents }: AddOperationInput, { workspace }: Review, { uri, edits }: FileEdits) {
  const text = applyEdits(workspace.sources.get(uri)?.text ?? '', edits);
  const start = Math.min(...edits.map(({ span }) => span.start));
  const first = start + Math.max(0, text.slice(start).search(/\S/));
  return { uri: documents.clientDocument(uri).uri, position: new LineIndex(text).positionAt(first) };
}
