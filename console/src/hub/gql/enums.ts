/** What the sum of the figures of the hub and of partners’ systems contains. */
export type ActivityState =
  /** Each person counts once, whoever accompanies the person. */
  | 'DEDUPLICATED'
  /** A person or a row that is in several systems may count several times. */
  | 'NOT_DEDUPLICATED'
  /** The figure of at least one partner is not in the sum: it is missing, never zero. */
  | 'PARTNER_MISSING';

/** The form in which the person agreed. */
export type AgreementMethod =
  /** Orally, to a professional who recorded the agreement. */
  | 'ORAL'
  /** In writing. */
  | 'WRITTEN';

/** What a question is split by. */
export type AnalysisDimension =
  /** Age on the person’s first day in the period. */
  | 'AGE_BAND'
  /** How the referral was answered; only for REFERRALS. */
  | 'ANSWER'
  /** The working days until the referral was answered, in classes; only for REFERRALS. */
  | 'ANSWER_TIME'
  /** The employer; only for CLAUSE_HOURS. */
  | 'COMPANY'
  /** Why the referral was declined; only for REFERRALS. */
  | 'DECLINE_REASON'
  /** The district where the person lives. */
  | 'DISTRICT'
  /** The partner that sent the referral; only for REFERRALS. */
  | 'FROM_PARTNER'
  /** Half-years. */
  | 'HALF_YEAR'
  /** Months. */
  | 'MONTH'
  /** The class of the outcome; only for OUTCOMES. */
  | 'OUTCOME_CLASS'
  /** The partner that accompanies the person or recorded the row; not for REFERRALS. */
  | 'PARTNER'
  /** Associations, institutions, or the town: the kind of the partner, for REFERRALS of the receiving partner. */
  | 'PARTNER_KIND'
  /** Quarters. */
  | 'QUARTER'
  /** The status of the row; not for FORUM_ATTENDANCES. */
  | 'STATUS'
  /** The partner that received the referral; only for REFERRALS. */
  | 'TO_PARTNER'
  /** Whether the person is under 26 on the first day in the period. */
  | 'UNDER_26'
  /** First visits and other visits; only for FORUM_ATTENDANCES. */
  | 'VISIT'
  /** Calendar years. */
  | 'YEAR';

/** What is counted. */
export type AnalysisMeasure =
  /** Accepted / (accepted + declined + expired); only for REFERRALS. */
  | 'ACCEPTANCE_RATE'
  /** Pathways, referrals, hours entries, outcomes or visits. */
  | 'COUNT'
  /** Distinct persons: a person of several partners counts once. */
  | 'DISTINCT_PEOPLE'
  /** Hours of work; only for CLAUSE_HOURS. */
  | 'HOURS'
  /** Median working days to an answer, with unanswered referrals counted as still open; only for REFERRALS. */
  | 'MEDIAN_DAYS_TO_ANSWER';

/** What a question is about. */
export type AnalysisSubject =
  /** Hours of work under the clause, by the month worked; only validated hours unless split by STATUS. */
  | 'CLAUSE_HOURS'
  /** Visits to the forums held in the period; each anonymous visitor counts as a different person. */
  | 'FORUM_ATTENDANCES'
  /** Outcomes of the period, of pathways of all partners. */
  | 'OUTCOMES'
  /** Pathways open on at least one day of the period. */
  | 'PATHWAYS'
  /** Referrals sent in the period, without those entered in error. */
  | 'REFERRALS';

/** The status of an appointment. */
export type AppointmentStatus =
  /** The appointment was cancelled. */
  | 'CANCELLED'
  /** The person came. */
  | 'HONOURED'
  /** The person did not come. */
  | 'MISSED'
  /** The appointment is to come, or its result was not recorded yet. */
  | 'PLANNED';

/** The status of a barrier. */
export type BarrierStatus =
  /** A professional is working on the barrier. */
  | 'BEING_WORKED_ON'
  /** Nothing is being done about the barrier yet. */
  | 'OPEN'
  /** The barrier no longer exists. */
  | 'RESOLVED';

/** The theme of a barrier, from the vocabulary of data·inclusion, version 1. */
export type BarrierTheme =
  /** Choosing an occupation. */
  | 'CHOISIR_UN_METIER'
  /** Starting a business. */
  | 'CREER_UNE_ENTREPRISE'
  /** Administrative or legal difficulties. */
  | 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES'
  /** Financial difficulties. */
  | 'DIFFICULTES_FINANCIERES'
  /** Equipment and food. */
  | 'EQUIPEMENT_ET_ALIMENTATION'
  /** Family: child care, or care for parents. */
  | 'FAMILLE'
  /** Reading, writing, arithmetic or French. */
  | 'LECTURE_ECRITURE_CALCUL'
  /** Housing. */
  | 'LOGEMENT_HEBERGEMENT'
  /** Mobility and transport. */
  | 'MOBILITE'
  /** Computers and the Internet. */
  | 'NUMERIQUE'
  /** Preparing a job application. */
  | 'PREPARER_SA_CANDIDATURE'
  /** Regaining confidence, social contact and a daily routine. */
  | 'REMOBILISATION'
  /** The person needs help with health; nothing else is recorded. */
  | 'SANTE'
  /** Training. */
  | 'SE_FORMER'
  /** Working abroad, or returning from abroad. */
  | 'SOUVRIR_A_LINTERNATIONAL'
  /** Finding a job. */
  | 'TROUVER_UN_EMPLOI';

/** The kinds of events about a person’s file. */
export type BeneficiaryEventKind =
  /** Another file of the same person was merged into this file. `replaced` is the id of the other file, for partners that knew it. */
  | 'MERGED'
  /** A merge was undone, and the two files are separate again. `replaced` is the id of the file that this file was merged with, for partners that knew the person by that id. */
  | 'MERGE_UNDONE'
  /** The viewer’s partner set, changed or removed its own reference of the person. */
  | 'REFERENCE_CHANGED'
  /** The person was registered. */
  | 'REGISTERED';

/** The order of a list of persons. */
export type BeneficiaryOrder =
  /** By last name, then first name. */
  | 'NAME'
  /** By registration, newest first. */
  | 'NEWEST';

/** What happened to a lot. */
export type ClauseEventKind =
  /** The lot’s forecast fell below the committed hours. */
  | 'SHORTFALL'
  /** The lot’s forecast reaches the committed hours again. */
  | 'SHORTFALL_ENDED';

/** How a company provides its hours under the clause. */
export type ClauseModality =
  /** The company of the lot employs the person. */
  | 'DIRECT_HIRE'
  /** A staffing agency or an insertion structure employs the person and assigns the person to the company of the lot. */
  | 'STAFFING'
  /** A subcontractor employs the person. */
  | 'SUBCONTRACTING';

/** A command: the mutation of the same name. */
export type Command =
  /** Accepts to help the person. From then on the receiver has the access that the sender granted. For the receiver. */
  | 'ACCEPT_REFERRAL'
  /** Adds a company to the directory of companies. For facilitators. */
  | 'ADD_COMPANY'
  /** Adds a contact to a person’s file. Needs a sharing of scope IDENTITY. */
  | 'ADD_CONTACT'
  /** Records the document that shows the holder’s eligibility. For the partner that recorded the contract and the programme’s facilitators. */
  | 'ADD_ELIGIBILITY_EVIDENCE'
  /** Adds an exhibitor to a forum. For the coordinators of the partner that organises the forum. */
  | 'ADD_EXHIBITOR'
  /** Adds a lot to a procurement. For the facilitators of the partner that runs the programme. */
  | 'ADD_LOT'
  /** Invites a system that the viewer’s partner runs. Once the system has accepted (`POST /auth/accept`), it signs in with its client credentials. For the partner’s administrators. */
  | 'ADD_MACHINE_ACCOUNT'
  /** Adds a partner to the hub and invites its first administrator. For coordinators. */
  | 'ADD_PARTNER'
  /** Adds a procurement to a programme. For the facilitators of the partner that runs it. */
  | 'ADD_PROCUREMENT'
  /** Adds an item to the roadmap, in the state PLANNED. For coordinators. */
  | 'ADD_ROADMAP_ITEM'
  /** Adds a service to the viewer’s partner. For the partner’s administrators. */
  | 'ADD_SERVICE'
  /** Adds a step to a pathway that the viewer sees. */
  | 'ADD_STEP'
  /** Adds a webhook: an address to which the hub sends the events of the viewer’s partner. A partner has at most 10 webhooks. For the partner’s administrators. */
  | 'ADD_WEBHOOK'
  /** Answers a link request about a person whose referent is the viewer’s partner. ACCEPT shares the file as the person agreed. */
  | 'ANSWER_LINK_REQUEST'
  /** Assigns an open referral to a member of the receiver, or unassigns it. Only the receiver is notified; the version does not change. For the receiver. */
  | 'ASSIGN_REFERRAL'
  /** Cancels the referral. For the sender, and for the receiver once it has accepted. */
  | 'CANCEL_REFERRAL'
  /** Changes the status or the remark of a barrier. For the partner that recorded the barrier. */
  | 'CHANGE_BARRIER'
  /** Changes the content of a draft. For the sender. */
  | 'CHANGE_REFERRAL_DRAFT'
  /** Changes an open service. For its partner’s administrators. */
  | 'CHANGE_SERVICE'
  /** Changes the address or the topics of a webhook. After a change of the address, waiting messages are sent at once. For the partner’s administrators. */
  | 'CHANGE_WEBHOOK'
  /** Chooses when the hub e-mails the viewer about unread notifications: at once, once a day, or never. */
  | 'CHOOSE_MAIL'
  /** Chooses how the committee’s figures are protected, before the first release. For the data protection officer of the town. */
  | 'CHOOSE_PROTECTION'
  /** Records the result of an appointment. Possible once. For the partner that planned the appointment. */
  | 'CLOSE_APPOINTMENT'
  /** Records the result of an objective. Possible once. For the partner that set the objective. */
  | 'CLOSE_OBJECTIVE'
  /** Closes a service: it takes on no new people. For its partner’s administrators. */
  | 'CLOSE_SERVICE'
  /** Makes the indicators of a year final and exact, with suppression. It cannot be undone; errors are corrected in a revision. For the coordinator. */
  | 'CLOSE_YEAR'
  /** Closes the referral with its outcome. For the receiver. */
  | 'COMPLETE_REFERRAL'
  /** Deactivates a member, in this role or in all roles of the same person: the member can no longer sign in. Refused for the last administrator. For the partner’s administrators. */
  | 'DEACTIVATE_MEMBER'
  /** Declares that two files belong to two different persons. From then on, neither file is suggested to any partner as a duplicate of the other, and the files cannot be merged until the declaration is retracted. For a partner that sees both persons. */
  | 'DECLARE_DISTINCT'
  /** Declares hours: either all rows or none. A refusal names the row. For the partner that recorded the contract and the programme’s facilitators. */
  | 'DECLARE_HOURS'
  /** Declines the referral, with a reason. The receiver loses access to the person. For the receiver. */
  | 'DECLINE_REFERRAL'
  /** Deletes a saved question. Snapshots keep its answers. For its owner. */
  | 'DELETE_SAVED_ANALYSIS'
  /** Creates a draft, to be sent later. Only the sender sees it until it is sent. */
  | 'DRAFT_REFERRAL'
  /** Edits an item of the roadmap. For coordinators. */
  | 'EDIT_ROADMAP_ITEM'
  /** Records or corrects the last day of a contract. For the partner that recorded the contract and the programme’s facilitators. */
  | 'END_CLAUSE_CONTRACT'
  /** Records that a person no longer meets a criterion. For the partner that recorded the criterion. */
  | 'END_CRITERION'
  /** Marks a referral, open or closed, as recorded by mistake. The receiver loses access to the person. For the sender and for coordinators; for a coordinator the payload’s `referral` is null. */
  | 'ENTER_REFERRAL_IN_ERROR'
  /** Erases a person from the whole hub, permanently. Only a count of erased persons is incremented. For the data protection officer and the administrators of the referent. */
  | 'ERASE_BENEFICIARY'
  /** Records that a person agreed to continue a sharing. A new sharing replaces the old one. For the partner that granted the sharing and for the referent. */
  | 'EXTEND_SHARING'
  /** Interrupts the referral for a time, with a reason. The receiver keeps its access to the person. For the receiver. */
  | 'HOLD_REFERRAL'
  /** Invites a person to become a member of the viewer’s partner, in one role. To give the same person several roles, invite once per role. The membership takes effect when the person accepts (`POST /auth/accept`). For the partner’s administrators. */
  | 'INVITE_MEMBER'
  /** Makes a release that was missed. The hub makes the others by itself on the first of each month. For the coordinator. */
  | 'MAKE_RELEASE'
  /** Marks notifications of the viewer as read. Calling it again has no effect. */
  | 'MARK_NOTIFICATIONS_READ'
  /** Merges two files of one person into one. A merge can be undone. For the partner that is the referent of both. */
  | 'MERGE_BENEFICIARIES'
  /** Changes the state of a roadmap item. For coordinators, and for administrators of the partner that is responsible for the item. */
  | 'MOVE_ROADMAP_ITEM'
  /** Records a person’s contract under the clause. Needs a sharing of scope PATHWAY. */
  | 'OPEN_CLAUSE_CONTRACT'
  /** Opens a programme of insertion clauses that the viewer’s partner runs. For facilitators. */
  | 'OPEN_CLAUSE_PROGRAMME'
  /** Opens a forum that the viewer’s partner organises. For coordinators. */
  | 'OPEN_FORUM'
  /** Opens a pathway of a person with the viewer’s partner. Requires a sharing of scope PATHWAY. */
  | 'OPEN_PATHWAY'
  /** Pauses a webhook. Until it is resumed, the hub sends nothing and keeps the messages for at most 30 days. For the partner’s administrators. */
  | 'PAUSE_WEBHOOK'
  /** Records an appointment of a person with a professional of the viewer’s partner. Needs a sharing of scope FOLLOW_UP. */
  | 'PLAN_APPOINTMENT'
  /** Reactivates a member: the member can sign in again. For the partner’s administrators. */
  | 'REACTIVATE_MEMBER'
  /** Records that a person came to a forum, at most once for each forum. Needs the person’s agreement and a sharing of scope PATHWAY. */
  | 'RECORD_ATTENDANCE'
  /** Records a barrier between a person and employment. Needs a sharing of scope FOLLOW_UP. */
  | 'RECORD_BARRIER'
  /** Records a criterion that a person meets. Needs a sharing of scope PATHWAY. */
  | 'RECORD_CRITERION'
  /** Records the person’s situation about six months after an outcome, once. For the outcome’s partner. */
  | 'RECORD_FOLLOW_UP'
  /** Records how many people came to a forum, without names. For members who work with persons. */
  | 'RECORD_HEADCOUNT'
  /** Records an outcome of a pathway, and closes the pathway unless `keepOpen` is true. For the pathway’s partner, with a sharing of scope PATHWAY. */
  | 'RECORD_OUTCOME'
  /** Records that a person agreed to share the file with a partner. The scope cannot exceed the scope of the viewer’s partner. */
  | 'RECORD_SHARING_AGREEMENT'
  /** Refers the person of a closed referral again, with the person’s agreement. The payload returns the new referral. For the sender of the closed one. */
  | 'REFER_AGAIN'
  /** Sends a referral that results from a contact at a forum, as `sendReferral` does. The receiver is notified at once. For the partner that recorded the attendance. */
  | 'REFER_ATTENDANCE'
  /** Registers a person. The viewer’s partner becomes the referent. When the person is already registered, the answer is ALREADY_KNOWN: the payload contains the file if the viewer’s partner may see it. Otherwise it contains nothing; use `requestLink` to ask for access. After too many such answers on one day, the answer is LIMITED. */
  | 'REGISTER_BENEFICIARY'
  /** Rejects declared or validated hours, with a reason. For the programme’s facilitators. */
  | 'REJECT_HOURS'
  /** Removes a contact and deletes its value. For the partner that recorded the contact and for the person’s referent. */
  | 'REMOVE_CONTACT'
  /** Removes a note and deletes its text. For the author of the note. */
  | 'REMOVE_NOTE'
  /** Removes a webhook and deletes its waiting messages. For the partner’s administrators. */
  | 'REMOVE_WEBHOOK'
  /** Changes the display name of a partner. For coordinators. */
  | 'RENAME_PARTNER'
  /** Answers the receiver’s question and returns the referral to review. For the sender. */
  | 'REPLY_TO_REFERRAL'
  /** Asks the referent of a person to share the file as the person agreed. The requesting partner does not need to know which partner that is. The payload is the same whether or not the person is registered. A request without an answer expires after 30 days, or earlier when the agreement ends. */
  | 'REQUEST_LINK'
  /** Asks the sender for information. The referral can be neither accepted nor declined until the sender replies. For the receiver. */
  | 'REQUEST_REFERRAL_INFO'
  /** Resumes the referral after an interruption, with a reason. For the receiver. */
  | 'RESUME_REFERRAL'
  /** Resumes a paused webhook: sends the messages that were kept, then new ones. For the partner’s administrators. */
  | 'RESUME_WEBHOOK'
  /** Retracts the declaration that two files belong to two persons. For the partner that made the declaration, and for the referent of both persons. */
  | 'RETRACT_DISTINCT'
  /** Starts the review of a referral. For the receiver. */
  | 'REVIEW_REFERRAL'
  /** Counts the final figures of a subject in a closed year again: a numbered revision with its reason, at most one a year, and none that would show a change of a few persons. For the coordinator. */
  | 'REVISE_YEAR'
  /** Replaces the text of a note. For the author of the note. */
  | 'REWORD_NOTE'
  /** Gives a webhook a new secret. Messages are signed with both secrets for 24 hours, unless `atOnce` is true. For the partner’s administrators. */
  | 'ROTATE_WEBHOOK_SECRET'
  /** Saves a question, so that it can be asked again. For members of the steering committee. */
  | 'SAVE_ANALYSIS'
  /** Refers a person to another partner, with the person’s agreement. The receiver is notified at once. */
  | 'SEND_REFERRAL'
  /** Sends a draft, with the person’s agreement. The receiver is notified at once. For the sender. */
  | 'SEND_REFERRAL_DRAFT'
  /** Sends a message to the other side of a referral, open or closed, as long as both sides see the person. Both sides are notified. For both sides. */
  | 'SEND_REFERRAL_MESSAGE'
  /** Changes the role of a member. Refused when the partner would have no administrator left. For the partner’s administrators. */
  | 'SET_MEMBER_ROLE'
  /** Sets an objective of a person on a pathway. Needs a sharing of scope FOLLOW_UP. */
  | 'SET_OBJECTIVE'
  /** Sets or removes the reference that a person has in the software of the viewer’s partner. By this reference, and by no other data about the person, a federation gateway asks the partner’s own system. */
  | 'SET_OWN_REFERENCE'
  /** Shares a saved question with the whole committee, or stops sharing it. For its owner. */
  | 'SHARE_ANALYSIS'
  /** Records the first contact with the person. For the receiver. */
  | 'START_REFERRAL'
  /** Stores the indicators of a year and the answers to all shared questions for that year, exactly as presented now. Shared questions that cannot be asked any more are left out. For members of the steering committee. */
  | 'TAKE_SNAPSHOT'
  /** Sends a test message about the webhook itself, and sends waiting messages at once. `deliveries` shows the result. For the partner’s administrators. */
  | 'TEST_WEBHOOK'
  /** Undoes a merge: there are two files again. Rows that were added since the merge to a row of the duplicate go back to the duplicate: for example a step of its pathway, an extension of its agreement, or the answer to its referral. All other rows that were added since stay with the kept person. For the partner that is the referent of both. */
  | 'UNDO_MERGE'
  /** Validates declared hours, either all entries or none. Validated hours count. For the programme’s facilitators. */
  | 'VALIDATE_HOURS'
  /** Verifies an outcome of the viewer’s partner. For a member other than the one who recorded it, or for an administrator. */
  | 'VERIFY_OUTCOME'
  /** Puts the person on the waiting list. For the receiver. */
  | 'WAITLIST_REFERRAL'
  /** Ends all sharings of a person with a partner, when the person withdraws: those from agreements and those from referrals. Open referrals to the partner are cancelled, and earlier agreements no longer count. For the partner itself, the partners that granted one of the sharings, and the referent. Returns the sharings that ended. */
  | 'WITHDRAW_FROM_PARTNER'
  /** Ends a sharing immediately, when the person withdraws it. For the partner that has the sharing, the partner that granted it and the referent. An open referral that depends on the sharing is cancelled. */
  | 'WITHDRAW_SHARING'
  /** Writes a note about a person. Needs a sharing of scope FOLLOW_UP. */
  | 'WRITE_NOTE';

/** The means by which a person is contacted. */
export type ContactKind =
  /** By post, or at home. */
  | 'ADDRESS'
  /** By e-mail. */
  | 'EMAIL'
  /** By telephone. */
  | 'PHONE';

/** An administrative criterion: a target group (public) of data·inclusion, or a more specific criterion that programmes ask for. */
export type CriterionKey =
  /** Is employed. */
  | 'ACTIFS'
  /** Receives a minimum income. */
  | 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX'
  /** Receives the RSA. */
  | 'BENEFICIAIRES_DU_RSA'
  /** Is registered as a jobseeker. */
  | 'DEMANDEURS_EMPLOI'
  /** Has been registered as a jobseeker for more than a year. */
  | 'DEMANDEURS_EMPLOI_DE_LONGUE_DUREE'
  /** Is a student. */
  | 'ETUDIANTS'
  /** Lives with children, or is expecting a child. */
  | 'FAMILLES'
  /** Is a woman. */
  | 'FEMMES'
  /** Is under 26 years of age. */
  | 'JEUNES'
  /** Is under 26 years of age and has no qualification. */
  | 'JEUNES_SANS_QUALIFICATION'
  /** Is a single parent. */
  | 'PARENTS_ISOLES'
  /** Is officially recognised as a worker with a disability. */
  | 'PERSONNES_EN_SITUATION_DE_HANDICAP'
  /** Has no safe place to live. */
  | 'PERSONNES_EN_SITUATION_DURGENCE'
  /** Lives in a priority neighbourhood (QPV) or in a rural revitalisation area (FRR). */
  | 'RESIDENTS_QPV_FRR'
  /** Is 50 years of age or older. */
  | 'SENIORS';

/** Why a referral was declined. */
export type DeclineReason =
  /** The person is already accompanied. */
  | 'ALREADY_FOLLOWED'
  /** The same referral was already sent. */
  | 'DUPLICATE'
  /** The person has found work or training. */
  | 'HIRED_OR_IN_TRAINING'
  /** The referral has too little information for a decision. */
  | 'INSUFFICIENT_INFO'
  /** The person does not meet the conditions. */
  | 'NOT_ELIGIBLE'
  /** The person does not want the service. */
  | 'NOT_INTERESTED'
  /** No place is free. */
  | 'NO_CAPACITY'
  /** Another reason; the comment states it. */
  | 'OTHER'
  /** The person lives outside the service’s area. */
  | 'OUT_OF_AREA'
  /** The person could not be reached. */
  | 'UNREACHABLE'
  /** The person needs another service. */
  | 'WRONG_SERVICE';

/** Who declined a referral. */
export type DeclineSide =
  /** The person declined. */
  | 'PERSON'
  /** The service declined. */
  | 'PROVIDER';

/** How persons’ data was shown to a member. */
export type DisclosureVia =
  /** In an export of the person’s file. */
  | 'EXPORT'
  /** In the result of a mutation. */
  | 'MUTATION'
  /** In the result of a query. */
  | 'QUERY'
  /** A search. The entry names no person; `found` is the number of persons that the search found. */
  | 'SEARCH'
  /** On a printed access sheet. */
  | 'SHEET'
  /** In an event that a subscription delivered. */
  | 'SUBSCRIPTION';

/** How a count of distinct persons with the system of a partner ended. */
export type DistinctCountOutcome =
  /** It was interrupted, or the system did not answer. Nothing was counted. */
  | 'ABORTED'
  /** The persons were counted. */
  | 'COUNTED'
  /** The system says that the period was counted, or tried too often. */
  | 'REPEATED'
  /** A side has too few persons in the period. */
  | 'TOO_FEW'
  /** A side has more persons than can be counted. */
  | 'TOO_MANY'
  /** The persons of a side are almost those of an earlier count. */
  | 'TOO_SIMILAR';

/** The district of the town where a person lives. */
export type District =
  /** The north of the town. */
  | 'NORTH'
  /** Outside the town. */
  | 'OUTSIDE'
  /** The south of the town. */
  | 'SOUTH';

/** Why a person may work under the insertion clause. */
export type EligibilityCriterion =
  /** Recognised as a disabled worker. */
  | 'DISABLED_WORKER'
  /** Employed by an insertion structure. */
  | 'IN_INSERTION_STRUCTURE'
  /** Unemployed for more than twelve months. */
  | 'LONG_TERM_UNEMPLOYED'
  /** Receives a minimum income. */
  | 'MINIMUM_INCOME'
  /** Another criterion, stated in the document. */
  | 'OTHER'
  /** Lives in a priority district. */
  | 'PRIORITY_DISTRICT'
  /** Fifty or older. */
  | 'SENIOR'
  /** Young, with little qualification. */
  | 'YOUNG_LOW_QUALIFIED';

/** The reason for which a person was erased. */
export type ErasureReason =
  /** The file should never have been opened. */
  | 'MISTAKE'
  /** The person asked for the erasure. */
  | 'REQUEST'
  /** The retention period ended: no partner had had contact with the person for that time. */
  | 'RETENTION';

/** What an exhibitor offers at a forum. */
export type ExhibitorKind =
  /** The help of an association. */
  | 'ASSOCIATION'
  /** Jobs. */
  | 'EMPLOYER'
  /** A public service. */
  | 'PUBLIC_SERVICE'
  /** Training courses. */
  | 'TRAINING';

/** Class of an outcome, by the frame in force on the day of the outcome. Published figures count the three classes together as positive exits. */
export type ExitClass =
  /** Lasting work: a permanent contract, a contract longer than the frame’s number of months, or an own business. */
  | 'DURABLE'
  /** A step towards work: a qualifying training course, or another insertion structure. */
  | 'POSITIVE'
  /** Work for a limited time, or work with public aid. */
  | 'TRANSITION';

/** Whether a figure is shown, and if not, why not. */
export type FigureState =
  /** The hours would reveal those of one company. */
  | 'DOMINATED'
  /** The release in which the period is drawn is being made, or was missed. */
  | 'IN_PREPARATION'
  /** Impossible by definition: the partner has no such activity. */
  | 'NOT_APPLICABLE'
  /** There is no figure this fine: a longer period or fewer splits may have one. */
  | 'NOT_PUBLISHED'
  /** The median is not reached: more than half are still waiting for an answer. */
  | 'NOT_REACHED'
  /** The period is drawn in a later release. */
  | 'NOT_YET'
  /** The value is shown. */
  | 'SHOWN'
  /** The margin is too large for the value to mean anything. */
  | 'UNCERTAIN'
  /** Too few persons, or the value would let somebody find another one that counts too few. */
  | 'WITHHELD';

/** Which part of a person’s file has changed. */
export type FileEventKind =
  /** The viewer’s partner may no longer see the person. No other event about the file follows. */
  | 'ACCESS_ENDED'
  /** Appointments. Needs a sharing of scope FOLLOW_UP. */
  | 'APPOINTMENT'
  /** Attendances at forums. Needs a sharing of scope PATHWAY. */
  | 'ATTENDANCE'
  /** Barriers. Needs a sharing of scope FOLLOW_UP. */
  | 'BARRIER'
  /** Telephone numbers and addresses. */
  | 'CONTACT'
  /** Contracts under the insertion clause. Needs a sharing of scope PATHWAY. */
  | 'CONTRACT'
  /** Criteria. Needs a sharing of scope PATHWAY. */
  | 'CRITERION'
  /** Notes that the viewer’s partner may see. Needs a sharing of scope FOLLOW_UP. */
  | 'NOTE'
  /** Objectives. Needs a sharing of scope FOLLOW_UP. */
  | 'OBJECTIVE'
  /** Outcomes of pathways. Needs a sharing of scope PATHWAY. */
  | 'OUTCOME'
  /** Pathways. Needs a sharing of scope PATHWAY. */
  | 'PATHWAY'
  /** The file was registered, merged with another file or separated from it, or a partner changed its own reference of the person. */
  | 'PERSON'
  /** Referrals of which the viewer’s partner is a side. */
  | 'REFERRAL'
  /** Sharings of the person. */
  | 'SHARING'
  /** Steps that the viewer’s partner may see. Needs a sharing of scope PATHWAY. */
  | 'STEP';

/** The part of the town in which a forum is held. */
export type ForumArea =
  /** The north of the town. */
  | 'NORTH'
  /** The south of the town. */
  | 'SOUTH';

/** The kind of hours. */
export type HoursKind =
  /** Training during the contract. */
  | 'TRAINING'
  /** Tutoring by an employee of the company. */
  | 'TUTORING'
  /** Work. Only hours of work count towards the commitment. */
  | 'WORK';

/** The status of declared hours. */
export type HoursStatus =
  /** The hours wait for a facilitator’s decision. */
  | 'DECLARED'
  /** A facilitator rejected the hours, with a reason. They may be declared again. */
  | 'REJECTED'
  /** A facilitator confirmed the hours, so they count. */
  | 'VALIDATED';

/** The indicators that the hub computes for the steering committee. */
export type IndicatorKey =
  /** Persons accompanied in the period. A person accompanied by several partners counts once. */
  | 'ACCOMPANIED_PEOPLE'
  /** Persons accompanied in the period, counted once for each partner. */
  | 'ACCOMPANIED_SUM'
  /** The share of referrals answered within three working days. */
  | 'ANSWERED_WITHIN_3_DAYS'
  /** The share of referrals answered within five working days. */
  | 'ANSWERED_WITHIN_5_DAYS'
  /** Hours of work under the insertion clause, validated, by the month in which they were worked. */
  | 'CLAUSE_HOURS'
  /** Hours of work under the insertion clause that are declared but neither validated nor rejected. */
  | 'CLAUSE_HOURS_DECLARED'
  /** Validated hours of work as a share of the hours committed for the period. */
  | 'CLAUSE_HOURS_RATE'
  /** Outcomes of the class DURABLE. */
  | 'DURABLE_EXITS'
  /** Visits to the employment forums. */
  | 'FORUM_ATTENDANCES'
  /** Visits to the employment forums by people who were unknown to all partners before. */
  | 'FORUM_FIRST_TIME'
  /** The share of accepted referrals whose outcome was reported to the sender. */
  | 'LOOP_CLOSURE_RATE'
  /** Median days until a referral is answered. Unanswered referrals count as still open. */
  | 'MEDIAN_DAYS_TO_ANSWER'
  /** Outcomes of any class: DURABLE, TRANSITION or POSITIVE. */
  | 'POSITIVE_EXITS'
  /** Outcomes of the class POSITIVE: training courses and other insertion structures. */
  | 'QUALIFYING_EXITS'
  /** Referrals sent in the period. */
  | 'REFERRALS_SENT'
  /** Accepted referrals as a share of the sent referrals that were accepted, declined or expired. */
  | 'REFERRAL_ACCEPTANCE_RATE'
  /** Outcomes of the class TRANSITION. */
  | 'TRANSITION_EXITS'
  /** Persons accompanied who were under 26 on the first day of their support in the period. */
  | 'YOUNG_PEOPLE';

/** The unit of an indicator. */
export type IndicatorUnit =
  /** Events. */
  | 'COUNT'
  /** Days. */
  | 'DAYS'
  /** Hours. */
  | 'HOURS'
  /** Persons, each counted once. */
  | 'PERSONS'
  /** A share, from 0 to 1. */
  | 'RATIO';

/** Why law requires a file to be kept beyond its retention period. */
export type KeptByLaw =
  /** A contract under the insertion clause is in progress. The procurement requires it to be kept until it ends. */
  | 'CONTRACT'
  /** Insertion hours were validated this year. They must be kept until the end of the calendar year. */
  | 'HOURS';

/** The answer of the referent. */
export type LinkAnswer =
  /** The file is shared as the person agreed. */
  | 'ACCEPT'
  /** The file is not shared. */
  | 'REFUSE';

/** Received or sent link requests. */
export type LinkBox =
  /** Requests about persons whose referent is the viewer’s partner. */
  | 'INBOX'
  /** Requests that the viewer’s partner sent. */
  | 'OUTBOX';

/** The kinds of events about a link request. */
export type LinkEventKind =
  /** The referent accepted the request and shared the file. */
  | 'ACCEPTED'
  /** The referent refused the request. */
  | 'REFUSED'
  /** A partner asked for access to a person whose referent is the viewer’s partner. */
  | 'REQUESTED';

/** The status of a link request. */
export type LinkStatus =
  /** The referent accepted the request and shared the file. */
  | 'ACCEPTED'
  /** Not answered in time, or no such person is registered. */
  | 'EXPIRED'
  /** Not answered yet, or no such person is registered. */
  | 'PENDING'
  /** The referent refused the request. */
  | 'REFUSED';

/** The language of e-mails. */
export type MailLanguage =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** When the hub e-mails a member about unread notifications. */
export type MailTiming =
  /** Within minutes; later while the member is connected to the hub. */
  | 'AT_ONCE'
  /** Once a day, at 7:30 (Europe/Paris). */
  | 'DAILY'
  /** No e-mail. */
  | 'NONE';

/** What sort of account a member is. */
export type MemberKind =
  /** A system that the partner runs. */
  | 'MACHINE'
  /** A person: a professional. */
  | 'PERSON';

/** What happened to a notification. */
export type NotificationEventKind =
  /** The viewer got the notification. */
  | 'ADDED'
  /** The notification was read, here or in another window, or the viewer acted on the referral. */
  | 'READ'
  /** The notification and all earlier ones were read. */
  | 'READ_UP_TO';

/** What a member is notified of. */
export type NotificationKind =
  /** The forecast of a lot fell below the committed hours. */
  | 'CLAUSE_SHORTFALL'
  /** The referent accepted a link request and shared the file. */
  | 'LINK_ACCEPTED'
  /** The referent refused a link request and did not share the file. */
  | 'LINK_REFUSED'
  /** A partner asks to be linked with a person whose referent is the viewer’s partner. */
  | 'LINK_REQUESTED'
  /** A member of the committee asked so many different questions about the same persons that somebody should ask why. */
  | 'QUESTION_OVERLAPPING'
  /** A referral was accepted. */
  | 'REFERRAL_ACCEPTED'
  /** The receiver of a referral sees less of the person’s file than the referral was meant to give access to. */
  | 'REFERRAL_ACCESS_LIMITED'
  /** A referral was assigned to the member. */
  | 'REFERRAL_ASSIGNED'
  /** A referral was cancelled. */
  | 'REFERRAL_CANCELLED'
  /** A referral was completed: the person received the service. */
  | 'REFERRAL_COMPLETED'
  /** A referral was declined. */
  | 'REFERRAL_DECLINED'
  /** A referral was marked as entered in error: it should not have been sent. */
  | 'REFERRAL_ENTERED_IN_ERROR'
  /** A referral has waited too long for an answer. */
  | 'REFERRAL_ESCALATED'
  /** A referral expired because it was not answered in time. */
  | 'REFERRAL_EXPIRED'
  /** A referral was put on hold. */
  | 'REFERRAL_HELD'
  /** The receiver asked a question about a referral. */
  | 'REFERRAL_INFO_REQUESTED'
  /** The other side wrote a message about a referral. */
  | 'REFERRAL_MESSAGED'
  /** A referral ended without the service being given. */
  | 'REFERRAL_NOT_COMPLETED'
  /** A referral waits for an answer: from the receiver, or from the sender when the receiver asked a question. */
  | 'REFERRAL_REMINDED'
  /** The sender answered the receiver’s question. */
  | 'REFERRAL_REPLIED'
  /** A referral was resumed after it had been on hold. */
  | 'REFERRAL_RESUMED'
  /** The viewer’s partner received a referral. */
  | 'REFERRAL_SENT'
  /** The receiver of a referral met the person. */
  | 'REFERRAL_STARTED'
  /** A referral is on the receiver’s waiting list. */
  | 'REFERRAL_WAITLISTED'
  /** A release of the committee’s figures is due and could not be made for a day. */
  | 'RELEASE_LATE'
  /** A file will be erased in 30 days, unless the person is helped again before then. */
  | 'RETENTION_DUE'
  /** A sharing ends within 30 days. */
  | 'SHARING_EXPIRING'
  /** A partner of the town has left a referral unanswered for too long. */
  | 'UNANSWERED_ESCALATED'
  /** The hub paused a webhook of the viewer’s partner because its receiver did not accept messages. */
  | 'WEBHOOK_PAUSED';

/** The status of an objective. */
export type ObjectiveStatus =
  /** The objective was given up. */
  | 'DROPPED'
  /** The person is working towards the objective. */
  | 'OPEN'
  /** The person reached the objective. */
  | 'REACHED';

/** Evidence of an outcome. */
export type OutcomeEvidence =
  /** A certificate of the employer, the school or the insertion structure. */
  | 'CERTIFICATE'
  /** The contract. */
  | 'CONTRACT'
  /** No evidence yet. */
  | 'NONE'
  /** A payslip. */
  | 'PAYSLIP'
  /** The person’s own statement. */
  | 'STATEMENT';

/** A person’s situation after a pathway. */
export type OutcomeSituation =
  /** An own business. */
  | 'BUSINESS_CREATION'
  /** A fixed-term contract. */
  | 'CDD'
  /** A permanent contract. */
  | 'CDI'
  /** A state-subsidised contract. */
  | 'CONTRAT_AIDE'
  /** Neither in work nor looking for work. */
  | 'INACTIVE'
  /** Temporary agency work. */
  | 'INTERIM'
  /** Looking for work. */
  | 'JOB_SEEKING'
  /** Can no longer be reached. */
  | 'LOST_CONTACT'
  /** Has moved away. */
  | 'MOVED_AWAY'
  /** Anything else. */
  | 'OTHER'
  /** Another insertion structure. */
  | 'OTHER_STRUCTURE'
  /** Work in the public service. */
  | 'PUBLIC_SERVICE'
  /** A training course that leads to a qualification. */
  | 'QUALIFYING_TRAINING';

/** Whether the system of a partner gave a figure. */
export type PartnerActivityState =
  /** The partner’s system did not answer when the release was made. */
  | 'MISSING'
  /** The value is from the partner’s system. */
  | 'REPORTED'
  /** The partner’s system withholds the value, for example because it is small. */
  | 'SUPPRESSED';

/** The kind of organisation that a partner is. */
export type PartnerKind =
  /** A local association. */
  | 'ASSOCIATION'
  /** A public institution or service. */
  | 'INSTITUTION'
  /** The town, which coordinates. */
  | 'TOWN';

/** Order of pathways, by first day. */
export type PathwayOrder =
  /** Latest first. */
  | 'NEWEST'
  /** Earliest first. */
  | 'OLDEST';

/** State of a pathway. */
export type PathwayStatus =
  /** Closed. */
  | 'CLOSED'
  /** In progress. */
  | 'OPEN'
  /** Interrupted for a time. */
  | 'SUSPENDED';

/** An action that the hub proposes to the viewer’s partner. */
export type ProposedAct =
  /** Update the number of free places of the service: a referral was declined with NO_CAPACITY, but the service’s capacity is not 0, not set or out of date. The partner’s administrators do this with `changeService`. */
  | 'UPDATE_CAPACITY';

/** How the committee’s figures are protected. The data protection officer of the town chooses it before the first release. */
export type ProtectionLevel =
  /** For a town with about a thousand persons a year or more. */
  | 'DEFAULT'
  /** More noise and larger cells than DEFAULT, for a town that shares sensitive activities. */
  | 'STRICT'
  /** Yearly figures only, for a small town. */
  | 'YEARLY';

/** Why the receiver’s access to the person is smaller than the scope of the referral. */
export type ReferralAccessLimit =
  /** The person withdrew from the receiver after the referral was sent. */
  | 'PERSON'
  /** The sender’s own access no longer covers that scope. */
  | 'SENDER';

/** An action that a screen can offer on a referral. */
export type ReferralAction =
  /** Accept to help the person. */
  | 'ACCEPT'
  /** Cancel the referral, with a reason. */
  | 'CANCEL'
  /** Change the content of a draft. */
  | 'CHANGE_DRAFT'
  /** Close the referral with its outcome. */
  | 'COMPLETE'
  /** Decline, with a reason. */
  | 'DECLINE'
  /** Mark the referral as recorded by mistake, with a reason. */
  | 'ENTER_IN_ERROR'
  /** Interrupt the referral for a time, with a reason. */
  | 'HOLD'
  /** Send a new referral of the person, linked to this one. */
  | 'REFER_AGAIN'
  /** Answer the receiver’s question. */
  | 'REPLY'
  /** Ask the sender for information. */
  | 'REQUEST_INFO'
  /** Resume the referral after an interruption, with a reason. */
  | 'RESUME'
  /** Start the review. */
  | 'REVIEW'
  /** Send a draft, with the person’s agreement. */
  | 'SEND'
  /** Record the first contact with the person. */
  | 'START'
  /** Put the person on the waiting list. */
  | 'WAITLIST';

/** Received or sent referrals. */
export type ReferralBox =
  /** Referrals received by the viewer’s partner. */
  | 'INBOX'
  /** Referrals sent by the viewer’s partner. */
  | 'OUTBOX';

/** What happened to a referral. */
export type ReferralEventKind =
  /** The referral was accepted. */
  | 'ACCEPTED'
  /** The receiver’s access to the person is smaller than the scope of the referral: see `accessLimit`. */
  | 'ACCESS_LIMITED'
  /** The receiver changed the member to whom the referral is assigned. Delivered to the receiver only. */
  | 'ASSIGNED'
  /** The referral was cancelled. */
  | 'CANCELLED'
  /** The referral was closed; the person received the service. */
  | 'COMPLETED'
  /** The referral was declined. */
  | 'DECLINED'
  /** A draft was created. Delivered to the sender only. */
  | 'DRAFTED'
  /** The content of the draft was changed. Delivered to the sender only. */
  | 'DRAFT_CHANGED'
  /** The referral was marked as recorded by mistake. */
  | 'ENTERED_IN_ERROR'
  /** The referral has waited too long for an answer. */
  | 'ESCALATED'
  /** The referral was not answered in time. */
  | 'EXPIRED'
  /** The referral was interrupted for a time. */
  | 'HELD'
  /** The receiver asked the sender for information. */
  | 'INFO_REQUESTED'
  /** One side wrote to the other. */
  | 'MESSAGED'
  /** The referral was closed; the person did not receive the service. */
  | 'NOT_COMPLETED'
  /** The referral still waits for an answer. Delivered only to the side that has to act. */
  | 'REMINDED'
  /** The sender answered the receiver’s question. */
  | 'REPLIED'
  /** The referral was resumed after an interruption. */
  | 'RESUMED'
  /** The receiver started the review. */
  | 'REVIEWED'
  /** The receiver has opened the referral. Delivered to the sender only. */
  | 'SEEN'
  /** The referral was sent. */
  | 'SENT'
  /** The receiver met the person. */
  | 'STARTED'
  /** The person was put on the waiting list. */
  | 'WAITLISTED';

/** Why no referral can be sent to a service or a partner. */
export type ReferralObstacle =
  /** The service is closed. */
  | 'CLOSED'
  /** The partner has no active member who may answer referrals, and no open service with a contact. */
  | 'NOBODY'
  /** The service has no contact yet. */
  | 'NO_CONTACT';

/** Order of referrals, by creation time. */
export type ReferralOrder =
  /** Latest first. */
  | 'NEWEST'
  /** Earliest first. */
  | 'OLDEST';

/** Outcome of a referral. */
export type ReferralOutcome =
  /** The person gave up. */
  | 'DROPPED_OUT'
  /** The receiver had no help to offer. */
  | 'NO_HELP_AVAILABLE'
  /** The person was referred elsewhere. */
  | 'REFERRED_ELSEWHERE'
  /** The person received the service. */
  | 'SERVICE_RECEIVED'
  /** The person could not be reached. */
  | 'UNREACHABLE';

/** How soon an answer is needed. */
export type ReferralPriority =
  /** Within the usual delays. */
  | 'ROUTINE'
  /** Within a day or two. */
  | 'URGENT';

/** State of a referral. */
export type ReferralStatus =
  /** The receiver has accepted to help the person. */
  | 'ACCEPTED'
  /** Closed: cancelled. */
  | 'CANCELLED'
  /** Closed: the person received the service. */
  | 'COMPLETED'
  /** Closed: the receiver or the person declined. */
  | 'DECLINED'
  /** Being written; the receiver does not see it. */
  | 'DRAFT'
  /** Closed: recorded by mistake. */
  | 'ENTERED_IN_ERROR'
  /** Closed: not answered in time. */
  | 'EXPIRED'
  /** The receiver asked the sender for information. */
  | 'INFO_REQUESTED'
  /** The receiver has met the person. */
  | 'IN_PROGRESS'
  /** The receiver is reviewing it. */
  | 'IN_REVIEW'
  /** Closed: the person did not receive the service. */
  | 'NOT_COMPLETED'
  /** Interrupted for a time. */
  | 'ON_HOLD'
  /** Sent, not answered yet. */
  | 'REQUESTED'
  /** On the receiver’s waiting list, not answered yet. */
  | 'WAITLISTED';

/** The kinds of events about retention. */
export type RetentionEventKind =
  /** The file will be removed in 30 days, unless there is a new contact with the person. */
  | 'DUE';

/** The state of a roadmap item. */
export type RoadmapState =
  /** Done. */
  | 'DONE'
  /** Abandoned. */
  | 'DROPPED'
  /** Agreed but not started. */
  | 'PLANNED'
  /** Started. */
  | 'UNDER_WAY';

/** What a member does in the hub. */
export type Role =
  /** Supports persons and answers referrals. */
  | 'CASEWORKER'
  /** Monitors the insertion clause: procurements, companies, hours. */
  | 'CLAUSE_FACILITATOR'
  /** Sits on the steering committee; never sees data of a person. */
  | 'COMMITTEE_MEMBER'
  /** Coordinates the partners for the town; reads no case file. */
  | 'COORDINATOR'
  /** Is responsible for the protection of personal data. */
  | 'DATA_PROTECTION_OFFICER'
  /** Manages the members and services of one partner. */
  | 'PARTNER_ADMINISTRATOR';

/** The target group of a service: the “publics” of data·inclusion, version 1. */
export type ServicePublic =
  /** People in work. */
  | 'ACTIFS'
  /** People who receive a minimum income. */
  | 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX'
  /** People registered as looking for work. */
  | 'DEMANDEURS_EMPLOI'
  /** Students. */
  | 'ETUDIANTS'
  /** Families. */
  | 'FAMILLES'
  /** Women. */
  | 'FEMMES'
  /** People under 26. */
  | 'JEUNES'
  /** People with a disability. */
  | 'PERSONNES_EN_SITUATION_DE_HANDICAP'
  /** People in an emergency, without a safe place to live. */
  | 'PERSONNES_EN_SITUATION_DURGENCE'
  /** People under a court measure. */
  | 'PERSONNES_EN_SITUATION_JURIDIQUE_SPECIFIQUE'
  /** Refugees and other exiled people. */
  | 'PERSONNES_EXILEES'
  /** Residents of a priority neighbourhood (QPV) or of a rural revitalisation area (FRR). */
  | 'RESIDENTS_QPV_FRR'
  /** People aged 50 or older. */
  | 'SENIORS'
  /** Everybody. */
  | 'TOUS_PUBLICS';

/** Whether a service takes on new people. */
export type ServiceStatus =
  /** The service is closed and takes on no new people. */
  | 'CLOSED'
  /** The service takes on new people. */
  | 'OPEN';

/** The theme of a service: the thematic vocabulary of data·inclusion, version 1. */
export type ServiceTheme =
  /** Choosing an occupation. */
  | 'CHOISIR_UN_METIER'
  /** Setting up a business. */
  | 'CREER_UNE_ENTREPRISE'
  /** Administrative procedures and legal rights. */
  | 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES'
  /** Financial difficulties. */
  | 'DIFFICULTES_FINANCIERES'
  /** Household equipment and food. */
  | 'EQUIPEMENT_ET_ALIMENTATION'
  /** Family: childcare, and care for parents. */
  | 'FAMILLE'
  /** Reading, writing, arithmetic, French. */
  | 'LECTURE_ECRITURE_CALCUL'
  /** Housing and accommodation. */
  | 'LOGEMENT_HEBERGEMENT'
  /** Mobility and transport. */
  | 'MOBILITE'
  /** Digital skills: computers and the Internet. */
  | 'NUMERIQUE'
  /** Preparing a job application. */
  | 'PREPARER_SA_CANDIDATURE'
  /** Regaining confidence, social contact and a daily routine. */
  | 'REMOBILISATION'
  /** Access to health care. */
  | 'SANTE'
  /** Training. */
  | 'SE_FORMER'
  /** Working abroad, or returning from abroad. */
  | 'SOUVRIR_A_LINTERNATIONAL'
  /** Finding a job. */
  | 'TROUVER_UN_EMPLOI';

/** The reason why a partner may see a person. */
export type SharingBasis =
  /** The person agreed to share the file with the partner. */
  | 'AGREEMENT'
  /** The partner registered the person and is responsible for the file. */
  | 'REFERENT'
  /** The person was referred to the partner, with the person’s agreement. */
  | 'REFERRAL';

/** The kinds of events about a sharing. */
export type SharingEventKind =
  /** The sharing ended because the access of the partner that granted it ended or was reduced. */
  | 'ENDED'
  /** The sharing ends within 30 days. */
  | 'EXPIRING'
  /** The person agreed to continue: the sharing replaces one that would have ended. */
  | 'EXTENDED'
  /** The person agreed to the sharing. */
  | 'RECORDED'
  /** The person withdrew the sharing. */
  | 'WITHDRAWN';

/** What a partner may see of a person; each scope includes the ones before it. */
export type SharingScope =
  /** Also barriers, shared notes and appointments. */
  | 'FOLLOW_UP'
  /** Name, birth date, district and contact. */
  | 'IDENTITY'
  /** Also pathways, shared steps and outcomes. */
  | 'PATHWAY';

/** Kind of step. */
export type StepKind =
  /** An administrative procedure. */
  | 'ADMINISTRATIVE'
  /** A contract under the insertion clause. */
  | 'CLAUSE_CONTRACT'
  /** A visit to an employment forum. */
  | 'FORUM'
  /** A work placement in a company, to discover an occupation. */
  | 'IMMERSION'
  /** An interview with a professional. */
  | 'INTERVIEW'
  /** A job. */
  | 'JOB'
  /** An application for a job. */
  | 'JOB_APPLICATION'
  /** Anything else. */
  | 'OTHER'
  /** A training course. */
  | 'TRAINING'
  /** A group workshop. */
  | 'WORKSHOP';

/** Order of steps, by day. */
export type StepOrder =
  /** Latest first. */
  | 'NEWEST'
  /** Earliest first. */
  | 'OLDEST';

/** What an entry of a person’s timeline is about. */
export type TimelineKind =
  /** An appointment, by the time at which it takes place. It may be still to come. */
  | 'APPOINTMENT'
  /** The person came to a forum, by the time of recording. */
  | 'ATTENDANCE'
  /** A barrier was recorded. */
  | 'BARRIER_FOUND'
  /** A barrier was resolved. */
  | 'BARRIER_LIFTED'
  /** A contract under the insertion clause, by its first day. */
  | 'CLAUSE_CONTRACT'
  /** A note was written. */
  | 'NOTE'
  /** An objective was reached or dropped. */
  | 'OBJECTIVE_CLOSED'
  /** An objective was set. */
  | 'OBJECTIVE_SET'
  /** An outcome of a pathway, by the first day of the new situation. */
  | 'OUTCOME'
  /** A pathway was closed, by its last day. */
  | 'PATHWAY_CLOSED'
  /** A pathway was opened, by its first day. */
  | 'PATHWAY_OPENED'
  /** A referral was accepted or declined. */
  | 'REFERRAL_ANSWERED'
  /** A referral was sent. */
  | 'REFERRAL_SENT'
  /** A sharing was ended before its time. */
  | 'SHARING_ENDED'
  /** A sharing began. */
  | 'SHARING_GRANTED'
  /** A step of a pathway, by its day. */
  | 'STEP';

/** Why a command was refused. */
export type UserErrorCode =
  /** No agreement in force covers this. */
  | 'AGREEMENT_REQUIRED'
  /** Another partner already knows this person. */
  | 'ALREADY_KNOWN'
  /** A referral of the same person to the same partner or service is open: follow that one, or confirm. */
  | 'ALREADY_REFERRED'
  /** The same service has declined the same person before: choose another one, or confirm. */
  | 'DECLINED_BEFORE'
  /** The idempotency key was already used with another input: use a new key. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A value of the input breaks a rule: correct it. */
  | 'INVALID'
  /** A legal obligation requires the hub to keep data of the person for now. */
  | 'LAW_KEEPS'
  /** The daily limit is reached: try again tomorrow. */
  | 'LIMITED'
  /** The object does not exist, or the viewer may not see it or run this command on it. */
  | 'NOT_FOUND'
  /** The object has changed since the caller read it: read it again. */
  | 'STALE_VERSION'
  /** The state of the referral does not allow this command, or the viewer’s side may not run it in this state. */
  | 'TRANSITION_NOT_ALLOWED'
  /** A shared text seems to contain sensitive words or numbers: reword it, or confirm it. */
  | 'WORDING';

/** Who may see a text. */
export type Visibility =
  /** Only its author. */
  | 'AUTHOR'
  /** The members of the author’s partner. */
  | 'PARTNER'
  /** Every partner that sees the pathway. */
  | 'SHARED';

/** What happened to a webhook. */
export type WebhookEventKind =
  /** The webhook was added. */
  | 'ADDED'
  /** The address or the topics of the webhook were changed. */
  | 'CHANGED'
  /** The webhook was paused, by an administrator or by the hub. */
  | 'PAUSED'
  /** The webhook was removed. */
  | 'REMOVED'
  /** The webhook was resumed. */
  | 'RESUMED'
  /** The webhook got a new secret. */
  | 'SECRET_ROTATED'
  /** A test message was sent to the webhook. */
  | 'TESTED';

/** Why a webhook is paused. */
export type WebhookPause =
  /** An administrator of the partner paused it. */
  | 'ADMINISTRATOR'
  /** The hub paused it because attempts failed for more than a day. */
  | 'FAILING'
  /** The hub paused it because the receiver answered 410 Gone. */
  | 'GONE';

/** Why an attempt to deliver failed. */
export type WebhookProblem =
  /** No receiver was reached at this address: the host name does not exist, the connection failed, the certificate is invalid, or the address is not allowed for webhooks. */
  | 'NOT_REACHED'
  /** The receiver answered with a status other than 2xx. */
  | 'REFUSED'
  /** The receiver’s answer was not complete within 10 seconds. */
  | 'TOO_SLOW';

/** Whether the hub sends messages to a webhook. */
export type WebhookState =
  /** Messages are sent. */
  | 'ACTIVE'
  /** Messages are kept until the webhook is resumed. */
  | 'PAUSED';

/** The topics of events that a webhook can receive. */
export type WebhookTopic =
  /** Files of persons: the events of `beneficiaryEvents`. */
  | 'BENEFICIARY'
  /** Link requests: the events of `linkEvents`. */
  | 'LINK'
  /** Outcomes of pathways. */
  | 'OUTCOME'
  /** Pathways: when they are opened and closed. */
  | 'PATHWAY'
  /** Referrals: the events of `referralEvents`. */
  | 'REFERRAL'
  /** Sharings: the events of `sharingEvents`. */
  | 'SHARING'
  /** Steps of pathways. */
  | 'STEP';
