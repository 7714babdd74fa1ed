import { isPrivateHost } from '#rules/detectors/openapi/private-host.ts';

/** An address over which everyone on the way reads what is sent. */
export interface PlainAddress {
  /** `http` or `ws`. */
  readonly scheme: string;
  readonly host: string;
}

/** Of a URL without transport security; undefined for others, for hosts of a protected network, and for placeholders. */
export function plainAddress(url: string | undefined): PlainAddress | undefined {
  const [, scheme = '', authority = ''] = /^(http|ws):\/\/([^/?#]*)/i.exec(url ?? '') ?? [];
  if (scheme === '') return undefined;
  const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  return isPrivateHost(host) || isPlaceholder(host) ? undefined : { scheme: scheme.toLowerCase(), host };
}

/** A name that stands for another one (RFC 2606 §3), with nothing of its own before it. */
function isPlaceholder(host: string): boolean {
  return /^(?:www\.)?example\.(?:com|net|org)$|^your[-.]/i.test(host);
}
