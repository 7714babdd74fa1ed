import type { Answer, AnswerMap, Answers } from '#core/checklist/answers.ts';

/** An answers file of a folder at or above a service, and what it calls the service. */
export interface AnswersFile {
  readonly answers: Answers;
  /** Where the service lies, from the folder of the file on. */
  readonly path: string;
}

/**
 * What holds for a service, by the id of the checklist item: its own answers in the nearest file, those under its title whose
 * path leads to no service any more, those for every service, and then the same of the files above. `isThere` tells of a
 * path, as it is written in one of the files, whether a service lies there.
 */
export function findAnswers(
  files: readonly AnswersFile[],
  title: string | undefined,
  isThere: (file: AnswersFile, path: string) => boolean,
): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer | 'open'>();
  for (const map of files.flatMap((file) => mapsOf(file, title, isThere))) {
    for (const [id, answer] of map) if (answer !== 'mistaken' && !found.has(id)) found.set(id, answer);
  }
  return new Map([...found].flatMap(([id, answer]) => (answer === 'open' ? [] : [[id, answer] as const])));
}

function mapsOf(
  file: AnswersFile,
  title: string | undefined,
  isThere: (file: AnswersFile, path: string) => boolean,
): readonly AnswerMap[] {
  const { services, shared } = file.answers;
  const own = services.filter(({ path }) => path === file.path);
  // A description that was moved is known by its title.
  const moved = services.filter((each) => title !== undefined && each.title === title && !isThere(file, each.path));
  return [...own, ...(moved.length === 1 ? moved : []), { answers: shared }].map(({ answers }) => answers);
}
