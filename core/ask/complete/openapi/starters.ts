import type { Completion } from '#core/ask/complete/completion.ts';
import type { Sketch } from '#core/ask/complete/openapi/shape-sketch.ts';
import type { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { stop } from '#core/ask/complete/snippet.ts';
import type { TypedPlace, TypedSpot } from '#core/ask/complete/tree/typed-place.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { latestEdition } from '#core/openapi/spec/objects-of.ts';

const labels: readonly (readonly [label: string, version: OpenApiVersion])[] = [
  ['openapi', '3.1'],
  ['openapi 3.0', '3.0'],
  ['openapi 3.2', '3.2'],
  ['swagger', '2.0'],
];

/** What a description begins with, in an empty file. */
export function starters(spot: TypedSpot, writerFor: (place: TypedPlace) => TreeWriter): readonly Completion[] {
  const [place] = spot.places;
  if (place === undefined || place.path.length > 0) return [];
  const writer = writerFor(place);
  return labels.map(([label, version]) => {
    const about = `A description in ${version === '2.0' ? 'Swagger' : 'OpenAPI'} ${latestEdition[version]}.`;
    return writer.whole(label, beginning(version), { kind: 'keyword', about, isGiven: true }, place.as === 'key');
  });
}

function beginning(version: OpenApiVersion): Sketch {
  const text = (snippet: string): Sketch => ({ kind: 'scalar', snippet, isText: true });
  const info: Sketch = {
    kind: 'map',
    entries: [
      ['title', text(stop(1, 'My API'))],
      ['version', text(stop(2, '1.0.0'))],
    ],
  };
  return {
    kind: 'map',
    entries: [
      [version === '2.0' ? 'swagger' : 'openapi', text(latestEdition[version])],
      ['info', info],
      ['paths', { kind: 'map', entries: [], rest: '$0' }],
    ],
  };
}
