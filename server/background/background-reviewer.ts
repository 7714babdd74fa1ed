import { comparedRoots } from '#core/project/compared-roots.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { judgeSteps, type Review } from '#core/review.ts';
import type { FileReview } from '#core/review-finding.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { finish } from '#core/work/steps.ts';
import { editorUri } from '#files/uri.ts';
import type {
  BackgroundAnswer,
  BackgroundFile,
  BackgroundRequest,
  BackgroundSource,
  ReviewRequest,
} from '#server/background/background-message.ts';
import { groupsOf } from '#server/background/belonging.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';
import { navigatesIn } from '#server/navigates.ts';
import type { ConvertContext } from '#server/shown/convert.ts';
import { findingCounts } from '#server/shown/finding-counts.ts';
import { type FoundName, foundNames } from '#server/shown/found-name.ts';
import { emptyOverview, type Overview, overviewOf } from '#server/shown/overview.ts';
import { fileDiagnostics } from '#server/shown/publisher.ts';
import { shownFindings } from '#server/shown/shown-findings.ts';
import { LineIndexes } from '#server/texts/line-indexes.ts';

/** Reviews the files it is told of, each time from what it knew before, and tells what changed. Lives in the background thread. */
export class BackgroundReviewer {
  readonly #rulebook: Rulebook;
  readonly #abilities: ClientAbilities;
  readonly #lines = new LineIndexes();
  readonly #sources = new Map<string, Source>();
  readonly #shownUris = new Map<string, string>();
  /** What was told of each file. */
  readonly #told = new Map<string, FileReview>();
  #request: ReviewRequest | undefined;
  #opened: Workspace | undefined;
  #review: Review | undefined;

  constructor(rulebook: Rulebook, abilities: ClientAbilities) {
    this.#rulebook = rulebook;
    this.#abilities = abilities;
  }

  /** The answers to a request, each as soon as it is known. */
  *answer(request: BackgroundRequest): Iterable<BackgroundAnswer> {
    switch (request.kind) {
      case 'sources':
        this.#take(request.sources);
        break;
      case 'review':
        yield* this.#reviewAll(request);
        break;
      case 'overview':
        yield { kind: 'overview', overview: this.#overview() };
        break;
      case 'find':
        yield { kind: 'found', found: this.#find(request.query) };
        break;
      default:
        request satisfies never;
    }
  }

  #take(sources: readonly BackgroundSource[]): void {
    for (const { uri, text, languageId, shownUri } of sources) {
      this.#sources.set(uri, { uri, text, ...(languageId === undefined ? {} : { languageId }) });
      this.#shownUris.set(uri, shownUri);
    }
  }

  *#reviewAll(request: ReviewRequest): Iterable<BackgroundAnswer> {
    this.#request = request;
    for (const uri of request.removed) this.#sources.delete(uri);
    const sources = [...this.#sources.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const opened = openWorkspace(sources, this.#rulebook, request.settings, this.#opened);
    this.#opened = opened;
    const { wanted } = opened;
    const goesOn = wanted.length === 0 || request.isFinal;
    const compared = comparedRoots(opened, request.settings);
    yield { kind: 'opened', groups: groupsOf(opened), wanted, compared, goesOn };
    if (!goesOn) return;
    const review = finish(judgeSteps(opened, this.#rulebook, request.settings, this.#review));
    this.#review = review;
    for (const file of this.#changedFiles(review)) yield { kind: 'file', file };
    yield { kind: 'reviewed' };
  }

  /** A file in which nothing changed is the very same object as in the review before. */
  *#changedFiles(review: Review): Iterable<BackgroundFile> {
    const context = new Set(this.#request?.context);
    for (const uri of this.#told.keys()) if (!review.files.has(uri) || context.has(uri)) this.#told.delete(uri);
    for (const file of review.files.values()) {
      if (context.has(file.uri) || this.#told.get(file.uri) === file) continue;
      this.#told.set(file.uri, file);
      const findings = shownFindings(file, review, this.#abilities.deferredSyntax);
      const content = JSON.stringify(fileDiagnostics(findings, this.#contextOf(review)));
      yield { uri: file.uri, role: file.role, counts: findingCounts(findings), content };
    }
  }

  #overview(): Overview {
    if (this.#review === undefined || this.#request === undefined) return emptyOverview;
    const { context, settings } = this.#request;
    const isContext = new Set(context);
    return finish(overviewOf(this.#contextOf(this.#review), settings, (uri) => !isContext.has(uri)));
  }

  #find(query: string): readonly FoundName[] {
    const review = this.#review;
    if (review === undefined) return [];
    const isContext = new Set(this.#request?.context);
    const isTold = (uri: string) => !isContext.has(uri) && navigatesIn(review, uri, 'workspaceSymbol', this.#abilities);
    return finish(foundNames(query, review, this.#lines, isTold));
  }

  #contextOf(review: Review): ConvertContext {
    const documentOf = (uri: string) => ({ uri: this.#shownUris.get(uri) ?? editorUri(uri), version: null });
    const shownOf = (file: FileReview) => shownFindings(file, review, this.#abilities.deferredSyntax);
    return { review, rulebook: this.#rulebook, abilities: this.#abilities, lines: this.#lines, documentOf, shownOf };
  }
}
