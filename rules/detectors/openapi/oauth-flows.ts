import type { SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Located, Span } from '#core/text/span.ts';
import { entriesOf, findString, findValue, type TreeNode } from '#core/tree/tree.ts';

/** A way to a token that a scheme of type `oauth2` describes. */
export interface OAuthFlow {
  /** As 3.x calls it: `authorizationCode`, also where 2.0 says `accessCode`. */
  readonly name: string;
  /** Where it is named. */
  readonly span: Span;
  readonly tree: TreeNode;
  /** Keys from the file's root. */
  readonly pointer: readonly string[];
  /** True where it stands in a map of flows, as from 3.0 on. */
  readonly isListed: boolean;
}

/** The flows that a scheme writes out; none of any other type. */
export function oauthFlows(scheme: SecurityScheme): readonly OAuthFlow[] {
  if (scheme.type?.value !== 'oauth2') return [];
  const pointer = pointerOf(scheme.location);
  const only = findString(scheme.tree, 'flow');
  const flows = findValue(scheme.tree, 'flows');
  if (flows === undefined && only !== undefined) {
    const name = laterNames.get(only.value) ?? only.value;
    return [{ name, span: only.span, tree: scheme.tree, pointer, isListed: false }];
  }
  return entriesOf(flows).flatMap(({ key, value }) =>
    value?.kind !== 'map' || key.value.startsWith('x-') || findString(value, '$ref') !== undefined
      ? []
      : [{ name: key.value, span: key.span, tree: value, pointer: [...pointer, 'flows', key.value], isListed: true }],
  );
}

/** The names of the scopes that a scheme of type `oauth2` lists in its flows, each once; none where some are listed elsewhere. */
export function scopeNames(scheme: SecurityScheme): readonly string[] {
  const maps = oauthFlows(scheme).map(({ tree }) => findValue(tree, 'scopes'));
  if (maps.some((map) => findString(map, '$ref') !== undefined)) return [];
  const names = maps.flatMap((map) => entriesOf(map).map(({ key }) => key.value));
  return [...new Set(names)].filter((name) => !name.startsWith('x-'));
}

const laterNames: ReadonlyMap<string, string> = new Map([
  ['accessCode', 'authorizationCode'],
  ['application', 'clientCredentials'],
]);

/** An address of the server that gives tokens, and where it stands. */
export interface TokenAddress {
  readonly url: Located<string>;
  /** Keys from the file's root. */
  readonly pointer: readonly string[];
}

/** All addresses a scheme of type `oauth2` or `openIdConnect` names. */
export function tokenAddresses(scheme: SecurityScheme): readonly TokenAddress[] {
  const own = pointerOf(scheme.location);
  const places = [
    ...oauthFlows(scheme).map(({ tree, pointer }) => ({ tree, pointer, fields: flowFields })),
    { tree: scheme.tree, pointer: own, fields: schemeFields },
  ];
  return places.flatMap(({ tree, pointer, fields }) =>
    fields.flatMap((field) => {
      const url = findString(tree, field);
      return url === undefined ? [] : [{ url, pointer: [...pointer, field] }];
    }),
  );
}

const flowFields = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];
const schemeFields = ['openIdConnectUrl', 'oauth2MetadataUrl'];
