import type { Topic } from '#cli/arguments.ts';
import { formatNames, reportFormats } from '#cli/format-names.ts';

const overview = `Plumbline reviews the design of APIs (OpenAPI) and of the databases behind them (Prisma).

Usage
  plumbline review [paths…]     review files and folders
  plumbline changes [paths…]    say what changed since a commit, and whom it breaks
  plumbline explain [rule]      say what a rule wants and why; without a rule, list them all
  plumbline map [paths…]        show which schemas of the API are which models of the database

Options
  -h, --help                    this text, or that of a command: plumbline review --help
  -v, --version                 the version

Examples
  plumbline review
  plumbline review api/openapi.yaml prisma --fail-on warning
  plumbline explain openapi/get-no-request-body
`;

/** `--format a|b`, and what each is on a line of its own. */
const formats = [
  `  --format ${formatNames.join('|')}`,
  ...Object.entries(reportFormats).map(([name, words]) => `${' '.repeat(32)}${name}: ${words}`),
].join('\n');

const review = `Usage
  plumbline review [paths…] [options]

Reviews files and folders; without any, the current folder. In a folder, OpenAPI descriptions are recognised by their
content and Prisma schemas by their ending. A file that is named is reviewed wherever it lies; only a schema that the
generator of another one given writes to its output is left out, with a note. What they reference is read too, as long
as it lies in the same git repository (or in the current folder), or below --root.

Options
${formats}
  --fail-on SEVERITY            error (default), warning, info or never: from where on findings mean exit code 1
  --rule RULE[,RULE]            show, count and fix findings of these rules only, beside errors in what is read,
                                plumbline.yaml included
  --fix                         make the safe fixes: no client and no stored row can notice them, nothing is migrated,
                                and nothing is promised that the server may not do
  --fix=review                  make the others, too: of each finding the first fix it has; read what they changed
  --fix=RULE[,RULE]             make the first fix of each finding of these rules, whatever it is; only so is a schema
                                changed because of a description
  --preset NAME                 use this preset, whatever plumbline.yaml says
  --config FILE                 use this file instead of the nearest plumbline.yaml
  --base COMMIT                 compare with this commit, branch or tag, too, and tell what its clients or rows suffer
  --root FOLDER                 only files below this folder are reviewed, read and fixed (default for what is read:
                                the git repository, or the current folder)
  --stdin-filename NAME         review the text on standard input as if it were this file;
                                with --fix, the fixed text goes to standard output and the report to standard error
  --max-findings N              show at most N findings of a file, worst first (text: 100; 0 shows all);
                                of markdown: N rows (10)
  --every                       show findings one by one that are told as one (one cause, or more than ten of one rule)
  --workers N                   review in N threads; 0 for none (default: one for two cores, where there is
                                enough to do; never with --fix or --stdin-filename)
  -q, --quiet                   show only findings that decide the exit code; no summary, notes or progress
  -h, --help                    this text

Exit codes
  0  no finding at or above --fail-on
  1  such a finding
  2  the review could not be done: a wrong option, a missing file, a named file that is no description and no schema
`;

const changes = `Usage
  plumbline changes [paths…] [options]

Compares descriptions and schemas with what they were in a commit of their git repository, and says what breaks clients that
were written for it, or rows that were stored by it. Nothing is fetched, and nothing of the repository is run.

Options
  --base COMMIT                 the commit, branch or tag to compare with (default: where this branch left the default branch
                                of the remote; without one, the latest commit)
  The other options are those of “plumbline review”.

Exit codes
  0  nothing at or above --fail-on
  1  such a change
  2  the comparison could not be done: no repository, no such commit, a wrong option
`;

const explain = `Usage
  plumbline explain [rule]

Says what a rule wants and why, shows what it finds and what is right, and names its sources. The rule's name may be
shortened to its last part. Without a rule, lists all rules by section of the guideline.
`;

const map = `Usage
  plumbline map [paths…] [options]

Shows for each description that is compared with a Prisma schema which of its schemas are which models: how sure that is, why, what is
called otherwise on one side or is there on one side only, and what is left. Files are found as by “review”. What is wrong can be
written down: \`x-prisma-model\` (false: none) at a schema, \`x-prisma-field\` at a property, \`/// @api Schema\` above a model, or
\`mapping:\` in plumbline.yaml.

Options
  --format text|json            for people, or as JSON
  --config FILE                 use this file instead of the nearest plumbline.yaml
  --root FOLDER                 only files below this folder are read
  -h, --help                    this text
`;

const topics: { readonly [T in Topic]: string } = { review, changes, explain, map };

/** The help of one command, or of all of them. */
export function helpText(topic: Topic | undefined): string {
  return topic === undefined ? overview : topics[topic];
}
