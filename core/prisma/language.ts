import { baseScopeOfSchema } from '#core/change/base-scope.ts';
import type { Language } from '#core/language.ts';
import { alignColumns } from '#core/prisma/align-columns.ts';
import { cutPrismaSteps } from '#core/prisma/cut-prisma.ts';
import { editPrismaSteps } from '#core/prisma/edit-prisma.ts';
import { isLintFile, lintFileNames } from '#core/prisma/lint/lint-file.ts';
import { lintSuppressions } from '#core/prisma/lint/lint-suppressions.ts';
import { readLintFile } from '#core/prisma/lint/read-lint-file.ts';
import type { PrismaDocument } from '#core/prisma/model.ts';
import { prismaSuppressions } from '#core/prisma/prisma-suppressions.ts';
import { isCutOff } from '#core/prisma/problem.ts';
import { unreadPrisma } from '#core/prisma/unread-prisma.ts';
import { plainUnits } from '#core/project/plain-units.ts';
import { configuredSchemaUri, isPrismaConfig } from '#core/project/prisma-config.ts';
import { plainScope } from '#core/project/scopes.ts';
import { ignoreComment } from '#core/suppress/ignore-comment.ts';
import { ignoreWord } from '#core/suppress/suppression.ts';
import { mergeConflict } from '#core/work/understood.ts';

declare module '#core/review-finding.ts' {
  interface FileRoles {
    readonly prisma: true;
    /** Written by the generator of another schema, and not reviewed. */
    readonly 'prisma-copy': true;
  }
}

/** Prisma schemas. */
export const prisma: Language<PrismaDocument> = {
  id: 'prisma',
  kind: 'prisma',
  files: {
    endings: ['.prisma'],
    editorLanguages: ['prisma'],
    editorLanguageOf: () => 'prisma',
    isSpread: true,
    isShared: true,
    settings: {
      otherFiles: [
        '**/{.prismalintrc,prismalintrc}',
        '**/{.prismalintrc,prismalint.config,prismalintrc}.{js,cjs,mjs,ts,cts,mts}',
      ],
      above: lintFileNames,
      isNamed: (path) => isPrismaConfig(path) || isLintFile(path),
      isUsed: (uri, text) =>
        (isPrismaConfig(uri) && configuredSchemaUri(uri, text) !== undefined) || readLintFile(uri, text) !== undefined,
    },
  },
  sample: {
    fileName: 'schema.prisma',
    ignoring: (ruleId) => [
      {
        place: 'At one place, on the line before the block or field',
        text: `// ${ignoreWord} ${ruleId}: the reason`,
        fence: 'prisma',
      },
    ],
  },
  roles: {
    prisma: {
      title: 'Prisma schema',
      sentence: 'It is a Prisma schema, or part of one.',
      state: 'schema',
      isReviewed: true,
    },
    'prisma-copy': {
      title: 'other',
      sentence: 'A generator of another Prisma schema wrote it: it is not reviewed.',
      state: 'copy',
      isReviewed: false,
    },
  },
  breakingProblems: new Set([mergeConflict]),
  cut: ({ uri, text }, before) => cutPrismaSteps({ uri, text }, before),
  edit: (before, edits) => editPrismaSteps(before, edits),
  unread: (source, error) => unreadPrisma(source, error),
  suppressions: (section) => [...prismaSuppressions(section), ...lintSuppressions(section)],
  // What stands after three slashes Prisma copies into generated clients.
  ignoreChange: (section, { start }, ruleId, reason) => ignoreComment(section, start, '//', ruleId, reason),
  finishEdits: alignColumns,
  groups: ({ schemas }, { base }) =>
    schemas.map((schema) => {
      const uris = schema.documents.map(({ uri }) => uri);
      const scope = base && baseScopeOfSchema(plainScope(schema), uris, base);
      const former = scope && base ? { scope, base: base.id } : undefined;
      return plainUnits(schema, {
        schema: schema.root,
        former,
        isCutOff: (_section, next) => isCutOff(next?.problems),
      });
    }),
  fileGroups: ({ schemas }) => schemas,
  reviewedDocuments: ({ schemas }) => schemas.flatMap(({ documents }) => documents),
  roleOf: (uri, { documents, prismaCopies }) => {
    if (prismaCopies.has(uri)) return 'prisma-copy';
    return documents.get(uri)?.kind === 'prisma' ? 'prisma' : undefined;
  },
};
