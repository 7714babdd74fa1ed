import type { DescriptionContext } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { addComponent, referenceTo } from '#rules/fixes/component.ts';
import { headerValue, type NewHeader, retryAfter } from '#rules/fixes/header-value.ts';

/** A shared error response a fix can refer to. */
export interface ErrorResponse {
  /** The name of the component, either there already or to be added. */
  readonly name: string;
  /** What has to be added to the root file first; empty when the component is there. */
  readonly additions: readonly TreeChange[];
}

/** What a new error response says, and under which names a description may have it already. */
export interface ErrorKind {
  readonly name: string;
  readonly description: string;
  /** Names without casing and separators. */
  readonly aliases: readonly string[];
  /** Headers it always has, as plain JSON Schema keywords with a description. */
  readonly headers?: { readonly [name: string]: NewHeader };
}

/** Any error: what `default` stands for. */
export const anyError: ErrorKind = {
  name: 'Problem',
  description: 'The request failed.',
  aliases: words(
    'problem error default defaulterror defaultresponse unexpectederror unexpected generalerror genericerror errorresponse problemresponse apierror problemdetails',
  ),
};

/** 404 (RFC 9110 §15.5.5). */
export const notFound: ErrorKind = {
  name: 'NotFound',
  description: 'There is no such resource.',
  aliases: words('notfound notfounderror notfoundresponse resourcenotfound error404 error404response 404 http404'),
};

/** 409 (RFC 9110 §15.5.10). */
export const conflict: ErrorKind = {
  name: 'Conflict',
  description: 'The request conflicts with what is there already.',
  aliases: words(
    'conflict conflicterror conflictresponse alreadyexists alreadyexistserror duplicate duplicateerror error409 error409response 409 http409',
  ),
};

/** 429 (RFC 6585 §4). */
export const tooManyRequests: ErrorKind = {
  name: 'TooManyRequests',
  description: 'The rate limit is exceeded.',
  aliases: words(
    'toomanyrequests toomanyrequestserror toomanyrequestsresponse ratelimited ratelimit ratelimitexceeded ratelimiterror ratelimitexceedederror throttled error429 429 http429',
  ),
  headers: { 'Retry-After': retryAfter },
};

/** The component that describes an error: one of the description's own where a name says so, else a new one. */
export function errorResponse(
  kind: ErrorKind,
  context: DescriptionContext,
  scope: Pick<Scope, 'names'>,
): ErrorResponse {
  const known = named(scope.names('openapi.response'), kind.aliases);
  if (known !== undefined) return { name: known, additions: [] };
  const schema = errorSchema(context, scope);
  const body: PlainValue =
    context.version === '2.0'
      ? { schema: schema.reference }
      : { content: { [schema.mediaType]: { schema: schema.reference } } };
  const value = { description: kind.description, ...headersOf(kind, context), ...body };
  return { name: kind.name, additions: [addComponent('responses', kind.name, value, context), ...schema.additions] };
}

function headersOf({ headers }: ErrorKind, context: DescriptionContext): { readonly [key: string]: PlainValue } {
  if (headers === undefined) return {};
  const written = Object.entries(headers).map(([name, header]) => [name, headerValue(context, header)]);
  return { headers: Object.fromEntries(written) };
}

/** The schema of an RFC 9457 problem (§3.1). */
const problemSchema: PlainValue = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
  },
};

const problemNames = words('problem problemdetails problemdetail apiproblem rfc7807problem rfc9457problem');
const errorNames = words('error errorresponse apierror errormodel errorbody errorpayload errors httperror');

/** The description's own problem or error schema, else a new `Problem`. */
function errorSchema(context: DescriptionContext, scope: Pick<Scope, 'names'>) {
  const names = scope.names('openapi.schema');
  const problem = named(names, problemNames);
  const error = problem === undefined ? named(names, errorNames) : undefined;
  return {
    reference: referenceTo('schemas', problem ?? error ?? 'Problem', context.rootUri, context),
    mediaType: error === undefined ? 'application/problem+json' : 'application/json',
    additions: (problem ?? error) === undefined ? [addComponent('schemas', 'Problem', problemSchema, context)] : [],
  };
}

/** The first of `names` that is, in the order of `wanted`, one of them. */
function named(names: readonly string[], wanted: readonly string[]): string | undefined {
  const longest = Math.max(...wanted.map(({ length }) => length));
  const byFolded = new Map<string, string>();
  for (const name of names) {
    const folded = name.length <= longest + 4 ? name.replace(/[^a-z\d]/gi, '').toLowerCase() : '';
    if (wanted.includes(folded)) byFolded.set(folded, name);
  }
  const found = wanted.find((word) => byFolded.has(word));
  return found === undefined ? undefined : byFolded.get(found);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
