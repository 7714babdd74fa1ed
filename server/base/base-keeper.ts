import type { Base } from '#core/change/base.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Steps } from '#core/work/steps.ts';
import type { BaseTexts } from '#files/base/base-texts.ts';
import { openBase } from '#files/base/open-base.ts';
import type { OpenBaseTexts } from '#server/platform.ts';

/** What the keeper of a base asks of the session, and tells it. */
export interface BaseHost {
  readonly rulebook: Rulebook;
  readonly settings: () => Pick<ReviewSettings, 'folders' | 'preset'>;
  /** The commit to compare with; undefined: as usual. Empty where nothing is compared. */
  readonly ref: () => string | undefined;
  readonly run: <T>(steps: Steps<T>) => Promise<T>;
  /** The base is another one: what depends on it is to be judged again. */
  readonly changed: () => void;
  readonly log: (message: string) => void;
  /** Says what is compared. */
  readonly note: (message: string) => void;
}

/** Off: nothing is compared. */
export const noBase = 'off';

/**
 * Keeps what the reviewed files were. It is opened after the review that first has them, and again when another commit is meant, or when
 * files come that it does not have; a keystroke costs nothing.
 */
export class BaseKeeper {
  readonly #open: OpenBaseTexts | undefined;
  readonly #host: BaseHost;
  #base: Base | undefined;
  #texts: BaseTexts | undefined;
  /** The files it was opened for. */
  #uris: ReadonlySet<string> = new Set();
  #opening: Promise<void> | undefined;
  #isStale = true;
  #told = '';

  constructor(open: OpenBaseTexts | undefined, host: BaseHost) {
    this.#open = open;
    this.#host = host;
  }

  /** Undefined until it is opened, and where there is none. */
  get base(): Base | undefined {
    return this.#base;
  }

  /** The text of a file as it was, by its uri of that time. */
  textOf(uri: string): string | undefined {
    return this.#base?.workspace.sources.get(uri)?.text;
  }

  /** Another commit may be meant from now on. */
  refresh(): void {
    this.#isStale = true;
  }

  /** Opens the base of these files where it is not, one after the other; in the background of what else happens. */
  keep(today: Workspace): void {
    if (this.#open === undefined || this.#opening !== undefined) return;
    if (!this.#isStale && [...today.documents.keys()].every((uri) => this.#uris.has(uri))) return;
    this.#opening = this.#reopen(today)
      .catch((error: unknown) => this.#host.log(`What the files were could not be read: ${String(error)}`))
      .finally(() => {
        this.#opening = undefined;
      });
  }

  /** Resolves when nothing is being opened. */
  async settled(): Promise<void> {
    await this.#opening;
  }

  async #reopen(today: Workspace): Promise<void> {
    const { settings, rulebook, run, changed, ref } = this.#host;
    const { folders, preset } = settings();
    if (this.#isStale) this.#texts = await this.#textsOf(folders[0], ref());
    this.#isStale = false;
    const uris = [...today.documents.keys()];
    const before = this.#base;
    this.#uris = new Set(uris);
    this.#base =
      this.#texts === undefined
        ? undefined
        : await openBase(this.#texts, uris, rulebook, { folders, preset }, { today, run });
    const isSame =
      this.#base?.id === before?.id && this.#base?.workspace.documents.size === before?.workspace.documents.size;
    if (!isSame) changed();
  }

  async #textsOf(folder: string | undefined, ref: string | undefined): Promise<BaseTexts | undefined> {
    if (folder === undefined || ref === noBase) return undefined;
    const texts = await this.#open?.(folder, ref);
    if (texts === undefined) return undefined;
    const told = 'reason' in texts ? `Compared with nothing: ${texts.reason}.` : `Compared with ${texts.name}.`;
    if (told !== this.#told) this.#host.note(told);
    this.#told = told;
    return 'reason' in texts ? undefined : texts;
  }
}
