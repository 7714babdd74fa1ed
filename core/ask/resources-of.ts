import { nowhere, operationsAt, type Place } from '#core/ask/operations-at.ts';
import type { DescriptionResources, MissingOperation, ToldOperation, ToldResource } from '#core/ask/resource-tree.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { itemPath } from '#core/openapi/resources/item-path.ts';
import { judgedNode } from '#core/openapi/resources/judged-path.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import {
  type OperationSite,
  type StandardOperations,
  standardOperations,
} from '#core/openapi/resources/standard-operations.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The resources of the descriptions that a file is part of, as trees. In steps. */
export function* resourcesOf(
  workspace: Pick<Workspace, 'descriptions' | 'copies'>,
  uri: string,
): Steps<readonly DescriptionResources[]> {
  const told: DescriptionResources[] = [];
  for (const description of allDescriptions(workspace)) {
    if (description.files.has(uri))
      told.push({ root: description.context.rootUri, resources: yield* described(description) });
  }
  return told;
}

interface Named {
  readonly resource: PathResource;
  /** Its path as it is, or would be written. */
  readonly written: string;
  readonly operations: readonly ToldOperation[];
  /** Its own, or those of what stands below it. */
  readonly place: Place;
  readonly children: Named[];
}

/** What is the same for all resources of a description. */
interface Whole {
  readonly description: Description;
  readonly isUnderstood: boolean;
  /** How things are changed here. */
  readonly change: 'replace' | 'update';
}

function* described(description: Description): Steps<readonly ToldResource[]> {
  const outermost: Named[] = [];
  const byTemplate = new Map<string, Named>();
  const pending: (readonly [PathNode, PathResource | undefined])[] = [];
  const pace = new Pace();
  const changes = { put: 0, patch: 0 };
  for (const node of description.paths.children.values()) pending.push([node, undefined]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, above] = next;
    const resource = judgedNode(node, above);
    const { kind, methods = [] } = resource;
    for (const child of node.children.values()) pending.push([child, resource]);
    if (kind === 'item' && methods.includes('put')) changes.put++;
    if (kind === 'item' && methods.includes('patch')) changes.patch++;
    if (pace.isDue(cost.followed)) yield;
    if (resource.paths.length === 0 && kind !== 'collection' && kind !== 'item') continue;
    const named = {
      resource,
      written: writtenPath(node, resource),
      ...operationsAt(resource, description),
      children: [],
    };
    byTemplate.set(resource.template, named);
    // What a node belongs to was met before it.
    (byTemplate.get(resource.parent ?? '')?.children ?? outermost).push(named);
  }
  const change = changes.put > changes.patch ? 'replace' : 'update';
  const whole: Whole = { description, isUnderstood: description.isUnderstood(), change };
  return inOrder(outermost).map((named) => told(named, whole));
}

/** Its path, or the beginning of one below it. */
function writtenPath({ sample }: PathNode, { paths, parts }: PathResource): string {
  const segment = parts.at(-1)?.segment ?? 0;
  return (
    paths[0] ??
    `/${segmentsOf(sample)
      .slice(0, segment + 1)
      .join('/')}`
  );
}

function told(named: Named, whole: Whole): ToldResource {
  const { resource, written, operations, children } = named;
  const { description } = whole;
  const { kind, reason, parts, items: template } = resource;
  const items = children.filter((child) => child.resource.template === template);
  const below = children.flatMap((child) => (items.includes(child) ? child.children : [child]));
  const standard = standardOperations(resource, (path) => description.resource(path));
  const all = [...operations, ...items.flatMap((item) => item.operations)];
  return {
    path: written,
    name: parts.at(-1)?.key ?? '',
    ...{ kind, reason },
    operations: all.map((operation) => withMeaning(operation, standard, description)),
    missing: whole.isUnderstood ? missingOperations(named, items[0]?.written, standard, whole) : [],
    children: inOrder(below).map((child) => told(child, whole)),
  };
}

function withMeaning(
  operation: ToldOperation,
  { present }: StandardOperations,
  description: Description,
): ToldOperation {
  const template = description.resource(operation.path)?.template;
  const site = present.find((each) => each.template === template && each.method === operation.method.toLowerCase());
  return { ...operation, operation: site?.operation };
}

/** Of both ways to change a thing the one that is usual here. */
function missingOperations(
  { resource, written }: Named,
  item: string | undefined,
  { missing }: StandardOperations,
  { description, change }: Whole,
): readonly MissingOperation[] {
  const isOther = ({ operation }: OperationSite): boolean =>
    operation !== change && (operation === 'replace' || operation === 'update');
  return missing.flatMap((site) => {
    if (isOther(site)) return [];
    const path = site.template === resource.template ? written : (item ?? itemPath(description.paths, written));
    return [{ operation: site.operation, method: site.method.toUpperCase(), path }];
  });
}

/** As their paths stand in the text. */
function inOrder(resources: readonly Named[]): readonly Named[] {
  const placed = resources.map((named) => ({ named, place: firstPlace(named) }));
  placed.sort((a, b) =>
    a.place.uri < b.place.uri ? -1 : a.place.uri > b.place.uri ? 1 : a.place.offset - b.place.offset,
  );
  return placed.map(({ named }) => named);
}

function firstPlace({ place, children }: Named): Place {
  return place === nowhere ? (children.map(firstPlace).find((each) => each !== nowhere) ?? nowhere) : place;
}
