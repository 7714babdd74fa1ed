import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { globalRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { resourceNames } from '#rules/checklist.ts';
import { firstName } from '#rules/detectors/openapi/first-name.ts';
import { type PathSite, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { zalando } from '#rules/sources.ts';

interface Fact {
  readonly key: string;
  readonly site: PathSite;
}

export const resourceNameSpecific = globalRule({
  id: 'openapi/resource-name-specific',
  summary: 'Call resources what the domain calls them.',
  why: '`/items` may hold anything: a name from the domain says what is in it, and does not have to be shared with the next thing.',
  item: resourceNames,
  references: [zalando(142)],
  severity: 'info',
  recommended: false,
  options: {
    words: {
      default: ['items', 'objects', 'data', 'things', 'entities', 'records', 'resources', 'elements', 'list', 'values'],
      description: 'Names that say nothing, in lower case.',
    },
  },
  examples: [
    {
      title: 'Items of what?',
      bad: `openapi: 3.1.0
paths:
  /«items»: {}
  /items/{id}: {}
`,
      good: `openapi: 3.1.0
paths:
  /products: {}
  /products/{id}: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node): Iterable<Fact> {
    const site = pathSite(node);
    if (site !== undefined) yield { key: firstName(site.path), site };
  },
  *compare(facts, { words }) {
    const [first] = uniqueSites(facts.map(({ value }) => value));
    if (first === undefined || !words.includes(foldedName(first.key))) return;
    const { site, key: name } = first;
    const span = segmentSpan(site, segmentsOf(site.path).indexOf(name));
    const message = `The resource “${name}” may hold anything. Call it what the domain calls it.`;
    yield { section: site.section, value: { span, message } };
  },
});
