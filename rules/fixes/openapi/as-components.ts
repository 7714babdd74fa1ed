import type { DescriptionContext } from '#core/openapi/model.ts';
import { type PointerText, pointerTexts } from '#core/openapi/reference/pointer-texts.ts';
import type { Change, Collector, Fix, Survey } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';
import { flowChanges } from '#rules/fixes/openapi/as-flows.ts';
import { rootEntries, rootNames } from '#rules/fixes/openapi/root-entries.ts';

/** Maps that stand at the root by mistake, or as in 2.0, and the components they are. */
const components: ReadonlyMap<string, string> = new Map([
  ['definitions', 'schemas'],
  ['schemas', 'schemas'],
  ['parameters', 'parameters'],
  ['responses', 'responses'],
  ['securityDefinitions', 'securitySchemes'],
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
    const schemes = key === 'securityDefinitions' ? schemeChanges(survey, rootUri, key) : [];
    const [first, ...others] = [...followers(survey, rootUri, key, kind), ...schemes, ...moves, remove];
    return [first ?? remove, ...others];
  };
  const title = `Move ${quoted([key], 'and')} to “components”, “${kind}”`;
  return { title, safety: 'review', changes: { rootUri, make } };
}

/** Schemes as 3.x writes them: a basic one by its name in HTTP, a flow below `flows`. */
function schemeChanges(survey: Survey, uri: string, key: string): readonly Change[] {
  const schemes = rootEntries(survey, key);
  return Object.entries(isMap(schemes) ? schemes : {}).flatMap(([name, scheme]): readonly Change[] => {
    if (!isMap(scheme)) return [];
    const above = [key, name];
    const { type, flow } = scheme;
    if (type === 'basic') {
      const set: Change = { kind: 'set', uri, pointer: [...above, 'type'], value: 'http' };
      return [set, { kind: 'set', uri, pointer: [...above, 'scheme'], value: 'basic', after: ['type'] }];
    }
    const fields = ['authorizationUrl', 'tokenUrl', 'scopes'].filter((field) => Object.hasOwn(scheme, field));
    return (typeof flow === 'string' && flowChanges(flow, fields, above, uri)) || [];
  });
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
