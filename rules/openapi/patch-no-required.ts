import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { findEntry } from '#core/tree/tree.ts';
import { methodSemantics } from '#rules/checklist.ts';
import { ownRequired } from '#rules/detectors/openapi/own-required.ts';
import { sharedWrite } from '#rules/detectors/openapi/shared-write.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { patchComponent } from '#rules/fixes/openapi/patch-component.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { azure, rfc } from '#rules/sources.ts';

const mergePatch = 'application/merge-patch+json';

export const patchNoRequired = localRule({
  id: 'openapi/patch-no-required',
  summary: 'Require nothing in the body of a PATCH.',
  why: 'A merge patch holds only what changes. Where the schema requires more, clients send back what they read before, and overwrite what others have changed meanwhile.',
  item: methodSemantics,
  references: [rfc(7396), rfc(5789, '2'), azure('rest-response-body-is-resource-schema')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A merge patch that must hold what does not change',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    patch:
      requestBody:
        content:
          application/merge-patch+json:
            schema:
              type: object
              «required»: [status, note]
              properties:
                status: { type: string }
                note: { type: string }
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
            schema:
              type: object
              properties:
                status: { type: string }
                note: { type: string }
      responses:
        '200': { description: The order. }
`,
    },
    {
      title: 'The schema of the resource as a whole',
      bad: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Order'
      responses:
        '201': { description: The order. }
  /orders/{id}:
    patch:
      requestBody:
        content:
          «application/json»:
            schema:
              $ref: '#/components/schemas/Order'
      responses:
        '200': { description: The order. }
components:
  schemas:
    Order:
      type: object
      required:
        - product
        - note
      properties:
        product:
          type: string
        note:
          type: string
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Order'
      responses:
        '201': { description: The order. }
  /orders/{id}:
    patch:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/OrderPatch'
      responses:
        '200': { description: The order. }
components:
  schemas:
    Order:
      type: object
      required:
        - product
        - note
      properties:
        product:
          type: string
        note:
          type: string
    OrderPatch:
      type: object
      properties:
        product:
          type: string
        note:
          type: string
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope) {
    if (operation.method !== 'patch' || operation.origin !== 'path') return;
    const content = effectiveRequestBody(operation, scope)?.content ?? [];
    // 2.0: all media types share one schema.
    for (const media of operation.context.version === '2.0' ? content.slice(0, 1) : content)
      yield* mediaFindings(operation, media, content, scope);
  },
});

function* mediaFindings(
  operation: Operation,
  media: MediaType,
  content: readonly MediaType[],
  scope: Scope,
): Iterable<Finding> {
  if (media.schema === undefined) return;
  const names = operation.context.version === '2.0' ? content.map(({ name }) => name.value) : [media.name.value];
  const isMerge = names.map(mediaTypeEssence).includes(mergePatch);
  const shared = sharedWrite(operation, media.schema, scope);
  // Any other body is a patch of its own making, which may need more than what changes.
  if (!isMerge && (shared === undefined || !names.some((name) => /json/i.test(name)))) return;
  const parts = combinedSchemas(media.schema, scope);
  const required = parts.map((part) => ({ part, names: ownRequired(part, parts, scope) }));
  const demanding = required.filter((each) => each.names.length > 0);
  const all = [...new Set(demanding.flatMap((each) => each.names))];
  // A single thing that is required beside others tells which one is meant: a shared schema requires what makes the whole.
  if (all.length === 0 || (!isMerge && all.length < 2)) return;
  const title = operationTitle(operation);
  if (media.schema.kind === 'openapi.schema') {
    for (const { part, names: own } of demanding)
      if (part.section === operation.section) yield inPlace(title, part, own);
    return;
  }
  const same = shared === undefined ? '' : `, as ${shared} does`;
  const fix = patchComponent(media.schema, title, scope);
  yield {
    section: media.section,
    span: media.name.span,
    message: `The body of ${title} must hold ${quotedList(all)}${same}. A patch holds only what changes: give it a schema that requires nothing.`,
    ...(fix && { fixes: [fix] }),
    cause: requiring,
  };
}

function inPlace(title: string, part: Schema, names: readonly string[]): Finding {
  const { section, location } = part;
  const pointer = [...pointerOf(location), 'required'];
  const change = { kind: 'remove', uri: section.uri, pointer } as const;
  const fix: Fix = { title: `Require nothing in the body of ${title}`, safety: 'review', changes: [change] };
  return {
    span: findEntry(part.tree, 'required')?.key.span ?? part.anchor,
    message: `The body of ${title} must hold ${quotedList(names)}. A merge patch holds only what changes: require nothing.`,
    ...(isWrittenInPlace(part, 'required') && names.length === part.required.length && { fixes: [fix] }),
    cause: requiring,
  };
}

const requiring: Cause = {
  key: 'required',
  message: (count) => `The bodies of ${count} PATCHes must hold what does not change: require nothing in them.`,
  fixTitle: (count) => `Require nothing in ${count} patches`,
};
