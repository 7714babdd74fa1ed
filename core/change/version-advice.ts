import { type Base, formerUri } from '#core/change/base.ts';
import { isLowered, nextVersion, saysStep, type VersionStep } from '#core/change/next-version.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { equalValues, isList, isMap } from '#core/tree/equal-values.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString, findValue, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** What changed of a description, and which version that asks for. */
export interface VersionAdvice {
  /** The uri of its root. */
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  readonly step: VersionStep;
  /** How many changes break clients. */
  readonly breaks: number;
  /** The version that says so. */
  readonly next: string;
  /** True where the version says so already. */
  readonly isSaid: boolean;
}

/** The advice for each description that changed and has versions that say how much. `breaksIn` counts what breaks clients in some files. */
export function versionAdvice(
  workspace: Workspace,
  base: Base,
  breaksIn: (uris: readonly string[]) => number,
): readonly VersionAdvice[] {
  return workspace.descriptions.flatMap((description) => {
    const { rootUri } = description.context;
    const former = allDescriptions(base.workspace).find(({ context }) => context.rootUri === formerUri(rootUri, base));
    const [before, after] = [former && versionOf(former), versionOf(description)];
    if (before === undefined || after === undefined) return [];
    const uris = [...description.files.keys()];
    const breaks = breaksIn(uris);
    const step = breaks > 0 ? 'major' : smallerStep(uris, workspace, base);
    const next = step && nextVersion(before, step);
    if (step === undefined || next === undefined) return [];
    const isSaid = saysStep(before, after, step) !== false && isLowered(before, after) !== true;
    return [{ uri: rootUri, before, after, step, breaks, next, isSaid }];
  });
}

function versionOf({ context, files }: Description): string | undefined {
  const sections = files.get(context.rootUri)?.sections ?? [];
  for (const { tree, pointer } of sections) {
    const info = pointer.length === 0 ? findValue(tree, 'info') : pointer.join('/') === 'info' ? tree : undefined;
    const version = findString(info, 'version')?.value;
    if (version !== undefined) return version;
  }
  return undefined;
}

/** Undefined where nothing but the version changed. */
function smallerStep(uris: readonly string[], workspace: Workspace, base: Base): VersionStep | undefined {
  let step: VersionStep | undefined;
  for (const uri of uris) {
    const now = documentOfKind(workspace, uri, 'tree')?.sections ?? [];
    const then = documentOfKind(base.workspace, formerUri(uri, base), 'tree')?.sections ?? [];
    const found = stepBetween(bySteps(then), bySteps(now));
    if (found === 'minor') return found;
    step = found ?? step;
  }
  return step;
}

function bySteps(sections: readonly TreeSection[]): ReadonlyMap<string, TreeNode> {
  return new Map(sections.flatMap(({ pointer, tree }) => (tree === undefined ? [] : [[pointer.join('\n'), tree]])));
}

function stepBetween(then: ReadonlyMap<string, TreeNode>, now: ReadonlyMap<string, TreeNode>): VersionStep | undefined {
  let step: VersionStep | undefined;
  for (const name of new Set([...then.keys(), ...now.keys()])) {
    const [before, after] = [then.get(name), now.get(name)];
    // The very same text is the very same tree.
    if (before === after) continue;
    const [former, value] = [before, after].map((tree) => (tree === undefined ? {} : valueIn(tree, name)));
    if (former === undefined || value === undefined || equalValues(former, value)) continue;
    if (!equalValues(withoutProse(former), withoutProse(value))) return 'minor';
    step = 'patch';
  }
  return step;
}

/** A version tells of changes, and is none. */
function valueIn(tree: TreeNode, name: string): PlainValue {
  const value = toPlainValue(tree);
  if (name === 'info') return without(value, 'version');
  if (name !== '' || !isMap(value) || value['info'] === undefined) return value;
  return { ...value, info: without(value['info'], 'version') };
}

function without(value: PlainValue, key: string): PlainValue & object {
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : {};
}

/** What people read and programs do not. */
const proseKeys: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'contact',
  'license',
  'termsOfService',
]);

/** The keys of these maps are names. */
const nameMaps: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'schemas']);

function withoutProse(value: PlainValue, isNames = false): PlainValue {
  if (isList(value)) return value.map((item) => withoutProse(item));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([key]) => isNames || !proseKeys.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutProse(item, !isNames && nameMaps.has(key))]));
}
