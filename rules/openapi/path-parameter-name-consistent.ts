import { erasedTemplate, segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import type { OrReference, Parameter, PathItem } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { nameStyles } from '#rules/checklist.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { itemAt, type PathSite, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { aip } from '#rules/sources.ts';

export const pathParameterNameConsistent = globalRule({
  id: 'openapi/path-parameter-name-consistent',
  summary: 'Call the same parameter by one name in all paths.',
  why: '`/users/{id}` beside `/users/{userId}/orders` is one id under two names: generated clients call it by both, and shared parameters cannot be used.',
  item: nameStyles,
  references: [aip(123)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'One id under two names',
      bad: `openapi: 3.1.0
paths:
  /users/{userId}:
    parameters: [{ name: userId, in: path, required: true, schema: { type: string } }]
  /users/{userId}/orders:
    parameters: [{ name: userId, in: path, required: true, schema: { type: string } }]
  /users/«{id}»/notes:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
`,
      good: `openapi: 3.1.0
paths:
  /users/{userId}:
    parameters: [{ name: userId, in: path, required: true, schema: { type: string } }]
  /users/{userId}/orders:
    parameters: [{ name: userId, in: path, required: true, schema: { type: string } }]
  /users/{userId}/notes:
    parameters: [{ name: userId, in: path, required: true, schema: { type: string } }]
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, scope): Iterable<Fact> {
    const site = pathSite(node);
    if (site === undefined || !site.path.includes('{')) return;
    const item = itemAt(node, site, scope);
    const names = segmentsOf(site.path).map((segment) => wholeExpression(segment)?.names[0]?.value ?? '');
    const isWritable = item !== undefined && node.kind === 'openapi.path-item' && item.reference === undefined;
    const declared = names.map((name) => (name !== '' && isWritable ? declarations(item, name) : undefined));
    yield { key: 'paths', site, names, declared };
  },
  *compare(facts) {
    const sites = uniqueSites(facts.map(({ value }) => value));
    for (const [, uses] of usesByPlace(sites)) {
      const usual = mostUsed(uses.map(({ name }) => name));
      const alike = uses.filter(({ name }) => name === usual).length;
      // Of two names that are used as often none is the usual one.
      if (usual === undefined || alike * 2 <= uses.length) continue;
      for (const use of uses) if (isSameThing(use, usual)) yield finding(use, usual, alike, uses.length);
    }
  },
});

interface Fact {
  readonly key: string;
  readonly site: PathSite;
  /** The name of the parameter that each segment is; empty for any other. */
  readonly names: readonly string[];
  /** Where each is declared; undefined where it cannot be renamed. */
  readonly declared: readonly (readonly (readonly string[])[] | undefined)[];
}

interface Use {
  readonly site: PathSite;
  readonly at: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly declared: readonly (readonly string[])[] | undefined;
}

/** Pointers to the names of all declarations; undefined where one is shared with other paths. */
function declarations(item: PathItem, name: string): readonly (readonly string[])[] | undefined {
  const { operations, parameters } = item;
  if (operations.some(({ callbacks }) => callbacks.length > 0)) return undefined;
  const common = declaredIn(parameters, name);
  const own = operations.map((operation) => declaredIn(operation.parameters, name));
  // Where an operation has it from elsewhere, another path may have it from there, too.
  const isOwn = common.length > 0 || (own.length > 0 && own.every((found) => found.length > 0));
  const all = [...common, ...own.flat()];
  return isOwn && all.every(({ section }) => section.uri === item.section.uri)
    ? all.map(({ location }) => [...pointerOf(location), 'name'])
    : undefined;
}

function declaredIn(parameters: readonly OrReference<Parameter>[], name: string): readonly Parameter[] {
  return parameters.flatMap((one) =>
    one.kind === 'openapi.parameter' && one.in?.value === 'path' && one.name?.value === name ? [one] : [],
  );
}

/** `{id}` and `{orderId}` are one thing, `{orderNumber}` and `{orderId}` two, and so are `{leftId}` and `{rightId}` in one path. */
function isSameThing({ name, names: all }: Use, usual: string): boolean {
  if (name === usual) return false;
  if (foldedName(name) === foldedName(usual)) return true;
  const [short = [], long = []] = [wordsOf(name), wordsOf(usual)].sort((a, b) => a.length - b.length);
  const last = long.at(-1);
  const isShared = all.filter((other) => wordsOf(other).at(-1) === last).length > 1 && short !== wordsOf(name);
  return short.length === 1 && short[0] === last && !isShared;
}

function usesByPlace(sites: readonly Fact[]): ReadonlyMap<string, readonly Use[]> {
  const byPlace = new Map<string, Use[]>();
  for (const { site, names, declared } of sites) {
    const segments = segmentsOf(site.path).map(erasedTemplate);
    for (const [at, name] of names.entries()) {
      if (name === '') continue;
      const place = segments.slice(0, at + 1).join('/');
      const uses = byPlace.get(place) ?? [];
      byPlace.set(place, uses);
      uses.push({ site, at, name, names, declared: declared[at] });
    }
  }
  return byPlace;
}

function finding(use: Use, usual: string, alike: number, all: number): InSection<Finding> {
  const { site, at, name } = use;
  const message = `“{${name}}” in the path “${site.path}” is “{${usual}}” in ${alike} of ${all} paths. Call it so here, too.`;
  const fix = renameTo(use, usual);
  return {
    section: site.section,
    value: { span: segmentSpan(site, at), message, fixes: fix === undefined ? [] : [fix], cause: names },
  };
}

const names: Cause = {
  key: 'names',
  message: (count) => `${count} parameters of paths have another name than the same ones elsewhere.`,
};

function renameTo({ site, at, name, names: taken, declared }: Use, usual: string): Fix | undefined {
  if (declared === undefined || declared.length === 0 || taken.includes(usual)) return undefined;
  const { uri } = site.section;
  const segments = site.path.split('/');
  const slots = segments.flatMap((segment, index) => (segment === '' ? [] : [index]));
  const slot = slots[at] ?? -1;
  const path = segments.map((segment, index) => (index === slot ? segment.replace(name, usual) : segment)).join('/');
  const sets = declared.map((pointer) => ({ kind: 'set', uri, pointer, value: usual }) as const);
  const [first, ...rest] = sets;
  if (first === undefined) return undefined;
  return {
    title: `Rename “{${name}}” to “{${usual}}” in “${site.path}”`,
    safety: 'review',
    changes: [first, ...rest, { kind: 'rename', uri, pointer: site.pointer, name: path }],
  };
}
