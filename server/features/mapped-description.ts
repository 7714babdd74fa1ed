import type { ToldDataMap } from '#core/ask/data-map.ts';
import { dataMapOf } from '#core/ask/data-map-of.ts';
import { descriptionAround } from '#core/ask/description-around.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { comparedRoots } from '#core/project/compared-roots.ts';
import type { Review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Settings, Slices } from '#server/inputs.ts';

/** A description and what its schemas are in the database. */
export interface MappedDescription {
  readonly description: Description;
  readonly map: ToldDataMap;
}

/** The map of the description that a file is part of, or that is compared with the Prisma schema it is part of; undefined without one. */
export async function mappedDescription(
  { workspace }: Review,
  file: string,
  session: Settings & Slices,
): Promise<MappedDescription | undefined> {
  const settings = session.reviewSettings;
  const description = descriptionAround(workspace, file) ?? comparedDescription(workspace, file, settings);
  const map = description && (await session.finish(dataMapOf(description, workspace, settings)));
  return description && map && { description, map };
}

/** The first description that is compared with the schema of a Prisma file. */
function comparedDescription(
  workspace: Review['workspace'],
  file: string,
  settings: ReviewSettings,
): Description | undefined {
  const schema = workspace.schemas.find((each) => each.has(file));
  const [root] = (schema && comparedRoots(workspace, settings).get(schema.root)) ?? [];
  return workspace.descriptions.find(({ context }) => context.rootUri === root);
}
