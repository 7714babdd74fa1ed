/** Everything a command may know about and do to the world, but for files. */
export interface CommandIo {
  /** The folder that paths on the command line count from. */
  readonly cwd: string;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly environment: { readonly [name: string]: string | undefined };
  /** The program as threads run it, and how many can run at a time; undefined where it cannot be run in threads. */
  readonly threads: { readonly program: string; readonly cores: number } | undefined;
  /** All of standard input; undefined when it is a terminal, where waiting for text would look like a hang. */
  readStdin(): Promise<Uint8Array | undefined>;
}

export interface TextOutput {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** The width of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

/** 0: nothing at or above the asked severity. 1: something. 2: the command could not do its work. */
export type ExitCode = 0 | 1 | 2;
