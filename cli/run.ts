import { parseArguments } from '#cli/arguments.ts';
import type { CommandIo, ExitCode } from '#cli/command-io.ts';
import { explainCommand } from '#cli/explain-command.ts';
import { helpText } from '#cli/help.ts';
import { mapCommand } from '#cli/map-command.ts';
import { reviewCommand } from '#cli/review-command.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** Runs one command line (the words after `plumbline`). Never throws: what goes wrong is said on standard error. */
export async function run(
  words: readonly string[],
  io: CommandIo,
  rulebook: Rulebook,
  version: string,
): Promise<ExitCode> {
  const command = parseArguments(words);
  try {
    switch (command.kind) {
      case 'review':
        return await reviewCommand(command.options, rulebook, io);
      case 'explain':
        return explainCommand(command.rule, rulebook, io);
      case 'map':
        return await mapCommand(command.options, rulebook, io);
      case 'help':
        io.stdout.write(helpText(command.topic));
        return 0;
      case 'version':
        io.stdout.write(`plumbline ${version}\n`);
        return 0;
      case 'mistake':
        io.stderr.write(`plumbline: ${command.message}\nSee: plumbline --help\n`);
        return 2;
      default:
        return command satisfies never;
    }
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr.write(
      `plumbline: this is a mistake in Plumbline itself, not in your files. Please report it:\n${details}\n`,
    );
    return 2;
  }
}
