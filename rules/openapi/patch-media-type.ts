import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure, rfc, zalando } from '#rules/sources.ts';

const mergePatch = 'application/merge-patch+json';

export const patchMediaType = localRule({
  id: 'openapi/patch-media-type',
  summary: 'Say by the media type of a PATCH how its body changes the resource.',
  why: 'Whether null removes a field, and whether a list is replaced or added to, is what a patch format says. Plain JSON says nothing of it, so every client guesses.',
  item: methodSemantics,
  references: [rfc(5789, '2'), rfc(7396), rfc(6902), azure('rest-patch-use-merge-patch'), zalando(148)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A patch in plain JSON',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    patch:
      requestBody:
        content:
          «application/json»:
            schema: { type: object, properties: { note: { type: string } } }
      responses:
        '200': { description: The order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    patch:
      requestBody:
        content:
          application/merge-patch+json:
            schema: { type: object, properties: { note: { type: string } } }
      responses:
        '200': { description: The order. }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.method !== 'patch' || operation.origin !== 'path') return;
    const content = scope.resolve(operation.requestBody)?.content ?? [];
    const json = content.find(({ name }) => mediaTypeEssence(name.value) === 'application/json');
    // Another media type beside it, or one of somebody's own, may say it.
    if (json === undefined || content.some(({ name }) => /patch/i.test(name.value))) return;
    const title = operationTitle(operation);
    const fix = operation.context.version === '2.0' ? undefined : callIt(json, title, scope);
    yield {
      span: json.section === operation.section ? json.name.span : operation.anchor,
      message: `${title} takes plain JSON, which does not say how it changes the resource. Take ${mergePatch}.`,
      ...(fix && { fixes: [fix] }),
      cause: plain,
    };
  },
});

const plain: Cause = {
  key: 'plain',
  message: (count) =>
    `${count} PATCHes take plain JSON, which does not say how it changes the resource. Take ${mergePatch}.`,
  fixTitle: (count) => `Take ${mergePatch} in ${count} PATCHes`,
};

/** A list is no merge patch, and what must hold more than what changes is none yet. */
function callIt(media: MediaType, title: string, scope: Scope): Fix | undefined {
  const { section, location, schema } = media;
  if (schema !== undefined && requiredNames(schema, scope).size > 0) return undefined;
  if (!isWrittenInPlace(media) || (schema?.kind === 'openapi.schema' && schema.types.includes('array')))
    return undefined;
  const change = { kind: 'rename', uri: section.uri, pointer: pointerOf(location), name: mergePatch } as const;
  return { title: `Take ${mergePatch} in ${title}`, safety: 'review', changes: [change] };
}
