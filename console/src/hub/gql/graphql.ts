/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A referral to accept. */
export type AcceptReferralInput = {
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The referral. */
  referral: string;
};

/** What the sum of the figures of the hub and of partners’ systems contains. */
export type ActivityState =
  /** Each person counts once, whoever accompanies the person. */
  | 'DEDUPLICATED'
  /** A person or a row that is in several systems may count several times. */
  | 'NOT_DEDUPLICATED'
  /** The figure of at least one partner is not in the sum: it is missing, never zero. */
  | 'PARTNER_MISSING';

/** A telephone number, e-mail address or postal address of a person. */
export type AddContactInput = {
  /** The person. */
  beneficiary: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The kind of contact. */
  kind: ContactKind;
  /** Whether the person prefers this contact. */
  preferred?: boolean | null | undefined;
  /** The number or the address, at most 300 characters. */
  value: string;
};

/** A step to add to a pathway. */
export type AddStepInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** Kind of step. */
  kind: StepKind;
  /** Day of the step. */
  occurredOn: string;
  /** The pathway. */
  pathway: string;
  /** What happened, at most 200 characters. */
  title: string;
  /** Who may see it. */
  visibility?: Visibility | null | undefined;
};

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

/** Which rows are counted: one value of a dimension, which counts like a dimension of the question. Not several values, so that no two questions can be subtracted. */
export type AnalysisFilter = {
  /** Only rows of persons who live in this district. At most one. */
  district?: Array<District> | null | undefined;
  /** Only rows of this partner; for REFERRALS, referrals that it sent. At most one. */
  partner?: Array<string> | null | undefined;
  /** Only rows with this value of a dimension, such as UNDER_26 or PARTNER_KIND. */
  values?: Array<AnalysisValueInput> | null | undefined;
};

/** An ad-hoc question: a subject, measures and dimensions from closed lists. */
export type AnalysisInput = {
  /** What the figures are split by: at most one dimension of time, and others as `analysisOptions` lists them. The shorter the period, the fewer. */
  by?: Array<AnalysisDimension>;
  /** Which rows are counted; all rows when left out. */
  filter?: AnalysisFilter | null | undefined;
  /** How many rows to return, at most 1,000. */
  first?: number | null | undefined;
  /** What is counted: at least one measure. */
  measures: Array<AnalysisMeasure>;
  /** The period that the question covers. */
  period: PeriodInput;
  /** The day of the release whose figures are shown; the latest one when left out. */
  release?: string | null | undefined;
  /** What the question is about. */
  subject: AnalysisSubject;
};

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

/** One value of a dimension. */
export type AnalysisValueInput = {
  /** The dimension; not a dimension of time. */
  dimension: AnalysisDimension;
  /** The key of the value, as in `analysisOptions` and in the rows’ keys. */
  key: string;
};

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

/** A referral, and the member of the receiver to whom it is assigned. */
export type AssignReferralInput = {
  /** An active caseworker or administrator of the viewer’s partner, such as the viewer; null to unassign. If left out, the assignment is kept. */
  member?: string | null | undefined;
  /** The referral. The viewer’s partner must have received it. */
  referral: string;
};

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

/** Conditions on persons. A person must meet all conditions that are given. */
export type BeneficiaryFilter = {
  /** Persons who were born on this day. */
  birthDate?: string | null | undefined;
  /** Persons who live in this district. */
  district?: District | null | undefined;
  /** Whether the referent is the viewer’s partner. */
  mine?: boolean | null | undefined;
  /** Whether the viewer sees a pathway of the person that is not closed, of any partner. */
  openPathway?: boolean | null | undefined;
  /** Persons with this telephone number among their contacts, in any usual form. A number without a country code is French. */
  phone?: string | null | undefined;
  /** Persons whose referent is this partner. */
  referent?: string | null | undefined;
  /** Beginnings of words of the name, in any order. Case, accents, hyphens, apostrophes and spaces are ignored. If nobody matches a text of 5 to 24 letters, it matches names that begin, at one of their words, with a text that differs by one typing error: one wrong, missing or additional letter, or two neighbouring letters swapped. A text without a letter or digit matches nobody. */
  search?: string | null | undefined;
};

/** The order of a list of persons. */
export type BeneficiaryOrder =
  /** By last name, then first name. */
  | 'NAME'
  /** By registration, newest first. */
  | 'NEWEST';

/** A referral to cancel. */
export type CancelReferralInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Reason, at most 2,000 characters. */
  reason: string;
  /** The referral. */
  referral: string;
};

/** Changes of a barrier. */
export type ChangeBarrierInput = {
  /** The barrier. */
  barrier: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the client read. The command is refused if the barrier has changed since. */
  expectedVersion: number;
  /** The new remark, at most 500 characters. Null deletes the remark; if the field is left out, the remark is unchanged. Refused for SANTE. */
  note?: string | null | undefined;
  /** The new status; unchanged if null. */
  status?: BarrierStatus | null | undefined;
};

/** Changes to a draft. Fields that are left out keep their values. */
export type ChangeReferralDraftInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** How soon an answer is needed. */
  priority?: ReferralPriority | null | undefined;
  /** What the person needs, at most 2,000 characters. */
  purpose?: string | null | undefined;
  /** The referral. */
  referral: string;
  /** What the receiver may see once it accepts. */
  scope?: SharingScope | null | undefined;
  /** The receiver’s service that is asked; null for the partner as a whole. If left out, the service is kept, unless `to` changes the receiver: then it becomes null. */
  service?: string | null | undefined;
  /** The receiver. */
  to?: string | null | undefined;
};

/** When and in which language the hub e-mails the viewer about unread notifications. A field that is left out keeps its value. */
export type ChooseMailInput = {
  /** The language of the e-mails. */
  language?: MailLanguage | null | undefined;
  /** When to send e-mails: at once, once a day, or never. */
  timing?: MailTiming | null | undefined;
};

/** How the committee’s figures are to be protected. */
export type ChooseProtectionInput = {
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The level. */
  level: ProtectionLevel;
};

/** The result of an appointment. */
export type CloseAppointmentInput = {
  /** The appointment. */
  appointment: string;
  /** The result: HONOURED or MISSED, after the time of the appointment; or CANCELLED, at any time. */
  status: AppointmentStatus;
};

/** The result of an objective. */
export type CloseObjectiveInput = {
  /** The objective. */
  objective: string;
  /** The result: REACHED or DROPPED. */
  status: ObjectiveStatus;
};

/** A year whose figures become final. */
export type CloseYearInput = {
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** A calendar year that is over and complete. */
  year: number;
};

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

/** A referral to complete, with its outcome. */
export type CompleteReferralInput = {
  /** Details, at most 2,000 characters. */
  comment?: string | null | undefined;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Outcome of the referral. It decides between the states COMPLETED and NOT_COMPLETED. */
  outcome: ReferralOutcome;
  /** The referral. */
  referral: string;
};

/** The means by which a person is contacted. */
export type ContactKind =
  /** By post, or at home. */
  | 'ADDRESS'
  /** By e-mail. */
  | 'EMAIL'
  /** By telephone. */
  | 'PHONE';

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

/** A referral to decline. */
export type DeclineReferralInput = {
  /** Details, at most 2,000 characters; required for OTHER. */
  comment?: string | null | undefined;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Reason for declining. */
  reason: DeclineReason;
  /** The referral. */
  referral: string;
  /** Who declines. */
  side: DeclineSide;
};

/** Who declined a referral. */
export type DeclineSide =
  /** The person declined. */
  | 'PERSON'
  /** The service declined. */
  | 'PROVIDER';

/** A saved question to delete. */
export type DeleteSavedAnalysisInput = {
  /** The saved question. */
  savedAnalysis: string;
};

/** The district of the town where a person lives. */
export type District =
  /** The north of the town. */
  | 'NORTH'
  /** Outside the town. */
  | 'OUTSIDE'
  /** The south of the town. */
  | 'SOUTH';

/** A draft to create. */
export type DraftReferralInput = {
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** How soon an answer is needed. */
  priority?: ReferralPriority | null | undefined;
  /** What the person needs, at most 2,000 characters. */
  purpose: string;
  /** What the receiver may see once it accepts. */
  scope?: SharingScope | null | undefined;
  /** The receiver’s service that is asked. It must be open and have a contact. */
  service?: string | null | undefined;
  /** The receiver. */
  to: string;
};

/** A referral that was recorded by mistake. */
export type EnterReferralInErrorInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Description of the mistake, at most 2,000 characters. */
  reason: string;
  /** The referral. */
  referral: string;
};

/** A new agreement of a person, given before the current one ends. */
export type ExtendSharingInput = {
  /** Confirms that the person agreed after the withdrawal. Needed only when the person withdrew from the partner on the same day. */
  agreedAfterWithdrawal?: boolean | null | undefined;
  /** The day on which the person agreed again. */
  agreedOn: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** How the person agreed. */
  method: AgreementMethod;
  /** The sharing to extend. */
  sharing: string;
  /** The last day. By default, and at most, 12 months after the new agreement. */
  until?: string | null | undefined;
};

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

/** A referral to interrupt for a time. */
export type HoldReferralInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Reason, at most 2,000 characters. */
  reason: string;
  /** The referral. */
  referral: string;
};

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

/** A release that was missed. */
export type MakeReleaseInput = {
  /** The day of the release: the first day of a month. */
  asOf: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
};

/** The notifications to mark as read: a list, or all up to one, or both. */
export type MarkNotificationsReadInput = {
  /** The notifications to mark as read, at most 100. */
  notifications?: Array<string> | null | undefined;
  /** Marks this notification and all earlier ones as read. */
  upTo?: string | null | undefined;
};

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

/** A pathway to open. */
export type OpenPathwayInput = {
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The person’s objective, at most 2,000 characters. */
  objective: string;
  /** First day; today if left out. */
  startedOn?: string | null | undefined;
};

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

/** State of a pathway. */
export type PathwayStatus =
  /** Closed. */
  | 'CLOSED'
  /** In progress. */
  | 'OPEN'
  /** Interrupted for a time. */
  | 'SUSPENDED';

/** A half-open period in Europe/Paris: `from` is included, `until` is excluded. Both are the first day of a month. Unless it is split by time, a period is a calendar month, quarter, half-year or year. */
export type PeriodInput = {
  /** The first day. */
  from: string;
  /** The day after the last. */
  until: string;
};

/** An appointment of a person with a professional. */
export type PlanAppointmentInput = {
  /** When the appointment takes place. A time in the past is allowed, to record the result of a past appointment. */
  at: string;
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The place, at most 200 characters. */
  place?: string | null | undefined;
  /** The subject, at most 200 characters. */
  subject: string;
};

/** How the committee’s figures are protected. The data protection officer of the town chooses it before the first release. */
export type ProtectionLevel =
  /** For a town with about a thousand persons a year or more. */
  | 'DEFAULT'
  /** More noise and larger cells than DEFAULT, for a town that shares sensitive activities. */
  | 'STRICT'
  /** Yearly figures only, for a small town. */
  | 'YEARLY';

/** A barrier between a person and employment. */
export type RecordBarrierInput = {
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** A remark, at most 500 characters; refused for SANTE. */
  note?: string | null | undefined;
  /** The status of the barrier. */
  status?: BarrierStatus | null | undefined;
  /** The theme of the barrier. */
  theme: BarrierTheme;
};

/** An agreement of a person to share the file with a partner. */
export type RecordSharingAgreementInput = {
  /** Confirms that the person agreed after the withdrawal. Needed only when the person withdrew from the partner on the same day. */
  agreedAfterWithdrawal?: boolean | null | undefined;
  /** The day on which the person agreed. */
  agreedOn: string;
  /** The person. */
  beneficiary: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The colleague who informed the person; the viewer by default. */
  informedBy?: string | null | undefined;
  /** How the person agreed. */
  method: AgreementMethod;
  /** The partner that may see the person. */
  partner: string;
  /** The scope of the sharing; at most the scope that the viewer’s partner has itself. */
  scope: SharingScope;
  /** The last day. By default, and at most, 12 months after the agreement. */
  until?: string | null | undefined;
};

/** A new referral of the person of a closed referral. */
export type ReferAgainInput = {
  /** Confirms that the person agreed after the withdrawal. Needed only when the person withdrew from the partner on the same day. */
  agreedAfterWithdrawal?: boolean | null | undefined;
  /** When the person agreed to be referred again. */
  agreedOn: string;
  /** Set to true to send the referral although it was refused with ALREADY_REFERRED, because a referral of the person there is open. */
  confirmAlreadyReferred?: boolean | null | undefined;
  /** Set to true to send the referral although it was refused with DECLINED_BEFORE, because the service declined the person before. */
  confirmDeclinedBefore?: boolean | null | undefined;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Chosen by the client, unique per command: a repeated call returns the first result. */
  idempotencyKey: string;
  /** How the person agreed. */
  method: AgreementMethod;
  /** How soon an answer is needed; the same as before if left out. */
  priority?: ReferralPriority | null | undefined;
  /** What the person needs, at most 2,000 characters; the same as before if left out. */
  purpose?: string | null | undefined;
  /** The referral. */
  referral: string;
  /** What the receiver may see once it accepts; the same as before if left out. */
  scope?: SharingScope | null | undefined;
  /** The receiver’s service that is asked. If left out: the same as before if `to` is left out too, otherwise the partner as a whole. */
  service?: string | null | undefined;
  /** The receiver; the same as before if left out. */
  to?: string | null | undefined;
};

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

/** Filter for referrals. All given conditions apply. */
export type ReferralFilter = {
  /** Only received referrals that are assigned to this member of the viewer’s partner. */
  assignee?: string | null | undefined;
  /** Whether an answer is overdue: its time, `answerDueAt`, has passed. */
  overdue?: boolean | null | undefined;
  /** Only referrals whose other side is this partner. */
  partner?: string | null | undefined;
  /** Only referrals of this priority. */
  priority?: ReferralPriority | null | undefined;
  /** Only the referral with this reference. */
  reference?: string | null | undefined;
  /** Only referrals with this text: of a person whom the viewer may see and whose name it finds, as in `BeneficiaryFilter.search`; whose reference begins with it; or with words that begin with its words in the service’s name or in the name of the partner on the other side. A text without a letter or digit matches no referral. */
  search?: string | null | undefined;
  /** Only referrals to this service. */
  service?: string | null | undefined;
  /** Only referrals in one of these states. */
  status?: Array<ReferralStatus> | null | undefined;
};

/** Why no referral can be sent to a service or a partner. */
export type ReferralObstacle =
  /** The service is closed. */
  | 'CLOSED'
  /** The partner has no active member who may answer referrals, and no open service with a contact. */
  | 'NOBODY'
  /** The service has no contact yet. */
  | 'NO_CONTACT';

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

/** A person to register. */
export type RegisterBeneficiaryInput = {
  /** Date of birth. */
  birthDate: string;
  /** The district where the person lives. */
  district: District;
  /** First name, at most 200 characters. */
  firstName: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The day on which the person was informed about the file, about its use and about their rights. */
  informedOn: string;
  /** Last name, at most 200 characters. */
  lastName: string;
  /** The reference of the person in the software of the viewer’s partner, at most 64 characters. */
  ownReference?: string | null | undefined;
};

/** An answer to the receiver’s question. */
export type ReplyToReferralInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The referral. */
  referral: string;
  /** The answer, at most 2,000 characters. */
  reply: string;
};

/** A request to see a person: who the person is, the purpose, and the person’s agreement. */
export type RequestLinkInput = {
  /** The day on which the person agreed. */
  agreedOn: string;
  /** Date of birth. */
  birthDate: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** First name, at most 200 characters. */
  firstName: string;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** Last name, at most 200 characters. */
  lastName: string;
  /** How the person agreed. */
  method: AgreementMethod;
  /** The reference of the person in the software of the viewer’s partner, at most 64 characters. It counts once the request is accepted. */
  ownReference?: string | null | undefined;
  /** What the partner plans to do with the person, at most 1,000 characters. */
  purpose: string;
  /** The scope to which the person agreed. */
  scope: SharingScope;
};

/** A question to the sender. */
export type RequestReferralInfoInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The question to the sender, at most 2,000 characters. */
  message: string;
  /** The referral. */
  referral: string;
};

/** A referral to resume. */
export type ResumeReferralInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** Reason for resuming, at most 2,000 characters. */
  reason: string;
  /** The referral. */
  referral: string;
};

/** A referral to review. */
export type ReviewReferralInput = {
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The referral. */
  referral: string;
};

/** A correction of a closed year. */
export type ReviseYearInput = {
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** Why the figures are corrected, at most 500 characters. The committee reads it, so it names nobody. */
  reason: string;
  /** The subject whose figures are counted again. */
  subject: AnalysisSubject;
  /** The closed year. */
  year: number;
};

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

/** A question to save. */
export type SaveAnalysisInput = {
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The question. It is refused unless its choices are compatible. */
  question: AnalysisInput;
  /** Whether the whole committee sees the question. */
  shared?: boolean;
  /** The title of the question, at most 200 characters. */
  title: string;
};

/** A draft to send, with the person’s agreement. */
export type SendReferralDraftInput = {
  /** Confirms that the person agreed after the withdrawal. Needed only when the person withdrew from the partner on the same day. */
  agreedAfterWithdrawal?: boolean | null | undefined;
  /** When the person agreed to be referred to this partner. */
  agreedOn: string;
  /** Set to true to send the referral although it was refused with ALREADY_REFERRED, because a referral of the person there is open. */
  confirmAlreadyReferred?: boolean | null | undefined;
  /** Set to true to send the referral although it was refused with DECLINED_BEFORE, because the service declined the person before. */
  confirmDeclinedBefore?: boolean | null | undefined;
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** How the person agreed. */
  method: AgreementMethod;
  /** The referral. */
  referral: string;
};

/** A message to the other side of a referral. */
export type SendReferralMessageInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The referral. */
  referral: string;
  /** Text of the message, at most 2,000 characters. */
  text: string;
};

/** Conditions on services. A service must meet all conditions that are given. */
export type ServiceFilter = {
  /** Whether a referral can be sent to the service now: `referralObstacle` is null. A service without a free place can be open: it may have a waiting list. */
  open?: boolean | null | undefined;
  /** Services of this partner. */
  partner?: string | null | undefined;
  /** Services for at least one of these target groups. Services for everybody are included. */
  publics?: Array<ServicePublic> | null | undefined;
  /** Beginnings of words of the service’s name and of its partner’s name, in any order. Case, accents, hyphens and apostrophes are ignored. If no service matches, each word of 5 to 24 letters may have one typing error: one wrong, missing or additional letter, or two neighbouring letters swapped. A text without a letter or digit matches no service. */
  search?: string | null | undefined;
  /** Services with at least one of these themes. */
  themes?: Array<ServiceTheme> | null | undefined;
};

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

/** An objective of a person. */
export type SetObjectiveInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The day by which the objective is to be reached. */
  dueOn?: string | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** The pathway to which the objective belongs. It must not be closed. */
  pathway: string;
  /** The objective, at most 500 characters. */
  text: string;
};

/** A person, and the reference of the person in the software of the viewer’s partner. */
export type SetOwnReferenceInput = {
  /** The person. */
  beneficiary: string;
  /** The reference, at most 64 characters; null removes it. */
  ownReference?: string | null | undefined;
};

/** A saved question to share, or to stop sharing. */
export type ShareAnalysisInput = {
  /** The saved question. */
  savedAnalysis: string;
  /** Whether the whole committee sees the question. */
  shared: boolean;
};

/** The reason why a partner may see a person. */
export type SharingBasis =
  /** The person agreed to share the file with the partner. */
  | 'AGREEMENT'
  /** The partner registered the person and is responsible for the file. */
  | 'REFERENT'
  /** The person was referred to the partner, with the person’s agreement. */
  | 'REFERRAL';

/** What a partner may see of a person; each scope includes the ones before it. */
export type SharingScope =
  /** Also barriers, shared notes and appointments. */
  | 'FOLLOW_UP'
  /** Name, birth date, district and contact. */
  | 'IDENTITY'
  /** Also pathways, shared steps and outcomes. */
  | 'PATHWAY';

/** The first contact with the person. */
export type StartReferralInput = {
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The day of the first contact. */
  firstContactOn: string;
  /** The referral. */
  referral: string;
};

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

/** A referral for the waiting list. */
export type WaitlistReferralInput = {
  /** The version that the caller read. Refused as STALE_VERSION if the referral has changed since. */
  expectedVersion: number;
  /** The referral. */
  referral: string;
};

/** The withdrawal of all access of a partner to a person. */
export type WithdrawFromPartnerInput = {
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The partner that loses its access. */
  partner: string;
  /** The reason, at most 500 characters. */
  reason?: string | null | undefined;
};

/** A sharing to end immediately. */
export type WithdrawSharingInput = {
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** The reason, at most 500 characters. */
  reason?: string | null | undefined;
  /** The sharing. */
  sharing: string;
};

/** A note about a person. */
export type WriteNoteInput = {
  /** The person. */
  beneficiary: string;
  /** Whether the author confirms the shared text that was refused with WORDING. */
  confirmWording?: boolean | null | undefined;
  /** Chosen by the client, unique per command: a repeated call with the same key returns the result of the first one. */
  idempotencyKey: string;
  /** A pathway of the person, when the note is about that pathway. */
  pathway?: string | null | undefined;
  /** The text of the note, at most 5,000 characters. */
  text: string;
  /** Who may see the note. */
  visibility?: Visibility | null | undefined;
};

export type AnswerTable_AnalysisFragment = { definition: string, totalRows: number, columns: Array<{ key: string, label: string }>, rows: Array<{ keys: Array<string>, dimensions: Array<string | null>, measures: Array<number | null>, margins: Array<number | null>, states: Array<FigureState> }> } & { ' $fragmentName'?: 'AnswerTable_AnalysisFragment' };

export type AnswerQueryVariables = Exact<{
  input: AnalysisInput;
}>;


export type AnswerQuery = { committee: { analysis: (
      { release: { ' $fragmentRefs'?: { 'Provenance_ReleaseFragment': Provenance_ReleaseFragment } }, rows: Array<{ margins: Array<number | null>, states: Array<FigureState> }> }
      & { ' $fragmentRefs'?: { 'AnswerTable_AnalysisFragment': AnswerTable_AnalysisFragment;'WithPartners_AnalysisFragment': WithPartners_AnalysisFragment } }
    ) } | null };

export type AnswerCsvQueryVariables = Exact<{
  input: AnalysisInput;
}>;


export type AnswerCsvQuery = { committee: { analysis: { csv: string } } | null };

export type CloseYearMutationVariables = Exact<{
  input: CloseYearInput;
}>;


export type CloseYearMutation = { closeYear: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ClosedYears_CommitteeFragment = { closedYears: Array<{ year: number, subject: AnalysisSubject, revision: number, madeAt: string, reason: string | null }> } & { ' $fragmentName'?: 'ClosedYears_CommitteeFragment' };

export type DeleteSavedAnalysisMutationVariables = Exact<{
  input: DeleteSavedAnalysisInput;
}>;


export type DeleteSavedAnalysisMutation = { deleteSavedAnalysis: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type DueReleases_CommitteeFragment = { dueReleases: Array<{ asOf: string }> } & { ' $fragmentName'?: 'DueReleases_CommitteeFragment' };

export type MakeReleaseMutationVariables = Exact<{
  input: MakeReleaseInput;
}>;


export type MakeReleaseMutation = { makeRelease: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type IndicatorListQueryVariables = Exact<{
  period: PeriodInput;
  release?: string | null | undefined;
}>;


export type IndicatorListQuery = { committee: { indicators: Array<(
      { key: IndicatorKey, release: { ' $fragmentRefs'?: { 'Provenance_ReleaseFragment': Provenance_ReleaseFragment } } }
      & { ' $fragmentRefs'?: { 'IndicatorRow_IndicatorFragment': IndicatorRow_IndicatorFragment;'IndicatorsWithPartners_IndicatorFragment': IndicatorsWithPartners_IndicatorFragment } }
    )> } | null };

export type IndicatorRow_IndicatorFragment = { key: IndicatorKey, label: string, definition: string, definitionVersion: number, unit: IndicatorUnit, value: number | null, margin: number | null, exact: boolean, state: FigureState, published: Array<{ value: number, label: string, source: string }>, byPartner: Array<{ value: number | null, margin: number | null, exact: boolean, state: FigureState, partner: { id: string, name: string } }> } & { ' $fragmentName'?: 'IndicatorRow_IndicatorFragment' };

export type IndicatorsCsvQueryVariables = Exact<{
  period: PeriodInput;
  release?: string | null | undefined;
}>;


export type IndicatorsCsvQuery = { committee: { indicatorsCsv: string } | null };

export type IndicatorsWithPartners_IndicatorFragment = { key: IndicatorKey, label: string, unit: IndicatorUnit, value: number | null, withPartners: { ' $fragmentRefs'?: { 'SumTable_SumFragment': SumTable_SumFragment } } | null } & { ' $fragmentName'?: 'IndicatorsWithPartners_IndicatorFragment' };

export type LoggedQuestion_CommitteeQuestionFragment = { askedAt: string, subject: AnalysisSubject, measures: Array<AnalysisMeasure>, by: Array<AnalysisDimension>, from: string, until: string, rows: number, withheld: number, overlapping: number, partner: { name: string }, member: { name: string } | null, values: Array<{ dimension: AnalysisDimension }> } & { ' $fragmentName'?: 'LoggedQuestion_CommitteeQuestionFragment' };

export type ChooseProtectionMutationVariables = Exact<{
  input: ChooseProtectionInput;
}>;


export type ChooseProtectionMutation = { chooseProtection: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ProtectionQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtectionQuery = { committeeProtection: { level: ProtectionLevel, chosenAt: string } | null };

export type Provenance_ReleaseFragment = { asOf: string, madeAt: string, level: ProtectionLevel, missing: Array<{ name: string }> } & { ' $fragmentName'?: 'Provenance_ReleaseFragment' };

export type QuestionLogQueryVariables = Exact<{
  overlapping: boolean;
  after?: string | null | undefined;
}>;


export type QuestionLogQuery = { committeeQuestions: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'LoggedQuestion_CommitteeQuestionFragment': LoggedQuestion_CommitteeQuestionFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviseYearMutationVariables = Exact<{
  input: ReviseYearInput;
}>;


export type ReviseYearMutation = { reviseYear: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type SaveAnalysisMutationVariables = Exact<{
  input: SaveAnalysisInput;
}>;


export type SaveAnalysisMutation = { saveAnalysis: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type SavedQuestion_SavedAnalysisFragment = { id: string, title: string, shared: boolean, viewerCan: Array<Command>, subject: AnalysisSubject, measures: Array<AnalysisMeasure>, by: Array<AnalysisDimension>, owner: { name: string } | null, period: { from: string, until: string }, filter: { partner: Array<string> | null, district: Array<District> | null, values: Array<{ dimension: AnalysisDimension, key: string }> | null } } & { ' $fragmentName'?: 'SavedQuestion_SavedAnalysisFragment' };

export type ShareAnalysisMutationVariables = Exact<{
  input: ShareAnalysisInput;
}>;


export type ShareAnalysisMutation = { shareAnalysis: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type SavedQuestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedQuestionsQuery = { savedAnalyses: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'SavedQuestion_SavedAnalysisFragment': SavedQuestion_SavedAnalysisFragment } }
    )> } };

export type SumTable_SumFragment = { value: number | null, margin: number | null, state: ActivityState, partners: Array<{ value: number | null, state: PartnerActivityState, partner: { id: string, name: string } }> } & { ' $fragmentName'?: 'SumTable_SumFragment' };

export type WithPartners_AnalysisFragment = { columns: Array<{ key: string, label: string }>, rows: Array<{ keys: Array<string>, dimensions: Array<string | null>, measures: Array<number | null>, withPartners: Array<{ ' $fragmentRefs'?: { 'SumTable_SumFragment': SumTable_SumFragment } }> | null }> } & { ' $fragmentName'?: 'WithPartners_AnalysisFragment' };

export type CloseAppointmentMutationVariables = Exact<{
  input: CloseAppointmentInput;
}>;


export type CloseAppointmentMutation = { closeAppointment: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type RecordBarrierMutationVariables = Exact<{
  input: RecordBarrierInput;
}>;


export type RecordBarrierMutation = { recordBarrier: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type Barriers_BeneficiaryFragment = { id: string, viewerCan: Array<Command>, barriers: { nodes: Array<(
      { id: string, theme: BarrierTheme, note: string | null, status: BarrierStatus, viewerCan: Array<Command> }
      & { ' $fragmentRefs'?: { 'ChangeBarrierDialog_BarrierFragment': ChangeBarrierDialog_BarrierFragment } }
    )> } } & { ' $fragmentName'?: 'Barriers_BeneficiaryFragment' };

export type ChangeBarrierDialog_BarrierFragment = { id: string, theme: BarrierTheme, status: BarrierStatus, note: string | null, version: number } & { ' $fragmentName'?: 'ChangeBarrierDialog_BarrierFragment' };

export type ChangeBarrierMutationVariables = Exact<{
  input: ChangeBarrierInput;
}>;


export type ChangeBarrierMutation = { changeBarrier: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type CloseObjectiveMutationVariables = Exact<{
  input: CloseObjectiveInput;
}>;


export type CloseObjectiveMutation = { closeObjective: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type AddContactMutationVariables = Exact<{
  input: AddContactInput;
}>;


export type AddContactMutation = { addContact: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type FollowUp_BeneficiaryFragment = (
  { access: { scope: SharingScope } }
  & { ' $fragmentRefs'?: { 'Objectives_BeneficiaryFragment': Objectives_BeneficiaryFragment;'Barriers_BeneficiaryFragment': Barriers_BeneficiaryFragment } }
) & { ' $fragmentName'?: 'FollowUp_BeneficiaryFragment' };

export type SetObjectiveMutationVariables = Exact<{
  input: SetObjectiveInput;
}>;


export type SetObjectiveMutation = { setObjective: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type Objectives_BeneficiaryFragment = (
  { viewerCan: Array<Command>, objectives: { nodes: Array<{ id: string, text: string, status: ObjectiveStatus, dueOn: string | null, viewerCan: Array<Command> }> } }
  & { ' $fragmentRefs'?: { 'PathwayField_BeneficiaryFragment': PathwayField_BeneficiaryFragment } }
) & { ' $fragmentName'?: 'Objectives_BeneficiaryFragment' };

export type PathwayField_BeneficiaryFragment = { possiblePathways: { nodes: Array<{ id: string, viewerCan: Array<Command>, partner: { name: string } }> } } & { ' $fragmentName'?: 'PathwayField_BeneficiaryFragment' };

export type MailPreferences_ViewerFragment = { can: Array<Command>, mailTiming: MailTiming, mailLanguage: MailLanguage } & { ' $fragmentName'?: 'MailPreferences_ViewerFragment' };

export type ChooseMailMutationVariables = Exact<{
  input: ChooseMailInput;
}>;


export type ChooseMailMutation = { chooseMail: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type NotificationLine_NotificationFragment = { kind: NotificationKind, at: string, readAt: string | null, target:
    | { __typename: 'CommitteeQuestion', overlapping: number, partner: { name: string } }
    | { __typename: 'LinkRequest', partner: { name: string }, beneficiary: { id: string, firstName: string, lastName: string } | null }
    | { __typename: 'Lot', number: number, name: string }
    | { __typename: 'Partner' }
    | { __typename: 'Referral', id: string, reference: string, from: { name: string }, to: { name: string } }
    | { __typename: 'RetentionDue', dueOn: string }
    | { __typename: 'Sharing', until: string | null, partner: { name: string }, beneficiary: { id: string, firstName: string, lastName: string } | null }
    | { __typename: 'UnansweredReferral', reference: string, daysWaiting: number, from: { name: string }, to: { name: string } }
    | { __typename: 'Webhook', address: string }
   | null } & { ' $fragmentName'?: 'NotificationLine_NotificationFragment' };

export type RecordSharingAgreementMutationVariables = Exact<{
  input: RecordSharingAgreementInput;
}>;


export type RecordSharingAgreementMutation = { recordSharingAgreement: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type AgreementPartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type AgreementPartnersQuery = { partners: { nodes: Array<{ id: string, name: string }> } };

export type ExtendSharingMutationVariables = Exact<{
  input: ExtendSharingInput;
}>;


export type ExtendSharingMutation = { extendSharing: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type Identity_BeneficiaryFragment = { id: string, viewerCan: Array<Command>, birthDate: string, district: District, ownReference: string | null, referent: { name: string }, access: { scope: SharingScope, until: string | null }, contacts: Array<{ id: string, kind: ContactKind, value: string, preferred: boolean }> } & { ' $fragmentName'?: 'Identity_BeneficiaryFragment' };

export type RequestLinkMutationVariables = Exact<{
  input: RequestLinkInput;
}>;


export type RequestLinkMutation = { requestLink: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type OpenPathwayMutationVariables = Exact<{
  input: OpenPathwayInput;
}>;


export type OpenPathwayMutation = { openPathway: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type Pathways_BeneficiaryFragment = { id: string, viewerCan: Array<Command>, access: { scope: SharingScope }, pathways: { nodes: Array<{ id: string, objective: string, status: PathwayStatus, startedOn: string, closedOn: string | null, partner: { name: string } }> } } & { ' $fragmentName'?: 'Pathways_BeneficiaryFragment' };

export type PersonListQueryVariables = Exact<{
  filter?: BeneficiaryFilter | null | undefined;
  orderBy?: BeneficiaryOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type PersonListQuery = { beneficiaries: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'PersonRow_BeneficiaryFragment': PersonRow_BeneficiaryFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PersonRow_BeneficiaryFragment = { id: string, firstName: string, lastName: string, birthDate: string, district: District, lastContactOn: string | null, referent: { name: string }, access: { scope: SharingScope, until: string | null } } & { ' $fragmentName'?: 'PersonRow_BeneficiaryFragment' };

export type SetOwnReferenceMutationVariables = Exact<{
  input: SetOwnReferenceInput;
}>;


export type SetOwnReferenceMutation = { setOwnReference: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type RegisterBeneficiaryMutationVariables = Exact<{
  input: RegisterBeneficiaryInput;
}>;


export type RegisterBeneficiaryMutation = { registerBeneficiary: { beneficiary: { id: string } | null, userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type Sharings_BeneficiaryFragment = { id: string, viewerCan: Array<Command>, access: { scope: SharingScope }, sharings: Array<{ id: string, viewerCan: Array<Command>, scope: SharingScope, basis: SharingBasis, since: string, until: string | null, partner: { id: string, name: string }, grantedBy: { id: string, name: string } }> } & { ' $fragmentName'?: 'Sharings_BeneficiaryFragment' };

export type WithdrawSharingMutationVariables = Exact<{
  input: WithdrawSharingInput;
}>;


export type WithdrawSharingMutation = { withdrawSharing: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type WithdrawFromPartnerMutationVariables = Exact<{
  input: WithdrawFromPartnerInput;
}>;


export type WithdrawFromPartnerMutation = { withdrawFromPartner: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type DraftReferralMutationVariables = Exact<{
  input: DraftReferralInput;
}>;


export type DraftReferralMutation = { draftReferral: { referral: { id: string, version: number } | null, userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ChangeReferralDraftMutationVariables = Exact<{
  input: ChangeReferralDraftInput;
}>;


export type ChangeReferralDraftMutation = { changeReferralDraft: { referral: { id: string, version: number } | null, userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type DraftVersionQueryVariables = Exact<{
  id: string;
}>;


export type DraftVersionQuery = { referral: { version: number, sentAt: string | null } | null };

export type SendReferralDraftMutationVariables = Exact<{
  input: SendReferralDraftInput;
}>;


export type SendReferralDraftMutation = { sendReferralDraft: { referral: { id: string } | null, userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReferAgainMutationVariables = Exact<{
  input: ReferAgainInput;
}>;


export type ReferAgainMutation = { referAgain: { referral: { id: string } | null, userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ServiceCard_ServiceFragment = { id: string, name: string, status: ServiceStatus, capacity: number | null, capacityIsCurrent: boolean, referralObstacle: ReferralObstacle | null, partner: { id: string, name: string }, declinedReferrals: { totalCount: number } } & { ' $fragmentName'?: 'ServiceCard_ServiceFragment' };

export type ServiceListQueryVariables = Exact<{
  person: string;
  filter?: ServiceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ServiceListQuery = { viewer: { partner: { id: string } }, services: { nodes: Array<{ ' $fragmentRefs'?: { 'ServiceCard_ServiceFragment': ServiceCard_ServiceFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReferStart_ReferralFragment = { id: string, version: number, status: ReferralStatus, viewerCan: Array<ReferralAction>, purpose: string, priority: ReferralPriority, scope: SharingScope, to: { id: string, name: string }, service: { id: string, name: string } | null } & { ' $fragmentName'?: 'ReferStart_ReferralFragment' };

export type AcceptReferralMutationVariables = Exact<{
  input: AcceptReferralInput;
}>;


export type AcceptReferralMutation = { acceptReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type DeclineReferralMutationVariables = Exact<{
  input: DeclineReferralInput;
}>;


export type DeclineReferralMutation = { declineReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type CancelReferralMutationVariables = Exact<{
  input: CancelReferralInput;
}>;


export type CancelReferralMutation = { cancelReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type CompleteReferralMutationVariables = Exact<{
  input: CompleteReferralInput;
}>;


export type CompleteReferralMutation = { completeReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type EnterReferralInErrorMutationVariables = Exact<{
  input: EnterReferralInErrorInput;
}>;


export type EnterReferralInErrorMutation = { enterReferralInError: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type HoldReferralMutationVariables = Exact<{
  input: HoldReferralInput;
}>;


export type HoldReferralMutation = { holdReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReplyToReferralMutationVariables = Exact<{
  input: ReplyToReferralInput;
}>;


export type ReplyToReferralMutation = { replyToReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type RequestReferralInfoMutationVariables = Exact<{
  input: RequestReferralInfoInput;
}>;


export type RequestReferralInfoMutation = { requestReferralInfo: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ResumeReferralMutationVariables = Exact<{
  input: ResumeReferralInput;
}>;


export type ResumeReferralMutation = { resumeReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReviewReferralMutationVariables = Exact<{
  input: ReviewReferralInput;
}>;


export type ReviewReferralMutation = { reviewReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type StartReferralMutationVariables = Exact<{
  input: StartReferralInput;
}>;


export type StartReferralMutation = { startReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type WaitlistReferralMutationVariables = Exact<{
  input: WaitlistReferralInput;
}>;


export type WaitlistReferralMutation = { waitlistReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReferralActions_ReferralFragment = { id: string, version: number, viewerCan: Array<ReferralAction>, opens: SharingScope | null, opensUntil: string | null, status: ReferralStatus, beneficiary: { id: string } | null } & { ' $fragmentName'?: 'ReferralActions_ReferralFragment' };

export type ReferralAssignment_ReferralFragment = { id: string, viewerCanAlso: Array<Command>, to: { id: string }, assignee: { id: string, name: string } | null } & { ' $fragmentName'?: 'ReferralAssignment_ReferralFragment' };

export type ReferralAssignment_MemberFragment = { id: string, name: string, role: Role, partner: { id: string } } & { ' $fragmentName'?: 'ReferralAssignment_MemberFragment' };

export type AssignReferralMutationVariables = Exact<{
  input: AssignReferralInput;
}>;


export type AssignReferralMutation = { assignReferral: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReferralHistory_ReferralFragment = { transitions: Array<{ from: ReferralStatus | null, to: ReferralStatus, at: string, reason: string | null, by: { name: string } | null, member: { name: string } | null }> } & { ' $fragmentName'?: 'ReferralHistory_ReferralFragment' };

export type ReferralLine_ReferralFragment = { id: string, status: ReferralStatus, priority: ReferralPriority, sentAt: string | null, answerDueAt: string | null, from: { id: string, name: string }, to: { id: string, name: string }, service: { name: string } | null, beneficiary: { firstName: string, lastName: string } | null, assignee: { name: string } | null } & { ' $fragmentName'?: 'ReferralLine_ReferralFragment' };

export type ReferralListQueryVariables = Exact<{
  box: ReferralBox;
  filter?: ReferralFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ReferralListQuery = { referrals: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'ReferralLine_ReferralFragment': ReferralLine_ReferralFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReferralMessages_ReferralFragment = { id: string, sentAt: string | null, viewerCanAlso: Array<Command>, messages: { nodes: Array<{ id: string, at: string, text: string, by: { name: string }, author: { name: string } | null }> } } & { ' $fragmentName'?: 'ReferralMessages_ReferralFragment' };

export type SendReferralMessageMutationVariables = Exact<{
  input: SendReferralMessageInput;
}>;


export type SendReferralMessageMutation = { sendReferralMessage: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type ReferralViewQueryVariables = Exact<{
  id: string;
}>;


export type ReferralViewQuery = { referral: (
    { id: string }
    & { ' $fragmentRefs'?: { 'ReferralSummary_ReferralFragment': ReferralSummary_ReferralFragment;'ReferralActions_ReferralFragment': ReferralActions_ReferralFragment;'ReferralAssignment_ReferralFragment': ReferralAssignment_ReferralFragment;'ReferralMessages_ReferralFragment': ReferralMessages_ReferralFragment;'ReferralHistory_ReferralFragment': ReferralHistory_ReferralFragment } }
  ) | null, members: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'ReferralAssignment_MemberFragment': ReferralAssignment_MemberFragment } }
    )> } };

export type ReferralSummary_ReferralFragment = { viewerCan: Array<ReferralAction>, reference: string, status: ReferralStatus, priority: ReferralPriority, purpose: string, sentAt: string | null, answerDueAt: string | null, expiresAt: string | null, waitingSince: string | null, from: { name: string }, to: { name: string }, service: { name: string } | null, beneficiary: { id: string, firstName: string, lastName: string, birthDate: string } | null } & { ' $fragmentName'?: 'ReferralSummary_ReferralFragment' };

export type OwnServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServicesQuery = { viewer: { partner: { services: { nodes: Array<{ id: string, name: string }> } } } };

export type AccountMenu_ViewerFragment = { role: Role, member: { name: string }, partner: { name: string }, memberships: Array<{ id: string }> } & { ' $fragmentName'?: 'AccountMenu_ViewerFragment' };

export type ShellQueryVariables = Exact<{
  readsFiles: boolean;
}>;


export type ShellQuery = { viewer: (
    { can: Array<Command>, unreadNotifications: number }
    & { ' $fragmentRefs'?: { 'AccountMenu_ViewerFragment': AccountMenu_ViewerFragment } }
  ), toAnswer?: { countUpTo: number } };

export type AddEntry_BeneficiaryFragment = (
  { id: string, viewerCan: Array<Command> }
  & { ' $fragmentRefs'?: { 'PathwayField_BeneficiaryFragment': PathwayField_BeneficiaryFragment } }
) & { ' $fragmentName'?: 'AddEntry_BeneficiaryFragment' };

export type PlanAppointmentMutationVariables = Exact<{
  input: PlanAppointmentInput;
}>;


export type PlanAppointmentMutation = { planAppointment: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type WriteNoteMutationVariables = Exact<{
  input: WriteNoteInput;
}>;


export type WriteNoteMutation = { writeNote: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type AddStepMutationVariables = Exact<{
  input: AddStepInput;
}>;


export type AddStepMutation = { addStep: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type TimelineEntry_TimelineEntryFragment = { id: string, at: string, dayOnly: boolean, kind: TimelineKind, partner: { name: string } | null, item:
    | { __typename: 'Appointment', id: string, subject: string, place: string | null, viewerCan: Array<Command>, startsAt: string, appointmentStatus: AppointmentStatus, author: { name: string } | null }
    | { __typename: 'Attendance', forum: { name: string }, exhibitor: { name: string } | null }
    | { __typename: 'Barrier', theme: BarrierTheme, note: string | null, barrierStatus: BarrierStatus, author: { name: string } | null }
    | { __typename: 'ClauseContract', startsOn: string, endsOn: string | null, company: { name: string } }
    | { __typename: 'Note', text: string, visibility: Visibility, author: { name: string } | null }
    | { __typename: 'Objective', text: string, dueOn: string | null, objectiveStatus: ObjectiveStatus, author: { name: string } | null }
    | { __typename: 'Outcome', situation: OutcomeSituation }
    | { __typename: 'Pathway', objective: string }
    | { __typename: 'Referral', id: string, referralStatus: ReferralStatus, from: { name: string }, to: { name: string }, service: { name: string } | null }
    | { __typename: 'Sharing', scope: SharingScope, sharedWith: { name: string } }
    | { __typename: 'Step', title: string, visibility: Visibility, stepKind: StepKind }
   } & { ' $fragmentName'?: 'TimelineEntry_TimelineEntryFragment' };

export type Timeline_TimelineConnectionFragment = { nodes: Array<(
    { id: string, at: string }
    & { ' $fragmentRefs'?: { 'TimelineEntry_TimelineEntryFragment': TimelineEntry_TimelineEntryFragment } }
  )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } & { ' $fragmentName'?: 'Timeline_TimelineConnectionFragment' };

export type TimelinePageQueryVariables = Exact<{
  id: string;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
  after?: string | null | undefined;
}>;


export type TimelinePageQuery = { beneficiary: { timeline: { ' $fragmentRefs'?: { 'Timeline_TimelineConnectionFragment': Timeline_TimelineConnectionFragment } } } | null };

export type Refusal_UserErrorFragment = { code: UserErrorCode, message: string, path: Array<string>, passages: Array<{ start: number, length: number }> } & { ' $fragmentName'?: 'Refusal_UserErrorFragment' };

export type FiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresQuery = { committee: { releases: Array<{ asOf: string, level: ProtectionLevel }>, analysisOptions: { subjects: Array<{ consolidationDays: number }> }, closedYears: Array<{ year: number }> } | null };

export type NotificationsQueryVariables = Exact<{
  unreadOnly: boolean;
}>;


export type NotificationsQuery = { viewer: { notifications: { nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'NotificationLine_NotificationFragment': NotificationLine_NotificationFragment } }
      )> } } };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: { userErrors: Array<{ ' $fragmentRefs'?: { 'Refusal_UserErrorFragment': Refusal_UserErrorFragment } }> } };

export type PersonQueryVariables = Exact<{
  id: string;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
}>;


export type PersonQuery = { viewer: { partner: { id: string } }, beneficiary: (
    { id: string, firstName: string, lastName: string, viewerCan: Array<Command>, timeline: { ' $fragmentRefs'?: { 'Timeline_TimelineConnectionFragment': Timeline_TimelineConnectionFragment } } }
    & { ' $fragmentRefs'?: { 'Identity_BeneficiaryFragment': Identity_BeneficiaryFragment;'Sharings_BeneficiaryFragment': Sharings_BeneficiaryFragment;'Pathways_BeneficiaryFragment': Pathways_BeneficiaryFragment;'FollowUp_BeneficiaryFragment': FollowUp_BeneficiaryFragment;'AddEntry_BeneficiaryFragment': AddEntry_BeneficiaryFragment } }
  ) | null };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { viewer: { ' $fragmentRefs'?: { 'MailPreferences_ViewerFragment': MailPreferences_ViewerFragment } } };

export type QuestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type QuestionsQuery = { committee: { releases: Array<{ asOf: string }>, analysisOptions: { subjects: Array<{ subject: AnalysisSubject, definition: string, measures: Array<{ measure: AnalysisMeasure, label: string, spans: Array<{ span: AnalysisDimension, splits: Array<Array<AnalysisDimension>> }> }>, dimensions: Array<{ dimension: AnalysisDimension, label: string, values: Array<{ key: string, label: string }> }> }> } } | null };

export type ReferQueryVariables = Exact<{
  person: string;
  referral: string;
  isGiven: boolean;
}>;


export type ReferQuery = { viewer: { member: { id: string } }, beneficiary: { id: string, firstName: string, lastName: string, viewerCan: Array<Command>, drafts: { nodes: Array<(
        { transitions: Array<{ member: { id: string } | null }> }
        & { ' $fragmentRefs'?: { 'ReferStart_ReferralFragment': ReferStart_ReferralFragment } }
      )> } } | null, given?: (
    { beneficiary: { id: string } | null }
    & { ' $fragmentRefs'?: { 'ReferStart_ReferralFragment': ReferStart_ReferralFragment } }
  ) | null };

export type ReleasesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleasesQuery = { committeeProtection: { level: ProtectionLevel } | null, committee: (
    { releases: Array<(
      { asOf: string }
      & { ' $fragmentRefs'?: { 'Provenance_ReleaseFragment': Provenance_ReleaseFragment } }
    )> }
    & { ' $fragmentRefs'?: { 'DueReleases_CommitteeFragment': DueReleases_CommitteeFragment;'ClosedYears_CommitteeFragment': ClosedYears_CommitteeFragment } }
  ) | null };

export const AnswerTable_AnalysisFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerTable_Analysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"states"}}]}}]}}]} as unknown as DocumentNode<AnswerTable_AnalysisFragment, unknown>;
export const ClosedYears_CommitteeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClosedYears_Committee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Committee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ClosedYears_CommitteeFragment, unknown>;
export const DueReleases_CommitteeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DueReleases_Committee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Committee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueReleases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}}]} as unknown as DocumentNode<DueReleases_CommitteeFragment, unknown>;
export const IndicatorRow_IndicatorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorRow_Indicator"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"definitionVersion"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byPartner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<IndicatorRow_IndicatorFragment, unknown>;
export const SumTable_SumFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SumTable_Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivitySum"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<SumTable_SumFragment, unknown>;
export const IndicatorsWithPartners_IndicatorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorsWithPartners_Indicator"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"withPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SumTable_Sum"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SumTable_Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivitySum"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<IndicatorsWithPartners_IndicatorFragment, unknown>;
export const LoggedQuestion_CommitteeQuestionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LoggedQuestion_CommitteeQuestion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommitteeQuestion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"overlapping"}}]}}]} as unknown as DocumentNode<LoggedQuestion_CommitteeQuestionFragment, unknown>;
export const Provenance_ReleaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Provenance_Release"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<Provenance_ReleaseFragment, unknown>;
export const SavedQuestion_SavedAnalysisFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedQuestion_SavedAnalysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedAnalysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<SavedQuestion_SavedAnalysisFragment, unknown>;
export const WithPartners_AnalysisFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WithPartners_Analysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"withPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SumTable_Sum"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SumTable_Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivitySum"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<WithPartners_AnalysisFragment, unknown>;
export const PathwayField_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PathwayField_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"possiblePathways"},"name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PathwayField_BeneficiaryFragment, unknown>;
export const Objectives_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Objectives_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PathwayField_Beneficiary"}},{"kind":"Field","name":{"kind":"Name","value":"objectives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PathwayField_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"possiblePathways"},"name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<Objectives_BeneficiaryFragment, unknown>;
export const ChangeBarrierDialog_BarrierFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ChangeBarrierDialog_BarrierFragment, unknown>;
export const Barriers_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Barriers_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"barriers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<Barriers_BeneficiaryFragment, unknown>;
export const FollowUp_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FollowUp_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Objectives_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Barriers_Beneficiary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PathwayField_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"possiblePathways"},"name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Objectives_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PathwayField_Beneficiary"}},{"kind":"Field","name":{"kind":"Name","value":"objectives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Barriers_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"barriers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"}}]}}]}}]}}]} as unknown as DocumentNode<FollowUp_BeneficiaryFragment, unknown>;
export const MailPreferences_ViewerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MailPreferences_Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"can"}},{"kind":"Field","name":{"kind":"Name","value":"mailTiming"}},{"kind":"Field","name":{"kind":"Name","value":"mailLanguage"}}]}}]} as unknown as DocumentNode<MailPreferences_ViewerFragment, unknown>;
export const NotificationLine_NotificationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NotificationLine_Notification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnansweredReferral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"daysWaiting"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RetentionDue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommitteeQuestion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"overlapping"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationLine_NotificationFragment, unknown>;
export const Identity_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Identity_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"ownReference"}},{"kind":"Field","name":{"kind":"Name","value":"referent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}}]}}]}}]} as unknown as DocumentNode<Identity_BeneficiaryFragment, unknown>;
export const Pathways_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Pathways_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"objective"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<Pathways_BeneficiaryFragment, unknown>;
export const PersonRow_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"referent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<PersonRow_BeneficiaryFragment, unknown>;
export const Sharings_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Sharings_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sharings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<Sharings_BeneficiaryFragment, unknown>;
export const ServiceCard_ServiceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceCard_Service"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Service"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"capacityIsCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"referralObstacle"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"declinedReferrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"beneficiary"},"value":{"kind":"Variable","name":{"kind":"Name","value":"person"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ServiceCard_ServiceFragment, unknown>;
export const ReferStart_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferStart_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferStart_ReferralFragment, unknown>;
export const ReferralActions_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralActions_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"opensUntil"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReferralActions_ReferralFragment, unknown>;
export const ReferralAssignment_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAssignment_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAlso"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferralAssignment_ReferralFragment, unknown>;
export const ReferralAssignment_MemberFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAssignment_Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReferralAssignment_MemberFragment, unknown>;
export const ReferralHistory_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralHistory_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ReferralHistory_ReferralFragment, unknown>;
export const ReferralLine_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralLine_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferralLine_ReferralFragment, unknown>;
export const ReferralMessages_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralMessages_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAlso"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReferralMessages_ReferralFragment, unknown>;
export const ReferralSummary_ReferralFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralSummary_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"waitingSince"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}}]} as unknown as DocumentNode<ReferralSummary_ReferralFragment, unknown>;
export const AccountMenu_ViewerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountMenu_Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<AccountMenu_ViewerFragment, unknown>;
export const AddEntry_BeneficiaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AddEntry_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PathwayField_Beneficiary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PathwayField_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"possiblePathways"},"name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AddEntry_BeneficiaryFragment, unknown>;
export const TimelineEntry_TimelineEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"dayOnly"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","alias":{"kind":"Name","value":"startsAt"},"name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","alias":{"kind":"Name","value":"appointmentStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attendance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exhibitor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","alias":{"kind":"Name","value":"barrierStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClauseContract"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Objective"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","alias":{"kind":"Name","value":"objectiveStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcome"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"situation"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pathway"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objective"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"referralStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"sharedWith"},"name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Step"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","alias":{"kind":"Name","value":"stepKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<TimelineEntry_TimelineEntryFragment, unknown>;
export const Timeline_TimelineConnectionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Timeline_TimelineConnection"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"dayOnly"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","alias":{"kind":"Name","value":"startsAt"},"name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","alias":{"kind":"Name","value":"appointmentStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attendance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exhibitor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","alias":{"kind":"Name","value":"barrierStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClauseContract"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Objective"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","alias":{"kind":"Name","value":"objectiveStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcome"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"situation"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pathway"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objective"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"referralStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"sharedWith"},"name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Step"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","alias":{"kind":"Name","value":"stepKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<Timeline_TimelineConnectionFragment, unknown>;
export const Refusal_UserErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<Refusal_UserErrorFragment, unknown>;
export const AnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Answer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Provenance_Release"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"states"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnswerTable_Analysis"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"WithPartners_Analysis"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SumTable_Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivitySum"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Provenance_Release"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnswerTable_Analysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"totalRows"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"margins"}},{"kind":"Field","name":{"kind":"Name","value":"states"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WithPartners_Analysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"withPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SumTable_Sum"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerQuery, AnswerQueryVariables>;
export const AnswerCsvDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnswerCsv"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"csv"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerCsvQuery, AnswerCsvQueryVariables>;
export const CloseYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseYearInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeYear"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<CloseYearMutation, CloseYearMutationVariables>;
export const DeleteSavedAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteSavedAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteSavedAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteSavedAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<DeleteSavedAnalysisMutation, DeleteSavedAnalysisMutationVariables>;
export const MakeReleaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeRelease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MakeReleaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"makeRelease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<MakeReleaseMutation, MakeReleaseMutationVariables>;
export const IndicatorListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Provenance_Release"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IndicatorRow_Indicator"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IndicatorsWithPartners_Indicator"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SumTable_Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivitySum"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Provenance_Release"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorRow_Indicator"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"definitionVersion"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byPartner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"margin"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorsWithPartners_Indicator"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"withPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SumTable_Sum"}}]}}]}}]} as unknown as DocumentNode<IndicatorListQuery, IndicatorListQueryVariables>;
export const IndicatorsCsvDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorsCsv"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"release"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicatorsCsv"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"release"},"value":{"kind":"Variable","name":{"kind":"Name","value":"release"}}}]}]}}]}}]} as unknown as DocumentNode<IndicatorsCsvQuery, IndicatorsCsvQueryVariables>;
export const ChooseProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChooseProtection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChooseProtectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chooseProtection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ChooseProtectionMutation, ChooseProtectionMutationVariables>;
export const ProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Protection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committeeProtection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"chosenAt"}}]}}]}}]} as unknown as DocumentNode<ProtectionQuery, ProtectionQueryVariables>;
export const QuestionLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QuestionLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overlapping"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committeeQuestions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"overlapping"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overlapping"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LoggedQuestion_CommitteeQuestion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LoggedQuestion_CommitteeQuestion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommitteeQuestion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"overlapping"}}]}}]} as unknown as DocumentNode<QuestionLogQuery, QuestionLogQueryVariables>;
export const ReviseYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviseYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviseYearInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviseYear"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ReviseYearMutation, ReviseYearMutationVariables>;
export const SaveAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<SaveAnalysisMutation, SaveAnalysisMutationVariables>;
export const ShareAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ShareAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ShareAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shareAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ShareAnalysisMutation, ShareAnalysisMutationVariables>;
export const SavedQuestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedQuestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedAnalyses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedQuestion_SavedAnalysis"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedQuestion_SavedAnalysis"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedAnalysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<SavedQuestionsQuery, SavedQuestionsQueryVariables>;
export const CloseAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<CloseAppointmentMutation, CloseAppointmentMutationVariables>;
export const RecordBarrierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordBarrier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordBarrierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordBarrier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<RecordBarrierMutation, RecordBarrierMutationVariables>;
export const ChangeBarrierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeBarrier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeBarrierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeBarrier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ChangeBarrierMutation, ChangeBarrierMutationVariables>;
export const CloseObjectiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseObjective"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseObjectiveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeObjective"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<CloseObjectiveMutation, CloseObjectiveMutationVariables>;
export const AddContactDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddContactInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<AddContactMutation, AddContactMutationVariables>;
export const SetObjectiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetObjective"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetObjectiveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setObjective"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<SetObjectiveMutation, SetObjectiveMutationVariables>;
export const ChooseMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChooseMail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChooseMailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chooseMail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ChooseMailMutation, ChooseMailMutationVariables>;
export const RecordSharingAgreementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordSharingAgreement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSharingAgreementInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordSharingAgreement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<RecordSharingAgreementMutation, RecordSharingAgreementMutationVariables>;
export const AgreementPartnersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AgreementPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partners"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AgreementPartnersQuery, AgreementPartnersQueryVariables>;
export const ExtendSharingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendSharing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendSharingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendSharing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ExtendSharingMutation, ExtendSharingMutationVariables>;
export const RequestLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<RequestLinkMutation, RequestLinkMutationVariables>;
export const OpenPathwayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenPathway"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenPathwayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openPathway"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<OpenPathwayMutation, OpenPathwayMutationVariables>;
export const PersonListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BeneficiaryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BeneficiaryOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beneficiaries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonRow_Beneficiary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonRow_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"referent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<PersonListQuery, PersonListQueryVariables>;
export const SetOwnReferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOwnReference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOwnReferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOwnReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<SetOwnReferenceMutation, SetOwnReferenceMutationVariables>;
export const RegisterBeneficiaryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterBeneficiary"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterBeneficiaryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerBeneficiary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<RegisterBeneficiaryMutation, RegisterBeneficiaryMutationVariables>;
export const WithdrawSharingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawSharing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawSharingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawSharing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<WithdrawSharingMutation, WithdrawSharingMutationVariables>;
export const WithdrawFromPartnerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawFromPartner"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawFromPartnerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawFromPartner"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<WithdrawFromPartnerMutation, WithdrawFromPartnerMutationVariables>;
export const DraftReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DraftReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DraftReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"draftReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<DraftReferralMutation, DraftReferralMutationVariables>;
export const ChangeReferralDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeReferralDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeReferralDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeReferralDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ChangeReferralDraftMutation, ChangeReferralDraftMutationVariables>;
export const DraftVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DraftVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}}]}}]}}]} as unknown as DocumentNode<DraftVersionQuery, DraftVersionQueryVariables>;
export const SendReferralDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendReferralDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendReferralDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendReferralDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<SendReferralDraftMutation, SendReferralDraftMutationVariables>;
export const ReferAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferAgainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referAgain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ReferAgainMutation, ReferAgainMutationVariables>;
export const ServiceListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"person"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ServiceCard_Service"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ServiceCard_Service"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Service"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"capacityIsCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"referralObstacle"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"declinedReferrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"beneficiary"},"value":{"kind":"Variable","name":{"kind":"Name","value":"person"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ServiceListQuery, ServiceListQueryVariables>;
export const AcceptReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<AcceptReferralMutation, AcceptReferralMutationVariables>;
export const DeclineReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclineReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclineReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declineReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<DeclineReferralMutation, DeclineReferralMutationVariables>;
export const CancelReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<CancelReferralMutation, CancelReferralMutationVariables>;
export const CompleteReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<CompleteReferralMutation, CompleteReferralMutationVariables>;
export const EnterReferralInErrorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnterReferralInError"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnterReferralInErrorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterReferralInError"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<EnterReferralInErrorMutation, EnterReferralInErrorMutationVariables>;
export const HoldReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<HoldReferralMutation, HoldReferralMutationVariables>;
export const ReplyToReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplyToReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplyToReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replyToReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ReplyToReferralMutation, ReplyToReferralMutationVariables>;
export const RequestReferralInfoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestReferralInfo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestReferralInfoInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestReferralInfo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<RequestReferralInfoMutation, RequestReferralInfoMutationVariables>;
export const ResumeReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ResumeReferralMutation, ResumeReferralMutationVariables>;
export const ReviewReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<ReviewReferralMutation, ReviewReferralMutationVariables>;
export const StartReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<StartReferralMutation, StartReferralMutationVariables>;
export const WaitlistReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WaitlistReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WaitlistReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"waitlistReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<WaitlistReferralMutation, WaitlistReferralMutationVariables>;
export const AssignReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<AssignReferralMutation, AssignReferralMutationVariables>;
export const ReferralListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferralList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"box"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralBox"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"box"},"value":{"kind":"Variable","name":{"kind":"Name","value":"box"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralLine_Referral"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralLine_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferralListQuery, ReferralListQueryVariables>;
export const SendReferralMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendReferralMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendReferralMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendReferralMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<SendReferralMessageMutation, SendReferralMessageMutationVariables>;
export const ReferralViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferralView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralSummary_Referral"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralActions_Referral"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralAssignment_Referral"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralMessages_Referral"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralHistory_Referral"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralAssignment_Member"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralSummary_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"waitingSince"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralActions_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"opensUntil"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAssignment_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAlso"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralMessages_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAlso"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralHistory_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAssignment_Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReferralViewQuery, ReferralViewQueryVariables>;
export const OwnServicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnServices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnServicesQuery, OwnServicesQueryVariables>;
export const ShellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Shell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"readsFiles"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"can"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotifications"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountMenu_Viewer"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"toAnswer"},"name":{"kind":"Name","value":"referrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"box"},"value":{"kind":"EnumValue","value":"INBOX"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REQUESTED"},{"kind":"EnumValue","value":"IN_REVIEW"}]}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"readsFiles"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"countUpTo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"IntValue","value":"100"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountMenu_Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ShellQuery, ShellQueryVariables>;
export const PlanAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlanAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<PlanAppointmentMutation, PlanAppointmentMutationVariables>;
export const WriteNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WriteNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WriteNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"writeNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<WriteNoteMutation, WriteNoteMutationVariables>;
export const AddStepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddStep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddStepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addStep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<AddStepMutation, AddStepMutationVariables>;
export const TimelinePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimelinePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineKind"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Timeline_TimelineConnection"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"dayOnly"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","alias":{"kind":"Name","value":"startsAt"},"name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","alias":{"kind":"Name","value":"appointmentStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attendance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exhibitor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","alias":{"kind":"Name","value":"barrierStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClauseContract"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Objective"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","alias":{"kind":"Name","value":"objectiveStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcome"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"situation"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pathway"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objective"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"referralStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"sharedWith"},"name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Step"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","alias":{"kind":"Name","value":"stepKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Timeline_TimelineConnection"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<TimelinePageQuery, TimelinePageQueryVariables>;
export const FiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analysisOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consolidationDays"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"closedYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]} as unknown as DocumentNode<FiguresQuery, FiguresQueryVariables>;
export const NotificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"unreadOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NotificationLine_Notification"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NotificationLine_Notification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnansweredReferral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"daysWaiting"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RetentionDue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommitteeQuestion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"overlapping"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsQuery, NotificationsQueryVariables>;
export const MarkNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNotificationsReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal_UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal_UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"passages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"length"}}]}}]}}]} as unknown as DocumentNode<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineKind"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Identity_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Sharings_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Pathways_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FollowUp_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AddEntry_Beneficiary"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Timeline_TimelineConnection"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PathwayField_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"possiblePathways"},"name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Objectives_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PathwayField_Beneficiary"}},{"kind":"Field","name":{"kind":"Name","value":"objectives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Barriers_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"barriers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangeBarrierDialog_Barrier"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"dayOnly"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","alias":{"kind":"Name","value":"startsAt"},"name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","alias":{"kind":"Name","value":"appointmentStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attendance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exhibitor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Barrier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","alias":{"kind":"Name","value":"barrierStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClauseContract"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Objective"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","alias":{"kind":"Name","value":"objectiveStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Outcome"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"situation"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pathway"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objective"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"referralStatus"},"name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sharing"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"sharedWith"},"name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Step"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","alias":{"kind":"Name","value":"stepKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Identity_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"district"}},{"kind":"Field","name":{"kind":"Name","value":"ownReference"}},{"kind":"Field","name":{"kind":"Name","value":"referent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contacts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Sharings_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sharings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Pathways_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pathways"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"objective"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FollowUp_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Objectives_Beneficiary"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Barriers_Beneficiary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AddEntry_Beneficiary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Beneficiary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PathwayField_Beneficiary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Timeline_TimelineConnection"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEntry_TimelineEntry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const PreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MailPreferences_Viewer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MailPreferences_Viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"can"}},{"kind":"Field","name":{"kind":"Name","value":"mailTiming"}},{"kind":"Field","name":{"kind":"Name","value":"mailLanguage"}}]}}]} as unknown as DocumentNode<PreferencesQuery, PreferencesQueryVariables>;
export const QuestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Questions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analysisOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"span"}},{"kind":"Field","name":{"kind":"Name","value":"splits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dimensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<QuestionsQuery, QuestionsQueryVariables>;
export const ReferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Refer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"person"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"referral"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isGiven"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"person"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","alias":{"kind":"Name","value":"drafts"},"name":{"kind":"Name","value":"referrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferStart_Referral"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"given"},"name":{"kind":"Name","value":"referral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"referral"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isGiven"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beneficiary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferStart_Referral"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferStart_Referral"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReferQuery, ReferQueryVariables>;
export const ReleasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Releases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committeeProtection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"committee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Provenance_Release"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DueReleases_Committee"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ClosedYears_Committee"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Provenance_Release"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DueReleases_Committee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Committee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueReleases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ClosedYears_Committee"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Committee"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ReleasesQuery, ReleasesQueryVariables>;