/** Verbs of a POST that makes something new, in their plain form. */
export const creatingVerbs: ReadonlySet<string> = new Set(
  'create insert register make place open issue generate'.split(' '),
);

/** Verbs that make something new, unless the thing goes into another: “Add a user”, but “Add users to a group”. */
export const addingVerbs: ReadonlySet<string> = new Set('add post submit upload put store save'.split(' '));

/** How a POST is called that only computes what would be: `POST /calc/refund`, “Simulate an order”. */
export const computingWords: ReadonlySet<string> = new Set(
  'calc calculate calculates calculation calculations calculator calculators compute computes estimate estimates preview previews simulate simulates simulation simulations simulator'.split(
    ' ',
  ),
);

/** How the text of a POST begins that may be made twice, since it changes, asks or brings into line: “Sync an order”. */
export const repeatableVerbs: ReadonlySet<string> = new Set(
  [
    'sync syncs synchronize synchronizes synchronise synchronises upsert upserts update updates edit edits modify modifies replace replaces',
    'retrieve retrieves get gets list lists search searches find finds query queries validate validates verify verifies check checks',
  ].flatMap((line) => line.split(' ')),
);

/** Verbs of a POST that computes, searches, links or changes things. */
export const otherVerbs: ReadonlySet<string> = new Set(
  [
    'search find query list get fetch read retrieve lookup look browse scroll explain describe inspect show view download scan filter match',
    'batch bulk upsert replace sync synchronize validate verify check test preview estimate calculate compute count simulate dry quote',
    'login logout sign authenticate authorize impersonate introspect update delete remove cancel send refresh merge move import export',
    'evaluate execute run invoke trigger call set reset clear attach detach assign unassign associate disassociate link unlink bind unbind',
    'map unmap connect disconnect join leave grant revoke enable disable apply mark unmark flag archive unarchive restore activate',
    'deactivate start stop pause resume approve reject accept decline confirm close reopen lock unlock publish unpublish subscribe',
    'unsubscribe follow unfollow like unlike star vote pin unpin mute unmute block unblock share invite resend retry reorder sort rank',
    'render convert transform translate parse analyze analyse classify predict complete embed tokenize encode decode encrypt decrypt',
    'acknowledge ack ping notify seen change modify edit rename patch purge flush rotate renew reindex rebuild recalculate migrate',
    'toggle switch transfer swap allocate release reserve claim redeem capture refund void rescan poll return returns allow allows',
  ].flatMap((line) => line.split(' ')),
);
