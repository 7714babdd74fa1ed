import { readAcceptedOnce } from '#core/change/read-accepted.ts';
import type { Config, ConfigProblem } from '#core/config/config.ts';
import { configFor, isIncluded } from '#core/config/nearest-config.ts';
import { readConfigOnce } from '#core/config/read-config.ts';
import { type OpeningWorkspace, openDescriptions, wantedFiles } from '#core/openapi/description/open-descriptions.ts';
import { openApi } from '#core/openapi/language.ts';
import { type LintConfig, lintConfigOf } from '#core/prisma/lint/lint-config.ts';
import { separateCopies } from '#core/project/description-copies.ts';
import { DocumentReader } from '#core/project/document-reader.ts';
import { groupSchemas } from '#core/project/group-schemas.ts';
import { configuredUri, schemaNearness } from '#core/project/nearest-schema.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import { kindOfSource } from '#core/source-kind.ts';
import { finish, type Steps } from '#core/work/steps.ts';

/** Reads the sources as far as they matter. With `previous`, unchanged files and sections are taken over as they are. */
export function openWorkspace(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Workspace,
): Workspace {
  return finish(openWorkspaceSteps(sources, rulebook, settings, previous));
}

/** The same, in steps. */
export function* openWorkspaceSteps(
  sources: readonly Source[],
  rulebook: Rulebook,
  settings: ReviewSettings,
  previous?: Workspace,
): Steps<Workspace> {
  const byUri = new Map(sources.map((source) => [source.uri, source]));
  const reader = new DocumentReader(sources, previous);
  const { configs, configProblems } = readConfigs(sources, reader, rulebook);
  const opening = { sources, configs, settings };
  const { all, failures } = yield* openDescriptions(opening, reader, previous);
  yield* readTexts(opening, reader);
  const grouped = groupSchemas(reader.documents, sources, previous);
  const configOf = (uri: string) => configFor(uri, configs, settings.folders);
  const nearness = (uri: string) => schemaNearness(uri, grouped, configuredUri(configOf(uri)));
  return {
    sources: byUri,
    documents: reader.documents,
    ...(yield* separateCopies(all, { configOf, nearness })),
    ...grouped,
    lintConfigs: readLintConfigs(sources, rulebook),
    configs,
    configProblems,
    accepted: readAcceptedLists(sources, reader, rulebook),
    failures,
    wanted: wantedFiles(all, reader, settings),
    unread: settings.unread,
  };
}

function readConfigs(
  sources: readonly Source[],
  reader: DocumentReader,
  rulebook: Rulebook,
): Pick<Workspace, 'configs' | 'configProblems'> {
  const configs = new Map<string, Config>();
  const configProblems: ConfigProblem[] = [];
  for (const source of sources.filter((each) => kindOfSource(each).role === 'config')) {
    const section = reader.read(source.uri, openApi)?.sections[0];
    if (section === undefined) continue;
    const { config, problems } = readConfigOnce(section, rulebook);
    configs.set(source.uri, config);
    for (const problem of problems) configProblems.push(problem);
  }
  return { configs, configProblems };
}

function readAcceptedLists(
  sources: readonly Source[],
  reader: DocumentReader,
  rulebook: Rulebook,
): Workspace['accepted'] {
  const lists = sources.filter((source) => kindOfSource(source).role === 'accepted');
  const sections = lists.flatMap(({ uri }) => reader.read(uri, openApi)?.sections[0] ?? []);
  return new Map(sections.map((section) => [section.uri, readAcceptedOnce(section, rulebook)]));
}

/** Of several in one folder the first counts, as it does for prisma-lint. */
function readLintConfigs(sources: readonly Source[], rulebook: Rulebook): readonly LintConfig[] {
  const settings = sources.filter((source) => kindOfSource(source).role === 'settings');
  const found = settings.flatMap((source) => lintConfigOf(source, rulebook) ?? []);
  return found.sort((a, b) => b.folder.length - a.folder.length || (a.uri < b.uri ? -1 : 1));
}

/** Reads the files in all languages that are not read on demand, a step for each. */
function* readTexts({ sources, configs, settings }: OpeningWorkspace, reader: DocumentReader): Steps<void> {
  for (const source of sources) {
    const { role, language } = kindOfSource(source);
    if (role !== 'text' || language.files.isReadOnDemand === true) continue;
    const { uri } = source;
    if (!isIncluded(uri, configFor(uri, configs, settings.folders))) continue;
    yield* reader.readSteps(uri, language);
    yield;
  }
}
