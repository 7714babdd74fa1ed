import type { WorkspaceEdit } from 'vscode-languageserver';
import { canonicalUri } from '#files/uri.ts';
import type { Session } from '#server/session.ts';

/** Somebody who writes files while edits of them are made is waited for so many times. */
const maximumTries = 3;

/**
 * Makes an edit anew as long as the files it changes that are not open are others on disk than those it was made for: the client will
 * edit what is there. Throws, in words for the user, where a file cannot be edited without losing characters.
 */
export async function editOnDisk<R>(
  session: Session,
  make: () => Promise<R>,
  editIn: (made: R) => WorkspaceEdit | undefined | null,
): Promise<R | null> {
  for (let tries = 0; tries < maximumTries; tries++) {
    const made = await make();
    const uris = editedUris(editIn(made)).map(canonicalUri);
    const onDisk = uris.filter((uri) => !session.documents.has(uri));
    const state = onDisk.length === 0 ? 'same' : await session.checkFiles(onDisk);
    if (state === 'same') return made;
    if (state === 'inexact') throw new InexactFile(onDisk);
  }
  return null;
}

/** A file whose text cannot be written back. */
export class InexactFile extends Error {
  constructor(uris: readonly string[]) {
    const names = uris.map((uri) => uri.slice(uri.lastIndexOf('/') + 1)).join(', ');
    super(
      `${names} is not UTF-8: an edit would lose characters. Convert it to UTF-8, or open it in its encoding, first.`,
    );
  }
}

function editedUris(edit: WorkspaceEdit | undefined | null): readonly string[] {
  const fromDocuments = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [change.textDocument.uri] : [],
  );
  return [...new Set([...Object.keys(edit?.changes ?? {}), ...fromDocuments])];
}
