import type { StrayKey } from '#core/openapi/description/stray-keys.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestNames } from '#core/text/nearest-name.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf, findNode, findValue, type PlainValue } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { lastKey } from '#rules/detectors/openapi/last-key.ts';
import { addComponent } from '#rules/fixes/openapi/component.ts';
import { type MeantKey, MeantKeys, type UnknownKey } from '#rules/fixes/openapi/meant-keys.ts';
import { openApi, owasp } from '#rules/sources.ts';

export const securitySchemeDefined = globalRule({
  id: 'openapi/security-scheme-defined',
  summary: 'Define every security scheme that a requirement names.',
  why: 'A requirement that names an unknown scheme tells nobody how to authenticate: generators fail on it or leave the credentials out.',
  item: authentication,
  references: [openApi('Security Requirement Object', 'security-requirement-object'), owasp(2)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A misspelt name',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - «bearerAuht»: []
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - bearerAuth: []
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
`,
    },
    {
      title: 'A scheme that is nowhere',
      bad: `openapi: 3.0.3
security:
  - «session»: []
paths: {}
`,
      good: `openapi: 3.0.3
security:
  - session: []
paths: {}
components:
  securitySchemes:
    session:
      type: http
      scheme: bearer
`,
    },
    {
      title: 'A misspelt key above the schemes',
      bad: `openapi: 3.1.0
security:
  - «session»: []
paths: {}
componets:
  securitySchemes:
    session:
      type: http
      scheme: bearer
`,
      good: `openapi: 3.1.0
security:
  - session: []
paths: {}
components:
  securitySchemes:
    session:
      type: http
      scheme: bearer
`,
    },
  ],
  on: ['openapi.document', 'openapi.security-requirement', 'openapi.reference'],
  *gather(node, scope): Iterable<SchemeFact> {
    const key = 'schemes';
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, names: scope.names('openapi.security-scheme') };
      if (!scope.isUnderstood()) yield { key, kind: 'unknown' };
      for (const stray of scope.strayKeys()) {
        const schemes = schemesBelow(stray);
        const { section, pointer } = stray;
        if (schemes.length > 0)
          yield { key, kind: 'stray', section, span: stray.key.span, uri: section.uri, pointer, schemes };
      }
    } else if (node.kind === 'openapi.security-requirement') {
      const [{ uri }, pointer] = [node.section, pointerOf(node.location)];
      const beside = node.schemes.map(({ name }) => name.value);
      for (const { name } of node.schemes)
        yield { key, kind: 'used', span: name.span, name: name.value, beside, site: { uri, pointer } };
    } else if (node.to === 'openapi.part') {
      if (scope.outcome(node) !== 'found') yield { key, kind: 'unknown' };
      else if (pointerOf(node.location).at(-1) === 'securitySchemes') yield { key, kind: 'elsewhere' };
    } else {
      const lost = scope.missingPart(node);
      if (lost !== undefined) yield { key, kind: 'lost', keys: lost.pointer.slice(0, 2) };
    }
  },
  *compare(facts) {
    const values = facts.map(({ value }) => value);
    const [document] = values.flatMap((fact) => (fact.kind === 'document' ? [fact] : []));
    if (document === undefined || values.some(({ kind }) => kind === 'unknown')) return;
    const { context, names } = document;
    const defined = new Set(names);
    // Nothing is written beside a `$ref` that the schemes stand behind.
    const mayDefine = values.every(({ kind }) => kind !== 'elsewhere');
    const misspelt = new MisspeltHolders(values, context);
    for (const { section, value } of facts) {
      if (value.kind !== 'used' || defined.has(value.name) || isUri(value.name, context)) continue;
      const { name, span } = value;
      const holder = misspelt.holderOf(name);
      if (holder !== undefined) {
        if (!misspelt.isTold(holder)) yield { section, value: belowOther(value, holder) };
        continue;
      }
      const message = `The security scheme “${name}” is not defined.`;
      const nearest = nearestNames(name, nearNames(name, names));
      // Of several that are as near nobody knows which is meant.
      const fix =
        nearest.length > 1
          ? undefined
          : (useNearest(value, nearest) ?? (mayDefine ? define(name, document) : undefined));
      yield { section, value: { span, message, fixes: fix === undefined ? [] : [fix], cause: causeOf(name, fix) } };
    }
  },
});

/** All requirements that name one scheme miss the same one. */
function causeOf(value: string, fix: Fix | undefined): Cause {
  const message = (count: number) => `${count} requirements name the security scheme “${value}”, which is not defined.`;
  return fix === undefined ? { key: value, message } : { key: value, message, fixTitle: () => fix.title };
}

type SchemeFact = Keyed & (DocumentFact | UsedFact | StrayFact | LostFact | { readonly kind: 'unknown' | 'elsewhere' });

/** A key that is not known, with the schemes that stand below it. */
interface StrayFact extends UnknownKey {
  readonly schemes: readonly string[];
}

/** A reference that leads nowhere, with the first keys of its way: another rule tells of that. */
interface LostFact {
  readonly kind: 'lost';
  readonly keys: readonly string[];
}

/** The misspelt keys that schemes stand below. */
class MisspeltHolders {
  /** By the schemes that stand below them. */
  readonly #holders = new Map<string, MeantKey<StrayFact>>();
  readonly #lost: ReadonlySet<string>;

  constructor(facts: readonly SchemeFact[], { version, rootUri: uri }: DescriptionContext) {
    const strays = new MeantKeys(facts.flatMap((fact) => (fact.kind === 'stray' ? [fact] : [])));
    const holders = version === '2.0' ? [['securityDefinitions']] : [['components'], ['components', 'securitySchemes']];
    for (const pointer of holders) {
      const holder = strays.meantBy({ missingPart: { uri, pointer } });
      for (const scheme of holder?.stray.schemes ?? [])
        if (holder !== undefined && !this.#holders.has(scheme)) this.#holders.set(scheme, holder);
    }
    this.#lost = new Set(facts.flatMap((fact) => (fact.kind === 'lost' ? fact.keys : [])));
  }

  holderOf(scheme: string): MeantKey<StrayFact> | undefined {
    return this.#holders.get(scheme);
  }

  /** True where references lead through the same key: then that is told of them. */
  isTold({ name }: MeantKey<StrayFact>): boolean {
    return this.#lost.has(name);
  }
}

/** The names of the schemes a map would define if its key were right. */
function schemesBelow({ section, pointer }: StrayKey): readonly string[] {
  const tree = findNode(section.tree, pointer.slice(section.pointer.length));
  const schemes = pointer.length === 1 ? (findValue(tree, 'securitySchemes') ?? tree) : tree;
  return entriesOf(schemes).map(({ key }) => key.value);
}

function belowOther({ span: used, name }: UsedFact, { stray, name: meant, fix }: MeantKey<StrayFact>): Finding {
  const { section, span, pointer } = stray;
  const where = `stands below “${lastKey(pointer)}”; is “${meant}” meant?`;
  const cause: Cause = {
    key: `below ${lastKey(pointer)}`,
    place: { section, span },
    message: (count) =>
      `“${lastKey(pointer)}”: ${count} requirements name security schemes that stand below it. Is “${meant}” meant?`,
    fixTitle: () => fix.title,
  };
  return { span: used, message: `The security scheme “${name}” ${where}`, fixes: [fix], cause };
}

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly names: readonly string[];
}

interface UsedFact {
  readonly kind: 'used';
  readonly span: Span;
  readonly name: string;
  /** All schemes of the requirement. */
  readonly beside: readonly string[];
  /** Where the requirement stands. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] };
}

/** From 3.2 on a requirement may name a scheme by its URI. */
function isUri(name: string, { version }: DescriptionContext): boolean {
  return version === '3.2' && /[/:#.]/.test(name);
}

/** The scheme that was probably meant. */
function useNearest({ name, beside, site }: UsedFact, [meant]: readonly string[]): Fix | undefined {
  if (meant === undefined || beside.includes(meant)) return undefined;
  const change = { kind: 'rename', uri: site.uri, pointer: [...site.pointer, name], name: meant } as const;
  return { title: `Use “${meant}”`, safety: 'review', changes: [change] };
}

/** A new scheme to be completed. */
function define(name: string, { context }: DocumentFact): Fix {
  const [value, what]: readonly [PlainValue, string] =
    context.version === '2.0'
      ? [{ type: 'apiKey', name: 'Authorization', in: 'header' }, 'the header Authorization']
      : [{ type: 'http', scheme: 'bearer' }, 'a bearer token'];
  const change = addComponent('securitySchemes', name, value, context);
  return { title: `Define “${name}” as ${what}`, safety: 'review', changes: [change] };
}
