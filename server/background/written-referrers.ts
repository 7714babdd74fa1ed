import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import { writtenReferences } from '#core/project/written-references.ts';
import type { Source } from '#core/source.ts';
import type { Steps } from '#core/work/steps.ts';

/** The uris of the sources with a `$ref` to one of the files, as far as it can be seen without parsing them. */
export function* writtenReferrers(uris: readonly string[], sources: readonly Source[]): Steps<readonly string[]> {
  const targets = new Set(uris.map(canonicalUri));
  const names = uris.flatMap(fileNames);
  const referrers: string[] = [];
  for (const { uri, text } of sources) {
    // Looking for a name is many times faster than looking for references.
    const isLikely = names.some((name) => text.includes(name));
    if (isLikely && [...writtenReferences(uri, text)].some((target) => targets.has(canonicalUri(target)))) {
      referrers.push(uri);
    }
    yield;
  }
  return referrers;
}

/** The name of a file as it is and as uris spell it. */
function fileNames(uri: string): readonly string[] {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const plain = canonicalUri(name);
  return name === plain ? [name] : [name, plain];
}
