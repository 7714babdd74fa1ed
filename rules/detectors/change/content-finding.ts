import type { BaseScope, Finding, Related } from '#core/rule.ts';
import { changeSentence } from '#rules/detectors/change/change-words.ts';
import { componentOf } from '#rules/detectors/change/component-of.ts';
import { type ContentChange, type ContentNode, contentChanges } from '#rules/detectors/change/content-changes.ts';
import { reachedPlaces } from '#rules/detectors/change/reached-places.ts';
import { restored } from '#rules/fixes/openapi/restored.ts';

/** The findings of what changed at a node, as far as a rule is about it; `remedy` is a sentence. */
export function* contentFindings(
  node: ContentNode,
  scope: BaseScope,
  isMeant: (change: ContentChange) => boolean,
  remedy: string,
): Iterable<Finding> {
  for (const change of contentChanges(node, scope)) {
    if (!isMeant(change)) continue;
    const { place, former } = change.difference;
    yield {
      section: place.schema.section,
      span: place.span,
      message: `${changeSentence(change)} ${remedy}`,
      fixes: restored(change.difference, scope),
      related: [
        scope.base.placed(former.schema.section, former.span, `As it was in ${scope.base.name}.`),
        ...reachedBy(node, change, scope),
      ],
    };
  }
}

/** Of a component, the operations that share what changed. */
function reachedBy(node: ContentNode, { direction }: ContentChange, scope: BaseScope): readonly Related[] {
  const name = componentOf(node)?.split('/')[1];
  const former = name === undefined ? undefined : scope.base.find(node.kind, name);
  return former === undefined ? [] : reachedPlaces(former, direction, scope);
}

/** True where clients send it. */
export function isSent({ direction, difference }: ContentChange): boolean {
  return direction === 'request' && !difference.isReadOnly;
}

/** True where clients are answered with it. */
export function isReturned({ direction, difference }: ContentChange): boolean {
  return direction === 'response' && !difference.isWriteOnly;
}
