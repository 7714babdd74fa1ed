import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection } from '#core/rule.ts';
import { remembered } from '#core/text/remembered.ts';
import { nameStyles } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { type PathSite, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { isForeignPath, isVersionSegment } from '#rules/detectors/openapi/version-scheme.ts';
import { azure, zalando } from '#rules/sources.ts';

export const pathCasingConsistent = globalRule({
  id: 'openapi/path-casing-consistent',
  summary: 'Write the segments of all paths in one casing.',
  why: 'Paths are typed by hand and compared with case: where one collection is `order-items` and the next `orderNotes`, every call begins with a look at the documentation.',
  item: nameStyles,
  references: [zalando(129), azure('http-url-casing')],
  severity: 'warning',
  recommended: true,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Segments that stay as they are.' },
  },
  examples: [
    {
      title: 'One segment in camel case',
      bad: `openapi: 3.1.0
paths:
  /order-items: {}
  /order-notes: {}
  /price-lists: {}
  /gift-cards: {}
  /tax-rates: {}
  /sales-channels: {}
  /stock-levels: {}
  /return-labels: {}
  /customer-groups: {}
  /customer-groups/{id}/«mailTemplates»: {}
`,
      good: `openapi: 3.1.0
paths:
  /order-items: {}
  /order-notes: {}
  /price-lists: {}
  /gift-cards: {}
  /tax-rates: {}
  /sales-channels: {}
  /stock-levels: {}
  /return-labels: {}
  /customer-groups: {}
  /customer-groups/{id}/mail-templates: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, _scope, { allowed }): Iterable<Fact> {
    const site = pathSite(node);
    if (site === undefined || isForeignPath(site.path) || /^\/\.well-known\//.test(site.path)) return;
    const segments = segmentsOf(site.path).map((segment) => ({ segment, writing: writingOfSegment(segment) }));
    const telling = segments.filter(
      ({ segment, writing }) => writing !== 'unknown' && writing !== 'lower' && !allowed.includes(segment),
    );
    yield { key: 'paths', site, telling };
  },
  *compare(facts, { casing }) {
    const sites = uniqueSites(facts.map(({ value }) => value));
    const first = firstSites(sites);
    const usual = usualStyle(countWritings(first.values()), casing);
    if (usual === undefined) return;
    for (const [segment, { writing, site }] of first) {
      if (fitsStyle(writing, usual.style)) continue;
      yield finding(segment, writing, site, usual, sites);
    }
  },
});

interface Fact {
  readonly key: string;
  readonly site: PathSite;
  /** The segments that tell of a style. */
  readonly telling: readonly { readonly segment: string; readonly writing: Writing }[];
}

/** Parameters, versions, files and what follows a colon tell nothing. */
const writingOfSegment = remembered((segment): Writing => {
  const [name = ''] = segment.split(':');
  const isName = !/[{.]/.test(segment) && !isVersionSegment(segment);
  const writing = isName ? writingOf(name) : 'unknown';
  // What has capitals and digits in the middle is an id as often as a name.
  return writing === 'UPPER' || (writing === 'mixed' && /\d/.test(name)) ? 'unknown' : writing;
}, 5000);

/** Each segment once, however many paths it is part of. */
function firstSites(sites: readonly Fact[]) {
  const first = new Map<string, { readonly writing: Writing; readonly site: PathSite }>();
  for (const { site, telling } of sites)
    for (const { segment, writing } of telling) if (!first.has(segment)) first.set(segment, { writing, site });
  return first;
}

function finding(
  segment: string,
  writing: Writing,
  site: PathSite,
  usual: UsualStyle,
  sites: readonly Fact[],
): InSection<Finding> {
  const [name = '', ...action] = segment.split(':');
  const meant = [inStyle(name, usual.style), ...action].join(':');
  const span = segmentSpan(site, segmentsOf(site.path).indexOf(segment));
  const message = `“${segment}” in the path “${site.path}” is ${saidWriting(writing)}. ${reasonFor(usual, 'segments of paths')}: write “${meant}”.`;
  const fix = renameSegment(segment, meant, sites);
  return {
    section: site.section,
    value: { span, message, fixes: fix === undefined ? [] : [fix], cause: manyOf(usual) },
  };
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `${count} segments of paths are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} are`}.`,
  };
}

/** Renames the segment in all paths that have it; undefined where a new name is taken. */
function renameSegment(segment: string, meant: string, sites: readonly Fact[]): Fix | undefined {
  const templates = new Set(sites.map(({ site }) => erasedTemplate(site.path)));
  const renames = sites.flatMap(({ site: { path, section, pointer }, telling }) => {
    if (!telling.some((one) => one.segment === segment)) return [];
    const name = path.replaceAll(/[^/]+/g, (part) => (part === segment ? meant : part));
    return { kind: 'rename', uri: section.uri, pointer, name } as const;
  });
  const [first, ...rest] = renames;
  if (first === undefined || renames.some(({ name }) => templates.has(erasedTemplate(name)))) return undefined;
  const title = `Rename “${segment}” to “${meant}” in ${renames.length === 1 ? 'one path' : `${renames.length} paths`}`;
  return { title, safety: 'review', changes: [first, ...rest] };
}
