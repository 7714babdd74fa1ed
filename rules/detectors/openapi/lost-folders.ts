import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { Reference } from '#core/openapi/view.ts';
import type { Cause, InSection, Scope } from '#core/rule.ts';
import type { LostReference } from '#rules/detectors/openapi/lost-reference.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** A file that some reference leads into. */
export interface FoundFile {
  readonly kind: 'found';
  readonly file: string;
}

/** The file a reference leads into, where that is another one and is there. */
export function foundFile(reference: Reference, scope: Pick<Scope, 'outcome'>): string | undefined {
  if (reference.target.startsWith('#')) return undefined;
  const isThere = /^(?:found|unread|broken|missing-pointer)$/.test(scope.outcome(reference));
  return isThere ? readReferenceTarget(reference.target, reference.section.uri).uri : undefined;
}

/** Folders none of whose files is there, though several are referred to. */
export class LostFolders {
  /** The files that are missed in a folder, by the uri of the folder. */
  private readonly files = new Map<string, Set<string>>();
  /** The folders with files that are there, and all that hold them. */
  private readonly known = new Set<string>();

  constructor(losses: readonly InSection<LostReference>[], found: readonly InSection<FoundFile>[]) {
    if (losses.length === 0) return;
    for (const { value } of found) this.know(value.file);
    for (const { value } of losses) this.know(value.uri);
    for (const { value } of losses) {
      const folder = this.folderOf(value);
      if (folder === undefined || value.missingFile === undefined) continue;
      const files = this.files.get(folder) ?? new Set();
      this.files.set(folder, files.add(value.missingFile));
    }
  }

  /** Undefined where one file alone is missed. */
  causeOf(lost: LostReference): Cause | undefined {
    const folder = this.folderOf(lost);
    if (folder === undefined || (this.files.get(folder)?.size ?? 0) < 2) return undefined;
    const name = relativeUri(lost.uri, folder).replace(/^\.\//, '');
    return {
      key: `folder ${folder}`,
      message: (count) => `${count} references lead to files in “${name}”, none of which is there.`,
    };
  }

  private know(file: string): void {
    for (const folder of foldersOf(file)) this.known.add(folder);
  }

  /** The outermost folder of a missing file of which nothing is there. */
  private folderOf({ missingFile, place }: LostReference): string | undefined {
    if (missingFile === undefined || place !== undefined) return undefined;
    return foldersOf(missingFile).find((folder) => !this.known.has(folder));
  }
}

/** The folders a file lies in, from the outermost to its own, without the slash at their end. */
function foldersOf(uri: string): readonly string[] {
  const start = uri.indexOf('://') + 3;
  const folders: string[] = [];
  for (let at = uri.indexOf('/', start); at >= 0; at = uri.indexOf('/', at + 1)) folders.push(uri.slice(0, at));
  return folders;
}
