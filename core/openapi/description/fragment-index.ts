import type { FragmentEntry, FragmentIndex } from '#core/openapi/description/fragments.ts';
import { patchFragments } from '#core/openapi/description/patched-fragments.ts';
import { sectionsOfRoot } from '#core/openapi/description/path-item-components.ts';
import { type RootSections, readRootSections, type SectionToReview } from '#core/openapi/description/root-sections.ts';
import { extractSection, type SectionExtract } from '#core/openapi/description/section-extract.ts';
import { type FragmentTarget, fragmentRole } from '#core/openapi/description/section-role.ts';
import { mayBeMisplaced } from '#core/openapi/description/understanding.ts';
import type { Place } from '#core/openapi/place.ts';
import { targetNaming } from '#core/openapi/read/read-reference.ts';
import { canonicalUri, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { ReferenceResolver, Step } from '#core/openapi/reference/resolve-reference.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** Gives the file a reference leads into; undefined when it is not known. Asked once for each file. */
export type FindFile = (uri: string) => Steps<TreeDocument | undefined>;

/**
 * Follows references from the root on, in steps. A file is asked for where the first reference into it is met, and followed
 * at once, so that what is found comes in the same order whoever knew which files before. What `previous`, the index before
 * an edit, knows is taken over: of the root section by section, of other files where references still lead to the same places.
 */
export function* readFragmentIndex(
  root: TreeDocument,
  resolver: ReferenceResolver,
  findFile: FindFile,
  previous: FragmentIndex | undefined,
): Steps<FragmentIndex> {
  resolver.add(root);
  const own = yield* readRootSections(root, resolver.context, previous?.own);
  yield;
  if (previous !== undefined && previous.own.context === resolver.context) {
    const patched = yield* patchIndex(previous, own, { root, resolver, findFile });
    if (patched !== undefined) return patched;
  }
  const search = new FragmentSearch(root, own, resolver, findFile);
  yield* search.run();
  const fragments = yield* search.fragments();
  return {
    own,
    files: search.files,
    sections: [...sectionsOfRoot(own, resolver), ...fragments],
    uris: new Set([root.uri, ...fragments.map(({ section }) => section.uri)]),
    extracts: search.extracts,
    wantedFiles: [...search.wanted].sort(),
    remoteReferences: search.remote,
    absentReferences: search.absent,
    entries: search.entries,
    fragments,
    unsure: search.unsure,
    isPatched: false,
  };
}

/** Undefined where files came or went, or a reference may lead elsewhere than before. */
function* patchIndex(
  previous: FragmentIndex,
  own: RootSections,
  { root, resolver, findFile }: { root: TreeDocument; resolver: ReferenceResolver; findFile: FindFile },
): Steps<FragmentIndex | undefined> {
  for (const uri of previous.wantedFiles) if ((yield* findFile(uri)) !== undefined) return undefined;
  const files = new Map<string, TreeDocument>();
  for (const uri of previous.files.keys()) {
    const document = uri === root.uri ? root : yield* findFile(uri);
    if (document === undefined) return undefined;
    files.set(uri, document);
  }
  const patched = patchFragments(previous, own, files);
  if (patched === undefined) return undefined;
  for (const document of files.values()) resolver.add(document);
  const { entries, fragments } = patched;
  return {
    ...previous,
    own,
    files,
    sections: [...sectionsOfRoot(own, resolver), ...fragments],
    extracts: [...own.extracts, ...entries.map(({ extract }) => extract)],
    entries,
    fragments,
    isPatched: true,
  };
}

class FragmentSearch {
  readonly extracts: SectionExtract[];
  readonly files: Map<string, TreeDocument>;
  readonly wanted = new Set<string>();
  readonly remote: Reference[] = [];
  readonly absent: Reference[] = [];
  readonly entries: FragmentEntry[] = [];
  readonly unsure = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #targets = new Map<TreeSection, Map<string, FragmentTarget>>();
  readonly #root: TreeDocument;
  readonly #own: RootSections;
  readonly #resolver: ReferenceResolver;
  readonly #findFile: FindFile;
  readonly #pace = new Pace();

  constructor(root: TreeDocument, own: RootSections, resolver: ReferenceResolver, findFile: FindFile) {
    this.#root = root;
    this.#own = own;
    this.#resolver = resolver;
    this.#findFile = findFile;
    this.files = new Map([[root.uri, root]]);
    this.extracts = [...own.extracts];
  }

  /** Extracts of other files are added to the list while it is gone through, until nothing new is reached. */
  *run(): Steps<void> {
    const { outgoing, extracts } = this.#own;
    for (const extract of outgoing) yield* this.#followAll(extract.outgoing);
    for (let place = extracts.length; place < this.extracts.length; place++) {
      yield* this.#followAll(this.extracts[place]?.references ?? []);
    }
  }

  *fragments(): Steps<readonly SectionToReview[]> {
    const { context } = this.#resolver;
    const found: SectionToReview[] = [];
    const pace = new Pace();
    for (const [section, targets] of this.#targets) {
      found.push({ section, roles: fragmentRole([...targets.values()]), context });
      if (pace.isDue(cost.looked)) yield;
    }
    return found.sort((a, b) => compare(a.section.uri, b.section.uri) || compare(a.section.id, b.section.id));
  }

  *#followAll(references: readonly Reference[]): Steps<void> {
    for (const reference of references) {
      let step = this.#resolver.step(reference);
      for (let uri = this.#unasked(step); uri !== undefined; uri = this.#unasked(step)) {
        this.#asked.add(uri);
        const document = yield* this.#findFile(uri);
        if (document !== undefined) this.#addFile(document);
        step = this.#resolver.step(reference);
      }
      if ('missing' in step && step.missing === 'file') yield* this.#tryWithSlashes(reference);
      this.#note(reference, step);
      if (this.#pace.isDue(cost.followed)) yield;
    }
  }

  /** On other systems `schemas\\order.yaml` is found: the file it means is read, so that it can be named. */
  *#tryWithSlashes({ target, section }: Reference): Steps<void> {
    if (!target.includes('\\')) return;
    const { uri } = readReferenceTarget(target.replaceAll('\\', '/'), section.uri);
    if (this.#asked.has(uri)) return;
    this.#asked.add(uri);
    const document = yield* this.#findFile(uri);
    if (document === undefined) this.wanted.add(uri);
    else this.#addFile(document);
  }

  /** The file a step is missing, unless it was asked for before. */
  #unasked(step: Step): string | undefined {
    const uri = 'uri' in step ? step.uri : undefined;
    return uri === undefined || this.#asked.has(uri) ? undefined : uri;
  }

  #note(reference: Reference, step: Step): void {
    const straight = readReferenceTarget(reference.target, reference.section.uri);
    const isStraight =
      'place' in step && straight.kind === 'pointer' && isSameUri(straight.uri, step.place.location.section.uri);
    if (!isStraight && straight.kind !== 'remote') this.unsure.add(canonicalUri(straight.uri));
    if ('notRead' in step && step.notRead === 'remote') this.remote.push(reference);
    else if ('missing' in step && step.missing === 'file') {
      this.wanted.add(step.uri);
      this.absent.push(reference);
    } else if ('notRead' in step && step.uri !== undefined) {
      this.wanted.add(step.uri);
    } else if ('place' in step && step.place.location.section.uri !== this.#root.uri) {
      this.#notePlace(reference, step.place);
    }
  }

  /** A value in another file; read as what it is not, it would have many faults. */
  #notePlace(reference: Reference, place: Place): void {
    const { section } = place.location;
    if (mayBeMisplaced(reference)) return;
    if (this.#resolver.otherKind(reference, place) === undefined)
      this.#add(section, { pointer: pointerOf(place.location), to: reference.to, naming: targetNaming(reference) });
    else this.unsure.add(canonicalUri(section.uri));
  }

  #addFile(document: TreeDocument): void {
    this.files.set(document.uri, document);
    this.#resolver.add(document);
  }

  /** A value that several references lead to is read once, named by the first of them. */
  #add(section: TreeSection, target: FragmentTarget): void {
    const targets = this.#targets.get(section) ?? new Map<string, FragmentTarget>();
    this.#targets.set(section, targets);
    const key = JSON.stringify([target.to, target.pointer]);
    if (targets.has(key)) return;
    targets.set(key, target);
    const extract = extractSection(section, fragmentRole([target]), this.#resolver.context);
    this.extracts.push(extract);
    this.entries.push({ section, target, extract });
  }
}

function isSameUri(a: string, b: string): boolean {
  return a === b || canonicalUri(a) === canonicalUri(b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
