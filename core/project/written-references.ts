import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';

/**
 * The other files that the `$ref`s of a YAML or JSON text name, by uri, as far as they can be seen without parsing it. Names
 * some in vain (an example that shows a `$ref`) and misses others (escaped letters, the mapping of a discriminator).
 */
export function writtenReferences(uri: string, text: string): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const [, double, single, plain] of text.matchAll(referenceToFile)) {
    // JSON may write a slash as `\/`.
    targets.add((double ?? single ?? plain ?? '').replace(/#.*$/s, '').replaceAll('\\/', '/'));
  }
  const uris = new Set<string>();
  for (const target of targets) {
    const { kind, uri: named } = readReferenceTarget(target, uri);
    if (kind !== 'remote') uris.add(named);
  }
  return uris;
}

/** A `$ref` whose value does not begin with `#`: in double quotes, in single ones, in none. */
const referenceToFile = /\$ref["']?\s*:\s*(?:"([^"#\n][^"\n]*)"|'([^'#\n][^'\n]*)'|([^\s"'#][^\s,}\]]*))/g;
