import type { Language } from '#core/language.ts';
import { documentsOfKind } from '#core/project/document-of-kind.ts';
import { singleFiles } from '#core/project/file-group.ts';
import { plainUnits } from '#core/project/plain-units.ts';
import { ignoreComment } from '#core/suppress/ignore-comment.ts';
import { sectionMark } from '#core/text/section.ts';
import { failureProblem } from '#core/work/failure.ts';
import { cutTables, editTables, tableDocument } from './cut-tables.ts';
import type { TableDocument } from './model.ts';
import { tableSuppressions } from './table-suppressions.ts';

declare module '#core/review-finding.ts' {
  interface FileRoles {
    readonly table: true;
  }
}

/** Tables, a line for each column. */
export const table: Language<TableDocument> = {
  id: 'table',
  kind: 'table',
  files: { endings: ['.table'], editorLanguages: ['table'], editorLanguageOf: () => 'table' },
  sample: {
    fileName: 'shop.table',
    ignoring: (ruleId) => [{ place: 'Above', text: `# plumbline-ignore ${ruleId}: the reason`, fence: 'text' }],
  },
  roles: { table: { title: 'tables', sentence: 'It holds tables.', state: 'schema', isReviewed: true } },
  breakingProblems: new Set(),
  cut: cutTables,
  edit: editTables,
  unread: ({ uri, text }, error) => {
    const problems = [failureProblem(error)];
    return tableDocument(uri, [{ [sectionMark]: true, kind: 'table', id: `${uri}#`, uri, text, nodes: [], problems }]);
  },
  suppressions: tableSuppressions,
  ignoreChange: (section, { start }, ruleId, reason) => ignoreComment(section, start, '#', ruleId, reason),
  groups: (workspace) => singleFiles(documentsOfKind(workspace, 'table')).map((group) => plainUnits(group)),
  fileGroups: (workspace) => singleFiles(documentsOfKind(workspace, 'table')),
  reviewedDocuments: (workspace) => documentsOfKind(workspace, 'table'),
  roleOf: (uri, { documents }) => (documents.get(uri)?.kind === 'table' ? 'table' : undefined),
};
