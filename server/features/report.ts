import { isInFolder } from '#files/uri.ts';
import { type ChecklistSetting, checklistMaker, knownFolder, servicesIn } from '#server/features/checklist-of.ts';
import type { Overviews } from '#server/inputs.ts';
import { linkTo } from '#server/pages/place-link.ts';
import { reportText } from '#server/pages/report-text.ts';
import type { ReportParams } from '#server/protocol.ts';
import { shownName } from '#server/shown/shown-names.ts';

type ReportInput = Overviews &
  ChecklistSetting & {
    /** Shows what waits for the typing to rest. */
    showAll(): void;
  };

/** The review of the workspace, or of one folder, as Markdown, with the day (YYYY-MM-DD) and the version it was made by; `null` when reviewing is off or the folder is not open. */
export async function report(
  session: ReportInput,
  params: ReportParams,
  made: { readonly on: string; readonly version: string },
): Promise<string | null> {
  session.showAll();
  const review = await session.complete();
  const folder = params.folder === undefined ? undefined : knownFolder(session, params.folder);
  if (review === undefined || (params.folder !== undefined && folder === undefined)) return null;
  const overview = await session.overview(review);
  return reportText({
    files: overview.files.filter(({ uri }) => folder === undefined || isInFolder(uri, folder)),
    checklists: servicesIn(session, overview, folder).map(checklistMaker(session, review, overview)),
    made,
    linkOf: (uri) => linkTo(uri, session.files.folders),
    nameOf: (uri) => shownName(uri, session.files.folders),
  });
}
