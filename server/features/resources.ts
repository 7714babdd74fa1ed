import { descriptionAround } from '#core/ask/description-around.ts';
import { listForms } from '#core/ask/list-forms.ts';
import type { ToldForm, ToldOperation, ToldResource } from '#core/ask/resource-tree.ts';
import { resourcesOf } from '#core/ask/resources-of.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { fileName } from '#core/openapi/reference/target-name.ts';
import type { EnvelopeKind } from '#core/openapi/resources/list-envelope.ts';
import type { Review } from '#core/review.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';
import { ifUnderstood } from '#core/work/understood.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Reviews, Slices, Texts } from '#server/inputs.ts';
import type { MissingOperation, ResourceOperation, ResourceState, ResourcesState } from '#server/protocol.ts';
import { shownText } from '#server/shown/shown-text.ts';

type ResourcesInput = Pick<Reviews, 'shown'> & Texts & Slices;

/** The resources of the description that a file belongs to; `null` where it belongs to none. */
export async function resources(session: ResourcesInput, uri: string): Promise<ResourcesState | null> {
  const file = canonicalUri(uri);
  const review = await session.shown(file);
  const description = review && descriptionAround(review.workspace, file);
  if (review === undefined || description === undefined) return null;
  const told = await session.finish(resourcesOf(description));
  const view: ResourcesView = { session, review, forms: listForms(told), pace: new Pace() };
  return { title: titleOf(description), resources: await session.finish(shownResources(told, view)) };
}

/** Its title; the name of its file where that is not known. */
function titleOf(description: Description): string {
  const [info] = ifUnderstood(() => description.roots('openapi.info')) ?? [];
  return shownText(info?.title?.value ?? fileName(description.context.rootUri));
}

/** What showing the resources of a review needs. */
interface ResourcesView {
  readonly session: Texts;
  readonly review: Review;
  readonly forms: ReadonlyMap<EnvelopeKind, number>;
  readonly pace: Pace;
}

function* shownResources(resources: readonly ToldResource[], view: ResourcesView): Steps<readonly ResourceState[]> {
  const shown: ResourceState[] = [];
  for (const { path, kind, reason, operations, missing, children } of resources) {
    if (view.pace.isDue(cost.looked * (1 + operations.length))) yield;
    shown.push({
      path: shownText(path),
      kind,
      reason: shownText(reason),
      operations: operations.map((operation) => shownOperation(operation, view)),
      missing: missing.map((each) => ({ ...each, method: each.method.toUpperCase() })).filter(isPlain),
      children: yield* shownResources(children, view),
    });
  }
  return shown;
}

/** False for a path that no list can show as it is: it is not proposed. */
function isPlain({ path }: MissingOperation): boolean {
  return shownText(path) === path;
}

function shownOperation(
  { method, path, operation, schemas: { sent, answered }, form, uri, span }: ToldOperation,
  { session, review, forms }: ResourcesView,
): ResourceOperation {
  const range = session.lines.rangeOf(review, uri, span);
  return {
    method: shownText(method),
    path: shownText(path),
    ...(operation === undefined ? {} : { operation }),
    ...(sent === undefined ? {} : { sent: shownText(sent) }),
    ...(answered === undefined ? {} : { answered: shownText(answered) }),
    ...(form === undefined ? {} : { form: shownForm(form, forms) }),
    place: { uri: session.documents.clientDocument(uri).uri, range },
  };
}

function shownForm({ kind, shown, reason }: ToldForm, forms: ResourcesView['forms']) {
  const all = [...forms.values()].reduce((sum, count) => sum + count, 0);
  return { shown: shownText(shown), reason: shownText(reason), alike: forms.get(kind) ?? 0, all };
}
