/*
 * The table of rights: one line per operation, one letter per role, in this order:
 *
 *   C caseworker · A partner's administrator · K coordinator · F clause facilitator · S committee
 *   D data protection officer · M machine account of a caseworker's rights that may only read
 *
 * There are three groups of letters, by the owner of the object of the operation:
 *
 *   own      the viewer's partner, created by a colleague; the viewer, if only the author may run the command
 *   shared   another partner, which shares it with the viewer's partner in the greatest scope, or sent a referral
 *   other    another partner, which shares nothing
 *
 * A capital letter: the query returns the object, the command succeeds, the event is delivered. A small letter: the
 * command is refused with a reason, because the viewer sees the object but may not run the command, or because the
 * command is refused to everyone. `-`: as if the object did not exist (NOT_FOUND for a command; READ_ONLY for a
 * read-only machine).
 *
 * To add an operation, add its line here. For a query or a subscription, add a line in reads.ts. For a command, add
 * its input in test/kit/command-inputs.ts, and in new-objects.ts the objects that it consumes. The test reports each
 * operation of the schema without a line, and each line without an operation.
 */
export const roleByLetter = {
  C: 'CASEWORKER',
  A: 'PARTNER_ADMINISTRATOR',
  K: 'COORDINATOR',
  F: 'CLAUSE_FACILITATOR',
  S: 'COMMITTEE_MEMBER',
  D: 'DATA_PROTECTION_OFFICER',
  M: 'CASEWORKER',
} as const;
export type RoleLetter = keyof typeof roleByLetter;
export const letters = Object.keys(roleByLetter) as RoleLetter[];

const queries = `
                          own      shared   other
viewer                    CAKFSDM  -------  -------
members                   CAKFSDM  -------  -------
partner                   CAKFSDM  CAKFSDM  CAKFSDM
partners                  CAKFSDM  CAKFSDM  CAKFSDM
services                  CAKFSDM  CAKFSDM  CAKFSDM
node                      CA----M  CA----M  -------
nodes                     CA----M  CA----M  -------
beneficiary               CA----M  CA----M  -------
beneficiaries             CA----M  CA----M  -------
beneficiaryEvents         CA----M  CA----M  -------
fileEvents                CA----M  CA----M  -------
sharingEvents             CA----M  CA----M  -------
linkRequests              CA----M  -------  -------
linkEvents                CA----M  -------  -------
pathways                  CA----M  CA----M  -------
referral                  CA----M  CA----M  -------
referrals                 CA----M  CA----M  -------
referralEvents            CA----M  CA----M  -------
unansweredReferrals       --K----  --K----  --K----
clauseProgrammes          CAKFSDM  CAKFSDM  CAKFSDM
companies                 CAKFSDM  CAKFSDM  CAKFSDM
lots                      CAKFSDM  CAKFSDM  CAKFSDM
clauseEvents              ---F---  -------  -------
forums                    CAKFSDM  CAKFSDM  CAKFSDM
roadmap                   CAKFSDM  CAKFSDM  CAKFSDM
committee                 --K-S--  --K-S--  --K-S--
savedAnalyses             ----S--  --K-S--  -------
committeeProtection       CAKFSDM  CAKFSDM  CAKFSDM
committeeQuestions        --K-S--  --K----  --K----
distinctCounts            --K----  --K----  --K----
auditTrail                CA---DM  -----D-  -------
accessSheet               CA---DM  -------  -------
exportFile                CA---DM  -------  -------
retention                 -A---D-  -A---D-  -------
retentionRuns             -A---D-  -------  -------
retentionEvents           -A---D-  -------  -------
webhooks                  -A-----  -------  -------
webhookEvents             -A-----  -------  -------
notificationEvents        CAKFSDM  -------  -------
`;

const subscriptions = `
                          own      shared   other
beneficiaryEvents         CA----M  CA----M  -------
fileEvents                CA----M  CA----M  -------
sharingEvents             CA----M  CA----M  -------
linkEvents                CA----M  -------  -------
referralEvents            CA----M  CA----M  -------
clauseEvents              ---F---  -------  -------
retentionEvents           -A---D-  -------  -------
webhookEvents             -A-----  -------  -------
notificationEvents        CAKFSDM  -------  -------
`;

const commands = `
                          own      shared   other
registerBeneficiary       CA-----  ca-----  ca-----
setOwnReference           CA-----  CA-----  -------
eraseBeneficiary          -A---D-  -------  -------
mergeBeneficiaries        CA-----  ca-----  -------
undoMerge                 CA-----  -------  -------
declareDistinct           CA-----  CA-----  -------
retractDistinct           CA-----  ca-----  -------
recordSharingAgreement    CA-----  CA-----  -------
extendSharing             CA-----  ca-----  -------
withdrawSharing           CA-----  CA-----  -------
withdrawFromPartner       CA-----  CA-----  -------
requestLink               ca-----  ca-----  CA-----
answerLinkRequest         CA-----  -------  -------
openPathway               CA-----  CA-----  -------
addStep                   CA-----  CA-----  -------
addContact                CA-----  CA-----  -------
removeContact             CA-----  -------  -------
recordCriterion           CA-----  CA-----  -------
endCriterion              CA-----  -------  -------
recordBarrier             CA-----  CA-----  -------
changeBarrier             CA-----  -------  -------
setObjective              CA-----  CA-----  -------
closeObjective            CA-----  -------  -------
planAppointment           CA-----  CA-----  -------
closeAppointment          CA-----  -------  -------
writeNote                 CA-----  CA-----  -------
rewordNote                CA-----  -------  -------
removeNote                CA-----  -------  -------
recordOutcome             CA-----  -------  -------
verifyOutcome             CA-----  -------  -------
recordFollowUp            CA-----  -------  -------
sendReferral              CA-----  CA-----  -------
draftReferral             CA-----  CA-----  -------
changeReferralDraft       CA-----  -------  -------
sendReferralDraft         CA-----  -------  -------
reviewReferral            ca-----  CA-----  -------
requestReferralInfo       ca-----  CA-----  -------
replyToReferral           CA-----  ca-----  -------
waitlistReferral          ca-----  CA-----  -------
acceptReferral            ca-----  CA-----  -------
declineReferral           ca-----  CA-----  -------
startReferral             ca-----  CA-----  -------
holdReferral              ca-----  CA-----  -------
resumeReferral            ca-----  CA-----  -------
completeReferral          ca-----  CA-----  -------
cancelReferral            CA-----  CA-----  -------
enterReferralInError      CAK----  caK----  --K----
referAgain                CA-----  ca-----  -------
assignReferral            ca-----  CA-----  -------
sendReferralMessage       CA-----  CA-----  -------
openClauseProgramme       ---F---  ---F---  ---F---
addProcurement            ---F---  -------  -------
addLot                    ---F---  -------  -------
addCompany                ---F---  ---F---  ---F---
openClauseContract        CA-----  CA-----  -------
endClauseContract         CA-F---  -------  -------
addEligibilityEvidence    CA-F---  -------  -------
declareHours              CA-F---  -------  -------
validateHours             ---F---  -------  -------
rejectHours               ---F---  -------  -------
openForum                 --K----  --K----  --K----
addExhibitor              --K----  -------  -------
recordAttendance          CA-----  CA-----  -------
recordHeadcount           CAK----  CA-----  CA-----
referAttendance           CA-----  -------  -------
addRoadmapItem            --K----  --K----  --K----
editRoadmapItem           --K----  --K----  --K----
moveRoadmapItem           -AK----  --K----  --K----
saveAnalysis              --K-S--  --K-S--  --K-S--
shareAnalysis             ----S--  -------  -------
deleteSavedAnalysis       ----S--  -------  -------
takeSnapshot              --K-S--  --K-S--  --K-S--
chooseProtection          -----d-  -----d-  -----d-
makeRelease               --k----  --k----  --k----
closeYear                 --k----  --k----  --k----
reviseYear                --k----  --k----  --k----
addPartner                --K----  --K----  --K----
renamePartner             --K----  --K----  --K----
inviteMember              -A-----  -A-----  -A-----
addMachineAccount         -A-----  -A-----  -A-----
setMemberRole             -A-----  -------  -------
deactivateMember          -A-----  -------  -------
reactivateMember          -A-----  -------  -------
addService                -A-----  -A-----  -A-----
changeService             -A-----  -------  -------
closeService              -A-----  -------  -------
markNotificationsRead     CAKFSD-  -------  -------
chooseMail                CAKFSD-  CAKFSD-  CAKFSD-
addWebhook                -A-----  -A-----  -A-----
changeWebhook             -A-----  -------  -------
rotateWebhookSecret       -A-----  -------  -------
pauseWebhook              -A-----  -------  -------
resumeWebhook             -A-----  -------  -------
testWebhook               -A-----  -------  -------
removeWebhook             -A-----  -------  -------
`;

/** The owner of the object of an operation, relative to the viewer. */
export type Owner = 'own' | 'shared' | 'other';
export const owners: readonly Owner[] = ['own', 'shared', 'other'];

/** The roles that are allowed an operation, by the owner of its object. */
export type Rights = ReadonlyMap<string, Readonly<Record<Owner, string>>>;

/** The table, by the root type of the operations. */
export const rights: Readonly<Record<'Query' | 'Mutation' | 'Subscription', Rights>> = {
  Query: parseTable(queries),
  Mutation: parseTable(commands),
  Subscription: parseTable(subscriptions),
};

function parseTable(text: string): Rights {
  const lines = text.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [operation = '', own = '', shared = '', other = ''] = line.trim().split(/\s+/);
      return [operation, { own, shared, other }];
    }),
  );
}
