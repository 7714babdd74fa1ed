import type { Info } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isLocalAddress } from '#rules/detectors/openapi/local-server.ts';
import { exampleTitleWords } from '#rules/words/example-titles.ts';

/** True where the title tells of an example: “Swagger Petstore”, “Todo API”. */
export function isExampleTitle({ title }: Info): boolean {
  const words = ` ${wordsOf(title?.value ?? '').join(' ')} `;
  return exampleTitleWords.some((word) => words.includes(` ${word} `));
}

/**
 * True where the servers are such as nobody reaches from outside, or stand for any (RFC 2606 §3): a daemon, a tool or an example
 * counts no requests.
 */
export function isLocalApi(scope: Pick<Scope, 'roots'>): boolean {
  const servers = scope.roots('openapi.server');
  return servers.length > 0 && servers.every(({ url }) => isLocalAddress(url?.value ?? '') || isExample(url?.value));
}

function isExample(url = ''): boolean {
  return /^(?:[a-z]+:)?\/\/(?:[^/?#@]*@)?(?:[^/?#:]*\.)?example\.(?:com|org|net)(?:[:/?#]|$)/i.test(url);
}
