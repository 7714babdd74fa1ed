import type { DescriptionContext } from '#core/openapi/model.ts';
import { type PointerText, pointerTexts } from '#core/openapi/reference/pointer-texts.ts';
import type { Change, Collector, Fix, Survey } from '#core/rule.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';
import { rootNames } from '#rules/fixes/openapi/root-entries.ts';

/** Maps that stand at the root by mistake, or as in 2.0, and the components they are. */
const components: ReadonlyMap<string, string> = new Map([
  ['definitions', 'schemas'],
  ['schemas', 'schemas'],
  ['securitySchemes', 'securitySchemes'],
]);

/** Moves such a map to the components, each entry under its name; what refers to one follows. */
export function asComponents(key: string, { rootUri }: DescriptionContext): Fix | undefined {
  const kind = components.get(key);
  if (kind === undefined) return undefined;
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const moves = rootNames(survey, key).map(
      (name): Change => ({ kind: 'move', uri: rootUri, pointer: [key, name], to: ['components', kind, name] }),
    );
    const remove: Change = { kind: 'remove', uri: rootUri, pointer: [key] };
    const [first, ...others] = [...followers(survey, rootUri, key, kind), ...moves, remove];
    return [first ?? remove, ...others];
  };
  const title = `Move ${quoted([key], 'and')} to “components”, “${kind}”`;
  return { title, safety: 'review', changes: { rootUri, make } };
}

/** What refers to such an entry, written anew before that moves. */
function followers(survey: Survey, rootUri: string, key: string, kind: string): readonly Change[] {
  const from = `#/${key}/`;
  return survey
    .gathered(texts)
    .flatMap(({ section: { uri }, value: { pointer, target } }): readonly Change[] =>
      uri === rootUri && target.startsWith(from)
        ? [{ kind: 'set', uri, pointer, value: `#/components/${kind}/${target.slice(from.length)}` }]
        : [],
    );
}

/** The references of a description, those in mappings of discriminators among them. */
const texts: Collector<PointerText> = {
  on: ['openapi.written'],
  isClosed: () => true,
  *gather(node) {
    if (node.kind === 'openapi.written') yield* pointerTexts(node.section);
  },
};
