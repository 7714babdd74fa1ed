import type { DescriptionContext } from '#core/openapi/model.ts';
import { namingOf, noNaming } from '#core/openapi/read-reference.ts';
import type { ReferenceResolver } from '#core/openapi/resolve-reference.ts';
import { type RootSections, readRootSections, type SectionToReview } from '#core/openapi/root-sections.ts';
import { extractSection, type SectionExtract } from '#core/openapi/section-extract.ts';
import { type FragmentTarget, fragmentRole } from '#core/openapi/section-role.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';

/**
 * Finds what a description reaches in other files, by following references from the root file on. What it knows of a section
 * of the root is taken over from the index before an edit.
 */
export class FragmentIndex {
  readonly sections: readonly SectionToReview[];
  readonly extracts: readonly SectionExtract[];
  readonly wantedFiles: readonly string[];
  readonly remoteReferences: readonly Reference[];
  /** References to files that are not known, in the order they are met. */
  readonly absentReferences: readonly Reference[];
  /** The uris of the files that references lead into or through. */
  readonly filesReached: ReadonlySet<string>;
  /** The uris of the files it has sections of. */
  readonly uris: ReadonlySet<string>;
  /** The sections of the root, for the index after an edit. */
  readonly own: RootSections;

  constructor(root: TreeDocument, context: DescriptionContext, resolver: ReferenceResolver, previous?: FragmentIndex) {
    this.own = readRootSections(root, context, previous?.own);
    const search = new FragmentSearch(root, this.own, context, resolver);
    search.run();
    const fragments = search.fragments();
    this.sections = [...this.own.toReview, ...fragments];
    this.uris = new Set([root.uri, ...fragments.map(({ section }) => section.uri)]);
    this.extracts = search.extracts;
    this.wantedFiles = [...search.wanted].sort();
    this.remoteReferences = search.remote;
    this.filesReached = new Set(resolver.filesRead);
    this.absentReferences = search.absent;
  }
}

class FragmentSearch {
  readonly extracts: SectionExtract[];
  readonly wanted = new Set<string>();
  readonly remote: Reference[] = [];
  readonly absent: Reference[] = [];
  readonly #targets = new Map<TreeSection, Map<string, FragmentTarget>>();
  readonly #root: TreeDocument;
  readonly #own: RootSections;
  readonly #context: DescriptionContext;
  readonly #resolver: ReferenceResolver;

  constructor(root: TreeDocument, own: RootSections, context: DescriptionContext, resolver: ReferenceResolver) {
    this.#root = root;
    this.#own = own;
    this.#context = context;
    this.#resolver = resolver;
    this.extracts = [...own.extracts];
  }

  /** Extracts of other files are added to the list while it is gone through, until nothing new is reached. */
  run(): void {
    const { outgoing, extracts } = this.#own;
    for (const extract of outgoing) for (const reference of extract.outgoing) this.#follow(reference);
    for (let place = extracts.length; place < this.extracts.length; place++) {
      for (const reference of this.extracts[place]?.references ?? []) this.#follow(reference);
    }
  }

  fragments(): readonly SectionToReview[] {
    const found = Array.from(this.#targets, ([section, targets]) => ({
      section,
      roles: fragmentRole([...targets.values()]),
      context: this.#context,
    }));
    return found.sort((a, b) => compare(a.section.uri, b.section.uri) || compare(a.section.id, b.section.id));
  }

  #follow(reference: Reference): void {
    const step = this.#resolver.step(reference);
    if ('notRead' in step && step.notRead === 'remote') this.remote.push(reference);
    else if ('missing' in step && step.missing === 'file') {
      this.wanted.add(step.uri);
      this.absent.push(reference);
    } else if ('notRead' in step && step.uri !== undefined) {
      this.wanted.add(step.uri);
    } else if ('place' in step && step.place.location.section.uri !== this.#root.uri) {
      const { section } = step.place.location;
      this.#add(section, {
        pointer: pointerOf(step.place.location),
        to: reference.to,
        naming: targetNaming(reference),
      });
    }
  }

  /** A value that several references lead to is read once, named by the first of them. */
  #add(section: TreeSection, target: FragmentTarget): void {
    const targets = this.#targets.get(section) ?? new Map<string, FragmentTarget>();
    this.#targets.set(section, targets);
    const key = JSON.stringify([target.to, target.pointer]);
    if (targets.has(key)) return;
    targets.set(key, target);
    this.extracts.push(extractSection(section, fragmentRole([target]), this.#context));
  }
}

/** Kinds whose views carry a name that is written where they are referred to. */
const namedAtSite = new Set([
  'openapi.path-item',
  'openapi.operation',
  'openapi.callback',
  'openapi.security-scheme',
  'openapi.part',
]);

function targetNaming(reference: Reference): FragmentTarget['naming'] {
  return namedAtSite.has(reference.to) ? namingOf(reference) : noNaming;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
