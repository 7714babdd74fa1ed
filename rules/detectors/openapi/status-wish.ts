/** A thing that a team wants of responses, and of which. */
export interface StatusWish {
  /** A code, a range, `DEFAULT`; empty for all. */
  readonly status: string;
  readonly name: string;
}

/** `2XX X-Request-Id`, or a name alone. */
export function statusWish(text: string): StatusWish {
  const [name = '', status = ''] = text.trim().split(/\s+/).toReversed();
  return { status: status.toUpperCase(), name };
}

/** True where a response under a code is meant. Of what is not known nothing is missing. */
export function isWishedOf(code: string, { status }: StatusWish): boolean {
  if (code === '*') return false;
  return status === '' || code.toUpperCase() === status || `${code.charAt(0)}XX` === status;
}
