import { erasedTemplate } from '#core/openapi/effective/path-template.ts';
import { type Fix, globalRule, type InSection } from '#core/rule.ts';
import { pathTemplates } from '#rules/checklist.ts';
import { type PathSite, pathSite, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { rfc, zalando } from '#rules/sources.ts';

interface Fact {
  readonly key: string;
  readonly site: PathSite;
}

export const pathNoTrailingSlash = globalRule({
  id: 'openapi/path-no-trailing-slash',
  summary: 'End no path in a slash, and write no two slashes in a row.',
  why: '`/orders` and `/orders/` are two addresses: some servers answer one of them with 404 or a redirect, which clients do not follow with a body.',
  item: pathTemplates,
  references: [zalando(136), rfc(3986, '6.2.3')],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A slash too many',
      bad: `openapi: 3.1.0
paths:
  «/orders/»: {}
  /orders/{id}: {}
  «/orders//notes»: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders: {}
  /orders/{id}: {}
  /orders/notes: {}
`,
    },
  ],
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node): Iterable<Fact> {
    const site = pathSite(node);
    if (site?.path.startsWith('/')) yield { key: 'paths', site };
  },
  *compare(facts) {
    const sites = uniqueSites(facts.map(({ value }) => value)).filter(({ site }) => site.path !== '/');
    const templates = new Set(sites.map(({ site }) => erasedTemplate(site.path)));
    // Where all end so, it is how they are written.
    const isHabit = sites.length > 2 && sites.every(({ site }) => site.path.endsWith('/'));
    for (const { site } of sites) {
      const isDouble = site.path.includes('//');
      if (!isDouble && (isHabit || !site.path.endsWith('/'))) continue;
      yield finding(site, isDouble, isHabit, templates);
    }
  },
});

function finding(
  site: PathSite,
  isDouble: boolean,
  isHabit: boolean,
  templates: ReadonlySet<string>,
): InSection<{
  readonly span: PathSite['span'];
  readonly message: string;
  readonly fixes: readonly Fix[];
}> {
  const { path, section, span, pointer } = site;
  const single = path.replace(/\/{2,}/g, '/');
  const name = isHabit ? single : single.replace(/(?<=.)\/$/, '');
  const what = isDouble ? 'has two slashes in a row' : 'ends in a slash';
  const isTaken = templates.has(erasedTemplate(name));
  const message = `The path “${path}” ${what}. ${isTaken ? `There is “${name}” already: keep one of them.` : `Write “${name}”.`}`;
  const change = { kind: 'rename', uri: section.uri, pointer, name } as const;
  const fix: Fix = { title: `Rename the path to “${name}”`, safety: 'review', changes: [change] };
  return { section, value: { span, message, fixes: isTaken ? [] : [fix], ...manyOf(isDouble) } };
}

function manyOf(isDouble: boolean) {
  if (isDouble) return {};
  return {
    cause: {
      key: 'end',
      message: (count: number) => `${count} paths end in a slash. Write them without it.`,
      fixTitle: (count: number) => `Take the slash away from the end of ${count} paths`,
    },
  };
}
