import type { MediaType } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, isExtension, type NamedPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { onlyNearestName } from '#core/text/nearest-name.ts';
import { findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { describedAt } from '#rules/detectors/openapi/described-at.ts';
import { openApi } from '#rules/sources.ts';

export const encodingMatches = localRule({
  id: 'openapi/encoding-matches',
  summary: 'Describe the encoding of properties that a form has.',
  why: 'The encoding of a property that is not there, or in a media type that is no form, has no effect.',
  item: validity,
  references: [openApi('Media Type Object', 'media-type-object'), openApi('Encoding Object', 'encoding-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A property under another name',
      bad: `openapi: 3.1.0
paths:
  /files:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                profileImage: { type: string, format: binary }
            encoding:
              «profile-image»: { contentType: image/png }
      responses:
        '201': { description: Stored. }
`,
      good: `openapi: 3.1.0
paths:
  /files:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                profileImage: { type: string, format: binary }
            encoding:
              profileImage: { contentType: image/png }
      responses:
        '201': { description: Stored. }
`,
    },
    {
      title: 'A media type that is no form',
      bad: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "requestBodies": {
      "Order": {
        "content": {
          "application/json": {
            "schema": { "type": "object", "properties": { "id": { "type": "string" } } },
            «"encoding"»: { "id": { "contentType": "text/plain" } }
          }
        }
      }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "paths": {},
  "components": {
    "requestBodies": {
      "Order": {
        "content": {
          "application/json": {
            "schema": { "type": "object", "properties": { "id": { "type": "string" } } }
          }
        }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.media-type'],
  having: ['encoding'],
  *check(mediaType, scope) {
    const entry = findEntry(mediaType.tree, 'encoding');
    if (mediaType.context.version === '2.0' || entry === undefined) return;
    const name = mediaType.name.value.trim().toLowerCase();
    // A component, or a range, may be any.
    if (!/^[^*/]+\/[^*/]+$/.test(name)) return;
    if (!/^(?:multipart\/|application\/x-www-form-urlencoded\b)/.test(name)) {
      const message = `The media type “${mediaType.name.value}” is no form: its encoding has no effect.`;
      yield { span: entry.key.span, message, fixes: [remove(mediaType)] };
      return;
    }
    const described = describedAt([mediaType], [unnamed], scope);
    if (described.kind === 'missing') yield* unknownProperties(mediaType, described.instead);
  },
});

function remove({ section, location }: MediaType): Fix {
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), 'encoding'] } as const;
  return { title: 'Remove the encoding', safety: 'review', changes: [change] };
}

/** No property has this name: what is there instead is asked for once. */
const unnamed = '\0';

function* unknownProperties(mediaType: MediaType, names: readonly string[]): Iterable<Finding> {
  if (names.length === 0) return;
  const places = entryPlaces(childPlace(mediaType, 'encoding'));
  const taken = new Set(places.map(({ name }) => name.value));
  const known = new Set(names);
  for (const place of places) {
    const { value } = place.name;
    if (known.has(value) || isExtension(value)) continue;
    const meant = onlyNearestName(value, nearNames(value, names));
    const message = `The encoding of “${value}” has no effect: the schema of “${mediaType.name.value}” has no such property.`;
    const fixes = meant === undefined || taken.has(meant) ? [] : [rename(place, meant)];
    yield { span: place.name.span, message, fixes };
  }
}

function rename({ name: { value }, location }: NamedPlace, name: string): Fix {
  const change = { kind: 'rename', uri: location.section.uri, pointer: pointerOf(location), name } as const;
  return { title: `Rename the encoding “${value}” to “${name}”`, safety: 'review', changes: [change] };
}
