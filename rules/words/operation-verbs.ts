import { wordSet } from '#rules/words/word-list.ts';

/** Verbs that ids of operations begin with, so that the id reads as a sentence. */
export const operationVerbs: ReadonlySet<string> = wordSet(
  'accept activate add apply approve archive assign attach authenticate authorize cancel change charge check claim clear clone close complete confirm connect convert copy count create deactivate delete deny deploy detach disable disconnect download edit enable end exchange execute export fetch find generate get grant import insert install invite invoke issue join leave link list lock login logout lookup mark merge move notify open patch pause ping place post preview publish purge put query read redeem refresh refund register reject release remove rename render renew reorder replace report request resend reset resolve restart restore resume retrieve retry return revoke rotate run save schedule search select send set share show sign start stop submit subscribe suspend sync synchronize test transfer trigger unassign unblock uninstall unlink unlock unpublish unsubscribe update upgrade upload upsert validate verify view withdraw write',
);
