import { isHeaderPointer, locate } from '#core/openapi/reference/locate.ts';
import { canonicalUri, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** Of a place that is not there: the first part of its pointer that leads nowhere. */
export interface MissingPart {
  /** The file it is missing in. */
  readonly uri: string;
  /** From the root of the file up to the part itself. */
  readonly pointer: readonly string[];
}

/** Undefined where the file is not there, or where what leads on is a `$ref`. `files` are by any spelling of their uris. */
export function missingPart(reference: Reference, files: ReadonlyMap<string, TreeDocument>): MissingPart | undefined {
  const target = readReferenceTarget(reference.target, reference.section.uri);
  if (target.kind !== 'pointer') return undefined;
  const document = files.get(target.uri) ?? findFile(target.uri, files);
  if (document === undefined) return undefined;
  for (let depth = 1; depth <= target.pointer.length; depth++) {
    const pointer = target.pointer.slice(0, depth);
    const found = locate(document, pointer);
    if (found?.kind === 'through') return undefined;
    if (found === undefined && !isHeaderPointer(document, pointer)) return { uri: document.uri, pointer };
  }
  return undefined;
}

function findFile(uri: string, files: ReadonlyMap<string, TreeDocument>): TreeDocument | undefined {
  const wanted = canonicalUri(uri);
  return [...files.values()].find((document) => canonicalUri(document.uri) === wanted);
}
