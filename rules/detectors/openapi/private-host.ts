/**
 * True for a host that is not reached over the open internet: this machine, a private address (RFC 1918, RFC 4193,
 * RFC 3927), a name without a dot or under a domain kept for such use (RFC 6761, RFC 6762, `.internal`), or one that
 * begins with a variable and so can be anything.
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === '' || name.startsWith('[')) return name === '' || /^\[(?:::1?|f[cde][0-9a-f:]*)\]$/.test(name);
  if (/^(?:\{|<|\$)/.test(name) || !name.includes('.')) return true;
  if (
    /\.(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|consul|svc|cluster\.local|home\.arpa)$/.test(
      name,
    )
  )
    return true;
  return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+(?:\.\d+)*$/.test(name);
}
