import type { InitializeParams, InsertTextMode, SymbolTag } from 'vscode-languageserver';
import type { ClientCommand, InitializationOptions, ServerSettings } from '#server/protocol.ts';

/** What the client can do and what it asked for when it started the server. */
export interface ClientAbilities {
  readonly pullsConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly hasWorkspaceFolders: boolean;
  readonly resolvesEdits: boolean;
  readonly showsDisabledActions: boolean;
  readonly appliesDocumentChanges: boolean;
  readonly createsFiles: boolean;
  readonly showsRelatedPlaces: boolean;
  readonly showsCodeLinks: boolean;
  readonly showsProblemsInHovers: boolean;
  /** It asks for lenses again when it is told to. */
  readonly refreshesLenses: boolean;
  /** Completion may be registered for some files only. */
  readonly registersCompletion: boolean;
  /** What completion inserts may have stops for the cursor. */
  readonly insertsSnippets: boolean;
  /** What completion inserts is not indented anew. */
  readonly keepsLineBreaks: boolean;
  /** Symbols of a document may be a tree. */
  readonly nestsSymbols: boolean;
  /** What is deprecated may be struck through among the symbols of a document, and among those that are found by name. */
  readonly tagsSymbols: boolean;
  readonly tagsFoundSymbols: boolean;
  /** Of more folds the client shows none. */
  readonly foldLimit: number;
  readonly commands: ReadonlySet<ClientCommand>;
  /** Undefined: findings carry no link. */
  readonly rulePageBase: string | undefined;
  /** `yaml`, `json`, `prisma`: syntax problems of these are shown by another extension. */
  /** Undefined: the client shows no file as it was. */
  readonly baseScheme: string | undefined;
  readonly deferredSyntax: ReadonlySet<string>;
  /** As in `InitializationOptions.deferNavigation`; `navigates` tells. */
  readonly deferredNavigation: ReadonlySet<string>;
  /** As in `InitializationOptions.deferCompletion`; `completes` tells. */
  readonly deferredCompletion: ReadonlySet<string>;
  /** A definition may say which text leads there. */
  readonly linksDefinitions: boolean;
  readonly initialSettings: Partial<ServerSettings>;
}

/** Where the client names no limit. */
const mostFolds = 5_000;

// LSP 3.17, `InsertTextMode`, `SymbolTag`: the protocol's own constants would bring all of it into the background thread.
const asIs = 1 satisfies InsertTextMode;
const deprecated = 1 satisfies SymbolTag;

/** Reads the abilities from `initialize`; whatever is not said counts as absent. */
export function readClientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const options = readOptions(initializationOptions);
  const { workspace, textDocument } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const insertTextModes = textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet;
  return {
    pullsConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    resolvesEdits:
      lists(textDocument?.codeAction?.resolveSupport?.properties, 'edit') &&
      textDocument?.codeAction?.dataSupport === true,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    appliesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: lists(workspace?.workspaceEdit?.resourceOperations, 'create'),
    showsRelatedPlaces: diagnostics?.relatedInformation === true,
    showsCodeLinks: diagnostics?.codeDescriptionSupport === true,
    showsProblemsInHovers: options.showsProblemsInHovers === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    registersCompletion: textDocument?.completion?.dynamicRegistration === true,
    insertsSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    keepsLineBreaks: lists(insertTextModes, asIs),
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    tagsSymbols: lists(textDocument?.documentSymbol?.tagSupport?.valueSet, deprecated),
    tagsFoundSymbols: lists(workspace?.symbol?.tagSupport?.valueSet, deprecated),
    foldLimit: textDocument?.foldingRange?.rangeLimit ?? mostFolds,
    commands: new Set(options.commands ?? []),
    rulePageBase: options.rulePageBase,
    baseScheme: options.baseScheme,
    deferredSyntax: new Set(options.deferSyntax ?? []),
    deferredNavigation: new Set(options.deferNavigation ?? []),
    deferredCompletion: new Set(options.deferCompletion ?? []),
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    initialSettings: options.settings ?? {},
  };
}

/** True for a list with an item, whatever a client sends. */
function lists(value: unknown, item: string | number): boolean {
  return Array.isArray(value) && value.includes(item);
}

type ReadOptions = Omit<InitializationOptions, 'deferNavigation' | 'deferCompletion'> & {
  readonly deferNavigation?: readonly string[];
  readonly deferCompletion?: readonly string[];
};

/** Undefined where the value is no object with the parts of the right type. */
function readOptions(value: unknown): ReadOptions {
  if (typeof value !== 'object' || value === null) return {};
  const commands = 'commands' in value ? strings(value.commands).filter(isClientCommand) : [];
  return {
    ...('rulePageBase' in value && typeof value.rulePageBase === 'string' ? { rulePageBase: value.rulePageBase } : {}),
    ...('baseScheme' in value && typeof value.baseScheme === 'string' ? { baseScheme: value.baseScheme } : {}),
    ...('showsProblemsInHovers' in value ? { showsProblemsInHovers: value.showsProblemsInHovers === true } : {}),
    ...('deferSyntax' in value ? { deferSyntax: strings(value.deferSyntax) } : {}),
    ...('deferNavigation' in value ? { deferNavigation: strings(value.deferNavigation) } : {}),
    ...('deferCompletion' in value ? { deferCompletion: strings(value.deferCompletion) } : {}),
    commands,
    settings: 'settings' in value ? readSettings(value.settings) : {},
  };
}

/** The parts of the configuration section `plumbline` that are there and have the right type. */
export function readSettings(value: unknown): Partial<ServerSettings> {
  if (typeof value !== 'object' || value === null) return {};
  return {
    ...('enable' in value && typeof value.enable === 'boolean' ? { enable: value.enable } : {}),
    ...('preset' in value && typeof value.preset === 'string' ? { preset: value.preset } : {}),
    ...changeSettingsOf(value),
    ...('typingRest' in value && isDuration(value.typingRest) ? { typingRest: value.typingRest } : {}),
  };
}

/** A timer cannot wait longer. */
const longestDuration = 2 ** 31 - 1;

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longestDuration;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

const clientCommands: readonly ClientCommand[] = [
  'plumbline.openRulePage',
  'plumbline.acceptChange',
  'plumbline.ignoreWithReason',
  'plumbline.showPlaces',
  'plumbline.showChanges',
  'editor.action.triggerSuggest',
];

function isClientCommand(name: string): name is ClientCommand {
  return clientCommands.some((known) => known === name);
}

/** `change.base` and `change.codeLens` of the settings. */
function changeSettingsOf(value: object): Partial<ServerSettings> {
  const change = 'change' in value ? value.change : undefined;
  if (typeof change !== 'object' || change === null) return {};
  return {
    ...('base' in change && typeof change.base === 'string' ? { changeBase: change.base } : {}),
    ...('codeLens' in change && typeof change.codeLens === 'boolean' ? { changeLens: change.codeLens } : {}),
  };
}
