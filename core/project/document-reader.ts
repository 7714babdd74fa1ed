import type { Language } from '#core/language.ts';
import { canonicalUri } from '#core/openapi/reference/reference-target.ts';
import type { Source } from '#core/source.ts';
import { kindOfSource } from '#core/source-kind.ts';
import type { SourceDocument } from '#core/text/section.ts';
import { guarded } from '#core/work/failure.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** The sources and documents of the workspace before. */
export interface ReadBefore {
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
}

/** Reads each file once, when it is first asked for. */
export class DocumentReader {
  readonly documents = new Map<string, SourceDocument>();
  readonly previous: ReadBefore | undefined;
  /** By canonical uri: a `$ref` may escape other characters than the caller does. */
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(sources: readonly Source[], previous: ReadBefore | undefined) {
    this.#sources = new Map(sources.map((source) => [canonicalUri(source.uri), source]));
    this.previous = previous;
  }

  /** True for a file that was given. Any spelling of its uri will do. */
  has(uri: string): boolean {
    return this.#sources.has(canonicalUri(uri));
  }

  /** True for a file that was given and is not in another language. */
  mayBe(uri: string, language: Language): boolean {
    const source = this.#sources.get(canonicalUri(uri));
    return source !== undefined && isIn(source, language);
  }

  /** The document of a file; undefined when it was not given, or is in another language. */
  read<D extends SourceDocument>(wanted: string, language: Language<D>): D | undefined {
    return finish(this.readSteps(wanted, language));
  }

  /** The same, in steps. */
  *readSteps<D extends SourceDocument>(wanted: string, language: Language<D>): Steps<D | undefined> {
    const source = this.#sources.get(canonicalUri(wanted));
    if (source === undefined || !isIn(source, language)) return undefined;
    const known = this.documents.get(source.uri);
    if (known !== undefined) return isOf(known, language) ? known : undefined;
    const document = yield* guarded(
      () => this.#document(source, language),
      (error) => language.unread(source, error),
    );
    this.documents.set(source.uri, document);
    return document;
  }

  *#document<D extends SourceDocument>(source: Source, language: Language<D>): Steps<D> {
    const { uri, edited } = source;
    const known = this.previous?.documents.get(uri);
    const isSame = known !== undefined && isOf(known, language) && language.isSameForm?.(known, source) !== false;
    const before = isSame ? known : undefined;
    const sourceBefore = this.previous?.sources.get(uri);
    if (before !== undefined && sourceBefore === source) return before;
    const isEdited = before !== undefined && edited !== undefined && edited.from === sourceBefore?.revision;
    const document = isEdited ? yield* language.edit(before, edited.edits) : undefined;
    if (document !== undefined) return document;
    return before?.text === source.text ? before : yield* language.cut(source, before);
  }
}

function isOf<D extends SourceDocument>(document: SourceDocument, { kind }: Language<D>): document is D {
  return document.kind === kind;
}

/** Our own files, and those whose name tells nothing, are in whatever language they are asked for in. */
function isIn<D extends SourceDocument>(source: Source, { id }: Language<D>): boolean {
  const { role, language } = kindOfSource(source);
  return role !== 'text' || language.id === id;
}
