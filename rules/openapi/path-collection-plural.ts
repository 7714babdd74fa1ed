import { erasedTemplate, segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { actionNouns } from '#core/text/resource-nouns.ts';
import { resourceNames } from '#rules/checklist.ts';
import { answerBody, isKnownToList, mayList } from '#rules/detectors/openapi/may-list.ts';
import { itemAt, type PathSite, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { pluralSegment } from '#rules/detectors/openapi/plural-segment.ts';
import { aip, zalando } from '#rules/sources.ts';

interface Fact {
  readonly key: string;
  readonly site: PathSite;
  /** The template of the collection that it is. */
  readonly collection: string | undefined;
  /** The template of the collection that it names one of. */
  readonly itemOf: string | undefined;
  /** The path itself answers GET or POST, as a collection does; what follows is found out of collections and items in the singular only. */
  readonly isListed: boolean;
  /** Its GET is known to return a list. */
  readonly isList: boolean;
  /** Where the schema of the one thing its GET returns stands; undefined for a list, and where it is not told. */
  readonly answer: string | undefined;
}

export const pathCollectionPlural = globalRule({
  id: 'openapi/path-collection-plural',
  summary: 'Name collections in the plural.',
  why: '`/users/{id}` reads as one of many, and one rule for all collections spares callers to look up which of them are singular.',
  item: resourceNames,
  references: [zalando(134), aip(122)],
  severity: 'warning',
  recommended: true,
  options: {
    singular: { default: [], description: 'Segments that stay in the singular, as written.' },
    nouns: { default: [], description: 'Further nouns that are countable, in the singular and in lower case.' },
  },
  examples: [
    {
      title: 'A collection named after one of its items',
      bad: `openapi: 3.1.0
paths:
  /«user»:
    get: {}
  /user/{id}:
    get: {}
  /user/{id}/avatar:
    get: {}
`,
      good: `openapi: 3.1.0
paths:
  /users:
    get: {}
  /users/{id}:
    get: {}
  /users/{id}/avatar:
    get: {}
`,
    },
    {
      title: 'Only the last word counts',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/shops/{id}/«gift-category»": { "post": {} },
    "/shops/{id}/gift-category/{category}": { "delete": {} }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/shops/{id}/gift-categories": { "post": {} },
    "/shops/{id}/gift-categories/{category}": { "delete": {} }
  }
}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, scope, { nouns }): Iterable<Fact> {
    const site = pathSite(node);
    if (site === undefined) return;
    const named = mayBeSingular(site.path, nouns) ? scope.resource(site.path) : undefined;
    const collection = named?.kind === 'collection' ? named.template : undefined;
    const itemOf = named?.kind === 'item' ? named.parent : undefined;
    // What others answer nobody asks.
    const item = (collection ?? itemOf) === undefined ? undefined : itemAt(node, site, scope);
    const isListed = item !== undefined && mayList(item, scope);
    const isList = isListed && isKnownToList(item, scope);
    const answer = item && answeredThing(item, scope);
    yield { key: 'paths', site, collection, itemOf, isListed, isList, answer };
  },
  *compare(facts, { singular, nouns }) {
    const sites = uniqueSites(facts.map(({ value }) => value));
    const templates = new Set(sites.map(({ site }) => erasedTemplate(site.path)));
    const items = itemsByCollection(sites);
    const known = new Set(nouns);
    const told = new Set<string>();
    for (const { site, collection, isListed, isList, answer } of sites) {
      const path = withoutSlash(site.path);
      const own = collection === undefined ? undefined : items.get(collection);
      if (!isListed || own === undefined || told.has(path) || (answer !== undefined && own.has(answer))) continue;
      const segment = segmentsOf(site.path).at(-1) ?? '';
      if (isActionWord(segment) && !isList) continue;
      const plural = singular.includes(segment) ? undefined : pluralSegment(segment, known);
      if (plural === undefined) continue;
      told.add(path);
      yield finding(site, segment, plural, { sites, templates });
    }
  },
});

/** True where the word at the end, or before the id there, is a singular: of all others nothing has to be known. */
function mayBeSingular(path: string, nouns: readonly string[]): boolean {
  const [last = '', before = ''] = segmentsOf(path).toReversed();
  return pluralSegment(last.includes('{') ? before : last, new Set(nouns)) !== undefined;
}

/** One thing that a GET returns, told by where its schema stands. */
function answeredThing(item: PathItem, scope: Scope): string | undefined {
  const body = answerBody(item, scope);
  return body === undefined || body.types.includes('array')
    ? undefined
    : JSON.stringify([body.section.uri, ...pointerOf(body.location)]);
}

/** What the items of each collection answer; by its template. */
function itemsByCollection(sites: readonly Fact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { itemOf, answer } of sites) {
    if (itemOf === undefined) continue;
    const answers = found.get(itemOf) ?? new Set();
    found.set(itemOf, answers);
    if (answer !== undefined) answers.add(answer);
  }
  return found;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function isActionWord(segment: string): boolean {
  const [word = '', ...others] = wordsOf(segment);
  return others.length === 0 && actionNouns.has(word);
}

/** All paths, as they are written and without the names of their parameters. */
interface AllPaths {
  readonly sites: readonly Fact[];
  readonly templates: ReadonlySet<string>;
}

function finding(site: PathSite, segment: string, plural: string, all: AllPaths): InSection<Finding> {
  const span = segmentSpan(site, segmentsOf(site.path).length - 1);
  const message = `“${segment}” in the path “${site.path}” is a collection in the singular.`;
  const fix = renamePaths(site.path, segment, plural, all);
  return { section: site.section, value: { span, message, fixes: fix === undefined ? [] : [fix], cause: habit } };
}

/** An API that names collections so decides it once. */
const habit: Cause = {
  key: 'singular',
  message: (count) => `${count} collections are named in the singular.`,
};

/** Renames the segment in its own path and in all below it; undefined where a new name is taken. */
function renamePaths(path: string, segment: string, plural: string, { sites, templates }: AllPaths): Fix | undefined {
  const base = withoutSlash(path);
  const target = base.slice(0, -segment.length) + plural;
  const affected = sites.filter(({ site }) => site.path === base || site.path.startsWith(`${base}/`));
  const renames = affected.map(({ site: { section, pointer, path: old } }) => {
    const name = target + old.slice(base.length);
    return { kind: 'rename', uri: section.uri, pointer, name } as const;
  });
  const [first, ...rest] = renames;
  if (first === undefined || renames.some(({ name }) => templates.has(erasedTemplate(name)))) return undefined;
  return {
    title: `Rename “${segment}” to “${plural}” in ${countOf(renames.length)}`,
    safety: 'review',
    changes: [first, ...rest],
  };
}

function countOf(count: number): string {
  return count === 1 ? 'one path' : `${count} paths`;
}
