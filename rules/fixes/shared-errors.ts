import { parsePointer } from '#core/openapi/reference-target.ts';
import { mostCommon, type PlacedUse } from '#rules/detectors/house-errors.ts';
import { perHouse } from '#rules/detectors/per-house.ts';
import { errorKind } from '#rules/fixes/error-kinds.ts';
import { errorName } from '#rules/fixes/error-name.ts';
import { relativeUri } from '#rules/fixes/relative-uri.ts';

/** A map of shared responses. */
export interface Container {
  readonly id: string;
  readonly uri: string;
  readonly pointer: readonly string[];
}

/** The map most shared errors stand in; undefined where most errors are written in place, or in files of their own. */
export const sharedContainer = perHouse(({ uses }): Container | undefined => {
  const errors = uses.filter(({ status }) => status.startsWith('4'));
  const known = (errors.length > 0 ? errors : uses).filter(({ target, written }) => (target ?? written) !== undefined);
  const shared = known.flatMap(({ target }) => target ?? []);
  if (shared.length * 2 < known.length) return undefined;
  const [id] = mostCommon(shared.map(containerId), (each) => each);
  if (id === undefined || id === '') return undefined;
  const [uri = '', pointer = ''] = id.split('#');
  return { id, uri, pointer: parsePointer(pointer) };
});

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

/** The last step of an id's pointer. */
export function lastStep(id: string): string {
  return parsePointer(id.slice(id.indexOf('#') + 1)).at(-1) ?? '';
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
