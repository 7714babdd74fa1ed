import { choosesValue } from '#core/openapi/resources/chooses-value.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { isSaidBy } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { Judged, PathResource } from '#core/openapi/resources/path-resource.ts';
import { shownWord } from '#core/openapi/resources/shown-word.ts';

/** What a part with a parameter in it is. */
export function judgedParameter(node: PathNode, parent: PathResource | undefined): Judged {
  const name = parameterName(node);
  const shown = shownWord(name === undefined ? node.key : `{${name}}`);
  if (node.key.includes('{+}')) return { kind: 'unknown', reason: `${shown} stands for all that is left of a path` };
  const before = parent?.parts.at(-1);
  const holder = shownWord(before?.key ?? '');
  switch (parent?.kind) {
    case 'action':
    case 'argument':
      return { kind: 'argument', reason: `it stands behind ${holder}, which is ${saysWhat(parent.kind)}` };
    case 'collection':
      return choosesValue(name, lastWord(before?.key))
        ? { kind: 'argument', reason: `${shown} chooses a form or a part, and names none of ${holder}` }
        : { kind: 'item', reason: `${shown} names one of ${holder}` };
    case 'qualifier':
      return isSaidBy(name, before?.key ?? '')
        ? { kind: 'argument', reason: `${shown} is what ${holder} says` }
        : { kind: 'item', reason: `${shown} names one of those that ${holder} tells of` };
    case 'item':
      return behindItem(parent, shown, name);
    case 'prefix':
    case undefined:
      return atTheBeginning(node, shown);
    default:
      return { kind: 'unknown', reason: `nothing tells what ${shown} names` };
  }
}

function saysWhat(kind: 'action' | 'argument'): string {
  return kind === 'action' ? 'an action' : 'given to one';
}

/** `/repos/{owner}/{repo}`: of two, both together name one, unless the first does so alone. */
function behindItem(parent: PathResource, shown: string, name: string | undefined): Judged {
  if (choosesValue(name, '')) return { kind: 'argument', reason: `${shown} chooses a form or a part` };
  return parent.paths.length === 0
    ? { kind: 'item', reason: `${shown} and the parameter before it together name one` }
    : { kind: 'unknown', reason: `it stands behind another parameter, which names one by itself` };
}

function atTheBeginning({ facts, children }: PathNode, shown: string): Judged {
  if (facts.length === 0 && children.size > 0)
    return { kind: 'prefix', reason: `${shown} stands before paths, and no word before it says what it names` };
  return { kind: 'unknown', reason: `no word before ${shown} says what it names` };
}
