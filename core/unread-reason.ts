/**
 * Why a file was not read. `missing, like <uri>`: it is not there, but a file is whose name differs in case or in nothing but the kind of
 * slashes; a text, so that two of them are told apart by what they say.
 */
export type UnreadReason = PlainReason | `${typeof missingLike}${string}`;

export type PlainReason = 'missing' | 'outside-workspace' | 'too-large' | 'not-a-file' | 'unreadable';

const missingLike = 'missing, like ';

/** The reason for a file that is not there, though one like it is. */
export function missingBeside(uri: string): UnreadReason {
  return `${missingLike}${uri}`;
}

/** The file that is there in the place of one that is not. */
export function fileInPlace(reason: UnreadReason | undefined): string | undefined {
  return reason?.startsWith(missingLike) ? reason.slice(missingLike.length) : undefined;
}

/** The reason without what is there instead. */
export function plainReason(reason: UnreadReason): PlainReason {
  return isLike(reason) ? 'missing' : reason;
}

function isLike(reason: UnreadReason): reason is `${typeof missingLike}${string}` {
  return reason.startsWith(missingLike);
}
