import type { Answer } from '#core/checklist/answers.ts';
import type { AutomaticRowState, HumanRowState, RowState } from '#core/checklist/checklist.ts';
import type { ServicePart } from '#core/checklist/services.ts';
import { printable } from '#core/text/printable.ts';
import type { Steps } from '#core/work/steps.ts';
import {
  type ChecklistSetting,
  checklistMaker,
  knownFolder,
  type ServiceChecklist,
  servicesIn,
} from '#server/features/checklist-of.ts';
import type { Overviews, Slices, Texts } from '#server/inputs.ts';
import { staleText } from '#server/pages/stale-text.ts';
import type {
  AutomaticItemState,
  ChecklistItemState,
  ChecklistParams,
  ChecklistSectionState,
  ChecklistState,
  HumanItemState,
  ItemAnswer,
  ServiceSchema,
  ServiceState,
} from '#server/protocol.ts';
import type { PlacedEvidence, PlacedFinding } from '#server/shown/overview.ts';
import { shownName } from '#server/shown/shown-names.ts';

type ChecklistInput = Overviews & ChecklistSetting & Pick<Texts, 'documents'> & Slices;

/** The checklists as the files and the answers have them now; `null` when reviewing is off or the folder is not open. */
export async function checklist(session: ChecklistInput, params: ChecklistParams): Promise<ChecklistState | null> {
  const review = await session.complete();
  const folder = params.folder === undefined ? undefined : knownFolder(session, params.folder);
  if (review === undefined || (params.folder !== undefined && folder === undefined)) return null;
  const overview = await session.overview(review);
  const checklistOf = checklistMaker(session, review, overview);
  const names = namesIn(session);
  const isWanted = ({ id }: { readonly id: string }) => params.services?.includes(names.uri(id)) ?? true;
  function* states(): Steps<readonly ServiceState[]> {
    const services: ServiceState[] = [];
    for (const service of servicesIn(session, overview, folder)) {
      services.push(serviceState(checklistOf(service), names, isWanted(service)));
      // Of many services each takes its time.
      yield;
    }
    return services;
  }
  return { services: await session.finish(states()) };
}

/** How the client is told of files. */
interface Names {
  /** A uri as the client spells it. */
  readonly uri: (uri: string) => string;
  readonly path: (uri: string) => string;
}

function namesIn(session: ChecklistInput): Names {
  return {
    uri: (uri) => session.documents.clientDocument(uri).uri,
    path: (uri) => shownName(uri, session.files.folders),
  };
}

function serviceState(
  { service, sections, counts, answersUri }: ServiceChecklist,
  names: Names,
  isWanted: boolean,
): ServiceState {
  const { id, title, version, description, schema } = service;
  const path = names.path(id);
  return {
    id: names.uri(id),
    title: title ?? (path === '' ? id.slice(id.lastIndexOf('/') + 1) : path),
    ...(version === undefined ? {} : { version }),
    path,
    ...(description === undefined ? {} : { uri: names.uri(description.root) }),
    ...(schema === undefined ? {} : { schema: schemaState(schema, names) }),
    ...(answersUri === undefined ? {} : { answersUri: names.uri(answersUri) }),
    counts,
    ...(isWanted ? { sections: sections.map((section) => sectionState(section, names)) } : {}),
  };
}

/** A schema in the workspace folder itself is named after its file. */
function schemaState({ root, uris: [first = root] }: ServicePart, names: Names): ServiceSchema {
  const path = names.path(root);
  return { path: path === '' ? names.path(first) : path, uri: names.uri(first) };
}

function sectionState({ id, title, items }: ServiceChecklist['sections'][number], names: Names): ChecklistSectionState {
  return { id, title, items: items.map((item) => itemState(item, names)) };
}

function itemState(row: RowState<PlacedFinding, PlacedEvidence>, names: Names): ChecklistItemState {
  return row.kind === 'automatic' ? automaticState(row, names) : humanState(row, names);
}

function automaticState(row: AutomaticRowState<PlacedFinding>, names: Names): AutomaticItemState {
  const { item, state, findings, ignored, off, unread } = row;
  const { id, title, sentence, subject } = item;
  const shown = findings.map(({ ruleId, severity, message, uri, range }) => {
    return { ruleId, severity, message: printable(message), uri: names.uri(uri), range };
  });
  // A reference is told as it is written.
  const files = unread.map((each) => (each.startsWith('file:') ? names.path(each) : each));
  return { kind: 'automatic', id, title, sentence, state, subject, findings: shown, ignored, off, unread: files };
}

function humanState(row: HumanRowState<PlacedEvidence>, names: Names): HumanItemState {
  const { id, title, sentence, question, asksNote } = row.item;
  const stale = staleText(row);
  return {
    ...{ kind: 'human', id, title, sentence, question, asksNote },
    evidence: row.evidence.map(({ text, uri, range }) => ({ text: printable(text), uri: names.uri(uri), range })),
    evidenceLeftOut: (row.summary?.count ?? 0) - row.evidence.length,
    ...(row.answer === undefined ? {} : { answer: itemAnswer(row.answer) }),
    ...(stale === undefined ? {} : { stale }),
  };
}

function itemAnswer({ verdict, note, who, when }: Answer): ItemAnswer {
  return {
    verdict,
    ...(note === undefined ? {} : { note }),
    ...(who === undefined ? {} : { who }),
    ...(when === undefined ? {} : { when }),
  };
}
