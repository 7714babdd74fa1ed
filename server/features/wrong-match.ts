import type { WorkspaceEdit } from 'vscode-languageserver';
import type { ToldDataMap, WrittenName } from '#core/ask/data-map.ts';
import { FixWriter } from '#core/fix/fix-writer.ts';
import type { Fix } from '#core/rule.ts';
import { canonicalUri } from '#files/uri.ts';
import { mappedDescription } from '#server/features/mapped-description.ts';
import type { Reviews, Settings, Shown, Slices } from '#server/inputs.ts';
import type { WrongMatchParams } from '#server/protocol.ts';
import { toWorkspaceEdit } from '#server/shown/convert.ts';
import { shownText } from '#server/shown/shown-text.ts';

type WrongMatchInput = Pick<Reviews, 'current'> & Pick<Shown, 'contextOf'> & Slices & Settings;

/**
 * The edit that says of a schema that it describes no model, or of a property that it is no field: where it stands, so that it moves with
 * it, holds for schemas without a name, too, and is seen by whoever reads the description.
 */
export async function wrongMatch(session: WrongMatchInput, params: WrongMatchParams): Promise<WorkspaceEdit | null> {
  const file = canonicalUri(params.uri);
  const review = await session.current(file);
  const mapped = review && (await mappedDescription(review, file, session));
  const fix = mapped && overrideOf(mapped.map, params);
  if (review === undefined || fix === undefined) return null;
  const writer = new FixWriter(review.workspace);
  if (!writer.add(fix)) return null;
  const { files, failed } = writer.finish();
  return files.length === 0 || failed.length > 0 ? null : toWorkspaceEdit(files, session.contextOf(review));
}

function overrideOf({ pairs }: ToldDataMap, { schema, model, property }: WrongMatchParams): Fix | undefined {
  const pair = pairs.find((each) => isCalled(each.schema, schema) && isCalled(each.model, model));
  if (property === undefined) return pair && falseAt(pair.schema, 'x-prisma-model');
  const field = pair?.fields.find((each) => isCalled(each.property, property));
  return field === undefined || field.property.isReference ? undefined : falseAt(field.property, 'x-prisma-field');
}

function isCalled({ name }: { readonly name: string }, shown: string): boolean {
  return shownText(name) === shown;
}

function falseAt({ place: { uri }, pointer }: WrittenName, key: string): Fix {
  const change = {
    kind: 'set',
    uri,
    pointer: [...pointer, key],
    value: false,
    after: ['type', 'description', 'title'],
  } as const;
  return { title: `Write \`${key}: false\``, safety: 'review', changes: [change] };
}
