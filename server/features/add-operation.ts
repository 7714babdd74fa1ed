import type { MissingOperation, ToldResource } from '#core/ask/resource-tree.ts';
import { resourcesOf } from '#core/ask/resources-of.ts';
import { FixWriter } from '#core/fix/fix-writer.ts';
import { descriptionScope } from '#core/project/scopes.ts';
import type { Review } from '#core/review.ts';
import { LineIndex } from '#core/text/line-index.ts';
import { applyEdits } from '#core/text/span.ts';
import { canonicalUri } from '#files/uri.ts';
import { addOperation } from '#rules/fixes/openapi/add-operation.ts';
import type { WantedOperation } from '#rules/fixes/openapi/operation-pattern.ts';
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
  if (review === undefined) return null;
  const [told] = await session.finish(resourcesOf(review.workspace, file));
  const missing = told && missingIn(told.resources).find((each) => each.method === method && each.path === path);
  const fix = told && missing && fixFor(review, told.root, missing);
  if (fix === undefined) return null;
  const writer = new FixWriter(review.workspace);
  if (!writer.add(fix)) return null;
  const { files, failed } = writer.finish();
  const [written] = files;
  if (written === undefined || failed.length > 0) return null;
  return { edit: toWorkspaceEdit(files, session.contextOf(review)), ...placeOf(session, review, written) };
}

function missingIn(resources: readonly ToldResource[]): readonly MissingOperation[] {
  return resources.flatMap(({ missing, children }) => [...missing, ...missingIn(children)]);
}

function fixFor({ workspace }: Review, root: string, { operation, method, path }: MissingOperation) {
  const description = workspace.descriptions.find(({ context }) => context.rootUri === root);
  if (description === undefined) return undefined;
  const wanted: WantedOperation = { operation, method: methods[method] ?? 'get', path };
  return addOperation(
    wanted,
    descriptionScope(description, new Map(), { isConfiguredAlike: () => true, isUsedElsewhere: () => false }),
    description.context,
  );
}

const methods: { readonly [method: string]: WantedOperation['method'] } = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
};

type Written = ReturnType<FixWriter['finish']>['files'][number];

/** Where the first edit of a file leads to in the text it makes. */
function placeOf({ documents }: AddOperationInput, { workspace }: Review, { uri, edits }: Written) {
  const text = applyEdits(workspace.sources.get(uri)?.text ?? '', edits);
  const start = Math.min(...edits.map(({ span }) => span.start));
  const first = start + Math.max(0, text.slice(start).search(/\S/));
  return { uri: documents.clientDocument(uri).uri, position: new LineIndex(text).positionAt(first) };
}
