import type { Finding } from '#core/rule.ts';

/** Messages and titles are read: of a name that is longer than that, the beginning and the end tell which it is. In UTF-16 units. */
const longest = 600;

/** A finding as it can be shown, whatever the names in it: a path of a thousand parameters is told a thousand times. */
export function boundedFinding(finding: Finding): Finding {
  const { message, fixes, related } = finding;
  const isShort =
    message.length <= longest &&
    (fixes?.every(({ title }) => title.length <= longest) ?? true) &&
    (related?.every((place) => place.message.length <= longest) ?? true);
  if (isShort) return finding;
  return {
    ...finding,
    message: bounded(message),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: bounded(fix.title) })) }),
    ...(related && { related: related.map((place) => ({ ...place, message: bounded(place.message) })) }),
  };
}

function bounded(text: string): string {
  if (text.length <= longest) return text;
  const half = longest / 2;
  // Joined, since a slice holds the whole text it is of.
  return [text.slice(0, half), '…', text.slice(-half)].join('');
}
