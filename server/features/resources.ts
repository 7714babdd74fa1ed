import type { ToldOperation, ToldResource } from '#core/ask/resource-tree.ts';
import { resourcesOf } from '#core/ask/resources-of.ts';
import type { Review } from '#core/review.ts';
import { canonicalUri } from '#files/uri.ts';
import type { Reviews, Slices, Texts } from '#server/inputs.ts';
import type { ResourceOperation, ResourceState, ResourcesState } from '#server/protocol.ts';
import { shownText } from '#server/shown/shown-text.ts';

type ResourcesInput = Pick<Reviews, 'shown'> & Texts & Slices;

/** The resources of the first description that a file belongs to; `null` where it belongs to none. */
export async function resources(session: ResourcesInput, uri: string): Promise<ResourcesState | null> {
  const file = canonicalUri(uri);
  const review = await session.shown(file);
  if (review === undefined) return null;
  const [told] = await session.finish(resourcesOf(review.workspace, file));
  if (told === undefined) return null;
  const view = new Places(session, review);
  return { title: titleOf(review, told.root), resources: told.resources.map((each) => view.resource(each)) };
}

/** Its title; the last part of its uri where it has none. */
function titleOf({ workspace }: Review, root: string): string {
  const description = workspace.descriptions.find(({ context }) => context.rootUri === root);
  const [info] = description?.roots('openapi.info') ?? [];
  return shownText(info?.title?.value ?? decodeURIComponent(root.slice(root.lastIndexOf('/') + 1)));
}

/** Places as the client spells them. */
class Places {
  readonly #session: Texts;
  readonly #review: Review;

  constructor(session: Texts, review: Review) {
    this.#session = session;
    this.#review = review;
  }

  resource({ path, kind, reason, operations, missing, children }: ToldResource): ResourceState {
    return {
      path: shownText(path),
      kind,
      reason: shownText(reason),
      operations: operations.map((operation) => this.#operation(operation)),
      missing,
      children: children.map((child) => this.resource(child)),
    };
  }

  #operation({ method, path, operation, uri, span }: ToldOperation): ResourceOperation {
    const range = this.#session.lines.rangeOf(this.#review, uri, span);
    return {
      method: shownText(method),
      path: shownText(path),
      ...(operation === undefined ? {} : { operation }),
      place: { uri: this.#session.documents.clientDocument(uri).uri, range },
    };
  }
}
