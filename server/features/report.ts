import { isInFolder } from '#files/file-uri.ts';
import { checklistFolder, checklistOf } from '#server/checklist-of.ts';
import type { ChecklistParams } from '#server/protocol.ts';
import { reportText } from '#server/report-text.ts';
import type { Session } from '#server/session.ts';

/** The review of the workspace, or of one folder, as Markdown; `null` when reviewing is off or the folder is not open. */
export async function report(session: Session, { folder }: ChecklistParams): Promise<string | null> {
  const review = await session.complete();
  const known = checklistFolder(session, folder);
  if (review === undefined || (folder !== undefined && known === undefined)) return null;
  const overview = await session.overview(review, folder === undefined ? undefined : known);
  return reportText({
    files: overview.files,
    sections: checklistOf(session, review, overview, folder),
    nameOf: (uri) => shortName(uri, session.files.folders),
  });
}

/** The path below the workspace folder, decoded; with several folders the folder's own name comes first. */
function shortName(uri: string, folders: readonly string[]): string {
  const folder = folders.find((candidate) => isInFolder(uri, candidate));
  const base = folders.length > 1 && folder !== undefined ? folder.slice(0, folder.lastIndexOf('/')) : folder;
  const path = base === undefined ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(base.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
