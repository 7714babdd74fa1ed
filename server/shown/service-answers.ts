import type { Answer, Answers } from '#core/checklist/answers.ts';
import { type AnswersFile, findAnswers } from '#core/checklist/find-answers.ts';
import type { Service } from '#core/checklist/services.ts';
import type { Review } from '#core/review.ts';
import { answersFileName, configFileName } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import { isInFolder } from '#files/uri.ts';
import { readAnswersFile } from '#server/shown/answers-file.ts';

/** An answers file as one service sees it. */
export interface ServiceFile extends AnswersFile {
  readonly uri: string;
  readonly text: string;
}

/** The answers files of a review, and which of them hold for which service. */
export class ServiceAnswers {
  readonly #files = new Map<string, { readonly text: string; readonly answers: Answers }>();
  readonly #configFolders: readonly string[];
  readonly #folders: readonly string[];
  readonly #ids: readonly string[];

  /** `folders`: those of the workspace. */
  constructor({ files }: Pick<Review, 'files'>, services: readonly Pick<Service, 'id'>[], folders: readonly string[]) {
    for (const { uri, text } of files.values()) {
      if (sourceKindOf(uri).role === 'answers') this.#files.set(uri, { text, answers: readAnswersFile(uri, text) });
    }
    const isConfig = (uri: string) => uri.endsWith(`/${configFileName}`);
    this.#configFolders = [...files.keys()].filter(isConfig).map(folderOf);
    this.#ids = services.map(({ id }) => id);
    this.#folders = folders;
  }

  /** What people said of a service, by the id of the checklist item; what stands at `except` is not looked at. */
  of(service: Pick<Service, 'id' | 'title'>, except?: AnswerSite): ReadonlyMap<string, Answer> {
    const files = this.filesOf(service).map((file) => (file.uri === except?.uri ? without(file, except.itemId) : file));
    const uris = new Map(files.map((file) => [file as AnswersFile, file.uri]));
    return findAnswers([...uris.keys()], service.title, (file, path) => {
      const folder = folderOf(uris.get(file) ?? '');
      return this.#ids.some((id) => isInFolder(id, folder) && pathIn(folder, id) === path);
    });
  }

  /** The files whose answers hold for a service, the nearest first. */
  filesOf({ id }: Pick<Service, 'id'>): readonly ServiceFile[] {
    const folder = this.folderOf(id);
    if (folder === undefined) return [];
    const above = [...this.#files].filter(([uri]) => isInFolder(uri, folder) && isInFolder(id, folderOf(uri)));
    return above
      .sort(([a], [b]) => b.length - a.length)
      .map(([uri, { text, answers }]) => ({ uri, text, answers, path: pathIn(folderOf(uri), id) }));
  }

  /**
   * Where new answers of a service are kept: in the nearest file, else beside the nearest `plumbline.yaml`, else in the
   * workspace folder. Undefined for what lies in no workspace folder.
   */
  uriFor(service: Pick<Service, 'id'>): string | undefined {
    const [nearest] = this.filesOf(service);
    const folder = this.folderOf(service.id);
    if (nearest !== undefined || folder === undefined) return nearest?.uri;
    const configured = this.#configFolders.filter((each) => isInFolder(each, folder) && isInFolder(service.id, each));
    const [deepest = folder] = configured.sort((a, b) => b.length - a.length);
    return `${deepest}/${answersFileName}`;
  }

  /** True when an answers file holds for one service only. */
  isAlone(uri: string): boolean {
    return this.#ids.filter((id) => this.filesOf({ id }).some((file) => file.uri === uri)).length <= 1;
  }

  /** The workspace folder a service lies in. */
  folderOf(id: string): string | undefined {
    return this.#folders.filter((folder) => isInFolder(id, folder)).sort((a, b) => b.length - a.length)[0];
  }
}

/** Where the own answer of a service stands. */
export interface AnswerSite {
  readonly uri: string;
  readonly itemId: string;
}

function without(file: ServiceFile, itemId: string): ServiceFile {
  const services = file.answers.services.map((each) => {
    if (each.path !== file.path) return each;
    return { ...each, answers: new Map([...each.answers].filter(([id]) => id !== itemId)) };
  });
  return { ...file, answers: { ...file.answers, services } };
}

/** What a service is called in an answers file of this folder; empty for the folder itself. */
export function pathIn(folder: string, id: string): string {
  return decodePercent(id.slice(folder.length + 1));
}

/** The uri up to its last slash, without it. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
