/*
 * Who may do what: the one table of rights, a line an operation, a letter a role, in this order:
 *
 *   C caseworker · A partner's administrator · K coordinator · F clause facilitator · S committee · D data protection officer
 *
 * Three groups of letters: on what is the viewer's own partner's, on what is shared with it, on what is another's.
 * A letter stands where the role is let through; `-` where the answer is NOT_FOUND (an act), or null or
 * empty (a query). An act that passes may still be refused for its object's state: that is not a matter of rights.
 *
 * No one here is the organiser of the forum or the owner of the analysis: theirs are acts of `------`.
 *
 * To add an operation: its line here, and for an act its input in test/kit/known-ids.ts. The test names
 * each operation of the schema that has no line, and each line that has no operation.
 */
export const roles = {
  C: 'CASEWORKER',
  A: 'PARTNER_ADMINISTRATOR',
  K: 'COORDINATOR',
  F: 'CLAUSE_FACILITATOR',
  S: 'COMMITTEE_MEMBER',
  D: 'DATA_PROTECTION_OFFICER',
} as const;

const table = `
                          own     shared  other
registerBeneficiary       CA----  CA----  CA----
openPathway               CA----  CA----  ------
addStep                   CA----  CA----  ------
recordSharingAgreement    CA----  CA----  ------
inviteMember              -A----  -A----  -A----
addMachineAccount         -A----  -A----  -A----
setMemberRole             -A----  ------  ------
deactivateMember          -A----  ------  ------
reactivateMember          -A----  ------  ------
addPartner                --K---  --K---  --K---
renamePartner             --K---  --K---  --K---
addService                -A----  -A----  -A----
changeService             -A----  ------  ------
closeService              -A----  ------  ------
withdrawSharing           CA----  CA----  ------
sendReferral              CA----  CA----  ------
acceptReferral            CA----  CA----  ------
declineReferral           CA----  CA----  ------
startReferral             CA----  CA----  ------
completeReferral          CA----  CA----  ------
cancelReferral            CA----  CA----  ------
openClauseProgramme       ---F--  ---F--  ---F--
addProcurement            ---F--  ------  ------
addLot                    ---F--  ------  ------
addCompany                ---F--  ---F--  ---F--
openClauseContract        CA----  CA----  ------
endClauseContract         CA-F--  ------  ------
addEligibilityEvidence    CA-F--  ------  ------
declareHours              CA-F--  ------  ------
validateHours             ---F--  ------  ------
rejectHours               ---F--  ------  ------
recordOutcome             CA----  ------  ------
verifyOutcome             CA----  ------  ------
recordFollowUp            CA----  ------  ------
openForum                 --K---  --K---  --K---
addExhibitor              ------  ------  ------
recordAttendance          CA----  CA----  ------
recordHeadcount           CA----  CA----  CA----
referAttendance           CA----  ------  ------
addRoadmapItem            --K---  --K---  --K---
editRoadmapItem           --K---  --K---  --K---
moveRoadmapItem           --K---  -AK---  --K---
saveAnalysis              ----S-  ----S-  ----S-
shareAnalysis             ------  ------  ------
deleteSavedAnalysis       ------  ------  ------
takeSnapshot              ----S-  ----S-  ----S-
`;

/** Whose the objects are that an operation is about. */
export type Whose = 'own' | 'shared' | 'other';

/** The letters of the roles that are let through, by operation. */
export const rights: ReadonlyMap<string, Readonly<Record<Whose, string>>> = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [operation = '', own = '', shared = '', other = ''] = line.trim().split(/\s+/);
      return [operation, { own, shared, other }];
    }),
);
