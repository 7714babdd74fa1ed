import { type NamedResource, type NamedResources, namedResources } from '#core/ask/named-resources.ts';
import { operationsAt } from '#core/ask/operations-at.ts';
import type { MissingOperation, ToldResource } from '#core/ask/resource-tree.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import { type StandardOperations, standardOperations } from '#core/openapi/resources/standard-operations.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** What is the same for all resources of a description. */
interface Whole extends Pick<NamedResources, 'change' | 'itemNames'> {
  readonly description: Description;
  readonly isUnderstood: boolean;
  /** The order of path items, by their templates. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly pace: Pace;
}

/** The resources of a description as trees, in the order of their paths. In steps. */
export function* resourcesOf(description: Description): Steps<readonly ToldResource[]> {
  const pace = new Pace();
  const { outermost, ...usual } = yield* namedResources(description, pace);
  const ranks = new Map<string, number>();
  for (const template of description.definedNames('openapi.path-item')) ranks.set(template, ranks.size);
  const isUnderstood = description.isUnderstood();
  return yield* toldInOrder(outermost, { ...usual, description, isUnderstood, ranks, pace });
}

function* toldInOrder(resources: readonly NamedResource[], whole: Whole): Steps<readonly ToldResource[]> {
  const ranked = resources.map((named) => ({ named, rank: rankOf(named, whole) }));
  ranked.sort((a, b) => a.rank - b.rank);
  const told: ToldResource[] = [];
  for (const { named } of ranked) told.push(yield* toldResource(named, whole));
  return told;
}

/** Of its own path, or of the first below. */
function rankOf({ resource, children }: NamedResource, whole: Whole): number {
  const [own] = resource.paths;
  if (own !== undefined) return whole.ranks.get(erasedTemplate(own)) ?? whole.ranks.size;
  return children.reduce((least, child) => Math.min(least, rankOf(child, whole)), whole.ranks.size);
}

function* toldResource(named: NamedResource, whole: Whole): Steps<ToldResource> {
  const { resource, written, children } = named;
  const { description, isUnderstood, pace } = whole;
  const { kind, reason, parts, items: template } = resource;
  const items = children.find((child) => child.resource.template === template);
  const below = children.flatMap((child) => (child === items ? child.children : [child]));
  const standard = standardOperations(resource, (path) => description.resource(path));
  const operations = [resource, ...(items === undefined ? [] : [items.resource])].flatMap((each) =>
    operationsAt(each, standard.present, description),
  );
  const missing = isUnderstood ? missingOperations(named, items?.written, standard, whole) : [];
  if (pace.isDue(cost.followed * (1 + operations.length))) yield;
  const name = parts.at(-1)?.key ?? '';
  return { path: written, name, kind, reason, operations, missing, children: yield* toldInOrder(below, whole) };
}

/** Of both ways to change a thing the one that is usual here. */
function missingOperations(
  { resource, written }: NamedResource,
  item: string | undefined,
  { missing }: StandardOperations,
  { change, itemNames }: Whole,
): readonly MissingOperation[] {
  const other = change === 'update' ? 'replace' : 'update';
  return missing.flatMap(({ operation, method, template }) => {
    if (operation === other) return [];
    return [
      { operation, method, path: template === resource.template ? written : (item ?? itemNames.pathIn(written)) },
    ];
  });
}
