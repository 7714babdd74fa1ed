import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { Random } from '../test/support/random.ts';
import { findEditPlaces, languageOf } from './edit-places.ts';
import { type EditKind, editSession, type Keystroke } from './edit-session.ts';
import { measureCompletion } from './measure-completion.ts';
import { measureQuestions, type QuestionFigures } from './measure-questions.ts';
import { measureTyping, type TypingFigures } from './measure-typing.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';
import { type ServerMemory, type ServerPlace, ServerProcess } from './server-process.ts';

/** What an editor waits for, in milliseconds. */
export interface ServerFigures {
  /** From the start of the process to the first diagnostics of the document. */
  readonly first: number;
  /** From `didChange` to its `publishDiagnostics`; undefined when the text has no place to edit. */
  readonly edits: Percentiles | undefined;
  readonly kinds: { readonly [K in EditKind]?: Percentiles };
  readonly memoryFirst: ServerMemory;
  /** Right after all edits, those that were not timed included; the garbage is still there. */
  readonly memoryAfter: ServerMemory;
  /** After the pause that follows, in which V8 gives memory back by itself. */
  readonly memoryIdle: ServerMemory;
  /** A letter at places where it may be dear. */
  readonly typing: TypingFigures;
  /** Of completion, asked for as a key is pressed; undefined where the text has no place for it. */
  readonly completion: Percentiles | undefined;
  /** By the name of the question. */
  readonly questions: { readonly [name: string]: QuestionFigures };
}

export interface EditCounts {
  /** How many edits are timed. */
  readonly timed: number;
  /** After how many the memory is looked at again. */
  readonly all: number;
}

/** Milliseconds. */
const idlePause = 20_000;

/** What is edited, and which files of the workspace are open beside it. */
export interface MeasuredFile {
  readonly fileName: string;
  readonly text: string;
  readonly open: readonly string[];
}

/** Opens a file in the server and edits it: the next edit follows when the diagnostics of the last one are there. */
export async function measureServer(
  { fileName, text, open }: MeasuredFile,
  counts: EditCounts,
  place: ServerPlace,
): Promise<ServerFigures> {
  const language = languageOf(fileName);
  const uri = uriOfPath(join(place.workspace, fileName));
  const start = performance.now();
  const server = await ServerProcess.start(place);
  await server.open(uri, language, text);
  const first = performance.now() - start;
  for (const name of open) {
    const path = join(place.workspace, name);
    await server.open(uriOfPath(path), languageOf(name), readFileSync(path, 'utf8'));
  }
  const memoryFirst = await server.memory('collected');
  const times = await editTimes(server, uri, text, counts);
  const memoryAfter = await server.memory('now');
  if (counts.all > 0) await setTimeout(idlePause);
  const memoryIdle = await server.memory('collected');
  const questions = await measureQuestions(server, uri, text);
  const last = Math.max(counts.timed, counts.all) + 2;
  const { typing, version } = language === 'prisma' ? noTyping(last) : await measureTyping(server, uri, text, last);
  const typed = { text, language, version };
  const completion = await measureCompletion(server, uri, typed);
  await server.stop();
  const all = [...times.values()].flat();
  const kinds = Object.fromEntries([...times].map(([kind, own]) => [kind, percentilesOf(own)]));
  const memory = { memoryFirst, memoryAfter, memoryIdle };
  return { first, edits: percentilesOf(all), kinds, ...memory, questions, typing, completion };
}

function noTyping(version: number): Awaited<ReturnType<typeof measureTyping>> {
  return { typing: {}, version };
}

async function editTimes(
  server: ServerProcess,
  uri: string,
  text: string,
  { timed, all }: EditCounts,
): Promise<ReadonlyMap<EditKind, readonly number[]>> {
  const times = new Map<EditKind, number[]>();
  let current = ChunkedText.of(text);
  let version = 1;
  for (const { kind, edits } of editSession(text, findEditPlaces(text, languageOf(uri)), new Random(1))) {
    if (++version > Math.max(timed, all) + 1) break;
    const changes = changesOf(edits, current);
    const start = performance.now();
    await server.change(uri, version, changes);
    const time = performance.now() - start;
    if (version <= timed + 1) times.set(kind, [...(times.get(kind) ?? []), time]);
    for (const { span, newText } of edits.toReversed()) current = current.edited(span.start, span.end, newText);
  }
  return times;
}

/** From the last to the first, so that no change moves another. */
function changesOf(edits: Keystroke['edits'], text: ChunkedText) {
  return edits.toReversed().map(({ span, newText }) => ({
    range: { start: text.positionAt(span.start), end: text.positionAt(span.end) },
    text: newText,
  }));
}
