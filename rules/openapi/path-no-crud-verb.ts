import { segmentsOf } from '#core/openapi/path-template.ts';
import { type Finding, globalRule, type InSection } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Span } from '#core/text/span.ts';
import { resourceNames } from '#rules/checklist.ts';
import { type PathSite, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/path-site.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { aip, azure, zalando } from '#rules/sources.ts';
import { crudVerbs, nounMakers } from '#rules/words/crud-verbs.ts';

type Fact = SiteFact | DocumentFact;

interface SiteFact {
  readonly kind: 'site';
  readonly key: string;
  readonly site: PathSite;
}

interface DocumentFact {
  readonly kind: 'document';
  readonly key: string;
  readonly span: Span;
}

interface Verb {
  readonly site: PathSite;
  readonly index: number;
  readonly segment: string;
}

export const pathNoCrudVerb = globalRule({
  id: 'openapi/path-no-crud-verb',
  summary: 'Name resources in paths, not what is done to them.',
  why: 'The method already says read, create, change or delete. A verb in the path says it twice, and sooner or later differently.',
  item: resourceNames,
  references: [zalando(141), zalando(138), aip(122), azure('actions-no-actions-for-crud')],
  severity: 'warning',
  recommended: true,
  options: {
    verbs: { default: crudVerbs, description: 'The verbs that no path segment may be or begin with.' },
    allowed: { default: [], description: 'Segments that are right though they begin with a verb, as written.' },
  },
  examples: [
    {
      title: 'Verbs where the method says enough',
      bad: `openapi: 3.1.0
paths:
  /«createOrder»:
    post: {}
  /orders/{id}/«delete»:
    post: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post: {}
  /orders/{id}:
    delete: {}
`,
    },
    {
      title: 'The same in JSON',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/«get-users»": { "get": {} }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/users": { "get": {} }
  }
}
`,
    },
  ],
  on: ['openapi.document', 'openapi.path-item', 'openapi.reference'],
  *gather(node): Iterable<Fact> {
    const key = 'document';
    if (node.kind === 'openapi.document') yield { kind: 'document', key, span: node.anchor };
    else {
      const site = pathSite(node);
      if (site !== undefined) yield { kind: 'site', key, site };
    }
  },
  *compare(facts, { verbs, allowed }) {
    const sites = uniqueSites(factsOfKind(facts, 'site').map(({ value }) => value));
    const [verbSet, allowedSet] = [new Set(verbs), new Set(allowed)];
    const found = sites.flatMap(({ site }) => verbsIn(site, verbSet, allowedSet));
    // An API made of calls is told so once.
    const isHabit = found.length >= 10 && found.length >= sites.length / 2;
    if (!isHabit) for (const verb of found) yield inPath(verb);
    else for (const fact of factsOfKind(facts, 'document')) yield inDocument(fact, found.length, sites.length);
  },
});

function verbsIn(site: PathSite, verbs: ReadonlySet<string>, allowed: ReadonlySet<string>): readonly Verb[] {
  const segments = segmentsOf(site.path);
  return segments.flatMap((segment, index) => {
    const isVerb = !allowed.has(segment) && beginsWithVerb(segment, segments[index + 1], verbs);
    return isVerb ? [{ site, index, segment }] : [];
  });
}

/** `/list/{id}` and `/list/v1` name a list, `/add-ons` are no additions, and `:archive` or `users.list` is another style. */
function beginsWithVerb(segment: string, next: string | undefined, verbs: ReadonlySet<string>): boolean {
  if (/[{}:.$@]/.test(segment)) return false;
  const [verb = '', object] = wordsOf(segment);
  if (!verbs.has(verb)) return false;
  if (object !== undefined) return !nounMakers.has(object);
  return next === undefined || !/^(?:list|save|edit|update)$/.test(verb);
}

function inPath({ site, index, segment }: Verb): InSection<Finding> {
  const [verb = ''] = wordsOf(segment);
  const message = `The path “${site.path}” says “${verb}”, which is for the method to say.`;
  return { section: site.section, value: { span: segmentSpan(site, index), message } };
}

function inDocument({ section, value }: InSection<DocumentFact>, count: number, all: number): InSection<Finding> {
  const message = `${count} of ${all} paths name an action instead of a resource.`;
  return { section, value: { span: value.span, message } };
}
