import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  type DocumentLink,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { today } from '#files/today.ts';
import { paramsProblem } from '#server/check-params.ts';
import { describeError } from '#server/describe-error.ts';
import { acceptChange } from '#server/features/accept-change.ts';
import { addedOperation } from '#server/features/add-operation.ts';
import { answer } from '#server/features/answer.ts';
import { baseText } from '#server/features/base-text.ts';
import { changes } from '#server/features/changes.ts';
import { checklist } from '#server/features/checklist.ts';
import { codeActions, resolveCodeAction } from '#server/features/code-action.ts';
import { codeLenses } from '#server/features/code-lens.ts';
import { completion } from '#server/features/completion.ts';
import { dataMap } from '#server/features/data-map.ts';
import { dataModel } from '#server/features/data-model.ts';
import { dataModelPlace } from '#server/features/data-model-place.ts';
import { dataModelText } from '#server/features/data-model-text.ts';
import { dataModels } from '#server/features/data-models.ts';
import { definition } from '#server/features/definition.ts';
import { documentLinks, resolveDocumentLink } from '#server/features/document-link.ts';
import { documentSymbols, outlinesAhead } from '#server/features/document-symbol.ts';
import { editOnDisk, InexactFile } from '#server/features/edit-on-disk.ts';
import { fixAll } from '#server/features/fix-all.ts';
import { foldingRanges } from '#server/features/folding-range.ts';
import { highlight } from '#server/features/highlight.ts';
import { hover } from '#server/features/hover.ts';
import { ignore } from '#server/features/ignore.ts';
import { insertPattern, patterns } from '#server/features/insert-pattern.ts';
import { migrationDraft } from '#server/features/migration-draft.ts';
import { places } from '#server/features/places.ts';
import { reading } from '#server/features/reading.ts';
import { readingPage } from '#server/features/reading-page.ts';
import { references } from '#server/features/references.ts';
import { report } from '#server/features/report.ts';
import { resources } from '#server/features/resources.ts';
import { reviewWorkspace } from '#server/features/review-workspace.ts';
import { rowPage } from '#server/features/row-page.ts';
import { rulePage } from '#server/features/rule-page.ts';
import { workspaceSymbols } from '#server/features/workspace-symbol.ts';
import { wrongMatch } from '#server/features/wrong-match.ts';
import type { PlumblineRequests } from '#server/protocol.ts';
import type { ServerParts } from '#server/server-parts.ts';
import type { Session } from '#server/session.ts';

/** Every request the server answers, and the feature that does it. */
export function answerRequests(
  connection: Connection,
  session: Session,
  { patterns: book, version }: ServerParts,
): void {
  const guard = guardFor(connection, session);
  const resolve = guard('codeAction/resolve', (action: CodeAction) => resolveCodeAction(session, action));
  connection.onCodeAction(guard('textDocument/codeAction', (params) => codeActions(session, params)));
  connection.onCodeActionResolve(async (action, token) => {
    return (await resolve(action, token)) ?? action;
  });
  connection.onCompletion(guard('textDocument/completion', (params) => completion(session, params)));
  connection.onCodeLens(guard('textDocument/codeLens', (params) => codeLenses(session, params)));
  session.makesAhead((review, uris) => outlinesAhead(session, review, uris));
  connection.onDocumentSymbol(guard('textDocument/documentSymbol', (params) => documentSymbols(session, params)));
  connection.onWorkspaceSymbol(guard('workspace/symbol', (params) => workspaceSymbols(session, params)));
  connection.onFoldingRanges(guard('textDocument/foldingRange', (params) => foldingRanges(session, params)));
  connection.onDocumentLinks(guard('textDocument/documentLink', (params) => documentLinks(session, params)));
  const resolveLink = guard('documentLink/resolve', (link: DocumentLink) => resolveDocumentLink(session, link));
  connection.onDocumentLinkResolve(async (link, token) => (await resolveLink(link, token)) ?? link);
  connection.onHover(guard('textDocument/hover', (params) => hover(session, params)));
  connection.onDefinition(guard('textDocument/definition', (params) => definition(session, params)));
  connection.onReferences(guard('textDocument/references', (params) => references(session, params)));
  connection.onDocumentHighlight(guard('textDocument/documentHighlight', (params) => highlight(session, params)));

  const on = <M extends keyof PlumblineRequests>(method: M, handler: PlumblineHandler<M>) => {
    connection.onRequest<unknown, void>(
      method,
      guard(method, handler, (params) => paramsProblem(method, params)),
    );
  };
  const whole = (make: () => Promise<WorkspaceEdit | null>) => editOnDisk(session, make, (edit) => edit);
  on('plumbline/checklist', (params) => checklist(session, params));
  on('plumbline/answer', (params) => whole(() => answer(session, params, today())));
  on('plumbline/rowPage', (params) => rowPage(session, params));
  on('plumbline/report', (params) => report(session, params, { on: today(), version }));
  on('plumbline/patterns', (params) => patterns(session, book, params));
  on('plumbline/insertPattern', (params) =>
    editOnDisk(
      session,
      () => insertPattern(session, book, params, new Date()),
      (made) => (made !== null && 'edit' in made ? made.edit : null),
    ),
  );
  on('plumbline/ignore', (params) => whole(() => ignore(session, params)));
  on('plumbline/acceptChange', (params) => whole(() => acceptChange(session, params)));
  on('plumbline/places', (params) => places(session, params));
  on('plumbline/rulePage', async ({ ruleId }) => rulePage(session, ruleId));
  on('plumbline/reviewWorkspace', () => reviewWorkspace(session));
  on('plumbline/reading', ({ uri }) => reading(session, uri));
  on('plumbline/baseText', (params) => baseText(session, params));
  on('plumbline/readingPage', ({ uri }) => readingPage(session, uri));
  on('plumbline/resources', ({ uri }) => resources(session, uri));
  on('plumbline/dataMap', ({ uri }) => dataMap(session, uri));
  on('plumbline/wrongMatch', (params) => whole(() => wrongMatch(session, params)));
  on('plumbline/addOperation', (params) =>
    editOnDisk(
      session,
      () => addedOperation(session, params),
      (made) => made?.edit ?? null,
    ),
  );
  on('plumbline/changes', ({ uri }) => changes(session, uri));
  on('plumbline/migrationPlan', ({ uri }) => migrationDraft(session, uri));
  on('plumbline/dataModels', () => dataModels(session));
  on('plumbline/dataModel', (params) => dataModel(session, params));
  on('plumbline/dataModelPlace', (params) => dataModelPlace(session, params));
  on('plumbline/dataModelText', (params) => dataModelText(session, params));
  on('plumbline/fixAll', ({ uri }) => whole(() => fixAll(session, uri)));
}

type PlumblineHandler<M extends keyof PlumblineRequests> = (
  params: PlumblineRequests[M]['params'],
) => Promise<PlumblineRequests[M]['result']>;

/** A handler that answers null when it fails, and logs why; a request that was cancelled meanwhile is not begun. */
function guardFor(connection: Connection, session: Session) {
  return <P, R>(method: string, handler: (params: P) => Promise<R>, problemOf?: (params: P) => string | undefined) =>
    async (params: P, token: CancellationToken): Promise<R | null | ResponseError<void>> => {
      const problem = problemOf?.(params);
      if (problem !== undefined) return new ResponseError(ErrorCodes.InvalidParams, problem);
      // Messages that have arrived are taken first: among them may be this request's cancellation, or a newer text.
      await session.turn();
      if (session.isDisposed) return new ResponseError(ErrorCodes.InvalidRequest, 'The server was told to shut down.');
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return guarded(connection, method, () => handler(params));
    };
}

async function guarded<R>(connection: Connection, method: string, run: () => Promise<R>): Promise<R | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InexactFile) connection.window.showErrorMessage(error.message);
    else connection.console.error(`${method} failed: ${describeError(error)}`);
    return null;
  }
}
