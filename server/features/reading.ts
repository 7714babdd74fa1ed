import type { FileReading } from '#core/ask/reading-of.ts';
import { roleInfo } from '#core/file-role.ts';
import { canonicalUri } from '#files/uri.ts';
import { type ReadingInput, readingIn } from '#server/features/reading-in.ts';
import type { Folders, Reviews } from '#server/inputs.ts';
import type { FileReadingState } from '#server/protocol.ts';
import { shownName } from '#server/shown/shown-names.ts';
import { versionName } from '#server/shown/version-name.ts';

/** What a file was taken for, in few words; `null` for one that is not known, or while reviewing is off. */
export async function reading(
  session: Pick<Reviews, 'shown'> & ReadingInput & Folders,
  documentUri: string,
): Promise<FileReadingState | null> {
  const uri = canonicalUri(documentUri);
  const review = await session.shown(uri);
  const found = review && readingIn(session, review, uri);
  if (found === undefined) return null;
  const pathOf = (each: string) => shownName(each, session.files.folders);
  const { owners, config, preset } = found;
  const descriptions = owners.filter((owner) => owner.kind === 'description');
  const schemas = new Set(descriptions.flatMap(({ schema }) => schema ?? []));
  const versions = new Set(descriptions.map(({ version }) => versionName(version)));
  return {
    role: roleInfo(found.role).state,
    ...(versions.size === 1 ? { version: [...versions].join() } : {}),
    roots: rootsOf(found).map(pathOf),
    ...(schemas.size === 1 ? { schema: pathOf([...schemas].join()) } : {}),
    ...(config === undefined ? {} : { config: pathOf(config) }),
    preset,
  };
}

function rootsOf({ owners }: FileReading): readonly string[] {
  return owners.flatMap((owner) => (owner.kind === 'schema' ? owner.descriptions : (owner.original ?? owner.root)));
}
