/** What looks like the title and version of a description, in a form that quotes do not matter in; as a list. Those that share it may be copies of each other. */
export function writtenTitle(text: string): readonly string[] {
  const info = text.search(/["']?info["']?\s*:/);
  if (info < 0) return [];
  const start = text.slice(info, info + infoLength);
  const [title, version] = [titlePattern, versionPattern].map((pattern) => pattern.exec(start)?.[1]?.trim());
  return title === undefined ? [] : [`written title ${title}\n${version ?? ''}`];
}

/** Most of what stands between is prose. */
const infoLength = 20_000;
const titlePattern = /["']?\btitle["']?\s*:\s*["']?([^"',}\r\n]+)/;
const versionPattern = /["']?\bversion["']?\s*:\s*["']?([^"',}\r\n]+)/;
