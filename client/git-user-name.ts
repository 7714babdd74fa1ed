/** The value of `user.name` in the text of a git configuration file; the last one wins, as in git. */
export function gitUserName(text: string): string | undefined {
  let isUserSection = false;
  let name: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[([^\]"]*)("[^\]]*")?\]/.exec(line);
    if (header !== null) isUserSection = header[1]?.trim().toLowerCase() === 'user' && header[2] === undefined;
    const value = isUserSection ? /^\s*name\s*=(.*)$/i.exec(line)?.[1] : undefined;
    if (value !== undefined) name = readValue(value);
  }
  return name === '' ? undefined : name;
}

/** Takes quotes and a trailing comment away, and reads `\"` and `\\` (git-config, “Syntax”). */
function readValue(value: string): string {
  let text = '';
  let isQuoted = false;
  for (const [part, escaped] of value.matchAll(/\\(.)|[^\\]/g)) {
    if (escaped !== undefined) text += escaped;
    else if (part === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (part === '#' || part === ';')) break;
    else text += part;
  }
  return text.trim();
}
