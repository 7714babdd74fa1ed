import type { WorkspaceEdit } from 'vscode-languageserver';
import { printable } from '#core/text/printable.ts';
import { canonicalUri } from '#files/uri.ts';
import type { FileCheck } from '#server/texts/disk-files.ts';
import type { OpenDocuments } from '#server/texts/open-documents.ts';

/** Somebody who writes files while edits of them are made is waited for so many times. */
const maximumTries = 3;

/** What is on disk. */
export interface DiskInput {
  readonly documents: Pick<OpenDocuments, 'has'>;
  checkFiles(uris: readonly string[]): Promise<FileCheck>;
}

/**
 * Makes an edit anew as long as the files it changes that are not open are others on disk than those it was made for: the client will
 * edit what is there. Throws, in words for the user, where a file cannot be edited without losing characters.
 */
export async function editOnDisk<R>(
  session: DiskInput,
  make: () => Promise<R>,
  editIn: (made: R) => WorkspaceEdit | undefined | null,
): Promise<R | null> {
  for (let tries = 0; tries < maximumTries; tries++) {
    const made = await make();
    const uris = editedUris(editIn(made)).map(canonicalUri);
    const onDisk = uris.filter((uri) => !session.documents.has(uri));
    if (onDisk.length === 0) return made;
    const { isChanged, inexact } = await session.checkFiles(onDisk);
    if (inexact.length > 0) throw new InexactFile(inexact);
    if (!isChanged) return made;
  }
  return null;
}

/** Files whose texts cannot be written back. */
export class InexactFile extends Error {
  constructor(uris: readonly string[]) {
    const names = uris.map((uri) => printable(uri.slice(uri.lastIndexOf('/') + 1)));
    const [are, them, their] = names.length === 1 ? ['is', 'it', 'its'] : ['are', 'them', 'their'];
    super(
      `${names.join(', ')} ${are} not UTF-8: an edit would lose characters. Convert ${them} to UTF-8, or open ${them} in ${their} encoding, first.`,
    );
  }
}

function editedUris(edit: WorkspaceEdit | undefined | null): readonly string[] {
  const fromDocuments = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [change.textDocument.uri] : [],
  );
  return [...new Set([...Object.keys(edit?.changes ?? {}), ...fromDocuments])];
}
