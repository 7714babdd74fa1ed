import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Review } from '#core/review.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Folders, Reviews, Texts } from '#server/inputs.ts';
import type { DataModelDetail, SchemaSummary } from '#server/protocol.ts';
import { shownName } from '#server/shown/shown-names.ts';

/** A schema, and the review that holds it. */
export interface ShownSchema {
  readonly review: Review;
  readonly schema: PrismaSchema;
}

/** The schema that a file belongs to, as it is shown, and once all files are known; undefined where it belongs to none. */
export async function shownSchema(
  session: Pick<Reviews, 'shown' | 'complete'>,
  uri: string,
): Promise<ShownSchema | undefined> {
  const file = canonicalUri(uri);
  const found = schemaAt(await session.shown(file), file);
  if (found !== undefined) return found;
  // The diagram may be open before the files are read.
  await session.complete();
  return schemaAt(await session.shown(file), file);
}

function schemaAt(review: Review | undefined, file: string): ShownSchema | undefined {
  const schema = review?.workspace.schemas.find((each) => each.has(file));
  return review === undefined || schema === undefined ? undefined : { review, schema };
}

/** How a schema of these files is told of: by its only file, or by the folder they lie in. */
export function schemaSummary(
  session: Pick<Texts, 'documents'> & Folders,
  root: string,
  uris: readonly string[],
): SchemaSummary {
  const [first = root, ...others] = uris;
  const named = others.length === 0 ? first : root;
  const title = shownName(named, session.files.folders);
  return {
    uri: session.documents.clientDocument(first).uri,
    title: title === '' ? named.slice(named.lastIndexOf('/') + 1) : title,
  };
}

/** What a client asks for, where it is one of what there is. */
export function knownDetail(detail: string): DataModelDetail {
  return detail === 'keys' || detail === 'names' ? detail : 'all';
}
