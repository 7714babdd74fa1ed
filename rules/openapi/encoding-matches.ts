import type { MediaType } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, isExtension, type NamedPlace } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
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
    for (const place of entryPlaces(childPlace(mediaType, 'encoding')))
      if (!isExtension(place.name.value)) yield* unknownProperty(mediaType, place, scope);
  },
});

function remove({ section, location }: MediaType): Fix {
  const change = { kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), 'encoding'] } as const;
  return { title: 'Remove the encoding', safety: 'review', changes: [change] };
}

function* unknownProperty(mediaType: MediaType, { name, location }: NamedPlace, scope: Scope): Iterable<Finding> {
  const described = describedAt([mediaType], [name.value], scope);
  if (described.kind !== 'missing' || described.instead.length === 0) return;
  const message = `The encoding of “${name.value}” has no effect: the schema of “${mediaType.name.value}” has no such property.`;
  const taken = new Set(entryPlaces(childPlace(mediaType, 'encoding')).map((place) => place.name.value));
  const meant = nearestName(name.value, described.instead);
  const change = {
    kind: 'rename',
    uri: location.section.uri,
    pointer: pointerOf(location),
    name: meant ?? '',
  } as const;
  const fix: Fix = { title: `Rename the encoding “${name.value}” to “${meant}”`, safety: 'review', changes: [change] };
  yield { span: name.span, message, fixes: meant === undefined || taken.has(meant) ? [] : [fix] };
}
