import type { DescriptionContext, Server, ServerAddress } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, itemPlaces, type Place } from '#core/openapi/place.ts';
import { ReadView } from '#core/openapi/read/read-view.ts';
import type { Located } from '#core/text/span.ts';
import { findString } from '#core/tree/tree.ts';

/** The servers of a `servers` list. */
export function readServers(servers: Place, level: Server['level']): readonly Server[] {
  return itemPlaces(servers)
    .filter(({ tree }) => tree.kind === 'map')
    .map((place) => new ServerView(place, level, findString(place.tree, 'url')));
}

/** 2.0: one server per entry of `schemes`. */
export function readSchemeServers(schemes: Place, { address }: DescriptionContext): readonly Server[] {
  return itemPlaces(schemes).flatMap((place) => {
    const scheme = place.tree.kind === 'scalar' ? place.tree.value : undefined;
    return typeof scheme === 'string' ? addressServer(place, address, `${scheme}:`) : [];
  });
}

/** 2.0: the one server at `host`, reached by the scheme of the description itself; none where `schemes` is written. */
export function readHostServers(host: Place, { address }: DescriptionContext): readonly Server[] {
  return address?.hasSchemes === false ? [addressServer(host, address, '')] : [];
}

function addressServer(place: Place, address: ServerAddress | undefined, scheme: string): Server {
  const host = address?.host;
  const basePath = address?.basePath ?? '';
  const value = host === undefined ? basePath : `${scheme}//${host}${basePath}`;
  return new ServerView(place, 'document', value === '' ? undefined : { value, span: place.tree.span });
}

class ServerView extends ReadView implements Server {
  readonly kind = 'openapi.server';
  readonly level: Server['level'];
  readonly url: Located<string> | undefined;

  constructor(place: Place, level: Server['level'], url: Located<string> | undefined) {
    super(place);
    this.level = level;
    this.url = url;
  }

  get variables(): readonly Located<string>[] {
    return entryPlaces(childPlace(this, 'variables')).map(({ name }) => name);
  }
}
