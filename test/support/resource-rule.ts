import { localRule, type Rule } from '#core/rule.ts';
import { ruleInfo } from './test-rule.ts';

/** Says at each path all that the resource model knows of it, of what it belongs to and of what may stand below it. */
export const resourceRule: Rule = localRule({
  ...ruleInfo,
  id: 'test/resource-told',
  on: ['openapi.path-item', 'openapi.reference'],
  *check(node, scope) {
    const path = node.kind === 'openapi.path-item' ? node.path.value : (node.location.key ?? '');
    const isPath = node.kind === 'openapi.path-item' ? node.origin === 'path' : node.to === 'openapi.path-item';
    if (!isPath) return;
    const own = scope.resource(path);
    for (const told of [own, scope.resource(own?.parent ?? '/'), scope.resource(`${path}/{id}`)])
      yield { span: node.anchor, message: told === undefined ? 'Nothing.' : sumOf(JSON.stringify(told)) };
  },
});

/** Messages are bounded; this is as good as the whole text. */
function sumOf(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007;
  return `${sum} ${text.slice(0, 60)}`;
}
