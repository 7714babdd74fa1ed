/**
 * Nouns that APIs use for one of many things, in the singular. Words that are uncountable, or that name the only one of
 * their kind as often as one of many (`status`, `cart`, `profile`, `config`), are left out.
 */
export const resourceNouns: ReadonlySet<string> = new Set(
  [
    'account action actor ad addon address adjustment administrator advertisement affiliate agent agreement airport alarm album alert alias allocation amendment analysis announcement answer apartment apikey app applicant application appointment approval approver article artifact artist asset assignment assistant attachment attempt attendee attribute auction author authorization award',
    'backup badge ban banner barcode batch beneficiary bid bike bill blog board boat book booking bookmark bot bottle bounty box branch brand broker bucket budget bug building bundle button buyer',
    'calculation calendar call callback camera campaign candidate car card carrier case category certificate certification challenge channel chapter character charge chart chat check checkpoint child choice city claim class classification client clinic cluster collaborator collection color column command comment commit commitment committee company comparison competitor complaint component computer concert condition conference confirmation connection connector consent consignment constraint consultant contact container contest contract contribution contributor conversation conversion cookie corporation correction country coupon courier course creator credential creditor criterion customer customization',
    'dashboard dataset datasource datastore deal dealer debit debt debtor decision deduction defect definition delegate delivery department dependency deployment deposit descriptor destination device diagnosis diagram directory discount discussion dish disk dispute district division doctor document dog domain donation donor door draft driver droplet',
    'edge edition element email employee employer endpoint engine engineer enrollment enrolment entitlement entity entry environment epic episode error estimate evaluation event exam exception exchange exclusion exercise expense experiment expert expiration extension',
    'facility factor family favorite favourite feature fee feed field file film filter fine fixture flag flavor fleet flight floor flow folder follower forecast form formula forum foundation fragment framework freelancer friend function fund funnel',
    'gallery game garage garden gateway genre geofence gift goal grade grant graph group guarantee guardian guest guide guideline guild',
    'habit handler hashtag headline hero hint holder holiday hospital host hotel house household',
    'icon idea identifier identity image impression incident indicator individual ingredient injury inquiry inspection inspector installation installment instance institution instruction instructor instrument insurer integration interaction interface intern interview investigation investment investor invitation invite invoice issue item iteration itinerary',
    'job journal journey judge',
    'key keyboard keyword kit kitchen',
    'label landlord landmark laptop lawyer layer layout lead leaf league lease lecture ledger lender lesson letter level library licence license line link list listener listing loan location locker logo lottery',
    'machine magazine mailbox manager mandate manufacturer map mapping mark market marketplace match meal measure measurement medication meeting member membership memo mention merchant message meter method metric migration milestone mission mistake model moderator module molecule monitor motor mount movement movie museum mutation',
    'namespace navigator neighbor neighborhood network newsletter node nomination note notebook notice notification novel number nurse',
    'object objection objective obligation observation occasion occupation occurrence offer offering office officer operation operator opinion opponent opportunity option orchestra order organ organisation organization organizer outage outcome overlay override owner',
    'pack package page painting pallet panel paper paragraph parameter parcel parent park part participant participation partition partner party passenger passkey passport patch path patient pattern payee payer payment payout payroll peer penalty pension performer period permission permit person persona pet pharmacy phase phone photo photograph phrase physician picture piece pillar pilot pin pipeline pitch pixel place plan plane planet plant plate platform play player playlist plugin pocket podcast point policy poll pool port portal portfolio position post poster practitioner prediction preference prescription presentation preset price principal printer prison prisoner prize problem procedure process processor producer product professional professor program programme project promise promotion prompt property proposal prospect protocol provider province provision proxy publication publisher purchase purchaser',
    'query quest question questionnaire queue quota quotation quote',
    'race radio rate rating reaction reader reading reason rebate receipt receiver recipe recipient recommendation record recording recruiter redemption redirect referee reference referral refund region register registration regulation reimbursement relation relationship relay release reminder renewal rental repair replica reply report reporter repository representative request requirement researcher reservation resident resolution resource response restaurant restriction result retailer return reversal review reviewer revision reward rider ring risk river road robot role rollout room rotation route router row rule run runner',
    'salesperson sample sandbox satellite scan scenario scene schedule school scope score screen screenshot script seat secret section sector segment seller semester seminar sender sensor sentence sequence server service session setting settlement shape share shareholder sheet shelf shelter shift ship shipment shipper shop shortcut show sign signal signature signer simulation singer sink site sketch skill slide slot snapshot snippet society solution song sound source space speaker specialist specialty specification spectator speech sponsor sprint stack stadium stage stakeholder star statement station step sticker store story strategy stream street string student studio study subject submission subscriber subscription subsidiary substance subtask subtitle suggestion suite superhero supervisor supplement supplier suppression surcharge survey symbol symptom system',
    'table tablet tactic tag target task tax teacher team technician technology template tenant term terminal territory test testimonial theater theatre theme theory therapist thing thread threat threshold ticket tier tile timecard timeline timesheet timeslot timezone tip title todo token toll tool topic topping tour tournament tower town toy track tracker trade trader trail trailer train trainee trainer trait transaction transcript transfer transition translation translator transport traveler treatment tree trend trial trigger trip truck trunk trustee tutor tutorial tweet type',
    'unit university update upgrade upload url user utility',
    'vacancy vacation value valve variable variant vault vehicle vendor venue verification version vessel victim video view viewer village violation visa visit visitor volume volunteer vote voter voucher',
    'wallet ward warehouse warning warrant warranty watch watcher watchlist waypoint wearable webhook webinar website widget wine winner wish wishlist witness word worker workflow workout workplace workshop workspace workstation writer',
    'zone zoo',
  ].flatMap((line) => line.split(' ')),
);

/** Nouns that are verbs as often: behind a resource they say what is done to it, unless a list of them is known. */
export const actionNouns: ReadonlySet<string> = new Set(
  [
    'archive backup ban batch block bookmark callback capture charge chat check claim clone copy cast',
    'dispute draft download export favorite favourite flag follow grant import index install invite issue',
    'like link lock mark match merge move mute pin play poll preview proxy publish query',
    'rate redirect refund register relay renewal repair replay reply report request reset restore return reversal review run',
    'scan schedule score search send share sign star start stop subscribe switch sync test track transfer trigger',
    'update upgrade upload validate verification verify view watch',
  ].flatMap((line) => line.split(' ')),
);
