import type { SecurityScheme } from '#core/openapi/model.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';

/** A flow of OAuth as a scheme describes it. */
export interface OAuthFlow {
  /** As 3.0 calls it: `authorizationCode`. */
  readonly name: string;
  /** Where it is named: the key, or in 2.0 the value. */
  readonly span: Located<string>['span'];
  /** By their keys: `authorizationUrl`, `tokenUrl`, `refreshUrl`, `deviceAuthorizationUrl`. */
  readonly urls: ReadonlyMap<string, Located<string>>;
  readonly scopes: readonly Located<string>[];
}

const urlKeys = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];

/** The names of 2.0, where they are others. */
const oldNames: ReadonlyMap<string, string> = new Map([
  ['accessCode', 'authorizationCode'],
  ['application', 'clientCredentials'],
]);

/** The flows of a scheme; in 2.0 the one that it is. */
export function oauthFlows({ type, tree }: SecurityScheme): readonly OAuthFlow[] {
  if (type?.value !== 'oauth2') return [];
  const only = findString(tree, 'flow');
  if (only !== undefined) return [flowAt(tree, oldNames.get(only.value) ?? only.value, only.span)];
  const flows = findValue(tree, 'flows');
  return flows === undefined
    ? []
    : entriesOf(flows).flatMap(({ key, value }) => (value === undefined ? [] : [flowAt(value, key.value, key.span)]));
}

function flowAt(tree: SecurityScheme['tree'], name: string, span: OAuthFlow['span']): OAuthFlow {
  const urls = urlKeys.flatMap((key) => {
    const url = findString(tree, key);
    return url === undefined ? [] : [[key, url] as const];
  });
  return { name, span, urls: new Map(urls), scopes: keysOf(findValue(tree, 'scopes')) };
}

function keysOf(map: SecurityScheme['tree'] | undefined): readonly Located<string>[] {
  return map === undefined ? [] : entriesOf(map).map(({ key }) => key);
}
