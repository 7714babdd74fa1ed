/** How the file `to` is written in a `$ref` of the file `from` (RFC 3986 §4.2); empty for the file itself. */
export function relativeUri(from: string, to: string): string {
  if (from === to) return '';
  const start = from.split('/');
  const end = to.split('/');
  const shared = end.findIndex((step, index) => step !== start[index] || index === end.length - 1);
  const up = start.length - 1 - shared;
  const steps = [...Array.from({ length: Math.max(up, 0) }, () => '..'), ...end.slice(shared)];
  return up > 0 ? steps.join('/') : `./${steps.join('/')}`;
}
