import { extensions, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import type { BesidePrisma } from '#client/beside-prisma.ts';
import { type CompletionSetting, deferredCompletion } from '#client/deferred-completion.ts';
import { deferredNavigation, type NavigationSetting } from '#client/deferred-navigation.ts';
import { type DeferSyntax, deferredSyntax } from '#client/deferred-syntax.ts';
import { baseScheme } from '#client/former-files.ts';
import { reviewedSchemes } from '#client/reviewed-document.ts';
import { reviewedLanguages } from '#client/reviewed-languages.ts';
import { rulePageBase } from '#client/virtual-documents.ts';
import type { DeferredCompletion, DeferredNavigation, InitializationOptions } from '#server/protocol.ts';

/** The client of the language server at `serverPath`; not started yet. When the server dies, it is started again. */
export function createClient(serverPath: string, besidePrisma: BesidePrisma): LanguageClient {
  const server = { module: serverPath, transport: TransportKind.ipc };
  const client = new LanguageClient('plumbline', 'Plumbline', server, clientOptions(besidePrisma));
  besidePrisma.attach(client);
  return client;
}

/** The languages whose plain syntax problems other installed extensions show, as the settings have it now. */
export function currentDeferredSyntax(): readonly string[] {
  const setting = workspace.getConfiguration('plumbline').get<DeferSyntax>('deferSyntax', 'auto');
  return deferredSyntax(setting, isInstalled);
}

/** What of the navigation is left to other installed extensions, as the settings have it now. */
export function currentDeferredNavigation(): readonly DeferredNavigation[] {
  const setting = workspace.getConfiguration('plumbline').get<NavigationSetting>('navigation', 'auto');
  return deferredNavigation(setting, isInstalled);
}

/** What of the completion is left to other installed extensions, as the settings have it now. */
export function currentDeferredCompletion(): readonly DeferredCompletion[] {
  const setting = workspace.getConfiguration('plumbline').get<CompletionSetting>('completion', 'auto');
  return deferredCompletion(setting, isInstalled);
}

function isInstalled(extensionId: string): boolean {
  return extensions.getExtension(extensionId) !== undefined;
}

function clientOptions({ handleDiagnostics }: BesidePrisma): LanguageClientOptions {
  return {
    documentSelector: reviewedSchemes.flatMap((scheme) => reviewedLanguages.map((language) => ({ scheme, language }))),
    middleware: { handleDiagnostics },
    // Asked for at every start, so that a restart takes changes over.
    initializationOptions: (): InitializationOptions => ({
      rulePageBase,
      baseScheme,
      showsProblemsInHovers: true,
      deferSyntax: currentDeferredSyntax(),
      deferNavigation: currentDeferredNavigation(),
      deferCompletion: currentDeferredCompletion(),
      commands: [
        'plumbline.openRulePage',
        'plumbline.acceptChange',
        'plumbline.ignoreWithReason',
        'plumbline.showPlaces',
        'plumbline.showChanges',
        'editor.action.triggerSuggest',
      ],
    }),
  };
}
