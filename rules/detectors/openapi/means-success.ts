/** 101 opens a web socket, 3xx leads on; a vendor's own words for a code are not known. */
export function meansSuccess(status: string): boolean {
  return !/^[45](?:\d\d|xx)$/i.test(status) && !/^10[0234]$/.test(status);
}
