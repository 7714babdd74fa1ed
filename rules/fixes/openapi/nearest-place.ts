import { withTarget } from '#core/openapi/read/read-reference.ts';
import { formatPointer, parsePointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { relativeUri } from '#rules/fixes/openapi/relative-uri.ts';

/** What a `$ref` that leads nowhere seems to mean. */
export interface MeantPlace {
  /** The target would be found if it were looked up in the root file. */
  readonly inRoot: boolean;
  /** The target to write instead; undefined when there is none like it. */
  readonly place: string | undefined;
  /** The very place, spelled as it is found: no other can be meant. */
  readonly isCertain: boolean;
}

/** A component whose name is the one meant, or like it. */
export function nearestPlace(reference: Reference, scope: Scope): MeantPlace {
  const { target, to, section, location } = reference;
  const file = fileMeant(reference, scope);
  const nowhere = { inRoot: false, place: file, isCertain: file !== undefined && isThere(reference, file, scope) };
  const [document] = scope.roots('openapi.document');
  const component = kinds.find(({ kind }) => kind === to);
  if (!target.startsWith('#') || document === undefined || component === undefined) return nowhere;
  const isSwagger = document.context.version === '2.0';
  const holder = isSwagger ? component.swaggerHolder : component.holder;
  const wanted = parsePointer(target.slice(1).replaceAll('\\', '/')).at(-1) ?? '';
  const own = new Set(pointerOf(location));
  const names = nearNames(wanted, scope.names(component.kind)).filter((name) => !own.has(name) || name === wanted);
  const alike = names.filter(({ length }) => Math.abs(length - wanted.length) < 4);
  const name = names.includes(wanted) ? wanted : nearestName(wanted, alike);
  if (holder === undefined || name === undefined) return nowhere;
  const fragment = `#${formatPointer(isSwagger ? [holder, name] : ['components', holder, name])}`;
  const { rootUri } = document.context;
  const place = relativeUri(section.uri, rootUri) + fragment;
  const inRoot = section.uri !== rootUri && fragment === target;
  return { inRoot, place: place === target ? undefined : place, isCertain: inRoot };
}

/** The target with the right spelling of its file; undefined where the file is right, or none is like it. */
function fileMeant(reference: Reference, scope: Scope): string | undefined {
  const { target, section } = reference;
  const [file = '', ...fragment] = target.split('#');
  const uri = file !== '' && scope.outcome(reference) === 'missing-file' ? scope.fileLike(reference) : undefined;
  if (uri === undefined) return undefined;
  const written = relativeUri(section.uri, uri);
  const path = /^\.[\\/]/.test(file) ? written : written.replace(/^\.\//, '');
  return [path, ...fragment].join('#');
}

/** True where a reference with this target would be found; a file that was not read is there. */
function isThere(reference: Reference, target: string, scope: Scope): boolean {
  const outcome = scope.outcome(withTarget(reference, target));
  return outcome === 'found' || (outcome === 'unread' && !target.includes('#'));
}

const kinds = [
  { kind: 'openapi.schema', holder: 'schemas', swaggerHolder: 'definitions' },
  { kind: 'openapi.response', holder: 'responses', swaggerHolder: 'responses' },
  { kind: 'openapi.parameter', holder: 'parameters', swaggerHolder: 'parameters' },
  { kind: 'openapi.request-body', holder: 'requestBodies', swaggerHolder: undefined },
  { kind: 'openapi.header', holder: 'headers', swaggerHolder: undefined },
  { kind: 'openapi.example', holder: 'examples', swaggerHolder: undefined },
] as const;
