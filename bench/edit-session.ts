import type { Edit } from '#core/text/span.ts';
import type { Random } from '../test/support/random.ts';
import { inverseOf } from '../test/support/text-edits.ts';
import type { EditPlaces, Insertion } from './edit-places.ts';

export type EditKind = 'type' | 'add' | 'break' | 'mend' | 'rename' | 'paste' | 'undo';

/** What an editor sends as one change: edits of the text as it is then, in text order, without overlaps. */
export interface Keystroke {
  readonly kind: EditKind;
  readonly edits: readonly Edit[];
}

type Scene = (base: Base, random: Random) => readonly Keystroke[];

interface Base {
  readonly text: string;
  readonly places: EditPlaces;
}

/** A round of about 100 keystrokes: mostly letters of words. */
const scenes: readonly Scene[] = [
  ...[typeWord, typeWord, typeWord, addMember, breakAndMend],
  ...[typeWord, typeWord, rename, addMember],
  ...[typeWord, typeWord, breakAndMend, paste],
];

/**
 * Keystrokes without end; none when the text has no place for any. Every scene undoes what it did, so that the text and
 * its places are those of the beginning again.
 */
export function* editSession(text: string, places: EditPlaces, random: Random): Generator<Keystroke> {
  for (;;) {
    const keystrokes = scenes.flatMap((scene) => scene({ text, places }, random));
    if (keystrokes.length === 0) return;
    yield* keystrokes;
  }
}

function typeWord({ places }: Base, random: Random): readonly Keystroke[] {
  const offset = pick(places.prose, random);
  return offset === undefined ? [] : insertAndUndo('type', { offset, pieces: [...' pagination'] });
}

function addMember({ places }: Base, random: Random): readonly Keystroke[] {
  const insertion = pick(places.members, random);
  return insertion === undefined ? [] : insertAndUndo('add', insertion);
}

function paste({ places }: Base, random: Random): readonly Keystroke[] {
  const insertion = pick(places.pastes, random);
  return insertion === undefined ? [] : insertAndUndo('paste', insertion);
}

function breakAndMend({ text, places }: Base, random: Random): readonly Keystroke[] {
  const edit = pick(places.breaks, random);
  if (edit === undefined) return [];
  return [
    { kind: 'break', edits: [edit] },
    { kind: 'mend', edits: inverseOf([edit], text) },
  ];
}

function rename({ text, places: { rename: edits } }: Base): readonly Keystroke[] {
  if (edits.length === 0) return [];
  return [
    { kind: 'rename', edits },
    { kind: 'undo', edits: inverseOf(edits, text) },
  ];
}

function insertAndUndo(kind: EditKind, { offset, pieces }: Insertion): readonly Keystroke[] {
  const keystrokes: Keystroke[] = [];
  let end = offset;
  for (const piece of pieces) {
    keystrokes.push({ kind, edits: [{ span: { start: end, end }, newText: piece }] });
    end += piece.length;
  }
  return [...keystrokes, { kind: 'undo', edits: [{ span: { start: offset, end }, newText: '' }] }];
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[random.below(items.length)];
}
