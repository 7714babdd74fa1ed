import { subjectWords } from '#core/project/mapping/role-words.ts';
import type { Scope } from '#core/rule.ts';
import { noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';

/** So many components are about one thing; of more the others are not looked at. */
const most = 8;

/** The components of a description by what they are about: a thing, and what is sent to create it. */
export class Siblings {
  readonly #scope: Pick<Scope, 'names'>;
  #answer:
    | { readonly result: ReadonlyMap<string, readonly string[]>; readonly reads: ReadonlySet<ReadKey> }
    | undefined;

  constructor(scope: Pick<Scope, 'names'>) {
    this.#scope = scope;
  }

  /** The names of the other components that are about the same, sorted. */
  of(name: string): readonly string[] {
    this.#answer ??= recordReads(() => bySubject(this.#scope.names('openapi.schema')));
    noteReads(this.#answer.reads);
    const alike = this.#answer.result.get(subjectWords(name).join(' ')) ?? [];
    return alike.filter((each) => each !== name).slice(0, most);
  }
}

function bySubject(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const subject = subjectWords(name).join(' ');
    const known = found.get(subject);
    if (subject === '') continue;
    if (known === undefined) found.set(subject, [name]);
    else known.push(name);
  }
  return found;
}
