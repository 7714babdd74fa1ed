import { canonicalUri } from '#files/uri.ts';
import { type ChecklistSetting, checklistMaker, servicesIn } from '#server/features/checklist-of.ts';
import type { Overviews } from '#server/inputs.ts';
import { linkTo } from '#server/pages/place-link.ts';
import { rowPageText } from '#server/pages/row-page-text.ts';
import type { RowParams } from '#server/protocol.ts';
import { shownName } from '#server/shown/shown-names.ts';

/** A row of a checklist as a page of its own; `null` when reviewing is off, or the service or the row is not there. */
export async function rowPage(
  session: Overviews & ChecklistSetting,
  { service: id, itemId }: RowParams,
): Promise<string | null> {
  const review = await session.complete();
  if (review === undefined) return null;
  const overview = await session.overview(review);
  const wanted = canonicalUri(id).replace(/\/$/, '');
  const service = servicesIn(session, overview, undefined).find((each) => each.id === wanted);
  if (service === undefined) return null;
  const { sections } = checklistMaker(session, review, overview)(service);
  const row = sections.flatMap(({ items }) => items).find(({ item }) => item.id === itemId);
  if (row === undefined) return null;
  const { folders } = session.files;
  return rowPageText(row, {
    service: service.title ?? shownName(service.id, folders),
    nameOf: (uri) => shownName(uri, folders),
    linkOf: (uri) => linkTo(uri, folders),
  });
}
