import { type NewHeader, retryAfter } from '#rules/fixes/openapi/header-value.ts';
import { reasonPhrases } from '#rules/words/reason-phrases.ts';
import { wordList } from '#rules/words/word-list.ts';

/** An error response a fix may add. */
export interface ErrorKind {
  /** `404`, `default`. */
  readonly status: string;
  /** What a new component is called where nothing says otherwise. */
  readonly name: string;
  /** A sentence, without its full stop. */
  readonly description: string;
  /** Names without casing and separators that say that a response component is this very error. */
  readonly aliases: readonly string[];
  /** Headers it always has, as plain JSON Schema keywords with a description. */
  readonly headers: { readonly [name: string]: NewHeader };
}

/** The error a status stands for. */
export function errorKind(status: string): ErrorKind {
  return known.get(status) ?? kindOf(status, status.startsWith('5') ? 'The server failed' : 'The request failed');
}

function kindOf(status: string, description: string, more: readonly string[] = []): ErrorKind {
  const phrase = reasonPhrases.get(status) ?? 'problem';
  const name = phrase.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
  const folded = name.toLowerCase();
  const codes = [status, `error${status}`, `http${status}`, `response${status}`, `error${status}response`];
  const aliases = [folded, `${folded}error`, `${folded}response`, `error${folded}`, ...more, ...codes];
  return { status, name, description, aliases, headers: status === '429' ? { 'Retry-After': retryAfter } : {} };
}

const known: ReadonlyMap<string, ErrorKind> = new Map(
  [
    kindOf(
      'default',
      'The request failed',
      wordList(
        'error defaulterror defaultresponse unexpectederror unexpected generalerror genericerror errorresponse apierror problemdetails',
      ),
    ),
    kindOf('400', 'The request is not valid'),
    kindOf('401', 'The credentials are missing or not valid', wordList('unauthenticated notauthenticated')),
    kindOf('403', 'The caller may not do this'),
    kindOf('404', 'There is no such resource', wordList('resourcenotfound')),
    kindOf(
      '409',
      'The request conflicts with what is there already',
      wordList('alreadyexists alreadyexistserror duplicate duplicateerror'),
    ),
    kindOf('412', 'The resource has changed since it was read'),
    kindOf('428', 'The If-Match header is missing'),
    kindOf('422', 'The request is not valid', wordList('validationerror')),
    kindOf(
      '429',
      'The rate limit is exceeded',
      wordList('ratelimited ratelimit ratelimitexceeded ratelimiterror ratelimitexceedederror throttled'),
    ),
  ].map((kind) => [kind.status, kind]),
);
