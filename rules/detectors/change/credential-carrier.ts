import type { SecurityScheme } from '#core/openapi/model.ts';

/**
 * How the credentials of a scheme travel, in words: `in the header “X-Key”`. What is sent in `Authorization` is told apart only where
 * both sides name the scheme of HTTP. Undefined where the scheme does not say.
 */
export interface Carrier {
  readonly words: string;
  /** `basic`, `bearer`; undefined where it is not said. */
  readonly http: string | undefined;
}

export function carrierOf({ type, in: place, parameterName, scheme }: SecurityScheme): Carrier | undefined {
  switch (type?.value) {
    case 'apiKey':
      return keyCarrier(place?.value, parameterName?.value);
    case 'basic':
      return inAuthorization('basic');
    case 'http':
      return scheme === undefined ? undefined : inAuthorization(scheme.value.toLowerCase());
    case 'oauth2':
    case 'openIdConnect':
      return inAuthorization('bearer');
    case 'mutualTLS':
      return { words: 'by a client certificate', http: undefined };
    default:
      return undefined;
  }
}

function keyCarrier(place: string | undefined, name: string | undefined): Carrier | undefined {
  if (place === undefined || name === undefined) return undefined;
  if (place !== 'header')
    return { words: `in the ${place} parameter “${name}”`.replace('cookie parameter', 'cookie'), http: undefined };
  // Header names are compared without case (RFC 9110 §5.1).
  return name.toLowerCase() === 'authorization'
    ? inAuthorization(undefined)
    : { words: `in the header “${name}”`, http: undefined };
}

const authorization = 'in the header “Authorization”';

function inAuthorization(http: string | undefined): Carrier {
  return { words: http === undefined ? authorization : `${authorization} (${http})`, http };
}

/** True where who sends the first sends the second. */
export function isSameCarrier(before: Carrier, after: Carrier): boolean {
  const [isBefore, isAfter] = [before, after].map(({ words }) => words.startsWith(authorization));
  if (isBefore !== true || isAfter !== true) return before.words.toLowerCase() === after.words.toLowerCase();
  return before.http === undefined || after.http === undefined || before.http === after.http;
}
