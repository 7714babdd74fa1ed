/** HTTP authentication schemes, in lower case, that send a password, or a hash of it, with every request. */
export const weakAuthSchemes: readonly string[] = ['basic', 'digest', 'negotiate', 'ntlm', 'oauth'];
