import type { FileEdits } from '#core/fix/file-edits.ts';
import { cutPrisma } from '#core/prisma/cut-prisma.ts';
import { insertBlockAttributeEdit, insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaDocument, PrismaModel } from '#core/prisma/model.ts';
import { EditJournal } from '#core/text/edit-journal.ts';
import { applyEdits, type Edit, shiftSpan } from '#core/text/span.ts';
import { indexText } from '#rules/detectors/prisma/index-name.ts';
import type { PrismaSchemaTarget } from '#snippets/insert/prisma-schema-target.ts';
import type { BlockAttribute, Members, PrismaBlock } from '#snippets/prisma-pattern.ts';
import { commentLines, renderBlock } from '#snippets/render/prisma-blocks.ts';
import { blockAttribute, fieldLine, type PrismaTarget } from '#snippets/render/prisma-fields.ts';

interface EditedFile {
  readonly original: string;
  readonly journal: EditJournal;
  current: PrismaDocument;
}

/** Changes the files of a schema step by step, each in the result of those before it. */
export class PrismaEditing {
  readonly #documents: ReadonlyMap<string, PrismaDocument>;
  readonly #target: PrismaTarget;
  readonly #siblings: readonly PrismaModel[];
  readonly #files = new Map<string, EditedFile>();

  constructor({ schema }: PrismaSchemaTarget, target: PrismaTarget) {
    this.#documents = new Map(schema.documents.map((document) => [document.uri, document]));
    this.#target = target;
    this.#siblings = schema.all('prisma.model').slice(0, 50);
  }

  /** Adds fields and block attributes behind those a model has; nothing where the model is not there. */
  addMembers(uri: string, modelName: string, { columns, attributes = [] }: Members): void {
    for (const column of columns) {
      this.#editModel(uri, modelName, (model) => {
        const [{ span, newText }, ...others] = insertFieldsEdits(model, [fieldLine(column, this.#target)]);
        return [{ span, newText: withComment(newText, commentLines(column)) }, ...others];
      });
    }
    for (const attribute of attributes) {
      this.#editModel(uri, modelName, (model) => [
        insertBlockAttributeEdit(model, this.#attributeText(model, attribute)),
      ]);
    }
  }

  /** An index as the schema names its indexes. */
  #attributeText(model: PrismaModel, { name, fields }: BlockAttribute): string {
    return name === 'id'
      ? blockAttribute({ name, fields })
      : indexText(name, model, fields, [model, ...this.#siblings]);
  }

  /** Adds a block behind the last one, parted by a blank line. */
  addBlock(uri: string, block: PrismaBlock): void {
    const file = this.#fileOf(uri);
    const lines = file && renderBlock(block, this.#target, indentationOf(file.original), (text) => text.length);
    if (file === undefined || lines === undefined) return;
    const { text } = file.current;
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const kept = text.trimEnd();
    const lead = kept === '' ? '' : lineBreak + lineBreak;
    const span = { start: kept.length, end: text.length };
    this.#edit(file, { span, newText: lead + lines.join(lineBreak) + lineBreak });
  }

  files(): readonly FileEdits[] {
    return [...this.#files].flatMap(([uri, { journal, original, current }]) => {
      const edits = journal.editsOf(original, current.text);
      return edits.length === 0 ? [] : [{ uri, edits }];
    });
  }

  /** Where the first new text of a file begins, as an offset in its new text. */
  firstPlaceIn(uri: string): number | undefined {
    const edit = this.files().find((file) => file.uri === uri)?.edits[0];
    return edit && edit.span.start + (edit.newText.length - edit.newText.trimStart().length);
  }

  #editModel(uri: string, modelName: string, makeEdits: (model: PrismaModel) => readonly Edit[]): void {
    const file = this.#fileOf(uri);
    const { sections = [], starts = [] } = file?.current ?? {};
    for (const [index, { nodes }] of sections.entries()) {
      const model = nodes.find((node) => node.kind === 'prisma.model' && node.name.value === modelName);
      if (file === undefined || model?.kind !== 'prisma.model') continue;
      const start = starts[index] ?? 0;
      this.#edit(file, ...makeEdits(model).map(({ span, newText }) => ({ span: shiftSpan(span, start), newText })));
      return;
    }
  }

  #edit(file: EditedFile, ...edits: readonly Edit[]): void {
    const { uri, text } = file.current;
    file.journal.record(edits);
    file.current = cutPrisma({ uri, text: applyEdits(text, edits) }, file.current);
  }

  #fileOf(uri: string): EditedFile | undefined {
    const known = this.#files.get(uri);
    const document = this.#documents.get(uri);
    if (known !== undefined || document === undefined) return known;
    const file = { original: document.text, journal: new EditJournal(), current: document };
    this.#files.set(uri, file);
    return file;
  }
}

/** A field's inserted line with comment lines of the same indentation above it. */
function withComment(newText: string, comments: readonly string[]): string {
  const [, lead = '', indentation = ''] = /^(\s*?)([ \t]*)(?=\S)/.exec(newText) ?? [];
  const lineBreak = /\r\n|\n/.exec(newText)?.[0] ?? '\n';
  return lead + comments.map((line) => indentation + line + lineBreak).join('') + newText.slice(lead.length);
}

/** What the first indented line is indented by. */
function indentationOf(text: string): string {
  return /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}
