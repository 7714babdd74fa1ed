import type { DescriptionContext } from '#core/openapi/model.ts';
import { formatPointer, parsePointer } from '#core/openapi/reference/reference-target.ts';
import { mostCommon, type PlacedUse } from '#rules/detectors/openapi/house-errors.ts';
import { perHouse } from '#rules/detectors/openapi/per-house.ts';
import { componentPointer } from '#rules/fixes/openapi/component.ts';
import { errorKind } from '#rules/fixes/openapi/error-kinds.ts';
import { errorName } from '#rules/fixes/openapi/error-name.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** A map of shared responses. */
export interface Container {
  readonly id: string;
  readonly uri: string;
  readonly pointer: readonly string[];
}

/**
 * The map most shared errors stand in; undefined where most errors are written in place. Where each has a file of its own, a new one
 * stands among the components of the root: no fix makes files.
 */
export const sharedContainer = perHouse(({ uses, context }): Container | undefined => {
  const errors = uses.filter(({ status }) => status.startsWith('4'));
  const known = (errors.length > 0 ? errors : uses).filter(({ target, written }) => (target ?? written) !== undefined);
  const shared = known.flatMap(({ target }) => target ?? []);
  if (shared.length * 2 < known.length) return undefined;
  const [id] = mostCommon(shared.map(containerId), (each) => each);
  if (id === undefined) return undefined;
  const [uri = '', pointer = ''] = (id === '' ? rootResponses(context) : id).split('#');
  return { id: `${uri}#${pointer}`, uri, pointer: parsePointer(pointer) };
});

function rootResponses(context: DescriptionContext): string {
  return `${context.rootUri}#${formatPointer(componentPointer('responses', '', context).slice(0, -1))}`;
}

/** Empty for a whole file. */
function containerId(id: string): string {
  const end = id.lastIndexOf('/');
  return end < id.indexOf('#') ? '' : id.slice(0, end);
}

/** The name of a new component for a status among its sisters; undefined where it is taken by something else. */
export const freeName = perHouse((house, status): string | undefined => {
  const container = sharedContainer(house);
  if (container === undefined) return undefined;
  const kind = errorKind(status);
  const sisters = new Map<string, PlacedUse>();
  for (const use of house.uses)
    if (use.target !== undefined && containerId(use.target) === container.id) sisters.set(use.target, use);
  const named = [...sisters].map(([id, { status }]) => ({ name: lastStep(id), status }));
  const name = errorName(kind.status, kind.name, named);
  const candidates = [name, `${name}Error`, `${name}Response`];
  return candidates.find(
    (each) =>
      !house.shared.has(`${container.id}/${escapedStep(each)}`) && !sisters.has(`${container.id}/${escapedStep(each)}`),
  );
});

/** The last step of an id's pointer; the name of a whole file, without its ending. */
export function lastStep(id: string): string {
  const hash = id.indexOf('#');
  const last = parsePointer(id.slice(hash + 1)).at(-1);
  return last ?? /([^/]*?)(?:\.\w+)?$/.exec(id.slice(0, hash))?.[1] ?? '';
}

/** A key as a step of a JSON pointer (RFC 6901 §3). */
export function escapedStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A Reference Object of the file `uri`. */
export function referenceById(id: string, uri: string): { readonly $ref: string } {
  const [file = '', pointer = ''] = id.split('#');
  const written = relativeUri(uri, file);
  return { $ref: pointer === '' && written !== '' ? written : `${written}#${pointer}` };
}
