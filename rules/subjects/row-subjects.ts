import type { RowSubject } from '#core/checklist/evidence.ts';
import { apiSubjects } from '#rules/subjects/api-subjects.ts';
import { databaseSubjects } from '#rules/subjects/database-subjects.ts';

/** What must be there for the rules of a row to judge: a row may have several, and each is enough. */
export const rowSubjects: readonly RowSubject[] = [...apiSubjects, ...databaseSubjects];
