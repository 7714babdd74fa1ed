import { type FileReading, type Owner, readingOf } from '#core/ask/reading-of.ts';
import type { Review } from '#core/review.ts';
import type { Settings } from '#server/inputs.ts';

/** What is needed to say how a file was read. */
export interface ReadingInput extends Settings {
  /** The roots of the descriptions that are reviewed elsewhere and compared with a Prisma schema. */
  comparedElsewhere(schema: string): readonly string[];
}

/** How a file of a review was read, with the descriptions that are compared with it wherever they are reviewed. */
export function readingIn(session: ReadingInput, review: Review, uri: string): FileReading | undefined {
  const reading = readingOf(uri, review, session.reviewSettings);
  return reading && { ...reading, owners: reading.owners.map((owner) => withOthers(session, owner)) };
}

function withOthers(session: ReadingInput, owner: Owner): Owner {
  if (owner.kind !== 'schema') return owner;
  const all = new Set([...owner.descriptions, ...session.comparedElsewhere(owner.root)]);
  return { ...owner, descriptions: [...all].sort() };
}
