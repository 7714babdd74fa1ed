import { erasedTemplate, segmentsOf, wholeExpression } from '#core/openapi/effective/path-template.ts';
import type { PathItem } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type InSection, type Scope } from '#core/rule.ts';
import { crudVerbs } from '#core/text/action-verbs.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { resourceNames } from '#rules/checklist.ts';
import { changingVerb } from '#rules/detectors/openapi/changes-by-name.ts';
import { choosesMany } from '#rules/detectors/openapi/chooses-many.ts';
import { type PathSite, pathItemAt, pathSite, segmentSpan, uniqueSites } from '#rules/detectors/openapi/path-site.ts';
import { segmentKinds } from '#rules/detectors/openapi/segment-kinds.ts';
import { aip, azure, zalando } from '#rules/sources.ts';
import { changeVerbs, choiceVerbs, eventHolders, kindHolders } from '#rules/words/crud-verbs.ts';

interface Fact {
  /** The path. */
  readonly key: string;
  readonly site: PathSite;
  readonly verbs: readonly Verb[];
  /** Nothing but GET, HEAD and OPTIONS, as far as its operations are known. */
  readonly isOnlyRead: boolean;
  /** It is read alone, and yet it changes: calls are named so beside it, or its text begins with the verb. */
  readonly isCall: boolean;
  /** Nothing but POST, whose body chooses the resources. */
  readonly isChoice: boolean;
}

interface Verb {
  /** Which segment it is. */
  readonly index: number;
  readonly verb: string;
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
  on: ['openapi.path-item', 'openapi.reference'],
  to: ['openapi.path-item'],
  *gather(node, scope, { verbs, allowed }): Iterable<Fact> {
    const site = pathSite(node);
    if (site === undefined) return;
    const found = verbsIn(site.path, verbs, allowed, scope);
    if (found.length === 0) return;
    const item = pathItemAt(node, scope);
    // A GET that changes something is the greater fault, and told by a rule of its own (openapi/get-safe).
    if (item?.operations.some((operation) => operation.method === 'get' && changingVerb(operation) !== undefined))
      return;
    yield {
      key: site.path,
      site,
      verbs: found,
      isOnlyRead: isOnlyRead(item),
      isCall: isCall(site, item, scope),
      isChoice: item !== undefined && choosesMany(item, scope),
    };
  },
  *compare(facts) {
    for (const { site, verbs, isOnlyRead, isCall, isChoice } of uniqueSites(facts.map(({ value }) => value))) {
      for (const verb of verbs) {
        const isNeeded =
          (isOnlyRead && changeVerbs.has(verb.verb) && !(isCall && isLast(site, verb))) ||
          isOfBatch(site, verb) ||
          (isChoice && choiceVerbs.has(verb.verb));
        if (!isNeeded) yield inPath(site, verb);
      }
    }
  },
});

function isLast({ path }: PathSite, { index }: Verb): boolean {
  return index === segmentsOf(path).length - 1;
}

/** `GET /archive/delete` beside `/archive/list`, and one whose text is “Delete a site”; `GET /orders/create` alone may show a form. */
function isCall({ path }: PathSite, item: PathItem | undefined, scope: Scope): boolean {
  const segments = segmentsOf(path);
  const [verb = '', ...others] = wordsOf(segments.at(-1) ?? '');
  if (others.length > 0 || !changeVerbs.has(verb) || segments.length < 2) return false;
  const parent = erasedTemplate(`/${segments.slice(0, -1).join('/')}`);
  if (readVerbs.some((read) => scope.find('openapi.path-item', `${parent}/${read}`) !== undefined)) return true;
  return endVerbs.has(verb) && (item?.operations ?? []).some(({ summary }) => endVerbs.has(plainVerb(summary?.value)));
}

const readVerbs = ['list', 'get', 'fetch'];
/** No form is shown for these. */
const endVerbs: ReadonlySet<string> = new Set(['delete', 'remove']);

/** `delete` for “Deletes a site” */
function plainVerb(text: string | undefined): string {
  return (wordsOf((text ?? '').slice(0, 40))[0] ?? '').replace(/s$/, '');
}

/** `/suppressions/batch/add`: a method says it of one only. */
function isOfBatch({ path }: PathSite, { index }: Verb): boolean {
  return /^(?:batch|bulk|many)$/i.test(segmentsOf(path)[index - 1] ?? '');
}

function isOnlyRead(item: PathItem | undefined): boolean {
  const methods = entriesOf(item?.tree).flatMap(({ key }) => (isMethod(key.value) ? [key.value] : []));
  return methods.length > 0 && methods.every((method) => /^(?:get|head|options)$/.test(method));
}

function isMethod(key: string): boolean {
  return /^(?:get|head|options|put|post|patch|delete|trace|query|additionalOperations)$/.test(key);
}

/** The segments that are actions by these verbs; a verb that only the options know counts where nothing tells what a segment is. */
function verbsIn(path: string, verbs: readonly string[], allowed: readonly string[], scope: Scope): readonly Verb[] {
  const segments = segmentsOf(path);
  const found = segments.flatMap((segment, index) => {
    const verb = allowed.includes(segment) ? undefined : leadingVerb(segments, index, verbs);
    return verb === undefined ? [] : [{ index, verb }];
  });
  if (found.length === 0) return found;
  const kinds = segmentKinds(path, scope);
  return found.filter(
    ({ index, verb }) => kinds[index] === 'action' || (kinds[index] === 'unknown' && !crudVerbs.includes(verb)),
  );
}

/** `/list/{id}` and `/edit/{id}` may name things, and `:archive` or `users.list` is another style. */
function leadingVerb(segments: readonly string[], index: number, verbs: readonly string[]): string | undefined {
  const [segment = '', next] = segments.slice(index);
  if (/[{}:.$@]/.test(segment)) return undefined;
  const [verb = '', object] = wordsOf(segment);
  if (!verbs.includes(verb)) return undefined;
  const holder = wordsOf(segments[index - 1] ?? '').at(-1) ?? '';
  if (object !== undefined) return eventHolders.has(holder) ? undefined : verb;
  const isName = next !== undefined && /^(?:list|save|edit|update)$/.test(verb) && !isOfItem(holder, verb, next);
  return isName || (changeVerbs.has(verb) && kindHolders.has(holder)) ? undefined : verb;
}

/** `/posts/edit/{id}`: what is done to one of them. */
function isOfItem(holder: string, verb: string, next: string): boolean {
  const isMany = holder !== singularOf(holder);
  return isMany && !kindHolders.has(holder) && /^(?:edit|update)$/.test(verb) && wholeExpression(next) !== undefined;
}

function inPath(site: PathSite, { index, verb }: Verb): InSection<Finding> {
  const message = `The path “${site.path}” says “${verb}”, which is for the method to say: name the resource alone.`;
  return { section: site.section, value: { span: segmentSpan(site, index), message, cause: habit } };
}

/** An API made of calls is told so once. */
const habit: Cause = {
  key: 'verbs',
  message: (count) => `${count} paths name what is done, which is for the method to say: name the resources.`,
};
