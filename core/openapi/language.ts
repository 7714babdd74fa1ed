import type { Language } from '#core/language.ts';
import { descriptionFindings } from '#core/openapi/description/description-findings.ts';
import { descriptionUnits } from '#core/openapi/description/description-units.ts';
import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { isDescriptionText } from '#core/openapi/description-text.ts';
import { treeIgnoreChange } from '#core/openapi/ignore-change.ts';
import { reviewedTrees, roleOfTree } from '#core/openapi/reviewed-trees.ts';
import { treeSuppressions } from '#core/openapi/tree-suppressions.ts';
import { writtenTitle } from '#core/openapi/written-title.ts';
import { writtenReferences } from '#core/project/written-references.ts';
import type { Source } from '#core/source.ts';
import { ignoreWord } from '#core/suppress/suppression.ts';
import { cutDocumentSteps } from '#core/tree/cut/cut-document.ts';
import { isUnreadTree, unreadTree } from '#core/tree/cut/unread-tree.ts';
import { editDocumentSteps } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeLanguage } from '#core/tree/section.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import { mergeConflict } from '#core/work/understood.ts';

declare module '#core/review-finding.ts' {
  interface FileRoles {
    readonly 'openapi-root': true;
    /** Says the same as another description, which is reviewed in its place. */
    readonly 'openapi-copy': true;
    readonly 'openapi-fragment': true;
  }
}

/** OpenAPI descriptions, and all else that is YAML or JSON: our own configuration is read the same way. */
export const openApi: Language<TreeDocument> = {
  id: 'openapi',
  kind: 'tree',
  changesValues: true,
  files: {
    endings: ['.yaml', '.yml', '.json', '.jsonc'],
    editorLanguages: ['yaml', 'json', 'jsonc'],
    editorLanguageOf: (document) => (document.kind === 'tree' ? document.language : 'yaml'),
    isReadOnDemand: true,
    isStart: isDescriptionText,
    startWords: ['openapi', 'swagger'],
    writtenReferences,
    writtenNames: writtenTitle,
  },
  sample: {
    fileName: 'openapi.yaml',
    ignoring: (ruleId) => [
      { place: 'At one place, on the line before it', text: `# ${ignoreWord} ${ruleId}: the reason`, fence: 'yaml' },
      { place: 'In JSON, inside the object', text: `"x-${ignoreWord}": { "${ruleId}": "the reason" }`, fence: 'json' },
    ],
  },
  roles: {
    'openapi-root': {
      title: 'OpenAPI description',
      sentence: 'It is the root of an OpenAPI description.',
      state: 'description',
      isReviewed: true,
    },
    'openapi-copy': {
      title: 'copy of a description',
      sentence: 'It says the same as another description, which is reviewed in its place.',
      state: 'copy',
      isReviewed: false,
    },
    'openapi-fragment': {
      title: 'part of a description',
      sentence: 'It is part of a description: references lead here.',
      state: 'fragment',
      isReviewed: true,
    },
  },
  breakingProblems: new Set(['syntax', 'tab-indentation', mergeConflict]),
  cut: (source, before) => cutDocumentSteps(treeSource(source), before),
  edit: (before, edits) => editDocumentSteps(before, edits),
  unread: (source, error) => unreadTree(treeSource(source), error),
  isSameForm: (before, source) => before.language === formOf(source) && !isUnreadTree(before),
  suppressions: treeSuppressions,
  ignoreChange: treeIgnoreChange,
  groups: descriptionUnits,
  fileGroups: () => [],
  reviewedDocuments: reviewedTrees,
  roleOf: roleOfTree,
  engineFindings: descriptionFindings,
};

function treeSource(source: Source) {
  const { uri, text } = source;
  return { uri, text, language: formOf(source), outline: descriptionOutline };
}

function formOf({ uri, languageId }: Source): TreeLanguage {
  return treeLanguageOf(uri) ?? (languageId === 'json' || languageId === 'jsonc' ? 'json' : 'yaml');
}
