import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import type { Source } from '#core/source.ts';
import { cutDocumentSteps } from '#core/tree/cut/cut-document.ts';
import { beginsAsDescription, isDescriptionText, treeLanguageOf } from '#core/tree/cut/language.ts';
import { isUnreadTree, unreadTree } from '#core/tree/cut/unread-tree.ts';
import { editDocumentSteps } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';
import { rootMarkers } from '#core/tree/section-cut.ts';
import { guarded } from '#core/work/failure.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** The sources and documents of the workspace before. */
interface ReadBefore {
  readonly sources: ReadonlyMap<string, Source>;
  readonly trees: ReadonlyMap<string, TreeDocument>;
}

/** Which sources have `openapi` or `swagger` at their root. */
const descriptionSources = new WeakMap<Source, boolean>();

/** Parses each YAML or JSON file once, when it is first asked for. */
export class TreeReader {
  readonly documents = new Map<string, TreeDocument>();
  /** By canonical uri: a `$ref` may escape other characters than the caller does. */
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #previous: ReadBefore | undefined;

  constructor(sources: readonly Source[], previous: ReadBefore | undefined) {
    this.#sources = new Map(sources.map((source) => [canonicalUri(source.uri), source]));
    this.#previous = previous;
  }

  /** True when the text has `openapi` or `swagger` at its root. What was a root before is read, in steps: its sections tell. */
  *isDescription(source: Source): Steps<boolean> {
    const known = descriptionSources.get(source);
    if (known !== undefined) return known;
    const before = this.#previous?.sources.get(source.uri);
    const wasDescription = before !== undefined && descriptionSources.get(before) === true;
    const result =
      (wasDescription && hasRootMarker(yield* this.readSteps(source.uri))) || isDescriptionText(source.text);
    descriptionSources.set(source, result);
    return result;
  }

  has(uri: string): boolean {
    return this.#sources.has(canonicalUri(uri));
  }

  /** The document of a file; undefined when it was not given. Any spelling of its uri will do. */
  read(wanted: string): TreeDocument | undefined {
    return finish(this.readSteps(wanted));
  }

  /** The same, in steps. */
  *readSteps(wanted: string): Steps<TreeDocument | undefined> {
    const source = this.#sources.get(canonicalUri(wanted));
    if (source === undefined) return undefined;
    const { uri } = source;
    const known = this.documents.get(uri);
    if (known !== undefined) return known;
    const document = yield* guarded(
      () => this.#document(source),
      (error) => unreadTree({ uri, language: languageOf(source), text: source.text }, error),
    );
    this.documents.set(uri, document);
    return document;
  }

  *#document(source: Source): Steps<TreeDocument> {
    const { uri, edited } = source;
    const language = languageOf(source);
    const known = this.#previous?.trees.get(uri);
    const before = known?.language === language && !isUnreadTree(known) ? known : undefined;
    const sourceBefore = this.#previous?.sources.get(uri);
    if (before !== undefined && sourceBefore === source) return before;
    const isEdited = before !== undefined && edited !== undefined && edited.from === sourceBefore?.revision;
    const document = isEdited ? yield* editDocumentSteps(before, edited.edits) : undefined;
    if (document !== undefined) return document;
    const { text } = source;
    if (before?.text === text) return before;
    return yield* cutDocumentSteps({ uri, text, language }, before);
  }
}

/** True when a root marker is written so plainly that `isDescriptionText` finds it, too. */
function hasRootMarker(document: TreeDocument | undefined): boolean {
  const marker = document?.sections.findIndex(isPlainMarker) ?? -1;
  if (document === undefined || marker < 0) return false;
  // YAML keys such as `// a:` look like comments before a brace there.
  const first = document.sections.find(({ text }) => text.trim() !== '');
  if (first?.text.trimStart().startsWith('/') === true) return false;
  if (!document.isCutByLines) return true;
  // Broken JSON is cut by its lines, which may say something else than its brackets.
  const head = document.sections.slice(0, marker + 1).map(({ text }) => text);
  return beginsAsDescription(head.join(''));
}

function isPlainMarker({ pointer, key, text }: TreeSection): boolean {
  if (pointer.length !== 1 || !rootMarkers.has(pointer[0] ?? '') || key === undefined) return false;
  const { start, end } = key.span;
  return !text.slice(start, end).includes('\\') && /^[ \t]*:/.test(text.slice(end, end + 20));
}

function languageOf(source: Source): TreeLanguage {
  const named = treeLanguageOf(source.uri);
  if (named !== undefined) return named;
  return source.languageId === 'json' || source.languageId === 'jsonc' ? 'json' : 'yaml';
}
