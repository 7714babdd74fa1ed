import { isPrivateHost } from '#rules/detectors/openapi/private-host.ts';

/** True for the address of a server that nobody reaches from outside, or that names none: `http://localhost:8080`, `/v1`, `unix:///run/app.sock`. */
export function isLocalAddress(url: string): boolean {
  if (/^(?:[a-z]+\+)?(?:unix|npipe|file):/i.test(url)) return true;
  const host = hostOf(url)
    .replace(/^.*@/, '')
    .replace(/:[^:\]]*$/, '');
  // `{tenant}.example.com` is a public name; `{host}` can be anything.
  const isPublicName = /^\{[^}]*\}./.test(host) && host.includes('.');
  return host === '' || host.startsWith('%2F') || (!isPublicName && isPrivateHost(host));
}

/** The host with its port; empty for a path alone. */
function hostOf(url: string): string {
  const start = url.indexOf('//');
  if (start >= 0) return url.slice(start + 2).split(/[/?#]/)[0] ?? '';
  return /^[./]/.test(url) ? '' : (url.split(/[/?#]/)[0] ?? '');
}
